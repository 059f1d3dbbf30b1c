// SPDX-License-Identifier: Apache-2.0
#include "cli/run.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <ostream>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/usage.hpp"
#include "query/filter.hpp"
#include "query/parameters.hpp"
#include "query/standpoint.hpp"
#include "render/table_format.hpp"
#include "time/worlds.hpp"

namespace throughline::cli {
namespace {

constexpr Parameter format_parameter{"--format", "FORMAT", "text, json, jsonl, csv or markdown", "text"};

// CLI11 takes `[2018,2019]` for two words and `-0043` for an option. Such dates pass it behind a character that no one
// types, which is taken off what comes out: values and messages.
constexpr char veil = '\x01';

std::string veiled(const std::string& word) {
  const bool is_list = word.starts_with('[') && word.ends_with(']');
  const bool is_negative = word.size() > 4 && word[0] == '-' && (word[1] == 'X' || (word[1] >= '0' && word[1] <= '9'));
  return is_list || is_negative ? veil + word : word;
}

std::string unveiled(std::string text) {
  std::erase(text, veil);
  return text;
}

// What CLI11 writes into, for one command.
struct Slots {
  const Command* command;
  CLI::App* app;
  std::deque<std::pair<const Parameter*, std::vector<std::string>>> values;
  std::deque<std::pair<const Parameter*, bool>> flags;
};

struct Globals {
  std::vector<std::string> graphs;
  std::vector<std::string> tables;
  std::string today;
  std::string color = "auto";
};

std::string day_problem(const std::string& text) {
  EdtfError error;
  const std::optional<Edtf> value = parse_edtf(unveiled(text), error);
  const bool is_day =
      value && std::holds_alternative<Date>(value->value) && extent_of(*value).precision == Precision::day;
  return is_day ? std::string() : fmt::format("`{}` is not a day; write YYYY-MM-DD", text);
}

std::string option_problem(const Parameter& parameter, const std::string& text) {
  const auto problem = value_problem(parameter, text);
  if (!problem) return {};
  return problem->hint.empty() ? problem->message : fmt::format("{}; {}", problem->message, problem->hint);
}

std::string table_format_problem(const std::string& text) {
  if (find_table_format(text)) return {};
  std::vector<std::string_view> names;
  for (const TableFormat* format : table_formats()) names.push_back(format->name);
  const std::string slip = did_you_mean(text, names);
  return fmt::format("`{}` is no table format; {}", text,
                     slip.empty() ? fmt::format("one of: {}", fmt::join(names, ", ")) : slip);
}

std::string help_of(const Parameter& parameter) {
  if (parameter.fallback.empty()) return std::string(parameter.help);
  return fmt::format("{} (default: {})", parameter.help, parameter.fallback);
}

void add_parameter(Slots& slots, const Parameter& parameter) {
  const std::string name = parameter.short_name.empty() ? std::string(parameter.name)
                                                        : fmt::format("{},{}", parameter.short_name, parameter.name);
  if (parameter.is_flag()) {
    auto& flag = slots.flags.emplace_back(&parameter, false);
    slots.app->add_flag(name, flag.second, help_of(parameter));
    return;
  }
  auto& slot = slots.values.emplace_back(&parameter, std::vector<std::string>());
  CLI::Option* option = slots.app->add_option(name, slot.second, help_of(parameter));
  const bool many = parameter.value.ends_with("…");
  std::string value(parameter.value.substr(0, parameter.value.size() - (many ? std::string_view("…").size() : 0)));
  option->type_name(value.empty() ? "" : value);
  if (parameter.is_positional() && many)
    option->expected(parameter.is_required ? 1 : 0, CLI::detail::expected_max_vector_size);
  const int count = value_count(parameter);
  if (count > 1) option->option_text(value);  // two names say how many there are
  if (!parameter.is_positional() || !many) option->expected(count)->allow_extra_args(false);
  option->multi_option_policy(many        ? CLI::MultiOptionPolicy::TakeAll
                              : count > 1 ? CLI::MultiOptionPolicy::Throw  // the last of too few would be taken as all
                                          : CLI::MultiOptionPolicy::TakeLast);
  if (parameter.is_required) option->required();
  if (parameter.value == "N" || parameter.value == "DURATION" || parameter.value.find('|') != std::string_view::npos)
    option->check(
        CLI::Validator([&parameter](const std::string& text) { return option_problem(parameter, text); }, ""));
  if (&parameter == &format_parameter) option->check(CLI::Validator(table_format_problem, ""));
}

Slots add_command(CLI::App& app, const Command& command) {
  Slots slots{&command, app.add_subcommand(std::string(command.name), std::string(command.summary)), {}, {}};
  slots.app->fallthrough();
  slots.app->footer(fmt::format("Example:\n  throughline {}", command.example));
  for (const Parameter& parameter : command.parameters) add_parameter(slots, parameter);
  if (command.prints_table)
    for (const Parameter* parameter : {&format_parameter, &limit_parameter}) add_parameter(slots, *parameter);
  if (command.takes_filters)
    for (const Parameter& parameter : filter_parameters()) add_parameter(slots, parameter);
  if (command.takes_standpoint)
    for (const Parameter& parameter : standpoint_parameters()) add_parameter(slots, parameter);
  return slots;
}

Arguments arguments_of(const Slots& slots) {
  Arguments arguments;
  for (const auto& [parameter, words] : slots.values) {
    std::vector<std::string> values;
    for (const std::string& word : words) values.push_back(unveiled(word));
    if (!values.empty()) arguments.give(parameter->name, values);
    if (!parameter->fallback.empty()) arguments.fall_back(parameter->name, parameter->fallback);
  }
  for (const auto& [parameter, is_set] : slots.flags)
    if (is_set) arguments.give(parameter->name, {"yes"});
  return arguments;
}

int ask(const Verb& verb, const Invocation& invocation) {
  const std::optional<Model> model = load_graph(invocation);
  if (!model) return data_errors;
  const Graph graph(*model);
  std::optional<Table> table = answer(verb, graph, invocation);
  return table ? print_table(invocation, std::move(*table)) : data_errors;
}

void apply(const Globals& globals, World& world) {
  if (!globals.today.empty()) world.today = unveiled(globals.today);
  if (globals.color != "auto") world.color_out = world.color_err = globals.color == "always";
}

class Program {
 public:
  explicit Program(World& world) : world_(world), commands_(commands()) {
    app_.name("throughline");
    app_.set_version_flag("--version", "throughline " THROUGHLINE_VERSION);
    app_.add_option("-g,--graph", globals_.graphs,
                    "the graph: a file or a folder; may be repeated; - is standard input")
        ->type_name("PATH")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app_.add_option("--table", globals_.tables,
                    "how tables given with -g are laid out: the names of their columns in order, or settings as under "
                    "`tables` in a graph; may be repeated")
        ->type_name("LAYOUT")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app_.add_option("--today", globals_.today, "the day that counts as today (default: the system's)")
        ->type_name("YYYY-MM-DD")
        ->check(CLI::Validator(day_problem, ""));
    app_.add_option("--color", globals_.color, "auto, always or never")
        ->type_name("WHEN")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app_.require_subcommand(1);
    app_.footer("`throughline VERB --help` explains one and shows an example.");
    for (const Command& command : commands_) slots_.push_back(add_command(app_, command));
  }

  int run(std::span<const std::string> arguments) {
    std::vector<std::string> reversed;  // as CLI11 wants them
    std::transform(arguments.rbegin(), arguments.rend(), std::back_inserter(reversed), veiled);
    try {
      app_.parse(reversed);
    } catch (const CLI::ParseError& error) { return report(error, arguments); }
    apply(globals_, world_);
    for (std::string& path : globals_.graphs) path = unveiled(path);
    for (std::string& table : globals_.tables) table = unveiled(table);
    for (const Slots& slots : slots_)
      if (slots.app->parsed()) return run(slots);
    return wrong_usage;
  }

 private:
  int run(const Slots& slots) {
    Arguments arguments = arguments_of(slots);
    arguments.fall_back("--today", world_.today);
    if (const std::string problem = standpoint_problem(arguments); !problem.empty()) throw UsageError(problem);
    const Invocation invocation{arguments, globals_.graphs, world_, globals_.tables};
    return slots.command->verb ? ask(*slots.command->verb, invocation) : slots.command->run(invocation);
  }

  int report(const CLI::ParseError& error, std::span<const std::string> arguments) {
    if (error.get_exit_code() == 0) {  // --help, --version
      app_.exit(error, world_.out, world_.err);
      return fine;
    }
    world_.err << "throughline: " << unveiled(problem(error, arguments)) << '\n'
               << "`throughline " << verb_asked() << "--help` says more\n";
    return wrong_usage;
  }

  std::string problem(const CLI::ParseError& error, std::span<const std::string> arguments) const {
    const Slots* asked = slots_asked();
    const bool lacks_value = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
    if (!asked && !lacks_value) return no_verb(arguments);
    const std::vector<std::string> extras = app_.remaining(true);
    const bool has_extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !extras.empty();
    return has_extra ? unexpected_word(usage_of(asked), extras.front()) : usage_problem(usage_of(asked), error.what());
  }

  // The word that stands where a verb should.
  std::string no_verb(std::span<const std::string> arguments) const {
    constexpr std::string_view with_values[] = {"-g", "--graph", "--table", "--today", "--color"};
    std::vector<std::string_view> names;
    for (const Command& command : commands_) names.push_back(command.name);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (std::find(std::begin(with_values), std::end(with_values), arguments[i]) != std::end(with_values)) {
        ++i;
      } else if (!arguments[i].starts_with('-')) {
        const std::string slip = did_you_mean(arguments[i], names);
        return fmt::format("`{}` is no verb; {}", arguments[i],
                           slip.empty() ? "`throughline list verbs` shows what there is" : slip);
      }
    }
    return "no verb is named; `throughline list verbs` shows what there is";
  }

  static Usage usage_of(const Slots* asked) {  // null: no verb was asked
    if (!asked) return {"throughline", {}};
    Usage usage{asked->command->name, {}};
    for (const auto& [parameter, values] : asked->values) usage.parameters.push_back(parameter);
    for (const auto& [parameter, is_set] : asked->flags) usage.parameters.push_back(parameter);
    return usage;
  }

  const Slots* slots_asked() const {
    const auto at = std::find_if(slots_.begin(), slots_.end(), [](const Slots& slots) { return slots.app->parsed(); });
    return at == slots_.end() ? nullptr : &*at;
  }

  std::string verb_asked() const {
    const Slots* asked = slots_asked();
    return asked ? fmt::format("{} ", asked->command->name) : std::string();
  }

  World& world_;
  std::vector<Command> commands_;
  CLI::App app_{
      "throughline checks a graph of actors, events and initiatives, answers questions about it, and draws it"};
  Globals globals_;
  std::deque<Slots> slots_;
};

}  // namespace

int run(std::span<const std::string> arguments, World& world) {
  for (const std::string& argument : arguments)
    if (find_invalid_utf8(argument)) {
      world.err << "throughline: an argument is not UTF-8\n";
      return wrong_usage;
    }
  try {
    return Program(world).run(arguments);
  } catch (const UsageError& error) {
    world.err << "throughline: " << error.what() << '\n';
    return wrong_usage;
  } catch (const Failure& failure) {
    world.err << "throughline: " << failure.what() << '\n';
    return world_failed;
  } catch (const std::logic_error&) {
    throw;                                     // our fault: let it abort
  } catch (const std::exception& exception) {  // out of memory, a file system that gives up
    world.err << "throughline: " << exception.what() << '\n';
    return world_failed;
  }
}

}  // namespace throughline::cli
