// SPDX-License-Identifier: Apache-2.0
#include "time/wording.hpp"

#include <fmt/format.h>

#include "time/each_date.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

std::string plural(const std::string& count, std::string_view noun) {
  return fmt::format("±{} {}{}", count, noun, count == "1" ? "" : "s");
}

std::string units_words(Precision unit, std::int64_t amount) {
  constexpr std::string_view nouns[] = {"day", "day", "month", "season", "year", "year", "year"};
  constexpr std::int64_t sizes[] = {1, 1, 1, 1, 1, 10, 100};
  const int i = static_cast<int>(unit);
  return plural(fmt::format("{}", amount * sizes[i]), nouns[i]);
}

// A part of the year reaches by its own length.
std::string division_words(const Division& division, std::int64_t amount) {
  switch (division.kind) {
    case Division::Kind::season: return units_words(Precision::season, amount);
    case Division::Kind::quarter: return plural(fmt::format("{}", amount), "quarter");
    case Division::Kind::third: return units_words(Precision::month, 4 * amount);
    case Division::Kind::half: return units_words(Precision::month, 6 * amount);
  }
  return {};
}

// A year reaches by one in its last significant digit.
std::string significant_words(const Year& year, std::int64_t amount) {
  const BigYear reach{fmt::format("{}{}", amount, std::string(insignificant_digits(year), '0')), false};
  return plural(reach.digits.size() > 30 ? power_of(reach) : grouped(reach.digits), "year");
}

std::string tolerance_words(const Date& date, const Tolerance& tolerance) {
  if (tolerance.unit) return units_words(*tolerance.unit, tolerance.amount);
  if (insignificant_digits(date.year) > 0) return significant_words(date.year, tolerance.amount);
  if (date.is_season()) return division_words(division_of(date.month.digits), tolerance.amount);
  return units_words(precision_of(date), tolerance.amount);
}

void append_once(std::string& list, const std::string& text) {
  if (list.find(text) != std::string::npos) return;
  list += (list.empty() ? "" : ", ") + text;
}

}  // namespace

std::string words(const Edtf& value, Language language) {
  return language == Language::korean ? korean_words(value) : english_words(value);
}

std::string tolerance_words(const Edtf& value, const Reading& reading) {
  std::string list;
  for_each_date(value, [&](const Date& date) {
    if (is_approximate(date.qualifier())) append_once(list, tolerance_words(date, reading.tolerance));
  });
  return list;
}

}  // namespace throughline
