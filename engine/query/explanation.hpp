// SPDX-License-Identifier: Apache-2.0
// Why a chain is an answer, in words: why it could be walked, how sure its claims are, and which date decided. What
// --explain adds to a row, as lines below it and in its JSON.
//
//   explain(model, chain, standings, {true, true}).front() == "2 steps, none shorter: `heads` leads on, `announces`
//   leads on"
#pragma once

#include <string>
#include <vector>

#include "query/standings.hpp"

namespace throughline {

// `leads_only`: relations were walked only as their types lead. `is_shortest`: no shorter chain between its ends was
// found that stands as well.
struct ChainFound {
  bool leads_only = false;
  bool is_shortest = false;
};

std::vector<std::string> explain(const Model& model, const Chain& chain, const Standings& standings, ChainFound found);

}  // namespace throughline
