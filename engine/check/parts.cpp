// SPDX-License-Identifier: Apache-2.0
// Warns only: that a task outlived its programme may be loosely said and yet be so.
#include <fmt/format.h>

#include <algorithm>

#include "check/dated.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

void check_part(const Model& model, const Relation& relation, const Node& part, const Node& whole,
                Diagnostics& diagnostics) {
  const std::vector<DateIndex> parts = dates_of(model, part);
  const std::vector<DateIndex> wholes = dates_of(model, whole);
  const bool is_apart = !parts.empty() && std::all_of(parts.begin(), parts.end(),
                                                      [&](DateIndex date) { return is_outside(model, date, wholes); });
  if (!is_apart) return;
  diagnostics
      .report(Code::part_outside_whole, relation.at,
              fmt::format("{}, outside the time of `{}`, which it is part of", dated(model, model.text(part.id), parts),
                          model.text(whole.id)))
      .note(part.at, fmt::format("`{}` is defined here", model.text(part.id)))
      .note(whole.at, dated(model, model.text(whole.id), wholes));
}

// Of events and initiatives; the life of an actor is the business of another rule.
std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  const Model& model = input.model;
  std::size_t records = 0;
  for (const Relation& relation : model.relations) {
    const Timing timing = model.type_of(relation).timing;
    const Node& from = model[relation.from];
    const Node& to = model[relation.to];
    const bool is_actor = model.kind_of(from).name == "actor" || model.kind_of(to).name == "actor";
    if ((timing != Timing::part && timing != Timing::whole) || is_actor || relation.assertion != Assertion::asserted)
      continue;
    ++records;
    check_part(model, relation, timing == Timing::part ? from : to, timing == Timing::part ? to : from, diagnostics);
  }
  return records;
}

}  // namespace

extern const Rule parts_rule;
constinit const Rule parts_rule{"parts", "parts of events and initiatives lie within the whole", "part", run};

}  // namespace throughline
