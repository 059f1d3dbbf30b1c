// SPDX-License-Identifier: Apache-2.0
// Graphviz behind its door: limits, crashes, and what a diagram does without a layout.
#include "render/graphviz.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <stdexcept>

#include "support/sample_diagram.hpp"
#include "view/diagram_layout.hpp"
#include "view/diagram_scene.hpp"

namespace throughline {
namespace {

LayoutGraph triangle() {
  LayoutGraph graph;
  graph.nodes = {{80, 30, {}}, {60, 20, {}}, {40, 40, {}}};
  for (std::size_t i = 0; i < 3; ++i) {
    LayoutEdge edge;
    edge.from = i;
    edge.to = (i + 1) % 3;
    graph.edges.push_back(edge);
  }
  return graph;
}

TEST(ChildProcess, BringsBackWhatTheWorkReturned) {
  const std::string big(1'000'000, 'x');  // more than a pipe holds at once
  const ChildResult result = run_in_child([&] { return big; }, {});
  EXPECT_TRUE(result.finished);
  EXPECT_EQ(result.output, big);
}

TEST(ChildProcess, EmptyOutputIsNoFailure) {
  EXPECT_TRUE(run_in_child([] { return std::string(); }, {}).finished);
}

TEST(ChildProcess, ACrashCostsTheChildAlone) {
  const ChildResult result = run_in_child(
      []() -> std::string {
        std::raise(SIGKILL);
        return {};
      },
      {});
  EXPECT_FALSE(result.finished);
  EXPECT_FALSE(result.reason.empty());
}

TEST(ChildProcess, AnExceptionIsTheReason) {
  const ChildResult result = run_in_child([]() -> std::string { throw std::runtime_error("out of ink"); }, {});
  EXPECT_FALSE(result.finished);
  EXPECT_EQ(result.reason, "out of ink");
}

TEST(ChildProcess, EndlessWorkIsStopped) {
  const ChildLimits limits{.cpu_seconds = 1, .wall_seconds = 5, .memory_megabytes = 1024};
  const ChildResult result = run_in_child(
      []() -> std::string {
        for (volatile bool forever = true; forever;) continue;
        return {};
      },
      limits);
  EXPECT_FALSE(result.finished);
  EXPECT_NE(result.reason.find("1 s"), std::string::npos) << result.reason;
}

TEST(ChildProcess, PackingIsUndone) {
  const std::vector<std::string> texts{"", "a:b", std::string("\0\n", 2), "12:"};
  EXPECT_EQ(unpack(pack(texts)), texts);
}

TEST(LayOut, EnginesPlaceEveryNodeAndEdge) {
  for (const char* engine : {"dot", "neato", "sfdp", "circo", "twopi"}) {
    LayoutGraph graph = triangle();
    graph.engine = engine;
    Diagnostics diagnostics;
    const std::optional<Layout> layout = lay_out({&graph, 1}, diagnostics).front();
    ASSERT_TRUE(layout) << engine;
    ASSERT_EQ(layout->nodes.size(), 3U);
    EXPECT_DOUBLE_EQ(layout->nodes[0].width, 80);
    for (const auto& curve : layout->edges) EXPECT_EQ(curve.size() % 3, 1U) << engine;
  }
}

// Whatever was laid out before in the same child.
TEST(LayOut, SeveralAtOnceAreAsEachAlone) {
  std::vector<LayoutGraph> graphs;
  for (const char* engine : {"dot", "neato", "sfdp", "dot", "circo", "twopi", "neato"}) {
    graphs.push_back(triangle());
    graphs.back().engine = engine;
    graphs.back().variation = static_cast<unsigned>(graphs.size());
    if (graphs.size() % 2 == 0) continue;
    graphs.back().clusters = {{60, 18}};
    graphs.back().nodes[1].cluster = 0;
  }
  Diagnostics diagnostics;
  const auto together = lay_out(graphs, diagnostics);
  ASSERT_EQ(together.size(), graphs.size());
  for (std::size_t i = 0; i < graphs.size(); ++i)
    EXPECT_EQ(to_text(*together[i]), to_text(*lay_out({&graphs[i], 1}, diagnostics).front())) << graphs[i].engine;
}

TEST(LayOut, OneThatFailsIsReportedAndLeavesTheOthers) {
  std::vector<LayoutGraph> graphs(4, triangle());
  graphs[1].engine = "no-such-engine";
  Diagnostics diagnostics;
  const auto layouts = lay_out(graphs, diagnostics);
  EXPECT_FALSE(layouts[1]);
  for (const std::size_t other : {0, 2, 3}) EXPECT_TRUE(layouts[other]);
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_EQ(diagnostics.list()[0].code, Code::layout_stopped);
}

TEST(LayOut, ALayoutComesBackFromItsText) {
  Diagnostics diagnostics;
  const LayoutGraph graph = triangle();
  const Layout layout = *lay_out({&graph, 1}, diagnostics).front();
  EXPECT_EQ(to_text(layout_from_text(to_text(layout), graph)), to_text(layout));
}

TEST(Arrange, WithoutAnyEngineNodesStandInAGridAndTheFigureSaysSo) {
  const DiagramView view = random_diagram(3, 12);
  const TextMetrics metrics;
  const PlannedDiagram diagram = arrange(
      view, [](std::span<const LayoutGraph> asked) { return std::vector<std::optional<Layout>>(asked.size()); },
      metrics);
  EXPECT_EQ(diagram.placed.engine, "grid");
  ASSERT_EQ(diagram.placed.nodes.size(), view.nodes.size());
  const Scene scene = diagram_scene(diagram.plan, diagram.placed, metrics);
  bool said = false;
  for (const Group& group : scene.groups)
    for (const Item& item : group.items) said = said || item.name.find("stand in a grid") != std::string::npos;
  EXPECT_TRUE(said);
}

TEST(Arrange, FallsBackFromDotToSfdp) {
  const DiagramView view = sample_diagram();
  const TextMetrics metrics;
  Diagnostics diagnostics;
  const LayoutEngine no_dot = [&](std::span<const LayoutGraph> graphs) {
    std::vector<std::optional<Layout>> layouts = lay_out(graphs, diagnostics);
    for (std::size_t i = 0; i < graphs.size(); ++i)
      if (graphs[i].engine == "dot") layouts[i].reset();
    return layouts;
  };
  EXPECT_EQ(arrange(view, no_dot, metrics).placed.engine, "sfdp");
}

}  // namespace
}  // namespace throughline
