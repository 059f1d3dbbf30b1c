// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "base/text.hpp"
#include "formats/format.hpp"
#include "formats/record_reader.hpp"

namespace throughline {
namespace {

using Json = nlohmann::json;

constexpr std::size_t widest_gap =
    256;  // between two texts of a line; one that is farther away gets the place of the line

// Builds a Tree from the parser's events. The parser tells no places, so each text is sought in its line from where the
// last one ended; one written with escapes gets the place of the line.
class LineReader final : public nlohmann::json_sax<Json> {
 public:
  LineReader(const Inputs& inputs, std::uint16_t input, std::string_view line, StringPool& strings,
             Diagnostics& diagnostics)
      : inputs_(inputs),
        input_(input),
        line_(line),
        strings_(strings),
        diagnostics_(diagnostics),
        line_at_(inputs.locate(input, line)) {}

  Tree root;
  std::string error;
  std::size_t error_at = 0;

  bool null() override {
    literal("null");  // moves on in the line
    return add(scalar("", line_at_));
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
    error_at = position > 0 ? position - 1 : 0;
    // The parser stops at a byte, maybe in the middle of a character.
    const std::string_view whole = std::string_view(token).substr(0, find_invalid_utf8(token).value_or(token.size()));
    error = whole.empty() ? "unexpected end or character" : fmt::format("unexpected `{}`", whole);
    return false;
  }

 private:
  Tree scalar(std::string_view text, Location at) {
    Tree tree;
    tree.said = {strings_.intern(to_nfc(text)), at};
    return tree;
  }

  Tree literal(std::string_view text) {
    const std::size_t found =
        line_.substr(0, std::min(line_.size(), cursor_ + text.size() + widest_gap)).find(text, cursor_);
    if (found == std::string_view::npos || text.empty()) return scalar(text, line_at_);
    cursor_ = found + text.size();
    return scalar(text, inputs_.locate(input_, line_.substr(found, text.size())));
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
    tree.said.at = line_at_;
    open_.push_back(std::move(tree));
    return open_.size() < 64;
  }

  bool close() {
    Tree tree = std::move(open_.back());
    open_.pop_back();
    if (tree.is_mapping()) drop_repeated_keys(tree, strings_, diagnostics_);
    return add(std::move(tree));
  }

  const Inputs& inputs_;
  std::uint16_t input_;
  std::string_view line_;
  StringPool& strings_;
  Diagnostics& diagnostics_;
  Location line_at_;
  std::vector<Tree> open_;
  std::size_t cursor_ = 0;
};

void read_line(const Inputs& inputs, std::uint16_t input, std::string_view line, Records& records, RecordReader& reader,
               Diagnostics& diagnostics) {
  LineReader tree(inputs, input, line, records.strings, diagnostics);
  if (Json::sax_parse(line, &tree)) return reader.read_row(tree.root);
  const Location at = inputs.locate(input, line);
  const std::size_t offset = std::min(tree.error_at, line.size() - 1);
  diagnostics.report(Code::bad_json_line, Inputs::location(input, at.offset + offset, 1),
                     fmt::format("not well-formed JSON: {}", tree.error.empty() ? "too deep" : tree.error));
}

void read_jsonl(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records,
                Diagnostics& diagnostics) {
  RecordReader reader(records, diagnostics);
  for (const std::uint16_t input : which) {
    std::string_view rest = inputs[input].text;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view line = rest.substr(0, end);
      if (!trim(line).empty()) read_line(inputs, input, line, records, reader, diagnostics);
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
  }
}

}  // namespace

extern const Format jsonl_format;
constinit const Format jsonl_format{"jsonl", ".jsonl .ndjson",
                                    "one record a line: `record` is node, relation or source", read_jsonl, nullptr};

}  // namespace throughline
