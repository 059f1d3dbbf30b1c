// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "time/each_date.hpp"
#include "time/wording.hpp"
#include "view/build_view.hpp"
#include "view/caption.hpp"
#include "view/timeline_clock.hpp"

namespace throughline {
namespace {

struct LaneKey {
  std::string id;
  std::string label;
  std::size_t order = 0;  // where the view says one
};

class TimelineBuilder {
 public:
  TimelineBuilder(const Graph& graph, const Scope& scope, const Selection& selection)
      : graph_(graph),
        model_(graph.model()),
        scope_(scope),
        selection_(selection),
        spotlight_(model_, scope.highlight, selection.nodes, selection.relations) {}

  TimelineView build(std::string_view stamp) {
    view_.headline = headline_of(model_, scope_, selection_, stamp);
    view_.sheet = scope_.sheet;
    view_.breaks = scope_.breaks;
    view_.asked = asked();
    set_clock();
    for (const NodeIndex node : selection_.nodes) add_node(node);
    for (auto& [key, lane] : lanes_) {
      std::stable_sort(lane.items.begin(), lane.items.end(), [](const TimelineItem& a, const TimelineItem& b) {
        const auto order = compare_in_time(a.extent, b.extent);
        return order != 0 ? order < 0 : a.id < b.id;
      });
      view_.lanes.push_back(std::move(lane));
    }
    if (scope_.lanes != "view") sort_lanes();
    add_links();
    return std::move(view_);
  }

 private:
  std::string_view text(StringId id) const { return model_.text(id); }

  void set_clock() {
    std::vector<const Edtf*> values;
    for (const NodeIndex node : selection_.nodes)
      for (const Dating& dating : datings_of(model_[node], {})) values.push_back(&model_[dating.date].value);
    view_.clock = choose_clock(values, view_, model_.reading);
    if (!view_.clock) return;
    view_.headline.notes.push_back(clock_note(*view_.clock));
    if (view_.asked) count_minutes(view_.asked->days);
  }

  Extent extent(const Edtf& value) const {
    return view_.clock ? extent_on(value, *view_.clock, model_.reading) : extent_of(value, model_.reading);
  }

  void add_node(NodeIndex index) {
    const Node& node = model_[index];
    const std::vector<LaneKey> keys = lanes_of(index);
    const NodeCaption caption = caption_of(model_, index, *selection_.standings);
    std::size_t number = 0;
    for (const Dating& dating : datings_of(node, caption.standing))
      for (const Part& part : parts_of(model_[dating.date].value)) {
        ++number;
        put(keys, {.id = fmt::format("{}{}", text(node.id), number == 1 ? "" : fmt::format("--{}", number)),
                   .name = std::string(text(node.name)),
                   .date = part.words + own_shift(part.value, view_.clock),
                   .when = print_edtf(part.value),
                   .kind = model_.kind_of(node).name,
                   .type = std::string(text(node.type)),
                   .extent = extent(part.value),
                   .standing = dating.standing,
                   .description = caption.description,
                   .link = std::string(text(node.url)),
                   .emphasis = spotlight_.on(index)});
      }
    if (number > 0)
      dated_.insert(index);
    else
      add_undated(node, keys.front(), caption.description, spotlight_.on(index));
  }

  void put(const std::vector<LaneKey>& keys, const TimelineItem& item) {
    for (const LaneKey& key : keys) {
      TimelineLane& lane = lanes_[{key.order, key.id}];
      lane.id = key.id;
      lane.label = key.label;
      lane.items.push_back(item);
    }
  }

  struct Dating {
    DateIndex date;
    Standing standing;
  };

  // Each date that is claimed of a node and has a year, and how the node stands if that one is right. When a time is
  // asked about, those that do not fit it are another matter.
  std::vector<Dating> datings_of(const Node& node, const Standing& standing) const {
    std::vector<Dating> datings;
    for (const Claim* claim : model_.date_claims_of(node)) {
      if (!has_year(model_[claim->date].value) || selection_.standings->of(*claim).held == Held::never) continue;
      const auto is_same = [&](const Dating& dating) { return dating.date == claim->date; };
      if (std::none_of(datings.begin(), datings.end(), is_same)) datings.push_back({claim->date, standing});
    }
    for (Dating& dating : datings) dating.standing.uncertain |= datings.size() > 1;
    return datings;
  }

  void add_undated(const Node& node, const LaneKey& lane, const std::string& description, Emphasis emphasis) {
    const std::string date = short_date(model_, node.when);
    view_.undated.push_back({std::string(text(node.id)),
                             fmt::format("{}{}", text(node.name), date.empty() ? "" : fmt::format(" ({})", date)),
                             model_.kind_of(node).name, lane.label, description, emphasis});
  }

  // "25 December of an unknown year" has no place on an axis.
  static bool has_year(const Edtf& value) {
    bool is_known = true;
    for_each_date(value, [&](const Date& date) { is_known = is_known && date.year.mask != 0b1111; });
    return is_known;
  }

  struct Part {
    Edtf value;
    std::string words;
  };

  // What held on each of several dates stands on each of them. A range of dates is told by its ends: it held on some
  // days between.
  static std::vector<Part> parts_of(const Edtf& value) {
    const auto* set = std::get_if<Set>(&value.value);
    if (set == nullptr || set->kind == Set::Kind::one_of) return {{value, short_words(value)}};
    std::vector<Part> parts;
    for (const Member& member : set->members) {
      const bool is_range = std::holds_alternative<Range>(member);
      const Edtf alone = is_range ? Edtf{Set{Set::Kind::one_of, {member}}} : Edtf{std::get<Date>(member)};
      parts.push_back({alone, short_words(Edtf{Set{Set::Kind::all_of, {member}}})});
    }
    return parts;
  }

  std::optional<TimelineAsked> asked() const {
    if (!scope_.time.asks_when()) return std::nullopt;
    const Extent extent = extent_of(some_day(scope_.time));
    return TimelineAsked{{extent.start.earliest, extent.end.latest}, when_words(scope_.time)};
  }

  std::vector<LaneKey> lanes_of(NodeIndex index) const {
    if (scope_.lanes == "source") return source_lanes(model_[index]);
    if (scope_.lanes == "view") return named_lanes_of(index);
    return {lane_of(index)};
  }

  LaneKey lane_of(NodeIndex index) const {
    const Node& node = model_[index];
    const Kind& kind = model_.kind_of(node);
    if (scope_.lanes == "type" && node.type != StringId::empty)
      return {"type-" + std::string(text(node.type)), capitalised(text(node.type))};
    if (scope_.lanes == "actor" || scope_.lanes == "initiative") return neighbour_lane(index, scope_.lanes);
    return {"kind-" + kind.name, capitalised(kind.plural)};
  }

  std::vector<LaneKey> source_lanes(const Node& node) const {
    std::vector<LaneKey> keys;
    for (const Citation& citation : model_.citations_of(node.citations)) {
      const Source& source = model_[citation.source];
      const std::string id = "source-" + std::string(text(source.id));
      const auto is_same = [&](const LaneKey& key) { return key.id == id; };
      if (std::none_of(keys.begin(), keys.end(), is_same)) keys.push_back({id, std::string(text(source.title))});
    }
    if (keys.empty()) keys.push_back({"source-none", "No source"});
    return keys;
  }

  // What a view names is what it is about: what it looks around from, else what has no date to stand at.
  std::vector<NodeIndex> named_lanes() const {
    if (scope_.lanes != "view") return {};
    if (!scope_.around.empty()) return scope_.around;
    std::vector<NodeIndex> named;
    for (const NodeIndex node : scope_.nodes)
      if (datings_of(model_[node], {}).empty()) named.push_back(node);
    return named;
  }

  // Each of those that it is related to directly; what is one of them stands in its own lane.
  std::vector<LaneKey> named_lanes_of(NodeIndex index) const {
    std::vector<LaneKey> keys;
    const std::vector<Step> steps = graph_.steps_from(index);
    for (std::size_t i = 0; i < named_.size(); ++i) {
      const bool is_related =
          std::any_of(steps.begin(), steps.end(), [&](const Step& step) { return step.to == named_[i]; });
      const std::string_view id = text(model_[named_[i]].id);
      if (index == named_[i]) return {{fmt::format("view-{}", id), std::string(text(model_[index].name)), i}};
      if (is_related) keys.push_back({fmt::format("view-{}", id), std::string(text(model_[named_[i]].name)), i});
    }
    if (keys.empty()) keys.push_back({"view-none", "Others", named_.size()});
    return keys;
  }

  // Of the actors (initiatives) that are related to it directly, the one that is related to most: the lane of a
  // ministry gathers what it carries. What is of that kind itself has its own lane if it gathers anything, else stands
  // among the others.
  LaneKey neighbour_lane(NodeIndex index, const std::string& kind_name) const {
    const KindIndex kind = model_.vocabulary.find_kind(kind_name);
    NodeIndex best = none<NodeIndex>;
    if (model_[index].kind == kind) best = index;
    for (const Step& step : graph_.steps_from(index)) {
      if (model_[index].kind == kind || model_[step.to].kind != kind) continue;
      if (best == none<NodeIndex> || graph_.degree(step.to) > graph_.degree(best)) best = step.to;
    }
    if (best == none<NodeIndex>) return {kind_name + "-none", "Others"};
    return {fmt::format("{}-{}", kind_name, text(model_[best].id)), std::string(text(model_[best].name))};
  }

  static std::string capitalised(std::string_view word) {
    std::string label(word);
    if (!label.empty() && label.front() >= 'a' && label.front() <= 'z')
      label.front() = static_cast<char>(label.front() - 'a' + 'A');
    std::replace(label.begin(), label.end(), '-', ' ');
    return label;
  }

  // By the first date in them, so that the eye goes down and to the right.
  void sort_lanes() {
    std::stable_sort(view_.lanes.begin(), view_.lanes.end(), [](const TimelineLane& a, const TimelineLane& b) {
      const auto order = compare_in_time(a.items.front().extent, b.items.front().extent);
      return order != 0 ? order < 0 : a.id < b.id;
    });
  }

  // Between two things of the same date a line says nothing about time: the note counts what is left to the diagram.
  void add_links() {
    std::size_t timeless = 0;
    std::size_t undated = 0;
    for (const RelationIndex index : selection_.relations) {
      const Relation& relation = model_[index];
      if (!dated_.contains(relation.from) || !dated_.contains(relation.to)) {
        ++undated;
        continue;
      }
      if (extent(model_[model_[relation.from].when].value) == extent(model_[model_[relation.to].when].value)) {
        ++timeless;
        continue;
      }
      const RelationType& type = model_.type_of(relation);
      const std::string from(text(model_[relation.from].id));
      const std::string to(text(model_[relation.to].id));
      view_.links.push_back({.id = fmt::format("{}--{}--{}", from, type.name, to),
                             .from = from,
                             .to = to,
                             .label = type.label,
                             .type = type.name,
                             .directed = !type.symmetric,
                             .standing = standing_of(model_, index, *selection_.standings),
                             .description = description_of(model_, relation),
                             .emphasis = spotlight_.on(index)});
    }
    if (undated > 0)
      view_.headline.notes.push_back(fmt::format("{} of what has no date: not drawn.", count_of(undated, "relation")));
    if (timeless > 0)
      view_.headline.notes.push_back(
          fmt::format("{} between things of one date: not drawn.", count_of(timeless, "relation")));
  }

  const Graph& graph_;
  const Model& model_;
  const Scope& scope_;
  const Selection& selection_;
  Spotlight spotlight_;
  std::set<NodeIndex> dated_;
  std::map<std::pair<std::size_t, std::string>, TimelineLane> lanes_;
  std::vector<NodeIndex> named_ = named_lanes();
  TimelineView view_;
};

}  // namespace

TimelineView build_timeline(const Graph& graph, const Scope& scope, const Selection& selection,
                            std::string_view stamp) {
  return TimelineBuilder(graph, scope, selection).build(stamp);
}

}  // namespace throughline
