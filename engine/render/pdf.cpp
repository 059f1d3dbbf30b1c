// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "render/graphviz.hpp"
#include "render/renderer.hpp"

namespace throughline {
namespace {

constexpr double points_per_pixel = 0.75;
constexpr double fineness = 8;  // see png.cpp

// Cairo notes the time of day. Blanks of the same length keep every offset in the file true, and the bytes the same
// each run.
void forget_date(std::string& pdf) {
  const std::string_view key = "/CreationDate (";
  const std::size_t start = pdf.rfind(key);
  if (start == std::string::npos) return;
  const std::size_t end = pdf.find(')', start);
  if (end != std::string::npos)
    std::fill(pdf.begin() + static_cast<long>(start), pdf.begin() + static_cast<long>(end) + 1, ' ');
}

std::string write(const Scene& scene, Diagnostics& diagnostics) {
  const Page page{scene.width * points_per_pixel, scene.height * points_per_pixel, fineness / points_per_pixel, 72,
                  scene.background};
  std::string pdf = draw(paint(scene, fineness, DashStyle::cut), page, "pdf", diagnostics);
  forget_date(pdf);
  return pdf;
}

}  // namespace

extern const Renderer pdf_renderer;
constinit const Renderer pdf_renderer{"pdf", ".pdf", "one page of the figure's size, text as text, fonts inside",
                                      write};

}  // namespace throughline
