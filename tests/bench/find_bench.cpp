// SPDX-License-Identifier: Apache-2.0
// The search index of a graph of a hundred thousand nodes with three names each and a million relations, each with a
// quote of its own: what it takes to build, and questions of every sort to it, ten answers each.
#include <benchmark/benchmark.h>

#include <string>

#include "generated_graph.hpp"
#include "query/search.hpp"

namespace throughline {
namespace {

const Model& model() {
  static const Model generated = generated_model({.nodes = 100'000, .relations = 1'000'000});
  return generated;
}

void build_search_index(benchmark::State& state) {
  model();
  for ([[maybe_unused]] const auto _ : state) benchmark::DoNotOptimize(SearchIndex(model()).subject_count());
}
BENCHMARK(build_search_index)->Unit(benchmark::kMillisecond);

void find_text(benchmark::State& state, const std::string& text) {
  static const SearchIndex index(model());
  std::size_t count = 0;
  for ([[maybe_unused]] const auto _ : state) count = Search(index, text).find(10).count;
  state.counters["found"] = static_cast<double>(count);
}

const bool registered = [] {
  constexpr std::pair<const char*, const char*> questions[] = {
      {"rare_word", "harbourbc"},
      {"common_word", "harbour"},
      {"beginning", "unific"},
      {"part", "arbou"},
      {"one_letter", "e"},
      {"number", "765432"},
      {"two_words", "peace 765432"},
      {"common_words", "harbour border"},
      {"many_words", "the harbour border peace railway health"},
      {"hangul", "통일"},
      {"hangul_without_spaces", "평화교류위원회"},
      {"initial_consonants", "ㅌㅇㅂ"},
      {"one_consonant", "ㅌ"},
      {"syllable_being_typed", "토"},
      {"slip", "harbuor"},
      {"slip_in_hangul", "퉁일"},
      {"nothing", "zeppelin"}};
  for (const auto& [name, text] : questions)
    benchmark::RegisterBenchmark(("find/" + std::string(name)).c_str(), find_text, text)->Unit(benchmark::kMillisecond);
  return true;
}();

}  // namespace
}  // namespace throughline
