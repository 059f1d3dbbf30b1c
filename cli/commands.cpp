// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"

namespace throughline::cli {

extern const Command check_command, run_command, report_command, diff_command, draw_command, timeline_command,
    lint_command, convert_command, date_command, list_command, explain_command;

std::vector<Command> commands() {
  std::vector<Command> all = {check_command};
  for (const Verb* verb : verbs())
    all.push_back(
        {verb->name, verb->summary, verb->example, verb->parameters, true, nullptr, verb, true, verb->takes_filters});
  all.insert(all.end(), {run_command, report_command, diff_command, draw_command, timeline_command, lint_command,
                         convert_command, date_command, list_command, explain_command});
  return all;
}

}  // namespace throughline::cli
