// SPDX-License-Identifier: Apache-2.0
// The order of files and statements means nothing: however a graph is cut into files and its statements are shuffled,
// the answers are the same bytes.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "formats/format.hpp"
#include "formats/load.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

// One statement each, so that any order of them is a graph.
std::vector<std::string> statements() {
  std::vector<std::string> list = {"kinds: {place: {plural: places}}", "sources: {s: {title: S}}",
                                   "sources: {r: {title: R}}",         "places: {seoul: {name: Seoul, source: s}}",
                                   "views: {v: {title: V}}",           "graph: {title: G}"};
  for (int i = 0; i < 3; ++i)  // a chain of dates that are told by others, the last one first
    list.push_back(
        fmt::format("events: {{e{}: {{name: E, when: [{{after: e{}, within: 2 weeks}}, {{before: a7}}]}}}}", i, i + 1));
  list.push_back("events: {e3: {name: E, when: 2009-12}}");
  list.push_back("relations: [{from: e0, discusses: e1, when: {during: e2}}]");
  for (int i = 0; i < 8; ++i) {
    list.push_back(
        fmt::format("actors: {{a{}: {{name: Actor {}, when: 20{:02}, aliases: [x{}, y]}}}}", i, i, i + 10, i));
    list.push_back(fmt::format("relations: [{{from: a{}, part_of: a{}, when: 20{:02}, source: {}}}]", i, (i * 3) % 8,
                               20 - i, i % 2 == 0 ? "s" : "r"));
    list.push_back(fmt::format("relations: [{{from: a{}, based_in: seoul}}]", i));
  }
  return list;
}

// The JSON without the places in files, which do depend on how it was cut.
std::string written(const std::vector<std::string>& list, std::mt19937& random) {
  std::string text;
  for (const std::string& statement : list)
    text += (random() % 2 == 0 ? "---\n" : "\n---\n# next\n") + statement + "\n";
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  const Model model = load(paths, RepositoryFiles(), text, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  Output output("-");
  Losses losses;
  find_format("json")->write(model, output, losses);
  std::string json = output.text();
  for (std::size_t at = json.find(",\"file\":"); at != std::string::npos; at = json.find(",\"file\":"))
    json.erase(at, json.find('}', at) - at);
  return json;
}

TEST(Order, of_statements_means_nothing) {
  std::mt19937 random(5);
  std::vector<std::string> list = statements();
  const std::string first = written(list, random);
  EXPECT_NE(first.find("\"a7\""), std::string::npos);
  EXPECT_NE(first.find("after e1, within 2 weeks"), std::string::npos);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(list.begin(), list.end(), random);
    ASSERT_EQ(written(list, random), first);
  }
}

}  // namespace
}  // namespace throughline
