// SPDX-License-Identifier: Apache-2.0
// What an element is declared to look like: its presentation attributes, the rules of simple style sheets (element,
// .class, #id, [attribute], descendant, child, lists), its style attribute, in the order of the cascade.
//
//   StyleSheet sheet; sheet.add(".node rect { fill: #fff }");
//   sheet.declarations_of(rect) …
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/xml_file.hpp"

namespace throughline::lint {

struct Declaration {
  std::string name;
  std::string value;
  bool is_important = false;
};

// Of a style attribute, or of the block of a rule.
std::vector<Declaration> parse_declarations(std::string_view css);

class StyleSheet {
 public:
  void add(std::string_view css);

  // Weakest first: who applies them in turn has the cascade.
  std::vector<Declaration> declarations_of(const pugi::xml_node& element) const;

  // What was passed over: rules that begin with @, selectors of other kinds.
  const std::vector<std::string>& unread() const { return unread_; }

 private:
  struct Simple {
    std::string tag;  // empty: any
    std::string id;
    std::vector<std::string> classes;
    std::vector<std::pair<std::string, std::string>> attributes;  // with an empty value: only there
    bool is_child = false;                                        // of the part before it
  };
  struct Selector {
    std::vector<Simple> parts;
    std::size_t weight = 0;
  };
  struct Rule {
    Selector selector;
    std::size_t block;
  };

  void add_rule(std::string_view selectors, std::string_view block);
  void pass_over(std::string_view what);
  static bool read(std::string_view text, Selector& selector);
  static bool read(std::string_view compound, Simple& simple, std::size_t& weight);
  static bool fits(const Simple& simple, const pugi::xml_node& element);
  static bool fits(const Selector& selector, const pugi::xml_node& element);

  std::vector<std::vector<Declaration>> blocks_;
  std::vector<Rule> rules_;  // by weight, then as written
  std::vector<std::string> unread_;
};

}  // namespace throughline::lint
