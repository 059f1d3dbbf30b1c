// SPDX-License-Identifier: Apache-2.0
// How sure a relation is by itself, whatever is asked about time: for the verbs, the figures and the walks through a
// graph.
//
//   certainty_of(model, relation) == Verdict::possible && caveat_of(model, relation) == "planned"
#pragma once

#include <string>

#include "model/model.hpp"

namespace throughline {

// Impossible when it is denied or disproven; possible when it is planned, inferred, doubtful, of an uncertain date, or
// denied by a rival (model/rivals.hpp); else certain. Requires a relation of the model.
Verdict certainty_of(const Model& model, const Relation& relation);
// The same, whatever its rivals say.
Verdict stated_certainty_of(const Model& model, const Relation& relation);

// What tells the reader why a relation is less than certain: "inferred: …", "planned", "denied by 2021 Work Plan";
// empty when it is certain.
std::string caveat_of(const Model& model, const Relation& relation);

}  // namespace throughline
