// SPDX-License-Identifier: Apache-2.0
#include "lint/lint.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "lint/svg_reader.hpp"

namespace throughline::lint {
namespace {

void report_unmeasured(const Figure& figure, Diagnostics& diagnostics) {
  std::vector<std::string> unmeasured = figure.unmeasured;
  if (!figure.foreign.empty())
    unmeasured.push_back(fmt::format("the text of {}", count_of(figure.foreign.size(), "foreignObject")));
  if (unmeasured.empty()) return;
  const Location where = figure.elements[figure.foreign.empty() ? 0 : figure.foreign[0]].where;
  diagnostics.report(Code::figure_unmeasured, where, fmt::format("not measured: {}", join(unmeasured, ", ")));
}

}  // namespace

std::optional<Report> lint(const Inputs& inputs, std::uint16_t input, Fonts& fonts, Diagnostics& diagnostics) {
  std::optional<Figure> figure = read_svg(inputs, input, fonts, diagnostics);
  if (!figure) return std::nullopt;
  Report report{std::move(*figure), {}};
  report_unmeasured(report.figure, diagnostics);
  const Roles roles = roles_of(report.figure);
  const Subject subject{report.figure, roles, fonts};
  for (const Rule* rule : rules()) {
    Measured measured = rule->measure(subject);
    const Verdict verdict = verdict_of(*rule, measured);
    report.rows.push_back({rule, verdict, std::move(measured)});
  }
  return report;
}

}  // namespace throughline::lint
