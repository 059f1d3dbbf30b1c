// SPDX-License-Identifier: Apache-2.0
// Every view of the graph of the documentation, as diagram and as timeline, in every theme, for a page and for a
// column, keeps all hard rules.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "formats/load.hpp"
#include "lint/linted.hpp"
#include "render/figure.hpp"
#include "support/memory_files.hpp"
#include "view/build_view.hpp"
#include "view/diagram_changes.hpp"
#include "view/theme.hpp"

namespace throughline::lint {
namespace {

const Graph& documented() {
  static const Model model = [] {
    Diagnostics diagnostics;
    const std::string paths[] = {"graphs/inter-korean"};
    return load(paths, RepositoryFiles(), {}, diagnostics);
  }();
  static const Graph graph(model);
  return graph;
}

void expect_kept(const std::string& svg, const std::string& figure) {
  const auto report = linted(svg);
  ASSERT_TRUE(report) << figure;
  for (const RuleRow& row : report->rows)
    EXPECT_NE(row.verdict, Verdict::fail) << figure << ": " << row.rule->id << " " << row.measured.value << ", first "
                                          << (row.measured.findings.empty() ? "" : row.measured.findings[0].message);
}

void expect_kept_in_all_themes(const Scene& scene, const std::string& figure) {
  for (const std::string_view theme : theme::names()) {
    Diagnostics diagnostics;
    expect_kept(render(theme::in_theme(scene, theme), "svg", diagnostics), fmt::format("{}, {}", figure, theme));
  }
}

// What a reader may ask to see first: each type of node and each type of relation that the view shows.
std::vector<Highlight> highlights_of(const Selection& selection) {
  const Model& model = documented().model();
  std::map<std::string_view, Highlight> by_word;
  for (const NodeIndex node : selection.nodes) by_word[model.text(model[node].type)].nodes.push_back(node);
  for (const RelationIndex relation : selection.relations)
    by_word[model.type_of(model[relation]).name].relations.push_back(relation);
  std::vector<Highlight> all;
  for (auto& [word, highlight] : by_word) all.push_back(std::move(highlight));
  return all;
}

template <typename Build>
void expect_highlights_kept(bool dated_first, Build build) {
  const Model& model = documented().model();
  for (const ViewDefinition& definition : model.views) {
    Scope scope = scope_of(model, definition);
    scope.dated_first = dated_first;
    const Selection selection = select(documented(), scope);
    const std::vector<Highlight> all = highlights_of(selection);
    for (std::size_t i = 0; i < all.size(); i += 4) {
      scope.highlight = all[i];
      Diagnostics diagnostics;
      const Scene scene = compose(build(documented(), scope, selection, "drawn by a test"), diagnostics);
      expect_kept_in_all_themes(scene, fmt::format("{} with highlight {}", model.text(definition.id), i));
    }
  }
}

TEST(FiguresOfOurs, highlights_in_diagrams_keep_the_rules) { expect_highlights_kept(false, build_diagram); }
TEST(FiguresOfOurs, highlights_in_timelines_keep_the_rules) { expect_highlights_kept(true, build_timeline); }

// In each view the first relation is new and the last is gone.
TEST(FiguresOfOurs, changes_in_diagrams_keep_the_rules) {
  const Model& model = documented().model();
  for (const ViewDefinition& definition : model.views) {
    const Scope scope = scope_of(model, definition);
    const DiagramView view = build_diagram(documented(), scope, select(documented(), scope), "drawn by a test");
    DiagramView before = view;
    DiagramView now = view;
    ASSERT_GT(view.edges.size(), 1U);
    before.edges.erase(before.edges.begin());
    now.edges.pop_back();
    Diagnostics diagnostics;
    const Scene scene = compose(compared(before, std::move(now), "a version before", 0), diagnostics);
    expect_kept_in_all_themes(scene, fmt::format("{} with changes", model.text(definition.id)));
  }
}

// `build`: of a view to a diagram or a timeline.
template <typename Build>
void expect_views_kept(double width, bool dated_first, Build build, bool is_vertical = false) {
  const Model& model = documented().model();
  ASSERT_FALSE(model.views.empty());
  for (const ViewDefinition& definition : model.views) {
    Scope scope = scope_of(model, definition);
    scope.sheet.width = width;
    scope.sheet.is_vertical = is_vertical;
    scope.dated_first = dated_first;
    Diagnostics diagnostics;
    const Scene scene =
        compose(build(documented(), scope, select(documented(), scope), "drawn by a test"), diagnostics);
    const std::string figure = fmt::format("{} at {} px", model.text(definition.id), width);
    const bool is_told = !diagnostics.list().empty() && diagnostics.list()[0].code == Code::figure_too_wide;
    EXPECT_EQ(scene.width > width, is_told) << figure;
    expect_kept_in_all_themes(scene, figure);
  }
}

TEST(FiguresOfOurs, diagrams_on_a_page_keep_the_rules) { expect_views_kept(1100, false, build_diagram); }
TEST(FiguresOfOurs, diagrams_in_a_column_keep_the_rules) { expect_views_kept(680, false, build_diagram); }
TEST(FiguresOfOurs, timelines_on_a_page_keep_the_rules) { expect_views_kept(1100, true, build_timeline); }
TEST(FiguresOfOurs, timelines_in_a_column_keep_the_rules) { expect_views_kept(680, true, build_timeline); }
TEST(FiguresOfOurs, timelines_that_run_down_a_phone_keep_the_rules) {
  expect_views_kept(390, true, build_timeline, true);
}
TEST(FiguresOfOurs, timelines_that_run_down_a_column_keep_the_rules) {
  expect_views_kept(680, true, build_timeline, true);
}

}  // namespace
}  // namespace throughline::lint
