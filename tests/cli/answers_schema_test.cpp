// SPDX-License-Identifier: Apache-2.0
// What the verbs print as JSON is what cli/answers.schema.json says, no field more and none less: the output of every
// case, and of every verb on the graph of the documentation. A new verb needs its definition there, and questions
// below.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "model/words.hpp"
#include "query/standings.hpp"
#include "support/case_file.hpp"
#include "support/json_schema.hpp"

namespace throughline {
namespace {

// By verb: what is asked of graphs/inter-korean, each with and without the options of time.
const std::map<std::string, std::vector<std::string>> questions = {
    {"links", {"", "--from person --to event --any-direction", "--all --explain"}},
    {"path", {"kim-jina mou", "kim-jina mou --all --hops 4 --in-order"}},
    {"around", {"\"Korea Hana Foundation\" --depth 2"}},
    {"show", {"통일부", "work-plan-2021", "mou-plan-2021"}},
    {"find", {"unification"}},
    {"rank", {"", "--by pagerank --kind actor"}},
    {"groups", {"", "--by community --kind actor"}},
    {"events", {"", "--kind event --kind initiative --actor mou --gap \"3 months\""}},
    {"matrix", {"", "--rows ministry --columns task"}},
    {"shared", {"--of mou", "--through event --any-direction"}},
    {"stats", {""}},
    {"gaps", {"--only silence", "--only one-sided", "--only undated", "--only single-source"}},
};

constexpr std::string_view times[] = {"", "--as-of 2018", "--during 2020/2021 --known-by 2021-02 --certain"};

// These take no such options, or other ones.
constexpr std::string_view other_questions[] = {
    "date 2018~ 2022/.. 201X 2018-04-27 ../2010 Y-17E7 2018-13 [2018,2019] --lang ko",
    "list verbs",
    "list formats",
    "list relations",
    "list kinds",
    "list rules",
    "list codes",
    "list views",
    "list questions",
    "list sources",
    "list nodes --limit 20",
    "check",
    "lint fixtures/figures/diagram.svg fixtures/figures/timeline.svg",
    "diff 2018-06 2021-06",
    "diff 2015 2025-12 --known --limit 60",
    "diff fixtures/tiny graphs/inter-korean --limit 60",
    "diff graphs/inter-korean fixtures/tiny --limit 60 --as-of 2021",
    "run announced-2021",
    "run forum-2025",
    "run hana-foundation",
};

const Json& schema() {
  static const Json schema = Json::parse(RepositoryFiles().read("cli/answers.schema.json"));
  return schema;
}

const Json& definitions() { return schema()["$defs"]; }

bool is_verb(std::string_view word) {
  const auto all = cli::commands();
  return std::any_of(all.begin(), all.end(), [&](const cli::Command& command) { return command.name == word; });
}

// The first word that names one; what follows -g is a path.
std::string verb_of(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "-g" || arguments[i] == "--graph")
      ++i;
    else if (is_verb(arguments[i]))
      return arguments[i];
  }
  return {};
}

void expect_accepted(const std::string& verb, const Json& answer, const std::string& question) {
  EXPECT_TRUE(definitions().contains(verb) && JsonSchema(schema()).accepts(verb, answer))
      << "cli/answers.schema.json refuses, as an answer of `" << verb << "`:\n"
      << answer.dump(2) << "\nwhich is printed for: " << question;
}

// What is no JSON is told with the question that printed it, and is discarded.
Json parsed(std::string_view printed, const std::string& question) {
  Json document = Json::parse(printed, nullptr, false);
  if (document.is_discarded()) ADD_FAILURE() << "no JSON, but `" << printed << "`, is printed for: " << question;
  return document;
}

// The number of answers.
std::size_t expect_json(const std::string& verb, const std::string& printed, const std::string& question) {
  const Json document = parsed(printed, question);
  if (document.is_discarded()) return 0;
  EXPECT_TRUE(JsonSchema(schema()).accepts(document)) << question;
  if (!document.is_array()) expect_accepted(verb, document, question);
  if (document.is_array())
    for (const Json& answer : document) expect_accepted(verb, answer, question);
  return document.size();
}

void expect_json_lines(const std::string& verb, const std::string& printed, const std::string& question) {
  for (const std::string_view line : split(trim(printed), '\n'))
    if (!line.empty())
      if (const Json answer = parsed(line, question); !answer.is_discarded()) expect_accepted(verb, answer, question);
}

bool asks_for(const std::vector<std::string>& arguments, std::string_view format) {
  return std::adjacent_find(arguments.begin(), arguments.end(), [&](const auto& a, const auto& b) {
           return a == "--format" && b == format;
         }) != arguments.end();
}

TEST(AnswersSchema, accepts_what_the_cases_print) {
  for (const std::string& path : RepositoryFiles().list("tests/cases")) {
    if (!path.ends_with(".case")) continue;
    const Case asked = parse_case(path, RepositoryFiles().read(path));
    const bool as_json = asks_for(asked.arguments, "json");
    if (!as_json && !asks_for(asked.arguments, "jsonl")) continue;
    const Outcome got = run_program(asked.arguments, asked.surroundings, asked.files);
    const std::string verb = verb_of(asked.arguments);
    if (!as_json) expect_json_lines(verb, got.out, path);
    if (as_json && !got.out.empty()) expect_json(verb, got.out, path);
  }
}

std::size_t count_answers_to(const std::string& question) {
  const std::string whole = fmt::format("{} --format json", question);
  const std::vector<std::string> arguments = split_command(whole);
  Surroundings surroundings;
  surroundings.default_graph = "graphs/inter-korean";
  const Outcome got = run_program(arguments, surroundings);
  EXPECT_TRUE(got.exit == 0 || verb_of(arguments) == "date") << whole << "\n" << got.err;  // one date of it is none
  return expect_json(verb_of(arguments), got.out, whole);
}

TEST(AnswersSchema, accepts_what_is_said_of_the_graph_of_the_documentation) {
  for (const auto& [verb, asked] : questions)
    for (const std::string& each : asked) {
      std::size_t answers = 0;
      for (const std::string_view time : times)
        answers += count_answers_to(fmt::format("{} {} {} --limit 20", verb, each, time));
      EXPECT_GT(answers, 0U) << verb << " " << each << " has no answer, so nothing was looked at";
    }
  for (const std::string_view question : other_questions)
    EXPECT_GT(count_answers_to(std::string(question)), 0U) << question;
}

TEST(AnswersSchema, has_a_definition_of_each_verb_and_questions_for_it) {
  for (const cli::Command& command : cli::commands()) {
    const std::string verb(command.name);
    if (!command.prints_table) continue;
    EXPECT_TRUE(definitions().contains(verb)) << "cli/answers.schema.json has no definition `" << verb << "`";
    EXPECT_TRUE(!command.verb || questions.contains(verb)) << "this test asks nothing of `" << verb << "`";
    const Json reference = {{"$ref", "#/$defs/" + verb}};
    const Json& listed = schema()["anyOf"][1]["items"]["anyOf"];
    EXPECT_NE(std::find(listed.begin(), listed.end(), reference), listed.end())
        << "`anyOf` of cli/answers.schema.json does not name `" << verb << "`";
  }
}

TEST(AnswersSchema, refuses_fields_that_are_missing_or_not_documented) {
  const JsonSchema answers(schema());
  const Json node = {{"id", "mou"}, {"name", "Ministry of Unification"}, {"kind", "actor"}};
  EXPECT_TRUE(answers.accepts("node", node));
  Json longer = node;
  longer["colour"] = "blue";
  EXPECT_FALSE(answers.accepts("node", longer));
  Json shorter = node;
  shorter.erase("name");
  EXPECT_FALSE(answers.accepts("node", shorter));
}

template <typename Words>
Json list_of(const Words& words) {
  Json list = Json::array();
  for (const std::string_view word : words) list.push_back(word);
  return list;
}

TEST(AnswersSchema, has_the_words_of_the_model) {
  EXPECT_EQ(definitions()["assertion"]["enum"], list_of(words_of<Assertion>()));
  EXPECT_EQ(definitions()["confidence"]["enum"], list_of(words_of<Confidence>()));
}

}  // namespace
}  // namespace throughline
