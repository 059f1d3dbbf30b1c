// SPDX-License-Identifier: Apache-2.0
// Chains by trying: all of them, or the best of those that are wanted.
#include <algorithm>

#include "graph/paths_wave.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_walked = 50'000'000;
constexpr std::size_t most_judged = 500'000;

Wave explored(const Graph& graph, const Passage& passage, const Ends& ends) {
  Wave wave(graph, passage, ends, Wave::Side::to);
  while (wave.depth() < ends.hops && wave.advance()) continue;
  return wave;
}

// Depth first, pruned by the distance that still has to be walked and by what is wanted.
class ChainWalk {
 public:
  using Take = std::function<void(const Chain&)>;

  ChainWalk(const Graph& graph, const Passage& passage, const Ends& ends, const Wanted& wanted, Take take)
      : graph_(graph),
        passage_(passage),
        ends_(ends),
        wanted_(wanted),
        take_(std::move(take)),
        to_end_(explored(graph, passage, ends)),
        on_chain_(graph.model().nodes.size(), false) {}

  std::size_t shortest() const {
    return to_end_.has_reached(ends_.from) ? to_end_.distance(ends_.from) : ends_.hops + 1;
  }
  std::size_t longest() const { return std::min(ends_.hops, graph_.node_count() - 1); }

  // Takes the chains of exactly this length.
  void walk(std::size_t length) {
    chain_ = {ends_.from, {}};
    on_chain_[position(ends_.from)] = true;
    go_on(length);
    on_chain_[position(ends_.from)] = false;
  }

  void stop() { is_stopped_ = true; }
  bool is_stopped() const { return is_stopped_; }
  // From now on only chains that have fewer.
  void ask_for_weak_steps_below(std::size_t count) { weak_below_ = count; }
  std::size_t weak_steps() const { return weak_; }

 private:
  void go_on(std::size_t left) {
    if (left == 0) return take_(chain_);
    if (++walked_ > most_walked) stop();
    for_each_step(graph_, chain_.end(), [&](const Step& step, Gist gist) {
      if (!is_stopped_ && leads_to_end(step, gist, left)) take_step(step, left);
    });
  }

  bool leads_to_end(const Step& step, Gist gist, std::size_t left) const {
    if (on_chain_[position(step.to)] || (step.to == ends_.to) != (left == 1)) return false;
    if (!to_end_.has_reached(step.to) || to_end_.distance(step.to) > left - 1) return false;
    return may_walk(passage_, step, gist, ends_.to);
  }

  void take_step(const Step& step, std::size_t left) {
    const std::size_t weak = passage_.is_weak(step.relation) ? 1 : 0;
    if (weak_ + weak >= weak_below_) return;
    weak_ += weak;
    chain_.steps.push_back(step);
    if (is_wanted()) {
      on_chain_[position(step.to)] = true;
      go_on(left - 1);
      on_chain_[position(step.to)] = false;
    }
    chain_.steps.pop_back();
    weak_ -= weak;
  }

  bool is_wanted() {
    if (!wanted_) return true;
    if (++judged_ > most_judged) stop();
    return !is_stopped_ && wanted_(chain_);
  }

  const Graph& graph_;
  const Passage& passage_;
  Ends ends_;
  const Wanted& wanted_;
  Take take_;
  Wave to_end_;
  std::vector<bool> on_chain_;
  Chain chain_{};
  std::size_t weak_ = 0;
  std::size_t weak_below_ = std::numeric_limits<std::size_t>::max();
  std::size_t walked_ = 0;
  std::size_t judged_ = 0;
  bool is_stopped_ = false;
};

}  // namespace

BestChain best_wanted_chain(const Graph& graph, const Passage& passage, const Ends& ends, const Wanted& wanted) {
  BestChain best;
  if (ends.from == ends.to) return best;
  ChainWalk chains(graph, passage, ends, wanted, [&](const Chain& chain) {
    best.chain = chain;
    chains.ask_for_weak_steps_below(chains.weak_steps());
  });
  for (std::size_t length = chains.shortest(); length <= chains.longest() && !best.chain; ++length) chains.walk(length);
  best.is_complete = !chains.is_stopped();
  return best;
}

Chains all_chains(const Graph& graph, const Passage& passage, const Ends& ends, std::size_t most,
                  const Wanted& wanted) {
  Chains all;
  if (ends.from == ends.to) return all;
  ChainWalk chains(graph, passage, ends, wanted, [&](const Chain& chain) {
    all.chains.push_back(chain);
    if (all.chains.size() == most) chains.stop();
  });
  for (std::size_t length = chains.shortest(); length <= chains.longest(); ++length) chains.walk(length);
  all.is_complete = !chains.is_stopped();
  return all;
}

}  // namespace throughline
