// SPDX-License-Identifier: Apache-2.0
#include "view/theme.hpp"

#include <algorithm>
#include <array>

namespace throughline::theme {
namespace {

// Darkened Okabe–Ito hues: each line passes 4.5:1 on paper and on its own fill, and the three stay apart for readers
// with protanopia, deuteranopia and tritanopia. A kind that a graph declares takes one of the neutral looks.
struct KindRow {
  std::string_view kind;
  ShapeForm form;
  const char* fill;
  const char* line;
};

constexpr std::array kinds = {
    KindRow{"actor", ShapeForm::rounded, "#e6f0fa", "#0a5a93"},
    KindRow{"event", ShapeForm::rectangle, "#fcefdc", "#8a4b08"},
    KindRow{"initiative", ShapeForm::rectangle, "#e2f4ec", "#006d4f"},
};
constexpr std::array neutral_forms = {ShapeForm::hexagon, ShapeForm::plaque, ShapeForm::ellipse};
constexpr const char* neutral_fill = "#f1f1ef";
constexpr const char* neutral_line = "#4a4f57";

// By name alone, so that a kind looks the same in every figure of every graph.
KindRow row_of_kind(std::string_view kind) {
  const auto* row = std::find_if(kinds.begin(), kinds.end(), [&](const KindRow& known) { return known.kind == kind; });
  if (row != kinds.end()) return *row;
  std::size_t sum = 0;
  for (const char c : kind) sum = sum * 31 + static_cast<unsigned char>(c);
  return {kind, neutral_forms[sum % 2], neutral_fill, neutral_line};
}

}  // namespace

std::string_view word_of(const Standing& standing) {
  if (standing.denied) return "denied";
  if (standing.uncertain) return "uncertain";
  if (standing.undated) return "no date";
  if (standing.planned) return "planned";
  if (standing.stalled) return "stalled";
  if (standing.ended) return "ended";
  return "";
}

NodeLook node_look(std::string_view kind, const Standing& standing) {
  const KindRow row = row_of_kind(kind);
  NodeLook look{row.form, kind == "event", {row.fill, {}}, {row.line, line_width, Dash::solid}, row.line, ink, {}};
  const std::string_view word = word_of(standing);
  if (word == "denied") {
    look.stroke = {faint_line, line_width, Dash::dotted};
    look.fill.color = paper;
    look.sign = "✕";
  } else if (word == "uncertain") {
    look.stroke.dash = Dash::dotted;
    look.sign = "?";
  } else if (word == "no date") {
    look.stroke.width = 1.0;
    look.fill.color = paper;
    look.sign = "◦";
  } else if (word == "planned") {
    look.stroke.dash = Dash::dashed;
    look.fill.color = paper;
  } else if (word == "stalled") {
    look.stroke.dash = Dash::dashed;
    look.sign = "‖";
  } else if (word == "ended") {
    look.stroke.width = 1.0;
    look.fill.color = "#f4f4f3";
    look.text = soft_ink;
  }
  return look;
}

LineLook line_look(const Standing& standing) {
  const std::string_view word = word_of(standing);
  if (word == "denied") return {{faint_line, line_width, Dash::dotted}, "✕"};
  if (word == "uncertain") return {{line, line_width, Dash::dotted}, "?"};
  if (word == "no date") return {{line, 1.0, Dash::dashed}, "◦"};
  if (word == "planned") return {{line, line_width, Dash::dashed}, {}};
  if (word == "stalled") return {{line, line_width, Dash::dashed}, "‖"};
  if (word == "ended") return {{faint_line, 1.0, Dash::solid}, {}};
  return {{line, line_width, Dash::solid}, {}};
}

}  // namespace throughline::theme
