// SPDX-License-Identifier: Apache-2.0
// What the reader makes of small figures: where things stand and how they look.
#include "lint/svg_reader.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace throughline::lint {
namespace {

Fonts& fonts() {
  static Fonts all;
  return all;
}

Figure read(const std::string& inside, const std::string& root = R"(width="200" height="100")") {
  Inputs inputs;
  const std::string text =
      fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>)",
                  root, inside);
  const std::uint16_t input = inputs.add("figure.svg", text);
  Diagnostics diagnostics;
  std::optional<Figure> figure = read_svg(inputs, input, fonts(), diagnostics);
  EXPECT_TRUE(figure) << text;
  return figure.value_or(Figure{});
}

void expect_box(const Box& box, double x, double y, double width, double height) {
  EXPECT_NEAR(box.x, x, 0.3);
  EXPECT_NEAR(box.y, y, 0.3);
  EXPECT_NEAR(box.width, width, 0.3);
  EXPECT_NEAR(box.height, height, 0.3);
}

std::string fill_of(const std::string& inside) {
  const Figure figure = read(inside);
  if (figure.shapes.size() != 1 || figure.shapes[0].fill.colors.empty()) return "none";
  return print_color(figure.shapes[0].fill.colors[0].color);
}

TEST(SvgReader, ShapesAreOnThePageInPixels) {
  const Figure figure = read(R"svg(<g transform="translate(4 40)"><rect x="0" y="-40" width="10" height="20"/>
      <circle cx="50" cy="0" r="10"/><ellipse cx="50" cy="0" rx="20" ry="5"/>
      <line x1="0" y1="0" x2="5" y2="5" stroke="red"/>
      <polyline points="0,0 10,10 20,0" fill="none" stroke="red"/><polygon points="0 0 10 10 20 0 0 0"/></g>)svg",
                             R"(width="75pt" height="37.5pt" viewBox="0 0 50 25")");
  EXPECT_EQ(figure.width, 100);
  ASSERT_EQ(figure.shapes.size(), 6U);
  expect_box(figure.shapes[0].box, 8, 0, 20, 40);
  expect_box(figure.shapes[1].box, 88, 60, 40, 40);
  expect_box(figure.shapes[2].box, 68, 70, 80, 20);
  expect_box(figure.shapes[3].box, 8, 80, 10, 10);
  EXPECT_FALSE(figure.shapes[4].is_closed());
  EXPECT_TRUE(figure.shapes[5].is_closed());
  EXPECT_EQ(figure.shapes[5].lines[0].points.size(), 3U);
}

TEST(SvgReader, CascadeIsThatOfCss) {
  const std::string css =
      R"(<style>rect { fill: #111111 } .a { fill: #222222 } g .a.b { fill: #333333 } #c { fill: #444444 }
      g > .d, .e { fill: #555555 } [data-x="1"] { fill: #666666 } .f { fill: #777777 !important } /* .a { fill: red } */</style>)";
  EXPECT_EQ(fill_of(css + "<rect width='5' height='5'/>"), "#111111");
  EXPECT_EQ(fill_of(css + "<rect width='5' height='5' fill='red'/>"), "#111111");  // a rule beats an attribute
  EXPECT_EQ(fill_of(css + "<rect class='a' width='5' height='5'/>"), "#222222");
  EXPECT_EQ(fill_of(css + "<rect class='b a' width='5' height='5'/>"), "#222222");
  EXPECT_EQ(fill_of(css + "<g><g><rect class='b a' width='5' height='5'/></g></g>"), "#333333");
  EXPECT_EQ(fill_of(css + "<g><rect id='c' class='a b' width='5' height='5'/></g>"), "#444444");
  EXPECT_EQ(fill_of(css + "<g><rect class='d' width='5' height='5'/></g>"), "#555555");
  EXPECT_EQ(fill_of(css + "<g><a><rect class='d' width='5' height='5'/></a></g>"), "#111111");
  EXPECT_EQ(fill_of(css + "<rect class='e' width='5' height='5'/>"), "#555555");
  EXPECT_EQ(fill_of(css + "<rect data-x='1' width='5' height='5'/>"), "#666666");
  EXPECT_EQ(fill_of(css + "<rect id='c' style='fill: #888888' width='5' height='5'/>"), "#888888");
  EXPECT_EQ(fill_of(css + "<rect class='f' style='fill: #888888' width='5' height='5'/>"), "#777777");
  EXPECT_EQ(read("<style>@media print { rect { fill: red } } a:hover { fill: red }</style>").unmeasured.size(), 2U);
}

TEST(SvgReader, LooksAreInheritedAndUnseenThingsLeftOut) {
  EXPECT_EQ(fill_of("<g fill='#123456'><rect width='5' height='5'/></g>"), "#123456");
  EXPECT_EQ(fill_of("<g color='#123456'><rect width='5' height='5' fill='currentColor'/></g>"), "#123456");
  EXPECT_EQ(fill_of("<g fill='#123456'><rect width='5' height='5' fill='inherit'/></g>"), "#123456");
  for (const char* how : {"display='none'", "style='display:none'", "opacity='0'", "visibility='hidden'", "fill='none'",
                          "fill-opacity='0'"})
    EXPECT_TRUE(read(fmt::format("<g {}><rect width='5' height='5'/></g>", how)).shapes.empty()) << how;
  const Figure shown = read("<g visibility='hidden'><rect width='5' height='5' visibility='visible'/></g>");
  EXPECT_EQ(shown.shapes.size(), 1U);
  EXPECT_NEAR(
      read("<g opacity='0.5'><rect width='5' height='5' fill-opacity='0.5'/></g>").shapes[0].fill.colors[0].alpha, 0.25,
      1e-9);
}

TEST(SvgReader, GradientsGiveTheirStops) {
  const Figure figure = read(R"svg(<defs><linearGradient id="a"><stop offset="0" stop-color="#ff0000"/>
      <stop offset="1" style="stop-color:#0000ff;stop-opacity:.5"/></linearGradient>
      <radialGradient id="b" xlink:href="#a"/><pattern id="p"/></defs><rect width="5" height="5" fill="url(#b)"/>
      <rect width="5" height="5" fill="url('#p')"/><rect width="5" height="5" fill="url(#gone) #00ff00"/>)svg");
  ASSERT_EQ(figure.shapes.size(), 3U);
  ASSERT_EQ(figure.shapes[0].fill.colors.size(), 2U);
  EXPECT_EQ(print_color(figure.shapes[0].fill.colors[1].color), "#0000ff");
  EXPECT_EQ(figure.shapes[0].fill.colors[1].alpha, 0.5);
  EXPECT_EQ(figure.shapes[1].fill.sort, Paint::Sort::unknown);
  EXPECT_EQ(print_color(figure.shapes[2].fill.colors[0].color), "#00ff00");
  EXPECT_EQ(figure.unmeasured.size(), 1U);
}

TEST(SvgReader, UseRepeatsWhatItNames) {
  const Figure figure = read(
      R"(<defs><rect id="r" width="10" height="10"/><symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol></defs>
      <use xlink:href="#r" x="20" y="30"/><use href="#s" x="50" width="20" height="20"/><use id="loop" href="#loop"/>)");
  ASSERT_EQ(figure.shapes.size(), 2U);
  expect_box(figure.shapes[0].box, 20, 30, 10, 10);
  expect_box(figure.shapes[1].box, 50, 0, 20, 20);
}

TEST(SvgReader, TextStandsAtItsAnchor) {
  const char* text = "<text x='100' y='50' font-size='20' font-family='DejaVu Sans' {}>Seoul</text>";
  const double width = TextMetrics("DejaVu Sans").width("Seoul", 20);
  const auto box = [&](const char* attributes) {
    return read(fmt::format(fmt::runtime(text), attributes)).texts.at(0).box;
  };
  EXPECT_NEAR(box("").x, 100, 1e-6);
  EXPECT_NEAR(box("").width, width, 1e-6);
  EXPECT_NEAR(box("text-anchor='middle'").center().x, 100, 1e-6);
  EXPECT_NEAR(box("text-anchor='end'").right(), 100, 1e-6);
  EXPECT_NEAR(box("").bottom(), 50, 1);  // no letter below the line
  EXPECT_LT(box("dominant-baseline='hanging'").y, 52);
  EXPECT_GT(box("dominant-baseline='hanging'").y, 49);
  EXPECT_NEAR(box("dominant-baseline='central'").center().y, 50, 3);
  EXPECT_NEAR(box("textLength='30'").width, 30, 1e-6);
  EXPECT_NEAR(box("letter-spacing='2'").width, width + 10, 1e-6);
}

TEST(SvgReader, LinesOfATextAreTexts) {
  const Figure figure = read(
      R"(<text x="10" y="20" font-family="DejaVu Sans" font-size="10">One <tspan font-weight="bold">line</tspan> here
      <tspan x="10" dy="15">another</tspan><tspan x="10" y="60" font-size="2em">third</tspan></text>)");
  ASSERT_EQ(figure.texts.size(), 3U);
  EXPECT_EQ(figure.texts[0].text, "One line here ");
  EXPECT_EQ(figure.texts[1].text, "another");
  EXPECT_GT(figure.texts[1].box.y, figure.texts[0].box.bottom());
  EXPECT_EQ(figure.texts[2].size, 20);
}

TEST(SvgReader, LettersPlacedOneByOneAreOneText) {
  const Figure figure = read(R"(<text x="10 17 24 31" y="20" font-family="DejaVu Sans" font-size="10">Busan</text>)");
  ASSERT_EQ(figure.texts.size(), 1U);
  EXPECT_EQ(figure.texts[0].text, "Busan");
}

TEST(SvgReader, TurnedTextIsTurned) {
  const Figure figure = read(R"svg(<text transform="rotate(90 100 50)" x="100" y="50" font-family="DejaVu Sans"
      font-size="20">Seoul</text>)svg");
  const Box box = figure.texts.at(0).box;
  EXPECT_GT(box.height, 40);
  EXPECT_LT(box.width, 20);
  EXPECT_NEAR(box.y, 50, 1e-6);
}

TEST(SvgReader, TextFollowsItsPath) {
  const Figure figure = read(
      R"(<defs><path id="p" d="M10,90L190,90"/></defs><text font-size="10" font-family="DejaVu Sans"><textPath href="#p" startOffset="50%">along</textPath></text>)");
  ASSERT_EQ(figure.texts.size(), 1U);
  EXPECT_NEAR(figure.texts[0].box.x, 100, 1);
  EXPECT_NEAR(figure.texts[0].box.bottom(), 92, 2);
}

TEST(SvgReader, ClipsAndNestedViewports) {
  const Figure figure = read(R"svg(<clipPath id="c"><rect x="10" y="10" width="20" height="20"/></clipPath>
      <g clip-path="url(#c)"><text x="15" y="20">long text</text></g>
      <svg x="100" y="0" width="50" height="50" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>)svg");
  ASSERT_TRUE(figure.texts.at(0).clip);
  expect_box(*figure.texts[0].clip, 10, 10, 20, 20);
  expect_box(figure.shapes.at(0).box, 100, 0, 50, 50);
}

TEST(SvgReader, AFigureWithoutASizeHasThatOfItsContent) {
  const Figure figure = read("<rect x='10' y='20' width='30' height='40'/>", "width='100%'");
  EXPECT_FALSE(figure.has_size);
  EXPECT_EQ(figure.width, 40);
  EXPECT_EQ(figure.height, 60);
}

}  // namespace
}  // namespace throughline::lint
