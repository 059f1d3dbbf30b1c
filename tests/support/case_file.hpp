// SPDX-License-Identifier: Apache-2.0
// A test as one page of text: what it protects, what is run, what must come out. tests/README.md shows the whole form.
//
//   # links with --certain leaves out what is only possible
//   graph: tiny
//   run: links --from actor --to initiative --certain
//   ---- stdout
//   …
//   ---- exit 0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "support/program.hpp"

namespace throughline {

// `equals`: all of the text. `has`: these lines occur, in this order. `starts`: the text begins so.
enum class Match { equals, has, starts };

struct Expectation {
  std::string name;  // "stdout", "stderr", or the path of a written file
  Match match = Match::equals;
  std::string text;
};

struct Case {
  std::string path;
  std::string input;  // everything above the first expectation, byte for byte
  std::vector<std::string> arguments;
  Surroundings surroundings;
  MemoryFiles::Contents files;
  std::vector<Expectation> streams;  // stdout and stderr; a missing one must be empty
  std::vector<Expectation> written;
  int exit = 0;
};

constexpr std::string_view case_section_mark = "---- ";  // a line that begins so begins a section

struct CaseError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws CaseError with path and line.
Case parse_case(std::string path, std::string_view text);

// What is wrong with an outcome, one text a fault; empty when the case holds.
std::vector<std::string> faults(const Case& wanted, const Outcome& got);

// The case file with its full-text expectations and exit status replaced by what was got. Throws CaseError when the
// outcome cannot be written down (a line that reads as a section, a last line without an end).
std::string rewritten(const Case& wanted, const Outcome& got);

// Words as a shell would split them: quotes, backslashes, a comment after ` #`. Throws CaseError.
std::vector<std::string> split_command(std::string_view line);

}  // namespace throughline
