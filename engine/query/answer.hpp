// SPDX-License-Identifier: Apache-2.0
// A question asked and, where nothing answers it, why: the question is asked again without the options that narrow it
// (Parameter::narrows), to say which of them left nothing over.
//
//   answer(links_verb, graph, arguments, diagnostics).when_empty ==
//       "no links as of 2015 from …; without --as-of there are 3 links"
#pragma once

#include "query/verb.hpp"

namespace throughline {

Table answer(const Verb& verb, const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics);

}  // namespace throughline
