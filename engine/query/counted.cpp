// SPDX-License-Identifier: Apache-2.0
#include "query/counted.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
#include "query/ties.hpp"

namespace throughline {
namespace {

// How all nodes and relations stand, what does not count as if it had never been.
struct Chosen {
  std::vector<Held> nodes;
  std::vector<Held> relations;
  HeldCounts counts;  // of the relations
  std::size_t denied = 0;
  std::size_t less_than_certain = 0;
  std::size_t off_topic = 0;  // nodes
};

Held choose(RelationIndex relation, const Standings& standings, Chosen& chosen) {
  const TimeStanding standing = standings.of(relation);
  const Verdict certainty = standings.certainty_of(relation);
  if (standings.is_asked() ? standing.is_denied : certainty == Verdict::impossible) {
    ++chosen.denied;
    return Held::never;
  }
  if (certainty == Verdict::possible) ++chosen.less_than_certain;
  chosen.counts.add(standing);
  return standing.held;
}

Chosen chosen_of(const Model& model, const Standings& standings, const Filter& filter) {
  Chosen chosen;
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i) {
    const bool is_kept = filter.keeps(NodeIndex{i});
    if (!is_kept) ++chosen.off_topic;
    chosen.nodes.push_back(is_kept ? standings.of(NodeIndex{i}).held : Held::never);
  }
  for (std::uint32_t i = 0; i < model.relations.size(); ++i) {
    const Relation& relation = model.relations[i];
    const bool is_kept = filter.keeps(relation) && filter.keeps(relation.from) && filter.keeps(relation.to);
    chosen.relations.push_back(is_kept ? choose(RelationIndex{i}, standings, chosen) : Held::never);
  }
  return chosen;
}

void note_relations(const Chosen& chosen, const Standings& standings, const Filter& filter, Table& table) {
  if (standings.is_asked()) add_notes(standings, chosen.counts, table);
  if (chosen.counts.undated > 0 && standings.least() != Held::certainly)
    table.notes.emplace_back("what is undated is not counted");
  add_denied_note(chosen.denied, table);
  if (!standings.is_asked() && chosen.less_than_certain > 0)
    table.notes.push_back(
        fmt::format("{} of {} counted {} less than certain: planned, inferred, doubtful or of an uncertain date",
                    chosen.less_than_certain, count_of(chosen.counts.certainly, "relation"),
                    chosen.less_than_certain == 1 ? "is" : "are"));
  filter.add_note(table);
}

void note_nodes(const Chosen& chosen, const CountedNetworks& counted, Table& table) {
  if (chosen.off_topic > 0)
    table.notes.push_back(
        fmt::format("{} left out by --topic, with their relations", count_of(chosen.off_topic, "node")));
  const std::size_t without_place = chosen.nodes.size() - chosen.off_topic - counted.widest().node_count();
  if (without_place > 0)
    table.notes.push_back(
        fmt::format("{} left out: neither a date of their own nor a relation that is counted says "
                    "that they were there{}",
                    count_of(without_place, "node"), counted.possible ? "" : " for certain"));
}

}  // namespace

CountedNetworks counted_networks(const Graph& graph, const Standings& standings, const Filter& filter,
                                 Counting counting, Table& table) {
  const Model& model = graph.model();
  const Passage passage = passage_of(graph, false);
  const Chosen chosen = chosen_of(model, standings, filter);
  const auto network_at = [&](Held least) {
    return network_of(snapshot(model, chosen.nodes, chosen.relations, least), passage, counting);
  };
  CountedNetworks counted{network_at(Held::certainly), std::nullopt};
  if (standings.is_asked() && !standings.standpoint().certain_only) counted.possible = network_at(Held::possibly);
  note_relations(chosen, standings, filter, table);
  note_nodes(chosen, counted, table);
  return counted;
}

std::string counting_words(Counting counting) {
  return fmt::format("{}, several between two nodes {}",
                     counting.undirected ? "all relations both ways"
                                         : "relations from start to end, those of symmetric types both ways",
                     counting.each_relation ? "weighing as many" : "as one");
}

std::optional<std::uint32_t> number_in(const Network& network, NodeIndex node) {
  const auto at = std::lower_bound(network.nodes.begin(), network.nodes.end(), node);
  if (at == network.nodes.end() || *at != node) return std::nullopt;
  return static_cast<std::uint32_t>(at - network.nodes.begin());
}

std::vector<NodeIndex> shown_nodes(const Model& model, const Network& network, const Arguments& arguments, Table& table,
                                   Diagnostics& diagnostics) {
  if (!arguments.has("--kind")) return network.nodes;
  const std::vector<NodeIndex> wanted = select_all(model, arguments.all("--kind"), diagnostics);
  std::vector<NodeIndex> shown;
  std::set_intersection(network.nodes.begin(), network.nodes.end(), wanted.begin(), wanted.end(),
                        std::back_inserter(shown));
  table.notes.push_back(
      fmt::format("{} of {} shown; all are counted", shown.size(), count_of(network.node_count(), "node")));
  return shown;
}

std::string no_nodes_words(const Arguments& arguments, const Standpoint& standpoint) {
  if (!arguments.has("--kind")) return none_words("nodes to count", standpoint);
  return fmt::format("no node fits --kind{}", standpoint.is_asked() ? " and the question about time" : "");
}

}  // namespace throughline
