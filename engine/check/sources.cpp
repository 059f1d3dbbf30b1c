// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "check/rule.hpp"

namespace throughline {
namespace {

void count_claim(CheckInput& input, Slice citations, Location at, std::string_view what, Diagnostics& diagnostics) {
  ++input.coverage.claims;
  if (is_sourced(citations)) ++input.coverage.sourced;
  if (is_quoted(input.model, citations)) ++input.coverage.quoted;
  if (!is_sourced(citations) && input.lists_unsourced)
    diagnostics.report(Code::unsourced, at, fmt::format("{} names no source", what));
}

std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  const Model& model = input.model;
  for (const Node& node : model.nodes)
    count_claim(input, node.citations, node.at, fmt::format("{} `{}`", model.kind_of(node).name, model.text(node.id)),
                diagnostics);
  for (const Relation& relation : model.relations)
    count_claim(input, relation.citations, relation.at, fmt::format("relation `{}`", model.type_of(relation).name),
                diagnostics);
  return input.coverage.claims;
}

}  // namespace

extern const Rule sources_rule;
constinit const Rule sources_rule{"sources", "each claim's sources and quotes are counted", "claim", run};

}  // namespace throughline
