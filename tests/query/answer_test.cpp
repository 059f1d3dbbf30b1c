// SPDX-License-Identifier: Apache-2.0
#include "query/answer.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace throughline {
namespace {

constexpr Parameter parameters[] = {narrowing({"--near", "", "", ""}), narrowing({"--late", "", "", ""}),
                                    narrowing({"--loud", "", "", ""}), Parameter{"--deep", "", "", ""}};

// What is found: for each, the options that hide it. The verb below is a plain function, so this is where it looks.
std::vector<std::vector<std::string>> found;

Table run(const Graph&, const Arguments& arguments, Diagnostics&) {
  Table table{.when_empty = "no birds"};
  for (const auto& hiding : found) {
    const bool is_hidden =
        std::any_of(hiding.begin(), hiding.end(), [&](const std::string& each) { return arguments.has(each); });
    if (!is_hidden) table.rows.push_back({.cells = {"bird"}, .data = [] { return Json(); }});
  }
  return table;
}

constexpr Verb verb{.name = "birds", .parameters = parameters, .run = run, .noun = "bird"};

std::string why_empty(const std::vector<std::string>& options) {
  const Model model;
  Arguments arguments;
  for (const std::string& option : options) arguments.give(option, {"yes"});
  Diagnostics diagnostics;
  return answer(verb, Graph(model), arguments, diagnostics).when_empty;
}

TEST(Answer, says_which_option_hides_all) {
  found = {{"--near"}, {"--near", "--late"}};
  EXPECT_EQ(why_empty({"--near"}), "no birds; without --near there are 2 birds");
  EXPECT_EQ(why_empty({"--near", "--late"}), "no birds; without --near there is 1 bird");
  found = {{"--near"}, {"--near"}, {"--late"}};
  EXPECT_EQ(why_empty({"--near", "--late"}), "no birds; without --near there are 2 birds, without --late 1");
}

TEST(Answer, says_as_few_options_as_hide_all_together) {
  found = {{"--near", "--loud"}};
  EXPECT_EQ(why_empty({"--near", "--late", "--loud"}), "no birds; without --near and --loud there is 1 bird");
}

TEST(Answer, says_that_no_option_hides_anything) {
  found = {};
  EXPECT_EQ(why_empty({"--late"}), "no birds; without --late there are none either");
  EXPECT_EQ(why_empty({"--late", "--near"}), "no birds; without --near and --late there are none either");
}

TEST(Answer, asks_again_only_without_what_narrows) {
  found = {{"--deep"}};
  EXPECT_EQ(why_empty({"--deep"}), "no birds");
}

}  // namespace
}  // namespace throughline
