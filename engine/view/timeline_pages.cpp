// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "view/theme.hpp"
#include "view/timeline_clock.hpp"
#include "view/timeline_order.hpp"
#include "view/timeline_span.hpp"

namespace throughline {

namespace {

// Borders of the calendar, one after another.
class Borders {
 public:
  Borders(const Duration& length, Count per_day) : length_(length), per_day_(per_day) {
    if (!is_months()) size_ = count_in(length, per_day);
    const bool is_hours = length.unit == Duration::Unit::hours;
    if (!is_hours && length.amount % days_in_week == 0) shift_ = first_monday * per_day;
  }

  Count before(Count at) const { return border(number_of(at)); }
  Count after(Count at) const { return border(number_of(at) + 1); }

 private:
  bool is_months() const { return length_.unit == Duration::Unit::months; }

  std::int64_t number_of(Count at) const {
    if (!is_months()) return floor_of(at - shift_, size_);
    const Civil civil = civil_of(floor_of(at, per_day_));
    return floor_of(civil.year * 12 + civil.month - 1, length_.amount);
  }

  Count border(std::int64_t number) const {
    return is_months() ? month_start(number * length_.amount) * per_day_ : number * size_ + shift_;
  }

  Duration length_;
  Count per_day_;
  Count size_ = 1;
  Count shift_ = 0;
};

Borders borders_of(const TimelineView& view, const Duration& length) { return {length, counts_in_day(view.clock)}; }

// From the first date to the last.
std::optional<DayRange> dated_range(const TimelineView& view) {
  std::optional<DayRange> all;
  for (const TimelineLane& lane : view.lanes)
    for (const TimelineItem& item : lane.items)
      for (const DayRange& range : occupied_days(item.extent))
        all = all ? DayRange{std::min(all->first, range.first), std::max(all->last, range.last)} : range;
  return all;
}

bool has_any(const TimelineView& view, const PageWindow& stretch) {
  return std::any_of(view.lanes.begin(), view.lanes.end(), [&](const TimelineLane& lane) {
    return std::any_of(lane.items.begin(), lane.items.end(),
                       [&](const TimelineItem& item) { return touches(item.extent, stretch); });
  });
}

// Those in which something is; all know what the others need.
std::vector<PageWindow> windows_of(const TimelineView& view, const Duration& length, const DayRange& range) {
  const Borders borders = borders_of(view, length);
  PageWindow common;
  common.has_links = !view.links.empty();
  for (const TimelineLane& lane : view.lanes)
    for (const TimelineItem& item : lane.items) {
      common.opens_left |= !item.extent.start.earliest;
      common.opens_right |= !item.extent.end.latest;
    }
  std::vector<PageWindow> windows;
  for (Count from = borders.before(range.first); from <= range.last; from = borders.after(from)) {
    PageWindow window = common;
    window.first = from;
    window.last = borders.after(from) - 1;
    if (!has_any(view, window)) continue;
    common.longest = std::max(common.longest, window.last + 1 - window.first);
    windows.push_back(window);
  }
  for (PageWindow& window : windows) {
    window.longest = common.longest;
    window.has_before = &window != &windows.front();
    window.has_after = &window != &windows.back();
  }
  return windows;
}

bool begins_year(Day day) {
  const Civil civil = civil_of(day);
  return civil.month == 1 && civil.day == 1;
}

// "1990 to 1999", "2018", "2018-04-01 to 2018-04-30", "2018-04-27T06:00 to 2018-04-27T11:59".
std::string words_of(Count first, Count last, const std::optional<Clock>& clock) {
  const Count per_day = counts_in_day(clock);
  const auto joined = [](const std::string& from, const std::string& to) {
    return from == to ? from : fmt::format("{} to {}", from, to);
  };
  if (floor_of(first, per_day) * per_day != first || floor_of(last + 1, per_day) * per_day != last + 1)
    return joined(print_minute(first, {}), print_minute(last, {}));
  const Day from = floor_of(first, per_day);
  const Day to = floor_of(last, per_day);
  if (!begins_year(from) || !begins_year(to + 1)) return joined(print_day(from), print_day(to));
  return joined(print_year(civil_of(from).year), print_year(civil_of(to).year));
}

class Cutter {
 public:
  Cutter(const TimelineView& whole, std::vector<PageWindow> windows) : whole_(whole), windows_(std::move(windows)) {
    for (const TimelineLane& lane : whole_.lanes)
      for (const TimelineItem& item : lane.items) {
        names_[item.id] = item.name;
        for (std::size_t page = 0; page < windows_.size(); ++page)
          if (touches(item.extent, windows_[page])) pages_[item.id].insert(page);
      }
  }

  TimelineView cut(std::size_t page) const {
    const PageWindow& window = windows_[page];
    TimelineView view = whole_;
    view.page = window;
    view.breaks = {true, std::nullopt};
    view.headline.title +=
        fmt::format(": {}, page {} of {}", words_of(window.first, window.last, view.clock), page + 1, windows_.size());
    for (TimelineLane& lane : view.lanes)
      std::erase_if(lane.items, [&](const TimelineItem& item) { return !touches(item.extent, window); });
    if (view.asked && !touches({view.asked->days, view.asked->days}, window)) view.asked.reset();
    std::erase_if(view.links, [&](const TimelineLink& link) { return !shows(link, page); });
    std::vector<std::string>& notes = view.headline.notes;
    for (const std::string& note : {skip_note(page), links_note(page), undated_note(page)})
      if (!note.empty()) notes.push_back(note);
    if (page + 1 < windows_.size()) view.undated.clear();
    return view;
  }

 private:
  using Pages = std::set<std::size_t>;

  const Pages& pages_of(const std::string& id) const {
    static const Pages nowhere;
    const auto found = pages_.find(id);
    return found == pages_.end() ? nowhere : found->second;
  }

  bool is_on(const std::string& id, std::size_t page) const { return pages_of(id).contains(page); }

  // Of what has no place on the axis the figure tells the relations with what has one, or else with the undated.
  bool shows(const TimelineLink& link, std::size_t page) const {
    const bool has_from = !pages_of(link.from).empty();
    const bool has_to = !pages_of(link.to).empty();
    if (!has_from && !has_to) return page + 1 == windows_.size();
    return (!has_from || is_on(link.from, page)) && (!has_to || is_on(link.to, page));
  }

  bool share_a_page(const TimelineLink& link) const {
    const Pages& from = pages_of(link.from);
    return std::any_of(from.begin(), from.end(), [&](std::size_t page) { return is_on(link.to, page); });
  }

  std::string skip_note(std::size_t page) const {
    if (page == 0 || windows_[page - 1].last + 1 == windows_[page].first) return {};
    return fmt::format("There is no page for {}: nothing has a date there.",
                       words_of(windows_[page - 1].last + 1, windows_[page].first - 1, whole_.clock));
  }

  // No line can be drawn from page to page.
  std::string links_note(std::size_t page) const {
    std::vector<std::string> told;
    for (const TimelineLink& link : whole_.links) {
      if (is_on(link.from, page) == is_on(link.to, page) || share_a_page(link)) continue;
      const Pages& others = pages_of(is_on(link.from, page) ? link.to : link.from);
      if (others.empty()) continue;
      const std::string_view standing = theme::word_of(link.standing);
      told.push_back(fmt::format("{} – {} – {}{} (page {})", names_.at(link.from),
                                 link.label.empty() ? link.type : link.label, names_.at(link.to),
                                 standing.empty() ? "" : fmt::format(", {}", standing), *others.begin() + 1));
    }
    if (told.empty()) return {};
    return fmt::format("{} to another page: {}.",
                       told.size() == 1 ? "1 relation leads" : fmt::format("{} relations lead", told.size()),
                       join(told, "; "));
  }

  std::string undated_note(std::size_t page) const {
    if (whole_.undated.empty() || page + 1 == windows_.size()) return {};
    return fmt::format("What has no date ({}) stands on page {}.", whole_.undated.size(), windows_.size());
  }

  const TimelineView& whole_;
  std::vector<PageWindow> windows_;
  std::map<std::string, Pages> pages_;
  std::map<std::string, std::string> names_;
};

}  // namespace

bool touches(const Extent& extent, const PageWindow& stretch) {
  return (!extent.start.earliest || *extent.start.earliest <= stretch.last) &&
         (!extent.end.latest || *extent.end.latest >= stretch.first);
}

std::size_t count_stretches(const TimelineView& view, const Duration& length) {
  const auto range = dated_range(view);
  if (!range) return 1;
  const Borders borders = borders_of(view, length);
  std::size_t count = 0;
  for (Count from = borders.before(range->first); from <= range->last && count <= most_pages; ++count)
    from = borders.after(from);
  return count;
}

std::vector<TimelineView> pages_of(const TimelineView& view, const Duration& length) {
  const TimelineView whole = in_order(view);
  const auto range = dated_range(whole);
  if (!range) return {view};
  const std::vector<PageWindow> windows = windows_of(whole, length, *range);
  const Cutter cutter(whole, windows);
  std::vector<TimelineView> pages;
  for (std::size_t page = 0; page < windows.size(); ++page) pages.push_back(cutter.cut(page));
  return pages;
}

}  // namespace throughline
