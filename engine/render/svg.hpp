// SPDX-License-Identifier: Apache-2.0
// Graphviz's SVG given the scene's structure: groups and items with human names, a title and a description, languages,
// links; and freed of what differs between machines or says nothing.
#pragma once

#include <string>

#include "render/xdot.hpp"
#include "view/scene.hpp"

namespace throughline {

// `drawn` is what Graphviz made of `painting`. Throws Failure when the two don't match, element for element.
std::string structured_svg(const Scene& scene, const Painting& painting, const std::string& drawn);

}  // namespace throughline
