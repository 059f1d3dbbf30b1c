// SPDX-License-Identifier: Apache-2.0
// Records of all files → Model. The one place where ids become indices and date texts become dates, so that nobody
// after it has to ask "does this node exist?". Reports TL1xx for missing names, TL2xx for unknown and duplicate ids and
// words, TL3xx for dates.
#pragma once

#include "base/diagnostic.hpp"
#include "model/model.hpp"
#include "model/record.hpp"

namespace throughline {

// Everything that can be resolved is in the model; what can't is reported and left out. A model made with errors is
// for reporting more of them, not for answering questions.
Model resolve(Records records, Inputs inputs, Diagnostics& diagnostics);

}  // namespace throughline
