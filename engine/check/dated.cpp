// SPDX-License-Identifier: Apache-2.0
#include "check/dated.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

using Predicate = Answer (*)(const Edtf&, const Edtf&, const Reading&);

bool is_in_no_world(const Model& model, DateIndex date, const std::vector<DateIndex>& others, Predicate predicate) {
  if (others.empty() || model[date].extent.uncertain) return false;
  return std::all_of(others.begin(), others.end(), [&](DateIndex other) {
    return !model[other].extent.uncertain &&
           predicate(model[date].value, model[other].value, model.reading).verdict == Verdict::impossible;
  });
}

}  // namespace

std::vector<DateIndex> dates_of(const Model& model, const Node& node) {
  std::vector<DateIndex> dates;
  for (const Claim* claim : model.date_claims_of(node)) dates.push_back(claim->date);
  return dates;
}

bool is_outside(const Model& model, DateIndex date, const std::vector<DateIndex>& others) {
  return is_in_no_world(model, date, others, overlaps);
}

bool sticks_out(const Model& model, DateIndex date, const std::vector<DateIndex>& others) {
  return is_in_no_world(model, date, others, during);
}

bool differ(const Model& model, DateIndex a, DateIndex b) {
  if (model[a].extent.uncertain || model[b].extent.uncertain) return false;
  return equals(model[a].value, model[b].value, model.reading).verdict == Verdict::impossible;
}

std::string dated(const Model& model, std::string_view subject, DateIndex date) {
  return dated(model, subject, std::vector<DateIndex>{date});
}

std::string dated(const Model& model, std::string_view subject, const std::vector<DateIndex>& dates) {
  std::vector<std::string> told;
  for (const DateIndex date : dates) {
    const std::string tolerance = tolerance_words(model[date].value, model.reading);
    told.push_back(fmt::format("`{}`{}", model.text(model[date].text),
                               tolerance.empty() ? "" : fmt::format(" (read as {})", tolerance)));
  }
  return fmt::format("`{}` is dated {}", subject, join(told, " or "));
}

std::string words_of(const Model& model, const Relation& relation) {
  return relation_words(model.text(model[relation.from].id), model.type_of(relation).name,
                        model.text(model[relation.to].id));
}

}  // namespace throughline
