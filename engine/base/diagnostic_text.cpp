// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <tuple>

#include "base/terminal_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace throughline {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_of_one_kind = 20;  // what is said more often has one cause, or is not read
constexpr std::size_t widest_line = 160;      // longer source lines are shown around the caret

struct Paint {
  bool on;
  std::string_view bold() const { return on ? "\x1b[1m" : ""; }
  std::string_view red() const { return on ? "\x1b[1;31m" : ""; }
  std::string_view yellow() const { return on ? "\x1b[1;33m" : ""; }
  std::string_view blue() const { return on ? "\x1b[1;34m" : ""; }
  std::string_view off() const { return on ? "\x1b[0m" : ""; }
  std::string_view of(Severity severity) const {
    if (severity == Severity::note) return blue();
    return severity == Severity::error ? red() : yellow();
  }
};

std::string_view input_name(Location where, const Inputs& inputs) {
  return where.is_known() ? inputs.name(where) : std::string_view();
}

// One line that can't drive the terminal, whatever a user's file holds.
std::string visible(std::string_view text) {
  std::string shown = printable(text);
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return shown;
}

// The part of a line around the caret when the line is too long to print; always cut at characters.
struct Excerpt {
  std::string_view text;
  std::size_t before;  // bytes of `text` before the caret
};

Excerpt excerpt(const Position& position) {
  const std::string_view line = position.line_text;
  if (line.size() <= widest_line) return {line, position.offset_in_line};
  const auto is_inside = [&](std::size_t at) { return at < line.size() && is_inside_character(line[at]); };
  std::size_t start = position.offset_in_line > widest_line / 2 ? position.offset_in_line - widest_line / 2 : 0;
  while (is_inside(start)) ++start;
  std::size_t end = std::min(line.size(), start + widest_line);
  while (is_inside(end)) --end;
  return {line.substr(start, end - start), position.offset_in_line - start};
}

void print_place(Location where, const Inputs& inputs, const Paint& paint, std::ostream& out) {
  if (!where.is_known()) return;
  const Position position = inputs.position(where);
  out << paint.bold() << inputs.name(where) << ':' << position.line << ':' << position.column << ": " << paint.off();
}

void print_source_line(Location where, const Inputs& inputs, const Paint& paint, std::ostream& out) {
  if (!where.is_known() || !inputs[where.input].has_text) return;
  const Position position = inputs.position(where);
  const Excerpt shown = excerpt(position);
  const std::string_view marked = shown.text.substr(std::min(shown.before, shown.text.size()), where.length);
  const std::size_t indent = display_width(shown.text.substr(0, shown.before));
  out << fmt::format("{:>5} | {}\n", position.line, visible(shown.text));
  out << fmt::format("      | {}{}{}{}\n", std::string(indent, ' '), paint.red(),
                     std::string(std::max<std::size_t>(1, display_width(marked)), '^'), paint.off());
}

void print_one(const Diagnostic& diagnostic, const Inputs& inputs, const Paint& paint, std::ostream& out) {
  const CodeRow& row = row_of(diagnostic.code);
  if (!diagnostic.where.is_known()) out << paint.bold() << "throughline: " << paint.off();
  print_place(diagnostic.where, inputs, paint, out);
  out << paint.of(row.severity) << name(row.severity) << ": " << paint.off() << visible(diagnostic.message) << " ["
      << row.id << "]\n";
  print_source_line(diagnostic.where, inputs, paint, out);
  for (const Note& note : diagnostic.notes) {
    out << "      ";
    print_place(note.where, inputs, paint, out);
    out << paint.blue() << "note: " << paint.off() << visible(note.text) << '\n';
  }
  if (!diagnostic.hint.empty())
    out << "      " << paint.blue() << "hint: " << paint.off() << visible(diagnostic.hint) << '\n';
}

Json place_json(Location where, const Inputs& inputs) {
  if (!where.is_known()) return {{"file", nullptr}, {"line", nullptr}, {"column", nullptr}};
  const Position position = inputs.position(where);
  return {{"file", inputs.name(where)}, {"line", position.line}, {"column", position.column}};
}

Json to_json(const Diagnostic& diagnostic, const Inputs& inputs) {
  const CodeRow& row = row_of(diagnostic.code);
  Json json = place_json(diagnostic.where, inputs);
  json["severity"] = name(row.severity);
  json["code"] = row.id;
  json["name"] = row.name;
  json["message"] = diagnostic.message;
  json["hint"] = diagnostic.hint.empty() ? Json() : Json(diagnostic.hint);
  json["notes"] = Json::array();
  for (const Note& note : diagnostic.notes) {
    Json entry = place_json(note.where, inputs);
    entry["text"] = note.text;
    json["notes"].push_back(std::move(entry));
  }
  return json;
}

Json sarif_result(const Diagnostic& diagnostic, const Inputs& inputs) {
  const CodeRow& row = row_of(diagnostic.code);
  Json result = {{"ruleId", row.id}, {"level", name(row.severity)}, {"message", {{"text", diagnostic.message}}}};
  if (diagnostic.where.is_known()) {
    const Position position = inputs.position(diagnostic.where);
    result["locations"] = {{{"physicalLocation",
                             {{"artifactLocation", {{"uri", inputs.name(diagnostic.where)}}},
                              {"region", {{"startLine", position.line}, {"startColumn", position.column}}}}}}};
  }
  return result;
}

// GitHub reads `%`, line ends and, in properties, `:` and `,` as syntax.
std::string github_escaped(std::string_view text, bool is_property) {
  std::string escaped;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (is_property && (c == ':' || c == ','));
    escaped += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return escaped;
}

}  // namespace

std::vector<Diagnostic> sorted(const Diagnostics& diagnostics, const Inputs& inputs) {
  std::vector<Diagnostic> list(diagnostics.list().begin(), diagnostics.list().end());
  const auto key = [&](const Diagnostic& d) {
    return std::tuple(d.where.is_known(), input_name(d.where, inputs), d.where.offset, d.code,
                      std::string_view(d.message));
  };
  std::stable_sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  list.erase(std::unique(list.begin(), list.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
             list.end());
  return list;
}

void print_text(const Diagnostics& diagnostics, const Inputs& inputs, bool color, std::ostream& out) {
  std::map<Code, std::size_t> counts;
  for (const Diagnostic& diagnostic : sorted(diagnostics, inputs))
    if (counts[diagnostic.code]++ < most_of_one_kind) print_one(diagnostic, inputs, Paint{color}, out);
  for (const auto& [code, count] : counts)
    if (count > most_of_one_kind)
      out << fmt::format("… and {} more of [{}]; `throughline check --format json` lists them all\n",
                         count - most_of_one_kind, row_of(code).id);
}

void print_json(const Diagnostics& diagnostics, const Inputs& inputs, std::ostream& out) {
  Json all = Json::array();
  for (const Diagnostic& diagnostic : sorted(diagnostics, inputs)) all.push_back(to_json(diagnostic, inputs));
  out << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_github(const Diagnostics& diagnostics, const Inputs& inputs, std::ostream& out) {
  for (const Diagnostic& diagnostic : sorted(diagnostics, inputs)) {
    const CodeRow& row = row_of(diagnostic.code);
    std::string place;
    if (diagnostic.where.is_known()) {
      const Position position = inputs.position(diagnostic.where);
      place = fmt::format("file={},line={},col={},", github_escaped(inputs.name(diagnostic.where), true), position.line,
                          position.column);
    }
    const std::string hint = diagnostic.hint.empty() ? "" : fmt::format(" ({})", diagnostic.hint);
    const std::string_view command = row.severity == Severity::note ? "notice" : name(row.severity);
    out << fmt::format("::{} {}title={}::{}{}\n", command, place, row.id, github_escaped(diagnostic.message, false),
                       github_escaped(hint, false));
  }
}

void print_sarif(const Diagnostics& diagnostics, const Inputs& inputs, std::ostream& out) {
  Json rules = Json::array();
  for (const CodeRow& row : diagnostic_codes())
    rules.push_back({{"id", row.id},
                     {"name", row.name},
                     {"shortDescription", {{"text", row.meaning}}},
                     {"help", {{"text", row.remedy}}}});
  Json results = Json::array();
  for (const Diagnostic& diagnostic : sorted(diagnostics, inputs)) results.push_back(sarif_result(diagnostic, inputs));
  const Json log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", {{{"tool", {{"driver", {{"name", "throughline"}, {"rules", rules}}}}}, {"results", results}}}}};
  out << log.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace throughline
