// SPDX-License-Identifier: Apache-2.0
// What a model is after a trip through a format that told what it lost: its JSON Lines, changed as the losses say and
// in nothing else, so that a loss hides no other difference. Used by round_trip_test.cpp.
//
//   EXPECT_EQ(less_what_is_lost(nullptr, came_back, losses), less_what_is_lost(&model, lines, losses));
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "formats/dialect_json.hpp"
#include "formats/losses.hpp"
#include "model/model.hpp"

namespace throughline {

inline std::string as_xml_holds(std::string_view text) {
  std::string held;
  for (const char c : text) {
    const bool is_held = static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r';
    held += is_held ? std::string(1, c) : "\uFFFD";
  }
  return held;
}

inline Json as_xml_holds(const Json& json) {
  if (json.is_string()) return as_xml_holds(std::string_view(json.get_ref<const std::string&>()));
  if (!json.is_structured()) return json;
  Json held = json.is_array() ? Json::array() : Json::object();
  for (const auto& [key, value] : json.items())
    json.is_array() ? held.push_back(as_xml_holds(value))
                    : static_cast<void>(held[as_xml_holds(std::string_view(key))] = as_xml_holds(value));
  return held;
}

// The day that was found for the words stays.
inline void tell_date_only(const Model& model, const Relation& relation, Json& row) {
  if (model.date_words(relation).empty()) return;
  if (relation.when == none<DateIndex>) {
    row.erase("when");
  } else {
    row["when"] = model.date_text(relation.when);
  }
}

// Of the model that was written, or, without one, of what came back: there a character may be whole yet, where it stood
// in a text of JSON. In the order of their texts. A loss that is not known here becomes a text that says so.
inline std::string less_what_is_lost(const Model* model, const std::string& lines, const Losses& losses) {
  if (losses.empty()) return lines;
  std::vector<std::string> less;
  std::size_t relation = 0;
  for (const std::string_view line : split(lines, '\n')) {
    if (line.empty()) continue;
    Json row = Json::parse(line);
    const bool is_relation = row["record"] == "relation";
    for (const auto& [what, times] : losses.counts()) {
      if (what == "characters that XML cannot hold, now U+FFFD") {
        row = as_xml_holds(row);
      } else if (what == "dates of relations told by others") {
        if (is_relation && model) tell_date_only(*model, model->relations[relation], row);
      } else {
        return "a loss that no comparison knows: " + what;
      }
    }
    relation += is_relation ? 1U : 0U;
    less.push_back(nlohmann::json(row).dump());  // keys in the order of what they are called now
  }
  std::sort(less.begin(), less.end());
  return join(less, "\n");
}

}  // namespace throughline
