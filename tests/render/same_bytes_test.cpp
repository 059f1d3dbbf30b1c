// SPDX-License-Identifier: Apache-2.0
// The same facts give the same figures, byte for byte: however their records are cut into files and shuffled, and
// whatever was drawn before in the same process.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <random>

#include "base/text.hpp"
#include "formats/format.hpp"
#include "formats/load.hpp"
#include "render/figure.hpp"
#include "support/memory_files.hpp"
#include "support/sample_diagram.hpp"
#include "view/build_view.hpp"

namespace throughline {
namespace {

Model loaded(std::span<const std::string> paths, const Files& files) {
  Diagnostics diagnostics;
  Model model = load(paths, files, {}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return model;
}

// A record a line.
std::vector<std::string> records_of_documentation() {
  const std::string paths[] = {"graphs/inter-korean"};
  const Model model = loaded(paths, RepositoryFiles());
  Output output("-");
  Losses losses;
  find_format("jsonl")->write(model, output, losses);
  const std::string text = output.text();
  std::vector<std::string> records;
  for (const std::string_view line : split(text, '\n'))
    if (!line.empty()) records.emplace_back(line);
  return records;
}

Model shuffled(std::vector<std::string> records, std::mt19937& random) {
  constexpr std::size_t files = 5;
  std::shuffle(records.begin(), records.end(), random);
  MemoryFiles::Contents contents;
  for (const std::string& record : records) contents[fmt::format("{}.jsonl", random() % files)] += record + "\n";
  std::vector<std::string> paths;
  for (const auto& [path, text] : contents) paths.push_back(path);
  std::shuffle(paths.begin(), paths.end(), random);
  return loaded(paths, MemoryFiles(std::move(contents)));
}

// Of each view a diagram and a timeline.
std::size_t figure_count(const Model& model) { return 2 * model.views.size(); }

std::string figure(const Model& model, std::size_t number) {
  const Graph graph(model);
  Scope scope = scope_of(model, model.views[number / 2]);
  scope.dated_first = number % 2 == 1;
  const Selection selection = select(graph, scope);
  Diagnostics diagnostics;
  const Scene scene = scope.dated_first ? compose(build_timeline(graph, scope, selection, "stamp"), diagnostics)
                                        : compose(build_diagram(graph, scope, selection, "stamp"), diagnostics);
  return render(scene, "svg", diagnostics);
}

TEST(SameBytes, whatever_the_order_of_files_and_records) {
  const std::vector<std::string> records = records_of_documentation();
  std::mt19937 random(20);
  const Model first = shuffled(records, random);
  std::vector<std::string> figures;
  for (std::size_t i = 0; i < figure_count(first); ++i) figures.push_back(figure(first, i));
  ASSERT_FALSE(figures.empty());
  for (std::size_t round = 0; round < 20; ++round) {
    const Model model = shuffled(records, random);
    ASSERT_EQ(figure_count(model), figures.size());
    const std::size_t number = round % figures.size();
    ASSERT_EQ(figure(model, number), figures[number]) << "figure " << number << ", round " << round;
  }
}

// Graphviz lays out in a child of ours, and forgets nothing there.
TEST(ManyFigures, leave_neither_children_nor_memory_behind) {
  const DiagramView view = sample_diagram();
  const auto draw = [&](std::size_t times) {
    Diagnostics diagnostics;
    std::string last;
    for (std::size_t i = 0; i < times; ++i) last = render(compose(view, diagnostics), "svg", diagnostics);
    return last;
  };
  const std::string first = draw(10);
  const std::size_t before = mallinfo2().uordblks;
  EXPECT_EQ(draw(30), first);
  EXPECT_LT(mallinfo2().uordblks, before + 10'000);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

}  // namespace
}  // namespace throughline
