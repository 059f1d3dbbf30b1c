// SPDX-License-Identifier: Apache-2.0
// The whole program as a function: what main calls, and what the tests call in process. Everything that comes from
// outside (streams, files, the date, the environment) comes in through World.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "base/files.hpp"

namespace throughline::cli {

struct World {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Files& files;
  std::string today;          // YYYY-MM-DD
  std::string default_graph;  // $THROUGHLINE_GRAPH, or empty
  bool color_out = false;     // stdout is a terminal that wants colour
  bool color_err = false;
  std::size_t terminal_width = 0;  // 0: stdout is no terminal
  bool shows_progress = false;     // stderr is a terminal
};

enum ExitStatus { fine = 0, data_errors = 1, wrong_usage = 2, world_failed = 3 };

// `arguments` without the program's name.
int run(std::span<const std::string> arguments, World& world);

}  // namespace throughline::cli
