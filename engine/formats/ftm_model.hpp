// SPDX-License-Identifier: Apache-2.0
// FollowTheMoney's model as a table: its schemata, what they inherit, which of their properties name other entities,
// which are edges and between what, what says when they began and ended. Used by the reader and the writer.
//
//   const FtmSchema* schema = find_ftm_schema("Ownership");
//   schema->source                                        // "owner"
//   ftm_names_entity(*schema, "asset")                    // true
#pragma once

#include <string_view>
#include <vector>

namespace throughline {

struct FtmSchema {
  std::string_view name;
  std::string_view extends = {};     // of lists, words are separated by spaces
  std::string_view properties = {};  // its own; > marks those that name entities
  std::string_view starts = {};      // that say when it began, the best first; empty: as what it extends
  std::string_view ends = {};
  std::string_view caption = {};  // what stands in for a name
  // Of an edge: the properties that are its ends, and how it reads.
  std::string_view source = {};
  std::string_view target = {};
  std::string_view label = {};
  std::string_view inverse = {};
  bool directed = true;

  bool is_edge() const { return !source.empty(); }
};

const FtmSchema* find_ftm_schema(std::string_view name);  // null when there is none
bool ftm_is_a(const FtmSchema& schema, std::string_view ancestor);
bool ftm_has(const FtmSchema& schema, std::string_view property);
bool ftm_names_entity(const FtmSchema& schema, std::string_view property);
std::vector<std::string_view> ftm_starts(const FtmSchema& schema);
std::vector<std::string_view> ftm_ends(const FtmSchema& schema);
std::vector<std::string_view> ftm_captions(const FtmSchema& schema);
// The kind of node: legal entities are actors, events events; projects, contracts and tenders initiatives.
std::string_view ftm_kind(const FtmSchema& schema);

}  // namespace throughline
