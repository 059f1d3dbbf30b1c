// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "view/theme.hpp"

namespace throughline {
namespace {

std::string told(std::string_view now, std::string_view before) {
  if (now == before) return std::string(now);
  const std::string_view was = before.empty() ? "nothing" : before;
  return now.empty() ? fmt::format("before: {}", was) : fmt::format("{} (before: {})", now, was);
}

std::string standing_text(const Standing& standing) {
  const std::string_view word = theme::word_of(standing);
  return word.empty() ? "plain" : std::string(word);
}

// What differs is said in the box; of evidence that it differs, the rest in the tooltip.
void compare(const DiagramNode& before, DiagramNode& now) {
  const bool same_words = now.name == before.name && now.detail == before.detail && now.kind == before.kind;
  if (same_words && now.description == before.description && now.link == before.link) return;
  now.change = Novelty::changed;
  if (now.detail != before.detail) now.detail = told(now.detail, before.detail);
  if (now.name != before.name) now.detail += fmt::format("{}before: {}", now.detail.empty() ? "" : " · ", before.name);
  if (same_words) now.detail += fmt::format("{}other evidence", now.detail.empty() ? "" : " · ");
  now.description += fmt::format("\n\nBefore: {}", before.description);
}

// In tooltips of lines the ends are named: that one was renamed is no change of the line.
using Renamed = std::vector<std::pair<std::string_view, std::string_view>>;  // before, now

std::string in_new_names(std::string text, const Renamed& names) {
  for (const auto& [before, now] : names) {
    std::size_t at = text.find(before);
    for (; at != std::string::npos && !before.empty(); at = text.find(before, at + now.size()))
      text.replace(at, before.size(), now);
  }
  return text;
}

void compare(const DiagramEdge& before, DiagramEdge& now, const Renamed& names) {
  const bool same_standing = theme::word_of(before.standing) == theme::word_of(now.standing);
  const bool same_words = now.label == before.label && now.detail == before.detail && same_standing;
  if (same_words && now.description == in_new_names(before.description, names)) return;
  now.change = Novelty::changed;
  std::vector<std::string> was;
  if (now.label != before.label) was.push_back(before.label);
  if (now.detail != before.detail) was.push_back(before.detail.empty() ? "no date" : before.detail);
  if (!same_standing) was.push_back(standing_text(before.standing));
  if (same_words)
    now.detail += fmt::format("{}other evidence", now.detail.empty() ? "" : ", ");
  else
    now.detail += fmt::format("{}before: {}", now.detail.empty() ? "" : "; ", join(was, ", "));
  now.description += fmt::format("\n\nBefore: {}", before.description);
}

struct Counts {
  std::size_t of[4] = {0, 0, 0, 0};

  std::string text() const {
    std::vector<std::string> parts;
    for (const Novelty change : novelties)
      if (const std::size_t n = of[static_cast<std::size_t>(change)]; n > 0)
        parts.push_back(fmt::format("{}\u00A0{}", n, word_of(change)));
    return parts.empty() ? "none changed" : join(parts, ", ");
  }
};

Counts count(const auto& things) {
  Counts counts;
  for (const auto& each : things) ++counts.of[static_cast<std::size_t>(each.change)];
  return counts;
}

class Comparison {
 public:
  Comparison(const DiagramView& before, DiagramView now) : before_(before), view_(std::move(now)) {}

  DiagramView make(std::string_view before_name, std::size_t max_nodes) {
    compare_nodes();
    compare_edges();
    for (DiagramNode& node : view_.nodes) node.column.reset();  // two rows of columns make none
    say(before_name);
    reduce(max_nodes);
    emphasise();
    return std::move(view_);
  }

 private:
  void compare_nodes() {
    std::map<std::string_view, const DiagramNode*> old;
    for (const DiagramNode& node : before_.nodes) old[node.id] = &node;
    for (DiagramNode& node : view_.nodes) {
      const auto at = old.find(node.id);
      if (at == old.end()) {
        node.change = Novelty::added;
        continue;
      }
      if (node.name != at->second->name) renamed_[node.id] = {at->second->name, node.name};
      compare(*at->second, node);
      old.erase(at);
    }
    for (const DiagramNode& node : before_.nodes)
      if (old.contains(node.id)) add_gone(view_.nodes, node);
  }

  // Lines of one id are the same; then those that are left between the same two nodes, in order.
  void compare_edges() {
    std::vector<const DiagramEdge*> old;
    for (const DiagramEdge& edge : before_.edges) old.push_back(&edge);
    const auto take = [&](DiagramEdge& edge, const auto& is_same) {
      const auto at = std::find_if(old.begin(), old.end(), is_same);
      if (at == old.end()) return false;
      compare(**at, edge, renamed_ends(edge));
      old.erase(at);
      return true;
    };
    std::vector<DiagramEdge*> left;
    for (DiagramEdge& edge : view_.edges)
      if (!take(edge, [&](const DiagramEdge* each) { return each->id == edge.id; })) left.push_back(&edge);
    for (DiagramEdge* edge : left)
      if (!take(*edge, [&](const DiagramEdge* each) {
            return each->from == edge->from && each->to == edge->to && each->type == edge->type;
          }))
        edge->change = Novelty::added;
    for (const DiagramEdge* edge : old) add_gone(view_.edges, *edge);
  }

  Renamed renamed_ends(const DiagramEdge& edge) const {
    Renamed names;
    for (const std::string& end : {std::cref(edge.from), std::cref(edge.to)})
      if (const auto at = renamed_.find(end); at != renamed_.end()) names.emplace_back(at->second);
    return names;
  }

  template <typename Thing>
  static void add_gone(std::vector<Thing>& things, Thing gone) {
    gone.change = Novelty::gone;
    things.push_back(std::move(gone));
  }

  void say(std::string_view before_name) {
    Headline& headline = view_.headline;
    const std::string counts = fmt::format("Against {}: nodes {} · relations {}", before_name,
                                           count(view_.nodes).text(), count(view_.edges).text());
    headline.subtitle = headline.subtitle.empty() ? counts : fmt::format("{} · {}", headline.subtitle, counts);
    headline.strong = "new or changed";
    headline.receding = "unchanged";
    if (!before_.headline.sources.empty() && before_.headline.sources != headline.sources)
      headline.notes.push_back(fmt::format("{} has other sources. {}", before_name, before_.headline.sources));
  }

  void reduce(std::size_t max_nodes) {
    if (max_nodes == 0 || view_.nodes.size() <= max_nodes) return;
    std::map<std::string_view, std::pair<bool, std::size_t>> ties;  // has one that changed, how many there are
    for (const DiagramEdge& edge : view_.edges)
      for (const std::string& end : {std::cref(edge.from), std::cref(edge.to)}) {
        auto& [has_change, number] = ties[end];
        has_change = has_change || edge.change != Novelty::none;
        ++number;
      }
    const std::size_t all = view_.nodes.size();
    std::stable_sort(view_.nodes.begin(), view_.nodes.end(), [&](const DiagramNode& a, const DiagramNode& b) {
      const auto key = [&](const DiagramNode& node) { return std::tuple(node.change != Novelty::none, ties[node.id]); };
      return key(a) > key(b);
    });
    view_.nodes.resize(max_nodes);
    std::set<std::string_view> kept;
    for (const DiagramNode& node : view_.nodes) kept.insert(node.id);
    std::erase_if(view_.edges,
                  [&](const DiagramEdge& edge) { return !kept.contains(edge.from) || !kept.contains(edge.to); });
    view_.headline.notes.push_back(
        fmt::format("{} of {} nodes are shown, those that changed first; --max-nodes 0 draws all.", max_nodes, all));
  }

  void emphasise() {
    std::set<std::string_view> touched;
    for (DiagramEdge& edge : view_.edges) {
      edge.emphasis = emphasis_of(edge.change);
      if (edge.change != Novelty::none) touched.insert(edge.from), touched.insert(edge.to);
    }
    for (DiagramNode& node : view_.nodes) {
      node.emphasis = emphasis_of(node.change);
      if (touched.contains(node.id)) node.emphasis = std::max(node.emphasis, Emphasis::plain);
    }
  }

  static Emphasis emphasis_of(Novelty change) {
    if (change == Novelty::none) return Emphasis::receding;
    return change == Novelty::gone ? Emphasis::plain : Emphasis::strong;
  }

  const DiagramView& before_;
  DiagramView view_;
  std::map<std::string, std::pair<std::string, std::string>, std::less<>> renamed_;  // by id: before, now
};

// False when all of what was asked is missing there.
template <typename Index>
bool find_all(std::vector<Index>& indices, Index none_of_it, const auto& find) {
  const bool asks = !indices.empty();
  for (Index& index : indices) index = find(index);
  std::erase(indices, none_of_it);
  return !asks || !indices.empty();
}

}  // namespace

std::optional<Scope> scope_in(const Model& other, const Model& model, const Scope& scope) {
  Scope there = scope;
  there.highlight = {};
  there.max_nodes = 0;
  bool is_left = true;
  const auto node = [&](NodeIndex index) { return other.find_node(model.text(model[index].id)); };
  for (auto* nodes : {&there.nodes, &there.around}) is_left = find_all(*nodes, none<NodeIndex>, node) && is_left;
  find_all(there.exclude, none<NodeIndex>, node);
  find_all(there.between, none<NodeIndex>, node);
  const auto source = [&](SourceIndex index) { return other.find_source(model.text(model[index].id)); };
  is_left = find_all(there.sources, none<SourceIndex>, source) && is_left;
  if (there.time.policy.source != none<SourceIndex>) there.time.policy.source = source(there.time.policy.source);
  is_left = find_all(there.kinds, none<KindIndex>,
                     [&](KindIndex kind) { return other.vocabulary.find_kind(model.vocabulary[kind].name); }) &&
            is_left;
  is_left = find_all(there.relations, none<RelationTypeIndex>,
                     [&](RelationTypeIndex type) {
                       return other.vocabulary.find_relation_type(model.vocabulary[type].name);
                     }) &&
            is_left;
  if (!is_left || (!scope.between.empty() && there.between.size() != 2)) return std::nullopt;
  return there;
}

DiagramView compared(const DiagramView& before, DiagramView now, std::string_view before_name, std::size_t max_nodes) {
  return Comparison(before, std::move(now)).make(before_name, max_nodes);
}

}  // namespace throughline
