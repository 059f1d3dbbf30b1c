// SPDX-License-Identifier: Apache-2.0
#include "time/advice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "time/edtf_cursor.hpp"
#include "time/value_reader.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

using std::string_view_literals::operator""sv;

// Digits between separators as people write them; nothing when letters or signs with a meaning stand between.
std::vector<std::string_view> numbers_in(std::string_view text) {
  std::vector<std::string_view> numbers;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at > start) {
      numbers.push_back(text.substr(start, at - start));
    } else if (std::string_view("-./ ").find(text[at]) == std::string_view::npos &&
               static_cast<unsigned char>(text[at]) < 0x80) {
      return {};
    } else {
      ++at;
    }
  }
  return numbers;
}

std::string date_from(const std::vector<std::string_view>& numbers) {
  std::string date(numbers[0]);
  for (std::size_t i = 1; i < numbers.size(); ++i) date += fmt::format("-{:0>2}", numbers[i]);
  return date;
}

// The month whose name begins with these three small letters.
std::optional<int> month_named(std::string_view letters) {
  const auto is_alike = [](char of_name, char letter) { return (of_name | 0x20) == letter; };
  for (int month = 1; month <= 12; ++month) {
    const std::string_view name = english_month_short(month);
    if (std::equal(name.begin(), name.end(), letters.begin(), letters.end(), is_alike)) return month;
  }
  return std::nullopt;
}

// "27 April 2018", "Apr. 2018", "April 27, 2018"; empty unless there is one month by name.
std::string date_with_month_name(std::string_view text) {
  std::string letters;
  std::string rest;
  for (char c : text)
    if (const char low = static_cast<char>(c | 0x20); low >= 'a' && low <= 'z')
      letters += low;
    else
      rest += c == ',' ? ' ' : c;
  const auto month = month_named(std::string_view(letters).substr(0, 3));
  auto numbers = numbers_in(rest);
  if (!month || numbers.empty() || numbers.size() > 2 || numbers.back().size() != 4) return {};
  std::rotate(numbers.begin(), numbers.end() - 1, numbers.end());
  const std::string number = fmt::format("{}", *month);
  numbers.insert(numbers.begin() + 1, number);
  return date_from(numbers);
}

// What is left after a word for "about", or the text itself.
std::string_view without_about(std::string_view text) {
  for (std::string_view about : {"circa ", "ca. ", "ca ", "c. ", "c.", "c ", "about ", "around ", "~"})
    if (text.starts_with(about)) return text.substr(about.size());
  return text;
}

std::string with_capitals(std::string_view text) {
  std::string written(text);
  for (char& c : written) {
    if (c == 't' || c == ' ') c = 'T';
    if (c == 'z') c = 'Z';
  }
  return written;
}

std::string replaced(std::string_view text, std::string_view old_part, std::string_view new_part) {
  const auto at = text.find(old_part);
  return fmt::format("{}{}{}", text.substr(0, at), new_part, text.substr(at + old_part.size()));
}

// The sign that belongs elsewhere in EDTF: a slash makes intervals, dots make ranges in sets. Empty when there is none.
std::string with_other_sign(std::string_view text) {
  const bool is_set = text.starts_with('[') || text.starts_with('{');
  if (is_set && text.find('/') != std::string_view::npos) return replaced(text, "/", "..");
  if (!is_set && text.find("..") != std::string_view::npos && text.find('/') == std::string_view::npos)
    return replaced(text, "..", "/");
  if (text.find('E') != std::string_view::npos && is_digit(text.front())) return fmt::format("Y{}", text);
  return {};
}

std::string likely_value(std::string_view text) {
  if (auto signs = with_other_sign(text); !signs.empty()) return signs;
  if (text.size() == 5 && text.ends_with("0s")) return fmt::format("{}X", text.substr(0, 3));
  if (auto named = date_with_month_name(text); !named.empty()) return named;
  const auto numbers = numbers_in(text);
  if (numbers.empty() || text[0] == '-') return with_capitals(text);
  const std::string_view first = numbers[0];
  if (numbers.size() == 1 && first.size() == 8)
    return fmt::format("{}-{}-{}", first.substr(0, 4), first.substr(4, 2), first.substr(6));
  if (first.size() != 4) return {};
  if (numbers.size() == 2 && numbers[1].size() == 4) return fmt::format("{}/{}", first, numbers[1]);
  // "2018/19" and "2018-21" name two years, like "2018-2021".
  const bool is_span = numbers.size() == 2 && numbers[1].size() == 2 && numbers[1] > std::max(first.substr(2), "12"sv);
  return is_span ? fmt::format("{}/{}{}", first, first.substr(0, 2), numbers[1]) : date_from(numbers);
}

}  // namespace

std::vector<std::string> readings_of_numbers(std::string_view text) {
  const auto numbers = numbers_in(text);
  if (numbers.size() != 3 || numbers[0].size() > 2 || numbers[1].size() > 2 || numbers[2].size() != 4) return {};
  return {date_from({numbers[2], numbers[0], numbers[1]}), date_from({numbers[2], numbers[1], numbers[0]})};
}

std::string likely_form(std::string_view text) {
  const std::string_view rest = without_about(text);
  if (rest == text) return likely_value(text);
  return is_value(rest) ? fmt::format("{}~", rest) : likely_value(rest) + "~";
}

}  // namespace throughline
