// SPDX-License-Identifier: Apache-2.0
#include "render/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "render/markdown.hpp"

namespace throughline {
namespace {

void write_paragraph(std::string_view text, std::ostream& out) {
  if (!text.empty()) out << markdown_text(text) << "\n\n";
}

void write_notes(const Table& table, std::ostream& out) {
  if (table.notes.empty()) return;
  out << "\nWhat was counted and left out:\n\n";
  for (const std::string& note : table.notes) out << "- " << markdown_text(note) << '\n';
}

// Of one question there is nothing to choose from.
void write_contents(const Report& report, std::ostream& out) {
  if (report.answers.size() < 2) return;
  for (const ReportedAnswer& answer : report.answers)
    out << "- [" << markdown_text(answer.title) << "](#" << answer.anchor << ")\n";
  out << '\n';
}

void write_answer(const ReportedAnswer& answer, std::size_t& footnotes, std::ostream& out) {
  out << "<a id=\"" << answer.anchor << "\"></a>\n\n## " << markdown_text(answer.title) << "\n\n";
  write_paragraph(answer.note, out);
  out << "```\n" << answer.command << "\n```\n\n";
  write_markdown_table_with_footnotes(answer.table, footnotes, out);
  write_notes(answer.table, out);
  out << '\n';
}

// Wherever in the data of an answer evidence is given: {"evidence": [{"source": …}]}.
void gather_sources(const Json& data, std::set<std::string>& ids) {
  if (data.is_object() && data.contains("evidence"))
    for (const Json& citation : data["evidence"]) ids.insert(citation["source"]);
  if (data.is_structured())
    for (const Json& part : data) gather_sources(part, ids);
}

std::string source_line(const Model& model, const Source& source) {
  const StringId publisher =
      source.publisher_node == none<NodeIndex> ? source.publisher : model[source.publisher_node].name;
  std::vector<std::string> parts = {markdown_text(model.text(source.title))};
  for (const std::string_view part : {model.text(publisher), model.date_text(source.published), model.text(source.url)})
    if (!part.empty()) parts.push_back(markdown_text(part));
  return join(parts, ", ");
}

void write_sources(const Model& model, const Report& report, std::ostream& out) {
  std::set<std::string> ids;
  for (const ReportedAnswer& answer : report.answers)
    for (const Row& row : answer.table.rows)
      if (row.data) gather_sources(row.data(), ids);
  if (ids.empty()) return;
  std::vector<std::string> lines;
  for (const std::string& id : ids) lines.push_back(source_line(model, model[model.find_source(id)]));
  std::sort(lines.begin(), lines.end());
  out << "## Sources\n\n";
  for (const std::string& line : lines) out << "- " << line << '\n';
  out << '\n';
}

void write_figures(const Report& report, std::ostream& out) {
  if (report.figures.empty()) return;
  out << "## Figures\n\n";
  for (const ReportedFigure& figure : report.figures)
    out << "- " << markdown_text(figure.title) << ": `" << figure.command << "`\n";
}

}  // namespace

void write_report(const Model& model, const Report& report, std::ostream& out) {
  out << "# " << markdown_text(report.heading) << "\n\n";
  write_paragraph(report.description, out);
  write_paragraph(report.asked, out);
  write_contents(report, out);
  std::size_t footnotes = 0;
  for (const ReportedAnswer& answer : report.answers) write_answer(answer, footnotes, out);
  write_sources(model, report, out);
  write_figures(report, out);
}

}  // namespace throughline
