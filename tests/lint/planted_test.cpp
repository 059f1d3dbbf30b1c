// SPDX-License-Identifier: Apache-2.0
// Faults planted one at a time into figures that are free of them: a diagram and a timeline of ours, a drawing of plain
// Graphviz. Each must be found by its rule, at its place; the figure without it must not show it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "lint/lint.hpp"
#include "support/memory_files.hpp"

namespace throughline::lint {
namespace {

struct Planted {
  std::string name;
  std::string figure;  // in fixtures/figures/
  std::string what;    // the first occurrence is replaced
  std::string with;
  std::string rule;
  std::string found;  // part of a message
};

// From `open` up to and including `close`, as it stands in the figure.
std::string piece(const std::string& figure, std::string_view open, std::string_view close) {
  const std::string text = RepositoryFiles().read("fixtures/figures/" + figure);
  const std::size_t from = text.find(open);
  const std::size_t to = from == std::string::npos ? from : text.find(close, from);
  return to == std::string::npos ? std::string() : text.substr(from, to + close.size() - from);
}

const std::string legend_planned = piece("diagram.svg", R"(<g role="graphics-symbol" aria-label="planned">)", "</g>");
const std::string timeline_ongoing =
    piece("timeline.svg", R"(<g role="graphics-symbol" aria-label="ongoing">)", "</g>");
const std::string dot_legend_line = piece("graphviz.svg", R"(<g id="edge5" class="edge">)", "</g>");
const std::string event_sign = R"(<polygon fill="#8a4b08" stroke="#8a4b08" points="128.02,321.6)";
const std::string our_fonts = "Noto Sans CJK KR, Noto Sans KR, Apple SD Gothic Neo, Malgun Gothic, sans-serif";

const std::vector<Planted> all = {
    {"overlap", "diagram.svg", R"(y="271.98")", R"(y="257.98")", "V1", "`Summit` and `event · 27 Apr 2018` overlap by"},
    {"overlap_of_two_labels", "diagram.svg", R"(x="188.00" y="191.48")", R"(x="290.00" y="191.48")", "V1",
     "`takes part in` and `plans, 2019` overlap"},
    {"too_near", "diagram.svg", R"(x="188.00" y="191.48")", R"(x="236.00" y="191.48")", "V1", "px apart"},
    {"overlap_dot", "graphviz.svg", R"(x="75.7" y="-160.8")", R"(x="69.2" y="-208.3")", "V1",
     "`Ministry` and `hosts` overlap"},
    {"turned_overlap_dot", "graphviz.svg", R"(<text text-anchor="middle" x="75.7" y="-160.8")",
     R"svg(<text transform="rotate(90 69.2 -204)" text-anchor="middle" x="69.2" y="-204")svg", "V1", "overlap"},
    {"cut_by_the_page", "diagram.svg", R"(x="24.00" y="44.20")", R"(x="-4.00" y="44.20")", "V2",
     "`One ministry, one summit` is cut by the edge of the figure: 4 px at the left"},
    {"cut_at_the_right", "timeline.svg", R"(x="24.00" y="381.96")", R"(x="900.00" y="381.96")", "V2", "at the right"},
    {"cut_by_its_box", "diagram.svg", ">Liaison office<", ">Liaison office of both governments<", "V2",
     "beyond the shape it stands in"},
    {"cut_by_a_clip", "diagram.svg", R"(<g id="title">)",
     R"svg(<clipPath id="c"><rect width="100" height="99"/></clipPath><g id="title" clip-path="url(#c)">)svg", "V2",
     "is cut by its clip"},
    {"cut_by_its_box_dot", "graphviz.svg", ">Ministry<", ">Ministry of Unification<", "V2",
     "beyond the shape it stands in"},
    {"cut_by_the_page_dot", "graphviz.svg", R"(x="75.7" y="-160.8")", R"(x="-2" y="-160.8")", "V2", "at the left"},

    {"line_through_label", "diagram.svg", R"(<g id="mou--plans--zone")",
     R"(<g id="mou--knows--mou" role="graphics-symbol" aria-label="loop"><path fill="none" stroke="#5b6470" d="M188,170L320,190"/></g><g id="mou--plans--zone")",
     "V3", "`takes part in` is crossed by the line `loop`"},
    {"line_through_label_dot", "graphviz.svg", R"(x="75.7" y="-160.8")", R"(x="102" y="-120")", "V3",
     "`hosts` is crossed by the line `mou->forum`"},
    {"label_on_a_node", "diagram.svg", R"(x="188.00" y="191.48")", R"(x="250.00" y="150")", "V3",
     "`plans, 2019` lies on `Ministry of Unification"},
    {"label_on_a_node_dot", "graphviz.svg", R"(x="75.7" y="-160.8")", R"(x="30" y="-105")", "V3",
     "`hosts` lies on `summit`"},
    {"line_through_node", "diagram.svg", R"(<g id="mou--plans--zone")",
     R"(<g id="mou--knows--mou" role="graphics-symbol" aria-label="loop"><path fill="none" stroke="#5b6470" d="M300,250L60,235"/></g><g id="mou--plans--zone")",
     "V4", "runs through `Peace zone"},
    {"line_through_node_dot", "graphviz.svg", "M52.1,-103.21C57.74,-91.22 65.44,-74.85 71.89,-61.16",
     "M52.1,-103.21L69.2,-208", "V4", "the line `summit->forum` runs through `mou`"},

    {"nodes_overlap", "diagram.svg", "73,223.02 227,223.02 227,293.22 73,293.22",
     "73,223.02 267,223.02 267,293.22 73,293.22", "V6", "overlap by"},
    {"nodes_near", "diagram.svg", "73,223.02 227,223.02 227,293.22 73,293.22",
     "73,223.02 244,223.02 244,293.22 73,293.22", "V6", "are 4.5 px apart"},
    {"nodes_overlap_dot", "graphviz.svg", R"(cx="44.2" cy="-121")", R"(cx="60" cy="-200")", "V6", "overlap"},
    {"small_text", "diagram.svg", R"(font-size="12")", R"(font-size="9")", "V7", "is set in 9 px"},
    {"small_text_by_scale", "diagram.svg", R"(width="568" height="431" viewBox)",
     R"(width="284" height="215.5" viewBox)", "V7", "is set in 6 px"},
    {"small_text_dot", "graphviz.svg", R"(font-size="14.00">hosts)", R"(font-size="8.00">hosts)", "V7",
     "`hosts` is set in 10.7 px"},

    {"pale_text", "diagram.svg", R"(fill="#414b56">4 nodes)", R"(fill="#949494">4 nodes)", "V8",
     "`4 nodes and 2 relations` has 3.03:1, #949494 on #ffffff"},
    {"text_on_its_like", "diagram.svg", R"(<polygon fill="#fcefdc")", R"(<polygon fill="#2b3642")", "V8",
     "`Summit` has"},
    {"text_by_style_sheet", "diagram.svg", "<g id=\"heading\"",
     "<style>#subtitle text { fill: #949494 }</style><g id=\"heading\"", "V8", "3.03:1"},
    {"transparent_text", "diagram.svg", R"(<g id="subtitle">)", R"(<g id="subtitle" opacity="0.5">)", "V8",
     "`4 nodes and 2 relations`"},
    {"pale_text_dot", "graphviz.svg", R"(font-size="14.00">Forum)", R"(font-size="14.00" fill="#949494">Forum)", "V8",
     "`Forum` has 3.03:1"},
    {"pale_line", "diagram.svg", R"(<g id="mou--plans--zone")",
     R"(<g id="mou--knows--mou" role="graphics-symbol" aria-label="loop"><path fill="none" stroke="#bbbbbb" d="M60,180L60,210"/></g><g id="mou--plans--zone")",
     "V9", "`loop` has 1.91:1"},
    {"pale_node_dot", "graphviz.svg", R"(<ellipse fill="none" stroke="black")",
     R"(<ellipse fill="none" stroke="#cccccc")", "V9", "`summit` has 1.60:1"},

    {"color_alone", "diagram.svg", event_sign, R"(<polygon fill="none" points="128.02,321.6)", "V10",
     "`event` and `initiative` differ by colour alone"},
    {"like_colors", "diagram.svg", R"(<polygon fill="#e2f4ec" stroke="#006d4f" stroke-width="1.4" points="205)",
     R"(<polygon fill="#e2f4ec" stroke="#8a3b28" stroke-width="1.4" points="205)", "V11", "`initiative` #8a3b28 are"},
    {"missing_entry", "diagram.svg", legend_planned, "", "V13",
     "the legend lacks a line of dashes 6 4, drawn for 1 node, first `Peace zone"},
    {"extra_look", "diagram.svg", legend_planned,
     legend_planned +
         R"(<g role="graphics-symbol" aria-label="denied"><rect x="500" y="318" width="28" height="16" fill="#fff" stroke="#006d4f" stroke-dasharray="1 3"/><text x="530" y="330">denied</text></g>)",
     "V13", "the legend has a line of dashes 1 3, at `denied`, and no node has it"},
    {"missing_entry_timeline", "timeline.svg", timeline_ongoing, "", "V22", "ongoing is drawn"},
    {"missing_entry_dot", "graphviz.svg", dot_legend_line, "", "V13", "the legend lacks a line of dashes"},
    {"no_legend_dot", "graphviz.svg", ">Legend<", ">Others<", "V13", "no legend says why"},

    {"no_role", "diagram.svg", R"(role="graphics-document document")", "", "V16", "the root has no `role`"},
    {"no_description", "diagram.svg", R"(<desc id="figure-description">)", R"(<desc id="figure-description"/><desc>)",
     "V16", "no <desc>"},
    {"id_for_a_name", "diagram.svg", R"(aria-label="Peace zone, initiative · planned · since 2019")",
     R"(aria-label="peace_zone")", "V16", "named `peace_zone`, which is an id"},
    {"no_language", "diagram.svg", R"(<tspan lang="ko" xml:lang="ko">)", "<tspan>", "V16", "is Korean and says `en`"},
    {"order_of_time", "timeline.svg", R"(<g id="office")",
     R"(<g id="later" role="graphics-symbol" aria-label="later"><rect x="900" y="190" width="9" height="9" fill="#006d4f"/></g><g id="office")",
     "V17", "is read after `later`"},

    {"wrong_font", "diagram.svg", R"(text-anchor="middle" font-size="13")",
     R"(text-anchor="middle" font-family="Comic Sans MS" font-size="13")", "V18", "none of it is installed here"},
    {"no_generic_font", "diagram.svg", our_fonts, "Noto Sans CJK KR", "V18", "does not end in a generic font"},
    {"generic_font_only", "diagram.svg", our_fonts, "sans-serif", "V18", "no font is named but a generic one"},
    {"wrong_font_dot", "graphviz.svg", R"(font-family="Noto Sans CJK KR,sans-serif" font-size="14.00">Forum)",
     R"(font-family="Comic Sans MS,sans-serif" font-size="14.00">Forum)", "V18",
     "`Forum` in `Comic Sans MS, sans-serif`: none of it is installed here"},
    {"foreign_object", "diagram.svg", R"(<g id="subtitle">)",
     R"(<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject><g id="subtitle">)",
     "V18", "foreignObject"},
    {"korean_in_a_latin_font", "diagram.svg", our_fonts, "DejaVu Sans, sans-serif", "V19",
     "begins with no Korean font"},
    {"letter_that_no_font_has", "diagram.svg", ">Summit<", ">Summit \U000F1234<", "V19",
     "that no installed font can draw"},
    {"long_label", "diagram.svg", ">Liaison office<", ">Liaison office of both governments<", "V20",
     "34 letters on a line"},
    {"shortened_label", "diagram.svg", ">Peace zone<", ">Peace…<", "V20", "is cut short"},
    {"cut_word", "diagram.svg", "initiative · planned ·</text>",
     "initiative · plan</text><text x=\"150\" y=\"272\" text-anchor=\"middle\" font-size=\"12\">ned ·</text>", "V20",
     "breaks within a word after `initiative · plan`"},
    {"large_file", "diagram.svg", "</svg>", "<!--" + std::string(300000, 'x') + "--></svg>", "V32", "bytes"},
};

std::string figure_with(const Planted& planted, bool is_planted) {
  std::string text = RepositoryFiles().read("fixtures/figures/" + planted.figure);
  const std::size_t at = text.find(planted.what);
  EXPECT_FALSE(planted.what.empty()) << planted.name;
  EXPECT_NE(at, std::string::npos) << planted.name << ": " << planted.figure << " lacks " << planted.what;
  if (is_planted && at != std::string::npos) text.replace(at, planted.what.size(), planted.with);
  return text;
}

// Of one rule.
std::vector<std::string> messages(const std::string& figure, const std::string& rule) {
  static Fonts fonts;
  Inputs inputs;
  Diagnostics diagnostics;
  const auto report = lint(inputs, inputs.add("figure.svg", figure), fonts, diagnostics);
  std::vector<std::string> messages;
  EXPECT_TRUE(report);
  if (!report) return messages;
  for (const RuleRow& row : report->rows)
    if (row.rule->id == rule)
      for (const Finding& finding : row.measured.findings) messages.push_back(finding.message);
  return messages;
}

bool has(const std::vector<std::string>& messages, const std::string& part) {
  return std::any_of(messages.begin(), messages.end(),
                     [&](const std::string& message) { return message.find(part) != std::string::npos; });
}

TEST(Planted, IsFoundByItsRuleAndOnlyWhenPlanted) {
  for (const Planted& planted : all) {
    const auto with = messages(figure_with(planted, true), planted.rule);
    EXPECT_TRUE(has(with, planted.found))
        << planted.name << ": " << planted.rule << " says " << fmt::format("{}", fmt::join(with, "\n  "));
    EXPECT_FALSE(has(messages(figure_with(planted, false), planted.rule), planted.found))
        << planted.name << " is found where it is not";
  }
}

TEST(Planted, EachRuleHasAFault) {
  // Below, in the cases, and in rules_dates_test.
  const std::set<std::string_view> elsewhere = {"V5", "V12", "V14", "V15", "V21"};
  for (const Rule* rule : rules()) {
    const bool is_planted =
        std::any_of(all.begin(), all.end(), [&](const Planted& each) { return each.rule == rule->id; });
    EXPECT_TRUE(is_planted || elsewhere.contains(rule->id)) << rule->id;
  }
}

// A drawing by another program, told by geometry alone: boxes with texts, lines between them.
std::string drawing(const std::string& inside) {
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" font-family="Noto Sans CJK KR, sans-serif" font-size="14">{}</svg>)",
      inside);
}

std::string box(int x, int y, const std::string& label, const std::string& fill = "#ffffff") {
  return fmt::format(
      R"(<rect x="{}" y="{}" width="80" height="30" fill="{}" stroke="black"/><text x="{}" y="{}" text-anchor="middle">{}</text>)",
      x, y, fill, x + 40, y + 20, label);
}

std::string line(int x1, int y1, int x2, int y2) {
  return fmt::format(R"(<path d="M{},{}L{},{}" fill="none" stroke="black"/>)", x1, y1, x2, y2);
}

TEST(Planted, InADrawingWithoutIdsOrClasses) {
  const std::string boxes =
      box(10, 10, "one") + box(300, 10, "two") + box(150, 10, "three") + box(10, 200, "four") + box(300, 200, "five");
  EXPECT_TRUE(has(messages(drawing(boxes + line(90, 25, 300, 25)), "V4"), "runs through"));
  EXPECT_TRUE(has(messages(drawing(boxes + line(90, 25, 300, 25)), "V3"), "`three` is crossed by the line"));
  EXPECT_TRUE(messages(drawing(boxes + line(90, 25, 150, 25)), "V4").empty());
  const std::string crossing = line(50, 40, 340, 200) + line(340, 40, 50, 200);  // one among two edges may be
  EXPECT_TRUE(has(messages(drawing(boxes + crossing), "V5"), "flatter than 58°"));
  EXPECT_FALSE(has(messages(drawing(boxes + crossing), "V5"), "among"));
  EXPECT_TRUE(has(messages(drawing(boxes + crossing + line(190, 40, 60, 200)), "V5"), "2 crossings among 3 edges"));
  EXPECT_TRUE(has(messages(drawing(box(10, 10, "one") + box(60, 20, "two")), "V6"), "overlap"));
}

TEST(Planted, TooManyHues) {
  const char* colors[] = {"#c00000", "#c07000", "#a0a000", "#40a000", "#00a080", "#0070c0", "#5030c0", "#b000b0"};
  std::string boxes;
  for (int i = 0; i < 8; ++i) boxes += box(i % 4 * 95, i / 4 * 60, fmt::format("n{}", i), colors[i]);
  EXPECT_TRUE(has(messages(drawing(boxes), "V12"), "8 hues"));
}

TEST(Planted, ANodeWithoutALabel) {
  const std::string graph = R"(<g class="node"><title>a</title><circle cx="50" cy="50" r="20"/></g>)";
  EXPECT_TRUE(has(messages(drawing(graph), "V14"), "`a` has no label"));
}

}  // namespace
}  // namespace throughline::lint
