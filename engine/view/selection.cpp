// SPDX-License-Identifier: Apache-2.0
#include "view/selection.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/paths.hpp"
#include "query/evidence.hpp"
#include "query/links_question.hpp"
#include "view/chains_between.hpp"
#include "view/links_shown.hpp"

namespace throughline {
namespace {

template <typename Value>
bool contains(const std::vector<Value>& list, const auto& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

class Selector {
 public:
  // `graph` is the whole model, or its snapshot at the time asked about.
  Selector(const Graph& graph, const Scope& scope, const Standings& standings)
      : graph_(graph),
        model_(graph.model()),
        scope_(scope),
        standings_(standings),
        keeps_(graph.model().nodes.size(), false) {}

  Selection run() {
    start();
    for (std::size_t i = 0; i < keeps_.size(); ++i)
      if (keeps_[i] && !fits(NodeIndex{static_cast<std::uint32_t>(i)})) keeps_[i] = false;
    for (const NodeIndex node : scope_.exclude) keeps_[position(node)] = false;
    if (!scope_.between.empty()) return between();
    Selection selection;
    if (standings_.standpoint().certain_only) drop_bare_ends();
    reduce(selection);
    for (std::size_t i = 0; i < keeps_.size(); ++i)
      if (keeps_[i]) selection.nodes.push_back(NodeIndex{static_cast<std::uint32_t>(i)});
    for (std::size_t i = 0; i < model_.relations.size(); ++i)
      if (shows(model_.relations[i])) selection.relations.push_back(RelationIndex{static_cast<std::uint32_t>(i)});
    return selection;
  }

 private:
  Selection between() const {
    const auto may_walk = [this](RelationIndex relation) {
      return shows(model_[relation]) && !is_denial(model_[relation]) && !standings_.of(relation).is_denied;
    };
    return chains_between(graph_, scope_, standings_, may_walk);
  }

  void start() {
    if (scope_.nodes.empty() && scope_.around.empty()) keeps_.assign(keeps_.size(), true);
    for (const NodeIndex node : scope_.nodes) keeps_[position(node)] = true;
    if (scope_.around.empty()) return;
    const Passage passage = passage_of(graph_, false);
    Reach reach(graph_, passage);
    for (const NodeIndex center : scope_.around) {
      keeps_[position(center)] = true;
      for (const NodeIndex node : reach.explore(center, scope_.depth)) keeps_[position(node)] = true;
    }
  }

  bool fits(NodeIndex index) const {
    const Node& node = model_[index];
    if (!was_there(index)) return false;
    if (contains(scope_.around, index) || contains(scope_.between, index)) return true;
    return is_of_kinds(model_, scope_, node) && (is_said(model_, scope_, node.citations) || is_named(index));
  }

  // What comes into a snapshot only as the end of a relation may by its own dates not have been there.
  bool was_there(NodeIndex index) const { return graph_.has(index) && standings_.of(index).held != Held::never; }

  bool held(const Relation& relation) const {
    const TimeStanding standing = standings_.of(index_of(relation));
    return standing.is_denied || standing.held >= standings_.least();
  }

  RelationIndex index_of(const Relation& relation) const {
    return RelationIndex{static_cast<std::uint32_t>(&relation - model_.relations.data())};
  }

  // A source that says a relation names both of its ends.
  bool is_named(NodeIndex index) const {
    const std::vector<Step> steps = graph_.steps_from(index);
    return std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
      const auto list = model_.citations_of(model_[step.relation].citations);
      return !list.empty() && is_said(model_, scope_, model_[step.relation].citations);
    });
  }

  bool shows(const Relation& relation) const {
    return is_of_types(scope_, relation) && keeps_[position(relation.from)] && keeps_[position(relation.to)] &&
           is_said(model_, scope_, relation.citations) && held(relation);
  }

  // What is not certain itself is here for the sake of a certain relation only.
  void drop_bare_ends() {
    std::vector<bool> has_relation(keeps_.size(), false);
    for (const Relation& relation : model_.relations)
      if (shows(relation)) has_relation[position(relation.from)] = has_relation[position(relation.to)] = true;
    for (std::size_t i = 0; i < keeps_.size(); ++i)
      if (standings_.of(NodeIndex{static_cast<std::uint32_t>(i)}).held < standings_.least() && !has_relation[i])
        keeps_[i] = false;
  }

  // When a time is asked about, what has a date says more than any number of relations without one.
  std::size_t weight(const Relation& relation) const {
    constexpr std::size_t of_a_date = 1000;
    return standings_.of(index_of(relation)).held == Held::undated ? 1 : of_a_date;
  }

  // Takes away the node with the fewest relations among those that remain, again and again; of equals the last by id.
  void reduce(Selection& selection) {
    std::size_t count = static_cast<std::size_t>(std::count(keeps_.begin(), keeps_.end(), true));
    if (scope_.max_nodes == 0 || count <= scope_.max_nodes) return;
    std::vector<std::size_t> degree(keeps_.size(), 0);
    for (const Relation& relation : model_.relations)
      if (shows(relation))
        for (const NodeIndex end : {relation.from, relation.to}) degree[position(end)] += weight(relation);
    std::set<std::tuple<bool, std::size_t, std::int64_t>> weakest_first;
    const auto key = [&](std::size_t i) {
      const bool stays = scope_.dated_first && model_.nodes[i].when != none<DateIndex>;
      return std::tuple(stays, degree[i], -static_cast<std::int64_t>(i));
    };
    for (std::size_t i = 0; i < keeps_.size(); ++i)
      if (keeps_[i] && !contains(scope_.around, NodeIndex{static_cast<std::uint32_t>(i)})) weakest_first.insert(key(i));
    for (; count > scope_.max_nodes && !weakest_first.empty(); --count) {
      const NodeIndex weakest{static_cast<std::uint32_t>(-std::get<2>(*weakest_first.begin()))};
      weakest_first.erase(weakest_first.begin());
      for (const Step& step : graph_.steps_from(weakest)) {
        const std::size_t other = position(step.to);
        if (!shows(model_[step.relation]) || step.to == weakest) continue;
        const bool is_listed = weakest_first.erase(key(other)) > 0;
        degree[other] -= weight(model_[step.relation]);
        if (is_listed) weakest_first.insert(key(other));
      }
      keeps_[position(weakest)] = false;
      selection.left_out.push_back(weakest);
    }
    std::sort(selection.left_out.begin(), selection.left_out.end());
  }

  const Graph& graph_;
  const Model& model_;
  const Scope& scope_;
  const Standings& standings_;
  std::vector<bool> keeps_;
};

Selection select_then(const Graph& graph, const Scope& scope, const Standings& standings) {
  if (scope.links) return links_shown(graph, scope, standings);
  if (!standings.is_asked()) return Selector(graph, scope, standings).run();
  return Selector(standings.snapshots().at_least(standings.least()), scope, standings).run();
}

// A view that names no nodes to draw, but what `links` is to start from or end at, is drawn as these links.
void take_links(const Model& model, const ViewDefinition& view, Scope& scope) {
  if (!scope.nodes.empty() || !scope.around.empty() || !scope.between.empty()) return;
  Arguments links;
  for (const std::string key : {"from", "to", "hops"}) {
    std::vector<std::string> words;
    for (const StringId word : view.values(model.strings, key)) words.emplace_back(model.text(word));
    if (!words.empty()) links.give("--" + key, std::move(words));
  }
  if (!links.has("--from") && !links.has("--to")) return;
  fall_back_as_links(links);
  scope.links = std::move(links);
}

}  // namespace

bool is_of_kinds(const Model& model, const Scope& scope, const Node& node) {
  return (scope.kinds.empty() || contains(scope.kinds, node.kind)) &&
         (scope.types.empty() || contains(scope.types, model.text(node.type)));
}

bool is_said(const Model& model, const Scope& scope, Slice citations) {
  if (scope.sources.empty()) return true;
  const auto list = model.citations_of(citations);
  return std::any_of(list.begin(), list.end(), [&](const Citation& c) { return contains(scope.sources, c.source); });
}

bool is_of_types(const Scope& scope, const Relation& relation) {
  return scope.relations.empty() || contains(scope.relations, relation.type);
}

Scope scope_of(const Model& model, const ViewDefinition& view) {
  const StringPool& strings = model.strings;
  Scope scope;
  scope.title = view.text(strings, "title");
  scope.subtitle = view.text(strings, "subtitle");
  for (const StringId note : view.values(strings, "notes")) scope.notes.emplace_back(model.text(note));
  for (const StringId id : view.values(strings, "nodes")) scope.nodes.push_back(model.find_node(model.text(id)));
  for (const StringId id : view.values(strings, "around")) scope.around.push_back(model.find_node(model.text(id)));
  for (const StringId id : view.values(strings, "between")) scope.between.push_back(model.find_node(model.text(id)));
  for (const StringId id : view.values(strings, "exclude")) scope.exclude.push_back(model.find_node(model.text(id)));
  for (const StringId id : view.values(strings, "sources")) scope.sources.push_back(model.find_source(model.text(id)));
  for (const StringId id : view.values(strings, "kinds"))
    scope.kinds.push_back(model.vocabulary.find_kind(model.text(id)));
  for (const StringId id : view.values(strings, "types")) scope.types.emplace_back(model.text(id));
  for (const StringId id : view.values(strings, "relations"))
    scope.relations.push_back(model.vocabulary.find_relation_type(model.text(id)));
  scope.depth = view.number(strings, "depth", scope.depth);
  scope.max_nodes = view.number(strings, "max_nodes", scope.max_nodes);
  if (!scope.between.empty()) scope.hops = view.number(strings, "hops", scope.hops);
  take_links(model, view, scope);
  scope.layout = view.text(strings, "layout");
  if (const std::string_view by = view.text(strings, "cluster"); by != "none") scope.cluster = by;
  if (const std::string_view lanes = view.text(strings, "lanes"); !lanes.empty()) scope.lanes = lanes;
  scope.breaks = parse_breaks(view.text(strings, "breaks")).value_or(Breaks{});
  scope.pages = parse_pages(view.text(strings, "pages")).value_or(Pages{});
  scope.sheet.is_vertical = view.text(strings, "vertical") == "true";
  return scope;
}

bool shows_any_of(const Selection& selection, const Highlight& highlight) {
  const auto shows = [](const auto& shown, const auto& wanted) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const auto& each) { return contains(shown, each); });
  };
  return shows(selection.nodes, highlight.nodes) || shows(selection.relations, highlight.relations);
}

Selection select(const Graph& graph, const Scope& scope) {
  const auto standings = std::make_shared<const Standings>(graph, scope.time);
  Selection selection = select_then(graph, scope, *standings);
  selection.standings = standings;
  if (!standings->is_asked()) return selection;
  Scope at_any_time = scope;
  at_any_time.time = {};
  at_any_time.max_nodes = 0;
  const Selection all = select_then(graph, at_any_time, Standings(graph, {}));
  for (const NodeIndex node : all.nodes) selection.all_nodes.add(standings->of(node));
  for (const RelationIndex relation : all.relations) selection.all_relations.add(standings->of(relation));
  return selection;
}

}  // namespace throughline
