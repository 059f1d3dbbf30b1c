// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "cli/command.hpp"
#include "query/saved_question.hpp"
#include "render/markdown.hpp"

namespace throughline::cli {
namespace {

constexpr Parameter parameters[] = {{"NAME", "", "a question that the graph saves", "", true}};

// For people alone: what programs read stays the table.
void print_heading(const SavedQuestion& question, std::string_view format, std::ostream& out) {
  if (format == "text") out << fmt::format("{}\n\n", question.title);
  if (format == "markdown") out << fmt::format("# {}\n\n", markdown_text(question.title));
}

int run(const Invocation& invocation) {
  const std::optional<Model> model = load_graph(invocation);
  if (!model) return data_errors;
  Diagnostics diagnostics;
  const QuestionDefinition* definition = select_question(*model, invocation.arguments.text("NAME"), diagnostics);
  std::optional<SavedQuestion> question = definition ? saved_question(*model, *definition, diagnostics) : std::nullopt;
  print_diagnostics(invocation, diagnostics, model->inputs);
  if (!question) return data_errors;
  overrule(*question, invocation.arguments);
  const std::string_view format = invocation.arguments.text("--format");
  question->arguments.fall_back("--format", format);
  question->arguments.fall_back("--today", invocation.world.today);
  const Invocation asked{question->arguments, invocation.graphs, invocation.world, invocation.tables};
  const Graph graph(*model);
  std::optional<Table> table = answer(*question->verb, graph, asked);
  if (!table) return data_errors;
  print_heading(*question, format, invocation.world.out);
  return print_table(asked, std::move(*table));
}

}  // namespace

extern const Command run_command;
constinit const Command run_command{"run",
                                    "ask a question that the graph saves",
                                    "-g graphs/inter-korean run announced-2021",
                                    parameters,
                                    true,
                                    run,
                                    nullptr,
                                    true};

}  // namespace throughline::cli
