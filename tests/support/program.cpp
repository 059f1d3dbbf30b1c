// SPDX-License-Identifier: Apache-2.0
#include "support/program.hpp"

#include <sstream>

#include "cli/run.hpp"

namespace throughline {

Outcome run_program(const std::vector<std::string>& arguments, const Surroundings& surroundings,
                    const MemoryFiles::Contents& inline_files) {
  const RepositoryFiles repository;
  MemoryFiles files(inline_files, &repository);
  std::istringstream in(surroundings.in);
  std::ostringstream out;
  std::ostringstream err;
  cli::World world{.in = in,
                   .out = out,
                   .err = err,
                   .files = files,
                   .today = surroundings.today,
                   .default_graph = surroundings.default_graph,
                   .terminal_width = surroundings.terminal_width};
  const int exit = cli::run(arguments, world);
  return {exit, out.str(), err.str(), files.written()};
}

}  // namespace throughline
