// SPDX-License-Identifier: Apache-2.0
// What the reader and the writer of FollowTheMoney agree on: how dates and lists of texts are said, under which names
// properties are kept, and which sources come of the properties sourceUrl and publisher.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline {

using FtmTexts = std::vector<std::string>;

// Our own fields, in an entity: what FollowTheMoney has no place for.
inline constexpr std::string_view ftm_own_key = "throughline";
// How an entity is called that stands for a source, or for what a graph says of itself.
inline constexpr std::string_view ftm_source_prefix = "source:";
inline constexpr std::string_view ftm_graph_id = "throughline:graph";

// When it was, in EDTF, each statement by itself. `is_span`: it has a beginning and an end, of which one may be
// unknown.
FtmTexts ftm_dates(const FtmTexts& starts, const FtmTexts& ends, bool is_span);

// One text as it is, several as a JSON list; and back.
std::string ftm_joined(const FtmTexts& values);
FtmTexts ftm_separate(std::string_view text);

// A property whose name is that of one of our fields gets a prefix.
std::string ftm_key(std::string_view property);
std::string_view ftm_property(std::string_view key);

// Beside `properties`.
bool ftm_stands_outside(std::string_view key);

}  // namespace throughline
