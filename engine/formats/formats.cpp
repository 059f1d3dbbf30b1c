// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "formats/format.hpp"

namespace throughline {

// What people write, what other programs write, and what is written only.
extern const Format yaml_format, jsonl_format, snapshot_format;
extern const Format json_format, csv_format, graphml_format, gexf_format, dot_format, ftm_format;
extern const Format timelinejs_format, vis_format, markwhen_format, mermaid_graph_format, mermaid_timeline_format,
    icalendar_format, neo4j_format, cypher_format;

namespace {

constexpr const Format* table[] = {&yaml_format,          &jsonl_format,
                                   &snapshot_format,      &json_format,
                                   &csv_format,           &graphml_format,
                                   &gexf_format,          &dot_format,
                                   &ftm_format,           &timelinejs_format,
                                   &vis_format,           &markwhen_format,
                                   &mermaid_graph_format, &mermaid_timeline_format,
                                   &icalendar_format,     &neo4j_format,
                                   &cypher_format};

bool has(const Format& format, std::string_view extension) {
  const auto extensions = split(format.extensions, ' ');
  return !extension.empty() && std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

}  // namespace

std::span<const Format* const> formats() { return table; }

const Format* find_format(std::string_view name) {
  const auto at = std::find_if(std::begin(table), std::end(table), [&](const Format* f) { return f->name == name; });
  return at == std::end(table) ? nullptr : *at;
}

const Format* format_to_write(std::string_view extension) {
  for (const Format* format : table)
    if (format->write && has(*format, extension)) return format;
  return nullptr;
}

const Format* format_to_read(std::string_view extension, std::string_view text) {
  const Format* first = nullptr;
  const Format* recognising = nullptr;
  for (const Format* format : table) {
    if (!format->is_readable()) continue;
    const bool recognises = format->recognises && format->recognises(text);
    if (has(*format, extension)) {
      if (recognises) return format;
      if (!first) first = format;
    }
    if (recognises && !recognising) recognising = format;
  }
  return first ? first : recognising;
}

bool is_readable(std::string_view extension) {
  return std::any_of(std::begin(table), std::end(table),
                     [&](const Format* format) { return format->is_readable() && has(*format, extension); });
}

}  // namespace throughline
