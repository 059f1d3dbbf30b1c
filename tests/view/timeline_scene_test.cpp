// SPDX-License-Identifier: Apache-2.0
// Whatever is asked of a timeline, its labels stay whole and apart: measured on the placed scene with the real font.
#include "view/timeline_scene.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "view/geometry.hpp"
#include "view/timeline_random.hpp"
#include "view/timeline_sample.hpp"

namespace throughline {
namespace {

struct Piece {
  const Group* group = nullptr;
  const Item* item = nullptr;

  bool in_lane() const { return group->id.starts_with("lane-"); }
  bool is_relation() const { return group->id == "relations"; }
};

struct PlacedText : Piece {
  Box box;
  std::string text;
};
struct PlacedShape : Piece {
  Box box;
  bool has_outline = false;
  ShapeForm form = ShapeForm::rectangle;

  // Of small marks, whose corners are open; a bar is as good as its box.
  bool covers(Point point) const {
    const double dx = std::abs(point.x - box.center().x);
    const double dy = std::abs(point.y - box.center().y);
    const double half = box.width / 2 - 0.2;
    if (form == ShapeForm::diamond) return dx + dy < half;
    if (form == ShapeForm::rounded && box.width == box.height) return std::hypot(dx, dy) < half;
    return dx < half && dy < box.height / 2 - 0.2;
  }
};
struct PlacedCurve : Piece {
  std::vector<Point> line;
  Box box;  // around the line

  bool meets(const Box& other) const { return overlap(box, other) && touches(line, other); }
};

Box box_around(const std::vector<Point>& line) {
  Box box{line.front().x, line.front().y, 0, 0};
  for (const Point& point : line) box = united(box, {point.x, point.y, 0, 0});
  return grown(box, 0.01);
}

struct Pieces {
  std::vector<PlacedText> texts;
  std::vector<PlacedShape> shapes;
  std::vector<PlacedCurve> curves;
};

PlacedCurve placed(const Piece& piece, std::vector<Point> line) {
  const Box box = box_around(line);
  return {piece, std::move(line), box};
}

Pieces pieces_of(const Scene& scene) {
  Pieces pieces;
  for (const Group& group : scene.groups) {
    for (const Item& drawn : group.items) {
      const Piece piece{&group, &drawn};
      for (const Mark& mark : drawn.marks) {
        if (const auto* text = std::get_if<Text>(&mark))
          pieces.texts.push_back({piece, bounds(metrics(), *text), text->text});
        if (const auto* shape = std::get_if<Shape>(&mark))
          pieces.shapes.push_back({piece, shape->box, !shape->stroke.color.empty(), shape->form});
        if (const auto* curve = std::get_if<Curve>(&mark))
          pieces.curves.push_back(placed(piece, flatten(curve->points)));
      }
    }
  }
  return pieces;
}

bool runs_through(const std::vector<Point>& line, const PlacedShape& shape) {
  for (double at = 0; at <= length_of(line); at += 0.5) {
    if (shape.covers(point_along(line, at))) return true;
  }
  return false;
}

std::string at(const Box& box) {
  return fmt::format("[{:.1f} {:.1f} {:.1f} {:.1f}]", box.x, box.y, box.right(), box.bottom());
}

// The rules a reader relies on, each break of one in words.
std::vector<std::string> faults_of(const Scene& scene) {
  constexpr double margin = 16;
  const Pieces pieces = pieces_of(scene);
  std::vector<std::string> faults;
  const auto fault = [&](std::string what) { faults.push_back(std::move(what)); };
  const Box page{margin, margin, scene.width - 2 * margin, scene.height - 2 * margin};
  const auto is_near = [](const Box& a, const Box& b) { return a.y - 40 < b.bottom() && b.y - 40 < a.bottom(); };

  for (const auto& text : pieces.texts) {
    if (!contains(page, text.box)) fault(fmt::format("clipped `{}` {}", text.text, at(text.box)));
    for (const auto& other : pieces.texts) {
      if (&text >= &other || !is_near(text.box, other.box)) continue;
      const bool one_label = text.item == other.item || text.group->id == "footing" || text.group->id == "heading";
      if (overlap(text.box, other.box, one_label ? 0 : 2))
        fault(fmt::format("`{}` {} meets `{}` {}", text.text, at(text.box), other.text, at(other.box)));
    }
    for (const auto& shape : pieces.shapes) {
      if (shape.group->id == "axis" || !is_near(text.box, shape.box)) continue;
      const bool within_own = shape.item == text.item && (contains(shape.box, text.box) || !shape.has_outline);
      if (!within_own && overlap(text.box, shape.box, -0.5))
        fault(
            fmt::format("`{}` {} meets a shape of `{}` {}", text.text, at(text.box), shape.item->name, at(shape.box)));
    }
    for (const auto& curve : pieces.curves) {
      if (curve.meets(text.box))
        fault(fmt::format("a line of `{}` ({}) runs through `{}` {}", curve.item->name, curve.group->id, text.text,
                          at(text.box)));
    }
  }
  for (const auto& shape : pieces.shapes) {
    if (!contains(page, shape.box))
      fault(fmt::format("a shape of `{}` is clipped {}", shape.item->name, at(shape.box)));
    if (!shape.in_lane()) continue;
    for (const auto& other : pieces.shapes) {
      if (&shape < &other && other.in_lane() && shape.item != other.item && overlap(shape.box, other.box, 1))
        fault(fmt::format("`{}` {} lies on `{}` {}", shape.item->name, at(shape.box), other.item->name, at(other.box)));
    }
    for (const auto& curve : pieces.curves) {
      const bool is_foreign =
          curve.is_relation() || (curve.in_lane() && curve.item != shape.item && !curve.item->id.empty());
      if (is_foreign && curve.meets(shape.box) && runs_through(curve.line, shape))
        fault(fmt::format("a line of `{}` runs through `{}` {}", curve.item->name, shape.item->name, at(shape.box)));
    }
  }
  for (const auto& curve : pieces.curves) {
    for (const Point& point : curve.line) {
      if (!contains(page, {point.x, point.y, 0, 0})) {
        fault(fmt::format("a line of `{}` leaves the page at {:.1f} {:.1f}", curve.item->name, point.x, point.y));
        break;
      }
    }
  }
  return faults;
}

void expect_no_faults(const Scene& scene, const std::string& what) {
  const auto faults = faults_of(scene);
  for (std::size_t i = 0; i < std::min<std::size_t>(faults.size(), 5); ++i) ADD_FAILURE() << what << ": " << faults[i];
}

std::set<std::string> ids_of(const Scene& scene) {
  std::set<std::string> ids;
  for (const Group& group : scene.groups) {
    for (const Item& drawn : group.items) {
      const bool is_new = drawn.id.empty() || ids.insert(drawn.id).second;
      EXPECT_TRUE(is_new) << drawn.id << " stands twice";
    }
  }
  return ids;
}

TEST(TimelineSceneTest, AnyViewHasNoOverlapsAndNothingClipped) {
  constexpr std::int64_t spans[] = {1, 3, 20, 60, 400, 2000, 9000, 40'000, 200'000, 1'100'000};
  constexpr std::size_t sizes[] = {1, 2, 5, 12, 25, 60};
  unsigned seed = 1;
  for (const std::int64_t span : spans) {
    for (const std::size_t size : sizes) {
      const TimelineView view = ViewMaker(seed).make(size, span);
      const Scene scene = place_timeline(view, metrics());
      expect_no_faults(scene, fmt::format("seed {}, {} items, {} days", seed, size, span));
      const auto ids = ids_of(scene);
      for (std::size_t i = 0; i < size; ++i)
        EXPECT_TRUE(ids.contains(fmt::format("i{}", i))) << "item lost, seed " << seed;
      for (const TimelineUndated& undated : view.undated)
        EXPECT_TRUE(ids.contains(undated.id)) << "undated lost, seed " << seed;
      ++seed;
    }
  }
}

TEST(TimelineSceneTest, WhereTimeRunsDownAnyViewHasNoOverlapsAndNothingClipped) {
  constexpr std::int64_t spans[] = {1, 20, 400, 9000, 200'000, 1'100'000};
  constexpr std::size_t sizes[] = {1, 5, 25, 60};
  unsigned seed = 1000;
  for (const std::int64_t span : spans) {
    for (const std::size_t size : sizes) {
      TimelineView view = ViewMaker(seed).make(size, span);
      view.sheet = {"light", seed % 3 == 0 ? 1100.0 : seed % 3 == 1 ? 680.0 : 390.0, true};
      const Scene scene = place_timeline(view, metrics());
      expect_no_faults(scene, fmt::format("seed {}, {} items, {} days", seed, size, span));
      EXPECT_LE(scene.width, view.sheet.width) << "seed " << seed;
      const auto ids = ids_of(scene);
      for (std::size_t i = 0; i < size; ++i)
        EXPECT_TRUE(ids.contains(fmt::format("i{}", i))) << "item lost, seed " << seed;
      ++seed;
    }
  }
}

// Where no column for relations would be, but for one of its own: found by the property of labels.
TEST(TimelineSceneTest, ABarAmongBreaksHasRelations) {
  TimelineView view = ViewMaker(98008).make(315, 273'687);
  view.sheet.width = 480;
  expect_no_faults(place_timeline(view, metrics()), "a bar among breaks");
}

TEST(TimelineSceneTest, FourHundredItemsHaveNoOverlaps) {
  expect_no_faults(place_timeline(ViewMaker(7).make(400, 5000), metrics()), "400 items");
}

TEST(TimelineSceneTest, DeepTimeAndTheEndsOfTheCalendarAreDrawn) {
  TimelineView view;
  view.lanes = {{"a",
                 "Ages",
                 {item("old", "A long time ago", "[Y-170000000..Y-66000000]"), item("now", "Now", "2021-05-04"),
                  item("last", "The last year there is", "Y999999999999999")}}};
  expect_no_faults(place_timeline(view, metrics()), "fifteen digits");
  view.lanes[0].items.pop_back();
  view.links = {link("old", "now")};
  expect_no_faults(place_timeline(view, metrics()), "nine digits");
}

TEST(TimelineSceneTest, OrderOfInputDoesNotMatter) {
  TimelineView view = ViewMaker(42).make(30, 3000);
  const auto dump = [](const Scene& scene) {
    std::string text = scene.description;
    const Pieces pieces = pieces_of(scene);
    for (const auto& piece : pieces.texts) text += piece.item->id + piece.text + at(piece.box);
    for (const auto& piece : pieces.shapes) text += piece.item->id + at(piece.box);
    for (const auto& piece : pieces.curves) {
      for (const Point& point : piece.line) text += fmt::format("{} {:.3f} {:.3f} ", piece.item->id, point.x, point.y);
    }
    return text;
  };
  const std::string before = dump(place_timeline(view, metrics()));
  std::mt19937 random(3);
  for (TimelineLane& lane : view.lanes) std::shuffle(lane.items.begin(), lane.items.end(), random);
  std::shuffle(view.links.begin(), view.links.end(), random);
  std::shuffle(view.undated.begin(), view.undated.end(), random);
  EXPECT_EQ(dump(place_timeline(view, metrics())), before);
}

TEST(TimelineSceneTest, NothingToShowIsSaid) {
  TimelineView view;
  view.headline.title = "Nothing";
  const Scene scene = place_timeline(view, metrics());
  expect_no_faults(scene, "empty");
  const Pieces pieces = pieces_of(scene);
  EXPECT_TRUE(std::any_of(pieces.texts.begin(), pieces.texts.end(),
                          [](const auto& text) { return text.text == "There is nothing to show here."; }));
}

}  // namespace
}  // namespace throughline
