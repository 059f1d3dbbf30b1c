// SPDX-License-Identifier: Apache-2.0
#include "query/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "query/parameters.hpp"

namespace throughline {
namespace {

using Options = std::vector<std::string>;

Options narrowing_options(const Verb& verb, const Arguments& arguments) {
  Options options;
  for (const Parameter* each : parameters_of(verb))
    if (each->narrows && arguments.has(each->name)) options.emplace_back(each->name);
  return options;
}

struct Question {
  const Verb& verb;
  const Graph& graph;
  const Arguments& arguments;
};

std::size_t count_without(const Options& options, const Question& question) {
  Arguments fewer = question.arguments;
  for (const std::string& option : options) fewer.take_back(option);
  Diagnostics unheard;
  const Table table = question.verb.run(question.graph, fewer, unheard);
  return unheard.has_errors() ? 0 : count_answers(table);
}

Options all_but(const Options& options, std::string_view left_out) {
  Options others;
  std::copy_if(options.begin(), options.end(), std::back_inserter(others),
               [&](const std::string& option) { return option != left_out; });
  return others;
}

// As few as leave answers when they are taken away together. Requires that all of them do.
Options fewest_of(Options options, const Question& question) {
  for (const std::string& option : Options(options))
    if (Options others = all_but(options, option); count_without(others, question) > 0) options = std::move(others);
  return options;
}

// "--as-of", "--as-of, --role and --topic".
std::string list_of(const Options& options) {
  const Options first(options.begin(), options.end() - 1);
  return first.empty() ? options.back() : fmt::format("{} and {}", join(first, ", "), options.back());
}

std::string there_are(std::size_t count, std::string_view noun) {
  return fmt::format("there {} {}", count == 1 ? "is" : "are", count_of(count, noun));
}

// "without --as-of there are 3 links, without --role 12"; empty when no option would do by itself.
std::string what_one_option_hides(const Options& options, const Question& question) {
  Options parts;
  for (const std::string& option : options)
    if (const std::size_t count = count_without({option}, question); count > 0)
      parts.push_back(fmt::format("without {} {}", option,
                                  parts.empty() ? there_are(count, question.verb.noun) : std::to_string(count)));
  return join(parts, ", ");
}

std::string what_options_hide(const Question& question) {
  const Options options = narrowing_options(question.verb, question.arguments);
  if (options.empty()) return {};
  if (std::string one = what_one_option_hides(options, question); !one.empty()) return one;
  if (options.size() == 1 || count_without(options, question) == 0)
    return fmt::format("without {} there are none either", list_of(options));
  const Options fewest = fewest_of(options, question);
  return fmt::format("without {} {}", list_of(fewest), there_are(count_without(fewest, question), question.verb.noun));
}

}  // namespace

Table answer(const Verb& verb, const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  Table table = verb.run(graph, arguments, diagnostics);
  table.noun = verb.noun;
  if (!table.rows.empty() || diagnostics.has_errors()) return table;
  if (const std::string hidden = what_options_hide({verb, graph, arguments}); !hidden.empty())
    table.when_empty += fmt::format("{}{}", table.when_empty.empty() ? "" : "; ", hidden);
  return table;
}

}  // namespace throughline
