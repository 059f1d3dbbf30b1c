// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "time/advice.hpp"
#include "time/edtf.hpp"
#include "time/value_reader.hpp"

namespace throughline {
namespace {

// What is too long for a date gets no guess: guessing looks at the text many times.
constexpr std::size_t longest_guess = 100;

std::string hint_for(std::string_view text) {
  std::vector<std::string> readings = readings_of_numbers(text);
  std::erase_if(readings, [](const std::string& reading) { return !is_value(reading); });
  if (readings.size() == 2 && readings[0] != readings[1])
    return fmt::format("write `{}` or `{}`, whichever is meant", std::min(readings[0], readings[1]),
                       std::max(readings[0], readings[1]));
  if (!readings.empty()) return fmt::format("did you mean `{}`?", readings.front());
  const std::string likely = likely_form(text);
  return is_value(likely) ? fmt::format("did you mean `{}`?", likely) : "";
}

}  // namespace

std::optional<Edtf> parse_edtf(std::string_view text, EdtfError& error) {
  EdtfError found;
  auto value = read_value(text, found);
  if (value) return value;
  if (text.size() <= longest_guess) {
    // Nothing in the forms of the draft is valid today, so that they can be looked for last.
    if (auto old = old_form(text)) return error = std::move(*old), std::nullopt;
    if (found.hint.empty()) found.hint = hint_for(text);
  }
  error = std::move(found);
  return std::nullopt;
}

}  // namespace throughline
