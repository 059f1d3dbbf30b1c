// SPDX-License-Identifier: Apache-2.0
#include "time/big_year.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace throughline {
namespace {

std::string without_leading_zeros(const std::string& digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

std::string all_digits(const Year& year) { return fmt::format("{}{}", year.digits, std::string(year.zeros, '0')); }

// The number with `filling` in the place of each digit that is not known.
std::string filled(const Year& year, char filling) {
  std::string digits = all_digits(year);
  if (year.mask != 0) digits.insert(0, 8 - std::min<std::size_t>(digits.size(), 8), '0');
  for (std::size_t i = 0; year.mask >> i != 0; ++i)
    if ((year.mask >> i & 1) != 0) digits[digits.size() - 1 - i] = filling;
  const std::size_t unknown = insignificant_digits(year);
  std::fill(digits.end() - static_cast<std::ptrdiff_t>(unknown), digits.end(), filling);
  return without_leading_zeros(digits);
}

// Of years before 0 the greater number comes first; there is no year -0.
BigYear nearest_before_zero(const std::string& digits) { return {digits == "0" ? "1" : digits, true}; }

}  // namespace

std::strong_ordering BigYear::operator<=>(const BigYear& other) const {
  if (is_negative != other.is_negative) return is_negative ? std::strong_ordering::less : std::strong_ordering::greater;
  auto order = digits.size() <=> other.digits.size();
  if (order == 0) order = digits.compare(other.digits) <=> 0;
  if (!is_negative || order == 0) return order;
  return order < 0 ? std::strong_ordering::greater : std::strong_ordering::less;
}

BigYear named_by(const Year& year) { return {all_digits(year), year.is_negative}; }

BigYear first_of(const Year& year) {
  return year.is_negative ? BigYear{filled(year, '9'), true} : BigYear{filled(year, '0'), false};
}

BigYear last_of(const Year& year) {
  return year.is_negative ? nearest_before_zero(filled(year, '0')) : BigYear{filled(year, '9'), false};
}

std::size_t insignificant_digits(const Year& year) {
  const std::size_t count = fmt::formatted_size("{}", year.digits) + year.zeros;
  return year.significant == 0 || year.significant >= count ? 0 : count - year.significant;
}

}  // namespace throughline
