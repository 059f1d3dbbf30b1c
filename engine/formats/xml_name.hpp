// SPDX-License-Identifier: Apache-2.0
// Any text as a name that XML allows (NMTOKEN: letters, digits and `.-_:`), and back. GraphML's schema wants such names
// for ids and attributes, while our ids may be names with blanks.
//
//   xml_name_of("Ministry of Harbours")           "Ministry_x0020_of_x0020_Harbours"
//   text_of_xml_name("Ministry_x0020_of_x0020_…")  "Ministry of …"
//
// The escape is that of SQL/XML (ISO 9075-14, 9.1): `_x`, the code point in at least four hexadecimal digits, `_`.
#pragma once

#include <string>
#include <string_view>

namespace throughline {

// Different texts have different names; a text that is a name already is its own, unless `_x` stands in it.
std::string xml_name_of(std::string_view text);

// Undoes it. What `xml_name_of` would not have escaped stays as it is: `_x0041_` is no "A".
std::string text_of_xml_name(std::string_view name);

}  // namespace throughline
