// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "render/renderer.hpp"

namespace throughline {

extern const Renderer svg_renderer, png_renderer, pdf_renderer, dot_renderer;

namespace {
constexpr std::array table = {&svg_renderer, &png_renderer, &pdf_renderer, &dot_renderer};
}

std::span<const Renderer* const> renderers() { return table; }

const Renderer* find_renderer(std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Renderer* row) { return row->name == name; });
  return found == table.end() ? nullptr : *found;
}

}  // namespace throughline
