// SPDX-License-Identifier: Apache-2.0
// The links of the actor with the most relations, from the arguments to the bytes: the first twenty, and all of them.
// `links` makes a row when it is printed, and finds its chain again; what it costs to be asked alone is in
// questions_bench.cpp.
#include <benchmark/benchmark.h>

#include <sstream>

#include "million.hpp"
#include "render/table_format.hpp"

namespace throughline {
namespace {

void print_links(benchmark::State& state, std::string_view format, const Options& more) {
  const Asked asked("links", links_of(actor(0), more));
  std::size_t bytes = 0;
  for (auto _ : state) {
    Table table = asked.answer();
    cut(table, asked.arguments.number("--limit"));
    std::ostringstream out;
    find_table_format(format)->write(table, {}, out);
    bytes = out.str().size();
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}

const Options as_of{{"--as-of", "2015-06-15"}};
const Options first_as_of{{"--as-of", "2015-06-15"}, {"--limit", "20"}};
const Options first{{"--limit", "20"}};

BENCHMARK_CAPTURE(print_links, first_twenty_as_text, "text", first)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(print_links, first_twenty_as_text_as_of_a_day, "text", first_as_of)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(print_links, first_twenty_as_jsonl_as_of_a_day, "jsonl", first_as_of)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(print_links, all_as_text_as_of_a_day, "text", as_of)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(print_links, all_as_jsonl_as_of_a_day, "jsonl", as_of)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace throughline
