// SPDX-License-Identifier: Apache-2.0
#include "formats/ftm_entity.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace throughline {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view prefix = "ftm_";
constexpr std::string_view our_names[] = {"id",       "name",    "label",      "kind", "type",
                                          "relation", "aliases", "claims",     "when", "place",
                                          "note",     "url",     "confidence", "role", "status"};
constexpr std::string_view outside[] = {"caption",   "datasets", "first_seen", "last_change",
                                        "last_seen", "origin",   "referents",  "target"};

// What ftm_joined made a list of, and no other text of JSON: two or more, or one that looks like such a list itself.
std::optional<FtmTexts> list_in(std::string_view text) {
  if (!text.starts_with('[')) return std::nullopt;
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_array() || !std::all_of(json.begin(), json.end(), [](const Json& each) { return each.is_string(); }))
    return std::nullopt;
  auto texts = json.get<FtmTexts>();
  const bool is_joined = texts.size() > 1 || (texts.size() == 1 && list_in(texts[0]));
  return is_joined ? std::optional(std::move(texts)) : std::nullopt;
}

}  // namespace

FtmTexts ftm_dates(const FtmTexts& starts, const FtmTexts& ends, bool is_span) {
  if (!is_span) return starts;
  FtmTexts dates;
  const bool are_pairs = !starts.empty() && !ends.empty() && (starts.size() == 1 || ends.size() == 1);
  if (are_pairs) {
    for (const std::string& start : starts)
      for (const std::string& end : ends) dates.push_back(start + "/" + end);
    return dates;
  }
  // Of several beginnings and several ends nobody says which belong together.
  for (const std::string& start : starts) dates.push_back(start + "/");
  for (const std::string& end : ends) dates.push_back("/" + end);
  return dates;
}

std::string ftm_joined(const FtmTexts& values) {
  if (values.size() == 1 && !list_in(values[0])) return values[0];
  return Json(values).dump(-1, ' ', false, Json::error_handler_t::replace);
}

FtmTexts ftm_separate(std::string_view text) { return list_in(text).value_or(FtmTexts{std::string(text)}); }

std::string ftm_key(std::string_view property) {
  const bool clashes = std::find(std::begin(our_names), std::end(our_names), property) != std::end(our_names) ||
                       property.starts_with("evidence") || property.starts_with("names.") ||
                       property.starts_with(prefix);
  return clashes ? std::string(prefix) + std::string(property) : std::string(property);
}

std::string_view ftm_property(std::string_view key) {
  return key.starts_with(prefix) ? key.substr(prefix.size()) : key;
}

bool ftm_stands_outside(std::string_view key) {
  return std::find(std::begin(outside), std::end(outside), key) != std::end(outside);
}

}  // namespace throughline
