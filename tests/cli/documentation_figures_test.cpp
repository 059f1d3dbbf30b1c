// SPDX-License-Identifier: Apache-2.0
// The figures that the documentation shows are those that the program draws.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/memory_files.hpp"
#include "support/program.hpp"

namespace throughline {
namespace {

constexpr const char* graph = "graphs/inter-korean";
constexpr std::string_view timeline_ending = "-timeline";

std::string drawn(std::string view) {
  std::string verb = "draw";
  if (view.ends_with(timeline_ending)) {
    verb = "timeline";
    view.resize(view.size() - timeline_ending.size());
  }
  const Outcome outcome = run_program({"-g", graph, verb, "--view", view, "-o", "figure.svg"});
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  return outcome.written.at("figure.svg");
}

TEST(Documentation, shows_figures_as_they_are_drawn) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(graph)) {
    if (entry.path().extension() != ".svg") continue;
    ++count;
    EXPECT_TRUE(RepositoryFiles().read(entry.path().string()) == drawn(entry.path().stem().string()))
        << entry.path() << ": draw it again, as the README beside it says";
  }
  EXPECT_EQ(count, 3U);
}

}  // namespace
}  // namespace throughline
