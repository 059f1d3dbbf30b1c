// SPDX-License-Identifier: Apache-2.0
#include "query/certainty.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "model/rivals.hpp"

namespace throughline {

namespace {

// "denied by 2021 Work Plan"
std::string denial_of(const Model& model, const Relation& relation) {
  std::vector<std::string> voices;
  for (const RelationIndex rival : denying_rivals_of(model, model.index_of(relation)))
    for (const Citation& citation : model.citations_of(model[rival].citations))
      voices.emplace_back(model.text(model[citation.source].title));
  voices.erase(std::unique(voices.begin(), voices.end()), voices.end());
  return voices.empty() ? "denied by another claim" : fmt::format("denied by {}", join(voices, ", "));
}

}  // namespace

Verdict stated_certainty_of(const Model& model, const Relation& relation) {
  if (is_denial(relation)) return Verdict::impossible;
  const bool is_plain = relation.assertion == Assertion::asserted && relation.confidence == Confidence::stated;
  const bool is_dated_surely = relation.when == none<DateIndex> || !model[relation.when].extent.uncertain;
  return is_plain && is_dated_surely ? Verdict::certain : Verdict::possible;
}

Verdict certainty_of(const Model& model, const Relation& relation) {
  const Verdict stated = stated_certainty_of(model, relation);
  const bool is_lowered = stated == Verdict::certain && is_contested(model, model.index_of(relation));
  return is_lowered ? Verdict::possible : stated;
}

std::string caveat_of(const Model& model, const Relation& relation) {
  std::string caveat;
  if (relation.assertion != Assertion::asserted) caveat = name(relation.assertion);
  if (relation.confidence != Confidence::stated) caveat = name(relation.confidence);
  if (caveat.empty() && relation.when != none<DateIndex> && model[relation.when].extent.uncertain)
    caveat = "uncertain date";
  if (caveat.empty() && is_contested(model, model.index_of(relation))) caveat = denial_of(model, relation);
  if (!caveat.empty() && relation.note != StringId::empty) caveat += fmt::format(": {}", model.text(relation.note));
  return caveat;
}

}  // namespace throughline
