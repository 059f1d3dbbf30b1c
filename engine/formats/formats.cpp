// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "formats/format.hpp"

namespace throughline {

extern const Format yaml_format, jsonl_format, json_format;

namespace {
constexpr const Format* table[] = {&yaml_format, &jsonl_format, &json_format};
}

std::span<const Format* const> formats() { return table; }

const Format* find_format(std::string_view name) {
  const auto at = std::find_if(std::begin(table), std::end(table), [&](const Format* f) { return f->name == name; });
  return at == std::end(table) ? nullptr : *at;
}

const Format* format_of_extension(std::string_view extension) {
  for (const Format* format : table)
    for (const std::string_view each : split(format->extensions, ' '))
      if (each == extension) return format;
  return nullptr;
}

}  // namespace throughline
