// SPDX-License-Identifier: Apache-2.0
// Numbers in sections, each split by how what is counted stands to the question. Used by `stats`.
//
//   figures.count({"relations", "heads"}, "heads", standings.of(relation));
//   figures.put({"span", "earliest"}, "earliest day", "2018-04-27");
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/standings.hpp"
#include "query/table.hpp"

namespace throughline {

struct FigureName {
  std::string_view section;  // "nodes"
  std::string key;           // "actor"
  std::string of = {};       // what it is a figure of, of several: a type, a source; else empty

  bool operator==(const FigureName&) const = default;
};

class Figures {
 public:
  explicit Figures(const Standings& standings) : standpoint_(standings.standpoint()), least_(standings.least()) {}

  // One more of them, unless it stands worse than was asked for.
  void count(const FigureName& name, std::string_view words, const TimeStanding& standing);
  void add(const FigureName& name, std::string_view words, const HeldCounts& counts);
  // A figure that is there though nothing may be counted in it.
  void expect(const FigureName& name, std::string_view words);
  void put(const FigureName& name, std::string_view words, Json value);

  // Says beside a count which part of another it is: "100 %".
  void add_share(const FigureName& name, const FigureName& whole);

  // In the order of sections; in one, in that in which keys were first named; of one key the greatest first.
  Table table(std::span<const std::string_view> sections) const;

 private:
  struct Figure {
    FigureName name;
    std::string words;
    HeldCounts counts;
    Json value;          // of what is no count; else null
    std::string remark;  // "100 %"
  };

  Figure& at(const FigureName& name, std::string_view words);
  std::vector<const Figure*> sorted(std::string_view section) const;
  std::size_t total(const HeldCounts& counts) const;
  Row row_of(const Figure& figure) const;

  Standpoint standpoint_;
  Held least_;
  std::vector<Figure> figures_;
  std::unordered_map<std::string, std::size_t> positions_;
  std::string key_;  // of the one that is looked up: its memory is kept
};

}  // namespace throughline
