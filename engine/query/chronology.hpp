// SPDX-License-Identifier: Apache-2.0
// When something was, as far as its sources agree, and the silences of a chronology: stretches of days on which
// certainly, or possibly, nothing of it was. Used by `events`.
//
//   const Dating dating = dating_of(model, claims);
//   silences_before({days of each, in order of time}, *parse_duration("1 year"))
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/model.hpp"
#include "time/duration.hpp"

namespace throughline {

// What certainly was, though on which days may be open: it lies in a stretch for certain if that begins no later than
// its earliest end and ends no earlier than its latest start.
struct Core {
  Day latest_start;
  Day earliest_end;

  bool operator==(const Core&) const = default;
};

// What the dates of one thing come to when all of them may be right.
struct Dating {
  std::vector<const Claim*> claims;
  Extent extent;                            // the widest, as stated
  Bounds days;                              // the first and last day on which it may have been, `~` widened
  std::optional<Core> core = std::nullopt;  // `~` widened; nothing when no date, or a doubtful one, says when it was
  bool differs = false;
  std::string tolerance;  // how far `~` reached for `days`: "±1 year"

  // `/` says no more than no date at all.
  bool is_dated() const { return days.earliest || days.latest || extent.start_open || extent.ongoing; }
};

Dating dating_of(const Model& model, std::vector<const Claim*> claims);

// "2018-04-27", or all that is claimed: "2018-04-26 or 2018-04-27"; empty for what is undated.
std::string when_text(const Model& model, const Dating& dating);

// By time; what is undated last.
bool comes_before(const Dating& a, const Dating& b);

// Days on end, both included.
struct Silence {
  Day first;
  Day last;

  std::int64_t days() const { return last - first + 1; }
  bool operator==(const Silence&) const = default;
};

// For each entry the silence that ends with it: all before it were over by then, it and all after it had not begun.
// Nothing where there is none, or a shorter one than `least`. Requires the entries in order of time.
std::vector<std::optional<Silence>> silences_before(std::span<const Bounds> entries, const Duration& least);

// An entry, when it may have been and when it must.
struct Occurrence {
  Bounds days;
  std::optional<Core> core;  // nothing: it may be that it was on none of these days
};

// The same of stretches on which possibly nothing was: each entry that may lie there may as well lie outside. They
// begin behind the last day of an entry (or, where it has none, behind the day by which it had begun), and end before
// the first day of one likewise; none lies within another. What is silent for certain is among them, or lies within
// one.
std::vector<std::optional<Silence>> possible_silences_before(std::span<const Occurrence> entries,
                                                             const Duration& least);

// In whole years and months, or in days when shorter than a month: "1 year 4 months".
std::string length_words(const Silence& silence);

}  // namespace throughline
