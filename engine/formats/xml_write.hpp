// SPDX-License-Identifier: Apache-2.0
// Writing XML: texts with what XML needs, and the attributes that nodes or edges of a model need declared. Used by the
// writers of GraphML and GEXF.
//
//   out << "<node id=\"" << xml.attribute(id) << "\">" << xml.text(name) << "</node>";
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/flat_record.hpp"
#include "formats/losses.hpp"
#include "model/model.hpp"

namespace throughline {

// Characters that no XML 1.0 can hold become U+FFFD and are counted.
class XmlText {
 public:
  std::string text(std::string_view text) { return escaped(text, false); }
  // The same, and white space at its ends stands in sections of character data, so that no reader trims it.
  std::string whole_text(std::string_view text);
  std::string attribute(std::string_view text) { return escaped(text, true); }
  void add_losses(Losses& losses) const { losses.add("characters that XML cannot hold, now U+FFFD", replaced_); }

 private:
  std::string escaped(std::string_view text, bool in_attribute);

  std::size_t replaced_ = 0;
};

// An attribute as both formats declare it. A property whose values are all numbers is declared as `long` or `double`:
// it is written as it was read, and other programs can reckon with it.
struct XmlColumn {
  std::string name;
  std::string_view type;
};
std::vector<XmlColumn> xml_node_columns(const Model& model);
std::vector<XmlColumn> xml_edge_columns(const Model& model);
// The place of a name among them. Requires that it is there.
std::size_t xml_column(const std::vector<XmlColumn>& columns, std::string_view name);

// Programs refuse a graph of both directed and undirected edges: all are undirected, or all are directed as written.
bool is_all_symmetric(const Model& model);

}  // namespace throughline
