// SPDX-License-Identifier: Apache-2.0
#include "formats/json_tree.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace throughline {
namespace {

using PlainJson = nlohmann::json;

// Between two values of a text; one that is farther away gets the place of the whole.
constexpr std::size_t widest_gap = 256;
constexpr std::size_t deepest = 64;

// Builds a Tree from the parser's events. The parser tells no places, so each value is sought from where the last one
// ended; one written with escapes gets the place of the whole.
class TreeReader final : public nlohmann::json_sax<PlainJson> {
 public:
  TreeReader(std::string_view text, const JsonPlace& place, StringPool& strings, Diagnostics& diagnostics)
      : text_(text), place_(place), strings_(strings), diagnostics_(diagnostics) {}

  Tree root;
  JsonProblem problem;

  bool null() override {
    literal("null");  // moves on in the text
    return add(scalar("", place_.at));
  }
  bool boolean(bool value) override { return add(literal(value ? "true" : "false")); }
  bool number_integer(number_integer_t value) override { return add(literal(std::to_string(value))); }
  bool number_unsigned(number_unsigned_t value) override { return add(literal(std::to_string(value))); }
  bool number_float(number_float_t, const string_t& text) override { return add(literal(text)); }
  bool string(string_t& value) override { return add(literal(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Tree::Shape::mapping); }
  bool key(string_t& value) override { return add(literal(value)); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Tree::Shape::list); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception&) override {
    problem.offset = position > 0 ? position - 1 : 0;
    // The parser stops at a byte, maybe in the middle of a character.
    const std::string_view whole = std::string_view(token).substr(0, find_invalid_utf8(token).value_or(token.size()));
    problem.message = whole.empty() ? "unexpected end or character" : fmt::format("unexpected `{}`", whole);
    return false;
  }

 private:
  Tree scalar(std::string_view text, Location at) {
    Tree tree;
    tree.said = {strings_.intern(to_nfc(text)), at};
    return tree;
  }

  Tree literal(std::string_view text) {
    if (!place_.inputs || text.empty()) return scalar(text, place_.at);
    const std::size_t found =
        text_.substr(0, std::min(text_.size(), cursor_ + text.size() + widest_gap)).find(text, cursor_);
    if (found == std::string_view::npos) return scalar(text, place_.at);
    cursor_ = found + text.size();
    return scalar(text, place_.inputs->locate(place_.input, text_.substr(found, text.size())));
  }

  bool add(Tree tree) {
    if (open_.empty()) {
      root = std::move(tree);
    } else {
      open_.back().children.push_back(std::move(tree));
    }
    return true;
  }

  bool open(Tree::Shape shape) {
    Tree tree;
    tree.shape = shape;
    tree.said.at = place_.at;
    open_.push_back(std::move(tree));
    if (open_.size() < deepest) return true;
    problem.message = "too deep";
    return false;
  }

  bool close() {
    Tree tree = std::move(open_.back());
    open_.pop_back();
    if (tree.is_mapping()) drop_repeated_keys(tree, strings_, diagnostics_);
    return add(std::move(tree));
  }

  std::string_view text_;
  const JsonPlace& place_;
  StringPool& strings_;
  Diagnostics& diagnostics_;
  std::vector<Tree> open_;
  std::size_t cursor_ = 0;
};

}  // namespace

JsonPlace own_text(const Inputs& inputs, std::uint16_t input, std::string_view text) {
  return {&inputs, input, inputs.locate(input, text)};
}

std::optional<Tree> read_json_tree(std::string_view text, const JsonPlace& place, StringPool& strings,
                                   Diagnostics& diagnostics, JsonProblem& problem) {
  TreeReader reader(text, place, strings, diagnostics);
  if (PlainJson::sax_parse(text, &reader)) return std::move(reader.root);
  problem = std::move(reader.problem);
  return std::nullopt;
}

}  // namespace throughline
