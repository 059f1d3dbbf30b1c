// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "check/coverage.hpp"
#include "query/gaps.hpp"

namespace throughline {
namespace {

// --- whose side an actor is on

// Members of one body need not be on one side: both Koreas are members of the United Nations.
constexpr std::string_view belonging_types[] = {"part_of", "heads", "works_for", "represents"};

// The actors of one side: those that are on it for certain, and those that may be, too.
struct Side {
  std::set<NodeIndex> certain;
  std::set<NodeIndex> possible;

  void add(NodeIndex node, Verdict verdict) {
    if (verdict == Verdict::certain) certain.insert(node);
    possible.insert(node);
  }
};

bool is_belonging(const Model& model, const Relation& relation) {
  const std::string& type = model.type_of(relation).name;
  return std::find(std::begin(belonging_types), std::end(belonging_types), type) != std::end(belonging_types);
}

bool meet(const std::set<NodeIndex>& a, const std::set<NodeIndex>& b) {
  return std::any_of(a.begin(), a.end(), [&](NodeIndex node) { return b.contains(node); });
}

// Is an actor on both?
Verdict share(const Side& a, const Side& b) {
  return meet(a.certain, b.certain)     ? Verdict::certain
         : meet(a.possible, b.possible) ? Verdict::possible
                                        : Verdict::impossible;
}

// Each is worked out once: an actor may have a hundred thousand relations.
class Sides {
 public:
  explicit Sides(const Looked& looked) : looked_(looked) {}

  // The actor and all that it belongs to, at any remove.
  const Side& of(NodeIndex actor) {
    const auto [at, is_new] = actors_.try_emplace(actor);
    if (is_new) at->second = {wholes_of(actor, Verdict::certain), wholes_of(actor, Verdict::possible)};
    return at->second;
  }

  // Of those who carry an initiative: relations of actors lead to it.
  const Side& carrying(NodeIndex initiative) {
    const auto [at, is_new] = initiatives_.try_emplace(initiative);
    if (is_new)
      for (const Step& step : looked_.steps_from(initiative))
        if (step.direction == Direction::backward && looked_.is(step.to, "actor")) add(step, at->second);
    return at->second;
  }

 private:
  void add(const Step& carrier, Side& side) {
    const Side& more = of(carrier.to);
    side.possible.insert(more.possible.begin(), more.possible.end());
    if (looked_.there(carrier.relation) == Verdict::certain)
      side.certain.insert(more.certain.begin(), more.certain.end());
  }

  // Along relations that are there at least so surely.
  std::set<NodeIndex> wholes_of(NodeIndex actor, Verdict least) const {
    std::set<NodeIndex> wholes = {actor};
    std::vector<NodeIndex> waiting = {actor};
    while (!waiting.empty()) {
      const NodeIndex next = waiting.back();
      waiting.pop_back();
      for (const Step& step : looked_.steps_from(next))
        if (step.direction == Direction::forward && is_belonging(looked_.model, looked_.model[step.relation]) &&
            looked_.there(step.relation) >= least && wholes.insert(step.to).second)
          waiting.push_back(step.to);
    }
    return wholes;
  }

  const Looked& looked_;
  std::map<NodeIndex, Side> actors_;
  std::map<NodeIndex, Side> initiatives_;
};

// Those who published what carries the claim; nothing when one of them is unknown, or no actor.
std::optional<std::set<NodeIndex>> publishers_of(const Model& model, Slice citations) {
  std::set<NodeIndex> publishers;
  for (const Citation& citation : model.citations_of(citations)) {
    const NodeIndex publisher = model[citation.source].publisher_node;
    if (publisher == none<NodeIndex>) return std::nullopt;
    publishers.insert(publisher);
  }
  if (publishers.empty()) return std::nullopt;
  return publishers;
}

Verdict all_on(Sides& sides, const std::set<NodeIndex>& publishers, const Side& side) {
  Verdict verdict = Verdict::certain;
  for (const NodeIndex publisher : publishers) verdict = both(verdict, share(sides.of(publisher), side));
  return verdict;
}

std::string names_of(const Model& model, const std::set<NodeIndex>& nodes) {
  std::vector<std::string> names;
  for (const NodeIndex node : nodes) names.emplace_back(model.text(model[node].name));
  return join(names, ", ");
}

// Of a relation that has two sides: two actors who do not belong together; an initiative that involves an actor.
struct TwoSides {
  const Side& first;
  const Side& second;
  std::string first_name;
  std::string second_name;
  Verdict are_two;
};

std::optional<TwoSides> two_sides_of(const Looked& looked, Sides& sides, const Relation& relation) {
  const Model& model = looked.model;
  const bool is_of_one_side = is_belonging(model, relation) || model.type_of(relation).name == "member_of";
  if (!looked.is(relation.to, "actor") || is_of_one_side) return std::nullopt;
  const bool involves = model.type_of(relation).name == "involves";
  if (!involves && !looked.is(relation.from, "actor")) return std::nullopt;
  const Side& first = involves ? sides.carrying(relation.from) : sides.of(relation.from);
  const Side& second = sides.of(relation.to);
  if (first.possible.empty()) return std::nullopt;
  const Verdict has_first = first.certain.empty() ? Verdict::possible : Verdict::certain;
  return TwoSides{first, second,
                  fmt::format("{}{}", involves ? "who carries " : "", model.text(model[relation.from].name)),
                  std::string(model.text(model[relation.to].name)), both(has_first, negated(share(first, second)))};
}

// --- how many say so

// Distinct sources, and distinct publishers; one without a publisher counts as a voice of its own.
struct Voices {
  std::set<SourceIndex> sources;
  std::set<std::string_view> publishers;
};

Voices voices_of(const Model& model, Slice citations) {
  Voices voices;
  for (const Citation& citation : model.citations_of(citations)) {
    const Source& source = model[citation.source];
    voices.sources.insert(citation.source);
    voices.publishers.insert(model.text(source.publisher == StringId::empty ? source.id : source.publisher));
  }
  return voices;
}

std::string publisher_text(const Model& model, const Source& source) {
  if (source.publisher_node != none<NodeIndex>) return std::string(model.text(model[source.publisher_node].name));
  return std::string(model.text(source.publisher));
}

std::string published_by(const Model& model, const Source& source) {
  const std::string publisher = publisher_text(model, source);
  return publisher.empty() ? "" : fmt::format(", published by {}", publisher);
}

// Calls `look(gap, citations)` for each relation, and each date of a node.
template <typename Look>
std::vector<Gap> find_among_claims(const Looked& looked, Look look) {
  std::vector<Gap> gaps;
  const Model& model = looked.model;
  const auto add = [&](Gap gap, Slice citations) {
    const std::string why = look(citations);
    if (why.empty()) return;
    gap.why = fmt::format("{}{}", gap.since.empty() ? "" : fmt::format("dated {}: ", gap.since), why);
    gap.citations = citations;
    gaps.push_back(std::move(gap));
  };
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i)
    if (const NodeIndex node{i}; looked.at(node))
      for (const Claim* claim : model.date_claims_of(model[node]))
        add({.node = node,
             .held = looked.standings.of(*claim).held,
             .since = std::string(model.date_text(claim->date))},
            claim->citations.count > 0 ? claim->citations : model[node].citations);
  for (std::uint32_t i = 0; i < model.relations.size(); ++i)
    if (const RelationIndex relation{i}; looked.at(relation))
      add({.relation = relation, .held = looked.standings.of(relation).held}, model[relation].citations);
  return gaps;
}

}  // namespace

std::vector<Gap> find_one_sided(const Looked& looked) {
  std::vector<Gap> gaps;
  Sides sides(looked);
  const Model& model = looked.model;
  for (std::uint32_t i = 0; i < model.relations.size(); ++i) {
    const RelationIndex index{i};
    if (!looked.at(index)) continue;
    const auto publishers = publishers_of(model, model[index].citations);
    const auto two = publishers ? two_sides_of(looked, sides, model[index]) : std::nullopt;
    if (!two) continue;
    const Verdict by_first = all_on(sides, *publishers, two->first);
    const Verdict by_second = all_on(sides, *publishers, two->second);
    const Verdict by_one = either(both(by_first, negated(by_second)), both(by_second, negated(by_first)));
    const Verdict verdict = both(both(two->are_two, by_one), looked.there(index));
    if (verdict == Verdict::impossible) continue;
    gaps.push_back({.relation = index,
                    .held = all_of(looked.standings.of(index).held, held_of(verdict)),
                    .why = fmt::format("only {} says so; {} is not heard", names_of(model, *publishers),
                                       by_first >= by_second ? two->second_name : two->first_name),
                    .citations = model[index].citations});
  }
  return gaps;
}

std::vector<Gap> find_unsourced(const Looked& looked) {
  std::vector<Gap> gaps;
  const Model& model = looked.model;
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i)
    if (const NodeIndex node{i}; looked.at(node) && !is_sourced(model[node].citations))
      gaps.push_back({.node = node, .held = looked.standings.of(node).held, .why = "no source"});
  for (std::uint32_t i = 0; i < model.relations.size(); ++i)
    if (const RelationIndex relation{i}; looked.at(relation) && !is_sourced(model[relation].citations))
      gaps.push_back({.relation = relation, .held = looked.standings.of(relation).held, .why = "no source"});
  return gaps;
}

std::vector<Gap> find_single_publisher(const Looked& looked) {
  return find_among_claims(looked, [&](Slice citations) -> std::string {
    const Voices voices = voices_of(looked.model, citations);
    if (voices.sources.size() < 2 || voices.publishers.size() != 1) return {};
    return fmt::format("{}, all published by {}", count_of(voices.sources.size(), "source"),
                       publisher_text(looked.model, looked.model[*voices.sources.begin()]));
  });
}

std::vector<Gap> find_single_source(const Looked& looked) {
  return find_among_claims(looked, [&](Slice citations) -> std::string {
    const Voices voices = voices_of(looked.model, citations);
    if (voices.sources.size() != 1) return {};
    const Source& source = looked.model[*voices.sources.begin()];
    return fmt::format("only {} says so{}", looked.model.text(source.title), published_by(looked.model, source));
  });
}

}  // namespace throughline
