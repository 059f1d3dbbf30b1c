// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_undated.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "view/line_breaks.hpp"
#include "view/theme.hpp"

namespace throughline {

namespace {

constexpr double padding = 11;
constexpr double line_height = 20;
constexpr const char* heading = "Without a date";
constexpr const char* separator = " · ";

// Sets one name after the other, as in a paragraph, each name an item of its own.
class Strip {
 public:
  Strip(const Box& room, const TextMetrics& metrics)
      : room_(room), metrics_(metrics), x_(room.x), y_(room.y + padding) {
    base_ = metrics.ascent(theme::body_size);
  }

  void add_heading() {
    Item item{{}, heading, {}, {}, {}};
    const double width = metrics_.width(heading, theme::heading_size, Weight::bold);
    const bool has_column = room_.x > width + 8;
    if (!has_column) room_ = {0, room_.y, room_.right(), room_.height};
    x_ = room_.x;
    const std::string words = has_column ? heading : std::string(heading) + ":";
    const double lead = has_column ? 0 : metrics_.width(words + " ", theme::heading_size, Weight::bold) + 4;
    item.marks.emplace_back(Text{{0, y_ + base_}, words, theme::heading_size, Weight::bold, theme::ink, Anchor::start});
    x_ += lead;
    group_.items.push_back(std::move(item));
  }

  void add(const TimelineUndated& undated) {
    Item item{undated.id, undated.name + ", without a date", undated.description, {}, {}};
    const auto lines = lines_within(room_.width, undated.name, theme::body_size, Weight::regular, metrics_);
    if (has_name_ && !lines.empty()) add_separator(item, width(lines.front()));
    for (const std::string& line : lines) {
      if (x_ > room_.x && x_ + width(line) > room_.right()) next_line();
      item.marks.emplace_back(text(line, undated.emphasis == Emphasis::receding ? theme::faint_ink : theme::ink));
      x_ += width(line);
    }
    has_name_ = true;
    group_.items.push_back(std::move(item));
  }

  UndatedStrip finish() { return {std::move(group_), y_ + line_height - room_.y + padding - (line_height - 17)}; }

 private:
  void next_line() {
    x_ = room_.x;
    y_ += line_height;
  }

  // At the end of a line the dot stays there, if it still fits.
  void add_separator(Item& item, double next_width) {
    const double gap = metrics_.width(separator, theme::body_size);
    const bool breaks = x_ + gap + next_width > room_.right();
    if (breaks) return next_line();
    Text dot = text("·", theme::soft_ink);
    dot.at.x += (gap - metrics_.width("·", theme::body_size)) / 2;
    item.marks.emplace_back(std::move(dot));
    x_ += gap;
  }

  double width(const std::string& words) const { return metrics_.width(words, theme::body_size); }

  Text text(const std::string& words, const char* color) const {
    return {{x_, y_ + base_}, words, theme::body_size, Weight::regular, color, Anchor::start};
  }

  Box room_;
  const TextMetrics& metrics_;
  double x_;
  double y_;
  double base_ = 0;
  bool has_name_ = false;
  Group group_{"undated", heading, {}};
};

}  // namespace

std::vector<TimelineUndated> in_order(std::vector<TimelineUndated> undated) {
  std::stable_sort(undated.begin(), undated.end(), [](const TimelineUndated& a, const TimelineUndated& b) {
    const auto key = [](const TimelineUndated& item) { return std::tie(item.lane, item.name, item.id); };
    if (a.lane.empty() != b.lane.empty()) return b.lane.empty();
    return key(a) < key(b);
  });
  return undated;
}

UndatedStrip draw_undated(const std::vector<TimelineUndated>& undated, Box room, const TextMetrics& metrics) {
  if (undated.empty()) return {};
  Strip strip(room, metrics);
  strip.add_heading();
  for (const TimelineUndated& item : undated) strip.add(item);
  return strip.finish();
}

}  // namespace throughline
