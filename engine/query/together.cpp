// SPDX-License-Identifier: Apache-2.0
#include "query/together.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

using Values = std::vector<const Edtf*>;

// What is said of when the steps of a chain held.
struct ChainDates {
  std::vector<Values> dates;  // of each that has one; several contradict each other
  bool has_undated = false;
};

bool counts_any(const Claim&) { return true; }

// Each date once, however many sources give it.
Values dates_of(const Model& model, const Node& event, const ClaimCounts& counts) {
  Values dates;
  for (const Claim* claim : model.date_claims_of(event)) {
    const Edtf& value = model[claim->date].value;
    const auto is_same = [&](const Edtf* known) { return *known == value; };
    if (counts(*claim) && std::none_of(dates.begin(), dates.end(), is_same)) dates.push_back(&value);
  }
  return dates;
}

ChainDates dates_of(const Model& model, const Chain& chain, const ClaimCounts& counts) {
  ChainDates all;
  const Node* event_before = nullptr;
  for (const Step& step : chain.steps) {
    const Relation& relation = model[step.relation];
    const Node* event = model.event_that_dates(relation);
    if (event && event == event_before) continue;
    event_before = event;
    Values dates = event ? dates_of(model, *event, counts) : values_of(model, {&relation.when, 1});
    if (dates.empty())
      all.has_undated = true;
    else
      all.dates.push_back(std::move(dates));
  }
  return all;
}

// Calls visit(values) with one date for each from `next` on, in all ways.
template <typename Visit>
void for_each_choice(const std::vector<Values>& dates, Values& chosen, Visit visit) {
  if (chosen.size() == dates.size()) return visit(chosen);
  for (const Edtf* value : dates[chosen.size()]) {
    chosen.push_back(value);
    for_each_choice(dates, chosen, visit);
    chosen.pop_back();
  }
}

// Any of the dates that contradict each other may be right: sure is only what all of them say.
template <typename Ask>
Verdict verdict_of(const ChainDates& chain, Ask ask) {
  std::optional<Verdict> agreed;
  Values chosen;
  for_each_choice(chain.dates, chosen, [&](const Values& values) {
    const Verdict verdict = ask(values);
    agreed = !agreed || agreed == verdict ? verdict : Verdict::possible;
  });
  return chain.has_undated ? both(*agreed, Verdict::possible) : *agreed;
}

Bounds hull(const Bounds& a, const Bounds& b) {
  return {a.earliest && b.earliest ? std::min(a.earliest, b.earliest) : std::nullopt,
          a.latest && b.latest ? std::max(a.latest, b.latest) : std::nullopt};
}

Together together_of(const ChainDates& chain, const Reading& reading) {
  Together all;
  std::optional<Bounds> window;
  all.verdict = verdict_of(chain, [&](const Values& values) {
    const Together each = held_together(values, reading);
    if (each.verdict != Verdict::impossible) window = window ? hull(*window, each.window) : each.window;
    return each.verdict;
  });
  all.window = window.value_or(Bounds{});
  return all;
}

std::string chain_tolerance(const Model& model, const Chain& chain) {
  Values all;
  for (const Values& dates : dates_of(model, chain, counts_any).dates)
    all.insert(all.end(), dates.begin(), dates.end());
  return tolerance_words(all, model.reading);
}

}  // namespace

Together held_together(const Model& model, const Chain& chain, const ClaimCounts& counts) {
  if (chain.steps.size() < 2) return {.verdict = Verdict::certain, .window = {}, .certain_window = {}};
  const ChainDates dates = dates_of(model, chain, counts);
  if (dates.dates.empty()) return {.verdict = Verdict::possible, .window = {}, .certain_window = {}};
  Together together = together_of(dates, model.reading);
  const Together exact = together_of(dates, exact_reading);
  together.by_tolerance = together.verdict != exact.verdict || together.window != exact.window;
  return together;
}

Verdict verdict_together(const Model& model, const Chain& chain, const ClaimCounts& counts, const Reading& reading) {
  if (chain.steps.size() < 2) return Verdict::certain;
  return verdict_of(dates_of(model, chain, counts),
                    [&](const Values& values) { return held_together(values, reading).verdict; });
}

Verdict verdict_together(const Model& model, const Chain& chain, const Edtf& asked, const ClaimCounts& counts,
                         const Reading& reading) {
  ChainDates dates = dates_of(model, chain, counts);
  if (dates.dates.empty()) return Verdict::certain;
  dates.has_undated = false;
  dates.dates.push_back({&asked});
  return verdict_of(dates, [&](const Values& values) { return held_together(values, reading).verdict; });
}

Verdict verdict_in_order(const Model& model, const Chain& chain, const ClaimCounts& counts, const Reading& reading) {
  if (chain.steps.size() < 2) return Verdict::certain;
  return verdict_of(dates_of(model, chain, counts),
                    [&](const Values& values) { return held_in_order(values, reading).verdict; });
}

Answer held_in_order(const Model& model, const Chain& chain, const ClaimCounts& counts) {
  const Verdict verdict = verdict_in_order(model, chain, counts, model.reading);
  return {verdict, verdict != verdict_in_order(model, chain, counts, exact_reading)};
}

std::string window_text(const Together& together) {
  const auto& [earliest, latest] = together.window;
  if (!earliest && !latest) return {};
  if (earliest == latest) return print_day(*earliest);
  return fmt::format("{}/{}", earliest ? print_day(*earliest) : "..", latest ? print_day(*latest) : "..");
}

std::string together_words(const Together& together) {
  const std::string window = window_text(together);
  return fmt::format("{}{}{}", together_text(together.verdict), window.empty() ? "" : ", within ", window);
}

std::string together_tolerance(const Model& model, const Chain& chain, const Together& together) {
  return together.by_tolerance ? chain_tolerance(model, chain) : "";
}

std::string in_order_tolerance(const Model& model, const Chain& chain, const Answer& in_order) {
  return in_order.by_tolerance ? chain_tolerance(model, chain) : "";
}

std::vector<const Edtf*> values_of(const Model& model, std::span<const DateIndex> dates) {
  std::vector<const Edtf*> values;
  for (const DateIndex date : dates)
    if (date != none<DateIndex>) values.push_back(&model[date].value);
  return values;
}

std::string tolerance_words(std::span<const Edtf* const> values, const Reading& reading) {
  std::vector<std::string> reaches;
  for (const Edtf* value : values) {
    const std::string reach = tolerance_words(*value, reading);
    if (!reach.empty() && std::find(reaches.begin(), reaches.end(), reach) == reaches.end()) reaches.push_back(reach);
  }
  return join(reaches, ", ");
}

std::string_view together_text(Verdict verdict) {
  return verdict == Verdict::certain ? "certainly" : verdict == Verdict::possible ? "possibly" : "never";
}

}  // namespace throughline
