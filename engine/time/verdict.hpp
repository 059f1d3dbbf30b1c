// SPDX-License-Identifier: Apache-2.0
// The three answers to a question about time: certain, possible, impossible. Everything that combines such answers
// (filters, paths, counts) uses Kleene's and, or, not.
//
//   both(Verdict::certain, Verdict::possible) == Verdict::possible
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace throughline {

enum class Verdict : std::uint8_t { impossible, possible, certain };

constexpr Verdict both(Verdict a, Verdict b) { return std::min(a, b); }
constexpr Verdict either(Verdict a, Verdict b) { return std::max(a, b); }
constexpr Verdict negated(Verdict a) { return static_cast<Verdict>(2 - static_cast<int>(a)); }

constexpr std::string_view name(Verdict verdict) {
  constexpr std::string_view names[] = {"impossible", "possible", "certain"};
  return names[static_cast<int>(verdict)];
}

}  // namespace throughline
