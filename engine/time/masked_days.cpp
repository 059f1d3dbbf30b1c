// SPDX-License-Identifier: Apache-2.0
#include "time/masked_days.hpp"

#include <algorithm>
#include <bit>

namespace throughline {
namespace {

constexpr int places[] = {1, 10, 100, 1000};

int digit_at(std::int64_t number, int place) { return static_cast<int>(number / places[place] % 10); }

// Four digits, each known or open, as a number grows or (with each digit subtracted from 9) as it shrinks.
struct Pattern {
  std::int64_t digits;
  unsigned mask;

  bool is_open(int place) const { return (mask >> place & 1) != 0; }
  bool fits_above(std::int64_t number, int place) const {
    for (int i = place + 1; i < 4; ++i)
      if (!is_open(i) && digit_at(number, i) != digit_at(digits, i)) return false;
    return true;
  }
  // With another digit at this place the number grows, and what is right of it can be as small as possible.
  std::optional<int> digit_after(int digit, int place) const {
    if (is_open(place)) return digit < 9 ? std::optional(digit + 1) : std::nullopt;
    return digit_at(digits, place) > digit ? std::optional(digit_at(digits, place)) : std::nullopt;
  }
  Pattern mirrored() const {
    std::int64_t rest = 9999 - digits;
    for (int i = 0; i < 4; ++i)
      if (is_open(i)) rest -= 9 * places[i];
    return {rest, mask};
  }
};

// The smallest number that fits and is at least `from`, which is not negative.
std::optional<std::int64_t> next_number(const Pattern& pattern, std::int64_t from) {
  if (from > 9999) return std::nullopt;
  if (pattern.fits_above(from, -1)) return from;
  for (int place = 0; place < 4; ++place) {
    const auto digit = pattern.digit_after(digit_at(from, place), place);
    if (!digit || !pattern.fits_above(from, place)) continue;
    const std::int64_t above = from / places[place] / 10 * 10 + *digit;
    return above * places[place] + pattern.digits % places[place];
  }
  return std::nullopt;
}

std::optional<std::int64_t> previous_number(const Pattern& pattern, std::int64_t from) {
  if (from < 0) return std::nullopt;
  const auto mirrored = next_number(pattern.mirrored(), 9999 - std::min<std::int64_t>(from, 9999));
  return mirrored ? std::optional(9999 - *mirrored) : std::nullopt;
}

Pattern pattern_of(const Year& year) { return {static_cast<std::int64_t>(year.digits), year.mask}; }

// There is no year -0.
std::optional<std::int64_t> next_year(const Year& year, std::int64_t from) {
  if (!year.is_negative) return next_number(pattern_of(year), std::max<std::int64_t>(from, 0));
  const auto distance = previous_number(pattern_of(year), -from);
  return distance && *distance > 0 ? std::optional(-*distance) : std::nullopt;
}

std::optional<std::int64_t> previous_year(const Year& year, std::int64_t from) {
  if (!year.is_negative) return previous_number(pattern_of(year), from);
  const auto distance = next_number(pattern_of(year), std::max<std::int64_t>(-from, 1));
  return distance ? std::optional(-*distance) : std::nullopt;
}

Stretch month_of(std::int64_t year, int month) {
  if (month > 12) ++year, month -= 12;
  return {first_day(year, month), last_day(year, month)};
}

constexpr std::uint32_t from_bit(std::int64_t bit) { return bit > 31 ? 0U : ~0U << std::max<std::int64_t>(bit, 0); }
constexpr std::uint32_t upto_bit(std::int64_t bit) {
  return bit < 0 ? 0U : ~0U >> (31 - std::min<std::int64_t>(bit, 31));
}

int lowest_bit(std::uint32_t bits) { return std::countr_zero(bits); }
int highest_bit(std::uint32_t bits) { return 31 - std::countl_zero(bits); }

// A cell is a stretch of days that fit: a month if all of its days do, else one day.

std::optional<Stretch> cell_in_month(const MaskedDays& masked, const Stretch& month, Day from) {
  if (month.last < from) return std::nullopt;
  if (masked.days == all_days) return month;
  const std::uint32_t days = masked.days & from_bit(from - month.first + 1) & upto_bit(month.last - month.first + 1);
  if (days == 0) return std::nullopt;
  const Day day = month.first + lowest_bit(days) - 1;
  return Stretch{day, day};
}

std::optional<Stretch> last_cell_in_month(const MaskedDays& masked, const Stretch& month, Day upto) {
  if (month.first > upto) return std::nullopt;
  if (masked.days == all_days) return month;
  const std::uint32_t days = masked.days & upto_bit(std::min(upto, month.last) - month.first + 1);
  if (days == 0) return std::nullopt;
  const Day day = month.first + highest_bit(days) - 1;
  return Stretch{day, day};
}

// The first cell that ends on `day` or later. Winters of the year before may reach into this one.
std::optional<Stretch> cell_from(const MaskedDays& masked, Day day) {
  const Civil civil = civil_of(day);
  for (auto year = next_year(masked.year, civil.year - 1); year; year = next_year(masked.year, *year + 1)) {
    const std::int64_t this_month = (civil.year - *year) * 12 + civil.month;
    for (std::uint32_t months = masked.months & from_bit(this_month); months != 0; months &= months - 1)
      if (const auto cell = cell_in_month(masked, month_of(*year, lowest_bit(months)), day)) return cell;
  }
  return std::nullopt;
}

// The last cell that starts on `day` or earlier.
std::optional<Stretch> cell_upto(const MaskedDays& masked, Day day) {
  const Civil civil = civil_of(day);
  for (auto year = previous_year(masked.year, civil.year); year; year = previous_year(masked.year, *year - 1)) {
    const std::int64_t this_month = (civil.year - *year) * 12 + civil.month;
    std::uint32_t months = masked.months & upto_bit(this_month);
    for (; months != 0; months &= ~(1U << highest_bit(months)))
      if (const auto cell = last_cell_in_month(masked, month_of(*year, highest_bit(months)), day)) return cell;
  }
  return std::nullopt;
}

// Months differ by three days at most, so a day and its return from some months away do by fewer than this.
constexpr Day slack = 5;

// The first cell that, widened, ends on `day` or later; later cells do, too, for widening keeps the order of days.
std::optional<Stretch> wide_cell_from(const MaskedDays& masked, Day day) {
  const Day near = masked.widening.of({day, day}).first - slack;
  for (auto cell = cell_from(masked, near); cell; cell = cell_from(masked, cell->last + 1))
    if (const Stretch wide = masked.widening.of(*cell); wide.last >= day) return wide;
  return std::nullopt;
}

std::optional<Stretch> wide_cell_upto(const MaskedDays& masked, Day day) {
  const Day near = masked.widening.of({day, day}).last + slack;
  for (auto cell = cell_upto(masked, near); cell; cell = cell_upto(masked, cell->first - 1))
    if (const Stretch wide = masked.widening.of(*cell); wide.first <= day) return wide;
  return std::nullopt;
}

}  // namespace

Stretch Widening::of(const Stretch& stretch) const {
  if (months == 0) return {stretch.first - days, stretch.last + days};
  return {earlier_by_months(stretch.first, months), later_by_months(stretch.last, months)};
}

std::optional<Day> MaskedDays::next(Day day) const {
  day = std::max(day, first_day(-max_year, 1));
  const auto cell = day <= last_day(max_year, 12) ? wide_cell_from(*this, day) : std::nullopt;
  return cell ? std::optional(std::max(day, cell->first)) : std::nullopt;
}

std::optional<Day> MaskedDays::previous(Day day) const {
  day = std::min(day, last_day(max_year, 12));
  const auto cell = day >= first_day(-max_year, 1) ? wide_cell_upto(*this, day) : std::nullopt;
  return cell ? std::optional(std::min(day, cell->last)) : std::nullopt;
}

Day MaskedDays::run_end(Day day) const {
  Day end = day;
  while (next(end + 1) == end + 1) end = wide_cell_from(*this, end + 1)->last;
  return end;
}

}  // namespace throughline
