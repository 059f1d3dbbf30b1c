// SPDX-License-Identifier: Apache-2.0
// What is named stands out, what it is joined to stays as it is, the rest recedes; and nothing moves for it.
#include "view/highlight.hpp"

#include <gtest/gtest.h>

#include "formats/load.hpp"
#include "render/figure.hpp"
#include "support/memory_files.hpp"
#include "view/build_view.hpp"

namespace throughline {
namespace {

const Graph& tiny() {
  static const Model model = [] {
    Diagnostics diagnostics;
    const std::string paths[] = {"fixtures/tiny"};
    return load(paths, RepositoryFiles(), {}, diagnostics);
  }();
  static const Graph graph(model);
  return graph;
}

DiagramView drawn(std::initializer_list<std::string_view> words) {
  Scope scope;
  Diagnostics diagnostics;
  for (const std::string_view word : words) add_highlight(tiny().model(), word, scope.highlight, diagnostics);
  EXPECT_TRUE(diagnostics.list().empty());
  return build_diagram(tiny(), scope, select(tiny(), scope), "drawn by a test");
}

std::string emphasis_of(const DiagramView& view) {
  std::string text;
  for (const DiagramNode& node : view.nodes) text += node.id + emphasis_words(node.emphasis) + "\n";
  for (const DiagramEdge& edge : view.edges)
    if (edge.emphasis != Emphasis::receding) text += edge.id + emphasis_words(edge.emphasis) + "\n";
  return text;
}

TEST(Highlight, a_node_stands_out_with_its_relations_and_their_other_ends_stay) {
  EXPECT_EQ(emphasis_of(drawn({"ben"})),
            "ada [receding]\nben [strong]\nbridge-plan [receding]\nferry-programme [receding]\n"
            "river-forum [receding]\nunion\nworks [receding]\n"
            "ben--member_of--union\n");
}

TEST(Highlight, a_relation_between_two_named_nodes_stands_out) {
  const std::string text = emphasis_of(drawn({"ben", "Harbour Union"}));
  EXPECT_NE(text.find("ben--member_of--union [strong]\n"), std::string::npos) << text;
  EXPECT_NE(text.find("union--opposes--bridge-plan\n"), std::string::npos) << text;
}

TEST(Highlight, a_relation_type_stands_out_and_its_ends_stay) {
  const std::string text = emphasis_of(drawn({"heads"}));
  EXPECT_NE(text.find("ada--heads--works [strong]\n"), std::string::npos) << text;
  EXPECT_NE(text.find("ada\n"), std::string::npos) << text;
  EXPECT_NE(text.find("works\n"), std::string::npos) << text;
  EXPECT_NE(text.find("union [receding]\n"), std::string::npos) << text;
}

TEST(Highlight, one_relation_is_named_as_figures_name_it) {
  const std::string text = emphasis_of(drawn({"union--opposes--bridge-plan"}));
  EXPECT_NE(text.find("union--opposes--bridge-plan [strong]\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("union--signs"), std::string::npos) << text;
}

TEST(Highlight, of_nothing_leaves_all_as_it_is) {
  const DiagramView view = drawn({});
  for (const DiagramNode& node : view.nodes) EXPECT_EQ(node.emphasis, Emphasis::plain) << node.id;
  for (const DiagramEdge& edge : view.edges) EXPECT_EQ(edge.emphasis, Emphasis::plain) << edge.id;
}

std::vector<Box> boxes_of(const DiagramView& view) {
  Diagnostics diagnostics;
  std::vector<Box> boxes;
  for (const Group& group : compose(view, diagnostics).groups)
    for (const Item& item : group.items)
      if (group.id == "nodes") boxes.push_back(std::get<Shape>(item.marks.front()).box);
  return boxes;
}

TEST(Highlight, moves_no_box) {
  const std::vector<Box> before = boxes_of(drawn({}));
  const std::vector<Box> after = boxes_of(drawn({"announces", "ben"}));
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(after[i].x, before[i].x);
    EXPECT_EQ(after[i].y, before[i].y);
    EXPECT_EQ(after[i].width, before[i].width);
  }
}

}  // namespace
}  // namespace throughline
