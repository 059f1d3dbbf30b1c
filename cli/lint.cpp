// SPDX-License-Identifier: Apache-2.0
#include "lint/lint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <istream>
#include <iterator>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/figure.hpp"

namespace throughline::cli {
namespace {

using lint::Finding;
using lint::Report;
using lint::RuleRow;
using lint::Verdict;

constexpr std::size_t most_told = 12;  // findings of one rule that are listed for people

constexpr Parameter parameters[] = {
    {"FIGURE", "…", "SVG files, ours or of any other program; - is standard input", "", true},
    {"--out", "FILE", "write the figure with what was found marked on it and listed below", ""},
};

constexpr Column columns[] = {{"figure", "Figure", Shown::only_in_csv},
                              {"rule", "Rule"},
                              {"name", "Measures"},
                              {"value", "Value"},
                              {"limit", "Limit"},
                              {"verdict", "Verdict"}};

std::string place_of(const Report& report, const Inputs& inputs, std::uint32_t element) {
  if (element == lint::no_element) return report.figure.name;
  const Location where = report.figure.elements[element].where;
  return where.is_known() ? fmt::format("{}:{}", report.figure.name, inputs.line(where)) : report.figure.name;
}

Json element_json(const Report& report, const Inputs& inputs, std::uint32_t number) {
  if (number == lint::no_element) return {};
  const lint::Element& element = report.figure.elements[number];
  return {{"tag", element.tag},
          {"id", element.id.empty() ? Json() : Json(element.id)},
          {"line", element.where.is_known() ? Json(inputs.line(element.where)) : Json()}};
}

// Two places after the point: thousandths of a pixel say nothing.
double rounded(double length) { return std::round(length * 100) / 100; }

Json box_json(const Box& box) {
  if (box.width <= 0 && box.height <= 0) return {};
  return {{"x", rounded(box.x)}, {"y", rounded(box.y)}, {"width", rounded(box.width)}, {"height", rounded(box.height)}};
}

Json finding_json(const Report& report, const Inputs& inputs, const Finding& finding) {
  return {{"message", finding.message},
          {"element", element_json(report, inputs, finding.element)},
          {"other", element_json(report, inputs, finding.other)},
          {"text", finding.text.empty() ? Json() : Json(finding.text)},
          {"box", box_json(finding.box)}};
}

Json row_json(const Report& report, const Inputs& inputs, const RuleRow& row) {
  Json findings = Json::array();
  for (const Finding& finding : row.measured.findings) findings.push_back(finding_json(report, inputs, finding));
  return {{"figure", report.figure.name},
          {"rule", row.rule->id},
          {"name", row.rule->name},
          {"hard", row.rule->force == lint::Force::hard},
          {"limit", row.rule->limit},
          {"value", row.measured.value.empty() ? Json() : Json(row.measured.value)},
          {"verdict", lint::name(row.verdict)},
          {"reason", row.measured.reason.empty() ? Json() : Json(row.measured.reason)},
          {"findings", findings},
          {"more", row.measured.more}};
}

std::vector<std::string> told(const Report& report, const Inputs& inputs, const RuleRow& row) {
  std::vector<std::string> lines;
  for (const Finding& finding : row.measured.findings) {
    if (lines.size() == most_told) break;
    lines.push_back(fmt::format("{}: {}", place_of(report, inputs, finding.element), finding.message));
  }
  if (const std::size_t more = row.measured.findings.size() + row.measured.more - lines.size())
    lines.push_back(fmt::format("and {} more, which `--format json` lists", more));
  if (!row.measured.reason.empty()) lines.push_back(row.measured.reason);
  return lines;
}

std::string summary(const Report& report) {
  const auto count = [&](Verdict verdict) {
    return static_cast<std::size_t>(std::count_if(report.rows.begin(), report.rows.end(),
                                                  [&](const RuleRow& row) { return row.verdict == verdict; }));
  };
  return fmt::format("{}: {}, {} hard failed, {} gave advice, {} not measured", report.figure.name,
                     count_of(report.rows.size(), "rule"), count(Verdict::fail), count(Verdict::advice),
                     count(Verdict::not_measured));
}

Table table_of(const std::vector<Report>& reports, const Inputs& inputs) {
  Table table{
      .columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = "", .notes = {}, .noun = "rule"};
  for (const Report& report : reports) {
    for (const RuleRow& row : report.rows) {
      Row printed;
      printed.cells = {report.figure.name, std::string(row.rule->id),    std::string(row.rule->name),
                       row.measured.value, std::string(row.rule->limit), std::string(lint::name(row.verdict))};
      printed.details = told(report, inputs, row);
      if (reports.size() > 1) printed.section = report.figure.name;
      printed.data = [&report, &inputs, &row] { return row_json(report, inputs, row); };
      table.rows.push_back(std::move(printed));
    }
    table.notes.push_back(summary(report));
  }
  return table;
}

std::string read(const Invocation& invocation, const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(invocation.world.in), {}};
  return invocation.world.files.read(path);
}

bool has_failed(const std::vector<Report>& reports) {
  return std::any_of(reports.begin(), reports.end(), [](const Report& report) {
    return std::any_of(report.rows.begin(), report.rows.end(),
                       [](const RuleRow& row) { return row.verdict == Verdict::fail; });
  });
}

int run(const Invocation& invocation) {
  const auto paths = invocation.arguments.all("FIGURE");
  if (invocation.arguments.has("--out") && paths.size() > 1)
    throw UsageError("--out marks one figure; several are named");
  Inputs inputs;
  lint::Fonts fonts;
  Diagnostics diagnostics;
  std::vector<Report> reports;
  for (const std::string& path : paths) {
    const auto input =
        lint::add_figure(inputs, path == "-" ? "standard input" : path, read(invocation, path), diagnostics);
    if (auto report = input ? lint::lint(inputs, *input, fonts, diagnostics) : std::nullopt)
      reports.push_back(std::move(*report));
  }
  if (print_diagnostics(invocation, diagnostics, inputs) != fine) return data_errors;
  if (invocation.arguments.has("--out"))
    write_output(invocation, std::string(invocation.arguments.text("--out")), lint::annotated(inputs, 0, reports[0]));
  print_table(invocation, table_of(reports, inputs));
  return has_failed(reports) ? data_errors : fine;
}

}  // namespace

extern const Command lint_command;
constinit const Command lint_command{"lint",
                                     "measure an SVG figure: overlaps, clipped text, contrast, legend, fonts, names",
                                     "lint humanitarian.svg --out marked.svg",
                                     parameters,
                                     true,
                                     run,
                                     nullptr};

}  // namespace throughline::cli
