// SPDX-License-Identifier: Apache-2.0
// How a thing stands to a question about time, from worst to best. Worked out by query/standings.hpp; snapshots and
// passages are made of it.
//
//   if (held >= Held::possibly) …
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace throughline {

enum class Held : std::uint8_t { never, undated, possibly, certainly };  // `undated`: no date says
inline constexpr std::size_t held_count = 4;

// The groups of an answer, best first.
inline constexpr std::array held_groups = {Held::certainly, Held::possibly, Held::undated};

// What must all agree is as good as the worst, what any can decide as good as the best.
constexpr Held all_of(Held a, Held b) { return a < b ? a : b; }
constexpr Held any_of(Held a, Held b) { return a < b ? b : a; }

}  // namespace throughline
