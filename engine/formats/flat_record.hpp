// SPDX-License-Identifier: Apache-2.0
// Nodes and relations of a model as names and texts, for formats that carry no more than that: GraphML, GEXF, CSV, DOT.
// foreign_records.hpp reads these names back without loss.
//
//   for (const FlatField& field : flat_fields(model, node)) …      // {"kind", "actor"}, {"names.ko", "통일부"} …
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/losses.hpp"
#include "formats/output.hpp"
#include "model/model.hpp"

namespace throughline {

struct FlatField {
  std::string key;
  std::string value;
};

// Several texts in one field, as foreign_records.hpp reads aliases: "a|b" where that can be read back, else as JSON.
std::string flat_list(const std::vector<std::string>& texts);

// In a fixed order, what is not given left out; without the id of a node, the ends of a relation.
std::vector<FlatField> flat_fields(const Model& model, const Node& node);
std::vector<FlatField> flat_fields(const Model& model, const Relation& relation);
// The key of a property: its name, or `properties.NAME` where that would be read back as a field.
std::string flat_property_key(const Node& node, std::string_view name);
std::string flat_property_key(const Relation& relation, std::string_view name);
// What flat fields leave out: the words of relations whose dates are told by others.
void add_flat_losses(const Model& model, Losses& losses);

// What stands beside nodes and relations, as texts of JSON in the words of our dialect: the row of the graph when it
// holds anything, and one row a source. Empty when there is nothing.
std::vector<std::string> dialect_rows(const Model& model, const Output& output);

}  // namespace throughline
