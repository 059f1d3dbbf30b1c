// SPDX-License-Identifier: Apache-2.0
// JSON as YAML that a person can go on editing: short mappings and lists on one line, long ones as blocks, quotes where
// they are needed or usual. Used by the writer of our dialect.
//
//   out << yaml_key("works") << ':' << yaml_value(json, 2);
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace throughline {

// A key of a block mapping, with its colon; what stands after it begins with a space or a line end.
std::string yaml_key(std::string_view key);
// What stands after a key at this depth of indentation, line end included: " text\n", " {a: b}\n", "\n    a: b\n".
// `key` says what sort of text it is: dates stay without quotes, quotes have them.
std::string yaml_value(std::string_view key, const nlohmann::ordered_json& value, std::size_t indent);
// As a block mapping, whatever its length: one field a line.
std::string yaml_block(const nlohmann::ordered_json& mapping, std::size_t indent);

}  // namespace throughline
