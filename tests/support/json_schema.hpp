// SPDX-License-Identifier: Apache-2.0
// As much of JSON Schema (2020-12) as the schemas of this repository use, for the tests that hold them against what is
// read and printed. A keyword that is not known here throws: none is passed over in silence.
//
//   JsonSchema(schema).accepts("duration", "3 weeks")
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace throughline {

class JsonSchema {
 public:
  using Json = nlohmann::ordered_json;

  explicit JsonSchema(Json schema) : schema_(std::move(schema)) {}

  bool accepts(const Json& value) const { return is_valid(value, schema_); }
  // `definition` is a name in `$defs`.
  bool accepts(const std::string& definition, const Json& value) const {
    return is_valid(value, schema_["$defs"].at(definition));
  }

 private:
  bool is_valid(const Json& value, const Json& schema) const;
  bool fulfils(const Json& value, const std::string& keyword, const Json& argument, const Json& schema) const;
  bool fulfils_all_keys(const Json& object, const Json& schema) const;
  std::size_t count_valid(const Json& value, const Json& schemas) const;

  Json schema_;
};

}  // namespace throughline
