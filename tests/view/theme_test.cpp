// SPDX-License-Identifier: Apache-2.0
// Themes change colours and nothing else, know all of them, and keep texts and lines legible (WCAG 2.2, 1.4.3
// and 1.4.11).
#include "view/theme.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "render/figure.hpp"
#include "support/sample_diagram.hpp"
#include "view/geometry.hpp"
#include "view/timeline_sample.hpp"
#include "view/timeline_scene.hpp"

namespace throughline {
namespace {

std::vector<Standing> standings() {
  return {{},
          {.planned = true},
          {.stalled = true},
          {.ended = true},
          {.uncertain = true},
          {.denied = true},
          {.undated = true}};
}

// Every kind in every standing, with relations in every standing.
DiagramView all_looks_as_diagram(std::string_view theme) {
  DiagramView view = sample_diagram();
  view.sheet.theme = theme;
  for (const Standing& standing : standings())
    for (const char* kind : {"actor", "event", "initiative", "place", "topic"}) {
      const std::string id = fmt::format("{}-{}", kind, theme::word_of(standing));
      view.nodes.push_back(sample_node(id, kind, id));
      view.nodes.back().standing = standing;
      view.edges.push_back(sample_edge(id, view.nodes.front().id, "reviews"));
      view.edges.back().standing = standing;
      for (const Emphasis emphasis : {Emphasis::receding, Emphasis::strong}) {
        view.nodes.push_back(view.nodes.back());
        view.nodes.back().id += "-other";
        view.nodes.back().emphasis = emphasis;
        view.edges.push_back(sample_edge(view.nodes.back().id, view.nodes.front().id, "reviews"));
        view.edges.back().emphasis = emphasis;
      }
    }
  return view;
}

TimelineView all_looks_as_timeline(std::string_view theme) {
  TimelineView view;
  view.sheet.theme = theme;
  view.headline = {.title = "All looks", .subtitle = "of a timeline", .notes = {"A note."}, .sources = "Sources: none"};
  const Extent asked = extent_of(date_of("2019/2020"));
  view.asked = TimelineAsked{{asked.start.earliest, asked.end.latest}, "during 2019/2020"};
  TimelineLane lane{"all", "All", {}};
  for (const Standing& standing : standings())
    for (const char* when : {"2018-04-27", "2018", "2018~", "2017/2019", "2017~/..", "2016/", "1950"}) {
      const std::string id = fmt::format("{} {}", when, theme::word_of(standing));
      lane.items.push_back(item(id, id, when, "initiative", standing));
      view.links.push_back(link(lane.items.front().id, id));
      view.links.back().standing = standing;
      lane.items.back().emphasis = lane.items.size() % 2 == 0 ? Emphasis::receding : Emphasis::plain;
      view.links.back().emphasis = lane.items.back().emphasis;
    }
  view.lanes.push_back(lane);
  view.undated.push_back({"u", "Undated", "event", "All", ""});
  return view;
}

std::vector<Scene> scenes_in(std::string_view theme) {
  Diagnostics diagnostics;
  return {compose(all_looks_as_diagram(theme), diagnostics), compose(all_looks_as_timeline(theme), diagnostics)};
}

void for_each_mark(const Scene& scene, const std::function<void(const Mark&)>& visit) {
  for (const Group& group : scene.groups)
    for (const Item& item : group.items)
      for (const Mark& mark : item.marks) visit(mark);
}

std::set<Color> colors_of(const Scene& scene) {
  std::set<Color> colors{scene.background};
  for_each_mark(scene, [&](const Mark& mark) {
    if (const auto* shape = std::get_if<Shape>(&mark))
      colors.insert({shape->fill.color, shape->fill.fade_to, shape->stroke.color});
    if (const auto* curve = std::get_if<Curve>(&mark)) colors.insert(curve->stroke.color);
    if (const auto* text = std::get_if<Text>(&mark)) colors.insert(text->color);
  });
  colors.erase("");
  return colors;
}

double channel(const Color& color, std::size_t at) {
  const double value = std::stoi(color.substr(at, 2), nullptr, 16) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const Color& color) {
  return 0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
}

double contrast(const Color& a, const Color& b) {
  const double lighter = std::max(luminance(a), luminance(b));
  return (lighter + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

// Of all that was painted before it, the last shape that holds the point.
Color beneath(const Scene& scene, Point point, const Mark& above) {
  Color color = scene.background;
  bool is_before = true;
  for_each_mark(scene, [&](const Mark& mark) {
    is_before = is_before && &mark != &above;
    const auto* shape = std::get_if<Shape>(&mark);
    if (is_before && shape != nullptr && shape->fill.color.size() == 7 &&
        contains(shape->box, {point.x, point.y, 0, 0}))
      color = shape->fill.color;
  });
  return color;
}

TEST(Theme, knows_every_color_of_a_figure) {
  for (const Scene& scene : scenes_in("light"))
    for (const Color& color : colors_of(scene)) EXPECT_TRUE(theme::is_known(color)) << color;
}

TEST(Theme, of_print_has_neither_color_nor_tint) {
  for (const Scene& scene : scenes_in("print"))
    for (const Color& color : colors_of(scene)) {
      EXPECT_EQ(color.substr(1, 2), color.substr(3, 2)) << color;
      EXPECT_EQ(color.substr(3, 2), color.substr(5, 2)) << color;
    }
}

TEST(Theme, keeps_texts_legible) {
  for (const std::string_view theme : theme::names())
    for (const Scene& scene : scenes_in(theme))
      for_each_mark(scene, [&](const Mark& mark) {
        const auto* text = std::get_if<Text>(&mark);
        if (text == nullptr) return;
        const Box box = bounds(metrics(), *text);
        const Color ground = beneath(scene, box.center(), mark);
        EXPECT_GE(contrast(text->color, ground), 4.5) << theme << ": " << text->text << " on " << ground;
      });
}

TEST(Theme, keeps_lines_visible) {
  for (const std::string_view theme : theme::names())
    for (const Scene& scene : scenes_in(theme))
      for (const Group& group : scene.groups) {
        if (group.id != "relations" && group.id != "nodes") continue;
        for (const Item& item : group.items)
          for (const Mark& mark : item.marks) {
            const auto* curve = std::get_if<Curve>(&mark);
            const auto* shape = std::get_if<Shape>(&mark);
            const Color color = curve ? curve->stroke.color : shape ? shape->stroke.color : "";
            if (color.empty()) continue;
            EXPECT_GE(contrast(color, scene.background), 3) << theme << ": " << item.name;
          }
      }
}

TEST(Theme, moves_nothing) {
  const auto places = [](std::string_view theme) {
    std::vector<double> numbers;
    for (const Scene& scene : scenes_in(theme))
      for_each_mark(scene, [&](const Mark& mark) {
        if (const auto* shape = std::get_if<Shape>(&mark)) numbers.insert(numbers.end(), {shape->box.x, shape->box.y});
        if (const auto* text = std::get_if<Text>(&mark)) numbers.insert(numbers.end(), {text->at.x, text->at.y});
        if (const auto* curve = std::get_if<Curve>(&mark))
          for (const Point& point : curve->points) numbers.insert(numbers.end(), {point.x, point.y});
      });
    return numbers;
  };
  EXPECT_EQ(places("dark"), places("light"));
  EXPECT_EQ(places("print"), places("light"));
}

}  // namespace
}  // namespace throughline
