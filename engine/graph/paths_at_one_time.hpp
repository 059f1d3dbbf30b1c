// SPDX-License-Identifier: Apache-2.0
// The best chains from one node to others whose steps fit together in time: a breadth-first search that remembers, of
// each way to a node, what it leaves over for the steps to come, and forgets a way when another leaves over as much.
// Used by `links` and `path` where the shortest chain is not one whose steps held on one day.
//
//   ChainsAtOneTime chains(graph, passage, span_of, {first_day, last_day});
//   if (chains.explore(start, 3) && chains.has_reached(end)) print(chains.chain_to(end));
#pragma once

#include <functional>
#include <vector>

#include "graph/paths.hpp"
#include "time/calendar.hpp"

namespace throughline {

// Two steps fit when each begins no later than the other ends. `from` may lie behind `until`: of a day somewhere in
// 2018, of which it must be sure that it is among others, one knows no more than that they hold all of the year.
struct StepSpan {
  Day from;
  Day until;
  NodeIndex event = none<NodeIndex>;  // whose date it is, if `from` lies behind `until`: two steps in a row share it

  bool operator==(const StepSpan&) const = default;
};
// Of what a way leaves over, and the span of its next step.
bool fit(const StepSpan& way, const StepSpan& step);
StepSpan both(const StepSpan& way, const StepSpan& step);

using SpanOf = std::function<StepSpan(const Step& step, Gist gist)>;

class ChainsAtOneTime {
 public:
  // All steps must fit with `asked`, too.
  ChainsAtOneTime(const Graph& graph, Passage passage, SpanOf span_of, const StepSpan& asked);

  // Stops behind the layer that reaches `end`. False when there was more to remember than fits into memory: then
  // nothing is known.
  bool explore(NodeIndex start, std::size_t hops, NodeIndex end = none<NodeIndex>);

  // Of the last explore(). The chain is the shortest that fits; of these that with the fewest weak steps; then the
  // first in the order of the model, as paths_between.hpp has it.
  bool has_reached(NodeIndex node) const { return first_[position(node)] != nowhere; }
  Chain chain_to(NodeIndex node) const;

 private:
  // A way to a node. Those to one node are linked, the first one first.
  struct Way {
    Step step;
    std::uint32_t before;
    std::uint32_t weak;
    std::uint32_t depth;
    std::uint32_t next;
    StepSpan left;
    bool is_last;
  };

  void expand(std::uint32_t number);
  void take(std::uint32_t before, const Step& step, const StepSpan& left);
  bool is_covered(const Way& way) const;
  void add(const Way& way);
  void forget();

  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  const Graph& graph_;
  Passage passage_;
  SpanOf span_of_;
  StepSpan asked_;
  std::vector<Way> ways_;
  std::vector<std::uint32_t> first_;  // by node
  std::vector<std::uint32_t> last_;   // where that is somewhere
  NodeSet closed_;                    // a way leads there that leaves over all that there is
};

}  // namespace throughline
