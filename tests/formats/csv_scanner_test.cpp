// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_scanner.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, CsvDialect dialect = {}) {
  CsvScanner scanner(text, dialect);
  Rows rows;
  std::string scratch;
  while (scanner.next()) {
    rows.emplace_back();
    for (const CsvField& field : scanner.fields()) rows.back().emplace_back(scanner.value(field, scratch));
  }
  return rows;
}

TEST(CsvScanner, reads_what_rfc_4180_says) {
  EXPECT_EQ(rows_of("a,b\r\n1,2\r\n"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(rows_of("\"a,1\",\"say \"\"no\"\"\",\"two\nlines\"\n"), (Rows{{"a,1", "say \"no\"", "two\nlines"}}));
  EXPECT_EQ(rows_of("a,,\n"), (Rows{{"a", "", ""}}));
  EXPECT_EQ(rows_of("\"\",\"\"\"\"\n"), (Rows{{"", "\""}}));
}

TEST(CsvScanner, lines_end_as_they_will) {
  const Rows rows = {{"a"}, {"b"}, {"c"}};
  EXPECT_EQ(rows_of("a\nb\nc"), rows);
  EXPECT_EQ(rows_of("a\rb\rc\r"), rows);
  EXPECT_EQ(rows_of("a\r\nb\rc\n"), rows);
  EXPECT_EQ(rows_of("a\r\r\nb"), (Rows{{"a"}, {""}, {"b"}}));
}

TEST(CsvScanner, takes_quotes_only_at_the_start_of_a_field) {
  EXPECT_EQ(rows_of("5\" pipe,x\n"), (Rows{{"5\" pipe", "x"}}));
  EXPECT_EQ(rows_of("\"Kim\" Il-sung,x\n"), (Rows{{"\"Kim\" Il-sung", "x"}}));
  EXPECT_EQ(rows_of("'a,b'\n", {',', '\''}), (Rows{{"a,b"}}));
  EXPECT_EQ(rows_of("\"a,b\n", {',', '\0'}), (Rows{{"\"a", "b"}}));
}

TEST(CsvScanner, says_what_is_wrong_with_quotes) {
  CsvScanner open("\"a,b\nc", {});
  ASSERT_TRUE(open.next());
  EXPECT_TRUE(open.has_unclosed_quote());
  CsvScanner stray("\"a\"b,c\n", {});
  ASSERT_TRUE(stray.next());
  EXPECT_TRUE(stray.has_text_after_quote());
}

TEST(CsvScanner, trims_what_is_not_quoted) {
  EXPECT_EQ(rows_of(" a ;\" b \"; c\t\n", {';'}), (Rows{{"a", " b ", "c"}}));
}

TEST(CsvScanner, one_line_of_ten_megabytes) {
  const std::string cell(10'000'000, 'x');
  EXPECT_EQ(rows_of("a," + cell + ",b\n"), (Rows{{"a", cell, "b"}}));
  EXPECT_EQ(rows_of("\"" + cell + "\"\n"), (Rows{{cell}}));
  EXPECT_EQ(rows_of(std::string(10'000'000, ',')).front().size(), 10'000'001U);
}

// Random text of the characters that matter.
rc::Gen<std::string> hard_text() {
  return rc::gen::container<std::string>(rc::gen::element('a', 'b', ',', ',', '"', '"', '\n', '\r', ' '));
}

// What is written in quotes comes back as it was.
RC_GTEST_PROP(CsvScanner, reads_what_was_quoted, ()) {
  const auto rows =
      *rc::gen::container<Rows>(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(hard_text())));
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i == 0 ? "\"" : ",\"";
      for (const char c : row[i]) text += c == '"' ? "\"\"" : std::string(1, c);
      text += '"';
    }
    text += "\n";
  }
  RC_ASSERT(rows_of(text) == rows);
}

// A beginning gives the records of the whole text, as far as more text can't change them, and leaves the rest.
RC_GTEST_PROP(CsvScanner, a_beginning_gives_no_record_that_more_text_changes, ()) {
  const std::string text = *hard_text();
  const auto cut = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  CsvScanner whole(text, {});
  CsvScanner part(std::string_view(text).substr(0, cut), {}, false);
  while (part.next()) {
    RC_ASSERT(whole.next());
    RC_ASSERT(part.end() == whole.end());
    RC_ASSERT(part.fields().size() == whole.fields().size());
  }
  RC_ASSERT(part.end() == part.begin());
}

}  // namespace
}  // namespace throughline
