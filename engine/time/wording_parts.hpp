// SPDX-License-Identifier: Apache-2.0
// What the wordings of a date share: which shape a year has, what a division of the year is, which months and days are
// left open, numbers and times. One file for each way of telling dates: wording_english*, wording_korean*,
// wording_short.
//
//   shape_of(year of "20XX") == YearShape::span; division_of(33) is the first quarter
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/big_year.hpp"
#include "time/edtf.hpp"

namespace throughline {

std::string english_words(const Edtf& value);
std::string english_words(const Date& date);
std::string korean_words(const Edtf& value);
std::string korean_words(const Date& date);

enum class YearShape {
  exact,      // 2018, Y-17E7
  estimated,  // 1950S2
  decade,     // 201X, but not 200X, which reads like a century
  span,       // 20XX, all years from one to another
  unknown,    // XXXX
  ending,     // XX99
  pattern,    // 1X99
};
YearShape shape_of(const Year& year);

// The part of the year that a month of 21–41 stands for.
struct Division {
  enum class Kind { season, quarter, third, half } kind;
  enum class Hemisphere { unsaid, northern, southern } hemisphere;
  int number;  // within its kind, from 0
};
Division division_of(int month);

// The qualifiers of a date, when its parts do not share one: which parts have it.
struct PartNote {
  Qualifier qualifier;
  std::vector<int> parts;  // 0 the year, 1 the month, 2 the day
};
std::vector<PartNote> part_notes(const Date& date);
bool have_one_qualifier(const Date& date);

// A year with its sign as a whole number of years after or before the turn of the era: what is 0 to EDTF is 1 BC.
struct EraYear {
  std::string digits;  // grouped: "170,000,001"
  bool is_before;
};
// Nothing for a year too long to be written out; see power_of.
std::optional<EraYear> era_year(const BigYear& year);
bool is_too_long(const Year& year);
// "−17 × 10^500", as EDTF counts.
std::string power_of(const BigYear& year);

std::string_view english_month(int month);        // "April"
std::string_view english_month_short(int month);  // "Apr"
std::string english_year(const BigYear& year);    // "2018", "AD 45", "44 BC", "170,000,002"

std::string grouped(const std::string& digits);  // thousands apart, beyond four digits
std::string clock_words(const TimeOfDay& time);  // "09:30 (UTC+09:00)", "09:30 (UTC)", "09:30"
bool is_unspecified(const Part& part);           // given as XX
bool is_run(const std::vector<int>& numbers);    // three or more, one after the other
std::string year_pattern(const Year& year);      // "1X99", "−1X99"
std::string year_ending(const Year& year);       // "99" of XX99
// Does any but a lone text have one of these parts?
bool has_phrases(const std::vector<std::string>& texts, std::initializer_list<std::string_view> parts);
// "a, b or c": between the last two stands `last`.
std::string listed(const std::vector<std::string>& words, std::string_view separator, std::string_view last);

}  // namespace throughline
