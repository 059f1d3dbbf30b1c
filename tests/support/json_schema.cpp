// SPDX-License-Identifier: Apache-2.0
#include "support/json_schema.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <stdexcept>

namespace throughline {
namespace {

using Json = JsonSchema::Json;

bool has_type(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  return value.is_number() ? type == "number" : type == value.type_name();
}

bool has_some_type(const Json& value, const Json& types) {
  if (types.is_string()) return has_type(value, types.get<std::string>());
  return std::any_of(types.begin(), types.end(),
                     [&](const Json& type) { return has_type(value, type.get<std::string>()); });
}

bool has_all(const Json& value, const Json& keys) {
  return !value.is_object() ||
         std::all_of(keys.begin(), keys.end(), [&](const Json& key) { return value.contains(key.get<std::string>()); });
}

bool says_nothing_of_values(std::string_view keyword) {
  constexpr std::string_view words[] = {"$schema", "$defs", "title", "description"};
  return std::find(std::begin(words), std::end(words), keyword) != std::end(words);
}

bool matches(const Json& value, const Json& pattern) {
  static std::map<std::string, std::regex> known;
  if (!value.is_string()) return true;
  const auto& text = pattern.get_ref<const std::string&>();
  const std::regex& regex = known.try_emplace(text, text, std::regex::ECMAScript).first->second;
  return std::regex_search(value.get_ref<const std::string&>(), regex);
}

}  // namespace

bool JsonSchema::is_valid(const Json& value, const Json& schema) const {
  if (schema.is_boolean()) return schema.get<bool>();
  return std::all_of(schema.items().begin(), schema.items().end(),
                     [&](const auto& entry) { return fulfils(value, entry.key(), entry.value(), schema); });
}

bool JsonSchema::fulfils(const Json& value, const std::string& keyword, const Json& argument,
                         const Json& schema) const {
  if (says_nothing_of_values(keyword)) return true;
  if (keyword == "$ref") return is_valid(value, schema_.at(Json::json_pointer(argument.get<std::string>().substr(1))));
  if (keyword == "type") return has_some_type(value, argument);
  if (keyword == "const") return value == argument;
  if (keyword == "enum") return std::find(argument.begin(), argument.end(), value) != argument.end();
  if (keyword == "pattern") return matches(value, argument);
  if (keyword == "minimum") return !value.is_number() || value >= argument;
  if (keyword == "required") return has_all(value, argument);
  if (keyword == "anyOf") return count_valid(value, argument) > 0;
  if (keyword == "oneOf") return count_valid(value, argument) == 1;
  if (keyword == "not") return !is_valid(value, argument);
  if (keyword == "items")
    return !value.is_array() ||
           std::all_of(value.begin(), value.end(), [&](const Json& item) { return is_valid(item, argument); });
  if (keyword == "dependentSchemas")
    return !value.is_object() || std::all_of(argument.items().begin(), argument.items().end(), [&](const auto& entry) {
      return !value.contains(entry.key()) || is_valid(value, entry.value());
    });
  if (keyword == "properties" || keyword == "additionalProperties")
    return !value.is_object() || fulfils_all_keys(value, schema);
  throw std::invalid_argument("a keyword of JSON Schema that this test does not know: " + keyword);
}

// `properties` and `additionalProperties` together: the second is about what the first does not name.
bool JsonSchema::fulfils_all_keys(const Json& object, const Json& schema) const {
  const auto properties = schema.find("properties");
  const auto others = schema.find("additionalProperties");
  return std::all_of(object.items().begin(), object.items().end(), [&](const auto& entry) {
    if (properties != schema.end())
      if (const auto own = properties->find(entry.key()); own != properties->end())
        return is_valid(entry.value(), *own);
    return others == schema.end() || is_valid(entry.value(), *others);
  });
}

std::size_t JsonSchema::count_valid(const Json& value, const Json& schemas) const {
  return static_cast<std::size_t>(
      std::count_if(schemas.begin(), schemas.end(), [&](const Json& schema) { return is_valid(value, schema); }));
}

}  // namespace throughline
