// SPDX-License-Identifier: Apache-2.0
// EDTF, the Extended Date/Time Format of the Library of Congress (ISO 8601-2): what people write, read into a value and
// printed again. Levels 0, 1 and 2. What a value means is worlds.hpp; how it reads in a sentence is wording.hpp.
//
//   EdtfError error;
//   if (const auto value = parse_edtf("2017-05~/..", error)) fmt::print("{}\n", print_edtf(*value));
//   else fmt::print("{} at {}\n", error.message, error.offset);
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace throughline {

// `?` uncertain: the statement may be wrong. `~` approximate: about then. `%` both.
enum class Qualifier : std::uint8_t { none = 0, uncertain = 1, approximate = 2, both = 3 };

constexpr Qualifier operator|(Qualifier a, Qualifier b) {
  return static_cast<Qualifier>(static_cast<int>(a) | static_cast<int>(b));
}
constexpr bool is_uncertain(Qualifier q) { return (static_cast<int>(q) & 1) != 0; }
constexpr bool is_approximate(Qualifier q) { return (static_cast<int>(q) & 2) != 0; }

// As it is written; empty for none.
constexpr std::string_view mark_of(Qualifier q) {
  constexpr std::string_view marks[] = {"", "?", "~", "%"};
  return marks[static_cast<int>(q)];
}

// Digits as written. An unspecified digit (X) counts as 0 and has its bit set in `mask`: bit 0 is the rightmost digit.
// `Y-17E7` has 17 digits and 7 zeros; `1950S2` is some year of which only two digits are significant, estimated to be
// 1950.
struct Year {
  std::uint64_t digits = 0;
  bool is_negative = false;
  std::uint8_t mask = 0;
  Qualifier qualifier = Qualifier::none;
  std::uint16_t zeros = 0;        // the exponent
  std::uint16_t significant = 0;  // how many digits are; 0 when nothing is said about it

  // Requires digits of a year with neither exponent nor significant digits, at most max_year.
  std::int64_t value() const {
    return is_negative ? -static_cast<std::int64_t>(digits) : static_cast<std::int64_t>(digits);
  }
  bool operator==(const Year&) const = default;
};

// A month (01–12, or 21–41 for a season, a quarter or another part of a year) or a day; neither digits nor mask when
// the text has no such part.
struct Part {
  std::uint8_t digits = 0;
  std::uint8_t mask = 0;
  Qualifier qualifier = Qualifier::none;

  bool is_given() const { return digits != 0 || mask != 0; }
  bool operator==(const Part&) const = default;
};

// How the shift from UTC was written: not at all, `Z`, `+09`, `+09:00`.
enum class Shift : std::uint8_t { none, utc, hours, hours_and_minutes };

struct TimeOfDay {
  std::uint8_t hour = 0;  // 24 only in 24:00, the end of the day
  std::uint8_t minute = 0;
  std::optional<std::uint8_t> second;  // 60 in a leap second
  std::uint64_t fraction = 0;          // of a second, so many digits after the point
  std::uint8_t fraction_digits = 0;    // at most 18; 0 without a fraction
  Shift shift = Shift::none;
  std::int16_t shift_minutes = 0;

  bool operator==(const TimeOfDay&) const = default;
};

struct Date {
  Year year;
  Part month;
  Part day;
  std::optional<TimeOfDay> time;  // only with a full date

  bool is_season() const { return month.digits > 20; }
  Qualifier qualifier() const { return year.qualifier | month.qualifier | day.qualifier; }
  bool operator==(const Date&) const = default;
};

struct Open {  // `..`: no end (ongoing) or no start
  bool operator==(const Open&) const = default;
};
struct Unknown {  // nothing written: there may be an end or a start, nobody said when
  bool operator==(const Unknown&) const = default;
};
using Endpoint = std::variant<Date, Open, Unknown>;

struct Interval {
  Endpoint start;
  Endpoint end;

  bool operator==(const Interval&) const = default;
};

// `1670..1672`, all dates from one to the other; `..1672` and `1670..` have no first or no last one, but one of the two
// is there. Only in a Set.
struct Range {
  std::optional<Date> first;
  std::optional<Date> last;

  bool operator==(const Range&) const = default;
};
using Member = std::variant<Date, Range>;

struct Set {
  enum class Kind : std::uint8_t { one_of, all_of } kind = Kind::one_of;  // `[…]`, `{…}`
  std::vector<Member> members;                                            // at least one, in the order of the text

  bool operator==(const Set&) const = default;
};

struct Edtf {
  std::variant<Date, Interval, Set> value;

  bool operator==(const Edtf&) const = default;
};

// The place is in bytes within the text given to parse_edtf.
struct EdtfError {
  std::string message;  // lower case, no final period, user text in backticks
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string hint;  // may be empty
};

// Nothing when the text is refused; then, and only then, `error` is set. White space is not trimmed.
std::optional<Edtf> parse_edtf(std::string_view text, EdtfError& error);

// The canonical text of a value, which parses to the same value. Qualifiers are marked for a group before they are
// marked for a part: `2004-06-11?` if all parts have the same, else one mark behind the parts at the left that share
// the year's and one before each of the others that has any: `2004-06~-?11`, `2004-?06-?11`.
std::string print_edtf(const Edtf& value);
std::string print_edtf(const Date& date);
std::string print_time(const TimeOfDay& time);  // "T09:30+09:00"

// The date of a moment whose time of day is told; null for all others.
const Date* timed_date(const Edtf& value);

// The lowest level of EDTF that can write the value: 0, 1 or 2. With the text the value was read from, the level of
// that text: `?2018` is level 2, though the same value can be written `2018?`.
int level_of(const Edtf& value);
int level_of(std::string_view text, const Edtf& value);

}  // namespace throughline
