// SPDX-License-Identifier: Apache-2.0
#include "formats/json_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace throughline {
namespace {

using PlainJson = nlohmann::json;

constexpr std::size_t deepest = 1000;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What the brackets that are open stand for.
enum class Place : std::uint8_t {
  graph,  // the file, or what it holds under `graph` and `elements`
  nodes,  // a list, or a mapping by id
  edges,
  elements,  // a list of both
  rows,
  sources,
  node,
  edge,
  element,
  part,   // of a node or edge: `attributes`, `data`
  end,    // a node that stands where its id should
  inside  // of a value that is kept as a text
};

class GraphReader final : public nlohmann::json_sax<PlainJson> {
 public:
  GraphReader(const Inputs& inputs, std::uint16_t input, StringPool& strings, Diagnostics& diagnostics)
      : inputs_(inputs),
        input_(input),
        text_(inputs[input].text),
        tokens_(text_),
        strings_(strings),
        diagnostics_(diagnostics) {}

  JsonGraph graph;

  bool null() override { return scalar("", tokens_.next(), JsonField::Type::word); }
  bool boolean(bool value) override { return scalar(value ? "true" : "false", tokens_.next(), JsonField::Type::word); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool string(string_t& value) override { return scalar(value, tokens_.next(), JsonField::Type::text); }
  bool binary(binary_t&) override { return false; }
  bool key(string_t& value) override {
    const std::string_view token = tokens_.next();
    if (is_kept_as_text()) return true;
    key_ = value;
    key_at_ = inputs_.locate(input_, token);
    return is_new_key();
  }
  bool start_object(std::size_t) override { return open(true); }
  bool start_array(std::size_t) override { return open(false); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& error) override {
    const JsonProblem problem = json_problem(text_, position, token, error.id);
    return fail(Code::json_syntax, Inputs::location(input_, problem.offset, 1),
                fmt::format("not well-formed JSON: {}", problem.message));
  }

 private:
  bool is_kept_as_text() const { return !open_.empty() && open_.back() == Place::inside; }

  bool fail(Code code, Location at, std::string message, std::string hint = {}) {
    diagnostics_.report(code, at, std::move(message)).hint(std::move(hint));
    return false;
  }

  bool number() {
    const std::string_view token = tokens_.next();
    return scalar(token, token, JsonField::Type::number);
  }

  bool scalar(std::string_view text, std::string_view token, JsonField::Type type) {
    const Location at = inputs_.locate(input_, token);
    if (open_.empty()) return no_graph(at, "a single value");
    if (is_kept_as_text()) return true;
    const Place place = open_.back();
    if (place == Place::nodes && is_list_.back()) return add_bare_node({strings_.intern(to_nfc(text)), at}, type);
    if (is_one_of_lists(place)) return fail(Code::no_json_graph, at, "a text or number where a record is needed");
    if (place == Place::end && key_ != "id") return true;
    if (skips_fields()) return true;
    if (open_.size() == 1 && is_one_of(key_, {"nodes", "links", "edges"}))
      return fail(Code::no_json_graph, at, fmt::format("`{}` is a single value where a list is needed", key_));
    const std::string_view key = place == Place::end ? std::string_view(end_key_) : std::string_view(key_);
    add_field({type, strings_.intern(key), {strings_.intern(to_nfc(text)), at}});
    return true;
  }

  static bool is_one_of_lists(Place place) { return place >= Place::nodes && place <= Place::sources; }

  // A file of ours is read anew record by record.
  bool skips_fields() const { return graph.has_rows && open_.size() > 1 && open_.back() != Place::graph; }

  bool no_graph(Location at, std::string_view found) {
    return fail(Code::no_json_graph, at,
                fmt::format("no graph: {} where an object with `nodes` and `links` is needed", found));
  }

  void add_field(JsonField field) {
    (open_.back() == Place::graph ? graph.about : graph.fields).push_back(std::move(field));
  }

  bool add_bare_node(Said id, JsonField::Type type) {
    const auto first = static_cast<std::uint32_t>(graph.fields.size());
    graph.fields.push_back({type, strings_.intern("id"), id});
    graph.nodes.push_back({id.at, {first, 1}});
    return true;
  }

  bool open(bool is_object) {
    const std::string_view bracket = tokens_.next();
    const std::size_t offset = tokens_.end() - 1;
    if (open_.size() >= deepest)
      return fail(Code::json_syntax, inputs_.locate(input_, bracket), fmt::format("nested more than {} deep", deepest));
    if (open_.empty() && !is_object) return no_graph(inputs_.locate(input_, bracket), "a list");
    const Place place = open_.empty() ? Place::graph : place_of(is_object);
    if (is_one_of_lists(open_.empty() ? Place::graph : open_.back()) && place == Place::inside)
      return fail(Code::no_json_graph, inputs_.locate(input_, bracket), "a list where a record is needed");
    if (is_record(place)) start_record(inputs_.locate(input_, bracket), offset);
    if (is_record(place)) is_node_ = place == Place::node;
    if (place == Place::end) end_key_ = key_;
    if (place == Place::inside && !is_kept_as_text()) inside_ = offset, inside_key_ = key_;
    open_.push_back(place);
    is_list_.push_back(!is_object);
    return true;
  }

  Place place_of(bool is_object) {
    switch (open_.back()) {
      case Place::graph: return place_in_graph(is_object);
      case Place::nodes: return is_object ? Place::node : Place::inside;
      case Place::edges: return is_object ? Place::edge : Place::inside;
      case Place::elements: return is_object ? Place::element : Place::inside;
      case Place::rows:
      case Place::sources: return is_object ? Place::element : Place::inside;
      case Place::node:
      case Place::edge:
      case Place::element:
        if (is_object && is_one_of(key_, {"attributes", "data", "metadata"})) return Place::part;
        [[fallthrough]];
      case Place::part:
        return is_object && !is_node_ && is_one_of(key_, {"source", "target"}) ? Place::end : Place::inside;
      default: return Place::inside;
    }
  }

  Place place_in_graph(bool is_object) {
    const bool is_outer = open_.size() == 1;
    if (key_ == "nodes") return graph.has_nodes = true, Place::nodes;
    if (is_one_of(key_, {"links", "edges"})) return graph.has_edges = true, Place::edges;
    if (key_ == "elements" && is_outer) return is_object ? Place::graph : (graph.has_nodes = true, Place::elements);
    if (is_object && is_outer && is_one_of(key_, {"graph", "options", "attributes"})) return Place::graph;
    if (key_ == "throughline" && !is_object) return graph.has_rows = true, Place::rows;
    if (key_ == "sources" && is_outer && !is_object) return Place::sources;
    return Place::inside;
  }

  static bool is_record(Place place) { return place == Place::node || place == Place::edge || place == Place::element; }

  void start_record(Location at, std::size_t offset) {
    ++records_;
    record_ = {at, {static_cast<std::uint32_t>(graph.fields.size()), 0}, offset};
    if (!is_list_.back() && !skips_fields())  // a mapping by id
      graph.fields.push_back({JsonField::Type::text, strings_.intern("id"), {strings_.intern(to_nfc(key_)), key_at_}});
  }

  bool close() {
    tokens_.next();
    const Place place = open_.back();
    open_.pop_back();
    is_list_.pop_back();
    if (place == Place::inside && !is_kept_as_text()) keep_as_text();
    if (is_record(place)) add_record(place);
    return true;
  }

  void keep_as_text() {
    const std::string_view written = text_.substr(inside_, tokens_.end() - inside_);
    if (skips_fields()) return;
    const std::string text = compact_json(written);
    const bool is_empty = text.size() == 2;
    add_field({JsonField::Type::nested,
               strings_.intern(to_nfc(inside_key_)),
               {is_empty ? StringId::empty : strings_.intern(to_nfc(text)), Inputs::location(input_, inside_, 1)}});
  }

  void add_record(Place place) {
    record_.fields.count = static_cast<std::uint32_t>(graph.fields.size()) - record_.fields.first;
    record_.length = tokens_.end() - record_.offset;
    const Place list = open_.back();
    if (list == Place::rows) return graph.rows.push_back(record_);
    if (list == Place::sources) return graph.sources.push_back(record_);
    const bool is_edge = place == Place::edge || (place == Place::element && has_ends());
    (is_edge ? graph.edges : graph.nodes).push_back(record_);
  }

  bool has_ends() const {
    const auto fields = graph.fields_of(record_);
    return std::any_of(fields.begin(), fields.end(),
                       [&](const JsonField& field) { return strings_[field.key] == "target"; });
  }

  // One that stands twice in the file, in its graph, or in one record.
  bool is_new_key() {
    const Place place = open_.back();
    if (place == Place::end || is_one_of_lists(place)) return true;
    const std::size_t scope = place == Place::graph ? open_.size() : deepest + records_;
    const StringId key = strings_.intern(place == Place::part ? "." + key_ : key_);
    if (position(key) >= seen_in_.size()) seen_in_.resize(strings_.size() * 2, 0);
    if (std::exchange(seen_in_[position(key)], scope + 1) != scope + 1) return true;
    return fail(Code::duplicate_key, key_at_,
                fmt::format("the key `{}` stands twice in one mapping", shorten(key_, 40)));
  }

  const Inputs& inputs_;
  std::uint16_t input_;
  std::string_view text_;
  JsonTokens tokens_;
  StringPool& strings_;
  Diagnostics& diagnostics_;
  std::vector<Place> open_;
  std::vector<bool> is_list_;
  std::vector<std::size_t> seen_in_;  // by StringId of a key: the last scope it stood in
  JsonObject record_;
  bool is_node_ = false;
  std::size_t records_ = 0;
  std::string key_;
  Location key_at_;
  std::string end_key_;
  std::size_t inside_ = 0;  // where the value starts that is kept as a text
  std::string inside_key_;
};

}  // namespace

std::optional<JsonGraph> read_json_graph(const Inputs& inputs, std::uint16_t input, StringPool& strings,
                                         Diagnostics& diagnostics) {
  GraphReader reader(inputs, input, strings, diagnostics);
  if (!PlainJson::sax_parse(inputs[input].text, &reader)) return std::nullopt;
  if (reader.graph.has_nodes || reader.graph.has_edges) return std::move(reader.graph);
  diagnostics.report(Code::no_json_graph, Inputs::location(input, 0, 1),
                     "no graph: the object has neither `nodes` nor `links` or `edges`");
  return std::nullopt;
}

bool is_json_graph(std::string_view text) {
  constexpr std::size_t looked_at = 1 << 16;
  const std::string_view beginning = text.substr(0, looked_at);
  if (!trim(beginning).starts_with('{')) return false;
  JsonTokens tokens(beginning);
  std::size_t depth = 0;
  for (std::string_view token = tokens.next(); !token.empty() || tokens.end() < beginning.size();
       token = tokens.next()) {
    const bool is_quoted = tokens.end() > 0 && beginning[tokens.end() - 1] == '"';
    if (!is_quoted && (token == "{" || token == "[")) ++depth;
    if (!is_quoted && (token == "}" || token == "]") && --depth == 0) return false;
    const std::size_t next = beginning.find_first_not_of(" \t\r\n", tokens.end());
    const bool is_key = is_quoted && next < beginning.size() && beginning[next] == ':';
    if (is_key && depth == 1 && is_one_of(token, {"nodes", "links", "edges", "elements"})) return true;
    if (token.data() == beginning.data() + beginning.size()) return false;
  }
  return false;
}

}  // namespace throughline
