// SPDX-License-Identifier: Apache-2.0
// The nodes and edges of a JSON file as names and texts, in the order of the file, whoever wrote it: NetworkX, D3,
// graphology, Cytoscape, vis-network, JSON Graph Format, or we. json.cpp makes records of them, json_own.hpp of ours.
//
// Read as a stream: what stands in lists and mappings of a record is kept as a text of JSON, and no deeper nesting than
// a thousand is gone into.
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "base/strings.hpp"
#include "formats/json_tokens.hpp"
#include "model/record.hpp"

namespace throughline {

struct JsonField {
  enum class Type : std::uint8_t { text, number, word, nested } type = Type::text;
  StringId key = StringId::empty;
  Said value;
};

// A node, an edge, or another mapping.
struct JsonObject {
  Location at;
  Slice fields;
  std::size_t offset = 0;  // of its own text in the file
  std::size_t length = 0;
};

struct JsonGraph {
  std::vector<JsonField> fields;
  std::vector<JsonObject> nodes;
  std::vector<JsonObject> edges;
  std::vector<JsonField> about;     // what is said of the graph as a whole
  std::vector<JsonObject> sources;  // these two of files that we wrote; their fields are not read
  std::vector<JsonObject> rows;
  bool has_nodes = false;
  bool has_edges = false;
  bool has_rows = false;  // a file that we wrote; fields of nodes and edges may be missing

  std::span<const JsonField> fields_of(const JsonObject& object) const {
    return std::span(fields).subspan(object.fields.first, object.fields.count);
  }
};

// Nothing when the text is not one JSON value, or no graph: reported.
std::optional<JsonGraph> read_json_graph(const Inputs& inputs, std::uint16_t input, StringPool& strings,
                                         Diagnostics& diagnostics);

// Does a text begin as such a file does?
bool is_json_graph(std::string_view text);

}  // namespace throughline
