// SPDX-License-Identifier: Apache-2.0
#include "model/status_over_time.hpp"

#include <algorithm>
#include <optional>

#include "time/day_worlds.hpp"

namespace throughline {
namespace {

// What one claim says, apart from all others.
struct Standing {
  enum class Until : std::uint8_t { next, end, unknown } until;
  DaySet start;
  DaySet end;  // matters for Until::end only
  bool may_be_wrong;
};

Standing standing_of(const Edtf& value, const Reading& reading) {
  const Extent extent = extent_of(value);
  DayWorlds worlds = day_worlds(value, Lens{reading.tolerance, {}});
  Standing standing{Standing::Until::next, std::move(worlds.first_days), std::move(worlds.last_days), extent.uncertain};
  if (extent.is_interval && !extent.ongoing)
    standing.until = extent.end_unknown ? Standing::Until::unknown : Standing::Until::end;
  return standing;
}

// A date that names several times claims the status of each of them.
std::vector<Edtf> parts_of(const Edtf& value) {
  const auto* set = std::get_if<Set>(&value.value);
  if (set == nullptr || set->kind == Set::Kind::one_of) return {value};
  std::vector<Edtf> parts;
  for (const Member& member : set->members) {
    if (const auto* date = std::get_if<Date>(&member)) {
      parts.push_back({*date});
      continue;
    }
    const auto& [first, last] = std::get<Range>(member);
    parts.push_back({Interval{first ? Endpoint(*first) : Open{}, last ? Endpoint(*last) : Open{}}});
  }
  return parts;
}

class StatusClaims {
 public:
  StatusClaims(const Model& model, const Node& node, const Reading& reading, const ClaimFilter& known) {
    for (std::size_t i = node.claims.first; i < node.claims.end(); ++i) {
      const Claim& claim = model.claims[i];
      if (claim.about != Claim::About::status || claim.status == Status::none) continue;
      const Verdict is_known = known ? known(claim) : Verdict::certain;
      if (is_known == Verdict::impossible) continue;
      const auto index = static_cast<std::uint32_t>(i);
      if (claim.date == none<DateIndex>) {
        undated_.push_back({claim.status, index});
        continue;
      }
      for (const Edtf& part : parts_of(model[claim.date].value)) {
        standings_.push_back(standing_of(part, reading));
        standings_.back().may_be_wrong |= is_known == Verdict::possible;
        said_.push_back({claim.status, index});
      }
    }
  }

  std::vector<StatusOn> on(const DaySet& as_of, bool may_be_wrong) const {
    std::vector<Said> holding = undated_;
    const TellingDays telling = telling_days(as_of);
    bool can_be_silent = may_be_wrong || !telling.are_all;
    for (const Day day : telling.days) {
      for (std::size_t i = 0; i < standings_.size(); ++i)
        if (can_hold(standings_[i], day)) holding.push_back(said_[i]);
      can_be_silent |= can_be_silent_on(day);
    }
    const bool is_certain = !can_be_silent && std::all_of(holding.begin(), holding.end(), [&](const Said& said) {
      return said.status == holding.front().status;
    });
    return one_a_status(std::move(holding), is_certain ? Verdict::certain : Verdict::possible);
  }

 private:
  struct Said {
    Status status;
    std::uint32_t claim;
  };

  static std::vector<StatusOn> one_a_status(std::vector<Said> holding, Verdict verdict) {
    std::sort(holding.begin(), holding.end(), [](const Said& a, const Said& b) { return a.claim > b.claim; });
    std::vector<StatusOn> list;
    for (const auto& [status, claim] : holding) {
      const auto is_same = [wanted = status](const StatusOn& on) { return on.status == wanted; };
      if (std::none_of(list.begin(), list.end(), is_same)) list.push_back({status, verdict, false, claim});
    }
    std::reverse(list.begin(), list.end());
    return list;
  }

  // From one of these days to the next no answer changes: each compares a day, or the one or two before it, with the
  // first or the last day of a stretch.
  struct TellingDays {
    std::vector<Day> days;
    bool are_all = true;  // false: a date has so many gaps that not all were looked at, and nothing is certain
  };

  TellingDays telling_days(const DaySet& as_of) const {
    std::vector<Day> edges;
    TellingDays telling;
    for (const Standing& standing : standings_)
      for (const DaySet* days : {&standing.start, &standing.end}) telling.are_all &= add_edges(*days, edges);
    telling.days.push_back(as_of.first());
    for (const Day edge : edges)
      for (const Day later : {0, 1, 2})
        if (const auto day = as_of.next(edge + later)) telling.days.push_back(*day);
    std::sort(telling.days.begin(), telling.days.end());
    telling.days.erase(std::unique(telling.days.begin(), telling.days.end()), telling.days.end());
    return telling;
  }

  static bool add_edges(const DaySet& days, std::vector<Day>& edges) {
    constexpr Day last_edge = 1'000'000'000'000'000'000;  // beyond all days
    constexpr int most_stretches = 1000;
    int stretches = 0;
    for (auto first = days.next(never_began); first; ++stretches) {
      if (stretches == most_stretches) return false;
      const Day last = days.run_end(*first);
      for (const Day edge : {*first, last})
        if (edge > -last_edge && edge < last_edge) edges.push_back(edge);
      first = last < last_edge ? days.next(last + 1) : std::nullopt;
    }
    return true;
  }

  // Is there a world in which it holds on this day? An interval with an end is not ended by another start. All others
  // start as late as they can, so that nothing need start after them.
  bool can_hold(const Standing& standing, Day day) const {
    const std::optional<Day> start = standing.start.previous(day);
    if (!start) return false;
    if (standing.until == Standing::Until::end) return day <= standing.end.last();
    return std::all_of(standings_.begin(), standings_.end(), [&](const Standing& other) {
      return &other == &standing || other.may_be_wrong || other.start.first() <= *start || other.start.last() > day;
    });
  }

  // Is there a world in which nothing holds on this day? Each claim is wrong, starts later, is over, or was superseded
  // by one that is over.
  bool can_be_silent_on(Day day) const {
    std::optional<Day> superseded;
    for (const Standing& standing : standings_) superseded = std::max(superseded, start_if_over(standing, day));
    return std::all_of(standings_.begin(), standings_.end(), [&](const Standing& standing) {
      return standing.may_be_wrong || standing.start.last() > day || start_if_over(standing, day) ||
             (standing.until == Standing::Until::next && superseded && standing.start.first() < *superseded);
    });
  }

  // The latest start of one that is over before this day; nothing when it can't be.
  static std::optional<Day> start_if_over(const Standing& standing, Day day) {
    if (standing.until == Standing::Until::next || day == never_began) return std::nullopt;
    const std::optional<Day> end =
        standing.until == Standing::Until::unknown ? std::optional(day - 1) : standing.end.previous(day - 1);
    return end ? standing.start.previous(*end) : std::nullopt;
  }

  std::vector<Standing> standings_;
  std::vector<Said> said_;  // beside them
  std::vector<Said> undated_;
};

std::vector<StatusOn> read_with(const Model& model, const Node& node, const Edtf& as_of, const Reading& reading,
                                const ClaimFilter& known) {
  const DaySet days = day_worlds(as_of, Lens{reading.tolerance, {}}).possible;
  return StatusClaims(model, node, reading, known).on(days, extent_of(as_of).uncertain);
}

}  // namespace

std::vector<StatusOn> statuses_on(const Model& model, const Node& node, const Edtf& as_of, const ClaimFilter& known) {
  std::vector<StatusOn> list = read_with(model, node, as_of, model.reading, known);
  const std::vector<StatusOn> exact = read_with(model, node, as_of, exact_reading, known);
  for (StatusOn& on : list)
    on.by_tolerance = std::none_of(exact.begin(), exact.end(), [&](const StatusOn& other) {
      return other.status == on.status && other.verdict == on.verdict;
    });
  return list;
}

}  // namespace throughline
