// SPDX-License-Identifier: Apache-2.0
// The structure of the SVG that a scene becomes.
#include <gtest/gtest.h>

#include <functional>
#include <pugixml.hpp>
#include <set>

#include "render/figure.hpp"
#include "render/language_runs.hpp"
#include "support/sample_diagram.hpp"

namespace throughline {
namespace {

std::string svg_of(const Scene& scene) {
  Diagnostics diagnostics;
  std::string svg = render(scene, "svg", diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.list()) ADD_FAILURE() << diagnostic.message;
  return svg;
}

std::string svg_of(const DiagramView& view) {
  Diagnostics diagnostics;
  return svg_of(compose(view, diagnostics));
}

pugi::xml_document parsed(const std::string& svg) {
  pugi::xml_document document;
  const auto result = document.load_string(svg.c_str(), pugi::parse_full);
  EXPECT_TRUE(result) << result.description();
  return document;
}

pugi::xml_node find_id(const pugi::xml_document& document, const std::string& id) {
  return document.find_node([&](pugi::xml_node node) { return node.attribute("id").value() == id; });
}

Scene scene_with(Item item) {
  Scene scene{400, 200, "#ffffff", "A title", "What it shows", "en", {}};
  scene.groups.push_back({"things", "Things", {std::move(item)}});
  return scene;
}

Text text_at(double x, double y, std::string words) {
  return {{x, y}, std::move(words), 13, Weight::regular, "#000000", Anchor::start};
}

Shape box_at(double x, double y) {
  return {ShapeForm::rectangle, {x, y, 80, 30}, {"#e6f0fa", {}}, {"#0a5a93", 1.4, Dash::solid}};
}

TEST(Svg, RootIsADocumentWithNameAndDescription) {
  const pugi::xml_document document = parsed(svg_of(sample_diagram()));
  const pugi::xml_node svg = document.child("svg");
  EXPECT_STREQ(svg.attribute("role").value(), "graphics-document document");
  EXPECT_STREQ(svg.attribute("lang").value(), "en");
  EXPECT_STREQ(find_id(document, svg.attribute("aria-labelledby").value()).name(), "title");
  EXPECT_STREQ(find_id(document, svg.attribute("aria-labelledby").value()).text().get(), "One plan, two hosts");
  EXPECT_STREQ(find_id(document, svg.attribute("aria-describedby").value()).name(), "desc");
  const std::string box = std::string("0 0 ") + svg.attribute("width").value() + " " + svg.attribute("height").value();
  EXPECT_EQ(svg.attribute("viewBox").value(), box);
}

TEST(Svg, SaysNothingOfTheMachine) {
  const std::string svg = svg_of(sample_diagram());
  for (const char* word : {"<!--", "<!DOCTYPE", "<?xml", "graphviz", "<script", "nan", "inf,", "transparent"})
    EXPECT_EQ(svg.find(word), std::string::npos) << word;
}

TEST(Svg, NodesAndRelationsAreNamedItems) {
  const pugi::xml_document document = parsed(svg_of(sample_diagram()));
  const pugi::xml_node node = find_id(document, "min");
  EXPECT_STREQ(node.attribute("role").value(), "graphics-symbol");
  EXPECT_STREQ(node.attribute("aria-label").value(), "Ministry of Bridges, 다리부 · ministry");
  EXPECT_STREQ(node.parent().attribute("role").value(), "graphics-object");
  EXPECT_TRUE(node.child("title"));
  const pugi::xml_node relation = find_id(document, "for--announces--pla");
  EXPECT_STREQ(relation.attribute("aria-label").value(), "Bridge forum announces Ten bridges");
}

TEST(Svg, IdsAreUniqueAndFitForXml) {
  DiagramView view = sample_diagram();
  view.nodes.push_back(sample_node("figure-title", "actor", "One"));
  view.nodes.push_back(sample_node("1st place & co", "actor", "Two"));
  view.nodes.push_back(sample_node("1st place + co", "actor", "Three"));
  view.nodes.push_back(sample_node("통일부", "actor", "Four"));
  std::set<std::string> ids;
  const pugi::xml_document document = parsed(svg_of(view));
  document.find_node([&](pugi::xml_node node) {
    const std::string id = node.attribute("id").value();
    if (!id.empty()) {
      EXPECT_TRUE(ids.insert(id).second) << id;
      EXPECT_EQ(id.find_first_of(" &+"), std::string::npos) << id;
    }
    return false;
  });
  EXPECT_EQ(ids.count("통일부"), 1U);
}

TEST(Svg, HostileTextStaysText) {
  const std::string words = R"(<script>alert("1")</script> & \N \G \\ \n %s &amp; ${x})";
  Item item{"a", words, words, "javascript:alert(1)", {box_at(20, 20), text_at(20, 80, words)}};
  const std::string svg = svg_of(scene_with(item));
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find("javascript:"), std::string::npos);
  const pugi::xml_document document = parsed(svg);
  EXPECT_EQ(find_id(document, "a").child("text").text().get(), words);
  EXPECT_EQ(find_id(document, "a").attribute("aria-label").value(), words);
}

TEST(Svg, ControlCharactersDoNotBreakIt) {
  const std::string words = std::string("a\x01") + "b\tc\x7f";
  const Item item{"a", words, words, {}, {box_at(20, 20), text_at(20, 80, words)}};
  parsed(svg_of(scene_with(item)));
}

TEST(Svg, KoreanIsMarked) {
  const Item item{"a", "x", {}, {}, {text_at(20, 40, "통일부 · ministry"), text_at(20, 80, "평화 구상 2022")}};
  const pugi::xml_document document = parsed(svg_of(scene_with(item)));
  const pugi::xml_node mixed = find_id(document, "a").child("text");
  EXPECT_STREQ(mixed.child("tspan").attribute("lang").value(), "ko");
  EXPECT_STREQ(mixed.child("tspan").attribute("xml:lang").value(), "ko");
  EXPECT_STREQ(mixed.next_sibling("text").attribute("lang").value(), "ko");
}

TEST(Svg, RunsAreCutWhereTheScriptChanges) {
  const std::vector<LanguageRun> runs = language_runs("통일부 · ministry 2021");
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text + runs[1].text, "통일부 · ministry 2021");
  EXPECT_TRUE(runs[0].hangul);
  EXPECT_FALSE(runs[1].hangul);
  EXPECT_TRUE(language_runs("").empty());
}

TEST(Svg, LinksLeadToTheWeb) {
  const Item item{"a", "x", "read it", "https://example.org/?a=1&b=2", {box_at(20, 20)}};
  const pugi::xml_document document = parsed(svg_of(scene_with(item)));
  EXPECT_STREQ(find_id(document, "a").child("a").attribute("href").value(), "https://example.org/?a=1&b=2");
}

TEST(Svg, TextStandsWhereItWasPut) {
  Item item{"a", "x", {}, {}, {text_at(33, 77, "Seoul")}};
  const pugi::xml_document document = parsed(svg_of(scene_with(item)));
  const pugi::xml_node text = find_id(document, "a").child("text");
  EXPECT_DOUBLE_EQ(text.attribute("x").as_double(), 33);
  EXPECT_DOUBLE_EQ(text.attribute("y").as_double(), 77);
  const std::string fonts = document.child("svg").attribute("font-family").value();
  EXPECT_TRUE(fonts.starts_with("Noto Sans CJK KR")) << fonts;
  EXPECT_TRUE(fonts.ends_with("sans-serif")) << fonts;
}

TEST(Svg, ShapesKeepTheirPlaceColourAndDash) {
  Shape shape = box_at(20, 30);
  shape.stroke.dash = Dash::dashed;
  const pugi::xml_document document = parsed(svg_of(scene_with({"a", "x", {}, {}, {shape}})));
  const pugi::xml_node polygon = find_id(document, "a").child("polygon");
  EXPECT_STREQ(polygon.attribute("fill").value(), "#e6f0fa");
  EXPECT_STREQ(polygon.attribute("stroke-dasharray").value(), "6 4");
  EXPECT_NE(std::string(polygon.attribute("points").value()).find("20,30"), std::string::npos);
}

TEST(Svg, FadesAreGradients) {
  Shape shape = box_at(20, 30);
  shape.fill = {"#006d4f", "#006d4f00"};
  const pugi::xml_document document = parsed(svg_of(scene_with({"a", "x", {}, {}, {shape}})));
  EXPECT_STREQ(find_id(document, "a").child("polygon").attribute("fill").value(), "url(#fade-1)");
  const pugi::xml_node end = find_id(document, "fade-1").last_child();
  EXPECT_STREQ(end.attribute("stop-opacity").value(), "0");
}

TEST(Svg, MarksBeyondThePageAreStillWritten) {
  const Item item{"a", "x", {}, {}, {box_at(-500, -400), box_at(900, 900), text_at(2000, 10, "far")}};
  parsed(svg_of(scene_with(item)));
}

TEST(Svg, EmptySceneIsADocument) { parsed(svg_of(Scene{100, 50, "", "", "", "ko", {}})); }

TEST(Svg, DecorationIsHidden) {
  const pugi::xml_document document = parsed(svg_of(scene_with({{}, {}, {}, {}, {box_at(20, 20)}})));
  EXPECT_STREQ(find_id(document, "things").child("g").attribute("aria-hidden").value(), "true");
}

TEST(Svg, SecondRenderGivesTheSameBytes) { EXPECT_EQ(svg_of(sample_diagram()), svg_of(sample_diagram())); }

TEST(Svg, ThirtyNodesStayBelowTheLimit) { EXPECT_LT(svg_of(random_diagram(103, 30)).size(), 300'000U); }

}  // namespace
}  // namespace throughline
