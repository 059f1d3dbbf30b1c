// SPDX-License-Identifier: Apache-2.0
// Keeps SVG small where many short lines look alike: of the pieces of an interrupted line one path is made, and its
// straight runs are written as lines, which Graphviz writes as curves.
#pragma once

namespace pugi {
class xml_node;
}

namespace throughline {

// Joins paths among the children of `item` that follow each other and are drawn alike.
void join_lines(pugi::xml_node item);

}  // namespace throughline
