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

constexpr Day before_all = std::numeric_limits<Day>::min();
constexpr Day after_all = std::numeric_limits<Day>::max();

}  // namespace

Dating dating_of(const Model& model, std::vector<const Claim*> claims) {
  Dating dating;
  dating.claims = std::move(claims);
  std::vector<DateIndex> dates;
  for (const Claim* claim : dating.claims) {
    const WrittenDate& date = model[claim->date];
    const Bounds days = days_of(extent_of(date.value, model.reading));
    const bool is_first = dates.empty();
    if (is_first) dating.extent = date.extent;
    widen(dating.extent, date.extent);
    dating.days = is_first ? days : hull_of(dating.days, days);
    dating.differs = dating.differs || (!is_first && date.edtf != model[dates.front()].edtf);
    dates.push_back(claim->date);
  }
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
    const bool has_both_ends = i > 0 && last_before != after_all && first_from[i] != before_all;
    if (has_both_ends && latest_within(last_before + 1, least) <= first_from[i])
      silences[i] = Silence{last_before + 1, first_from[i] - 1};
    last_before = std::max(last_before, entries[i].latest.value_or(after_all));
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
