// SPDX-License-Identifier: Apache-2.0
// A file of XML as a tree of pugixml whose values know their places, and what was found in it and has no place here.
// Used by the readers of GraphML and GEXF, and of figures (lint). Entities of a document type are neither expanded nor
// followed: their use is an error.
//
//   XmlFile file(inputs, input);
//   if (const pugi::xml_node root = file.read("graphml", diagnostics)) … file.at(root.attribute("id").value())
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"

namespace throughline {

// Elements within each other; more is refused.
inline constexpr std::size_t deepest_xml = 256;

// Without its prefix: files choose prefixes, and the namespaces of these formats differ by version.
std::string_view local_name(const pugi::xml_node& node);
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
// How many of that name stand within a node, at any depth.
std::size_t count_within(const pugi::xml_node& node, std::string_view name);
pugi::xml_attribute attribute_of(const pugi::xml_node& node, std::string_view name);

// For the table of formats: is this the name of the root element, whatever the encoding?
bool has_xml_root(std::string_view bytes, std::string_view name);
// What the declaration says, or what the first bytes show; empty for UTF-8.
std::string_view xml_encoding_of(std::string_view bytes);

// Between elements it is layout in most files, and shows in a text of SVG.
enum class WhiteSpace { of_values, all };

class XmlFile {
 public:
  XmlFile(const Inputs& inputs, std::uint16_t input);
  XmlFile(const XmlFile&) = delete;
  XmlFile& operator=(const XmlFile&) = delete;

  // The root element; nothing when the file is not well-formed or the root has another name, which is reported.
  pugi::xml_node read(std::string_view root, Diagnostics& diagnostics, WhiteSpace kept = WhiteSpace::of_values);
  // Of a name or a value of the tree.
  Location at(std::string_view piece) const;
  // Of the value, or where it is empty, of the element.
  Location at(const pugi::xml_attribute& attribute, const pugi::xml_node& node) const;

 private:
  bool report(const pugi::xml_parse_result& result, Diagnostics& diagnostics) const;

  const Inputs& inputs_;
  std::uint16_t input_;
  std::string text_;  // the tree points into it
  pugi::xml_document document_;
};

// All text within an element, white space around it trimmed unless it asks for it (xml:space) or stands in a section of
// character data.
std::string text_of(const pugi::xml_node& node);

// What a file holds and nothing here has a place for, said once a file.
class Unread {
 public:
  void add(std::string_view what, Location where, std::size_t count = 1);
  void report(Diagnostics& diagnostics) const;

 private:
  std::map<std::string, std::size_t, std::less<>> counts_;
  Location first_;
};

}  // namespace throughline
