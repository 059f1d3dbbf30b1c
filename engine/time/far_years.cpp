// SPDX-License-Identifier: Apache-2.0
#include "time/far_years.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <vector>

#include "time/big_year.hpp"
#include "time/calendar.hpp"
#include "time/each_date.hpp"
#include "time/masks.hpp"

namespace throughline {
namespace {

using Integer = boost::multiprecision::cpp_int;

struct BigSpan {
  Integer first;
  Integer last;
};

struct Landmark {
  Integer year;
  std::int64_t on_scale;
};

// Further than any tolerance reaches without significant digits: a million centuries from either side.
constexpr std::int64_t kept_years = 1'000'000'000;
constexpr std::int64_t farthest_year = max_year + kept_years;

// Most years are; the others need longer numbers.
bool is_plain(const Year& year) {
  return year.significant == 0 && year.zeros == 0 && year.digits <= static_cast<std::uint64_t>(max_year);
}

Integer number_of(const BigYear& year) {
  const Integer distance(year.digits);
  return year.is_negative ? Integer(-distance) : distance;
}

BigSpan exact_years(const Year& year, std::int64_t units) {
  const auto open_digits = static_cast<unsigned>(insignificant_digits(year));
  const Integer reach = boost::multiprecision::pow(Integer(10), open_digits) * units;
  return {number_of(first_of(year)) - reach, number_of(last_of(year)) + reach};
}

bool is_beyond(const Integer& year) { return abs(year) > max_year; }

std::int64_t clamped(const Integer& year) {
  if (year > farthest_year) return farthest_year;
  return year < -farthest_year ? -farthest_year : static_cast<std::int64_t>(year);
}

// A distance without the cycles of 400 years that make it longer than it need be.
std::int64_t shortened(const Integer& distance) {
  if (distance <= kept_years) return static_cast<std::int64_t>(distance);
  return kept_years + static_cast<std::int64_t>(Integer((distance - kept_years) % 400));
}

}  // namespace

// Ascending, without repetition; those before the calendar are counted down from its beginning.
struct FarYears {
  std::vector<Landmark> before;  // by distance from the calendar
  std::vector<Landmark> after;

  const std::vector<Landmark>& side_of(bool is_negative) const { return is_negative ? before : after; }
};

namespace {

void place(std::vector<Landmark>& side) {
  std::sort(side.begin(), side.end(), [](const Landmark& a, const Landmark& b) { return abs(a.year) < abs(b.year); });
  Integer previous = max_year;
  std::int64_t on_scale = max_year;
  for (Landmark& landmark : side) {
    on_scale += shortened(abs(landmark.year) - previous);
    previous = abs(landmark.year);
    landmark.on_scale = landmark.year < 0 ? -on_scale : on_scale;
  }
}

std::int64_t placed(const Integer& year, const FarYears& far) {
  for (const Landmark& landmark : far.side_of(year < 0))
    if (landmark.year == year) return landmark.on_scale;
  return clamped(year);
}

}  // namespace

YearScale::YearScale(std::span<const Edtf* const> values, std::int64_t units) {
  FarYears far;
  const auto note = [&](const Integer& year) {
    if (is_beyond(year)) (year < 0 ? far.before : far.after).push_back({year, 0});
  };
  const auto note_all = [&](const BigSpan& years) { note(years.first), note(years.last); };
  for (const Edtf* value : values)
    for_each_date(*value, [&](const Date& date) {
      if (is_plain(date.year)) return;
      note_all(exact_years(date.year, 0));
      note_all(exact_years(date.year, date.year.significant > 0 ? units : 0));
    });
  if (far.before.empty() && far.after.empty()) return;
  place(far.before);
  place(far.after);
  far_ = std::make_shared<const FarYears>(std::move(far));
}

YearSpan YearScale::years_of(const Year& year, std::int64_t units) const {
  if (is_plain(year)) return {first_year(year), last_year(year)};
  const BigSpan years = exact_years(year, year.significant > 0 ? units : 0);
  if (!far_) return {clamped(years.first), clamped(years.last)};
  return {placed(years.first, *far_), placed(years.last, *far_)};
}

std::string YearScale::print_year(std::int64_t year) const {
  if (!far_ || (year <= max_year && year >= -max_year)) return throughline::print_year(year);
  const auto& side = far_->side_of(year < 0);
  const auto nearest = std::min_element(side.begin(), side.end(), [&](const Landmark& a, const Landmark& b) {
    return std::abs(a.on_scale - year) < std::abs(b.on_scale - year);
  });
  if (nearest == side.end()) return throughline::print_year(year);
  return "Y" + Integer(nearest->year + (year - nearest->on_scale)).str();
}

}  // namespace throughline
