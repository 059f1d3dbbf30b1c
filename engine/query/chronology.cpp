// SPDX-License-Identifier: Apache-2.0
#include "query/chronology.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/text.hpp"
#include "query/together.hpp"

namespace throughline {
namespace {

// Nothing is earlier than what has no earliest day, and later than what has no latest.
Bounds hull_of(const Bounds& a, const Bounds& b) {
  Bounds hull;
  if (a.earliest && b.earliest) hull.earliest = std::min(*a.earliest, *b.earliest);
  if (a.latest && b.latest) hull.latest = std::max(*a.latest, *b.latest);
  return hull;
}

Bounds days_of(const Extent& extent) { return {extent.start.earliest, extent.end.latest}; }

void widen(Extent& extent, const Extent& other) {
  extent.start = hull_of(extent.start, other.start);
  extent.end = hull_of(extent.end, other.end);
  extent.start_open = extent.start_open || other.start_open;
  extent.ongoing = extent.ongoing || other.ongoing;
  extent.uncertain = extent.uncertain || other.uncertain;
}

void widen(Core& core, const Core& other) {
  core.latest_start = std::max(core.latest_start, other.latest_start);
  core.earliest_end = std::min(core.earliest_end, other.earliest_end);
}

constexpr Day before_all = std::numeric_limits<Day>::min();
constexpr Day after_all = std::numeric_limits<Day>::max();

Core core_of(const Extent& extent) {
  return {extent.start_open ? before_all : extent.start.latest.value_or(after_all),
          extent.ongoing ? after_all : extent.end.earliest.value_or(before_all)};
}

bool is_long_enough(const Silence& silence, const Duration& least) {
  return silence.first <= silence.last && latest_within(silence.first, least) <= silence.last + 1;
}

// Up to which day a stretch may last in which nothing must lie.
class Room {
 public:
  explicit Room(std::span<const Occurrence> entries) {
    for (const Occurrence& entry : entries)
      if (entry.core) cores_.push_back(*entry.core);
    std::sort(cores_.begin(), cores_.end(),
              [](const Core& a, const Core& b) { return a.earliest_end < b.earliest_end; });
    for (std::size_t i = cores_.size(); i-- > 1;)
      cores_[i - 1].latest_start = std::min(cores_[i - 1].latest_start, cores_[i].latest_start);
  }

  Day last_from(Day first) const {
    const auto blocking = std::partition_point(cores_.begin(), cores_.end(),
                                               [first](const Core& core) { return core.earliest_end < first; });
    if (blocking == cores_.end()) return after_all;
    return blocking->latest_start == before_all ? before_all : blocking->latest_start - 1;
  }

 private:
  std::vector<Core> cores_;  // by the earliest end; each with the first latest start from it on
};

// Behind the last day of an entry; where it has none, behind the day by which it had begun. Ascending.
std::vector<Day> starts_of(std::span<const Occurrence> entries) {
  std::vector<Day> starts;
  for (const auto& [days, core] : entries)
    if (days.latest)
      starts.push_back(*days.latest + 1);
    else if (core && core->latest_start != before_all && core->latest_start != after_all)
      starts.push_back(core->latest_start + 1);
  std::sort(starts.begin(), starts.end());
  return starts;
}

// The last day of a silence, and the entry before which it is told.
using End = std::pair<Day, std::size_t>;

// Likewise before the first day of an entry; ascending, of those of one day the first entry.
std::vector<End> ends_of(std::span<const Occurrence> entries) {
  std::vector<End> ends;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& [days, core] = entries[i];
    if (days.earliest)
      ends.emplace_back(*days.earliest - 1, i);
    else if (core && core->earliest_end != before_all && core->earliest_end != after_all)
      ends.emplace_back(core->earliest_end - 1, i);
  }
  std::sort(ends.begin(), ends.end());
  const auto is_same_day = [](const End& a, const End& b) { return a.first == b.first; };
  ends.erase(std::unique(ends.begin(), ends.end(), is_same_day), ends.end());
  return ends;
}

}  // namespace

Dating dating_of(const Model& model, std::vector<const Claim*> claims) {
  Dating dating;
  dating.claims = std::move(claims);
  std::vector<DateIndex> dates;
  for (const Claim* claim : dating.claims) {
    const WrittenDate& date = model[claim->date];
    const Extent widened = extent_of(date.value, model.reading);
    const Bounds days = days_of(widened);
    const bool is_first = dates.empty();
    if (is_first) dating.extent = date.extent;
    if (is_first) dating.core = core_of(widened);
    widen(dating.extent, date.extent);
    widen(*dating.core, core_of(widened));
    dating.days = is_first ? days : hull_of(dating.days, days);
    dating.differs = dating.differs || (!is_first && date.edtf != model[dates.front()].edtf);
    dates.push_back(claim->date);
  }
  if (dating.extent.uncertain) dating.core.reset();
  dating.tolerance = tolerance_words(values_of(model, dates), model.reading);
  return dating;
}

std::string when_text(const Model& model, const Dating& dating) {
  std::vector<std::string> texts;
  for (const Claim* claim : dating.claims) {
    std::string text(model.date_text(claim->date));
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
  }
  return join(texts, " or ");
}

bool comes_before(const Dating& a, const Dating& b) {
  if (!a.is_dated() || !b.is_dated()) return a.is_dated();
  return compare_in_time(a.extent, b.extent) < 0;
}

std::vector<std::optional<Silence>> silences_before(std::span<const Bounds> entries, const Duration& least) {
  std::vector<Day> first_from(entries.size() + 1, after_all);  // of each entry and all after it
  for (std::size_t i = entries.size(); i-- > 0;)
    first_from[i] = std::min(first_from[i + 1], entries[i].earliest.value_or(before_all));
  std::vector<std::optional<Silence>> silences(entries.size());
  Day last_before = before_all;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && last_before != after_all && first_from[i] != before_all)
      if (const Silence silence{last_before + 1, first_from[i] - 1}; is_long_enough(silence, least))
        silences[i] = silence;
    last_before = std::max(last_before, entries[i].latest.value_or(after_all));
  }
  return silences;
}

std::vector<std::optional<Silence>> possible_silences_before(std::span<const Occurrence> entries,
                                                             const Duration& least) {
  const Room room(entries);
  const std::vector<End> ends = ends_of(entries);
  std::vector<std::optional<Silence>> silences(entries.size());
  Day last = before_all;  // of those that begin earlier: what ends no later lies within one of them
  for (const Day first : starts_of(entries)) {
    const auto behind = std::partition_point(
        ends.begin(), ends.end(), [limit = room.last_from(first)](const End& end) { return end.first <= limit; });
    if (behind == ends.begin()) continue;
    const auto& [end, before] = *(behind - 1);
    const Silence silence{first, end};
    if (end <= last || !is_long_enough(silence, least)) continue;
    last = end;
    silences[before] = silence;
  }
  return silences;
}

std::string length_words(const Silence& silence) {
  const Civil from = civil_of(silence.first);
  const Civil to = civil_of(silence.last + 1);
  std::int64_t months = (to.year - from.year) * 12 + to.month - from.month;
  if (later_by_months(silence.first, months) > silence.last + 1) --months;
  if (months == 0) return count_of(static_cast<std::size_t>(silence.days()), "day");
  std::vector<std::string> words;
  if (months >= 12) words.push_back(count_of(static_cast<std::size_t>(months / 12), "year"));
  if (months % 12 > 0) words.push_back(count_of(static_cast<std::size_t>(months % 12), "month"));
  return join(words, " ");
}

}  // namespace throughline
