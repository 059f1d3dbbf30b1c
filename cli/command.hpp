// SPDX-License-Identifier: Apache-2.0
// THE TABLE of commands: the engine's questions (query/verbs.cpp) and what only a program does: check, draw, convert …
// A new one is a file cli/<name>.cpp and a row in commands.cpp; subcommand, options and help are made from the row.
#pragma once

#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run.hpp"
#include "query/verb.hpp"

namespace throughline::cli {

// The command line itself is wrong: exit status 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Invocation {
  const Arguments& arguments;       // also of the options that commands share: --format, --limit, --as-of …
  std::vector<std::string> graphs;  // the paths given with -g
  World& world;
  std::vector<std::string> tables = {};  // how tables are laid out, given with --table
};

struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view example;
  std::span<const Parameter> parameters;
  bool prints_table = false;  // takes --format and --limit
  int (*run)(const Invocation& invocation) = nullptr;
  const Verb* verb = nullptr;     // a question of the engine; then `run` is null
  bool takes_standpoint = false;  // takes --as-of and its like
  bool takes_filters = false;     // takes --relation and its like
};

// All commands, those of the engine's verb table included, in the order of the help.
std::vector<Command> commands();

// The graph of this invocation, or nothing when it has errors; these are printed then. Throws UsageError when none is
// named and none lies here, Failure when one can't be read.
std::optional<Model> load_graph(const Invocation& invocation);
// The same, with the diagnostics left to the caller.
Model load_graph(const Invocation& invocation, Diagnostics& diagnostics);
bool names_graph(const Invocation& invocation);
// What was named, in the order in which it is looked for; empty when nothing is.
std::vector<std::string> graph_paths(const Invocation& invocation);

// What the verb answers; its diagnostics are printed. Nothing if there are errors.
std::optional<Table> answer(const Verb& verb, const Graph& graph, const Invocation& invocation);

// Prints the table in the format and up to the limit that were asked for; its notes go to stderr.
int print_table(const Invocation& invocation, Table table);

// Prints to stderr, in text. The exit status: 1 if there are errors, else 0.
int print_diagnostics(const Invocation& invocation, const Diagnostics& diagnostics, const Inputs& inputs);

}  // namespace throughline::cli
