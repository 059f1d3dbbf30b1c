// SPDX-License-Identifier: Apache-2.0
#include "view/clusters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

constexpr std::string_view ways_up[] = {"part_of", "member_of", "works_for"};

// What each node belongs to, at the time that is asked about.
class Organisations {
 public:
  Organisations(const Model& model, const Standings& standings) : model_(model) {
    const KindIndex actor = model.vocabulary.find_kind("actor");
    for (std::uint32_t i = 0; i < model.relations.size(); ++i) {
      const Relation& relation = model.relations[i];
      const auto* way = std::find(std::begin(ways_up), std::end(ways_up), model.type_of(relation).name);
      const bool joins_actors = model[relation.from].kind == actor && model[relation.to].kind == actor;
      if (way == std::end(ways_up) || !joins_actors || is_denial(relation)) continue;
      const TimeStanding standing = standings.of(RelationIndex{i});
      if (!standing.is_denied && standing.held >= standings.least()) above_[relation.from].push_back(relation.to);
    }
  }

  // Whatever lies above a node and has nothing above itself; where organisations go round in a circle, all of them.
  std::set<NodeIndex> tops_of(NodeIndex node) const {
    std::set<NodeIndex> seen{node};
    std::vector<NodeIndex> open{node};
    std::set<NodeIndex> tops;
    while (!open.empty()) {
      const NodeIndex now = open.back();
      open.pop_back();
      const auto at = above_.find(now);
      if (at == above_.end()) {
        tops.insert(now);
        continue;
      }
      for (const NodeIndex next : at->second)
        if (seen.insert(next).second) open.push_back(next);
    }
    return tops.empty() ? seen : tops;
  }

 private:
  const Model& model_;
  std::map<NodeIndex, std::vector<NodeIndex>> above_;
};

class Clusterer {
 public:
  Clusterer(const Model& model, const Scope& scope, const Selection& selection)
      : model_(model), scope_(scope), selection_(selection) {}

  Clusters make() {
    clusters_.of_nodes.resize(selection_.nodes.size());
    if (scope_.cluster == "kind") by_kind();
    if (scope_.cluster == "type") by_type();
    if (scope_.cluster == "organisation") by_organisation();
    if (scope_.cluster == "source") by_source();
    std::sort(clusters_.groups.begin(), clusters_.groups.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    return std::move(clusters_);
  }

 private:
  void put(std::size_t place, std::string_view sort, std::string_view id, std::string_view label) {
    std::string group = fmt::format("{}-{}", sort, id);
    if (known_.insert(group).second) clusters_.groups.push_back({group, std::string(label)});
    clusters_.of_nodes[place] = std::move(group);
  }

  void by_kind() {
    clusters_.in_common = "one kind";
    for (std::size_t i = 0; i < selection_.nodes.size(); ++i) {
      const std::string& kind = model_.kind_of(model_[selection_.nodes[i]]).name;
      put(i, "kind", kind, kind);
    }
  }

  void by_type() {
    clusters_.in_common = "one type";
    for (std::size_t i = 0; i < selection_.nodes.size(); ++i) {
      const std::string_view type = model_.text(model_[selection_.nodes[i]].type);
      if (!type.empty()) put(i, "type", type, type);
    }
  }

  void by_organisation() {
    clusters_.in_common = "one organisation";
    const Organisations organisations(model_, *selection_.standings);
    std::map<NodeIndex, std::vector<std::size_t>> members;
    std::size_t torn = 0;
    for (std::size_t i = 0; i < selection_.nodes.size(); ++i) {
      const std::set<NodeIndex> tops = organisations.tops_of(selection_.nodes[i]);
      if (tops.size() > 1) ++torn;
      if (tops.size() == 1) members[*tops.begin()].push_back(i);
    }
    for (const auto& [top, places] : members) {
      if (places.size() == 1 && selection_.nodes[places[0]] == top) continue;  // it has no members here
      for (const std::size_t i : places)
        put(i, "organisation", model_.text(model_[top].id), model_.text(model_[top].name));
    }
    tell_torn(torn, "of several organisations");
  }

  void by_source() {
    clusters_.in_common = "told of by one source";
    std::map<NodeIndex, std::set<SourceIndex>> sources;
    const auto add = [&](NodeIndex node, Slice citations) {
      for (const Citation& citation : model_.citations_of(citations))
        if (scope_.sources.empty() || is_asked_for(citation.source)) sources[node].insert(citation.source);
    };
    for (const NodeIndex node : selection_.nodes) add(node, model_[node].citations);
    for (const RelationIndex relation : selection_.relations)
      for (const NodeIndex end : {model_[relation].from, model_[relation].to}) add(end, model_[relation].citations);
    std::size_t torn = 0;
    for (std::size_t i = 0; i < selection_.nodes.size(); ++i) {
      const std::set<SourceIndex>& tell = sources[selection_.nodes[i]];
      if (tell.size() > 1) ++torn;
      if (tell.size() == 1)
        put(i, "source", model_.text(model_[*tell.begin()].id), model_.text(model_[*tell.begin()].title));
    }
    tell_torn(torn, "told of by several sources");
  }

  bool is_asked_for(SourceIndex source) const {
    return std::find(scope_.sources.begin(), scope_.sources.end(), source) != scope_.sources.end();
  }

  void tell_torn(std::size_t count, std::string_view why) {
    if (count > 0)
      clusters_.note =
          fmt::format("{} {} {} outside the boxes.", count_of(count, "node"), why, count == 1 ? "stands" : "stand");
  }

  const Model& model_;
  const Scope& scope_;
  const Selection& selection_;
  Clusters clusters_;
  std::set<std::string> known_;
};

}  // namespace

Clusters clusters_of(const Model& model, const Scope& scope, const Selection& selection) {
  return Clusterer(model, scope, selection).make();
}

}  // namespace throughline
