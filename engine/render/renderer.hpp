// SPDX-License-Identifier: Apache-2.0
// The formats a figure can be written in. A renderer is a row of the table in renderers.cpp; a file's extension picks
// one.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "view/scene.hpp"

namespace throughline {

struct Renderer {
  std::string_view name;       // as given to `--format`
  std::string_view extension;  // with its dot
  std::string_view summary;
  std::string (*write)(const Scene& scene, Diagnostics& diagnostics);  // null: written from the view, not from a scene
};

std::span<const Renderer* const> renderers();
const Renderer* find_renderer(std::string_view name);  // null when there is none

}  // namespace throughline
