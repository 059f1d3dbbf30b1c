// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "query/gaps.hpp"

namespace throughline {
namespace {

// Along relations that are there at least so surely: the initiative has one with an actor, or what it is part of has.
bool has_actor(const Looked& looked, NodeIndex initiative, Verdict least, std::set<NodeIndex>& seen) {
  if (!seen.insert(initiative).second) return false;
  std::vector<Step> steps = looked.steps_from(initiative);
  std::erase_if(steps, [&](const Step& step) { return looked.there(step.relation) < least; });
  const auto is_actor = [&](const Step& step) { return looked.is(step.to, "actor"); };
  if (std::any_of(steps.begin(), steps.end(), is_actor)) return true;
  return std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
    const std::string& type = looked.model.type_of(looked.model[step.relation]).name;
    const bool leads_to_whole = type == (step.direction == Direction::forward ? "part_of" : "includes");
    return leads_to_whole && looked.is(step.to, "initiative") && has_actor(looked, step.to, least, seen);
  });
}

Verdict has_actor(const Looked& looked, NodeIndex initiative) {
  for (const Verdict least : {Verdict::certain, Verdict::possible})
    if (std::set<NodeIndex> seen; has_actor(looked, initiative, least, seen)) return least;
  return Verdict::impossible;
}

Verdict has_participant(const Looked& looked, NodeIndex event) {
  Verdict verdict = Verdict::impossible;
  for (const Step& step : looked.steps_from(event))
    if (looked.is(step.to, "actor")) verdict = either(verdict, looked.there(step.relation));
  return verdict;
}

// Of nodes of a kind.
template <typename Has>
std::vector<Gap> find_nodes(const Looked& looked, std::string_view kind, std::string_view rest, Has has) {
  std::vector<Gap> gaps;
  for (std::uint32_t i = 0; i < looked.model.nodes.size(); ++i) {
    const NodeIndex node{i};
    if (!looked.is(node, kind) || !looked.at(node)) continue;
    const Verdict filled = has(looked, node);
    if (filled == Verdict::certain) continue;
    gaps.push_back({.node = node,
                    .held = all_of(looked.standings.of(node).held, held_of(negated(filled))),
                    .why = std::string(filled == Verdict::impossible ? "no relation with an actor"
                                                                     : "no relation with an actor is certain")
                               .append(rest),
                    .citations = looked.model[node].citations});
  }
  return gaps;
}

}  // namespace

std::vector<Gap> find_without_participant(const Looked& looked) {
  return find_nodes(looked, "event", "", has_participant);
}

std::vector<Gap> find_without_actor(const Looked& looked) {
  return find_nodes(looked, "initiative", ", nor has what it is part of",
                    [](const Looked& where, NodeIndex node) { return has_actor(where, node); });
}

}  // namespace throughline
