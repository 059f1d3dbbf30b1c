// SPDX-License-Identifier: Apache-2.0
// What the rules about time share. A rule speaks only of what is so in every world: a date with `?` accuses nobody, and
// what the tolerance of `~` can still reconcile is reconciled.
//
//   if (is_outside(model, relation.when, dates)) report(… dated(model, words_of(model, relation), relation.when) …)
#pragma once

#include <string>
#include <vector>

#include "model/model.hpp"

namespace throughline {

// Of all claims of a node's date; those that are undated left out.
std::vector<DateIndex> dates_of(const Model& model, const Node& node);

// `date` certainly shares no day with any of the others. False when there are none.
bool is_outside(const Model& model, DateIndex date, const std::vector<DateIndex>& others);

// On some day `date` is certainly not within any of the others. False when there are none.
bool sticks_out(const Model& model, DateIndex date, const std::vector<DateIndex>& others);

// They can't be the same days.
bool differ(const Model& model, DateIndex a, DateIndex b);

// "`kim` is dated `2018~` (read as ±1 year)"
std::string dated(const Model& model, std::string_view subject, DateIndex date);
std::string dated(const Model& model, std::string_view subject, const std::vector<DateIndex>& dates);

// "kim heads mou"
std::string words_of(const Model& model, const Relation& relation);

}  // namespace throughline
