// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.hpp"
#include "view/theme.hpp"
#include "view/timeline_span.hpp"
#include "view/timeline_undated.hpp"

namespace throughline {

namespace {

struct Fact {
  const TimelineItem* item = nullptr;
  std::vector<std::string> lanes;
};

// One event is one fact, in however many lanes it stands.
std::vector<Fact> facts_of(const TimelineView& view) {
  std::map<std::string_view, Fact> by_id;
  for (const TimelineLane& lane : view.lanes) {
    for (const TimelineItem& item : lane.items) {
      Fact& fact = by_id[item.id];
      fact.item = &item;
      if (!lane.label.empty()) fact.lanes.push_back(lane.label);
    }
  }
  std::vector<Fact> facts;
  for (auto& [id, fact] : by_id) facts.push_back(std::move(fact));
  std::stable_sort(facts.begin(), facts.end(),
                   [](const Fact& a, const Fact& b) { return comes_before(*a.item, *b.item); });
  return facts;
}

std::string sentence(const Fact& fact, const Headline& headline) {
  const TimelineItem& item = *fact.item;
  const std::string_view standing = theme::word_of(item.standing);
  std::vector<std::string> details;
  if (!item.type.empty() || !item.kind.empty()) details.push_back(item.type.empty() ? item.kind : item.type);
  if (!standing.empty()) details.emplace_back(said_of(headline, standing));
  if (item.emphasis == Emphasis::strong) details.push_back(headline.strong);
  std::string text = item.date.empty() ? item.name : fmt::format("{}: {}", item.date, item.name);
  if (!details.empty()) text += fmt::format(" ({})", join(details, ", "));
  if (!fact.lanes.empty()) text += ", " + join(fact.lanes, ", ");
  return text + ".";
}

std::map<std::string_view, std::string_view> names_of(const TimelineView& view) {
  std::map<std::string_view, std::string_view> names;
  for (const TimelineLane& lane : view.lanes) {
    for (const TimelineItem& item : lane.items) names[item.id] = item.name;
  }
  for (const TimelineUndated& item : view.undated) names[item.id] = item.name;
  return names;
}

std::vector<const TimelineLink*> sorted_links(const TimelineView& view) {
  std::vector<const TimelineLink*> links;
  for (const TimelineLink& link : view.links) links.push_back(&link);
  std::stable_sort(links.begin(), links.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  return links;
}

}  // namespace

std::string timeline_facts(const TimelineView& view) {
  const auto facts = facts_of(view);
  std::string text =
      fmt::format("Timeline: {} in {}", count_of(facts.size(), "dated item"), count_of(view.lanes.size(), "lane"));
  if (!view.links.empty()) text += ", " + count_of(view.links.size(), "relation");
  if (!view.undated.empty()) text += fmt::format(", {} without a date", view.undated.size());
  text += ".";
  if (view.asked) text += fmt::format(" Marked: {}.", view.asked->label);
  for (const Fact& fact : facts) text += "\n" + sentence(fact, view.headline);
  const auto names = names_of(view);
  const auto name = [&](const std::string& id) { return names.contains(id) ? std::string(names.at(id)) : id; };
  for (const TimelineLink* link : sorted_links(view)) {
    const std::string_view standing = theme::word_of(link->standing);
    text += fmt::format("\n{} – {} – {}{}.", name(link->from), link->label.empty() ? link->type : link->label,
                        name(link->to), standing.empty() ? "" : fmt::format(" ({})", said_of(view.headline, standing)));
  }
  std::vector<std::string> undated;
  for (const TimelineUndated& item : in_order(view.undated)) undated.push_back(item.name);
  if (!undated.empty()) text += "\nWithout a date: " + join(undated, "; ") + ".";
  return text;
}

}  // namespace throughline
