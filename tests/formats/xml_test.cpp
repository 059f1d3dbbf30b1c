// SPDX-License-Identifier: Apache-2.0
// What is well-formed XML and what is wrong with other texts; the dates of GEXF both ways.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "formats/gexf_time.hpp"
#include "formats/xml_form.hpp"
#include "formats/xml_name.hpp"

namespace throughline {
namespace {

TEST(Xml, passes_over_comments_instructions_and_sections) {
  for (const std::string_view text :
       {"<a><!-- & < --><?x & < ?><![CDATA[ & < ]]></a>", "<!DOCTYPE a [<!-- > --><!ENTITY b \">\">]><a>&#38;&lt;</a>",
        "<?xml version='1.0'?>\n<a b='>' c=\"'\"/>\n<!-- end -->\n"})
    EXPECT_FALSE(find_xml_problem(text, 10).has_value()) << text;
}

TEST(Xml, names_what_is_wrong) {
  const auto message = [](std::string_view text) {
    const auto problem = find_xml_problem(text, 10);
    return problem ? problem->message : std::string();
  };
  EXPECT_EQ(message("<a/><b/>"), "a second root element");
  EXPECT_EQ(message("<a/>b"), "text outside of the root element");
  EXPECT_EQ(message("<a>"), "the file ends within the element `a`");
  EXPECT_EQ(message("<a b='1' b=\"2\"/>"), "the attribute `b` stands twice in one element");
  EXPECT_EQ(message("<a b=\"c='1'\" c = '2'/>"), "");
  EXPECT_EQ(message("</a>"), "an end tag where no element is open");
  EXPECT_EQ(message("<a b='1"), "a value whose quote is not closed");
  EXPECT_EQ(message("<a b"), "a tag that does not end");
  EXPECT_EQ(message("<a><!-- </a>"), "a comment that does not end");
  EXPECT_EQ(message("<!DOCTYPE a [ <a/>"), "a document type that does not end");
  EXPECT_EQ(message("<a b='&c;'/>"), "the entity `c` is not one of XML's own");
  EXPECT_EQ(message("<!-- -->"), "no element");
  EXPECT_EQ(message("<a>&#xD800;</a>"), "`&#xD800;` is no character");
  EXPECT_EQ(message("<a>&#0;</a>"), "`&#0;` is no character");
  EXPECT_EQ(message("<a>\x01</a>"), "the character U+0001, which no XML can hold");
}

TEST(XmlName, escapes_what_no_name_may_hold) {
  EXPECT_EQ(xml_name_of("kim-ju.1_a:b"), "kim-ju.1_a:b");
  EXPECT_EQ(xml_name_of("Größe 평양/東京"), "Größe_x0020_평양_x002F_東京");
  EXPECT_EQ(xml_name_of("²😀"), "_x00B2__x1F600_");
  EXPECT_EQ(xml_name_of("a_x0020_b"), "a_x005F_x0020_b");
  EXPECT_EQ(xml_name_of("a_x_b"), "a_x005F_x_b");
  EXPECT_EQ(text_of_xml_name("a_x0020_b_x20_c_x0041__xD800__x0000_"), "a b_x20_c_x0041__xD800__x0000_");
}

RC_GTEST_PROP(XmlName, comes_back, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "_", "x", "0020", "x0020_", "_x005F", "5F", "41", " ", "/", "é", "벤", "²", "😀", "_x1F600_"));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  const std::string name = xml_name_of(text);
  RC_ASSERT(text_of_xml_name(name) == text);
  RC_ASSERT(name.find_first_of(" /") == std::string::npos);
}

std::vector<GexfSpan> spans(std::string_view text) {
  EdtfError error;
  return gexf_spans(*parse_edtf(text, error));
}

TEST(GexfTime, spans_are_the_first_and_the_last_day) {
  EXPECT_EQ(spans("2018"), (std::vector<GexfSpan>{{"2018-01-01", "2018-12-31"}}));
  EXPECT_EQ(spans("2018-02~/.."), (std::vector<GexfSpan>{{"2018-02-01", ""}}));
  EXPECT_EQ(spans("../2018"), (std::vector<GexfSpan>{{"", "2018-12-31"}}));
  EXPECT_EQ(spans("[2018-04-01, 2019]"), (std::vector<GexfSpan>{{"2018-04-01", "2019-12-31"}}));
  EXPECT_EQ(spans("{2018-04-01, 2020..2021}"),
            (std::vector<GexfSpan>{{"2018-04-01", "2018-04-01"}, {"2020-01-01", "2021-12-31"}}));
  EXPECT_TRUE(spans("-0043").empty());
  EXPECT_TRUE(spans("Y12000").empty());
}

TEST(GexfTime, spans_become_the_date_that_holds_on_all_of_them) {
  const auto date = [](std::vector<GexfSpan> given) { return date_of_gexf(given).value_or("none"); };
  EXPECT_EQ(date({{"2018-04-01", "2018-04-01"}}), "2018-04-01");
  EXPECT_EQ(date({{"2018-04-01", "2018-05-01"}}), "2018-04-01/2018-05-01");
  EXPECT_EQ(date({{"", "2018-05-01"}}), "../2018-05-01");
  EXPECT_EQ(date({{"2018-04-01", ""}, {"2017-01-01", "2017-01-01"}}), "{2018-04-01.., 2017-01-01}");
  EXPECT_EQ(date({{"soon", ""}}), "none");
  EXPECT_EQ(next_to("2018-03-01", -1), "2018-02-28");
  EXPECT_EQ(next_to("2018-03-01T00:00:00", -1), "2018-03-01T00:00:00");
}

}  // namespace
}  // namespace throughline
