// SPDX-License-Identifier: Apache-2.0
// The few fields that take one word out of a short list. The order of each enumeration is the order of its names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace throughline {

// Where an initiative (or any node) stands. `none`: nothing is said.
enum class Status : std::uint8_t {
  none,
  proposed,
  planned,
  adopted,
  ongoing,
  suspended,
  stalled,
  ended,
  rejected,
  cancelled
};

// What the sources say of a relation.
enum class Assertion : std::uint8_t { asserted, planned, denied, disproven };

// How the claim is known: the source states it; we infer it; it is doubtful. Only what is stated can be certain.
enum class Confidence : std::uint8_t { stated, inferred, doubtful };

// How `links` may walk a relation type; `last`: forwards, but only as the last step of a chain: who opposes a plan has
// no link to what the plan replaces.
enum class Leads : std::uint8_t { none, forward, backward, both, last };

enum class Line : std::uint8_t { solid, dashed, dotted };

// What must be so in time of the ends of a relation type, for `check`.
enum class Timing : std::uint8_t {
  both_live,    // an actor lives, at either end, while the relation holds
  start_lives,  // the end may be gone: one can oppose, support or succeed who is no more
  free,         // neither: one can be spoken of, or have effects, when gone
  present,      // both live, and the event at the end is held then
  part,         // both live, and the start lies within the time of the end
  whole,        // both live, and the end lies within the time of the start
};

// Which end of a relation type dates the relations that have no date of their own: they are so while the event there
// is held.
enum class DatedBy : std::uint8_t { none, from, to };

// All words of an enumeration, in its order; the first of Status is empty and is no word to write.
template <typename Word>
std::span<const std::string_view> words_of();
template <>
std::span<const std::string_view> words_of<Status>();
template <>
std::span<const std::string_view> words_of<Assertion>();
template <>
std::span<const std::string_view> words_of<Confidence>();
template <>
std::span<const std::string_view> words_of<Leads>();
template <>
std::span<const std::string_view> words_of<Line>();
template <>
std::span<const std::string_view> words_of<DatedBy>();

template <typename Word>
std::string_view name(Word word) {
  return words_of<Word>()[static_cast<std::size_t>(word)];
}

template <typename Word>
std::optional<Word> find_word(std::string_view text) {
  const auto words = words_of<Word>();
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!text.empty() && words[i] == text) return static_cast<Word>(i);
  return std::nullopt;
}

}  // namespace throughline
