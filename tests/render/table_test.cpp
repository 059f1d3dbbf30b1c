// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "base/text.hpp"
#include "render/table_format.hpp"

namespace throughline {
namespace {

Table sample() {
  return {.columns = {{"from_id", "From id", Shown::only_in_csv},
                      {"from", "From"},
                      {"chain", "How", Shown::only_for_people},
                      {"count", "Claims"}},
          .rows = {{.cells = {"mou", "통일부", "announces, carries out", "12"},
                    .details = {"“a zone of peace”", "  plan.yaml:3"},
                    .section = "Certainly",
                    .data =
                        [] {
                          return Json{{"from", {{"id", "mou"}, {"name", "통일부"}}}, {"count", 12}};
                        }},
                   {.cells = {"mofa", "Foreign | Affairs", "announces", "3"},
                    .section = "Possibly",
                    .data =
                        [] {
                          return Json{{"from", {{"id", "mofa"}}}, {"count", 3}};
                        }}},
          .when_empty = "nothing links them"};
}

std::string write(std::string_view format, const Table& table, const TableStyle& style = {}) {
  std::ostringstream out;
  find_table_format(format)->write(table, style, out);
  return out.str();
}

Table one_cell(std::string text) { return {.columns = {{"key", "Key"}}, .rows = {{.cells = {std::move(text)}}}}; }

TEST(TableFormats, are_found_by_name) {
  ASSERT_EQ(table_formats().size(), 5U);
  for (const TableFormat* format : table_formats()) EXPECT_EQ(find_table_format(format->name), format);
  EXPECT_EQ(find_table_format("xml"), nullptr);
}

// The sample, each row made when it is asked for.
Table made_sample(std::size_t& made) {
  Table table = sample();
  table.rows = {2, [&made](std::size_t number) {
                  ++made;
                  return sample().rows[number];
                }};
  return table;
}

TEST(TableFormats, print_rows_that_are_made_when_asked_for_like_others) {
  std::size_t made = 0;
  for (const TableFormat* format : table_formats())
    EXPECT_EQ(write(format->name, made_sample(made)), write(format->name, sample())) << format->name;
}

TEST(TableFormats, make_no_more_rows_for_a_stream_that_fails) {
  for (const TableFormat* format : table_formats()) {
    if (format->name == "text") continue;  // looks at all rows before the first is written
    std::size_t made = 0;
    Table table = sample();
    table.rows = {100, [&](std::size_t) {
                    ++made;
                    return sample().rows[0];
                  }};
    std::ostream nowhere(nullptr);
    format->write(table, {}, nowhere);
    EXPECT_LE(made, 2U) << format->name;
  }
}

TEST(TableText, aligns_columns_and_sets_details_below) {
  EXPECT_EQ(write("text", sample()),
            "From               How                     Claims\n"
            "\n"
            "Certainly\n"
            "통일부             announces, carries out      12\n"
            "    “a zone of peace”\n"
            "      plan.yaml:3\n"
            "\n"
            "Possibly\n"
            "Foreign | Affairs  announces                    3\n");
}

TEST(TableText, wraps_the_widest_columns_and_loses_nothing) {
  EXPECT_EQ(write("text", sample(), {.width = 32}),
            "From         How          Claims\n"
            "\n"
            "Certainly\n"
            "통일부       announces,       12\n"
            "             carries out\n"
            "    “a zone of peace”\n"
            "      plan.yaml:3\n"
            "\n"
            "Possibly\n"
            "Foreign |    announces         3\n"
            "Affairs\n");
}

TEST(TableText, stays_within_the_terminal) {
  for (std::size_t width = 40; width < 90; ++width) {
    const std::string text = write("text", sample(), {.width = width});
    for (const std::string_view line : split(text, '\n')) EXPECT_LE(display_width(line), width) << line;
  }
}

TEST(TableText, marks_headings_when_colour_is_wanted) {
  EXPECT_TRUE(write("text", one_cell("a"), {.color = true}).starts_with("\x1b[1mKey\x1b[0m\n"));
}

TEST(TableText, lets_no_user_text_drive_the_terminal) {
  Table table = one_cell("a\x1b]0;owned\x07");
  table.rows[0].details = {"\x1b[2J"};
  table.rows[0].section = "\x1b[1A";
  EXPECT_EQ(write("text", table).find('\x1b'), std::string::npos);
  EXPECT_EQ(write("markdown", table).find('\x1b'), std::string::npos);
}

TEST(TableText, says_why_it_is_empty) {
  EXPECT_EQ(write("text", {.when_empty = "nothing links them"}), "nothing links them\n");
  EXPECT_EQ(write("markdown", {.when_empty = "nothing links them"}), "nothing links them\n");
  EXPECT_EQ(write("text", {}), "");
}

TEST(TableText, bears_rows_that_are_shorter_than_the_header) {
  EXPECT_EQ(write("text", {.columns = {{"a", "A"}, {"b", "B"}}, .rows = {{.cells = {"1"}}}}), "A  B\n1\n");
}

TEST(TableCsv, has_keys_and_ids_and_nothing_for_people_only) {
  EXPECT_EQ(write("csv", sample()), "from_id,from,count\nmou,통일부,12\nmofa,Foreign | Affairs,3\n");
}

TEST(TableCsv, quotes_where_it_must) {
  EXPECT_EQ(write("csv", one_cell("a,\"b\"\nc")), "key\n\"a,\"\"b\"\"\nc\"\n");
  EXPECT_EQ(write("csv", one_cell(" a")), "key\n\" a\"\n");
  EXPECT_EQ(write("csv", {.columns = {{"key", "Key"}}}), "key\n");
}

TEST(TableMarkdown, makes_a_table_of_each_section) {
  EXPECT_EQ(write("markdown", sample()),
            "### Certainly\n\n"
            "| From | How | Claims | Details |\n"
            "| --- | --- | --- | --- |\n"
            "| 통일부 | announces, carries out | 12 | “a zone of peace”<br>  plan.yaml:3 |\n"
            "\n### Possibly\n\n"
            "| From | How | Claims | Details |\n"
            "| --- | --- | --- | --- |\n"
            "| Foreign \\| Affairs | announces | 3 |  |\n");
}

TEST(TableMarkdown, escapes_user_text) {
  EXPECT_EQ(write("markdown", one_cell("a|b *c* part_of _d_ <e> \\ [f]\ng")),
            "| Key |\n| --- |\n| a\\|b \\*c\\* part_of \\_d\\_ &lt;e> \\\\ \\[f\\]<br>g |\n");
}

TEST(TableJson, is_an_array_of_the_rows_data) {
  const Json parsed = Json::parse(write("json", sample()));
  ASSERT_EQ(parsed.size(), 2U);
  EXPECT_EQ(parsed[0], sample().rows[0].data());
  EXPECT_EQ(write("json", sample()), parsed.dump(2) + "\n");
  EXPECT_EQ(write("json", {.when_empty = "nothing"}), "[]\n");
}

TEST(TableJson, bears_broken_bytes) {
  Table table = one_cell("");
  table.rows[0].data = [] { return Json{{"name", "a\xFF"}}; };
  EXPECT_EQ(write("jsonl", table), "{\"name\":\"a\uFFFD\"}\n");
}

TEST(TableJsonl, has_one_object_a_line) {
  EXPECT_EQ(write("jsonl", sample()),
            "{\"from\":{\"id\":\"mou\",\"name\":\"통일부\"},\"count\":12}\n"
            "{\"from\":{\"id\":\"mofa\"},\"count\":3}\n");
  EXPECT_EQ(write("jsonl", {.when_empty = "nothing"}), "");
}

}  // namespace
}  // namespace throughline
