// SPDX-License-Identifier: Apache-2.0
// The JSON Schema that editors use and the reader agree: each field the schema knows is one that the reader takes, the
// words of its enumerations are those of the model, and what one of the two refuses of a date, the other refuses too.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "formats/load.hpp"
#include "model/words.hpp"
#include "support/json_schema.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

using Json = nlohmann::ordered_json;

const Json& schema() {
  static const Json schema = Json::parse(RepositoryFiles().read("graphs/throughline.schema.json"));
  return schema;
}

const Json& definitions() { return schema()["$defs"]; }

std::vector<Diagnostic> problems_in(const std::string& yaml) {
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  load(paths, RepositoryFiles(), yaml, diagnostics);
  return {diagnostics.list().begin(), diagnostics.list().end()};
}

bool is_taken(const std::string& yaml) {
  const std::vector<Diagnostic> problems = problems_in(yaml);
  return std::none_of(problems.begin(), problems.end(),
                      [](const Diagnostic& d) { return d.code == Code::unknown_key; });
}

void expect_taken(std::string_view definition, std::string_view document) {
  for (const auto& [key, value] : definitions()[std::string(definition)]["properties"].items())
    EXPECT_TRUE(is_taken(fmt::format(fmt::runtime(document), key)))
        << "the reader does not know `" << key << "` in a " << definition;
}

TEST(Schema, knows_fields_that_the_reader_takes) {
  expect_taken("graph", "graph: {{{}: x}}");
  expect_taken("source", "sources: {{s: {{{}: x}}}}");
  expect_taken("node", "actors: {{a: {{{}: {{}}}}}}");
  expect_taken("participant", "events: {{e: {{participants: {{a: {{{}: x}}}}}}}}");
  expect_taken("citation", "actors: {{a: {{evidence: [{{{}: x}}]}}}}");
  expect_taken("date_claim", "actors: {{a: {{when: [{{{}: x}}]}}}}");
  expect_taken("relative_date", "relations: [{{from: a, part_of: b, when: {{{}: x}}}}]");
  expect_taken("status_claim", "actors: {{a: {{status: [{{{}: x}}]}}}}");
  expect_taken("kind", "kinds: {{k: {{{}: x}}}}");
  expect_taken("relation_type", "relation_types: {{t: {{{}: x}}}}");
  expect_taken("view", "views: {{v: {{{}: x}}}}");
  expect_taken("question", "questions: {{q: {{{}: x}}}}");
  expect_taken("table", "tables: {{t.csv: {{{}: x}}}}");
  EXPECT_FALSE(is_taken("actors: {a: {nmae: x}}")) << "the test can fail";
}

template <typename Word>
void expect_words(const Json& enumeration) {
  std::vector<std::string> known;
  for (const std::string_view word : words_of<Word>())
    if (!word.empty()) known.emplace_back(word);
  EXPECT_EQ(enumeration.get<std::vector<std::string>>(), known);
}

TEST(Schema, lists_the_words_of_the_model) {
  expect_words<Status>(definitions()["status"]["enum"]);
  expect_words<Assertion>(definitions()["assertion"]["enum"]);
  expect_words<Confidence>(definitions()["confidence"]["enum"]);
  expect_words<Leads>(definitions()["relation_type"]["properties"]["leads"]["enum"]);
  expect_words<Line>(definitions()["relation_type"]["properties"]["line"]["enum"]);
  expect_words<DatedBy>(definitions()["relation_type"]["properties"]["dated_by"]["enum"]);
}

// Each text is JSON, which stands in the document as it is: JSON is YAML.
void expect_agreement(bool is_accepted, const std::string& definition, std::string_view document,
                      const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    EXPECT_EQ(JsonSchema(schema()).accepts(definition, Json::parse(text)), is_accepted) << "the schema, of " << text;
    EXPECT_EQ(problems_in(fmt::format(fmt::runtime(document), text)).empty(), is_accepted) << "the reader, of " << text;
  }
}

constexpr std::string_view graph_document = "graph: {}\nactors: {{a: {{name: A}}}}";
constexpr std::string_view node_document = "events: {{e: {{name: E, when: 2018}}, f: {{name: F, when: {}}}}}";
constexpr std::string_view relation_document =
    "actors: {{a: {{name: A}}, b: {{name: B}}}}\nevents: {{e: {{name: E, when: 2018}}}}\n"
    "relations: [{{from: a, part_of: b, when: {}}}]";

const std::vector<std::string> dates_told_by_others = {
    R"({"after": "e"})",
    R"({"before": "2019", "within": "1 year"})",
    R"({"after": "e", "before": 2020})",
    R"({"during": "e"})",
    R"({"after": "2017", "during": "e", "within": "1000000 days"})",
};

const std::vector<std::string> no_dates_told_by_others = {
    R"({})",
    R"({"within": "3 weeks"})",
    R"({"during": "e", "within": "3 weeks"})",
    R"({"after": "2017", "before": "2020", "within": "3 weeks"})",
    R"({"after": "e", "within": "3 fortnights"})",
    R"({"after": "e", "within": "0 days"})",
    R"({"after": "e", "within": "1000001 days"})",
    R"({"after": "e", "within": 3})",
    R"({"after": "e", "within": "none"})",
    R"({"later": "e"})",
};

TEST(Schema, and_reader_take_the_same_tolerances) {
  expect_agreement(true, "graph", graph_document,
                   {R"({"tolerance": "none"})", R"({"tolerance": "1 year"})", R"({"tolerance": "18 months"})",
                    R"({"tolerance": "99999 days"})", R"({"tolerance": "1000000 weeks"})"});
  expect_agreement(false, "graph", graph_document,
                   {R"({"tolerance": "0 days"})", R"({"tolerance": "1000001 days"})", R"({"tolerance": "a while"})",
                    R"({"tolerance": "year"})", R"({"tolerance": "1  year"})", R"({"tolerance": 1})"});
}

TEST(Schema, and_reader_take_the_same_dates_told_by_others) {
  for (const auto& [definition, document] :
       {std::pair("date_claim", node_document), std::pair("relative_date", relation_document)}) {
    expect_agreement(true, definition, document, dates_told_by_others);
    expect_agreement(false, definition, document, no_dates_told_by_others);
  }
}

TEST(Schema, and_reader_take_the_same_claims_of_a_date) {
  expect_agreement(true, "date_claim", node_document, {R"({"date": "2018"})", R"({"date": 2018})"});
  expect_agreement(false, "date_claim", node_document,
                   {R"({"date": "2018", "after": "e"})", R"({"date": "2018", "within": "3 weeks"})",
                    R"({"date": "2018", "after": "e", "within": "3 weeks"})", R"({"date": "2018", "during": "e"})"});
}

}  // namespace
}  // namespace throughline
