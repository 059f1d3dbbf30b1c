// SPDX-License-Identifier: Apache-2.0
// The promise of every timeline, measured on the finished file by the linter itself: no two texts overlap, none is cut,
// and each date lies where it is. To try a thousand: RC_PARAMS="max_success=1000" build/dev/tests/lint_test
// --gtest_filter='TimelineLabels*'
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "lint/linted.hpp"
#include "render/figure.hpp"
#include "view/timeline_random.hpp"
#include "view/timeline_scene.hpp"

namespace throughline::lint {
namespace {

// As many small numbers as large ones.
std::size_t any_up_to(std::size_t most) {
  const int steps = *rc::gen::inRange(0, 101);
  return static_cast<std::size_t>(std::lround(std::pow(static_cast<double>(most), steps / 100.0)));
}

std::string broken_promises(const std::string& svg) {
  const auto report = linted(svg);
  if (!report) return "no figure";
  return faults_of(*report, [](const RuleRow& row) {
    const bool is_promised = row.rule->id == "V1" || row.rule->id == "V2";
    const bool is_wrong_date = row.rule->id == "V21" && row.verdict == Verdict::fail;
    return is_wrong_date || (is_promised && (row.verdict != Verdict::pass || !row.measured.reason.empty()));
  });
}

void expect_whole_and_apart(const Sheet& sheet) {
  const auto seed = *rc::gen::inRange(0U, 1'000'000U);
  const std::size_t items = any_up_to(400);
  const auto days = static_cast<std::int64_t>(any_up_to(1'100'000));  // 3,000 years
  RC_LOG() << fmt::format("seed {}, {} items, {} days, {} px", seed, items, days, sheet.width) << std::endl;
  TimelineView view = ViewMaker(seed).make(items, days);
  view.sheet = sheet;
  Diagnostics diagnostics;
  const std::string faults = broken_promises(render(place_timeline(view, metrics()), "svg", diagnostics));
  RC_LOG() << faults << std::endl;
  RC_ASSERT(faults.empty());
}

RC_GTEST_PROP(TimelineLabels, are_whole_and_apart_whatever_is_drawn, ()) {
  expect_whole_and_apart({"light", *rc::gen::element(480.0, 680.0, 1100.0, 2400.0)});
}

RC_GTEST_PROP(TimelineLabels, are_whole_and_apart_where_time_runs_down, ()) {
  expect_whole_and_apart({"light", *rc::gen::element(320.0, 390.0, 680.0, 1100.0), true});
}

}  // namespace
}  // namespace throughline::lint
