// SPDX-License-Identifier: Apache-2.0
// What `links` is asked, read from its options: by the verb itself, and for figures of what links to what.
//
//   const Filter filter(model, arguments, diagnostics);
//   const LinksAsked asked = links_asked(model, arguments, nullptr, filter, diagnostics);
//   find_links(graph, walk_of(graph, standings, filter, asked.walk).passage, standings, asked.links);
#pragma once

#include "query/links_search.hpp"
#include "query/walk.hpp"

namespace throughline {

struct LinksAsked {
  LinkQuestion links;
  WalkTerms walk;
};

// What is given comes before what the view (or null) says, and that before what `links` falls back to. Reports what the
// graph does not have.
LinksAsked links_asked(const Model& model, const Arguments& arguments, const ViewDefinition* view, const Filter& filter,
                       Diagnostics& diagnostics);

// What holds where nothing is given for an option of `links`.
void fall_back_as_links(Arguments& arguments);

}  // namespace throughline
