// SPDX-License-Identifier: Apache-2.0
// Measures and communities of generated graphs. Ends are drawn so that few nodes have many relations, as in graphs that
// people write; a third of the relations stay within a neighbourhood, so that there are communities to find.

#include <benchmark/benchmark.h>

#include <random>

#include "base/parallel.hpp"
#include "graph/communities.hpp"
#include "graph/measures.hpp"

namespace throughline {
namespace {

Model generated_model(std::size_t nodes, std::size_t relations) {
  constexpr std::uint32_t neighbourhood = 50;
  std::mt19937_64 random(1736);
  std::uniform_real_distribution<double> chance(0, 1);
  const auto any = [&] {
    const double skewed = chance(random) * chance(random);
    return static_cast<std::uint32_t>(skewed * static_cast<double>(nodes));
  };
  Model model;
  model.nodes.resize(nodes);
  for (std::size_t i = 0; i < relations; ++i) {
    const std::uint32_t from = any();
    const std::uint32_t near = from - from % neighbourhood + static_cast<std::uint32_t>(random() % neighbourhood);
    const std::uint32_t to = i % 3 == 0 && near < nodes ? near : any();
    model.relations.push_back({.from = NodeIndex{from}, .to = NodeIndex{to}, .type = RelationTypeIndex{0}});
  }
  return model;
}

Network generated_network(const benchmark::State& state, bool undirected) {
  const Model model =
      generated_model(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
  const Graph graph(model);
  Passage passage(model.relations.size());
  for (std::uint32_t i = 0; i < model.relations.size(); ++i)
    passage.allow(RelationIndex{i}, {.forward = true, .backward = true});
  return network_of(graph, passage, {.undirected = undirected});
}

template <typename Measure>
void measure(benchmark::State& state, bool undirected, Measure of) {
  const Network network = generated_network(state, undirected);
  for ([[maybe_unused]] const auto _ : state) benchmark::DoNotOptimize(of(network));
}

void measure_betweenness(benchmark::State& state) {
  measure(state, false, [](const Network& network) { return betweenness(network, processors()); });
}
void measure_closeness(benchmark::State& state) {
  measure(state, false, [](const Network& network) { return closeness(network, processors()); });
}
void measure_pagerank(benchmark::State& state) { measure(state, false, pagerank); }
void measure_coreness(benchmark::State& state) { measure(state, true, coreness); }
void find_components(benchmark::State& state) { measure(state, true, strong_components); }
void find_communities(benchmark::State& state) { measure(state, true, communities); }

BENCHMARK(measure_betweenness)->Args({10'000, 50'000})->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(measure_closeness)->Args({10'000, 50'000})->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(measure_pagerank)->Args({100'000, 1'000'000})->Unit(benchmark::kMillisecond);
BENCHMARK(measure_coreness)->Args({100'000, 1'000'000})->Unit(benchmark::kMillisecond);
BENCHMARK(find_components)->Args({100'000, 1'000'000})->Unit(benchmark::kMillisecond);
BENCHMARK(find_communities)->Args({100'000, 1'000'000})->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace throughline
