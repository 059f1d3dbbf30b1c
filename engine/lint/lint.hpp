// SPDX-License-Identifier: Apache-2.0
// A figure measured against all rules, and the figure with what was found marked on it.
//
//   const auto report = lint(inputs, input, fonts, diagnostics); report->rows[0].verdict
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {

struct RuleRow {
  const Rule* rule;
  Verdict verdict;
  Measured measured;
};

struct Report {
  Figure figure;
  std::vector<RuleRow> rows;
};

// The file as UTF-8 among the inputs, whatever it declares; nothing when its bytes are not text, which is reported.
std::optional<std::uint16_t> add_figure(Inputs& inputs, std::string name, std::string bytes, Diagnostics& diagnostics);

// Nothing when it is no SVG, or too large: a diagnostic says so.
std::optional<Report> lint(const Inputs& inputs, std::uint16_t input, Fonts& fonts, Diagnostics& diagnostics);

// The same picture with numbered marks on what was found, and a list of it below.
std::string annotated(const Inputs& inputs, std::uint16_t input, const Report& report);

}  // namespace throughline::lint
