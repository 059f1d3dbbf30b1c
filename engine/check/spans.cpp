// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "check/dated.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

// Reading refuses an interval that ends before it starts in every world. One that does so only if its end is taken for
// its first day (`2018-06/2018-XX`) has worlds; it is rarely what was meant.
void check_span(const Model& model, DateIndex date, Location at, Diagnostics& diagnostics) {
  const auto* interval = std::get_if<Interval>(&model[date].value.value);
  if (interval == nullptr) return;
  const auto* start = std::get_if<Date>(&interval->start);
  const auto* end = std::get_if<Date>(&interval->end);
  if (start == nullptr || end == nullptr || *bounds_of(*end).earliest >= *bounds_of(*start).earliest) return;
  diagnostics.report(Code::may_end_before_start, at,
                     fmt::format("`{}` may end before it starts: its end can be as early as {}", model.date_text(date),
                                 print_day(*bounds_of(*end).earliest)));
}

// One claim says only when it started, the other only when it ended.
void check_pair(const Model& model, const Node& node, const Claim& start, const Claim& end, Diagnostics& diagnostics) {
  const Extent& first = model[start.date].extent;
  const Extent& last = model[end.date].extent;
  const bool is_pair = (first.ongoing || first.end_unknown) && (last.start_open || last.start_unknown);
  if (!is_pair || first.uncertain || last.uncertain) return;
  const Bounds starts = extent_of(model[start.date].value, model.reading).start;
  const Bounds ends = extent_of(model[end.date].value, model.reading).end;
  if (!starts.earliest || !ends.latest || *starts.earliest <= *ends.latest) return;
  diagnostics
      .report(Code::ends_before_start, end.at,
              fmt::format("`{}` ends before it starts: its end is `{}`, its start `{}`", model.text(node.id),
                          model.date_text(end.date), model.date_text(start.date)))
      .note(start.at, "its start is said here");
}

std::size_t check_node(const Model& model, const Node& node, Diagnostics& diagnostics) {
  std::size_t dates = 0;
  for (const Claim& claim : model.claims_of(node)) {
    if (claim.date == none<DateIndex>) continue;
    ++dates;
    check_span(model, claim.date, claim.at, diagnostics);
  }
  const std::vector<const Claim*> claims = model.date_claims_of(node);
  for (const Claim* start : claims)
    for (const Claim* end : claims) check_pair(model, node, *start, *end, diagnostics);
  return dates;
}

std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  const Model& model = input.model;
  std::size_t dates = 0;
  for (const Node& node : model.nodes) dates += check_node(model, node, diagnostics);
  for (const Relation& relation : model.relations) {
    if (relation.when == none<DateIndex>) continue;
    ++dates;
    check_span(model, relation.when, relation.at, diagnostics);
  }
  return dates;
}

}  // namespace

extern const Rule spans_rule;
constinit const Rule spans_rule{"spans", "nothing ends before it starts", "date", run};

}  // namespace throughline
