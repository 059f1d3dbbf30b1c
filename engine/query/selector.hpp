// SPDX-License-Identifier: Apache-2.0
// From the words of a question to nodes: a kind ("actor"), an id ("mou"), a type ("ministry"), a name or alias in any
// language. The first of these that fits decides. Reports TL501 with what is near, TL502 when a name is shared. Sources
// and views are selected here too.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/model.hpp"

namespace throughline {

// The nodes that the word stands for, in the order of the model; none, and a report, when nothing does.
std::vector<NodeIndex> select(const Model& model, std::string_view word, Diagnostics& diagnostics);

// Of several words together, each node once.
std::vector<NodeIndex> select_all(const Model& model, std::span<const std::string> words, Diagnostics& diagnostics);

// One node, by id, name or alias; `none` and a report otherwise.
NodeIndex select_node(const Model& model, std::string_view word, Diagnostics& diagnostics);

// A source by its id or title; `none` and a report (TL504) when there is none.
SourceIndex select_source(const Model& model, std::string_view word, Diagnostics& diagnostics);

// A view by its name; null and a report (TL503) when there is none.
const ViewDefinition* select_view(const Model& model, std::string_view name, Diagnostics& diagnostics);

// For a word that is not among those of the graph: "did you mean `x`?", else those that are, of many the first.
std::string hint_among(std::string_view word, std::span<const std::string_view> known, std::string_view what);

}  // namespace throughline
