// SPDX-License-Identifier: Apache-2.0
// An entity of FollowTheMoney on its way out: what its schema has a property for goes there, the rest beside it under
// `throughline`. Used by the writer for nodes, relations and sources alike.
//
//   FtmOut out(model, *find_ftm_schema("Person"));
//   out.put("name", {"Ada"});
//   out.line("ada")                   // {"id": "ada", "schema": "Person", "properties": {"name": ["Ada"]}}
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/flat_record.hpp"
#include "formats/ftm_entity.hpp"
#include "formats/ftm_model.hpp"

namespace throughline {

class FtmOut {
 public:
  // Keeps references.
  FtmOut(const Model& model, const FtmSchema& schema) : model_(model), schema_(schema) {}

  bool has(std::string_view property) const { return ftm_has(schema_, property); }
  void put(std::string_view property, FtmTexts values);
  void put_own(std::string_view key, std::string_view value) { own_[std::string(key)] = value; }
  // In the property if the schema has it, else as our own field.
  void put_or_own(std::string_view property, const FlatField& field);
  void put_property(const FlatField& field);
  // Dates, each a day or a span in EDTF, where the schema has them; in the property among `fields` that says the same,
  // if there is one. False when they would be read otherwise.
  bool put_dates(const FtmTexts& dates, const std::vector<FlatField>& fields);
  // `fields` are those of the record that cites. The sources that reading makes of `sourceUrl` and `publisher` go into
  // `told`.
  void put_citations(Slice citations, const std::vector<FlatField>& fields, std::set<StringId>& told);

  std::string line(std::string_view id) const;

 private:
  bool put_sources(Slice citations);

  const Model& model_;
  const FtmSchema& schema_;
  std::map<std::string, FtmTexts> properties_;
  std::map<std::string, FtmTexts> outside_;
  std::map<std::string, std::string> own_;
};

}  // namespace throughline
