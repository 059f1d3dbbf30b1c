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
    KindRow{"actor", ShapeForm::rounded, "#e6f0fa", "#134b7c"},
    KindRow{"event", ShapeForm::rectangle, "#fcefdc", "#8d3e01"},
    KindRow{"initiative", ShapeForm::rectangle, "#e2f4ec", "#087f5f"},
};
constexpr std::array neutral_forms = {ShapeForm::hexagon, ShapeForm::plaque, ShapeForm::ellipse};
constexpr const char* neutral_fill = "#f1f1ef";
constexpr const char* neutral_line = "#4a4f57";
constexpr const char* ended_fill = "#f4f4f3";

// By name alone, so that a kind looks the same in every figure of every graph.
KindRow row_of_kind(std::string_view kind) {
  const auto* row = std::find_if(kinds.begin(), kinds.end(), [&](const KindRow& known) { return known.kind == kind; });
  if (row != kinds.end()) return *row;
  std::size_t sum = 0;
  for (const char c : kind) sum = sum * 31 + static_cast<unsigned char>(c);
  return {kind, neutral_forms[sum % 2], neutral_fill, neutral_line};
}

// What becomes of each colour. Texts keep 4.5:1 on all they may stand on, lines and marks 3:1; in print kinds differ by
// shape alone, and what is over by a thin grey line that a photocopier still sees.
struct ColorRow {
  std::string_view light;
  std::string_view dark;
  std::string_view print;
};

constexpr std::array colors = {
    ColorRow{paper, "#12171d", "#ffffff"},         ColorRow{ink, "#f0f3f6", "#000000"},
    ColorRow{soft_ink, "#c5ccd4", "#000000"},      ColorRow{faint_ink, "#8f99a4", "#5a5a5a"},
    ColorRow{line, "#a3adb8", "#000000"},          ColorRow{faint_line, "#7c8691", "#6b6b6b"},
    ColorRow{rule, "#3a434d", "#b3b3b3"},          ColorRow{panel, "#1a2128", "#ffffff"},
    ColorRow{grid, "#252d35", "#d9d9d9"},          ColorRow{asked, "#222b35", "#ececec"},
    ColorRow{kinds[0].fill, "#12304a", "#ffffff"}, ColorRow{kinds[0].line, "#4c9ee6", "#000000"},
    ColorRow{kinds[1].fill, "#3c2a12", "#ffffff"}, ColorRow{kinds[1].line, "#df8c20", "#000000"},
    ColorRow{kinds[2].fill, "#0f352a", "#ffffff"}, ColorRow{kinds[2].line, "#81e4af", "#000000"},
    ColorRow{neutral_fill, "#2a2e33", "#ffffff"},  ColorRow{neutral_line, "#b7bdc5", "#000000"},
    ColorRow{ended_fill, "#1d2227", "#ffffff"},
};

constexpr std::string_view theme_names[] = {"light", "dark", "print"};
constexpr std::string_view ColorRow::*theme_columns[] = {&ColorRow::light, &ColorRow::dark, &ColorRow::print};

const ColorRow* row_of_color(std::string_view color) {
  const auto* row = std::find_if(colors.begin(), colors.end(),
                                 [&](const ColorRow& known) { return known.light == color.substr(0, 7); });
  return row == colors.end() ? nullptr : row;
}

class Painter {
 public:
  explicit Painter(std::string_view ColorRow::*theme) : theme_(theme) {}

  void operator()(Shape& shape) const {
    paint(shape.fill.color);
    paint(shape.fill.fade_to);
    paint(shape.stroke.color);
  }
  void operator()(Curve& curve) const { paint(curve.stroke.color); }
  void operator()(Text& text) const { paint(text.color); }

  void paint(Color& color) const {
    if (const ColorRow* const row = row_of_color(color))
      color = std::string(row->*theme_) + (color.size() > 7 ? color.substr(7) : "");
  }

 private:
  std::string_view ColorRow::*theme_;
};

// What recedes loses fill, colour and weight, and keeps form, dash and sign.
NodeLook emphasised(NodeLook look, Emphasis emphasis) {
  if (emphasis == Emphasis::strong) look.stroke.width = strong_width;
  if (emphasis != Emphasis::receding) return look;
  look.fill.color = paper;
  look.stroke.color = look.accent = faint_line;
  look.stroke.width = 1.0;
  look.text = look.detail = faint_ink;
  look.weight = Weight::regular;
  return look;
}

LineLook line_look(std::string_view word) {
  if (word == "denied") return {{faint_line, line_width, Dash::dotted}, soft_ink, "✕"};
  if (word == "uncertain") return {{line, line_width, Dash::dotted}, soft_ink, "?"};
  if (word == "no date") return {{line, 1.0, Dash::dashed}, soft_ink, "◦"};
  if (word == "planned") return {{line, line_width, Dash::dashed}, soft_ink, {}};
  if (word == "stalled") return {{line, line_width, Dash::dashed}, soft_ink, "‖"};
  if (word == "ended") return {{faint_line, 1.0, Dash::solid}, soft_ink, {}};
  return {{line, line_width, Dash::solid}, soft_ink, {}};
}

}  // namespace

std::span<const std::string_view> names() { return theme_names; }

bool is_known(const Color& color) { return row_of_color(color) != nullptr; }

Scene in_theme(Scene scene, std::string_view name) {
  const auto* const at = std::find(std::begin(theme_names), std::end(theme_names), name);
  if (at == std::end(theme_names)) return scene;
  const Painter painter(theme_columns[at - std::begin(theme_names)]);
  painter.paint(scene.background);
  for (Group& group : scene.groups)
    for (Item& item : group.items)
      for (Mark& mark : item.marks) std::visit(painter, mark);
  return scene;
}

std::string_view word_of(const Standing& standing) {
  if (standing.denied) return "denied";
  if (standing.uncertain) return "uncertain";
  if (standing.undated) return "no date";
  if (standing.planned) return "planned";
  if (standing.stalled) return "stalled";
  if (standing.ended) return "ended";
  return "";
}

NodeLook node_look(std::string_view kind, const Standing& standing, Emphasis emphasis) {
  const KindRow row = row_of_kind(kind);
  NodeLook look;
  look.form = row.form;
  look.diamond = kind == "event";
  look.fill.color = row.fill;
  look.stroke = {row.line, line_width, Dash::solid};
  look.accent = row.line;
  look.text = ink;
  look.detail = soft_ink;
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
    look.fill.color = ended_fill;
    look.text = soft_ink;
  }
  return emphasised(std::move(look), emphasis);
}

LineLook line_look(const Standing& standing, Emphasis emphasis) {
  LineLook look = line_look(word_of(standing));
  if (emphasis == Emphasis::strong) look.stroke.width = strong_width;
  if (emphasis == Emphasis::receding) {
    look.stroke.color = faint_line;
    look.stroke.width = 1.0;
    look.text = faint_ink;
  }
  return look;
}

}  // namespace throughline::theme
