// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/advice.hpp"
#include "time/date_reader.hpp"
#include "time/edtf.hpp"
#include "time/interval_reader.hpp"
#include "time/set_reader.hpp"

namespace throughline {
namespace {

template <typename Shape>
std::optional<Edtf> as_value(std::optional<Shape> shape) {
  return shape ? std::optional(Edtf{*std::move(shape)}) : std::nullopt;
}

std::optional<Edtf> read_value(std::string_view text, EdtfError& error) {
  if (text.empty()) return error = {"the date is empty", 0, 0, {}}, std::nullopt;
  if (text[0] == '[' || text[0] == '{') return as_value(read_set(text, error));
  if (const auto slash = text.find('/'); slash != std::string_view::npos)
    return as_value(read_interval(text, slash, error));
  return as_value(read_date(text, 0, text.size(), error));
}

// What is too long for a date gets no guess: guessing looks at the text many times.
constexpr std::size_t longest_guess = 100;

std::string hint_for(std::string_view text) {
  const std::string likely = likely_form(text);
  EdtfError ignored;
  return read_value(likely, ignored) ? fmt::format("did you mean `{}`?", likely) : "";
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
