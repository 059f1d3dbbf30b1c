// SPDX-License-Identifier: Apache-2.0
#include "query/together.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "time/wording.hpp"

namespace throughline {

Together held_together(const Model& model, const Chain& chain) {
  if (chain.steps.size() < 2) return {.verdict = Verdict::certain, .window = {}, .certain_window = {}};
  const std::vector<const Edtf*> values = values_of(model, dates_of(model, chain));
  if (values.empty()) return {.verdict = Verdict::possible, .window = {}, .certain_window = {}};
  Together together = throughline::held_together(values, model.reading);
  const Together exact = throughline::held_together(values, exact_reading);
  together.by_tolerance = together.verdict != exact.verdict || together.window != exact.window;
  if (values.size() < chain.steps.size()) together.verdict = both(together.verdict, Verdict::possible);
  return together;
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
  return together.by_tolerance ? tolerance_words(values_of(model, dates_of(model, chain)), model.reading) : "";
}

std::vector<const Edtf*> values_of(const Model& model, std::span<const DateIndex> dates) {
  std::vector<const Edtf*> values;
  for (const DateIndex date : dates)
    if (date != none<DateIndex>) values.push_back(&model[date].value);
  return values;
}

std::vector<DateIndex> dates_of(const Model& model, const Chain& chain) {
  std::vector<DateIndex> dates;
  for (const Step& step : chain.steps) dates.push_back(model[step.relation].when);
  return dates;
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
