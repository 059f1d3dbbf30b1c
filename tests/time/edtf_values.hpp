// SPDX-License-Identifier: Apache-2.0
// Random EDTF values of every form and level, all of them valid. They are made from numbers, so that a value that
// breaks a property is shown as small as it can be.
//
//   check_property([] { const Edtf value = *any_value(); RC_ASSERT(edtf(print_edtf(value)) == value); }, 1000);
#pragma once

#include <algorithm>
#include <ostream>
#include <tuple>
#include <utility>
#include <vector>

#include "edtf_text.hpp"
#include "time/date_order.hpp"

namespace throughline {

inline void showValue(const Edtf& value, std::ostream& out) { out << print_edtf(value); }

namespace made {

inline rc::Gen<int> below(int limit) { return rc::gen::inRange(0, limit); }

inline rc::Gen<Qualifier> any_mark() {
  return rc::gen::map(below(8), [](int n) { return n < 4 ? static_cast<Qualifier>(n) : Qualifier::none; });
}

// The digits with 0 where the mask has an X.
inline std::uint64_t masked(std::uint64_t digits, unsigned mask) {
  std::uint64_t unit = 1;
  for (unsigned rest = mask; rest != 0; rest >>= 1, unit *= 10)
    if ((rest & 1) != 0) digits -= digits / unit % 10 * unit;
  return digits;
}

inline Year four_digits(std::uint64_t number, bool is_negative, int mask) {
  Year year;
  year.mask = static_cast<std::uint8_t>(mask);
  year.digits = masked(number % 10'000, year.mask);
  year.is_negative = is_negative && (year.digits != 0 || mask != 0);
  return year;
}

inline rc::Gen<std::uint64_t> any_number() {
  return rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(0, 3000),
                        rc::gen::inRange<std::uint64_t>(0, 9'999'999'999'999'999'999U));
}

inline rc::Gen<Year> any_short_year() {
  return rc::gen::map(rc::gen::tuple(any_number(), below(4), below(40), any_mark()), [](const auto& drawn) {
    const auto [number, sign, mask, mark] = drawn;
    Year year = four_digits(number, sign == 0, mask < 16 ? mask : 0);
    year.qualifier = mark;
    return year;
  });
}

// Beyond four digits, with an exponent, with significant digits.
inline rc::Gen<Year> any_long_year() {
  return rc::gen::map(rc::gen::tuple(any_number(), below(2), below(3), below(30), any_mark()), [](const auto& drawn) {
    const auto [number, sign, form, count, mark] = drawn;
    Year year = four_digits(number, sign == 0, 0);
    if (form == 0) year.digits = 10'000 + number % 9'999'999'999'999'990'000U;
    if (form == 1) year.digits = 1 + number % 9'999'999, year.zeros = static_cast<std::uint16_t>(4 + 30 * count);
    if (form == 2 || count % 2 == 0) year.significant = static_cast<std::uint16_t>(1 + count);
    year.qualifier = mark;
    return year;
  });
}

// Every number and pattern that any month has, so that each date is real.
inline Part part_from(int number, int last, Qualifier mark) {
  constexpr Part patterns[] = {{0, 3}, {0, 1}, {10, 1}, {0, 2}, {1, 2}, {2, 2}, {5, 2}, {9, 2}};
  Part part = number < last ? Part{static_cast<std::uint8_t>(number + 1), 0} : patterns[(number - last) % 8];
  part.qualifier = mark;
  return part;
}

inline rc::Gen<Date> any_short_date() {
  return rc::gen::map(rc::gen::tuple(any_short_year(), below(3), below(50), any_mark(), below(36), any_mark()),
                      [](const auto& drawn) {
                        const auto& [year, parts, month, month_mark, day, day_mark] = drawn;
                        Date date{year, {}, {}, {}};
                        if (parts > 0) date.month = part_from(month, 12, month_mark);
                        if (parts == 1 && month > 28)
                          date.month.digits = static_cast<std::uint8_t>(month - 8), date.month.mask = 0;
                        if (parts == 2) date.day = part_from(day, 28, day_mark);
                        return date;
                      });
}

inline rc::Gen<Date> any_date() {
  return rc::gen::oneOf(any_short_date(), any_short_date(), rc::gen::map(any_long_year(), [](const Year& year) {
                          return Date{year, {}, {}, {}};
                        }));
}

inline rc::Gen<Date> any_timed_date() {
  return rc::gen::map(
      rc::gen::tuple(any_number(), below(12), below(28), below(1440), below(61), below(1600)), [](const auto& drawn) {
        const auto [year, month, day, minute, second, shift] = drawn;
        Date date{four_digits(year, false, 0), part_from(month, 12, {}), part_from(day, 28, {}), {}};
        TimeOfDay time;
        time.hour = static_cast<std::uint8_t>(minute / 60);
        time.minute = static_cast<std::uint8_t>(minute % 60);
        if (second < 60) time.second = static_cast<std::uint8_t>(second);
        if (second < 30)
          time.fraction = static_cast<std::uint64_t>(second),
          time.fraction_digits = static_cast<std::uint8_t>(2 + second % 17);
        if (shift % 4 == 1) time.shift = Shift::utc;
        if (shift % 4 > 1)
          time.shift = Shift::hours_and_minutes, time.shift_minutes = static_cast<std::int16_t>(shift - 720);
        if (time.shift_minutes > 840 || time.shift_minutes % 60 == 0) time.shift_minutes = 540;
        if (time.shift < Shift::hours) time.shift_minutes = 0;
        date.time = time;
        return date;
      });
}

inline rc::Gen<Edtf> any_interval() {
  return rc::gen::map(rc::gen::tuple(any_short_date(), any_short_date(), below(6), below(6)), [](const auto& drawn) {
    const auto ends = [](const Date& date, int form) {
      return form == 0 ? Endpoint(Open{}) : form == 1 ? Endpoint(Unknown{}) : Endpoint(date);
    };
    auto [first, last, start, end] = drawn;
    if (!can_run(first, last)) std::swap(first, last);
    if (!can_run(first, last)) end = 0;
    return Edtf{Interval{ends(first, start), ends(last, end)}};
  });
}

inline rc::Gen<Member> any_member() {
  return rc::gen::map(rc::gen::tuple(any_date(), any_date(), below(6)), [](const auto& drawn) {
    auto [first, last, form] = drawn;
    if (form > 2) return Member(first);
    if (!can_reach(first, last)) std::swap(first, last);
    Range range{first, last};
    if (form == 1) range.first.reset();
    if (form == 2 || !can_reach(first, last)) range.last.reset();
    if (!range.first && !range.last) range.first = first;
    return Member(range);
  });
}

inline rc::Gen<Edtf> any_set() {
  const auto members = rc::gen::nonEmpty(rc::gen::container<std::vector<Member>>(any_member()));
  return rc::gen::resize(4, rc::gen::map(rc::gen::pair(members, below(2)), [](const auto& drawn) {
                           return Edtf{Set{static_cast<Set::Kind>(drawn.second), drawn.first}};
                         }));
}

}  // namespace made

inline rc::Gen<Edtf> any_value() {
  const auto as_value = [](const Date& date) { return Edtf{date}; };
  return rc::gen::oneOf(rc::gen::map(made::any_date(), as_value), rc::gen::map(made::any_timed_date(), as_value),
                        made::any_interval(), made::any_set());
}

}  // namespace throughline
