// SPDX-License-Identifier: Apache-2.0
#include "support/case_file.hpp"

#include <gtest/gtest.h>

namespace throughline {
namespace {

constexpr std::string_view sample =
    "# the rule\n"
    "graph: tiny            # a fixture\n"
    "graph: story.yaml\n"
    "graph: graphs/inter-korean\n"
    "today: 2024-02-29\n"
    "run: find 'two words'  # a comment\n"
    "---- file story.yaml\n"
    "actors:\n"
    "  ada: {name: Ada}\n"
    "---- file-hex broken.yaml\n"
    "61 ff\n"
    "---- stdin\n"
    "typed\n"
    "---- stdout\n"
    "old\n"
    "---- wrote out.svg starts\n"
    "<svg\n"
    "---- exit 0\n";

using Words = std::vector<std::string>;

std::string error_of(std::string_view text) {
  try {
    parse_case("x.case", text);
  } catch (const CaseError& error) { return error.what(); }
  return "no error";
}

TEST(CaseFile, gives_the_graphs_before_the_words_of_the_command) {
  EXPECT_EQ(parse_case("x.case", sample).arguments,
            (Words{"-g", "fixtures/tiny", "-g", "story.yaml", "-g", "graphs/inter-korean", "find", "two words"}));
}

TEST(CaseFile, reads_surroundings_files_and_input) {
  const Case parsed = parse_case("x.case", sample);
  EXPECT_EQ(parsed.surroundings.today, "2024-02-29");
  EXPECT_EQ(parsed.surroundings.in, "typed\n");
  EXPECT_EQ(parsed.files.at("story.yaml"), "actors:\n  ada: {name: Ada}\n");
  EXPECT_EQ(parsed.files.at("broken.yaml"), "a\xFF");
}

TEST(CaseFile, keeps_its_input_byte_for_byte_when_rewritten) {
  const Case parsed = parse_case("x.case", sample);
  const Outcome got{.exit = 1, .out = "new\n", .err = "wrong\n", .written = {{"out.svg", "<svg/>"}}};
  const std::string input(sample.substr(0, sample.find("---- stdout")));
  EXPECT_EQ(rewritten(parsed, got),
            input + "---- stdout\nnew\n---- stderr\nwrong\n---- wrote out.svg starts\n<svg\n---- exit 1\n");
}

TEST(CaseFile, keeps_partial_expectations_when_rewritten) {
  const Case parsed = parse_case("x.case", "# r\nrun: x\n---- stdout has\none\n---- exit 0\n");
  EXPECT_EQ(rewritten(parsed, {.out = "zero\none\n"}), "# r\nrun: x\n---- stdout has\none\n---- exit 0\n");
}

TEST(CaseFile, refuses_to_write_down_what_it_could_not_read_again) {
  const Case parsed = parse_case("x.case", "# r\nrun: x\n");
  EXPECT_THROW(rewritten(parsed, {.out = "---- exit 0\n"}), CaseError);
  EXPECT_THROW(rewritten(parsed, {.out = "no line end"}), CaseError);
}

TEST(CaseFile, says_where_it_is_malformed) {
  EXPECT_EQ(error_of("run: x\n"), "x.case:1: no comment says which rule the case protects");
  EXPECT_EQ(error_of("# r\n"), "x.case:1: no `run:`");
  EXPECT_EQ(error_of("# r\nrnu: x\n"), "x.case:2: `rnu` is none of graph, today, default_graph, terminal_width, run");
  EXPECT_EQ(error_of("# r\nrun: 'x\n"), "x.case:2: a quote is not closed");
  EXPECT_EQ(error_of("# r\nrun: x\n---- stdotu\n"),
            "x.case:3: a section is one of file, file-hex, stdin, stdout, stderr, wrote, exit");
  EXPECT_EQ(error_of("# r\nrun: x\n---- stdout\n---- stdin\n"), "x.case:4: input below an expectation");
}

TEST(CaseFile, splits_like_a_shell) {
  EXPECT_EQ(split_command(R"( a 'b c' "d \"e\"" f\ g '' # h)"), (Words{"a", "b c", "d \"e\"", "f g", ""}));
  EXPECT_EQ(split_command("a#b"), (Words{"a#b"}));
}

Words faults_of(std::string_view expectations, const Outcome& got, std::string path = "x.case") {
  return faults(parse_case(std::move(path), "# r\nrun: x\n" + std::string(expectations)), got);
}

TEST(CaseFaults, are_none_when_all_is_as_wanted) {
  EXPECT_EQ(faults_of("---- stdout\na\n---- exit 0\n", {.out = "a\n"}), Words{});
  EXPECT_EQ(faults_of("", {}), Words{});
}

TEST(CaseFaults, show_the_first_line_that_differs) {
  const Words found = faults_of("---- stdout\na\nb\n", {.out = "a\nc\n"});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], "stdout differs in line 2\n  wanted: `b`\n  got:    `c`\nall that was got:\na\nc\n");
}

TEST(CaseFaults, a_stream_without_a_section_must_be_empty) {
  EXPECT_EQ(faults_of("---- stdout\na\n", {.out = "a\n", .err = "warning\n"}),
            Words{"stderr should be empty:\nwarning\n"});
}

TEST(CaseFaults, has_wants_each_line_in_order) {
  EXPECT_EQ(faults_of("---- stdout has\none\n\nthree\n", {.out = "one\ntwo\nthree\n"}), Words{});
  EXPECT_EQ(faults_of("---- stdout has\nthree\none\n", {.out = "one\nthree\n"}).size(), 1U);
}

TEST(CaseFaults, every_written_file_is_named) {
  EXPECT_EQ(faults_of("---- wrote a.svg starts\n<svg\n", {.written = {{"a.svg", "<svg/>"}}}), Words{});
  EXPECT_EQ(faults_of("---- wrote a.svg\n<svg/>\n", {}), Words{"a.svg was not written"});
  EXPECT_EQ(faults_of("", {.written = {{"a.svg", "<svg/>"}}}),
            Words{"a.svg was written, and no `wrote` section says so"});
}

TEST(CaseFaults, bad_in_the_name_goes_with_an_error) {
  EXPECT_EQ(faults_of("---- exit 1\n", {.exit = 1}, "a/bad_x.case"), Words{});
  EXPECT_EQ(faults_of("---- exit 1\n", {.exit = 1}, "a/x.case").size(), 1U);
  EXPECT_EQ(faults_of("---- exit 0\n", {}, "a/bad_x.case").size(), 1U);
}

}  // namespace
}  // namespace throughline
