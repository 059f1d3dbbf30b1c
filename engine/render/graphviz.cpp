// SPDX-License-Identifier: Apache-2.0
#include "render/graphviz.hpp"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <map>
#include <memory>

#include "base/failure.hpp"
#include "base/text.hpp"

namespace throughline {
namespace {

constexpr double points_per_inch = 72;  // one pixel of a scene counts as one point inside Graphviz
constexpr double cluster_padding = 14;
constexpr double cluster_label_height = 18;

struct CloseContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Context = std::unique_ptr<GVC_t, CloseContext>;
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

// cgraph takes char* where it means const char*.
char* mutable_text(const char* text) { return const_cast<char*>(text); }

void set(void* object, const char* name, const std::string& value) {
  agsafeset(object, mutable_text(name), mutable_text(value.c_str()), mutable_text(""));
}

void set_default(Agraph_t* graph, int kind, const char* name, const char* value) {
  agattr(graph, kind, mutable_text(name), mutable_text(value));
}

// cgraph's own ids are the addresses of names, and it keeps subgraphs in the order of their ids: the order of clusters would hang on where
// the heap put a string. Here ids count up in the order of creation.
struct ObjectIds {
  std::map<std::pair<int, std::string>, IDTYPE> by_name;
  std::map<IDTYPE, char*> names;  // cgraph's own copies: it looks in front of them whether a name is HTML
  IDTYPE next = 1;
  Agraph_t* graph;

  explicit ObjectIds(Agraph_t* of) : graph(of) {}

  static long map(void* state, int kind, char* name, IDTYPE* id, int creates) {
    auto& ids = *static_cast<ObjectIds*>(state);
    if (name == nullptr) return creates != 0 ? (*id = ids.next++, 1) : 0;
    const auto known = ids.by_name.find({kind, name});
    if (known == ids.by_name.end() && creates == 0) return 0;
    *id = known != ids.by_name.end() ? known->second : ids.next++;
    if (known == ids.by_name.end()) {
      ids.by_name.emplace(std::pair(kind, name), *id);
      ids.names.emplace(*id, agstrdup(ids.graph, name));
    }
    return 1;
  }
  static char* print(void* state, int, IDTYPE id) {
    auto& names = static_cast<ObjectIds*>(state)->names;
    const auto known = names.find(id);
    return known == names.end() ? nullptr : known->second;
  }
};

Graph open_graph(const char* name) {
  static Agiddisc_t ids = {[](Agraph_t* graph, Agdisc_t*) -> void* { return new ObjectIds(graph); },  // cgraph closes what it opened
                           ObjectIds::map,
                           [](void*, int, IDTYPE) -> long { return 0; },
                           [](void*, int, IDTYPE) {},
                           ObjectIds::print,
                           [](void* state) { delete static_cast<ObjectIds*>(state); },
                           [](void*, int, void*) {}};
  static Agdisc_t disciplines = {&AgMemDisc, &ids, &AgIoDisc};
  return Graph(agopen(mutable_text(name), Agdirected, &disciplines));
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

void report(const std::string& said, Diagnostics& diagnostics) {
  for (const std::string_view line : split(said, '\n'))
    if (!trim(line).empty()) diagnostics.report(Code::graphviz_said, {}, fmt::format("Graphviz: {}", trim(line)));
}

std::string inches(double pixels) { return fmt::format("{:.6f}", pixels / points_per_inch); }

const char* compass(Side side) {
  constexpr const char* points[] = {"", "w", "e", "n", "s"};
  return points[static_cast<int>(side)];
}

// ---- first pass

class LayoutPass {
 public:
  explicit LayoutPass(const LayoutGraph& request)
      : request_(request), graph_(open_graph("layout")) {
    set_attributes();
    add_clusters();
    add_nodes();
    add_ranks();
    add_edges();
  }

  Layout run() {
    const Context context(gvContext());
    const std::string engine = request_.engine;
    if (gvLayout(context.get(), graph_.get(), engine.c_str()) != 0)
      throw Failure(fmt::format("Graphviz cannot lay out with `{}`", engine));
    Layout layout = result();
    gvFreeLayout(context.get(), graph_.get());
    return layout;
  }

 private:
  void set_attributes() {
    Agraph_t* g = graph_.get();
    set(g, "rankdir", request_.left_to_right ? "LR" : "TB");
    set(g, "ranksep", inches(request_.rank_gap));
    set(g, "nodesep", inches(request_.node_gap));
    set(g, "sep", fmt::format("+{:.0f}", request_.node_gap / 2));
    set(g, "esep", "+4");
    set(g, "overlap", "prism");
    set(g, "splines", "true");
    set(g, "start", "7");
    set(g, "newrank", "true");
    set_default(g, AGNODE, "shape", "box");
    set_default(g, AGNODE, "fixedsize", "true");
    set_default(g, AGNODE, "label", "");
    set_default(g, AGEDGE, "arrowhead", "none");
  }

  void add_clusters() {
    for (std::size_t i = 0; i < request_.clusters.size(); ++i) {
      Agraph_t* cluster = agsubg(graph_.get(), mutable_text(fmt::format("cluster_{}", i).c_str()), 1);
      set(cluster, "margin", fmt::format("{:.0f}", cluster_padding));
      // A label of blanks keeps the room in which we write the real one.
      const std::string room =
          fmt::format(R"(<<table border="0" cellborder="0" cellspacing="0" cellpadding="0">)"
                      R"(<tr><td fixedsize="true" width="{:.0f}" height="{:.0f}"></td></tr></table>>)",
                      request_.clusters[i], cluster_label_height);
      char* html = agstrdup_html(cluster, mutable_text(room.substr(1, room.size() - 2).c_str()));
      agsafeset(cluster, mutable_text("label"), html, mutable_text(""));
      agstrfree(cluster, html);
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

std::string draw_here(const Painting& painting, const Page& page, const std::string& format) {
  listen();
  const Context context(gvContext());
  const Graph graph = page_graph(painting, page);
  char* bytes = nullptr;
  unsigned length = 0;
  if (gvLayout(context.get(), graph.get(), "nop2") != 0 ||
      gvRenderData(context.get(), graph.get(), format.c_str(), &bytes, &length) != 0 || bytes == nullptr)
    throw Failure(fmt::format("{}", trim(heard)));
  return pack({heard, std::string(bytes, length)});  // the process ends here: nothing is freed
}

}  // namespace

std::optional<Layout> lay_out(const LayoutGraph& graph, Diagnostics& diagnostics, const ChildLimits& limits) {
  const auto work = [&] {
    listen();
    const std::string numbers = to_text(LayoutPass(graph).run());
    return pack({heard, numbers});
  };
  const ChildResult result = run_in_child(work, limits);
  if (!result.finished) {
    diagnostics.report(Code::layout_stopped, {},
                       fmt::format("the layout `{}` was stopped: {}", graph.engine, result.reason));
    return std::nullopt;
  }
  const std::vector<std::string> parts = unpack(result.output);
  report(parts.at(0), diagnostics);
  return layout_from_text(parts.at(1), graph);
}

std::string draw(const Painting& painting, const Page& page, std::string_view format, Diagnostics& diagnostics) {
  const std::string name(format);
  const ChildResult result = run_in_child([&] { return draw_here(painting, page, name); }, paint_limits);
  if (!result.finished) throw Failure(fmt::format("Graphviz cannot draw this figure as {}: {}", name, result.reason));
  const std::vector<std::string> parts = unpack(result.output);
  report(parts.at(0), diagnostics);
  return parts.at(1);
}

std::string write_dot_text(std::string_view name, const std::vector<DotCluster>& clusters,
                           const std::vector<DotNode>& nodes, const std::vector<DotEdge>& edges,
                           const DotAttributes& attributes) {
  const Graph graph = open_graph(std::string(name).c_str());
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
  std::string text;
  Agiodisc_t io = AgIoDisc;
  io.putstr = [](void* channel, const char* piece) {
    *static_cast<std::string*>(channel) += piece;
    return 0;
  };
  io.flush = [](void*) { return 0; };
  Agiodisc_t* const usual = g->clos->disc.io;
  g->clos->disc.io = &io;
  agwrite(g, &text);
  g->clos->disc.io = usual;
  return text;
}

}  // namespace throughline
