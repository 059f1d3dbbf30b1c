// SPDX-License-Identifier: Apache-2.0
// Judges nobody: dates that differ are listed with their sources.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "check/dated.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

std::string sources_of(const Model& model, const Claim& claim) {
  std::vector<std::string> ids;
  for (const Citation& citation : model.citations_of(claim.citations)) {
    const std::string id = fmt::format("`{}`", model.text(model[citation.source].id));
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return ids.empty() ? "without a source" : "according to " + join(ids, ", ");
}

void check_node(const Model& model, const Node& node, const std::vector<const Claim*>& claims,
                Diagnostics& diagnostics) {
  const bool all_agree = std::all_of(claims.begin(), claims.end(), [&](const Claim* a) {
    return std::none_of(claims.begin(), claims.end(), [&](const Claim* b) { return differ(model, a->date, b->date); });
  });
  if (all_agree) return;
  auto entry = diagnostics.report(Code::dates_differ, claims.front()->at,
                                  fmt::format("the dates of `{}` differ", model.text(node.id)));
  for (const Claim* claim : claims)
    entry.note(claim->at,
               fmt::format("{}, {}", dated(model, model.text(node.id), claim->date), sources_of(model, *claim)));
}

std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  std::size_t records = 0;
  for (const Node& node : input.model.nodes) {
    const std::vector<const Claim*> claims = input.model.date_claims_of(node);
    if (claims.size() < 2) continue;
    ++records;
    check_node(input.model, node, claims, diagnostics);
  }
  return records;
}

}  // namespace

extern const Rule dates_rule;
constinit const Rule dates_rule{"dates", "a node's several dates are compared, and listed if they differ", "node", run};

}  // namespace throughline
