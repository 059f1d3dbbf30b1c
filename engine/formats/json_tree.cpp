// SPDX-License-Identifier: Apache-2.0
#include "formats/json_tree.hpp"

#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace throughline {
namespace {

using PlainJson = nlohmann::json;

constexpr std::size_t deepest = 64;

// Builds a Tree from the parser's events.
class TreeReader final : public nlohmann::json_sax<PlainJson> {
 public:
  TreeReader(std::string_view text, const JsonPlace& place, StringPool& strings, Diagnostics& diagnostics)
      : text_(text), tokens_(text), place_(place), strings_(strings), diagnostics_(diagnostics) {}

  Tree root;
  JsonProblem problem;

  bool null() override { return add(scalar("", tokens_.next())); }
  bool boolean(bool value) override { return add(scalar(value ? "true" : "false", tokens_.next())); }
  bool number_integer(number_integer_t) override { return add_as_written(); }
  bool number_unsigned(number_unsigned_t) override { return add_as_written(); }
  bool number_float(number_float_t, const string_t&) override { return add_as_written(); }
  bool string(string_t& value) override { return add(scalar(value, tokens_.next())); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Tree::Shape::mapping); }
  bool key(string_t& value) override { return add(scalar(value, tokens_.next())); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Tree::Shape::list); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& error) override {
    problem = json_problem(text_, position, token, error.id);
    return false;
  }

 private:
  Location place(std::string_view token) const {
    return place_.inputs ? place_.inputs->locate(place_.input, token) : place_.at;
  }

  Tree scalar(std::string_view text, std::string_view token) {
    Tree tree;
    tree.said = {strings_.intern(to_nfc(text)), place(token)};
    return tree;
  }

  bool add_as_written() {
    const std::string_view token = tokens_.next();
    return add(scalar(token, token));
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
    tree.said.at = place(tokens_.next());
    open_.push_back(std::move(tree));
    if (open_.size() < deepest) return true;
    problem = {"nested more than 64 deep", tokens_.end() > 0 ? tokens_.end() - 1 : 0};
    return false;
  }

  bool close() {
    tokens_.next();
    Tree tree = std::move(open_.back());
    open_.pop_back();
    if (tree.is_mapping()) drop_repeated_keys(tree, strings_, diagnostics_);
    return add(std::move(tree));
  }

  std::string_view text_;
  JsonTokens tokens_;
  const JsonPlace& place_;
  StringPool& strings_;
  Diagnostics& diagnostics_;
  std::vector<Tree> open_;
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
