// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/failure.hpp"
#include "render/graphviz.hpp"
#include "render/renderer.hpp"
#include "view/sheet.hpp"

namespace throughline {
namespace {

constexpr double points_per_pixel = 0.75;
constexpr double pixels_per_inch = 96;

// Pango rounds glyph positions to whole units; painted large and scaled down, letters keep their true distances.
constexpr double fineness = 8;

constexpr double most_dots = 32767;  // a side that Cairo draws

void refuse_too_large(const Scene& scene) {
  const double longest = std::max(scene.width, scene.height);
  const double dots = scene.dpi / pixels_per_inch;
  const double finest = std::floor(most_dots * pixels_per_inch / longest);
  if (longest * dots <= most_dots) return;
  throw Failure(fmt::format("a picture of {:.0f} by {:.0f} dots is more than {:.0f} a side; {}SVG and PDF have no dots",
                            scene.width * dots, scene.height * dots, most_dots,
                            finest >= coarsest_dpi ? fmt::format("--dpi {:.0f} fits, and ", finest) : ""));
}

std::string write(const Scene& scene, Diagnostics& diagnostics) {
  refuse_too_large(scene);
  const Page page{scene.width * points_per_pixel, scene.height * points_per_pixel, fineness / points_per_pixel,
                  scene.dpi, scene.background};
  return draw(paint(scene, fineness, DashStyle::cut), page, "png", diagnostics);
}

}  // namespace

extern const Renderer png_renderer;
constinit const Renderer png_renderer{"png", ".png",
                                      "a picture in pixels, two for each pixel of the SVG, or as --dpi says", write};

}  // namespace throughline
