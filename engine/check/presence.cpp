// SPDX-License-Identifier: Apache-2.0
// Warns only: that someone came a day early may be loosely said and yet be so.
#include <fmt/format.h>

#include "check/dated.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  const Model& model = input.model;
  std::size_t records = 0;
  for (const Relation& relation : model.relations) {
    const bool takes_part = model.type_of(relation).timing == Timing::present;
    if (!takes_part || relation.when == none<DateIndex> || relation.assertion != Assertion::asserted) continue;
    ++records;
    const Node& event = model[relation.to];
    const std::vector<DateIndex> dates = dates_of(model, event);
    if (!is_outside(model, relation.when, dates)) continue;
    diagnostics
        .report(Code::absent_from_event, relation.at,
                fmt::format("{}, when `{}` was not held", dated(model, words_of(model, relation), relation.when),
                            model.text(event.id)))
        .note(event.at, dated(model, model.text(event.id), dates));
  }
  return records;
}

}  // namespace

extern const Rule presence_rule;
constinit const Rule presence_rule{"presence", "participants take part while their event is held",
                                   "dated participation", run};

}  // namespace throughline
