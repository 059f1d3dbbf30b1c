// SPDX-License-Identifier: Apache-2.0
// Entities of FollowTheMoney as records: things are nodes, edges relations, and a property that names another entity is
// a relation too. A file is read entity by entity: lines, a list, or objects one after another.
//
//   FtmReader reader(records, foreign, diagnostics);
//   reader.read_rows(inputs, input);
//   reader.read(inputs, input);
//   reader.finish();
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/foreign_records.hpp"
#include "formats/ftm_entity.hpp"
#include "formats/ftm_model.hpp"
#include "formats/ftm_pieces.hpp"
#include "formats/tree.hpp"

namespace throughline {

class FtmReader {
 public:
  // Keeps references.
  FtmReader(Records& records, ForeignRecords& foreign, Diagnostics& diagnostics);
  // First of all files what they say of the graph and its sources, which may declare kinds of nodes anywhere.
  void read_rows(const Inputs& inputs, std::uint16_t input);
  void read(const Inputs& inputs, std::uint16_t input);
  // Adds what all entities together make: sources, types of relations.
  void finish();

 private:
  struct Property {
    std::string_view name;
    FtmTexts values;
    Location at;
  };
  struct Entity {
    Said id;
    Said schema_name;
    const FtmSchema* schema = nullptr;
    std::vector<Property> properties;
    std::vector<std::pair<std::string, Said>> own;  // our own fields
    std::vector<ForeignField> fields;

    bool has_own(std::string_view key) const;
  };
  struct Made {
    std::map<std::string, bool> publishers;
    Location at;
    std::string url;
  };

  std::optional<std::string> add(const Tree& tree);
  std::optional<Entity> entity_of(const Tree& tree);
  bool add_properties(Entity& entity, const Tree& tree);
  bool add_row(const Tree& tree);
  void add_node(Entity& entity);
  void add_edge(Entity& entity);
  void add_names(Entity& entity);
  void add_sources(Entity& entity);
  void add_rest(Entity& entity, bool is_node);
  FtmTexts take_dates(Entity& entity);
  FtmTexts take(Entity& entity, std::string_view property);
  void add_field(Entity& entity, std::string_view key, std::string_view value, Location at);
  void refuse(Location at, std::string message);
  std::string_view text(const Said& said) const { return records_.strings[said.text]; }
  std::string_view keep(std::string_view text) { return records_.strings[records_.strings.intern(text)]; }

  Records& records_;
  ForeignRecords& foreign_;
  Diagnostics& diagnostics_;
  std::set<const char*> rows_;                                       // pieces that are read
  std::map<std::string, std::pair<std::size_t, Location>> unknown_;  // schemata, by name
  std::map<std::string, Made> sources_;                              // by id
  std::map<std::string_view, Location> used_;                        // edges, by name of their schema
};

}  // namespace throughline
