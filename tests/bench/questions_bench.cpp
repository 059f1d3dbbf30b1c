// SPDX-License-Identifier: Apache-2.0
// Questions about a graph of a million relations, from the arguments to the table, beside a bare breadth-first search
// of Boost from the same actor over the same compact graph: what a walk costs at least. The search is run between the
// questions; `searches` is how many of it one question costs, CPU time, the fastest of each. `of` chooses the actor by
// its relations: 0 has the most, 1 comes hundredth, 2 stands in the middle. Rows are made when they are printed:
// print_bench.cpp has that.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/two_bit_color_map.hpp>
#include <ctime>
#include <limits>
#include <random>
#include <vector>

#include "graph/boost_graph.hpp"
#include "million.hpp"

namespace throughline {
namespace {

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

void search_from(NodeIndex start) {
  const CompressedGraph& arcs = million().boost_graph().arcs;
  std::vector<std::uint32_t> distances(num_vertices(arcs), 0);
  const auto colors = boost::make_two_bit_color_map(num_vertices(arcs), get(boost::vertex_index, arcs));
  boost::breadth_first_search(arcs, static_cast<std::uint32_t>(position(start)),
                              boost::visitor(Distances(distances)).color_map(colors));
  benchmark::DoNotOptimize(distances.data());
}

// How fast it went at best, in milliseconds.
class Fastest {
 public:
  template <typename Run>
  void time(Run run) {
    const std::clock_t begin = std::clock();
    run();
    milliseconds_ = std::min(milliseconds_, 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  double milliseconds() const { return milliseconds_; }

 private:
  double milliseconds_ = std::numeric_limits<double>::infinity();
};

void bare_breadth_first_search(benchmark::State& state) {
  const NodeIndex start = actor(state.range(0));
  Fastest search;
  for (auto _ : state) search.time([&] { search_from(start); });
  state.counters["fastest"] = search.milliseconds();
}

void ask(benchmark::State& state, const Asked& asked) {
  const NodeIndex start = actor(state.range(0));
  Fastest question;
  Fastest search;
  std::size_t rows = 0;
  for (auto _ : state) {
    question.time([&] { rows = asked.answer().rows.size(); });
    state.PauseTiming();
    search.time([&] { search_from(start); });
    state.ResumeTiming();
  }
  state.counters["rows"] = static_cast<double>(rows);
  state.counters["fastest"] = question.milliseconds();
  state.counters["searches"] = question.milliseconds() / search.milliseconds();
}

void links_within_three_hops(benchmark::State& state, const Options& more) {
  ask(state, Asked("links", links_of(actor(state.range(0)), more)));
}

// Of a hundred actors of all sorts, the same in each run: how many milliseconds the middle and the slowest one took.
void links_of_a_hundred(benchmark::State& state, const Options& more) {
  const std::vector<NodeIndex> actors = busiest_actors();
  std::mt19937 random(4);
  std::vector<double> took;
  for (auto _ : state) {
    took.clear();
    for (int i = 0; i < 100; ++i) {
      const Asked asked("links", links_of(actors[random() % actors.size()], more));
      Fastest question;
      question.time([&] { benchmark::DoNotOptimize(asked.answer().rows.size()); });
      took.push_back(question.milliseconds());
    }
  }
  std::sort(took.begin(), took.end());
  state.counters["median"] = took[took.size() / 2];
  state.counters["slowest"] = took.back();
}

void path_between_two(benchmark::State& state, const Options& more) {
  Options options = {{"A", id_of(actor(state.range(0)))}, {"B", id_of(NodeIndex{77'777})}};
  options.insert(options.end(), more.begin(), more.end());
  ask(state, Asked("path", options));
}

struct Variant {
  const char* name;
  Options options;
};

const bool registered = [] {
  const auto of_actors = [](benchmark::internal::Benchmark* each) {
    each->ArgName("of")->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);
  };
  of_actors(benchmark::RegisterBenchmark("bare_breadth_first_search", bare_breadth_first_search));
  const Variant times[] = {
      {"at_any_time", {}},
      {"as_of_a_day", {{"--as-of", "2015-06-15"}}},
      {"any_direction", {{"--any-direction", ""}}},
      {"as_of_a_day_any_direction", {{"--as-of", "2015-06-15"}, {"--any-direction", ""}}},
      {"during_a_year", {{"--during", "2015"}}},
      {"as_of_a_month", {{"--as-of", "2015-06"}}},
      {"known_by", {{"--known-by", "2015"}}},
  };
  for (const auto& [name, options] : times) {
    of_actors(benchmark::RegisterBenchmark(("links_within_three_hops/" + std::string(name)).c_str(),
                                           links_within_three_hops, options));
    benchmark::RegisterBenchmark(("links_of_a_hundred/" + std::string(name)).c_str(), links_of_a_hundred, options)
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
  }
  const Variant ways[] = {
      {"at_any_time", {}},
      {"as_of_a_day", {{"--as-of", "2015-06-15"}}},
      {"during_a_year", {{"--during", "2015"}}},
      {"together", {{"--together", ""}}},
      {"in_order", {{"--in-order", ""}}},
      {"together_in_order", {{"--together", ""}, {"--in-order", ""}}},
  };
  for (const auto& [name, options] : ways)
    of_actors(benchmark::RegisterBenchmark(("path/" + std::string(name)).c_str(), path_between_two, options));
  return true;
}();

}  // namespace
}  // namespace throughline
