// SPDX-License-Identifier: Apache-2.0
// What surrounds every figure: title and subtitle above, legend, notes, sources and stamp below. Diagram and timeline
// place their content with its origin at 0,0; `framed` moves it into place and gives the finished scene.
//
//   return framed(view.headline, view.sheet, {width, height, std::move(groups)}, legend, description, metrics);
#pragma once

#include <span>
#include <string>
#include <vector>

#include "view/headline.hpp"
#include "view/scene.hpp"
#include "view/sheet.hpp"
#include "view/text_metrics.hpp"

namespace throughline {

// What is drawn, and what it means. The sample's marks lie in a box from 0,0 to `width`, `height`.
struct LegendEntry {
  std::string label;
  double width = 0;
  double height = 0;
  std::vector<Mark> sample;
};

struct Content {
  double width = 0;
  double height = 0;
  std::vector<Group> groups;
};

// The figure is as wide as the content, but never so narrow that a title breaks badly. `description` is the accessible
// description; ids of items that the frame needs itself ("title", "legend" …) are changed in the content.
Scene framed(const Headline& headline, const Sheet& sheet, Content content, std::span<const LegendEntry> legend,
             std::string description, const TextMetrics& metrics);

// What the margins of a sheet leave to the drawing.
double inner_width(const Sheet& sheet);

// Every coordinate of the mark moved.
Mark moved(Mark mark, double dx, double dy);

}  // namespace throughline
