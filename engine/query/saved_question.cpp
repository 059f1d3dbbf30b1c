// SPDX-License-Identifier: Apache-2.0
#include "query/saved_question.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/filter.hpp"
#include "query/parameters.hpp"
#include "query/selector.hpp"
#include "query/standpoint.hpp"

namespace throughline {
namespace {

using Field = QuestionDefinition::Field;

constexpr std::string_view own_keys[] = {"ask", "title", "note"};

bool is_own(std::string_view key) {
  return std::find(std::begin(own_keys), std::end(own_keys), key) != std::end(own_keys);
}

// "--as-of" and "B" as keys: "as_of", "b".
std::string key_of(const Parameter& parameter) {
  std::string key(parameter.is_positional() ? parameter.name : parameter.name.substr(2));
  std::transform(key.begin(), key.end(), key.begin(), [](char c) {
    return c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return key;
}

std::string with_underscores(std::string_view key) {
  std::string text(key);
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

void look_up_node(const Model& model, const std::string& word, Diagnostics& diagnostics) {
  select_node(model, word, diagnostics);
}
void look_up_any(const Model& model, const std::string& word, Diagnostics& diagnostics) {
  select(model, word, diagnostics);
}
void look_up_view(const Model& model, const std::string& word, Diagnostics& diagnostics) {
  select_view(model, word, diagnostics);
}

// What a value names, by the word that stands for it in the help.
struct Named {
  std::string_view word;
  void (*look_up)(const Model& model, const std::string& word, Diagnostics& diagnostics);
};
constexpr Named named[] = {{"NODE", look_up_node}, {"A", look_up_node},   {"B", look_up_node},
                           {"WHO", look_up_any},   {"WHAT", look_up_any}, {"VIEW", look_up_view}};

std::string_view word_of(const Parameter& parameter) {
  constexpr std::string_view repeated = "…";
  if (parameter.is_positional()) return parameter.name;
  return parameter.value.ends_with(repeated) ? parameter.value.substr(0, parameter.value.size() - repeated.size())
                                             : parameter.value;
}

class Reader {
 public:
  Reader(const Model& model, const QuestionDefinition& definition, Diagnostics& diagnostics)
      : model_(model), definition_(definition), diagnostics_(diagnostics), errors_before_(diagnostics.errors()) {}

  std::optional<SavedQuestion> read() {
    question_.title = text_of("title").empty() ? id() : text_of("title");
    question_.note = text_of("note");
    for (const Field& field : definition_.fields)
      if (is_own(text(field.key))) judge_count(field, false);
    question_.verb = verb();
    if (!question_.verb) return std::nullopt;
    parameters_ = parameters_of(*question_.verb);
    for (const Field& field : definition_.fields)
      if (!is_own(text(field.key))) take(field);
    for (const Parameter* parameter : parameters_) complete(*parameter);
    if (diagnostics_.errors() > errors_before_) return std::nullopt;
    if (const std::string problem = standpoint_problem(question_.arguments); !problem.empty()) {
      diagnostics_.report(Code::wrong_shape, definition_.at, problem);
      return std::nullopt;
    }
    return std::move(question_);
  }

 private:
  std::string_view text(StringId id) const { return model_.text(id); }
  std::string id() const { return std::string(text(definition_.id)); }
  std::string_view text_of(std::string_view key) const { return definition_.text(model_.strings, key); }

  void judge_count(const Field& field, bool may_repeat) {
    const std::string_view key = text(field.key);
    if (field.values.empty())
      diagnostics_.report(Code::empty_value, field.key_at, fmt::format("`{}` holds nothing", key));
    if (!may_repeat && field.values.size() > 1)
      diagnostics_.report(Code::wrong_shape, field.at[1], fmt::format("`{}` takes one value", key));
  }

  const Verb* verb() {
    std::vector<std::string_view> names;
    for (const Verb* each : verbs()) {
      if (each->name == text_of("ask")) return each;
      names.push_back(each->name);
    }
    const auto ask = std::find_if(definition_.fields.begin(), definition_.fields.end(),
                                  [this](const Field& field) { return text(field.key) == "ask"; });
    const std::string list = fmt::format("one of: {}", fmt::join(names, ", "));
    if (ask == definition_.fields.end()) {
      diagnostics_.report(Code::missing_field, definition_.at, fmt::format("the question `{}` has no `ask`", id()))
          .hint(fmt::format("the verb that answers it, {}", list));
    } else if (!ask->values.empty()) {
      const std::string slip = did_you_mean(text_of("ask"), names);
      diagnostics_
          .report(Code::unknown_word, ask->at.front(), fmt::format("`{}` is no verb that answers", text_of("ask")))
          .hint(slip.empty() ? list : slip);
    }
    return nullptr;
  }

  const Parameter* parameter_of(std::string_view key) const {
    const std::string wanted = with_underscores(key);
    const auto at = std::find_if(parameters_.begin(), parameters_.end(),
                                 [&](const Parameter* each) { return key_of(*each) == wanted; });
    return at == parameters_.end() ? nullptr : *at;
  }

  void report_unknown(const Field& field) {
    std::vector<std::string> keys;
    for (const Parameter* parameter : parameters_) keys.push_back(key_of(*parameter));
    const std::vector<std::string_view> known(keys.begin(), keys.end());
    const std::string slip = did_you_mean(with_underscores(text(field.key)), known);
    diagnostics_
        .report(Code::unknown_key, field.key_at,
                fmt::format("`{}` has no option `{}`", question_.verb->name, text(field.key)))
        .hint(slip.empty() ? fmt::format("one of: {}", join(keys, ", ")) : slip);
  }

  void take(const Field& field) {
    const Parameter* parameter = parameter_of(text(field.key));
    if (!parameter) return report_unknown(field);
    if (question_.arguments.has(parameter->name)) {
      diagnostics_.report(Code::duplicate_key, field.key_at, fmt::format("`{}` is given twice", key_of(*parameter)));
      return;
    }
    if (parameter->is_flag()) return take_flag(*parameter, field);
    judge_count(field, parameter->value.ends_with("…"));
    std::vector<std::string> values;
    for (std::size_t i = 0; i < field.values.size(); ++i) {
      values.emplace_back(text(field.values[i]));
      judge(*parameter, values.back(), field.at[i]);
    }
    question_.arguments.give(parameter->name, std::move(values));
  }

  void take_flag(const Parameter& parameter, const Field& field) {
    judge_count(field, false);
    if (field.values.empty()) return;
    const std::string_view word = text(field.values.front());
    if (word == "true") question_.arguments.give(parameter.name, {"yes"});
    if (word != "true" && word != "false")
      diagnostics_.report(Code::unknown_word, field.at.front(), fmt::format("`{}` is `{}`", text(field.key), word))
          .hint("one of: true, false");
  }

  void judge(const Parameter& parameter, const std::string& value, Location at) {
    if (const auto problem = value_problem(parameter, value)) {
      const Location where =
          problem->length == 0 ? at : model_.inputs.part(at, value, problem->offset, problem->length);
      diagnostics_.report(problem->code, where, problem->message).hint(problem->hint);
      return;
    }
    for (const Diagnostic& each : problems_of_names(parameter, value))
      diagnostics_.report(each.code, at, each.message).hint(each.hint);
  }

  // Asked as the verb would ask, with this one option.
  std::vector<Diagnostic> problems_of_names(const Parameter& parameter, const std::string& value) const {
    Diagnostics problems;
    Arguments alone;
    alone.give(parameter.name, {value});
    Filter(model_, alone, problems);
    standpoint_of(model_, alone, problems);
    for (const Named& row : named)
      if (row.word == word_of(parameter) && problems.list().empty()) row.look_up(model_, value, problems);
    return {problems.list().begin(), problems.list().end()};
  }

  void complete(const Parameter& parameter) {
    if (parameter.is_required && !question_.arguments.has(parameter.name))
      diagnostics_.report(
          Code::missing_field, definition_.at,
          fmt::format("the question `{}` asks `{}` without `{}`", id(), question_.verb->name, key_of(parameter)));
    if (!parameter.fallback.empty()) question_.arguments.fall_back(parameter.name, parameter.fallback);
  }

  const Model& model_;
  const QuestionDefinition& definition_;
  Diagnostics& diagnostics_;
  std::size_t errors_before_;
  SavedQuestion question_{};
  std::vector<const Parameter*> parameters_;
};

}  // namespace

std::optional<SavedQuestion> saved_question(const Model& model, const QuestionDefinition& definition,
                                            Diagnostics& diagnostics) {
  return Reader(model, definition, diagnostics).read();
}

std::size_t check_questions(const Model& model, Diagnostics& diagnostics) {
  for (const QuestionDefinition& definition : model.questions) saved_question(model, definition, diagnostics);
  return model.questions.size();
}

const QuestionDefinition* select_question(const Model& model, std::string_view name, Diagnostics& diagnostics) {
  if (const QuestionDefinition* question = model.find_question(name)) return question;
  std::vector<std::string_view> known;
  for (const QuestionDefinition& each : model.questions) known.push_back(model.text(each.id));
  diagnostics.report(Code::unknown_question, {}, fmt::format("no question `{}`", name))
      .hint(hint_among(name, known, "questions"));
  return nullptr;
}

void overrule(SavedQuestion& question, const Arguments& given) {
  if (given.has("--as-of") || given.has("--during")) {
    question.arguments.forget("--as-of");
    question.arguments.forget("--during");
  }
  const auto take = [&](const Parameter& parameter) {
    if (!given.has(parameter.name)) return;
    const auto values = given.all(parameter.name);
    question.arguments.give(parameter.name, {values.begin(), values.end()});
  };
  for (const Parameter& parameter : standpoint_parameters()) take(parameter);
  take(limit_parameter);
}

std::string shell_word(std::string_view word) {
  constexpr std::string_view special = " \t\n\"'\\$`&|;<>()[]{}*?!#~^=%";
  const bool is_plain = !word.empty() && word.find_first_of(special) == std::string_view::npos;
  if (is_plain) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string command_words(const SavedQuestion& question) {
  std::vector<std::string> words = {std::string(question.verb->name)};
  for (const Parameter* parameter : parameters_of(*question.verb)) {
    if (!question.arguments.has(parameter->name)) continue;
    if (parameter->is_flag()) words.emplace_back(parameter->name);
    if (parameter->is_flag()) continue;
    for (const std::string& value : question.arguments.all(parameter->name)) {
      if (!parameter->is_positional()) words.emplace_back(parameter->name);
      words.push_back(shell_word(value));
    }
  }
  return join(words, " ");
}

}  // namespace throughline
