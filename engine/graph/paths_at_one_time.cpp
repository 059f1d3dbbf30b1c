// SPDX-License-Identifier: Apache-2.0
#include "graph/paths_at_one_time.hpp"

#include <algorithm>

#include "graph/boost_graph.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_ways = 1'000'000;

bool share_an_event(const StepSpan& a, const StepSpan& b) { return a.event != none<NodeIndex> && a.event == b.event; }

// Whatever fits behind `b` fits behind `a`.
bool leaves_over_as_much(const StepSpan& a, const StepSpan& b) {
  return a.from <= b.from && a.until >= b.until && (b.event == none<NodeIndex> || a.event == b.event);
}

}  // namespace

bool fit(const StepSpan& way, const StepSpan& step) {
  return share_an_event(way, step) || (way.from <= step.until && step.from <= way.until);
}

StepSpan both(const StepSpan& way, const StepSpan& step) {
  if (share_an_event(way, step)) return way;
  return {std::max(way.from, step.from), std::min(way.until, step.until), step.event};
}

ChainsAtOneTime::ChainsAtOneTime(const Graph& graph, Passage passage, SpanOf span_of, const StepSpan& asked)
    : graph_(graph),
      passage_(std::move(passage)),
      span_of_(std::move(span_of)),
      asked_(asked),
      first_(graph.model().nodes.size(), nowhere),
      last_(first_.size()),
      closed_(first_.size()) {}

bool ChainsAtOneTime::explore(NodeIndex start, std::size_t hops, NodeIndex end) {
  forget();
  add({.step = {.relation = {}, .to = start},
       .before = nowhere,
       .weak = 0,
       .depth = 0,
       .next = nowhere,
       .left = asked_,
       .is_last = false});
  closed_.add(start);
  std::size_t begin = 0;
  for (std::size_t depth = 0; depth < hops && begin < ways_.size(); ++depth) {
    const std::size_t behind = ways_.size();
    for (; begin < behind; ++begin) {
      if (ways_.size() > most_ways) return false;
      if (!ways_[begin].is_last) expand(static_cast<std::uint32_t>(begin));
    }
    if (end != none<NodeIndex> && has_reached(end)) break;
  }
  return true;
}

void ChainsAtOneTime::forget() {
  for (const Way& way : ways_) {
    first_[position(way.step.to)] = nowhere;
    closed_.remove(way.step.to);
  }
  ways_.clear();
}

void ChainsAtOneTime::expand(std::uint32_t number) {
  const Way here = ways_[number];
  for_each_step_to(
      graph_, here.step.to, [&](NodeIndex to) { return !closed_.has(to); },
      [&](const Step& step, Gist gist) {
        if (!passage_.allows(step, gist)) return;
        const StepSpan span = span_of_(step, gist);
        if (fit(here.left, span)) take(number, step, both(here.left, span));
      });
}

void ChainsAtOneTime::take(std::uint32_t before, const Step& step, const StepSpan& left) {
  const Way& here = ways_[before];
  const Way way{.step = step,
                .before = before,
                .weak = here.weak + (passage_.is_weak(step.relation) ? 1 : 0),
                .depth = here.depth + 1,
                .next = nowhere,
                .left = left,
                .is_last = passage_.is_last(step)};
  if (is_covered(way)) return;
  add(way);
  const bool is_whole = left.from == asked_.from && left.until == asked_.until && left.event == none<NodeIndex>;
  if (is_whole && way.weak == 0 && !way.is_last) closed_.add(step.to);
}

// By a way that is shorter; or as long, no weaker, and ahead of it in the order of the model.
bool ChainsAtOneTime::is_covered(const Way& way) const {
  for (std::uint32_t number = first_[position(way.step.to)]; number != nowhere; number = ways_[number].next) {
    const Way& other = ways_[number];
    if (other.is_last && !way.is_last) continue;
    if (other.depth == way.depth && other.weak > way.weak) continue;
    if (way.is_last || leaves_over_as_much(other.left, way.left)) return true;
  }
  return false;
}

void ChainsAtOneTime::add(const Way& way) {
  const auto number = static_cast<std::uint32_t>(ways_.size());
  std::uint32_t& first = first_[position(way.step.to)];
  (first == nowhere ? first : ways_[last_[position(way.step.to)]].next) = number;
  last_[position(way.step.to)] = number;
  ways_.push_back(way);
}

Chain ChainsAtOneTime::chain_to(NodeIndex node) const {
  std::uint32_t best = first_[position(node)];
  for (std::uint32_t number = best; number != nowhere; number = ways_[number].next)
    if (ways_[number].depth == ways_[best].depth && ways_[number].weak < ways_[best].weak) best = number;
  Chain chain{ways_.front().step.to, {}};
  for (std::uint32_t number = best; ways_[number].before != nowhere; number = ways_[number].before)
    chain.steps.push_back(ways_[number].step);
  std::reverse(chain.steps.begin(), chain.steps.end());
  return chain;
}

}  // namespace throughline
