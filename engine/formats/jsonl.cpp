// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "formats/dialect_json.hpp"
#include "formats/format.hpp"
#include "formats/json_tree.hpp"
#include "formats/record_reader.hpp"

namespace throughline {
namespace {

void read_line(const Inputs& inputs, std::uint16_t input, std::string_view line, Records& records, RecordReader& reader,
               Diagnostics& diagnostics) {
  JsonProblem problem;
  const JsonPlace place = own_text(inputs, input, line);
  if (const auto tree = read_json_tree(line, place, records.strings, diagnostics, problem))
    return reader.read_row(*tree);
  diagnostics.report(Code::bad_json_line,
                     Inputs::location(input, place.at.offset + std::min(problem.offset, line.size() - 1), 1),
                     fmt::format("not well-formed JSON: {}", problem.message));
}

void read_jsonl(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records,
                Diagnostics& diagnostics) {
  RecordReader reader(records, diagnostics);
  for (const std::uint16_t input : which) {
    const std::string_view text = inputs[input].text;
    std::string_view rest = text;
    for (std::size_t rows = 1; !rest.empty(); ++rows) {
      const std::size_t end = rest.find('\n');
      const std::string_view line = rest.substr(0, end);
      if (!trim(line).empty()) read_line(inputs, input, line, records, reader, diagnostics);
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
      if (Progress* progress = inputs.progress(); progress && rows % 4096 == 0)
        progress->passed(inputs[input].name, text.size() - rest.size(), text.size(), rows);
    }
  }
}

// A first line that is a JSON object with `record`; flow YAML and the lines of other projects are none.
bool is_rows(std::string_view text) {
  const std::string_view line = trim(trim(text).substr(0, trim(text).find('\n')));
  if (!line.starts_with('{') || line.find("\"record\"") == std::string_view::npos) return false;
  const nlohmann::json row = nlohmann::json::parse(line, nullptr, false);
  return row.is_object() && row.contains("record");
}

void write_jsonl(const Model& model, Output& output, Losses&) {
  const auto write = [&](const Json& row) {
    output.main() << row.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  };
  if (const Json graph = dialect_json_of_graph(model); graph.size() > 1) write(graph);
  for (const Source& source : model.sources) write(dialect_json(model, source, output));
  for (const Node& node : model.nodes) write(dialect_json(model, node));
  for (const Relation& relation : model.relations) write(dialect_json(model, relation));
}

}  // namespace

extern const Format jsonl_format;
constinit const Format jsonl_format{.name = "jsonl",
                                    .extensions = ".jsonl .ndjson",
                                    .summary = "one record a line: `record` is node, relation, source or graph",
                                    .is_own = true,
                                    .recognises = is_rows,
                                    .read = read_jsonl,
                                    .write = write_jsonl};

}  // namespace throughline
