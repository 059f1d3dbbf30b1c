// SPDX-License-Identifier: Apache-2.0
// Every question asked of a snapshot has, byte for byte, the answer that the files have from which it was made: places
// of evidence, stored texts and problems included.
#include <gtest/gtest.h>

#include "cli/command.hpp"
#include "support/case_file.hpp"
#include "support/program.hpp"

namespace throughline {
namespace {

constexpr const char* files = "graphs/inter-korean";

const MemoryFiles::Contents& snapshot() {
  static const MemoryFiles::Contents written = run_program({"convert", files, "-o", "graphs/korean.tlx"}).written;
  return written;
}

struct Both {
  Outcome of_files;
  Outcome of_snapshot;
};

Both ask(std::vector<std::string> question) {
  question.insert(question.begin(), {"-g", files});
  Both both;
  both.of_files = run_program(question);
  question[1] = "graphs/korean.tlx";
  both.of_snapshot = run_program(question, {}, snapshot());
  return both;
}

// The examples of all verbs, which are asked of this graph.
std::vector<std::vector<std::string>> questions() {
  std::vector<std::vector<std::string>> list;
  for (const cli::Command& command : cli::commands()) {
    const std::string_view name = command.name;
    if (name == "convert" || name == "draw" || name == "timeline" || name == "report" || name == "diff") continue;
    std::vector<std::string> words = split_command(command.example);
    if (words.size() > 2 && words[0] == "-g") words.erase(words.begin(), words.begin() + 2);
    list.push_back(words);
    if (command.prints_table) {
      words.insert(words.end(), {"--format", "json"});
      list.push_back(words);
    }
  }
  list.push_back({"check", "--format", "json"});
  list.push_back({"evidence", "--format", "json"});
  list.push_back({"links", "--format", "json", "--as-of", "2019"});
  return list;
}

TEST(SnapshotAnswers, are_those_of_the_files) {
  ASSERT_EQ(snapshot().size(), 1U);
  for (const std::vector<std::string>& question : questions()) {
    const Both both = ask(question);
    EXPECT_EQ(both.of_snapshot.exit, both.of_files.exit) << question.front();
    EXPECT_EQ(both.of_snapshot.out, both.of_files.out) << question.front();
  }
}

TEST(SnapshotAnswers, the_same_files_give_the_same_bytes) {
  EXPECT_EQ(run_program({"convert", files, "-o", "graphs/korean.tlx"}).written, snapshot());
}

}  // namespace
}  // namespace throughline
