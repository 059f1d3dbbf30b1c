// SPDX-License-Identifier: Apache-2.0
#include "query/certainty.hpp"

#include <fmt/format.h>

namespace throughline {

Verdict certainty_of(const Model& model, const Relation& relation) {
  if (relation.assertion == Assertion::denied || relation.assertion == Assertion::disproven) return Verdict::impossible;
  const bool is_plain = relation.assertion == Assertion::asserted && relation.confidence == Confidence::stated;
  const bool is_dated_surely = relation.when == none<DateIndex> || !model[relation.when].extent.uncertain;
  return is_plain && is_dated_surely ? Verdict::certain : Verdict::possible;
}

Verdict certainty_of(const Model& model, const Chain& chain) {
  Verdict weakest = Verdict::certain;
  for (const Step& step : chain.steps) weakest = both(weakest, certainty_of(model, model[step.relation]));
  return weakest;
}

std::string caveat_of(const Model& model, const Relation& relation) {
  std::string caveat;
  if (relation.assertion != Assertion::asserted) caveat = name(relation.assertion);
  if (relation.confidence != Confidence::stated) caveat = name(relation.confidence);
  if (caveat.empty() && relation.when != none<DateIndex> && model[relation.when].extent.uncertain)
    caveat = "uncertain date";
  if (!caveat.empty() && relation.note != StringId::empty) caveat += fmt::format(": {}", model.text(relation.note));
  return caveat;
}

}  // namespace throughline
