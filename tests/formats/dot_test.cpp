// SPDX-License-Identifier: Apache-2.0
// DOT: what its texts mean, and that no text, however odd or large, does more than be read or be refused.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "formats/dot_text.hpp"
#include "formats/load.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

struct Read {
  Model model;
  std::size_t errors;
  std::string first;  // what is said first
};

Read read(const std::string& text) {
  Diagnostics diagnostics;
  const std::string paths[] = {"a.dot"};
  Model model = load(paths, MemoryFiles({{"a.dot", text}}), {}, diagnostics);
  std::string first = diagnostics.list().empty() ? std::string() : diagnostics.list().front().message;
  return {std::move(model), diagnostics.errors(), std::move(first)};
}

TEST(Dot, expands_the_escapes_of_labels) {
  const DotNames names{"n", "g", "t", "h", true};
  EXPECT_EQ(dot_label(R"(\N of \G)", names), "n of g");
  EXPECT_EQ(dot_label(R"(\E, \T, \H)", names), "t->h, t, h");
  EXPECT_EQ(dot_label(R"(a\nb\lc\r)", names), "a\nb\nc");
  EXPECT_EQ(dot_label(R"(\\N \x \)", names), R"(\N x \)");
}

TEST(Dot, labels_show_the_text_they_are_made_of) {
  for (const std::string text : {"plain", R"(C:\Name)", "two\nlines", R"(\)"})
    EXPECT_EQ(dot_label(dot_label_of(text), {}), text);
}

TEST(Dot, takes_the_words_of_html_and_records) {
  EXPECT_EQ(words_of_html("<b>A</b>ct <i>one</i><br/>&lt;1&gt; &#xe9;&#233;&unknown;"), "Act one <1> éé&unknown;");
  EXPECT_EQ(words_of_html("<table><tr><td>a</td><td>b</td></tr></table><!-- no -->"), "a b");
  EXPECT_EQ(words_of_html("<b"), "");
  EXPECT_EQ(words_of_record(R"(<f0> left|{<f1> up | down \| out}|)"), "left | up | down | out");
}

TEST(Dot, splits_a_text_into_tokens) {
  DotTokens tokens("graph /* { */ \"a\" + \n \"b\" -- <x<y>z> // }\n# }\n-1.5;");
  std::string seen;
  while (const auto token = tokens.next()) seen += "[" + dot_unquoted(*token) + "]";
  EXPECT_EQ(seen, "[graph][ab][--][x<y>z][-1.5][;]");
}

TEST(Dot, is_refused_or_read_wherever_it_is_cut_off) {
  const std::string text =
      "strict digraph \"g\" { node [a=b]; subgraph cluster_x { label=<<b>x</b>>; p -> {q r} } p:w -> q [label=\"\\N\"] "
      "}\n";
  for (std::size_t length = 0; length + 1 < text.size(); ++length) {
    const Read cut = read(text.substr(0, length));
    EXPECT_TRUE(length == 0 || cut.errors > 0 || text.find_first_not_of(" \n", length) == std::string::npos) << length;
    EXPECT_TRUE(cut.model.nodes.empty() || cut.errors == 0) << length;
  }
}

TEST(Dot, five_hundred_subgraphs_in_each_other_are_read) {
  std::string allowed = "graph ";
  for (std::size_t i = 0; i < 500; ++i) allowed += "{";
  allowed += "a" + std::string(500, '}');
  EXPECT_EQ(read(allowed).model.nodes.size(), 1U);
}

TEST(Dot, long_names_and_texts_are_read_up_to_a_limit) {
  constexpr std::size_t megabyte = 1'000'000;
  const Read name = read("graph { " + std::string(megabyte, 'x') + " }");
  ASSERT_EQ(name.model.nodes.size(), 1U) << name.first;
  EXPECT_EQ(name.model.text(name.model.nodes[0].id).size(), megabyte);
  const Read text = read("graph { a [note=\"" + std::string(megabyte, 'y') + "\"] }");
  ASSERT_EQ(text.model.nodes.size(), 1U) << text.first;
  EXPECT_EQ(text.model.text(text.model.nodes[0].note).size(), megabyte);
}

TEST(Dot, a_long_line_of_short_names_is_read) {
  std::string text = "graph {";
  for (std::size_t i = 0; i < 200'000; ++i) text += fmt::format(" n{};", i % 1000);
  EXPECT_EQ(read(text + " }").model.nodes.size(), 1000U);
}

}  // namespace
}  // namespace throughline
