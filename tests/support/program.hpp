// SPDX-License-Identifier: Apache-2.0
// The whole program as a test sees it: arguments and input in; exit status, texts and written files out. In process,
// through the function that main calls.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "support/memory_files.hpp"

namespace throughline {

struct Surroundings {
  std::string today = "2026-01-01";
  std::string default_graph;       // $THROUGHLINE_GRAPH
  std::size_t terminal_width = 0;  // 0: stdout is no terminal
  std::string in;
};

struct Outcome {
  int exit = 0;
  std::string out;
  std::string err;
  MemoryFiles::Contents written;
};

// Reads `inline_files` and, below them, the repository.
Outcome run_program(const std::vector<std::string>& arguments, const Surroundings& surroundings = {},
                    const MemoryFiles::Contents& inline_files = {});

}  // namespace throughline
