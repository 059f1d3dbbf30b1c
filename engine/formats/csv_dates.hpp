// SPDX-License-Identifier: Apache-2.0
// Dates as tables write them: "12/03/2025", "3 Dec 2025", "2025년 12월 3일", "20251203". Which number is the day and
// which the month is never guessed: the order is stated, or the text is EDTF already.
//
//   const auto order = parse_date_order("day/month/year");
//   edtf_of("3 Dec 2025", *order) == "2025-12-03"
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace throughline {

enum class DateUnit : std::uint8_t { day, month, year };
using DateOrder = std::array<DateUnit, 3>;

// The words day, month and year, each once, in the order in which they are written; what stands between them is all
// the same. Nothing for any other text.
std::optional<DateOrder> parse_date_order(std::string_view text);

// Numbers, names of months in English, or numbers with 년, 월, 일; between them blanks, commas and `/`, `.`, `-`.
// Without a day it is a month, without a month too a year. A time behind it stays: `14:30`, `14:30:05`. Nothing when
// the text does not fit, is no day of the calendar, or has a year of two digits.
std::optional<std::string> edtf_of(std::string_view text, const DateOrder& order);

}  // namespace throughline
