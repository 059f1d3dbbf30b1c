// SPDX-License-Identifier: Apache-2.0
// The working state of resolve(), shared by the files that implement it. Not for other layers.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/text_order.hpp"
#include "model/model.hpp"
#include "model/record.hpp"
#include "model/relative_dates.hpp"

namespace throughline {

// A date told by others, whose anchors may not be read yet.
struct UnresolvedDate {
  DateIndex date;
  RelativeDateIndex record;
  NodeIndex node;  // as in RelativeDate
  std::string subject;
};

class Resolver {
 public:
  Resolver(Records records, Inputs inputs, Diagnostics& diagnostics);

  Model run();

 private:
  // resolve_vocabulary.cpp
  void add_graph_fields();
  void set_tolerance(const Said& said);
  void add_kinds();
  void add_relation_types();
  void set_dated_by(const Said& said, RelationType& type);
  std::vector<std::string> known_kinds(const std::vector<Said>& kinds);
  Definition definition_of(const DefinitionRecord& record) const;
  void add_views();
  void add_questions();
  void check_view_nodes(const DefinitionRecord& view);
  bool lists_nodes(const DefinitionRecord& view) const;
  void check_view_words(const DefinitionRecord& view);
  void check_view_dates(const DefinitionRecord& view);
  bool names_source(std::string_view policy) const;
  bool is_selector(std::string_view word) const;

  // resolve_nodes.cpp
  void add_sources();
  void add_source(const SourceRecord& record);
  void resolve_publishers();
  void add_nodes();
  void add_node(const NodeRecord& record);
  void add_node_field(Node& node, const FieldRecord& field);
  void add_claims(Node& node, Slice claims);
  void choose_claims();
  void choose_claims(Node& node);

  // resolve_dates.cpp
  DateIndex date_of(const Said& said);
  void report_bad_date(const Said& said, const EdtfError& error, std::string_view verdict = "is not an EDTF date");
  DateIndex date_of(RelativeDateIndex relative, NodeIndex node, std::string subject);
  void place_relative_dates();
  std::optional<RelativeDate> with_anchors(const UnresolvedDate& date);
  std::optional<Duration> distance_of(const RelativeDateRecord& record);
  std::optional<DateAnchor> anchor_of(const Said& said);
  void set_aside_unplaced_dates();
  bool is_placed(DateIndex date) const;
  std::string_view written(DateIndex date) const;

  // resolve.cpp
  void add_relations();
  void add_relation(const RelationRecord& record);
  void add_relation_field(Relation& relation, const FieldRecord& field);
  RelationTypeIndex type_named(const Said& type);

  // resolve_order.cpp
  void sort_relations();
  std::vector<std::uint16_t> date_ranks() const;
  bool relation_before(const Relation& a, const Relation& b) const;
  Slice add_citations(Slice slice);
  void add_citation(const CitationRecord& record);
  std::vector<std::pair<std::string_view, std::string_view>> said_by(Slice slice) const;
  std::vector<std::pair<std::string_view, std::string_view>> more_of(const Relation& relation) const;  // its properties
  void sort_properties(Slice slice);  // by key and value: a mapping has no order of its own
  NodeIndex node_named(const Said& id);
  template <typename Word>
  std::optional<Word> word_of(const Said& said, std::string_view what);
  void report_duplicate(const Said& id, Location first, std::string_view what);
  void report_unknown_node(const Said& id);
  std::string_view text(StringId id) const { return model_.strings[id]; }

  // The records in the order of their ids; of equal ids only the first in the order of files and lines.
  template <typename Record>
  std::vector<const Record*> in_order_of_ids(const std::vector<Record>& records, std::string_view what);

  Records records_;
  Model model_;
  Diagnostics& diagnostics_;
  std::vector<NodeIndex> node_by_id_;            // by StringId
  std::vector<SourceIndex> source_by_id_;        // by StringId
  std::vector<RelationTypeIndex> type_by_name_;  // by StringId
  std::vector<DateIndex> date_by_text_;          // by StringId; `none`: not parsed yet, or no date
  std::vector<UnresolvedDate> unresolved_dates_;
  std::size_t suggestions_left_ = 50;  // near misses are sought for the first few only: each looks at every id
};

template <typename Word>
std::optional<Word> Resolver::word_of(const Said& said, std::string_view what) {
  const std::optional<Word> word = find_word<Word>(text(said.text));
  if (word) return word;
  std::vector<std::string_view> words(words_of<Word>().begin(), words_of<Word>().end());
  std::erase(words, std::string_view());
  std::string list;
  for (const std::string_view each : words) list += (list.empty() ? "" : ", ") + std::string(each);
  diagnostics_
      .report(Code::unknown_word, said.at, "unknown " + std::string(what) + " `" + std::string(text(said.text)) + "`")
      .hint(did_you_mean(text(said.text), words).empty() ? "one of: " + list : did_you_mean(text(said.text), words));
  return std::nullopt;
}

template <typename Record>
std::vector<const Record*> Resolver::in_order_of_ids(const std::vector<Record>& records, std::string_view what) {
  std::vector<std::string_view> ids;
  ids.reserve(records.size());
  for (const Record& record : records) ids.push_back(text(record.id.text));
  std::vector<const Record*> order;
  order.reserve(records.size());
  for (const std::uint32_t position : order_of(ids)) order.push_back(&records[position]);
  const auto repeats = [](const Record* a, const Record* b) { return a->id.text == b->id.text; };
  const auto place = [this](const Record* r) { return std::pair(model_.inputs.name(r->id.at), r->id.at.offset); };
  for (auto first = order.begin(); first != order.end();) {
    const auto end = std::find_if_not(first + 1, order.end(), [&](const Record* r) { return repeats(*first, r); });
    std::sort(first, end, [&](const Record* a, const Record* b) { return place(a) < place(b); });
    for (auto next = first + 1; next < end; ++next) report_duplicate((*next)->id, (*(next - 1))->id.at, what);
    first = end;
  }
  order.erase(std::unique(order.begin(), order.end(), repeats), order.end());
  return order;
}

}  // namespace throughline
