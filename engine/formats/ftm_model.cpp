// SPDX-License-Identifier: Apache-2.0
#include "formats/ftm_model.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "model/vocabulary.hpp"

namespace throughline {
namespace {

// By name.
constexpr FtmSchema schemata[] = {
#include "formats/ftm_schemata.def"
};

std::vector<std::string_view> words(std::string_view list) {
  return list.empty() ? std::vector<std::string_view>() : split(list, ' ');
}

bool holds(std::string_view list, std::string_view word, bool is_marked) {
  for (std::string_view each : words(list)) {
    const bool marked = each.starts_with('>');
    if (marked) each.remove_prefix(1);
    if (each == word && (marked || !is_marked)) return true;
  }
  return false;
}

template <typename Fits>
bool any_of_line(const FtmSchema& schema, Fits fits) {
  if (fits(schema)) return true;
  const auto parents = words(schema.extends);
  return std::any_of(parents.begin(), parents.end(),
                     [&](std::string_view parent) { return any_of_line(*find_ftm_schema(parent), fits); });
}

// The schema's own list, else that of the first it extends that has one.
std::string_view inherited(const FtmSchema& schema, std::string_view FtmSchema::*list) {
  if (!(schema.*list).empty()) return schema.*list;
  for (const std::string_view parent : words(schema.extends))
    if (const std::string_view found = inherited(*find_ftm_schema(parent), list); !found.empty()) return found;
  return {};
}

}  // namespace

const FtmSchema* find_ftm_schema(std::string_view name) {
  const auto at = std::lower_bound(std::begin(schemata), std::end(schemata), name,
                                   [](const FtmSchema& schema, std::string_view n) { return schema.name < n; });
  return at == std::end(schemata) || at->name != name ? nullptr : &*at;
}

bool ftm_is_a(const FtmSchema& schema, std::string_view ancestor) {
  return any_of_line(schema, [&](const FtmSchema& each) { return each.name == ancestor; });
}

bool ftm_has(const FtmSchema& schema, std::string_view property) {
  return any_of_line(schema, [&](const FtmSchema& each) { return holds(each.properties, property, false); });
}

bool ftm_names_entity(const FtmSchema& schema, std::string_view property) {
  return any_of_line(schema, [&](const FtmSchema& each) { return holds(each.properties, property, true); });
}

std::vector<std::string_view> ftm_starts(const FtmSchema& schema) {
  return words(inherited(schema, &FtmSchema::starts));
}

std::vector<std::string_view> ftm_ends(const FtmSchema& schema) { return words(inherited(schema, &FtmSchema::ends)); }

std::vector<std::string_view> ftm_captions(const FtmSchema& schema) {
  return words(inherited(schema, &FtmSchema::caption));
}

std::string_view ftm_kind(const FtmSchema& schema) {
  if (ftm_is_a(schema, "LegalEntity")) return "actor";
  if (ftm_is_a(schema, "Event")) return "event";
  for (const std::string_view initiative : {"Project", "Contract", "CallForTenders"})
    if (ftm_is_a(schema, initiative)) return "initiative";
  return unsaid_kind;
}

}  // namespace throughline
