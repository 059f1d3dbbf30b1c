// SPDX-License-Identifier: Apache-2.0
#include "time/far_years.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <vector>

#include "time/calendar.hpp"
#include "time/dates_of.hpp"
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

// Sums of a few such years, and their units, are far from overflow.
constexpr std::uint64_t near_digits = 99'999'999;

bool is_near(const Year& year) {
  if (year.significant > 0) return year.zeros == 0 && year.digits <= near_digits;
  return year.zeros == 0 && year.digits <= static_cast<std::uint64_t>(max_year);
}

template <typename Span, typename Number>
Span span_of(const Year& year, const Number& magnitude, std::int64_t units) {
  Number unit = 1;  // of the last significant digit
  for (std::size_t i = insignificant_digits(year); i > 0; --i) unit *= 10;
  const Number first = magnitude / unit * unit;
  const Number last = first + unit - 1;
  const Number reach = unit * (year.significant > 0 ? units : 0);
  if (year.is_negative) return {-last - reach, -first + reach};
  return {first - reach, last + reach};
}

BigSpan exact_years(const Year& year, std::int64_t units) {
  const Integer magnitude = Integer(year.digits) * boost::multiprecision::pow(Integer(10), year.zeros);
  return span_of<BigSpan, Integer>(year, magnitude, units);
}

YearSpan near_years(const Year& year, std::int64_t units) {
  if (year.significant == 0) return {first_year(year), last_year(year)};
  return span_of<YearSpan, std::int64_t>(year, static_cast<std::int64_t>(year.digits), units);
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

std::size_t insignificant_digits(const Year& year) {
  const std::size_t count = std::to_string(year.digits).size() + year.zeros;
  return year.significant == 0 || year.significant >= count ? 0 : count - year.significant;
}

YearScale::YearScale(std::span<const Edtf* const> values, std::int64_t units) {
  FarYears far;
  const auto note = [&](const Integer& year) {
    if (is_beyond(year)) (year < 0 ? far.before : far.after).push_back({year, 0});
  };
  const auto note_all = [&](const BigSpan& years) { note(years.first), note(years.last); };
  for (const Edtf* value : values)
    for_each_date(*value, [&](const Date& date) {
      if (is_near(date.year)) return;
      note_all(exact_years(date.year, 0));
      note_all(exact_years(date.year, units));
    });
  if (far.before.empty() && far.after.empty()) return;
  place(far.before);
  place(far.after);
  far_ = std::make_shared<const FarYears>(std::move(far));
}

YearSpan YearScale::years_of(const Year& year, std::int64_t units) const {
  if (is_near(year)) return near_years(year, units);
  const BigSpan years = exact_years(year, units);
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
