// SPDX-License-Identifier: Apache-2.0
// What a relationship diagram shows, before anything has a place: boxes, lines between them, groups around them. Knows
// no coordinates and no Graphviz, and prints as text for tests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "view/headline.hpp"
#include "view/sheet.hpp"

namespace throughline {

// How sure, and in what state, a thing is. Each is drawn by more than colour.
struct Standing {
  bool planned = false;    // proposed or planned, not (yet) done
  bool stalled = false;    // suspended or stalled
  bool ended = false;      // over
  bool uncertain = false;  // only possible: doubtful, inferred, or an uncertain date
  bool denied = false;     // denied, disproven, rejected
  bool undated = false;    // a time was asked about, and no date says whether it held then
};

// What a reader is to see first. What recedes is drawn thinner and without colour, and stays legible.
enum class Emphasis : std::uint8_t { receding, plain, strong };

// Against another version of the graph. `gone` was there before.
enum class Novelty : std::uint8_t { none, added, changed, gone };
inline constexpr Novelty novelties[] = {Novelty::added, Novelty::changed, Novelty::gone};
std::string_view word_of(Novelty change);  // "new", "changed", "gone"; empty for none
std::string_view sign_of(Novelty change);  // "+", "≠", "−"

// " (planned, uncertain)" for describe(); empty when there is nothing to say.
std::string standing_words(const Standing& standing);
// " [strong]", " [receding]" for describe(); empty for what is plain.
std::string emphasis_words(Emphasis emphasis);

struct DiagramNode {
  std::string id;
  std::string name;
  std::string detail;  // the second line: "통일부 · ministry", "21 January 2021"
  std::string kind;    // "actor", "event", "initiative" or a declared kind
  std::string type;    // "ministry", may be empty
  Standing standing;
  std::string group;        // id of a DiagramGroup, or empty
  std::string description;  // for the tooltip
  std::string link;
  Emphasis emphasis = Emphasis::plain;
  std::optional<std::size_t> column = {};  // where in a row of columns, of all nodes or of none
  Novelty change = Novelty::none;
};

struct DiagramEdge {
  std::string id;
  std::string from;  // ids of nodes
  std::string to;
  std::string label;   // "announces", or "announces · hosts +2" where parallel relations were merged
  std::string detail;  // short date: "21 Jan 2021", may be empty
  std::string type;    // the relation type, or of the first when merged
  bool directed = true;
  Standing standing;
  std::string description;
  Emphasis emphasis = Emphasis::plain;
  Novelty change = Novelty::none;
};

struct DiagramGroup {
  std::string id;
  std::string label;
};

struct DiagramView {
  Headline headline;
  Sheet sheet;
  std::string layout;  // "dot", "neato", "sfdp", "circo", "twopi"; empty: chosen by structure
  std::vector<DiagramNode> nodes;
  std::vector<DiagramEdge> edges;
  std::vector<DiagramGroup> groups;
  std::string grouped_by = {};  // what the members of a group have in common, for the legend: "one organisation"
};

// The view as plain text, one line an item, for golden tests.
std::string describe(const DiagramView& view);

}  // namespace throughline
