// SPDX-License-Identifier: Apache-2.0
// The promise of every diagram, measured on the finished file by the linter itself: no two texts overlap, none is cut,
// no two nodes touch. To try three hundred: THROUGHLINE_DIAGRAMS=300 build/dev/tests/lint_test
// --gtest_filter='DiagramLabels*'
#include <gtest/gtest.h>

#include <cstdlib>

#include "lint/linted.hpp"
#include "render/figure.hpp"
#include "support/sample_diagram.hpp"

namespace throughline::lint {
namespace {

std::string broken_promises(const std::string& svg) {
  const auto report = linted(svg);
  if (!report) return "no figure";
  std::size_t measured = 0;
  const std::string faults = faults_of(*report, [&](const RuleRow& row) {
    const bool is_promised = row.rule->id == "V1" || row.rule->id == "V2" || row.rule->id == "V6";
    measured += is_promised ? 1 : 0;
    return is_promised && row.verdict == Verdict::fail;
  });
  return measured == 3 ? faults : "rules are missing";
}

unsigned diagrams_to_try() {
  const char* asked = std::getenv("THROUGHLINE_DIAGRAMS");
  const unsigned long count = asked == nullptr ? 0 : std::strtoul(asked, nullptr, 10);
  return count == 0 ? 8 : static_cast<unsigned>(count);
}

TEST(DiagramLabels, are_whole_and_apart_whatever_is_drawn) {
  for (unsigned seed = 1; seed <= diagrams_to_try(); ++seed) {
    DiagramView view = random_diagram(1000 + seed, seed % 4 == 0 ? 40 : 16);
    constexpr double widths[] = {480, 680, 1100};
    view.sheet.width = widths[seed % 3];
    Diagnostics diagnostics;
    EXPECT_EQ(broken_promises(render(compose(view, diagnostics), "svg", diagnostics)), "") << "seed " << 1000 + seed;
  }
}

}  // namespace
}  // namespace throughline::lint
