// SPDX-License-Identifier: Apache-2.0
// A figure under the linter, for tests of what figures promise.
//
//   const auto report = linted(svg);   // nothing when it can't be measured
//   faults_of(*report, [](const RuleRow& row) { return row.verdict == Verdict::fail; })   // "V1: 2\n  …"
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>

#include "lint/lint.hpp"

namespace throughline::lint {

inline std::optional<Report> linted(const std::string& svg) {
  static Fonts fonts;
  Diagnostics diagnostics;
  Inputs inputs;
  const auto input = add_figure(inputs, "figure.svg", svg, diagnostics);
  return input ? lint(inputs, *input, fonts, diagnostics) : std::nullopt;
}

// What was found against the rules whose rows are broken, in words; empty when none is.
template <typename IsBroken>
std::string faults_of(const Report& report, IsBroken is_broken) {
  std::string faults;
  for (const RuleRow& row : report.rows) {
    if (!is_broken(row)) continue;
    faults += fmt::format("{}: {} {}", row.rule->id, row.measured.value, row.measured.reason);
    for (const Finding& finding : row.measured.findings) faults += "\n  " + finding.message;
    faults += '\n';
  }
  return faults;
}

}  // namespace throughline::lint
