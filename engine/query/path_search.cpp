// SPDX-License-Identifier: Apache-2.0
#include "query/path_search.hpp"

#include <algorithm>
#include <tuple>

#include "query/step_spans.hpp"
#include "query/together.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_chains = 10'000;

// How well a chain has to stand.
struct Grade {
  Held held;
  Verdict fits;
};

class ChainFinder {
 public:
  ChainFinder(const Graph& graph, const Passage& passage, const Standings& standings, const ChainQuestion& question)
      : graph_(graph), passage_(passage), standings_(standings), question_(question) {}

  RatedChains all() const {
    const Grade least{question_.at_one_time ? Held::undated : Held::never, Verdict::possible};
    Chains found = all_chains(graph_, passage_.at_least(Held::undated), question_.ends, most_chains, wanted(least));
    RatedChains rated{{}, found.is_complete};
    for (Chain& chain : found.chains) rated.chains.push_back(rate(std::move(chain)));
    std::stable_sort(rated.chains.begin(), rated.chains.end(), [](const RatedChain& a, const RatedChain& b) {
      return std::tuple(a.held, a.fits) > std::tuple(b.held, b.fits);
    });
    return rated;
  }

  RatedChains best() const {
    RatedChains rated;
    for (const Grade& grade : grades())
      if (rated.chains.empty()) look_for(grade, rated);
    return rated;
  }

 private:
  // From best to worst. If each step held then, but all of them never on one day, the chain is still worth telling.
  std::vector<Grade> grades() const {
    std::vector<Grade> all;
    for (const Held held : held_groups) {
      if (held != Held::certainly && !standings_.is_asked()) break;
      all.push_back({held, Verdict::certain});
      if (question_.asks_to_fit()) all.push_back({held, Verdict::possible});
    }
    if (standings_.standpoint().asks_when() && !question_.at_one_time) {
      if (question_.asks_to_fit()) all.push_back({Held::never, Verdict::certain});
      all.push_back({Held::never, Verdict::possible});
    }
    return all;
  }

  // The shortest chain will often do; only if it does not the others are looked at.
  void look_for(const Grade& grade, RatedChains& rated) const {
    const Passage passage = passage_.at_least(std::max(grade.held, Held::undated));
    BestChain best{shortest_chain(graph_, passage, question_.ends)};
    if (!best.chain) return;
    const Wanted is_wanted = wanted(grade);
    if (is_wanted && !is_wanted(*best.chain)) best = best_wanted(passage, grade, is_wanted);
    rated.is_complete = rated.is_complete && best.is_complete;
    if (best.chain) rated.chains.push_back(rate(std::move(*best.chain)));
  }

  // Where steps must share a day, dates that are written out tell quickly which chains do. If they don't tell, all
  // chains are tried.
  BestChain best_wanted(const Passage& passage, const Grade& grade, const Wanted& is_wanted) const {
    if (const std::optional<SpanTerms> terms = span_terms(grade)) {
      StepSpans spans(standings_, *terms);
      const auto span_of = [&](const Step& step, Gist gist) { return spans.of(step, gist); };
      ChainsAtOneTime chains(graph_, passage, span_of, spans.asked());
      if (chains.explore(question_.ends.from, question_.ends.hops, question_.ends.to)) {
        if (!chains.has_reached(question_.ends.to)) return {};
        if (Chain chain = chains.chain_to(question_.ends.to); is_wanted(chain)) return {std::move(chain)};
      }
    }
    return best_wanted_chain(graph_, passage, question_.ends, is_wanted);
  }

  std::optional<SpanTerms> span_terms(const Grade& grade) const {
    if (question_.at_one_time) return SpanTerms{.sure = grade.fits == Verdict::certain, .on_days_asked = false};
    const bool asks_days = standings_.asks_for_one_of_days() && grade.held > Held::never;
    if (!asks_days) return std::nullopt;
    return SpanTerms{.sure = grade.held == Held::certainly, .on_days_asked = true};
  }

  // Each step more makes a chain stand no better and fit no better. Empty: any will do.
  Wanted wanted(const Grade& grade) const {
    const bool asks_held = standings_.standpoint().asks_when() && grade.held > Held::never;
    if (!asks_held && !question_.asks_to_fit()) return {};
    return [this, grade, asks_held](const Chain& beginning) {
      return fit_of(beginning) >= grade.fits && (!asks_held || standings_.of(beginning).held >= grade.held);
    };
  }

  Verdict fit_of(const Chain& chain) const {
    const Model& model = graph_.model();
    Verdict fits = Verdict::certain;
    if (question_.at_one_time) fits = verdict_together(model, chain, standings_.counts(), model.reading);
    if (question_.in_order) fits = both(fits, verdict_in_order(model, chain, standings_.counts(), model.reading));
    return fits;
  }

  RatedChain rate(Chain chain) const {
    const Held held = standings_.of(chain).held;
    const Verdict fits = fit_of(chain);
    return {std::move(chain), held, fits};
  }

  const Graph& graph_;
  const Passage& passage_;
  const Standings& standings_;
  const ChainQuestion& question_;
};

}  // namespace

RatedChains find_chains(const Graph& graph, const Passage& passage, const Standings& standings,
                        const ChainQuestion& question) {
  const ChainFinder finder(graph, passage, standings, question);
  return question.all ? finder.all() : finder.best();
}

}  // namespace throughline
