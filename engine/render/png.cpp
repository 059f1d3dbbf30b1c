// SPDX-License-Identifier: Apache-2.0
#include "render/graphviz.hpp"
#include "render/renderer.hpp"

namespace throughline {
namespace {

constexpr double dots_per_pixel = 2;  // for screens of today and for print
constexpr double points_per_pixel = 0.75;

// Pango rounds glyph positions to whole units; painted large and scaled down, letters keep their true distances.
constexpr double fineness = 8;

std::string write(const Scene& scene, Diagnostics& diagnostics) {
  const Page page{scene.width * points_per_pixel, scene.height * points_per_pixel, fineness / points_per_pixel,
                  96 * dots_per_pixel, scene.background};
  return draw(paint(scene, fineness, DashStyle::cut), page, "png", diagnostics);
}

}  // namespace

extern const Renderer png_renderer;
constinit const Renderer png_renderer{"png", ".png", "a picture in pixels, two for each pixel of the SVG", write};

}  // namespace throughline
