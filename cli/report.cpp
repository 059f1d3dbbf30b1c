// SPDX-License-Identifier: Apache-2.0
#include "render/report.hpp"

#include <fmt/format.h>

#include <sstream>

#include "base/text.hpp"
#include "cli/figure.hpp"
#include "query/saved_question.hpp"

namespace throughline::cli {
namespace {

constexpr Parameter parameters[] = {
    {"NAME", "…", "questions that the graph saves; without one, all of them", ""},
    {"--output", "FILE", "where to write, in Markdown; - is standard output", "-", false, "-o"},
};

using Questions = std::vector<SavedQuestion>;

// In the order of the command line, else of their ids.
Questions questions_of(const Model& model, const Invocation& invocation, Diagnostics& diagnostics) {
  std::vector<const QuestionDefinition*> definitions;
  for (const std::string& name : invocation.arguments.all("NAME"))
    definitions.push_back(select_question(model, name, diagnostics));
  if (definitions.empty())
    for (const QuestionDefinition& each : model.questions) definitions.push_back(&each);
  Questions questions;
  for (const QuestionDefinition* definition : definitions) {
    if (!definition) continue;
    if (auto question = saved_question(model, *definition, diagnostics)) questions.push_back(std::move(*question));
  }
  for (SavedQuestion& question : questions) overrule(question, invocation.arguments);
  return questions;
}

std::string program_words(const Invocation& invocation) {
  std::string words = "throughline";
  for (const std::string& path : graph_paths(invocation)) words += fmt::format(" -g {}", shell_word(path));
  return words;
}

// With the day that counts as today, where the question speaks of it.
std::string full_command(const SavedQuestion& question, const Invocation& invocation) {
  const std::string command = command_words(question);
  const bool asks_today = command.find("today") != std::string::npos;
  return fmt::format("{} {}{}", program_words(invocation), command,
                     asks_today ? fmt::format(" --today {}", invocation.world.today) : "");
}

std::string asked_words(const Model& model, const Questions& questions, const Invocation& invocation) {
  return fmt::format(
      "{} asked on {} of {}, {} and {}, by throughline {}. Each command repeats its question; the footnotes quote the "
      "sources.",
      count_of(questions.size(), "question"), invocation.world.today, count_of(model.nodes.size(), "node"),
      count_of(model.relations.size(), "relation"), count_of(model.sources.size(), "source"), THROUGHLINE_VERSION);
}

std::vector<ReportedFigure> figures_of(const Model& model, const Invocation& invocation) {
  std::vector<ReportedFigure> figures;
  for (const ViewDefinition& view : model.views) {
    const std::string id(model.text(view.id));
    const std::string_view title = view.text(model.strings, "title");
    figures.push_back(
        {std::string(title.empty() ? id : title),
         fmt::format("{} draw --view {} -o {}", program_words(invocation), shell_word(id), shell_word(id + ".svg"))});
  }
  return figures;
}

// Nothing when one of the questions can't be answered. Rows are made when they are written: the questions must last
// until then.
std::optional<Report> report_of(const Graph& graph, Questions& questions, const Invocation& invocation) {
  const Model& model = graph.model();
  Report report{.heading = model.title == StringId::empty ? "Report" : std::string(model.text(model.title)),
                .description = std::string(model.text(model.description)),
                .asked = asked_words(model, questions, invocation),
                .answers = {},
                .figures = figures_of(model, invocation)};
  for (SavedQuestion& question : questions) {
    question.arguments.fall_back("--today", invocation.world.today);
    std::optional<Table> table =
        answer(*question.verb, graph, {question.arguments, invocation.graphs, invocation.world, invocation.tables});
    if (!table) return std::nullopt;
    cut(*table, question.arguments.number("--limit"));
    report.answers.push_back({fmt::format("question-{}", report.answers.size() + 1), question.title, question.note,
                              full_command(question, invocation), std::move(*table)});
  }
  return report;
}

int run(const Invocation& invocation) {
  const std::optional<Model> model = load_graph(invocation);
  if (!model) return data_errors;
  Diagnostics diagnostics;
  if (model->questions.empty()) diagnostics.report(Code::unknown_question, {}, "the graph saves no questions");
  Questions questions = questions_of(*model, invocation, diagnostics);
  if (print_diagnostics(invocation, diagnostics, model->inputs) != fine) return data_errors;
  const Graph graph(*model);
  const std::optional<Report> report = report_of(graph, questions, invocation);
  if (!report) return data_errors;
  std::ostringstream out;
  write_report(*model, *report, out);
  write_output(invocation, std::string(invocation.arguments.text("--output")), out.str());
  return fine;
}

}  // namespace

extern const Command report_command;
constinit const Command report_command{"report",
                                       "the answers to all saved questions as one Markdown document",
                                       "-g graphs/inter-korean report -o report.md",
                                       parameters,
                                       false,
                                       run,
                                       nullptr,
                                       true};

}  // namespace throughline::cli
