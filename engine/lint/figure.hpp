// SPDX-License-Identifier: Apache-2.0
// A figure as a reader meets it: flat lists of shapes and texts in painting order, placed on the page in CSS pixels at
// the size the file declares, each with the element it came from. svg_reader.hpp makes one; the rules measure it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/location.hpp"
#include "lint/color.hpp"
#include "lint/svg_path.hpp"
#include "view/scene.hpp"

namespace throughline::lint {

inline constexpr std::uint32_t no_element = UINT32_MAX;

struct Paint {
  enum class Sort { none, color, gradient, unknown };
  Sort sort = Sort::none;
  std::vector<Rgba> colors;  // of a gradient, its stops

  // Whether something of it can be seen.
  bool is_visible() const;
  bool operator==(const Paint&) const = default;
};

struct Element {
  std::string tag;
  std::string id;
  std::string classes;
  std::string role;
  std::string label;        // aria-label
  std::string title;        // of its own <title>
  std::string description;  // of its own <desc>
  std::string labelled_by;
  std::string described_by;
  std::string when;        // data-when: the date that it is drawn from, as EDTF
  std::string language;    // its own, not that of what it stands in
  bool is_hidden = false;  // aria-hidden, or a role that says decoration
  std::uint32_t parent = no_element;
  std::uint32_t end = 0;  // behind the last element within it
  Location where;

  const std::string& name() const { return label.empty() ? title : label; }
};

struct Shape {
  std::uint32_t element = 0;
  std::size_t order = 0;  // in which it is painted, texts counted too
  std::vector<Subpath> lines;
  Box box;
  Paint fill;
  Paint stroke;
  double stroke_width = 1;
  std::vector<double> dashes;
  bool has_marker = false;  // an arrow head, most likely
  bool is_image = false;

  bool is_closed() const { return lines.size() == 1 && lines[0].is_closed; }
};

// Text on one line.
struct Text {
  std::uint32_t element = 0;  // <text>
  std::size_t order = 0;
  std::string text;
  std::vector<Polyline> quads;  // what it covers: one, or one a letter where it follows a path
  Box box;
  double size = 0;
  Weight weight = Weight::regular;
  std::vector<std::string> families;  // as asked for, best first
  Paint fill;
  std::string language;  // of its Korean part, where it has one
  std::optional<Box> clip;
  bool follows_path = false;
};

struct Figure {
  std::string name;  // of the file
  std::size_t bytes = 0;
  double width = 0;
  double height = 0;
  bool has_size = true;           // else the size is that of what is drawn
  std::vector<Element> elements;  // in document order; the first is the root
  std::vector<Shape> shapes;
  std::vector<Text> texts;
  std::vector<std::uint32_t> foreign;   // foreignObject: its text can't be measured
  std::vector<std::string> unmeasured;  // what else, in words

  bool is_within(std::uint32_t element, std::uint32_t above) const {
    return element >= above && element < elements[above].end;
  }
};

}  // namespace throughline::lint
