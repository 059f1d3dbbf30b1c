// SPDX-License-Identifier: Apache-2.0
// Whole diagrams, placed by the real engines and measured with the real font.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "render/figure.hpp"
#include "support/sample_diagram.hpp"
#include "support/scene_faults.hpp"

namespace throughline {
namespace {

const TextMetrics& metrics() {
  static const TextMetrics shared;
  return shared;
}

Scene composed(const DiagramView& view) {
  Diagnostics diagnostics;
  return compose(view, diagnostics);
}

const Group* find_group(const Scene& scene, std::string_view id) {
  for (const Group& group : scene.groups)
    if (group.id == id) return &group;
  return nullptr;
}

struct PlacedBox {
  const Item* item;
  Box box;
};

std::vector<PlacedBox> boxes_of(const Scene& scene) {
  std::vector<PlacedBox> boxes;
  if (const Group* nodes = find_group(scene, "nodes"))
    for (const Item& item : nodes->items) boxes.push_back({&item, std::get<Shape>(item.marks.front()).box});
  return boxes;
}

// Boxes keep 8 px between them, and their texts inside.
std::vector<std::string> box_faults(const Scene& scene) {
  std::vector<std::string> faults;
  const std::vector<PlacedBox> boxes = boxes_of(scene);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      if (overlap(boxes[i].box, boxes[j].box, 8))
        faults.push_back(boxes[i].item->name + " too near " + boxes[j].item->name);
    for (const Mark& mark : boxes[i].item->marks)
      if (const Text* text = std::get_if<Text>(&mark);
          text != nullptr && !contains(boxes[i].box, bounds(metrics(), *text)))
        faults.push_back(text->text + " leaves its box");
  }
  return faults;
}

// A line touches the boxes of its two ends only.
std::vector<std::string> tunnels(const Scene& scene, const DiagramView& view) {
  std::vector<std::string> faults;
  const Group* relations = find_group(scene, "relations");
  if (relations == nullptr) return faults;
  for (const Item& item : relations->items) {
    const auto edge =
        std::find_if(view.edges.begin(), view.edges.end(), [&](const auto& e) { return e.id == item.id; });
    for (const Mark& mark : item.marks) {
      const Curve* curve = std::get_if<Curve>(&mark);
      if (curve == nullptr) continue;
      for (const PlacedBox& box : boxes_of(scene))
        if (box.item->id != edge->from && box.item->id != edge->to && touches(flatten(curve->points), box.box))
          faults.push_back(item.name + " runs through " + box.item->name);
    }
  }
  return faults;
}

std::string all_faults(const DiagramView& view) {
  const Scene scene = composed(view);
  std::string report;
  for (const auto& faults :
       {text_faults(scene, metrics()), line_faults(scene, metrics()), box_faults(scene), tunnels(scene, view)})
    for (const std::string& fault : faults) report += fault + "\n";
  return report;
}

TEST(ComposeDiagram, RandomDiagramsAreWithoutFaults) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    EXPECT_EQ(all_faults(random_diagram(seed, 14)), "");
  }
}

TEST(ComposeDiagram, FullSizedDiagramsAreWithoutFaults) {
  for (unsigned seed = 101; seed <= 106; ++seed) {
    SCOPED_TRACE(seed);
    EXPECT_EQ(all_faults(random_diagram(seed, 30)), "");
  }
}

TEST(ComposeDiagram, OtherEnginesAreWithoutFaults) {
  for (const char* engine : {"neato", "sfdp", "circo", "twopi"})
    for (unsigned seed = 1; seed <= 6; ++seed) {
      SCOPED_TRACE(std::string(engine) + std::to_string(seed));
      DiagramView view = random_diagram(seed, 10);
      view.layout = engine;
      EXPECT_EQ(all_faults(view), "");
    }
}

TEST(ComposeDiagram, OrderOfStatementsMakesNoDifference) {
  DiagramView view = random_diagram(7, 12);
  Diagnostics diagnostics;
  const std::string first = render(compose(view, diagnostics), "svg", diagnostics);
  std::reverse(view.nodes.begin(), view.nodes.end());
  std::reverse(view.edges.begin(), view.edges.end());
  std::reverse(view.groups.begin(), view.groups.end());
  EXPECT_EQ(render(compose(view, diagnostics), "svg", diagnostics), first);
}

TEST(ComposeDiagram, OneNodeNoNodeNoDate) {
  DiagramView view;
  EXPECT_EQ(all_faults(view), "");
  view.headline.title = "Nothing";
  EXPECT_EQ(all_faults(view), "");
  view.nodes.push_back(sample_node("a", "actor", "Ministry of Bridges"));
  EXPECT_EQ(all_faults(view), "");
  view.edges.push_back(sample_edge("a", "a", "reviews"));
  EXPECT_EQ(all_faults(view), "");
}

TEST(ComposeDiagram, EveryNodeAndRelationIsAnItemWithAName) {
  const DiagramView view = sample_diagram();
  const Scene scene = composed(view);
  ASSERT_NE(find_group(scene, "nodes"), nullptr);
  EXPECT_EQ(find_group(scene, "nodes")->items.size(), view.nodes.size());
  ASSERT_NE(find_group(scene, "relations"), nullptr);
  EXPECT_EQ(find_group(scene, "relations")->items.size(), view.edges.size());
  for (const Group& group : scene.groups)
    for (const Item& item : group.items) EXPECT_FALSE(item.name.empty()) << item.id;
  EXPECT_NE(scene.description.find("Ministry of Bridges hosts Bridge forum, 3 Dec 2025."), std::string::npos);
  EXPECT_NE(scene.description.find("River Charity doubts Ten bridges (uncertain)."), std::string::npos);
}

TEST(ComposeDiagram, LegendNamesWhatIsDrawnAndNothingElse) {
  const Scene scene = composed(sample_diagram());
  std::set<std::string> labels;
  for (const Item& item : find_group(scene, "legend")->items) labels.insert(item.name);
  const std::set<std::string> expected{
      "actor", "event", "initiative", "planned", "relation, read along the arrow", "uncertain relation"};
  EXPECT_EQ(labels, expected);
}

TEST(ComposeDiagram, SameWordsFromOneSourceAreWrittenOnce) {
  DiagramView view;
  view.nodes.push_back(sample_node("plan", "event", "The plan"));
  for (const char* id : {"a", "b", "c"}) {
    view.nodes.push_back(sample_node(id, "initiative", id));
    view.edges.push_back(sample_edge("plan", id, "announces"));
  }
  int times = 0;
  const Scene scene = composed(view);
  for (const PlacedText& text : texts_of(scene, metrics())) times += text.text->text == "announces" ? 1 : 0;
  EXPECT_EQ(times, 1);
}

TEST(ComposeDiagram, FitsThePage) {
  const Scene scene = composed(random_diagram(103, 30));
  EXPECT_GT(scene.width, 500);
  EXPECT_EQ(composed(sample_diagram()).width <= 1100, true);
}

TEST(ComposeDiagram, IdsOfTheFrameAreKept) {
  DiagramView view = sample_diagram();
  view.nodes.push_back(sample_node("title", "actor", "An actor called title"));
  std::multiset<std::string> ids;
  const Scene scene = composed(view);
  for (const Group& group : scene.groups)
    for (const Item& item : group.items)
      if (!item.id.empty()) ids.insert(item.id);
  EXPECT_EQ(ids.count("title"), 1U);
  EXPECT_EQ(ids.count("title_"), 1U);
}

}  // namespace
}  // namespace throughline
