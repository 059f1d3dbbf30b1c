// SPDX-License-Identifier: Apache-2.0
// How things look, for every figure: one place for colours, shapes, sizes and fonts, so that diagram, timeline and
// legend agree. Kinds differ by shape and colour, standings by dash, weight and sign: no meaning hangs on colour alone.
//
//   const NodeLook look = theme::node_look("actor", {.planned = true});   // a rounded box, blue, dashed
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "view/diagram_view.hpp"
#include "view/scene.hpp"

namespace throughline {

struct NodeLook {
  ShapeForm form = ShapeForm::rectangle;  // of the box in a diagram, or the bar in a timeline
  bool diamond = false;                   // an event: its box carries a small diamond, which is its mark in a timeline
  Fill fill;
  Stroke stroke;
  Color accent;                  // the kind's colour at full strength: marks, small signs
  Color text;                    // of the name
  Color detail;                  // of the smaller lines below it
  Weight weight = Weight::bold;  // of the name, where names are bold
  std::string sign;              // "?", "✕", "‖", "◦" set beside the name, or empty
};

struct LineLook {
  Stroke stroke;
  Color text;        // of the label
  std::string sign;  // set before the label: "?", "✕", "◦", or empty
};

namespace theme {

inline constexpr std::string_view font_family = "Noto Sans CJK KR";
// For browsers, best first.
inline constexpr std::string_view font_stack =
    "Noto Sans CJK KR, Noto Sans KR, Apple SD Gothic Neo, Malgun Gothic, sans-serif";

inline constexpr double title_size = 20;
inline constexpr double subtitle_size = 14;
inline constexpr double heading_size = 13;  // of groups and lanes, bold
inline constexpr double name_size = 13;     // of nodes, bold
inline constexpr double body_size = 13;
inline constexpr double small_size = 12;  // details, labels of lines, notes: the smallest there is

inline constexpr double margin = 24;  // around every figure
inline constexpr double line_width = 1.4;
inline constexpr double strong_width = 2.8;  // of what is highlighted
inline constexpr double arrow_length = 8;

inline constexpr const char* paper = "#ffffff";
inline constexpr const char* ink = "#16202b";         // titles and names
inline constexpr const char* soft_ink = "#414b56";    // labels, details, sources
inline constexpr const char* line = "#5b6470";        // relations
inline constexpr const char* faint_ink = "#646c77";   // texts of what recedes; still 4.5:1 on paper
inline constexpr const char* faint_line = "#848c96";  // what is over; still 3:1 on paper
inline constexpr const char* rule = "#c9cdd2";        // decoration only: grid, dividers
inline constexpr const char* panel = "#f3f4f2";       // behind groups
inline constexpr const char* grid = "#e3e5e8";        // decoration only: lines through a timeline
inline constexpr const char* asked = "#eef0f4";       // the stretch of time that was asked about

NodeLook node_look(std::string_view kind, const Standing& standing, Emphasis emphasis = Emphasis::plain);
LineLook line_look(const Standing& standing, Emphasis emphasis = Emphasis::plain);

// The one standing that decides the look when several hold: denied, uncertain, no date, planned, stalled, ended, in
// this order.
// "" when none holds. These are also the words of the legend.
std::string_view word_of(const Standing& standing);

// "light", in whose colours all figures are composed, "dark", and "print": black and white, for a photocopier.
std::span<const std::string_view> names();

// The same scene, nothing moved, in another theme. A colour with alpha ("#rrggbbaa") keeps it; one that is none of the
// theme's stays.
Scene in_theme(Scene scene, std::string_view name);

// Is it one of those that figures are composed in, and so one that every theme knows?
bool is_known(const Color& color);

}  // namespace theme
}  // namespace throughline
