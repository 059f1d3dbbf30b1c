// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <memory>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "query/changes_in_time.hpp"
#include "query/changes_of_graphs.hpp"
#include "time/asked_date.hpp"

namespace throughline::cli {
namespace {

constexpr Parameter parameters[] = {
    {"BEFORE", "", "a date, or the file or folder of a graph", "", true},
    {"AFTER", "", "a date, or the file or folder of a graph", "", true},
    {"--known", "", "of two dates: what was published by them, not what held then", ""},
};

enum class Sort { date, graph, neither };

Sort sort_of(const Invocation& invocation, std::string_view text) {
  const std::string path(text);
  if (path == "-" || invocation.world.files.kind(path) != PathKind::missing) return Sort::graph;
  EdtfError error;
  return parse_asked_date(text, invocation.arguments.text("--today"), error) ? Sort::date : Sort::neither;
}

// Of what looks like one.
std::string why_no_date(const Invocation& invocation, std::string_view text) {
  EdtfError error;
  parse_asked_date(text, invocation.arguments.text("--today"), error);
  const bool looks_so = text.find_first_of("0123456789") == 0;
  return looks_so ? fmt::format(": {}", error.message) : std::string();
}

// Two of one sort; throws UsageError otherwise.
Sort sort_of(const Invocation& invocation) {
  const std::string_view before = invocation.arguments.text("BEFORE");
  const std::string_view after = invocation.arguments.text("AFTER");
  for (const std::string_view each : {before, after})
    if (sort_of(invocation, each) == Sort::neither)
      throw UsageError(fmt::format("`{}` is neither a file or folder that is there nor a date{}", each,
                                   why_no_date(invocation, each)));
  if (before == after) throw UsageError(fmt::format("`{}` is given twice: diff compares two", before));
  const Sort sort = sort_of(invocation, before);
  if (sort == sort_of(invocation, after)) return sort;
  throw UsageError(fmt::format("diff compares two dates or two graphs: `{}` is a {}, `{}` a {}", before,
                               sort == Sort::date ? "date" : "graph", after, sort == Sort::date ? "graph" : "date"));
}

void refuse(const Invocation& invocation, std::initializer_list<std::string_view> options, std::string_view why) {
  for (const std::string_view option : options)
    if (invocation.arguments.has(option)) throw UsageError(fmt::format("{} {}", option, why));
}

int answer(const Invocation& invocation, const Diagnostics& diagnostics, const Inputs& inputs, Table table) {
  const int status = print_diagnostics(invocation, diagnostics, inputs);
  return diagnostics.has_errors() ? status : print_table(invocation, std::move(table));
}

// --- two dates

bool is_one_day(const Edtf& value) {
  const Extent extent = extent_of(value);
  return extent.start.earliest && extent.start.earliest == extent.end.latest;
}

// A year means the year: what held at any time of it. One that is not told exactly is some one day.
Standpoint at(const Invocation& invocation, const Standpoint& asked, std::string_view date) {
  EdtfError error;
  Standpoint standpoint = asked;
  const std::optional<Edtf> value = parse_asked_date(date, invocation.arguments.text("--today"), error);
  if (invocation.arguments.has("--known")) {
    standpoint.known_by = value;
  } else {
    const bool is_stretch = is_exact_stretch(*value) && !is_one_day(*value);
    (is_stretch ? standpoint.during : standpoint.as_of) = value;
  }
  return standpoint;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

ChangeTitles titles_of(const std::string& before, const std::string& after) {
  return {.added = fmt::format("{}, not {}", capitalised(after), before),
          .changed = fmt::format("Otherwise {} than {}", after, before),
          .withdrawn = fmt::format("{}, not {}", capitalised(before), after),
          .before = capitalised(before),
          .after = capitalised(after)};
}

// Why so little is certain, for who asks about dates that are not told exactly.
void add_note_on_days(const Standpoint& standpoint, std::string_view text, Table& table) {
  if (standpoint.as_of && !is_one_day(*standpoint.as_of))
    table.notes.push_back(fmt::format("`{}` is any one day of it: what holds on some of them only is possible", text));
}

int between_dates(const Invocation& invocation) {
  const bool by_knowledge = invocation.arguments.has("--known");
  if (by_knowledge) refuse(invocation, {"--known-by"}, "is what the two dates of diff --known say");
  if (!by_knowledge)
    refuse(invocation, {"--as-of", "--during"}, "goes with diff --known alone: the two dates ask when");
  const std::optional<Model> model = load_graph(invocation);
  if (!model) return data_errors;
  const Graph graph(*model);
  Diagnostics diagnostics;
  const Standpoint asked = standpoint_of(*model, invocation.arguments, diagnostics);
  const Filter filter(*model, invocation.arguments, diagnostics);
  const Standpoint before = at(invocation, asked, invocation.arguments.text("BEFORE"));
  const Standpoint after = at(invocation, asked, invocation.arguments.text("AFTER"));
  if (diagnostics.has_errors()) return print_diagnostics(invocation, diagnostics, model->inputs);
  TimeChanges found = changes_in_time(graph, filter, std::make_shared<const Standings>(graph, before),
                                      std::make_shared<const Standings>(graph, after));
  const std::string a = by_knowledge ? known_words(before) : when_words(before);
  const std::string b = by_knowledge ? known_words(after) : when_words(after);
  Table table = table_of(std::move(found.changes), titles_of(a, b), before);
  table.when_empty = fmt::format("nothing is {}otherwise {} than {}", asked.certain_only ? "certainly " : "", b, a);
  table.notes.insert(table.notes.end(), found.notes.begin(), found.notes.end());
  add_note_on_days(before, invocation.arguments.text("BEFORE"), table);
  add_note_on_days(after, invocation.arguments.text("AFTER"), table);
  filter.add_note(table);
  return answer(invocation, diagnostics, model->inputs, std::move(table));
}

// --- two graphs

std::optional<Model> load_graph_at(const Invocation& invocation, std::string_view path) {
  Invocation one = invocation;
  one.graphs = {std::string(path)};
  return load_graph(one);
}

// One of the two graphs, with all that is asked of it.
struct Version {
  Version(const Model& version, const Arguments& arguments)
      : model(version),
        graph(model),
        standings(graph, standpoint_of(model, arguments, diagnostics)),
        filter(model, arguments, diagnostics) {}

  GraphVersion compared() const { return {model, standings, filter}; }

  const Model& model;
  Diagnostics diagnostics;
  Graph graph;
  Standings standings;
  Filter filter;
};

// The source that is asked for may be in one of them only.
std::string policy_words(const Version& before, const Version& after) {
  const bool is_unknown = after.standings.standpoint().policy.source == none<SourceIndex>;
  const Version& knows = is_unknown ? before : after;
  return policy_words(knows.model, knows.standings.standpoint().policy);
}

Table table_of(const Version& before, const Version& after) {
  GraphChanges found = changes_of_graphs(before.compared(), after.compared());
  const Standpoint& asked = after.standings.standpoint();
  Table table = table_of(std::move(found.changes), {"Added", "Changed", "Withdrawn", "Before", "After"}, asked);
  table.when_empty = asked.is_asked() ? none_words("difference between the two graphs", asked)
                                      : "no difference between the two graphs";
  if (found.beside_the_question > 0)
    table.notes.push_back(fmt::format("{} left out, of what did not hold {}",
                                      count_of(found.beside_the_question, "change"), words(asked)));
  if (found.set_aside > 0)
    table.notes.push_back(fmt::format("{} left out, of what is set aside by {}", count_of(found.set_aside, "change"),
                                      policy_words(before, after)));
  after.filter.add_note(table);
  return table;
}

// Of what one version was asked for in vain and the other has: a source that only one of them knows is a difference.
bool is_known_to(const Version& other, const Diagnostic& missing) {
  const auto& codes = {Code::unknown_name, Code::unknown_source_asked, Code::unknown_word_asked};
  const bool is_missing = std::find(codes.begin(), codes.end(), missing.code) != codes.end();
  const auto list = other.diagnostics.list();
  return is_missing && std::none_of(list.begin(), list.end(), [&](const Diagnostic& each) {
           return each.code == missing.code && each.message == missing.message;
         });
}

// The errors that remain; what the other version knows becomes a note.
Diagnostics judged(const Version& version, const Version& other, std::string_view path,
                   std::vector<std::string>& notes) {
  Diagnostics rest;
  for (const Diagnostic& each : version.diagnostics.list()) {
    if (is_known_to(other, each))
      notes.push_back(fmt::format("{} in {}: nothing there fits", each.message, path));
    else
      rest.report(each.code, each.where, each.message).hint(each.hint);
  }
  return rest;
}

int between_graphs(const Invocation& invocation) {
  refuse(invocation, {"--known"}, "compares two dates, not two graphs");
  if (!invocation.graphs.empty()) throw UsageError("diff of two graphs reads these two alone: leave -g out");
  const std::optional<Model> before = load_graph_at(invocation, invocation.arguments.text("BEFORE"));
  const std::optional<Model> after = load_graph_at(invocation, invocation.arguments.text("AFTER"));
  if (!before || !after) return data_errors;
  const Version old_version(*before, invocation.arguments);
  const Version new_version(*after, invocation.arguments);
  std::vector<std::string> notes;
  const Diagnostics of_old = judged(old_version, new_version, invocation.arguments.text("BEFORE"), notes);
  const Diagnostics of_new = judged(new_version, old_version, invocation.arguments.text("AFTER"), notes);
  if (print_diagnostics(invocation, of_old, before->inputs) != fine) return data_errors;
  Table table = table_of(old_version, new_version);
  table.notes.insert(table.notes.begin(), notes.begin(), notes.end());
  return answer(invocation, of_new, after->inputs, std::move(table));
}

int run(const Invocation& invocation) {
  return sort_of(invocation) == Sort::date ? between_dates(invocation) : between_graphs(invocation);
}

}  // namespace

extern const Command diff_command;
constinit const Command diff_command{.name = "diff",
                                     .summary = "what changed between two dates, or between two versions of a graph",
                                     .example = "-g graphs/inter-korean diff 2021-06 2025-12",
                                     .parameters = parameters,
                                     .prints_table = true,
                                     .run = run,
                                     .takes_standpoint = true,
                                     .takes_filters = true};

}  // namespace throughline::cli
