// SPDX-License-Identifier: Apache-2.0
// The fields of one node or edge as a reader of XML collects them, each name once, and values that are not of the type
// their attribute declares. Used by the readers of GraphML and GEXF.
//
//   XmlFields fields(foreign);
//   fields.add("population", "12", where);
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/foreign_records.hpp"
#include "formats/xml_file.hpp"

namespace throughline {

class XmlFields {
 public:
  explicit XmlFields(ForeignRecords& foreign) : foreign_(foreign) {}

  // False when one of that name is there with another value: the first stays. `key` must live as long as the fields.
  bool add(std::string_view key, std::string_view text, Location where);
  void clear() { list_.clear(), places_.clear(); }
  std::span<const ForeignField> list() const { return list_; }
  const ForeignField* find(std::string_view key) const;
  void remove(std::string_view key);

 private:
  static constexpr std::size_t few = 32;  // are found fastest by looking at each
  void note_places();

  ForeignRecords& foreign_;
  std::vector<ForeignField> list_;
  std::unordered_map<std::string_view, std::size_t> places_;  // in the list, by key; empty for few
};

// Declared attributes of which values are no numbers, and undeclared ones, each said once a file.
class XmlTypes {
 public:
  // `type` as GraphML and GEXF write it: int, integer, long, float, double; others hold any text.
  void check(std::string_view name, std::string_view type, std::string_view text, Location where);
  void undeclared(std::string_view id, Location where);
  void report(Diagnostics& diagnostics) const;

 private:
  struct Slip {
    std::size_t count = 0;
    Location first;
    std::string type;
    std::string example;
  };
  std::map<std::string, Slip, std::less<>> mistyped_;
  std::map<std::string, Slip, std::less<>> undeclared_;
};

bool is_xml_number(std::string_view text);

}  // namespace throughline
