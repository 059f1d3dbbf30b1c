// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"

#include <fmt/format.h>

#include <ostream>
#include <sstream>

#include "base/diagnostic_text.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "query/saved_question.hpp"

namespace throughline::cli {
namespace {

constexpr std::string_view formats[] = {"text", "json", "github", "sarif"};

constexpr Parameter parameters[] = {
    {"PATH", "…", "files or folders to check, like -g", ""},
    {"--format", "FORMAT", "text, json, github or sarif", "text"},
    {"--unsourced", "", "report each claim without a source as well", ""},
};

std::string share(std::size_t part, std::size_t whole) { return fmt::format("{} ({} %)", part, percent(part, whole)); }

std::string counts(const std::vector<Diagnostic>& diagnostics) {
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                                  [&](const Diagnostic& each) { return each.severity() == severity; }));
  };
  const std::size_t notes = count(Severity::note);
  return fmt::format("{}, {}{}", count_of(count(Severity::error), "error"),
                     count_of(count(Severity::warning), "warning"), notes == 0 ? "" : ", " + count_of(notes, "note"));
}

void print_summary(const Model& model, const CheckReport& report, const std::vector<Diagnostic>& diagnostics,
                   std::ostream& out) {
  out << fmt::format("checked {}, {}, {} in {}\n", count_of(model.sources.size(), "source"),
                     count_of(model.nodes.size(), "node"), count_of(model.relations.size(), "relation"),
                     count_of(model.inputs.size(), "file"));
  for (const auto& [rule, records] : report.ran)
    out << fmt::format("  {:<8} {:<62} {}\n", rule->name, rule->summary, count_of(records, rule->unit));
  const Coverage& coverage = report.coverage;
  out << fmt::format("coverage: {} · with a source {} · with a quote {} · quotes verified {} of {} ({} %)\n",
                     count_of(coverage.claims, "claim"), share(coverage.sourced, coverage.claims),
                     share(coverage.quoted, coverage.claims), coverage.verified, coverage.quotes,
                     percent(coverage.verified, coverage.quotes));
  out << counts(diagnostics) << '\n';
}

void print_json_report(const Model& model, const CheckReport& report, const Diagnostics& diagnostics,
                       std::ostream& out) {
  std::ostringstream list;
  print_json(diagnostics, model.inputs, list);
  Json ran = Json::array();
  for (const auto& [rule, records] : report.ran)
    ran.push_back({{"rule", rule->name}, {"summary", rule->summary}, {"records", records}});
  const Coverage& c = report.coverage;
  const Json json = {{"diagnostics", Json::parse(list.str())},
                     {"ran", ran},
                     {"coverage",
                      {{"claims", c.claims},
                       {"sourced", c.sourced},
                       {"quoted", c.quoted},
                       {"quotes", c.quotes},
                       {"verified", c.verified}}}};
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

int run(const Invocation& invocation) {
  const std::string_view format = invocation.arguments.text("--format");
  if (std::find(std::begin(formats), std::end(formats), format) == std::end(formats))
    throw UsageError(fmt::format("`{}` is no format of check; one of: {}", format, fmt::join(formats, ", ")));
  Invocation with_paths = invocation;
  for (const std::string& path : invocation.arguments.all("PATH")) with_paths.graphs.push_back(path);
  Diagnostics diagnostics;
  const Model model = load_graph(with_paths, diagnostics);
  CheckReport report = check(model, invocation.world.files, invocation.arguments.has("--unsourced"), diagnostics);
  report.ran.push_back({&saved_rule, check_questions(model, diagnostics)});
  std::ostream& out = invocation.world.out;
  if (format == "json") print_json_report(model, report, diagnostics, out);
  if (format == "github") print_github(diagnostics, model.inputs, out);
  if (format == "sarif") print_sarif(diagnostics, model.inputs, out);
  if (format != "text") return diagnostics.has_errors() ? data_errors : fine;
  const int status = print_diagnostics(invocation, diagnostics, model.inputs);
  print_summary(model, report, sorted(diagnostics, model.inputs), out);
  return status;
}

}  // namespace

extern const Command check_command;
constinit const Command check_command{"check",
                                      "validate everything: ids, dates, relations, stored texts, every quote",
                                      "-g graphs/inter-korean check",
                                      parameters,
                                      false,
                                      run,
                                      nullptr};

}  // namespace throughline::cli
