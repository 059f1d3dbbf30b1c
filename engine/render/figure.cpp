// SPDX-License-Identifier: Apache-2.0
#include "render/figure.hpp"

#include <fmt/format.h>

#include "base/failure.hpp"
#include "render/renderer.hpp"

namespace throughline {

std::string render(const Scene& scene, std::string_view format, Diagnostics& diagnostics) {
  const Renderer* renderer = find_renderer(format);
  if (renderer == nullptr || renderer->write == nullptr) throw Failure(fmt::format("no renderer `{}`", format));
  return renderer->write(scene, diagnostics);
}

}  // namespace throughline
