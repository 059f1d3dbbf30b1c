// SPDX-License-Identifier: Apache-2.0
// Every row of every table has its test, its line in the documentation, and its place in `throughline list`. A row that
// is added without them fails here, with what is missing.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "formats/format.hpp"
#include "model/vocabulary.hpp"
#include "render/table_format.hpp"
#include "support/case_file.hpp"

#if __has_include("cli/command.hpp")
#include "cli/command.hpp"
#define THROUGHLINE_HAS_COMMANDS 1
#endif
#if __has_include("render/renderer.hpp")
#include "render/renderer.hpp"
#define THROUGHLINE_HAS_RENDERERS 1
#endif

namespace throughline {
namespace {

// Problems that no case can bring about on every machine.
const std::map<std::string_view, std::string_view> without_case = {
    {"TL601", "needs a machine that lacks the font"},
    {"TL602", "what Graphviz warns about depends on its version"},
    {"TL603", "needs a layout that takes longer than its limit"},
};

using Names = std::vector<std::string>;

template <typename Row>
std::string name_of(const Row& row) {
  if constexpr (requires { row->name; }) {
    return std::string(row->name);
  } else {
    return std::string(row.name);
  }
}

template <typename Rows>
Names names_of(const Rows& rows) {
  Names names;
  for (const auto& row : rows) names.push_back(name_of(row));
  return names;
}

Names verb_names() {
#ifdef THROUGHLINE_HAS_COMMANDS
  return names_of(cli::commands());
#else
  return {};
#endif
}

Names renderer_names() {
#ifdef THROUGHLINE_HAS_RENDERERS
  return names_of(renderers());
#else
  return {};
#endif
}

const std::vector<Case>& all_cases() {
  static const std::vector<Case> cases = [] {
    std::vector<Case> read;
    for (const std::string& path : RepositoryFiles().list("tests/cases")) {
      if (path.ends_with(".case")) read.push_back(parse_case(path, RepositoryFiles().read(path)));
    }
    return read;
  }();
  return cases;
}

bool expects(const Case& wanted, std::string_view text) {
  return std::any_of(wanted.streams.begin(), wanted.streams.end(),
                     [&](const Expectation& expected) { return expected.text.find(text) != std::string::npos; });
}

template <typename Holds>
bool some_case(Holds holds) {
  return std::any_of(all_cases().begin(), all_cases().end(), holds);
}

bool has_words(const Case& wanted, std::string_view word, std::string_view next) {
  const std::vector<std::string>& words = wanted.arguments;
  const auto at = std::adjacent_find(words.begin(), words.end(),
                                     [&](const auto& a, const auto& b) { return a == word && b == next; });
  return at != words.end();
}

TEST(Diagnostics, each_has_a_case) {
  for (const CodeRow& row : diagnostic_codes()) {
    const std::string id = fmt::format("[{}]", row.id);
    const bool is_shown = some_case([&](const Case& wanted) { return expects(wanted, id); });
    const bool is_excused = without_case.contains(row.id);
    EXPECT_TRUE(is_shown || is_excused) << row.id << " " << row.name << ": no case in tests/cases expects " << id;
    EXPECT_FALSE(is_shown && is_excused) << row.id << " has a case, and stands among the exceptions of this test";
  }
}

TEST(Diagnostics, each_has_an_id_and_a_name_of_its_own) {
  std::set<std::string_view> seen;
  for (const CodeRow& row : diagnostic_codes()) {
    EXPECT_TRUE(seen.insert(row.id).second) << row.id;
    EXPECT_TRUE(seen.insert(row.name).second) << row.name;
    EXPECT_TRUE(row.id.size() == 5 && row.id.starts_with("TL")) << row.id;
  }
}

TEST(Diagnostics, each_is_worded_like_the_others) {
  for (const CodeRow& row : diagnostic_codes()) {
    for (const std::string_view text : {row.meaning, row.remedy}) {
      EXPECT_FALSE(text.empty() || text.ends_with('.')) << row.id << ": " << text;
    }
  }
}

TEST(Verbs, each_has_a_case) {
  for (const std::string& verb : verb_names()) {
    const std::string folder = fmt::format("tests/cases/{}/", verb);
    EXPECT_TRUE(some_case([&](const Case& wanted) { return wanted.path.starts_with(folder); }))
        << "no case in " << folder;
  }
}

TEST(Verbs, each_has_a_line_in_the_documentation) {
  for (const std::string& verb : verb_names()) {
    const std::string text = RepositoryFiles().read("cli/README.md");
    const bool is_told = text.find(fmt::format("`{}`", verb)) != std::string::npos ||
                         text.find(fmt::format("`{} ", verb)) != std::string::npos;
    EXPECT_TRUE(is_told) << "cli/README.md says nothing of `" << verb << "`";
  }
}

TEST(TableFormats, each_has_a_case) {
  for (const std::string& format : names_of(table_formats())) {
    EXPECT_TRUE(format == "text" ||
                some_case([&](const Case& wanted) { return has_words(wanted, "--format", format); }))
        << "no case has `--format " << format << "`";
  }
}

TEST(Renderers, each_has_a_case) {
  for (const std::string& renderer : renderer_names()) {
    EXPECT_TRUE(some_case([&](const Case& wanted) {
      return std::any_of(wanted.written.begin(), wanted.written.end(),
                         [&](const Expectation& file) { return file.name.ends_with("." + renderer); });
    })) << "no case writes a figure as "
        << renderer;
  }
}

void expect_listed(const std::string& what, const Names& names) {
  const Outcome listed = run_program({"list", what, "--format", "csv"});
  EXPECT_EQ(listed.exit, 0) << listed.err;
  for (const std::string& name : names) {
    EXPECT_NE(listed.out.find(fmt::format("\n{},", name)), std::string::npos) << "`list " << what << "` lacks " << name;
  }
}

TEST(List, shows_the_rows_of_every_table) {
  if (verb_names().empty()) GTEST_SKIP() << "there are no verbs yet";
  expect_listed("verbs", verb_names());
  expect_listed("relations", names_of(Vocabulary().relation_types()));
  Names files = names_of(formats());
  for (const Names& more : {names_of(table_formats()), renderer_names()})
    files.insert(files.end(), more.begin(), more.end());
  expect_listed("formats", files);
}

}  // namespace
}  // namespace throughline
