// SPDX-License-Identifier: Apache-2.0
// Whether a text is well-formed as far as a tree of elements and references goes, with both places of a mismatch: the
// parser of pugixml is lenient, and says less.
//
//   if (const auto problem = find_xml_problem(text)) … problem->message
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace throughline {

struct XmlProblem {
  std::string message;
  std::string_view piece;  // of the text
  std::string hint;
  std::string_view other;  // of the text; empty when there is no other place
  std::string note;        // on the other place
};

std::optional<XmlProblem> find_xml_problem(std::string_view text, std::size_t deepest);

}  // namespace throughline
