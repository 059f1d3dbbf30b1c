// SPDX-License-Identifier: Apache-2.0
// Which claims and subjects a question is about: --relation, --role, --source, --confidence and --topic, the same for
// every verb that takes them (Verb::takes_filters). What does not fit is as if it were not there, and is counted.
//
//   const Filter filter(model, arguments, diagnostics);
//   if (filter.keeps(model[relation]) && filter.keeps(node)) …
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/model.hpp"
#include "query/table.hpp"
#include "query/verb.hpp"

namespace throughline {

// The options, as rows for the help and the parser.
std::span<const Parameter> filter_parameters();

class Filter {
 public:
  // Reports what the options name and the graph does not have: TL501, TL504, TL505. Nothing fits that.
  Filter(const Model& model, const Arguments& arguments, Diagnostics& diagnostics);

  bool is_asked() const { return asks_relations() || asks_topics(); }
  bool asks_relations() const;                          // --relation, --role, --source, --confidence
  bool names_types() const { return !types_.empty(); }  // --relation
  bool asks_more_than_types() const {                   // of plainly stated relations
    return asks_roles_ || !sources_.empty();
  }
  bool asks_topics() const { return !is_on_topic_.empty(); }

  // Of the type, in the role, by the source and at least as sure as was asked.
  bool keeps(const Relation& relation) const;
  bool keeps(RelationTypeIndex type) const { return types_.empty() || types_[position(type)]; }
  // With --topic an event or initiative must have a relation `concerns` to one of the topics; other kinds are kept.
  bool keeps(NodeIndex node) const { return is_on_topic_.empty() || is_on_topic_[position(node)]; }
  bool keeps_with_ends(const Relation& relation) const {
    return keeps(relation) && keeps(relation.from) && keeps(relation.to);
  }

  // For verbs that go through all records, and not along chains: with --topic other kinds must have a relation with
  // something on the topic, or be it, and relations one end that is; with --source nodes must be told of by the source.
  bool is_about(NodeIndex node) const { return is_about_.empty() || is_about_[position(node)]; }
  bool is_about(const Relation& relation) const;
  // Does one of the sources of --source carry it? Without the option any will do.
  bool is_carried(Slice citations) const;

  // What was given of the options on relations: "--relation, --source".
  std::string options() const;
  // "41 relations left out by --relation, --source"; nothing when none is.
  void add_note(Table& table) const;

 private:
  void take_relation_types(std::span<const std::string> words, Diagnostics& diagnostics);
  void take_roles(std::span<const std::string> words, Diagnostics& diagnostics);
  void take_topics(std::span<const std::string> words, Diagnostics& diagnostics);
  void find_what_it_is_about();
  void keep_what_sources_tell();
  bool is_subject(NodeIndex node) const;

  const Model& model_;
  std::vector<bool> types_;  // by relation type; empty: all
  bool asks_roles_ = false;
  std::vector<StringId> roles_;
  std::vector<SourceIndex> sources_;
  Confidence confidence_ = Confidence::doubtful;
  std::vector<NodeIndex> topics_;
  std::vector<bool> is_on_topic_;  // by node
  std::vector<bool> is_about_;     // by node; empty: all
};

}  // namespace throughline
