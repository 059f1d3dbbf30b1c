// SPDX-License-Identifier: Apache-2.0
// Questions about a graph of a million relations, from the arguments to the table, beside a bare breadth-first search
// of Boost over the same compact graph: what a walk costs at least. `of` chooses the actor: 0 the one with the most
// relations, 1 one in the middle.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/two_bit_color_map.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "generated_graph.hpp"
#include "graph/boost_graph.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

const Graph& million() {
  static const Model model = generated_model({.nodes = 100'000, .relations = 1'000'000});
  static const Graph graph(model);
  return graph;
}

// The actors, those with the most relations first.
std::vector<NodeIndex> busiest_actors() {
  const Graph& graph = million();
  const Model& model = graph.model();
  std::vector<std::pair<std::size_t, std::uint32_t>> actors;
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i)
    if (model.kind_of(model.nodes[i]).name == "actor") actors.emplace_back(graph.degree(NodeIndex{i}), i);
  std::sort(actors.begin(), actors.end(), std::greater<>());
  std::vector<NodeIndex> nodes;
  for (const auto& [degree, index] : actors) nodes.push_back(NodeIndex{index});
  return nodes;
}

NodeIndex actor(std::int64_t which) {
  static const std::vector<NodeIndex> actors = busiest_actors();
  return which == 0 ? actors.front() : actors[actors.size() / 2];
}

std::string id_of(NodeIndex node) { return std::string(million().model().text(million().model()[node].id)); }

class Distances : public boost::default_bfs_visitor {
 public:
  explicit Distances(std::vector<std::uint32_t>& distances) : distances_(distances) {}
  template <typename Edge, typename Arcs>
  void tree_edge(Edge edge, const Arcs& arcs) const {
    distances_[target(edge, arcs)] = distances_[source(edge, arcs)] + 1;
  }

 private:
  std::vector<std::uint32_t>& distances_;
};

void bare_breadth_first_search(benchmark::State& state) {
  const CompressedGraph& arcs = million().boost_graph().arcs;
  const auto start = static_cast<std::uint32_t>(position(actor(state.range(0))));
  for (auto _ : state) {
    std::vector<std::uint32_t> distances(num_vertices(arcs), 0);
    const auto colors = boost::make_two_bit_color_map(num_vertices(arcs), get(boost::vertex_index, arcs));
    boost::breadth_first_search(arcs, start, boost::visitor(Distances(distances)).color_map(colors));
    benchmark::DoNotOptimize(distances.data());
  }
}
BENCHMARK(bare_breadth_first_search)->ArgName("of")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

using Options = std::vector<std::pair<std::string, std::string>>;

// Rows are made when they are printed: how many there are is known before.
void ask(benchmark::State& state, std::string_view name, const Options& options) {
  const auto verb = std::find_if(verbs().begin(), verbs().end(), [&](const Verb* each) { return each->name == name; });
  Arguments arguments;
  for (const Parameter& parameter : (*verb)->parameters)
    if (!parameter.fallback.empty()) arguments.fall_back(parameter.name, parameter.fallback);
  arguments.fall_back("--today", "2026-01-01");
  for (const auto& [option, value] : options) arguments.give(option, {value});
  std::size_t rows = 0;
  for (auto _ : state) {
    Diagnostics diagnostics;
    const Table table = (*verb)->run(million(), arguments, diagnostics);
    if (diagnostics.has_errors()) throw std::invalid_argument(diagnostics.list().front().message);
    rows = table.rows.size();
  }
  state.counters["rows"] = static_cast<double>(rows);
}

void links_within_three_hops(benchmark::State& state, const Options& time) {
  Options options = {{"--from", id_of(actor(state.range(0)))}, {"--hops", "3"}};
  options.insert(options.end(), time.begin(), time.end());
  ask(state, "links", options);
}
BENCHMARK_CAPTURE(links_within_three_hops, at_any_time, Options{})
    ->ArgName("of")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(links_within_three_hops, as_of_a_day, Options{{"--as-of", "2015-06-15"}})
    ->ArgName("of")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(links_within_three_hops, as_of_a_day_any_direction,
                  Options{{"--as-of", "2015-06-15"}, {"--any-direction", "yes"}})
    ->ArgName("of")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(links_within_three_hops, during_a_year, Options{{"--during", "2015"}})
    ->ArgName("of")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);

void path_between_two(benchmark::State& state, const Options& more) {
  Options options = {{"A", id_of(actor(1))}, {"B", id_of(NodeIndex{77'777})}};
  options.insert(options.end(), more.begin(), more.end());
  ask(state, "path", options);
}
BENCHMARK_CAPTURE(path_between_two, at_any_time, Options{})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(path_between_two, together, Options{{"--together", ""}})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(path_between_two, in_order, Options{{"--in-order", ""}})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(path_between_two, as_of_a_day, Options{{"--as-of", "2015-06-15"}})->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace throughline
