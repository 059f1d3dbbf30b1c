// SPDX-License-Identifier: Apache-2.0
#include "render/graphviz.hpp"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>

#include "base/failure.hpp"
#include "base/text.hpp"

namespace throughline {
namespace {

constexpr double points_per_inch = 72;  // one pixel of a scene counts as one point inside Graphviz
constexpr double cluster_padding = 14;

// Names numbered in the order they come. cgraph's own numbers are addresses, and it writes and lays out subgraphs in
// their order: two runs would differ. Even numbers belong to names, odd ones to what has none.
struct Numbers {
  Agraph_t* graph;
  std::map<std::string, IDTYPE, std::less<>> numbers;
  std::vector<char*> names;  // kept by cgraph, which looks at the bytes before them
  IDTYPE nameless = 1;

  static void* open(Agraph_t* graph, Agdisc_t*) { return new Numbers{graph, {}, {}}; }
  static void close(void* state) { delete static_cast<Numbers*>(state); }
  static char* print(void* state, int, IDTYPE id) {
    return id % 2 == 0 ? static_cast<Numbers*>(state)->names[id / 2] : nullptr;
  }
  static long map(void* state, int, char* name, IDTYPE* id, int create) {
    Numbers& all = *static_cast<Numbers*>(state);
    if (name == nullptr) return *id = all.nameless += 2, create;
    const auto known = all.numbers.find(name);
    if (known != all.numbers.end()) return *id = known->second, 1;
    if (create == 0) return 0;
    *id = all.numbers[name] = 2 * all.names.size();
    all.names.push_back(agstrdup(all.graph, name));
    return 1;
  }
};

template <auto close>
struct Close {
  void operator()(auto* thing) const { close(thing); }
};
using Graph = std::unique_ptr<Agraph_t, Close<agclose>>;

// cgraph takes char* where it means const char*.
char* mutable_text(const char* text) { return const_cast<char*>(text); }

Graph open_graph(std::string_view name) {
  static Agiddisc_t numbers{Numbers::open,
                            Numbers::map,
                            [](void*, int, IDTYPE) { return 0L; },
                            [](void*, int, IDTYPE) {},
                            Numbers::print,
                            Numbers::close,
                            [](void*, int, void*) {}};
  static Agdisc_t discipline{&AgMemDisc, &numbers, &AgIoDisc};
  return Graph(agopen(mutable_text(std::string(name).c_str()), Agdirected, &discipline));
}

void set(void* object, const char* name, const std::string& value) {
  agsafeset(object, mutable_text(name), mutable_text(value.c_str()), mutable_text(""));
}

void set_default(Agraph_t* graph, int kind, const char* name, const char* value) {
  agattr(graph, kind, mutable_text(name), mutable_text(value));
}

// agseterrf takes a bare function, so what it hears has to lie in a global; only a child ever writes it.
std::string heard;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
int hear(char* text) {
  heard += text;
  return 0;
}

void listen() {
  heard.clear();
  agseterr(AGWARN);
  agseterrf(hear);
}

// Reads a file of plugins and opens those it needs: once for all layouts of a child, which ends with it.
GVC_t* open_context() {
  static GVC_t* const context = gvContext();
  return context;
}

std::string inches(double pixels) { return fmt::format("{:.6f}", pixels / points_per_inch); }

const char* compass(Side side) {
  constexpr const char* points[] = {"", "w", "e", "n", "s"};
  return points[static_cast<int>(side)];
}

// ---- first pass

class LayoutPass {
 public:
  explicit LayoutPass(const LayoutGraph& request) : request_(request), graph_(open_graph("layout")) {
    set_attributes();
    add_clusters();
    add_nodes();
    add_ranks();
    add_edges();
  }

  Layout run() {
    GVC_t* const context = open_context();
    const std::string engine = request_.engine;
    if (gvLayout(context, graph_.get(), engine.c_str()) != 0)
      throw Failure(fmt::format("Graphviz cannot lay out with `{}`", engine));
    Layout layout = result();
    gvFreeLayout(context, graph_.get());
    return layout;
  }

 private:
  void set_attributes() {
    Agraph_t* g = graph_.get();
    set(g, "rankdir", request_.left_to_right ? "LR" : "TB");
    set(g, "ranksep", inches(request_.rank_gap));
    set(g, "nodesep", inches(request_.node_gap));
    set(g, "sep", fmt::format("+{:.0f}", request_.node_gap / 2));
    set(g, "splines", request_.straight_lines ? "line" : "true");
    set(g, "esep", fmt::format("+{}", request_.clearance));
    const char* overlap = request_.places.empty() ? "prism" : "true";
    for (const auto& [name, value] : {std::pair{"overlap", overlap}, {"start", "7"}, {"newrank", "true"}})
      set(g, name, value);
    for (const auto& [name, value] : {std::pair{"shape", "box"}, {"fixedsize", "true"}, {"label", ""}})
      set_default(g, AGNODE, name, value);
    set_default(g, AGEDGE, "arrowhead", "none");
  }

  void add_clusters() {
    for (std::size_t i = 0; i < request_.clusters.size(); ++i) {
      Agraph_t* cluster = agsubg(graph_.get(), mutable_text(fmt::format("cluster_{}", i).c_str()), 1);
      set(cluster, "margin", fmt::format("{:.0f}", cluster_padding));
      // An empty table keeps the room in which we write the real label.
      const std::string room =
          fmt::format(R"(<table border="0"><tr><td fixedsize="true" width="{:.0f}" height="{:.0f}"></td></tr></table>)",
                      request_.clusters[i].width, request_.clusters[i].height);
      set(cluster, "label", agstrdup_html(cluster, mutable_text(room.c_str())));
      clusters_.push_back(cluster);
    }
  }

  void add_nodes() {
    nodes_.resize(request_.nodes.size());
    for (const std::size_t i : varied_order(request_.nodes.size(), request_.variation)) {
      const LayoutNode& wanted = request_.nodes[i];
      Agnode_t* node = agnode(graph_.get(), mutable_text(fmt::format("n{}", i).c_str()), 1);
      set(node, "width", inches(wanted.width));
      set(node, "height", inches(wanted.height));
      if (!request_.places.empty())
        set(node, "pos", fmt::format("{:.3f},{:.3f}", request_.places[i].x, -request_.places[i].y));
      if (wanted.cluster) agsubnode(clusters_[*wanted.cluster], node, 1);
      nodes_[i] = node;
    }
  }

  void add_ranks() {
    for (std::size_t i = 0; i < request_.ranks.size(); ++i) {
      Agraph_t* rank = agsubg(graph_.get(), mutable_text(fmt::format("rank_{}", i).c_str()), 1);
      set(rank, "rank", "same");
      for (const std::size_t node : request_.ranks[i]) agsubnode(rank, nodes_[node], 1);
    }
  }

  void add_edges() {
    edges_.resize(request_.edges.size());
    for (const std::size_t i : varied_order(request_.edges.size(), request_.variation)) {
      const LayoutEdge& wanted = request_.edges[i];
      Agedge_t* edge =
          agedge(graph_.get(), nodes_[wanted.from], nodes_[wanted.to], mutable_text(fmt::format("e{}", i).c_str()), 1);
      if (wanted.from_side != Side::any) set(edge, "tailport", compass(wanted.from_side));
      if (wanted.to_side != Side::any) set(edge, "headport", compass(wanted.to_side));
      set(edge, "weight", fmt::format("{}", wanted.weight));
      set(edge, "constraint", wanted.ranked ? "true" : "false");
      edges_[i] = edge;
    }
  }

  Point place(pointf p) const { return {p.x - frame_.LL.x, frame_.UR.y - p.y}; }
  Box place(boxf b) const {
    const Point corner = place(pointf{b.LL.x, b.UR.y});
    return {corner.x, corner.y, b.UR.x - b.LL.x, b.UR.y - b.LL.y};
  }

  Layout result() {
    frame_ = GD_bb(graph_.get());
    Layout layout;
    layout.width = frame_.UR.x - frame_.LL.x;
    layout.height = frame_.UR.y - frame_.LL.y;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Point center = place(ND_coord(nodes_[i]));
      const LayoutNode& wanted = request_.nodes[i];
      layout.nodes.push_back({center.x - wanted.width / 2, center.y - wanted.height / 2, wanted.width, wanted.height});
    }
    for (Agedge_t* edge : edges_) layout.edges.push_back(curve_of(edge));
    for (Agraph_t* cluster : clusters_) {
      const bool is_boxed = request_.engine == "dot";  // the others leave something there that is no box
      layout.clusters.push_back(is_boxed ? std::optional(place(GD_bb(cluster))) : std::nullopt);
    }
    return layout;
  }

  std::vector<Point> curve_of(Agedge_t* edge) const {
    std::vector<Point> points;
    const splines* route = ED_spl(edge);
    if (route == nullptr || route->size == 0) return points;
    const bezier& piece = route->list[0];
    for (int i = 0; i < piece.size; ++i) points.push_back(place(piece.list[i]));
    return points;
  }

  const LayoutGraph& request_;
  Graph graph_;
  std::vector<Agraph_t*> clusters_;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
  boxf frame_{};
};

// ---- second pass

// The page holds nothing but a background drawing; two invisible nodes give it its extent.
Graph page_graph(const Painting& painting, const Page& page) {
  Graph graph = open_graph("figure");
  Agraph_t* g = graph.get();
  set(g, "_background", painting.xdot);
  set(g, "pad", "0");
  set(g, "margin", "0");
  set(g, "dpi", fmt::format("{}", page.dpi));
  set(g, "bgcolor", page.background.empty() ? "transparent" : page.background);
  set(g, "viewport", fmt::format("{},{},{}", page.width, page.height, 1 / page.scale));
  for (const auto& [name, value] :
       {std::pair{"shape", "none"}, {"style", "invis"}, {"label", ""}, {"width", "0"}, {"height", "0"}})
    set_default(g, AGNODE, name, value);
  set(agnode(g, mutable_text("a"), 1), "pos", "0,0");
  set(agnode(g, mutable_text("b"), 1), "pos", fmt::format("{},{}", page.width * page.scale, -page.height * page.scale));
  return graph;
}

}  // namespace

Spoken<Layout> lay_out_here(const LayoutGraph& graph) {
  listen();
  Layout layout = LayoutPass(graph).run();
  return {std::move(layout), heard};
}

Spoken<std::string> draw_here(const Painting& painting, const Page& page, const std::string& format) {
  listen();
  GVC_t* const context = open_context();
  const Graph graph = page_graph(painting, page);
  char* bytes = nullptr;
  unsigned length = 0;
  if (gvLayout(context, graph.get(), "nop2") != 0 ||
      gvRenderData(context, graph.get(), format.c_str(), &bytes, &length) != 0 || bytes == nullptr)
    throw Failure(fmt::format("{}", trim(heard)));
  return {std::string(bytes, length), heard};  // the process ends here: nothing is freed
}

std::string write_dot_text(std::string_view name, const std::vector<DotCluster>& clusters,
                           const std::vector<DotNode>& nodes, const std::vector<DotEdge>& edges,
                           const DotAttributes& attributes) {
  const Graph graph = open_graph(name);
  Agraph_t* g = graph.get();
  const auto set_all = [](void* object, const DotAttributes& all) {
    for (const auto& [key, value] : all)
      if (!value.empty()) set(object, key.c_str(), value);
  };
  set_all(g, attributes);
  std::map<std::string, Agraph_t*> inside{{"", g}};
  for (const DotCluster& cluster : clusters) {
    Agraph_t* sub = agsubg(g, mutable_text(("cluster_" + cluster.id).c_str()), 1);
    set(sub, "label", cluster.label);
    inside[cluster.id] = sub;
  }
  for (const DotNode& node : nodes)
    set_all(agnode(inside.at(node.cluster), mutable_text(node.id.c_str()), 1), node.attributes);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    Agnode_t* from = agnode(g, mutable_text(edges[i].from.c_str()), 1);
    Agnode_t* to = agnode(g, mutable_text(edges[i].to.c_str()), 1);
    set_all(agedge(g, from, to, mutable_text(std::to_string(i).c_str()), 1), edges[i].attributes);
  }
  char* bytes = nullptr;
  std::size_t length = 0;
  FILE* const memory = open_memstream(&bytes, &length);
  agwrite(g, memory);
  fclose(memory);
  const std::unique_ptr<char, Close<std::free>> owner(bytes);
  return {bytes, length};
}

}  // namespace throughline
