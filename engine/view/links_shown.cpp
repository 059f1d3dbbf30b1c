// SPDX-License-Identifier: Apache-2.0
#include "view/links_shown.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "query/links_question.hpp"
#include "query/selector.hpp"
#include "view/gathered_chains.hpp"

namespace throughline {
namespace {

// By node, whether a chain may have it: an end, or of the kinds and types that the figure asks for.
std::vector<bool> allowed_nodes(const Model& model, const Scope& scope, const LinkQuestion& links) {
  std::vector<bool> allowed;
  for (const Node& node : model.nodes) allowed.push_back(is_of_kinds(model, scope, node));
  for (const auto* ends : {&links.from, &links.to})
    for (const NodeIndex node : *ends) allowed[position(node)] = true;
  for (const NodeIndex node : scope.exclude) allowed[position(node)] = false;
  return allowed;
}

std::function<bool(const Relation&)> allowed_relations(const Model& model, const Scope& scope,
                                                       const LinkQuestion& links) {
  const bool asks_more = !scope.kinds.empty() || !scope.types.empty() || !scope.exclude.empty() ||
                         !scope.sources.empty() || !scope.relations.empty();
  if (!asks_more) return {};
  return [&model, &scope, allowed = allowed_nodes(model, scope, links)](const Relation& relation) {
    return is_said(model, scope, relation.citations) && allowed[position(relation.from)] &&
           allowed[position(relation.to)] && is_of_types(scope, relation);
  };
}

// Which chains stay when nodes have to go: the node that the fewest chains pass goes first, and all that pass it, until
// the rest has room. Certain ones count before all others; of equals that of the longer chains goes, then the last by
// id.
class Thinning {
 public:
  explicit Thinning(const std::vector<StandingChain>& chains) : chains_(chains), stays_(chains.size(), true) {
    for (std::size_t i = 0; i < chains.size(); ++i)
      for (const NodeIndex node : nodes_of(i)) {
        passing_[node].push_back(i);
        add(node, i, 1);
        std::size_t& shortest = shortest_.try_emplace(node, chains[i].chain.steps.size()).first->second;
        shortest = std::min(shortest, chains[i].chain.steps.size());
      }
    for (const auto& [node, passing] : passing_) weakest_first_.insert(key(node));
  }

  // By chain.
  const std::vector<bool>& thin_to(std::size_t most) {
    while (weakest_first_.size() > most) drop(std::get<4>(*weakest_first_.begin()));
    return stays_;
  }

 private:
  using Weight = std::pair<std::size_t, std::size_t>;  // certain chains, all chains
  using Key = std::tuple<std::size_t, std::size_t, std::int64_t, std::int64_t, NodeIndex>;

  std::set<NodeIndex> nodes_of(std::size_t i) const {
    std::set<NodeIndex> nodes{chains_[i].chain.start};
    for (const Step& step : chains_[i].chain.steps) nodes.insert(step.to);
    return nodes;
  }

  void add(NodeIndex node, std::size_t i, std::size_t by) {
    Weight& weight = weights_[node];
    weight.second += by;
    if (chains_[i].held == Held::certainly) weight.first += by;
  }

  Key key(NodeIndex node) const {
    const Weight& weight = weights_.at(node);
    return {weight.first, weight.second, -static_cast<std::int64_t>(shortest_.at(node)),
            -static_cast<std::int64_t>(position(node)), node};
  }

  void drop(NodeIndex node) {
    for (const std::size_t i : passing_.at(node)) {
      if (!stays_[i]) continue;
      stays_[i] = false;
      for (const NodeIndex other : nodes_of(i)) {
        weakest_first_.erase(key(other));
        add(other, i, static_cast<std::size_t>(-1));
        if (weights_.at(other).second > 0) weakest_first_.insert(key(other));
      }
    }
  }

  const std::vector<StandingChain>& chains_;
  std::vector<bool> stays_;
  std::map<NodeIndex, std::vector<std::size_t>> passing_;
  std::map<NodeIndex, Weight> weights_;
  std::map<NodeIndex, std::size_t> shortest_;  // chain through it
  std::set<Key> weakest_first_;
};

constexpr std::size_t most_columns = 3;  // that a page has room for

// By how far they are from a start, where all relations then lead from column to column.
std::vector<std::size_t> columns_of(const Model& model, const GatheredChains& gatherer, const Selection& selection) {
  const std::map<NodeIndex, std::size_t>& places = gatherer.places();
  if (selection.chains->longest >= most_columns) return {};
  for (const RelationIndex relation : selection.relations)
    if (places.at(model[relation].from) == places.at(model[relation].to)) return {};
  std::vector<std::size_t> columns;
  for (const auto& [node, place] : places) columns.push_back(place);
  return columns;
}

// Of few starts each gets its share: first the best chain of each, then the next of each; those to ends that most
// chains reach come first.
std::vector<std::size_t> in_turn(const std::vector<StandingChain>& chains) {
  std::map<NodeIndex, std::size_t> reached;
  for (const StandingChain& each : chains) ++reached[each.chain.end()];
  std::vector<std::size_t> order(chains.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<std::size_t> turn(chains.size());
  const auto key = [&](std::size_t i) {
    return std::tuple(-static_cast<int>(chains[i].held), turn[i],
                      -static_cast<std::int64_t>(reached.at(chains[i].chain.end())), chains[i].chain.steps.size());
  };
  const auto comes_first = [&](std::size_t a, std::size_t b) { return key(a) < key(b); };
  std::stable_sort(order.begin(), order.end(), comes_first);
  std::map<std::pair<NodeIndex, Held>, std::size_t> turns;
  for (const std::size_t i : order) turn[i] = ++turns[{chains[i].chain.start, chains[i].held}];
  std::stable_sort(order.begin(), order.end(), comes_first);
  return order;
}

// Of many starts those stay whose nodes most chains pass.
std::vector<std::size_t> thickest_first(const std::vector<StandingChain>& chains, std::size_t max_nodes) {
  const std::vector<bool> stays = Thinning(chains).thin_to(max_nodes);
  std::vector<std::size_t> order(chains.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return stays[i]; });
  return order;
}

Selection gathered(const Model& model, const std::vector<StandingChain>& chains, std::size_t max_nodes) {
  constexpr std::size_t fair_share = 3;  // nodes for each start: itself and two more
  std::set<NodeIndex> starts;
  for (const StandingChain& each : chains) starts.insert(each.chain.start);
  GatheredChains gatherer(max_nodes);
  const bool are_many = max_nodes > 0 && starts.size() * fair_share > max_nodes;
  for (const std::size_t i : are_many ? thickest_first(chains, max_nodes) : in_turn(chains))
    gatherer.take(chains[i].chain);
  Selection selection = gatherer.selection();
  selection.chains->places = columns_of(model, gatherer, selection);
  return selection;
}

}  // namespace

Selection links_shown(const Graph& graph, const Scope& scope, const Standings& standings) {
  const Model& model = graph.model();
  Diagnostics said_before;
  const Filter filter(model, *scope.links, said_before);
  LinksAsked asked = links_asked(model, *scope.links, nullptr, filter, said_before);
  asked.walk.may_walk = allowed_relations(model, scope, asked.links);
  for (auto* ends : {&asked.links.from, &asked.links.to})
    std::erase_if(*ends, [&](NodeIndex node) {
      return std::find(scope.exclude.begin(), scope.exclude.end(), node) != scope.exclude.end();
    });
  const Walk walk = walk_of(graph, standings, filter, asked.walk);
  const Links links = find_links(graph, walk.passage, standings, asked.links);
  std::vector<StandingChain> chains;
  for (std::size_t i = 0; i < links.size(); ++i) {
    StandingChain each = links.chain(i);
    if (each.held < standings.least()) break;  // the best come first
    chains.push_back(std::move(each));
  }
  Selection selection = gathered(model, chains, scope.max_nodes);
  selection.chains->apart = links.count(Held::never);
  selection.chains->hops = asked.links.hops;
  selection.chains->is_complete = links.is_complete();
  return selection;
}

std::string ends_words(const Model& model, const Arguments& links, std::string_view option) {
  std::vector<std::string> words;
  for (const std::string& word : links.all(option)) {
    Diagnostics said_before;
    const std::vector<NodeIndex> nodes = select(model, word, said_before);
    const KindIndex kind = model.vocabulary.find_kind(word);
    if (kind != none<KindIndex>)
      words.push_back(model.vocabulary[kind].plural);
    else
      words.emplace_back(nodes.size() == 1 ? model.text(model[nodes[0]].name) : std::string_view(word));
  }
  return join(words, ", ");
}

}  // namespace throughline
