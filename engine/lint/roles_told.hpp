// SPDX-License-Identifier: Apache-2.0
// The part of the roles that ids and classes tell, and the part that geometry does. Used by roles.cpp alone.
#pragma once

#include "lint/roles.hpp"

namespace throughline::lint {

// From the end of a line to the node it belongs to: an arrow head lies between.
inline constexpr double head_reach = 12;

// Groups whose id or class says node, edge, legend …; the shapes and texts within them.
void take_told(const Figure& figure, Roles& roles);

// What has no role yet: boxes with a text in them are nodes, lines that end at nodes are edges.
void guess_rest(const Figure& figure, Roles& roles);

}  // namespace throughline::lint
