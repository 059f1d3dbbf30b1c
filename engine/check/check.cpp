// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"

namespace throughline {

extern const Rule ends_rule, repeats_rule, relative_rule, spans_rule, dates_rule, lives_rule, presence_rule, parts_rule,
    reports_rule, sources_rule, texts_rule, quotes_rule;

namespace {
constexpr const Rule* table[] = {&ends_rule,    &repeats_rule, &relative_rule, &spans_rule,
                                 &dates_rule,   &lives_rule,   &presence_rule, &parts_rule,
                                 &reports_rule, &sources_rule, &texts_rule,    &quotes_rule};
}

std::span<const Rule* const> rules() { return table; }

CheckReport check(const Model& model, const Files& files, bool lists_unsourced, Diagnostics& diagnostics) {
  const std::vector<StoredText> texts = read_stored_texts(model, files);
  CheckInput input{.model = model, .texts = texts, .lists_unsourced = lists_unsourced, .coverage = {}};
  CheckReport report;
  for (const Rule* rule : table) report.ran.push_back({rule, rule->run(input, diagnostics)});
  report.coverage = input.coverage;
  return report;
}

}  // namespace throughline
