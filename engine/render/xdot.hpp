// SPDX-License-Identifier: Apache-2.0
// A scene in xdot, Graphviz's drawing language: Graphviz then paints exactly what was placed, in the order it was
// placed, whatever the output format. Texts are given with their length, so nothing in them is expanded or needs
// escaping.
#pragma once

#include <string>
#include <vector>

#include "view/scene.hpp"

namespace throughline {

enum class DashStyle { native, cut };  // left to the output format, or cut into separate strokes here

// One element that Graphviz will draw, and the mark it belongs to.
struct Stamp {
  const Item* item = nullptr;
  const Mark* mark = nullptr;
};

struct Painting {
  std::string xdot;
  std::vector<Stamp> stamps;  // in painting order; the items belong to the scene
};

// Coordinates are the scene's times `scale`, y turned round as Graphviz wants it.
Painting paint(const Scene& scene, double scale, DashStyle dashes);

// The lengths of stroke and gap in pixels; no lengths for a solid line.
std::vector<double> dash_lengths(Dash dash);

}  // namespace throughline
