// SPDX-License-Identifier: Apache-2.0
// The JSON Schema that editors use and the reader agree: each field the schema knows is one that the reader takes, and
// the words of its enumerations are those of the model.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "formats/load.hpp"
#include "model/words.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

using Json = nlohmann::ordered_json;

const Json& definitions() {
  static const Json schema = Json::parse(RepositoryFiles().read("graphs/throughline.schema.json"));
  return schema["$defs"];
}

bool is_taken(const std::string& yaml) {
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  load(paths, RepositoryFiles(), yaml, diagnostics);
  return std::none_of(diagnostics.list().begin(), diagnostics.list().end(),
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
}

}  // namespace
}  // namespace throughline
