// SPDX-License-Identifier: Apache-2.0
// FollowTheMoney: what the table of its model says, how its dates are read, and what no text of it can do.
#include <gtest/gtest.h>

#include "formats/ftm_entity.hpp"
#include "formats/ftm_model.hpp"
#include "formats/ftm_pieces.hpp"
#include "formats/load.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

std::pair<std::size_t, std::size_t> nodes_and_errors(const std::string& text) {
  Diagnostics diagnostics;
  const std::string paths[] = {"a.ftm"};
  const Model model = load(paths, MemoryFiles({{"a.ftm", text}}), {}, diagnostics);
  return {model.nodes.size(), diagnostics.errors()};
}

TEST(Ftm, schemata_inherit) {
  const FtmSchema& company = *find_ftm_schema("Company");
  EXPECT_TRUE(ftm_is_a(company, "LegalEntity"));
  EXPECT_TRUE(ftm_has(company, "sourceUrl"));
  EXPECT_TRUE(ftm_names_entity(company, "addressEntity"));
  EXPECT_FALSE(ftm_names_entity(company, "address"));
  EXPECT_EQ(ftm_kind(company), "actor");
  EXPECT_EQ(ftm_kind(*find_ftm_schema("Trip")), "event");
  EXPECT_EQ(ftm_kind(*find_ftm_schema("License")), "initiative");
  EXPECT_EQ(ftm_kind(*find_ftm_schema("Vessel")), "node");
  EXPECT_EQ(find_ftm_schema("Spaceship"), nullptr);
}

TEST(Ftm, edges_join_properties_that_name_entities) {
  for (const std::string_view name :
       {"Associate", "ContractAward", "Control", "Debt", "Directorship", "Employment", "Family", "Membership",
        "Occupancy", "Ownership", "Payment", "Representation", "Succession", "UnknownLink"}) {
    const FtmSchema* schema = find_ftm_schema(name);
    ASSERT_TRUE(schema && schema->is_edge()) << name;
    EXPECT_TRUE(ftm_names_entity(*schema, schema->source) && ftm_names_entity(*schema, schema->target)) << name;
    EXPECT_EQ(schema->directed, !schema->inverse.empty()) << name;
  }
  EXPECT_FALSE(find_ftm_schema("Sanction")->is_edge());
}

TEST(Ftm, dates_are_paired_only_where_it_is_known_how) {
  EXPECT_EQ(ftm_dates({"2001"}, {"2003"}, true), (FtmTexts{"2001/2003"}));
  EXPECT_EQ(ftm_dates({"2001"}, {}, true), (FtmTexts{"2001/"}));
  EXPECT_EQ(ftm_dates({}, {"2003"}, true), (FtmTexts{"/2003"}));
  EXPECT_EQ(ftm_dates({"2001", "2002"}, {"2003"}, true), (FtmTexts{"2001/2003", "2002/2003"}));
  EXPECT_EQ(ftm_dates({"1", "2"}, {"3", "4"}, true), (FtmTexts{"1/", "2/", "/3", "/4"}));
  EXPECT_EQ(ftm_dates({"2001"}, {}, false), (FtmTexts{"2001"}));
}

TEST(Ftm, several_texts_are_one_and_come_apart_again) {
  for (const FtmTexts& texts :
       {FtmTexts{"a"}, FtmTexts{"a", "b; c"}, FtmTexts{R"(["a"])"}, FtmTexts{"[1]"}, FtmTexts{""}})
    EXPECT_EQ(ftm_separate(ftm_joined(texts)), texts);
}

TEST(Ftm, a_text_is_cut_into_entities) {
  FtmPieces pieces(" [ {\"a\": \"}\\\"\"},\n{\"b\": [{}]} ]\n");
  EXPECT_EQ(pieces.next(), R"({"a": "}\""})");
  EXPECT_EQ(pieces.next(), R"({"b": [{}]})");
  EXPECT_EQ(pieces.next(), std::nullopt);
  EXPECT_FALSE(pieces.is_open());
}

TEST(Ftm, is_refused_wherever_a_line_is_cut_off) {
  const std::string text =
      R"([{"id": "p", "schema": "Person", "properties": {"name": ["P", "Q"]}, "datasets": ["d"]}])";
  for (std::size_t length = 1; length < text.size(); ++length)
    EXPECT_GT(nodes_and_errors(text.substr(0, length)).second, 0U) << length;
  EXPECT_EQ(nodes_and_errors(text), (std::pair<std::size_t, std::size_t>(1, 0)));
}

}  // namespace
}  // namespace throughline
