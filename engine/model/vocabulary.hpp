// SPDX-License-Identifier: Apache-2.0
// Which kinds of node there are, and which relation types may join them. The built-in rows serve policy work; a graph's
// own `kinds` and `relation_types` add rows or replace them. After loading, both lists are sorted by name and frozen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/index.hpp"
#include "model/words.hpp"

namespace throughline {

// The kind of nodes of which nobody said what they are: foreign files have such. It contradicts no relation type.
inline constexpr std::string_view unsaid_kind = "node";

struct Kind {
  std::string name;    // "actor"
  std::string plural;  // "actors": the section of a file, and the word in counts
  bool built_in = false;
};

struct RelationType {
  std::string name;               // "participates_in"
  std::string label;              // read from its start: "takes part in"
  std::string inverse;            // read from its end: "has participant"
  std::vector<std::string> from;  // names of the kinds at the start; empty: any kind
  std::vector<std::string> to;    // at the end; empty: any kind
  bool symmetric = false;         // means the same in both directions
  Leads leads = Leads::forward;   // how `links` may walk it
  Line line = Line::solid;
  Timing timing = Timing::both_live;
  DatedBy dated_by = DatedBy::none;
  bool built_in = false;
};

// Is a node of that kind an event, so that its date can be that of relations: of the built-in kinds only `event` is, of
// those that a graph declares a relation type may say so.
bool may_date(const Kind& kind);

class Vocabulary {
 public:
  // The built-in rows.
  Vocabulary();

  // Adds a row, or replaces the one of that name.
  void define(Kind kind);
  void define(RelationType type);

  const std::vector<Kind>& kinds() const { return kinds_; }
  const std::vector<RelationType>& relation_types() const { return types_; }
  const Kind& operator[](KindIndex index) const { return kinds_[position(index)]; }
  const RelationType& operator[](RelationTypeIndex index) const { return types_[position(index)]; }

  // `none` when there is no such row.
  KindIndex find_kind(std::string_view name) const;
  KindIndex find_section(std::string_view plural) const;
  RelationTypeIndex find_relation_type(std::string_view name) const;

  std::vector<std::string_view> kind_names() const;
  std::vector<std::string_view> relation_type_names() const;

 private:
  std::vector<Kind> kinds_;          // sorted by name
  std::vector<RelationType> types_;  // sorted by name
};

// May a relation of this type start (or end) at a node of that kind?
bool accepts(const std::vector<std::string>& kinds, std::string_view kind);

}  // namespace throughline
