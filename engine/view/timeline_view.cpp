// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_view.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace throughline {

namespace {

std::string kind_words(const TimelineItem& item) { return item.type.empty() ? item.kind : item.kind + " " + item.type; }

}  // namespace

std::string describe(const TimelineView& view) {
  std::string text = fmt::format("timeline {}\n", view.headline.title);
  if (!view.headline.subtitle.empty()) text += fmt::format("subtitle {}\n", view.headline.subtitle);
  if (view.clock)
    text += fmt::format("clock {}\n", view.clock->shift ? shift_words(*view.clock->shift) : "of the place");
  if (view.asked) text += fmt::format("asked {}\n", view.asked->label);
  for (const TimelineLane& lane : view.lanes) {
    text += fmt::format("lane {}: {}\n", lane.id, lane.label);
    for (const TimelineItem& item : lane.items) {
      text += fmt::format("  {} {} [{}] {} \"{}\"{}{}\n", item.extent.is_interval ? "bar" : "mark", item.id,
                          kind_words(item), item.date, item.name, standing_words(item.standing),
                          emphasis_words(item.emphasis));
    }
  }
  for (const TimelineLink& link : view.links) {
    text += fmt::format("link {} {} {} {} \"{}\"{}{}\n", link.id, link.from, link.directed ? "->" : "--", link.to,
                        link.label, standing_words(link.standing), emphasis_words(link.emphasis));
  }
  for (const TimelineUndated& item : view.undated)
    text += fmt::format("undated {} [{}] \"{}\" {}{}\n", item.id, item.kind, item.name, item.lane,
                        emphasis_words(item.emphasis));
  for (const std::string& note : view.headline.notes) text += fmt::format("note {}\n", note);
  if (!view.headline.sources.empty()) text += fmt::format("sources {}\n", view.headline.sources);
  return text;
}

}  // namespace throughline
