// SPDX-License-Identifier: Apache-2.0
// PNG, PDF and DOT, and the table of renderers.
#include <gtest/gtest.h>

#include <set>

#include "base/failure.hpp"
#include "render/figure.hpp"
#include "render/renderer.hpp"
#include "support/sample_diagram.hpp"

namespace throughline {
namespace {

Scene small_scene() {
  Scene scene{300, 120, "#ffffff", "Title", "", "en", {}};
  Shape faded{ShapeForm::rounded, {20, 20, 100, 40}, {"#006d4f", "#ffffff"}, {"#006d4f", 1.4, Dash::dashed}};
  Curve line{{{130, 40}, {150, 40}, {160, 60}, {200, 60}},
             {"#5b6470", 1.4, Dash::dotted},
             ArrowHead::triangle,
             ArrowHead::dot};
  Text text{{20, 90}, "다리 bridge", 13, Weight::bold, "#16202b", Anchor::start};
  scene.groups.push_back({"g", "Group", {{"i", "Item", "", "", {faded, line, text}}}});
  return scene;
}

std::string drawn(const Scene& scene, std::string_view format) {
  Diagnostics diagnostics;
  std::string bytes = render(scene, format, diagnostics);
  EXPECT_EQ(diagnostics.list().size(), 0U);
  return bytes;
}

unsigned big_endian(const std::string& bytes, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[i]);
  return value;
}

TEST(Png, HasTwoPixelsForEachOfTheScene) {
  const std::string png = drawn(small_scene(), "png");
  ASSERT_GT(png.size(), 100U);
  EXPECT_EQ(png.substr(1, 3), "PNG");
  EXPECT_EQ(big_endian(png, 16), 600U);
  EXPECT_EQ(big_endian(png, 20), 240U);
}

TEST(Png, HasTheDotsAskedFor) {
  Scene scene = small_scene();
  scene.dpi = 240;
  const std::string png = drawn(scene, "png");
  EXPECT_EQ(big_endian(png, 16), 750U);
  EXPECT_EQ(big_endian(png, 20), 300U);
}

TEST(Png, RefusesMoreDotsThanCairoDraws) {
  Scene scene = small_scene();
  scene.height = 20'000;
  Diagnostics diagnostics;
  try {
    render(scene, "png", diagnostics);
    FAIL() << "drawn";
  } catch (const Failure& failure) {
    EXPECT_STREQ(
        failure.what(),
        "a picture of 600 by 40000 dots is more than 32767 a side; --dpi 157 fits, and SVG and PDF have no dots");
  }
}

TEST(Pdf, HasThePageOfTheSceneAndNoDate) {
  const std::string pdf = drawn(small_scene(), "pdf");
  EXPECT_TRUE(pdf.starts_with("%PDF"));
  EXPECT_EQ(pdf.find("CreationDate"), std::string::npos);
  EXPECT_NE(pdf.find("/MediaBox [ 0 0 225 90 ]"), std::string::npos);
  EXPECT_NE(pdf.find("NotoSansCJK"), std::string::npos);
}

TEST(Pictures, SecondRenderGivesTheSameBytes) {
  for (const char* format : {"svg", "png", "pdf"})
    EXPECT_EQ(drawn(small_scene(), format), drawn(small_scene(), format));
}

TEST(Pictures, UnknownFormatFails) {
  Diagnostics diagnostics;
  EXPECT_THROW(render(small_scene(), "bmp", diagnostics), Failure);
  EXPECT_THROW(render(small_scene(), "dot", diagnostics), Failure);  // written from the view
}

TEST(Renderers, TableHasNamesExtensionsAndSummaries) {
  std::set<std::string_view> names;
  for (const Renderer* renderer : renderers()) {
    EXPECT_TRUE(names.insert(renderer->name).second);
    EXPECT_TRUE(renderer->extension.starts_with(".")) << renderer->name;
    EXPECT_FALSE(renderer->summary.empty());
    EXPECT_EQ(find_renderer(renderer->name), renderer);
  }
  EXPECT_EQ(find_renderer("bmp"), nullptr);
}

TEST(Dot, CarriesKindsDatesAndStandings) {
  const std::string dot = write_dot(sample_diagram());
  EXPECT_NE(dot.find("digraph throughline"), std::string::npos);
  EXPECT_NE(dot.find("kind=actor"), std::string::npos);
  EXPECT_NE(dot.find("\"3 Dec 2025\""), std::string::npos);
  EXPECT_NE(dot.find("standing=planned"), std::string::npos);
}

TEST(Dot, KeepsTheUsersBackslashesAndQuotes) {
  DiagramView view;
  view.nodes = {sample_node("a b", "actor", "say \"x\" \\N")};
  const std::string dot = write_dot(view);
  EXPECT_NE(dot.find(R"("a b")"), std::string::npos);
  EXPECT_NE(dot.find(R"(label="say \"x\" \\N")"), std::string::npos) << dot;
}

TEST(Dot, OrderOfStatementsMakesNoDifference) {
  DiagramView view = random_diagram(5, 20);
  const std::string first = write_dot(view);
  std::reverse(view.nodes.begin(), view.nodes.end());
  std::reverse(view.edges.begin(), view.edges.end());
  EXPECT_EQ(write_dot(view), first);
}

}  // namespace
}  // namespace throughline
