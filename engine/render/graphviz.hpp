// SPDX-License-Identifier: Apache-2.0
// The only door to Graphviz: a first pass that lays out boxes and lines, a second that paints a placed scene, and DOT
// text through its own writer. The two passes run in a forked child with limits on time and memory.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/child_process.hpp"
#include "base/diagnostic.hpp"
#include "render/xdot.hpp"
#include "view/layout.hpp"

namespace throughline {

inline constexpr ChildLimits layout_limits{.cpu_seconds = 20, .wall_seconds = 60, .memory_megabytes = 4096};
inline constexpr ChildLimits paint_limits{.cpu_seconds = 60, .wall_seconds = 120, .memory_megabytes = 8192};

// A layout for each graph; nothing, and a TL603, where the engine was stopped; what Graphviz says on the way becomes
// TL602. The limits are those of each graph.
std::vector<std::optional<Layout>> lay_out(std::span<const LayoutGraph> graphs, Diagnostics& diagnostics,
                                           const ChildLimits& limits = layout_limits);

// A page of `width` by `height` points that shows the painting's coordinates divided by `scale`, at `dpi` dots an inch.
struct Page {
  double width = 0;
  double height = 0;
  double scale = 1;
  double dpi = 72;
  Color background;
};

// `format` as Graphviz names it. Throws Failure when there is no such format here or the child was stopped.
std::string draw(const Painting& painting, const Page& page, std::string_view format, Diagnostics& diagnostics);

// The same in this process, which should end after them. Throw Failure.
template <typename Result>
struct Spoken {
  Result result;
  std::string said;  // by Graphviz, on the way
};
Spoken<Layout> lay_out_here(const LayoutGraph& graph);
Spoken<std::string> draw_here(const Painting& painting, const Page& page, const std::string& format);

using DotAttributes = std::vector<std::pair<std::string, std::string>>;

struct DotNode {
  std::string id;
  std::string cluster;  // id of a DotCluster, or empty
  DotAttributes attributes;
};

struct DotEdge {
  std::string from;
  std::string to;
  DotAttributes attributes;
};

struct DotCluster {
  std::string id;
  std::string label;
};

// In the order given. Attributes with an empty value are left out.
std::string write_dot_text(std::string_view name, const std::vector<DotCluster>& clusters,
                           const std::vector<DotNode>& nodes, const std::vector<DotEdge>& edges,
                           const DotAttributes& attributes);

}  // namespace throughline
