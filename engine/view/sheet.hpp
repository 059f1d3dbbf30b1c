// SPDX-License-Identifier: Apache-2.0
// What a figure is drawn on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "time/duration.hpp"

namespace throughline {

// Which silences a timeline leaves out of its axis: those that are worth it, none, or each that is so long, up to the
// eight longest.
struct Breaks {
  bool none = false;
  std::optional<Duration> least;
};

// `auto`, `none` or a length of time; nothing for any other text. Without a word as `auto`.
inline std::optional<Breaks> parse_breaks(std::string_view word) {
  if (word.empty() || word == "auto") return Breaks{};
  if (word == "none") return Breaks{true, std::nullopt};
  const auto least = parse_length(word);
  return least ? std::optional(Breaks{false, least}) : std::nullopt;
}

// How much time each page of a timeline shows; nothing: the whole is one figure.
struct Pages {
  std::optional<Duration> each;
};

// `none` or a length of time; nothing for any other text.
inline std::optional<Pages> parse_pages(std::string_view word) {
  if (word.empty() || word == "none") return Pages{};
  const auto length = parse_length(word);
  return length ? std::optional(Pages{length}) : std::nullopt;
}

struct Sheet {
  std::string theme = "light";  // one of theme::names()
  double width = 1100;          // CSS pixels that a figure may take, margins included
  bool is_vertical = false;     // of a timeline: time runs down, for a column or a phone
  double dpi = 192;             // of a picture in pixels: dots to 96 CSS pixels
};

inline constexpr double narrowest_sheet = 480;
inline constexpr double narrowest_vertical_sheet = 320;  // a phone has some 390
inline constexpr double usual_vertical_sheet = 680;
inline constexpr double widest_sheet = 10000;

inline constexpr double coarsest_dpi = 48;
inline constexpr double finest_dpi = 1200;

}  // namespace throughline
