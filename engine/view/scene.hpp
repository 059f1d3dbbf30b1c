// SPDX-License-Identifier: Apache-2.0
// A scene is a figure with everything placed: shapes, curves and texts, in reading order, in named groups. It knows
// nothing of actors or dates and nothing of Graphviz. Diagram and timeline both end here; render/ turns any scene into
// SVG, PNG or PDF.
//
// Units are CSS pixels at the size the figure is meant to be read; x grows to the right, y grows downwards.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace throughline {

struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double x = 0;  // left
  double y = 0;  // top
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  Point center() const { return {x + width / 2, y + height / 2}; }
};

// "#rrggbb", or "#rrggbbaa" with alpha. Empty means none.
using Color = std::string;

enum class Dash { solid, dashed, dotted };

struct Stroke {
  Color color;
  double width = 1.5;
  Dash dash = Dash::solid;
};

// A fill fades evenly from `color` at the left to `fade_to` at the right when the latter is given; or from the top to
// the bottom.
struct Fill {
  Color color;
  Color fade_to;
  bool fades_down = false;
};

enum class ShapeForm { rectangle, rounded, ellipse, diamond, hexagon, document, plaque };

struct Shape {
  ShapeForm form = ShapeForm::rectangle;
  Box box;
  Fill fill;
  Stroke stroke;
};

enum class ArrowHead { none, triangle, hollow, dot, tee };

// Cubic Béziers end to end: 1 + 3n points. A straight line repeats its ends as control points.
struct Curve {
  std::vector<Point> points;
  Stroke stroke;
  ArrowHead head = ArrowHead::none;  // at the last point
  ArrowHead tail = ArrowHead::none;  // at the first point
};

enum class Anchor { start, middle, end };
enum class Weight { regular, bold };

// One line of text; `at` is the anchor point on the base line.
struct Text {
  Point at;
  std::string text;
  double size = 13;
  Weight weight = Weight::regular;
  Color color;
  Anchor anchor = Anchor::start;
};

using Mark = std::variant<Shape, Curve, Text>;

// What a reader would call one thing: a node with its label, a line with its label, a tick.
struct Item {
  std::string id;           // equal to the model's id where there is one; unique in the scene; empty for decoration
  std::string name;         // the human name, read out by a screen reader
  std::string description;  // shown when pointed at: dates, source, quote
  std::string link;         // a URL, or empty
  std::vector<Mark> marks;  // painted in this order
  std::string when = {};    // the date it is drawn from, as EDTF, or empty
};

struct Group {
  std::string id;    // "title", "nodes", "relations", "lane-mou", "legend", "source" …
  std::string name;  // the human name of the group
  std::vector<Item> items;
};

struct Scene {
  double width = 0;
  double height = 0;
  Color background;
  std::string title;        // the accessible name
  std::string description;  // the accessible description: what is shown, as of when, how much, and the facts as a list
  std::string language = "en";
  std::vector<Group> groups;  // in reading order, which is painting order
  double dpi = 192;           // of a picture in pixels: dots to 96 CSS pixels
};

}  // namespace throughline
