// SPDX-License-Identifier: Apache-2.0
// throughline in the benchmark of all: same arguments and output as driver.py, so that each step is measured inside the
// process, as those of the others are. `betweenness-1` is betweenness on one thread.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/parallel.hpp"
#include "formats/load.hpp"
#include "graph/graph.hpp"
#include "graph/measures.hpp"
#include "graph/paths.hpp"

namespace throughline {
namespace {

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Of all threads.
double cpu_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <typename Work>
auto timed(std::string_view step, Work work) {
  const double wall = wall_seconds();
  const double cpu = cpu_seconds();
  auto result = work();
  fmt::print(R"({{"step": "{}", "wall": {}, "cpu": {}}})"
             "\n",
             step, wall_seconds() - wall, cpu_seconds() - cpu);
  return result;
}

struct Loaded {
  Model model;
  Graph graph;

  explicit Loaded(Model read) : model(std::move(read)), graph(model) {}
  std::string_view name(NodeIndex node) const { return model.text(model[node].name); }
};

std::unique_ptr<Loaded> load_graph(const std::string& path) {
  Diagnostics diagnostics;
  const std::string paths[] = {path};
  auto loaded = std::make_unique<Loaded>(load(paths, DiskFiles(), {}, diagnostics));
  if (diagnostics.has_errors()) throw Failure(diagnostics.list().front().message);
  return loaded;
}

Passage forwards(const Model& model) {
  return Passage(model.relations.size(), [](RelationIndex) { return Passage::Terms{.forward = true}; });
}

Network arcs_of(const Loaded& loaded, bool each_relation) {
  return network_of(loaded.graph, forwards(loaded.model), {.each_relation = each_relation});
}

using Answer = std::vector<std::pair<std::string_view, double>>;

Answer named(const Loaded& loaded, const Scores& scores) {
  Answer answer;
  for (std::uint32_t i = 0; i < scores.size(); ++i) answer.emplace_back(loaded.name(NodeIndex{i}), scores[i]);
  return answer;
}

Answer counts(const Loaded& loaded) {
  return {{"nodes", static_cast<double>(loaded.graph.node_count())},
          {"relations", static_cast<double>(loaded.graph.relation_count())}};
}

Answer within_three_hops(const Loaded& loaded, std::string_view start) {
  const auto is_start = [&](const Node& node) { return loaded.model.text(node.name) == start; };
  const auto& nodes = loaded.model.nodes;
  const auto at = std::find_if(nodes.begin(), nodes.end(), is_start);
  if (at == nodes.end()) throw Failure(fmt::format("no node `{}`", start));
  Reach reach(loaded.graph, forwards(loaded.model));
  Answer answer;
  for (const NodeIndex node : reach.explore(NodeIndex{static_cast<std::uint32_t>(at - nodes.begin())}, 3))
    answer.emplace_back(loaded.name(node), 1);
  return answer;
}

Answer answer_to(std::string_view task, const Loaded& loaded, std::string_view start) {
  if (task == "load") return counts(loaded);
  return timed(task, [&] {
    if (task == "pagerank") return named(loaded, pagerank(arcs_of(loaded, true)));
    if (task == "betweenness") return named(loaded, betweenness(arcs_of(loaded, false), processors()));
    if (task == "betweenness-1") return named(loaded, betweenness(arcs_of(loaded, false), 1));
    if (task == "hops") return within_three_hops(loaded, start);
    throw Failure(fmt::format("no task `{}`", task));
  });
}

void write_answer(const std::string& path, const Answer& answer) {
  std::string lines;
  for (const auto& [name, value] : answer) lines += fmt::format("{}\t{}\n", name, value);
  DiskFiles().write(path, lines);
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() != 4) {
    fmt::print(stderr, "usage: compare_ours TASK FILE ANSWER START\n");
    return 2;
  }
  const bool is_snapshot = arguments[0] == "open";
  const auto loaded = timed(is_snapshot ? "open" : "load", [&] { return load_graph(arguments[1]); });
  write_answer(arguments[2], answer_to(is_snapshot ? "hops" : arguments[0], *loaded, arguments[3]));
  return 0;
}

}  // namespace
}  // namespace throughline

int main(int count, char** arguments) {
  try {
    return throughline::run({arguments + 1, arguments + count});
  } catch (const throughline::Failure& failure) {
    fmt::print(stderr, "compare_ours: {}\n", failure.what());
    return 3;
  }
}
