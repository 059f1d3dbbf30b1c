// SPDX-License-Identifier: Apache-2.0
// When an element of GEXF held, in any of the ways its versions have: start and end, their open forms, a timestamp,
// spells, slices. Used by gexf_read.cpp.
#pragma once

#include <string>
#include <vector>

#include "formats/gexf_time.hpp"
#include "formats/xml_file.hpp"

namespace throughline {

// Of the element alone.
GexfSpan span_of_gexf(const pugi::xml_node& element);
// With its spells, which say it better. Empty when nothing is said.
std::vector<GexfSpan> spans_of_gexf(const pugi::xml_node& element);
// "2018-01-01/..", "2018-01-01".
std::string text_of(const GexfSpan& span);

}  // namespace throughline
