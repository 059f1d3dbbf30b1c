// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace throughline {

namespace {

constexpr double worth_a_break = 0.35;  // of the span
constexpr double worth_another = 0.5;   // of what remains after the first
constexpr double as_long_as = 0.8;      // silences this near in length are broken together or not at all
constexpr double times_the_others = 3;  // longer than the usual distance of dates
constexpr std::size_t most_breaks = 4;
constexpr std::size_t most_asked_breaks = 8;
constexpr std::size_t dates_for_a_break = 4;
constexpr double kept_beside_break = 0.05;  // of what remains, so that no mark touches a break
constexpr Count minutes_in_hour = 60;
constexpr Count shortest_span = 7;                       // a single day stands in its week
constexpr Count shortest_minutes = 2 * minutes_in_hour;  // a single time between its hours
constexpr Count around_a_date = 3;                       // years in years around them, months in months

struct Gap {
  Count from = 0;  // the first free day, or minute
  Count to = 0;    // the first that is not free

  Count length() const { return to - from; }
};

std::vector<Gap> gaps_between(std::vector<DayRange> occupied) {
  std::sort(occupied.begin(), occupied.end());
  std::vector<Gap> gaps;
  Count reached = occupied.front().last;
  for (const DayRange& range : occupied) {
    if (range.first > reached + 1) gaps.push_back({reached + 1, range.first});
    reached = std::max(reached, range.last);
  }
  return gaps;
}

// Whether two different dates still stand side by side in some piece.
bool leaves_something(const std::vector<DayRange>& occupied, std::vector<Gap> broken) {
  std::sort(broken.begin(), broken.end(), [](const Gap& a, const Gap& b) { return a.from < b.from; });
  std::vector<std::set<DayRange>> pieces(broken.size() + 1);
  for (const DayRange& range : occupied) {
    const auto before =
        std::count_if(broken.begin(), broken.end(), [&](const Gap& gap) { return gap.to <= range.first; });
    pieces[static_cast<std::size_t>(before)].insert(range);
  }
  return std::any_of(pieces.begin(), pieces.end(), [](const auto& piece) { return piece.size() > 1; });
}

double mean_length(const std::vector<Gap>& gaps, std::size_t from) {
  double sum = 0;
  for (std::size_t i = from; i < gaps.size(); ++i) sum += static_cast<double>(gaps[i].length());
  return from < gaps.size() ? sum / static_cast<double>(gaps.size() - from) : 0;
}

// The longest first, as long as they are worth it. `span` is left without them.
std::vector<Gap> choose_gaps(const std::vector<DayRange>& occupied, Count& span) {
  auto gaps = gaps_between(occupied);
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.length() > b.length(); });
  const std::size_t most = std::min(most_breaks, std::max<std::size_t>(1, gaps.size() / dates_for_a_break));
  std::vector<Gap> chosen;
  for (std::size_t next = 0; next < gaps.size();) {
    auto trial = chosen;
    Count remaining = span;
    const auto longest = static_cast<double>(gaps[next].length());
    const double limit = (chosen.empty() ? worth_a_break : worth_another) * static_cast<double>(span);
    for (; next < gaps.size() && static_cast<double>(gaps[next].length()) >= as_long_as * longest; ++next) {
      trial.push_back(gaps[next]);
      remaining -= gaps[next].length();
    }
    const bool is_long = longest > limit && longest > times_the_others * mean_length(gaps, next);
    if (!is_long || trial.size() > most || !leaves_something(occupied, trial)) break;
    chosen = std::move(trial);
    span = remaining;
  }
  return chosen;
}

Count later_by(Count from, const Duration& length, Count per_day) {
  if (length.unit != Duration::Unit::months) return from + count_in(length, per_day);
  const Day day = floor_of(from, per_day);
  return latest_within(day, length) * per_day + from - day * per_day;
}

// The longest of those that are at least so long. `span` is left without them.
std::vector<Gap> gaps_of(const std::vector<DayRange>& occupied, const Duration& least, Count per_day, Count& span) {
  auto gaps = gaps_between(occupied);
  std::erase_if(gaps, [&](const Gap& gap) { return later_by(gap.from, least, per_day) > gap.to; });
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.length() > b.length(); });
  if (gaps.size() > most_asked_breaks) gaps.resize(most_asked_breaks);
  for (const Gap& gap : gaps) span -= gap.length();
  return gaps;
}

Count median_length(const std::vector<DayRange>& occupied) {
  std::vector<Count> lengths;
  for (const DayRange& range : occupied) lengths.push_back(range.last + 1 - range.first);
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  return *middle;
}

std::string count_units(std::int64_t count, std::string_view unit) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return fmt::format("{} {}{}", digits, unit, count == 1 ? "" : "s");
}

std::optional<Omission> whole_years(Day from, Day to) {
  const Civil start = civil_of(from - 1);
  const Civil end = civil_of(to);
  const std::int64_t first = start.year + 1;
  if (end.year - first < 2) return std::nullopt;
  return Omission{day_of(first, 1, 1), day_of(end.year, 1, 1), count_units(end.year - first, "year")};
}

std::optional<Omission> whole_months(Day from, Day to) {
  const Civil start = civil_of(from - 1);
  const Civil end = civil_of(to);
  const std::int64_t first = start.year * 12 + start.month;  // months since January of year 0
  const std::int64_t last = end.year * 12 + end.month - 1;
  if (last - first < 2) return std::nullopt;
  return Omission{month_start(first), month_start(last), count_units(last - first, "month")};
}

Omission whole_days(Day from, Day to) {
  if (const auto years = whole_years(from, to)) return *years;
  if (const auto months = whole_months(from, to)) return *months;
  return {from, to, count_units(to - from, "day")};
}

// Of minutes: two whole days at least, or two whole hours.
std::optional<Omission> whole_hours(Count from, Count to) {
  const Day first_day = ceiling_of(from, minutes_in_day);
  const Day last_day = floor_of(to, minutes_in_day);
  if (last_day - first_day >= 2) {
    Omission days = whole_days(first_day, last_day);
    return Omission{days.from * minutes_in_day, days.to * minutes_in_day, std::move(days.span)};
  }
  const Count first = ceiling_of(from, minutes_in_hour);
  const Count last = floor_of(to, minutes_in_hour);
  if (last - first < 2) return std::nullopt;
  return Omission{first * minutes_in_hour, last * minutes_in_hour, count_units(last - first, "hour")};
}

// Whole calendar units, so that the span said is exactly the span left out.
std::optional<Omission> silence_in(const Gap& gap, Count span, Count per_day) {
  const Count kept = std::clamp(static_cast<Count>(std::ceil(kept_beside_break * static_cast<double>(span))), Count{1},
                                std::max(Count{1}, gap.length() / 5));
  if (per_day > 1) return whole_hours(gap.from + kept, gap.to - kept);
  return whole_days(gap.from + kept, gap.to - kept);
}

}  // namespace

std::string days_left_out(const Omission& silence) {
  const Civil first = civil_of(silence.from);
  const Civil next = civil_of(silence.to);
  const Civil last = civil_of(silence.to - 1);
  if (first.month == 1 && first.day == 1 && next.month == 1 && next.day == 1)
    return fmt::format("{} to {}", print_year(first.year), print_year(last.year));
  return fmt::format("{} to {}", print_day(silence.from), print_day(silence.to - 1));
}

std::string minutes_left_out(const Omission& silence) {
  if (silence.from % minutes_in_day == 0 && silence.to % minutes_in_day == 0)
    return days_left_out({silence.from / minutes_in_day, silence.to / minutes_in_day, {}});
  return fmt::format("{} to {}", print_minute(silence.from, {}), print_minute(silence.to - 1, {}));
}

std::vector<Omission> find_silences(std::vector<DayRange> occupied, const Breaks& breaks, Count per_day) {
  if (occupied.empty() || breaks.none) return {};
  std::sort(occupied.begin(), occupied.end());
  const Count last = std::max_element(occupied.begin(), occupied.end(), [](const auto& a, const auto& b) {
                       return a.last < b.last;
                     })->last;
  Count span = last + 1 - occupied.front().first;
  std::vector<Omission> silences;
  const auto gaps = breaks.least ? gaps_of(occupied, *breaks.least, per_day, span) : choose_gaps(occupied, span);
  for (const Gap& gap : gaps) {
    if (gap.length() <= 4) continue;
    if (const auto silence = silence_in(gap, span, per_day)) silences.push_back(*silence);
  }
  std::sort(silences.begin(), silences.end(), [](const Omission& a, const Omission& b) { return a.from < b.from; });
  return silences;
}

TimeAxis::TimeAxis(const std::vector<DayRange>& occupied, const Room& room)
    : TimeAxis(occupied, room, find_silences(occupied)) {}

TimeAxis::TimeAxis(const std::vector<DayRange>& occupied, const Room& room, const std::vector<Omission>& silences)
    : left_(room.left), right_(room.right), per_day_(room.per_day), page_(room.page) {
  Count first = occupied.front().first;
  Count end = occupied.front().last + 1;
  for (const DayRange& range : occupied) {
    first = std::min(first, range.first);
    end = std::max(end, range.last + 1);
  }
  const Count least =
      std::max(per_day_ > 1 ? shortest_minutes : shortest_span, around_a_date * median_length(occupied));
  if (!page_ && end - first < least) {
    const Count missing = least - (end - first);
    first -= missing / 2;
    end += missing - missing / 2;
  }
  place_pieces(first, end, silences, room);
}

void TimeAxis::place_pieces(Count first, Count end, const std::vector<Omission>& silences, const Room& room) {
  Count drawn = end - first;
  for (const Omission& silence : silences) drawn -= silence.to - silence.from;
  const double width = room.right - room.left - room.inset_left - room.inset_right -
                       room.break_width * static_cast<double>(silences.size());
  scale_ = width / static_cast<double>(room.page ? std::max(drawn, room.page->longest) : drawn);
  double x = room.left + room.inset_left;
  Count from = first;
  for (const Omission& silence : silences) {
    const double right = x + scale_ * static_cast<double>(silence.from - from);
    pieces_.push_back({from, silence.from, x, right});
    breaks_.push_back({silence, right, right + room.break_width});
    from = silence.to;
    x = right + room.break_width;
  }
  pieces_.push_back({from, end, x, x + scale_ * static_cast<double>(end - from)});
}

double TimeAxis::x_of(Count count) const {
  for (std::size_t i = 0; i < breaks_.size(); ++i) {
    const AxisPiece& piece = pieces_[i];
    if (count <= piece.to) return piece.right - scale_ * static_cast<double>(piece.to - count);
    if (count < breaks_[i].silence.to) {
      const auto& [silence, left, right] = breaks_[i];
      return left + (right - left) * static_cast<double>(count - silence.from) /
                        static_cast<double>(silence.to - silence.from);
    }
  }
  return pieces_.back().left + scale_ * static_cast<double>(count - pieces_.back().from);
}

double TimeAxis::middle_of(Count count) const { return (x_of(count) + x_of(count + per_day_)) / 2; }

}  // namespace throughline
