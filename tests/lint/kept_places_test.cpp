// SPDX-License-Identifier: Apache-2.0
// A diagram drawn again after its graph has grown keeps its places, and breaks no rule for it. To try more, and to see
// how far nodes move with and without: THROUGHLINE_DIAGRAMS=40 build/dev/tests/lint_test --gtest_filter='KeptPlaces*'
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>

#include "lint/linted.hpp"
#include "lint/places.hpp"
#include "render/figure.hpp"
#include "support/sample_diagram.hpp"

namespace throughline::lint {
namespace {

std::string drawn(const DiagramView& view, const EarlierPlaces* earlier = nullptr) {
  Diagnostics diagnostics;
  return render(earlier != nullptr ? compose(view, *earlier, diagnostics) : compose(view, diagnostics), "svg",
                diagnostics);
}

EarlierPlaces places_in(const std::string& svg) {
  Inputs inputs;
  Diagnostics diagnostics;
  const auto input = add_figure(inputs, "out/last.svg", svg, diagnostics);
  const auto places = input ? read_places(inputs, *input, diagnostics) : std::nullopt;
  return places.value_or(EarlierPlaces{});
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Of the nodes that both have, after the best translation.
double median_move(const EarlierPlaces& before, const EarlierPlaces& after) {
  std::vector<double> along;
  std::vector<double> down;
  for (const auto& [id, box] : before.nodes)
    if (const auto found = after.nodes.find(id); found != after.nodes.end()) {
      along.push_back(found->second.center().x - box.center().x);
      down.push_back(found->second.center().y - box.center().y);
    }
  const Point by{median(along), median(down)};
  std::vector<double> moves;
  for (std::size_t i = 0; i < along.size(); ++i) moves.push_back(std::hypot(along[i] - by.x, down[i] - by.y));
  return median(moves);
}

std::string broken_promises(const std::string& svg) {
  const auto report = linted(svg);
  if (!report) return "no figure";
  return faults_of(*report, [](const RuleRow& row) {
    return (row.rule->id == "V1" || row.rule->id == "V2" || row.rule->id == "V6") && row.verdict == Verdict::fail;
  });
}

unsigned diagrams_to_try() {
  const char* asked = std::getenv("THROUGHLINE_DIAGRAMS");
  const unsigned long count = asked == nullptr ? 0 : std::strtoul(asked, nullptr, 10);
  return count == 0 ? 5 : static_cast<unsigned>(count);
}

DiagramView some_diagram(unsigned seed) {
  DiagramView view = random_diagram(5000 + seed, 24);
  view.groups.clear();
  for (DiagramNode& node : view.nodes) node.group.clear();
  view.sheet.width = seed % 3 == 0 ? 680 : 1100;
  return view;
}

DiagramView with_one_claim(DiagramView view, unsigned seed) {
  const std::size_t count = view.nodes.size();
  view.edges.push_back(sample_edge(view.nodes[seed % count].id, view.nodes[(seed * 7 + 1) % count].id, "doubts"));
  return view;
}

DiagramView with_one_node(DiagramView view, unsigned seed) {
  view.nodes.push_back(sample_node("new", seed % 2 == 0 ? "actor" : "initiative", "A new thing of these days"));
  view.edges.push_back(sample_edge("new", view.nodes[seed % (view.nodes.size() - 1)].id, "concerns"));
  return view;
}

struct Moves {
  std::vector<double> kept;
  std::vector<double> otherwise;
  std::size_t unmoved = 0;
};

void compare(const DiagramView& before, const DiagramView& after, const std::string& what, Moves& moves) {
  const EarlierPlaces earlier = places_in(drawn(before));
  ASSERT_EQ(earlier.nodes.size(), before.nodes.size()) << what;
  const std::string svg = drawn(after, &earlier);
  EXPECT_EQ(broken_promises(svg), "") << what;
  EXPECT_EQ(svg, drawn(after, &earlier)) << what;
  moves.kept.push_back(median_move(earlier, places_in(svg)));
  moves.otherwise.push_back(median_move(earlier, places_in(drawn(after))));
  if (svg.find("stand elsewhere than in last.svg") != std::string::npos) return;
  ++moves.unmoved;
  EXPECT_LT(moves.kept.back(), 0.1) << what << ": moved, and does not say so";
}

void expect_small(const Moves& moves, const std::string& what) {
  const auto far = [](double move) { return move > 1; };
  std::cout << what << ": median move " << median(moves.kept) << " px, of " << moves.kept.size() << " figures "
            << std::count_if(moves.kept.begin(), moves.kept.end(), far) << " by more than 1 px, " << moves.unmoved
            << " keep all; without --keep " << median(moves.otherwise) << " px, "
            << std::count_if(moves.otherwise.begin(), moves.otherwise.end(), far) << " by more than 1 px\n";
  EXPECT_LT(median(moves.kept), 0.1);
}

TEST(KeptPlaces, the_same_diagram_stands_as_it_stood) {
  Moves moves;
  for (unsigned seed = 1; seed <= diagrams_to_try(); ++seed)
    compare(some_diagram(seed), some_diagram(seed), "seed " + std::to_string(seed), moves);
  expect_small(moves, "nothing new");
}

TEST(KeptPlaces, one_more_claim_moves_little) {
  Moves moves;
  for (unsigned seed = 1; seed <= diagrams_to_try(); ++seed)
    compare(some_diagram(seed), with_one_claim(some_diagram(seed), seed), "seed " + std::to_string(seed), moves);
  expect_small(moves, "one claim more");
}

TEST(KeptPlaces, one_more_node_moves_little) {
  Moves moves;
  for (unsigned seed = 1; seed <= diagrams_to_try(); ++seed)
    compare(some_diagram(seed), with_one_node(some_diagram(seed), seed), "seed " + std::to_string(seed), moves);
  expect_small(moves, "one node more");
}

}  // namespace
}  // namespace throughline::lint
