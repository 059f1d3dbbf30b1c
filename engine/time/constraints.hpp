// SPDX-License-Identifier: Apache-2.0
// Days that are known by how they lie to each other: this one after that one, within three weeks of it. A simple
// temporal network (Dechter, Meiri and Pearl 1991): finds on which days each may be, or which statements contradict.
// Used to place dates like "after the summit".
//
//   TimeConstraints days;
//   const auto summit = days.add_day(), report = days.add_day();
//   days.bound(summit, {day_of(2018, 4, 27), day_of(2018, 4, 27)}, 0);
//   days.order(summit, report, 1, 1);  // the report is at least a day later; reason 1
//   days.bounds()[report].earliest == day_of(2018, 4, 28)
#pragma once

#include <cstdint>
#include <vector>

#include "time/duration.hpp"
#include "time/worlds.hpp"

namespace throughline {

class TimeConstraints {
 public:
  using Variable = std::uint32_t;
  using Reason = std::uint32_t;  // the caller's number of a statement; one statement may make several constraints
  static constexpr Reason no_reason = 0xFFFF'FFFF;  // what needs no statement, and is never blamed

  // Beyond all days of the calendar. An end that is not earlier than this never comes; minus this for starts.
  static constexpr Day never = 400'000'000'000'000'000;

  Variable add_day();
  Variable add_end();  // of something, or its start: a day, or never
  void bound(Variable day, const Bounds& bounds, Reason reason);
  // `later` is at least `days` after `earlier`.
  void order(Variable earlier, Variable later, Day days, Reason reason);
  // `day` is not farther than this after (before) `anchor`; it need not be after (before) it at all.
  void keep_near_after(Variable anchor, Variable day, const Duration& duration, Reason reason);
  void keep_near_before(Variable anchor, Variable day, const Duration& duration, Reason reason);

  // The statements of a shortest ring that can't all be true, in ascending order; empty when all can.
  std::vector<Reason> contradiction() const;

  // For each day the bounds that all statements together leave it, each reached if they can be true together. Nothing
  // where none follows.
  std::vector<Bounds> bounds() const;

 private:
  // `to` is not later than what `from` allows.
  struct Edge {
    enum class Kind : std::uint8_t { days, near_after, near_before } kind;
    Variable from;
    Variable to;
    Duration reach;
    Reason reason;

    Day latest_to(Day from) const;
    Day earliest_from(Day to) const;
    Day most_days() const;  // that `to` can be later than `from`
  };
  struct Limit {
    Variable day;
    Day at;
    bool is_latest;
    Reason reason;
  };
  struct Walk;

  void add_edge(const Edge& edge);
  bool has_ring() const;
  bool has_squeeze() const;
  std::vector<Reason> shortest_ring() const;
  std::vector<Reason> shortest_ring_from(Walk& walk, Variable start, std::size_t most_edges) const;
  std::vector<Reason> shortest_squeeze(std::size_t most_edges) const;
  std::vector<Day> latest_days() const;
  std::vector<Day> earliest_days() const;

  std::vector<Edge> edges_;
  std::vector<std::vector<std::uint32_t>> edges_from_;  // by variable: positions in edges_
  std::vector<std::vector<std::uint32_t>> edges_to_;
  std::vector<Limit> limits_;
  std::vector<bool> is_day_;  // by variable
};

}  // namespace throughline
