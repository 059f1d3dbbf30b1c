// SPDX-License-Identifier: Apache-2.0
#include "query/rows.hpp"

#include <gtest/gtest.h>

namespace throughline {
namespace {

Row row_of(std::string_view text) { return {.cells = {std::string(text)}}; }

std::vector<std::string> texts(const Rows& rows) {
  std::vector<std::string> list;
  for (const Row& row : rows) list.push_back(row.cells.front());
  return list;
}

TEST(Rows, are_listed_or_made_of_what_was_found) {
  Rows listed;
  EXPECT_TRUE(listed.empty());
  listed.push_back(row_of("a"));
  listed.push_back(row_of("b"));
  const Rows made = rows_of(std::vector<std::string_view>{"a", "b"}, row_of);
  EXPECT_EQ(made.size(), 2U);
  EXPECT_EQ(texts(made), texts(listed));
}

TEST(Rows, are_made_once_each_time_they_are_gone_through) {
  std::vector<std::size_t> asked;
  const Rows rows(3, [&](std::size_t number) {
    asked.push_back(number);
    return row_of("row");
  });
  EXPECT_TRUE(asked.empty());
  for (const Row& row : rows) EXPECT_EQ(row.cells, row_of("row").cells);
  EXPECT_EQ(asked, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(Rows, keep_the_first) {
  Rows listed = {row_of("a"), row_of("b"), row_of("c")};
  Rows made = rows_of(std::vector<std::string_view>{"a", "b", "c"}, row_of);
  for (Rows* rows : {&listed, &made}) {
    rows->keep_first(5);
    EXPECT_EQ(rows->size(), 3U);
    rows->keep_first(2);
    EXPECT_EQ(texts(*rows), (std::vector<std::string>{"a", "b"}));
  }
}

}  // namespace
}  // namespace throughline
