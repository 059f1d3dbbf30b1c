// SPDX-License-Identifier: Apache-2.0
// Questions about a day or a stretch of days. `standings_of_a_million` is what a verb does for `--as-of` and `--during`
// once the graph is there: a million relations, each with a date of its own, read with and without the tolerance of
// `~`. `held_…_a_million_times` asks one question alone, of two dozen values of all forms, over and over.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "query/standings.hpp"
#include "time/edtf.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

constexpr std::size_t million = 1'000'000;

Edtf edtf(const std::string& text) {
  EdtfError error;
  const auto value = parse_edtf(text, error);
  if (!value) throw std::invalid_argument(text);
  return *value;
}

std::vector<Edtf> mixed_values() {
  std::vector<Edtf> values;
  for (const char* text : {"2018",
                           "2018-04",
                           "2018-04-27",
                           "2017/2022",
                           "2022/..",
                           "2022/",
                           "../2010",
                           "2018~",
                           "2018?",
                           "201X",
                           "2018-04-27/2020-05",
                           "2018-21",
                           "2018-33",
                           "1950S2",
                           "XXXX-12-XX",
                           "1X99-0X-X1",
                           "201X-12-25~",
                           "2017-05~/..",
                           "[2018-04, 2018-06..2018-08]",
                           "{2018, 2020-05}",
                           "2018-04-27T09:30+09:00",
                           "Y-17E7",
                           "20XX",
                           "2018-XX-27"})
    values.push_back(edtf(text));
  return values;
}

template <typename Ask>
void ask_a_million(benchmark::State& state, Ask ask) {
  const std::vector<Edtf> values = mixed_values();
  const Day first = day_of(2015, 1, 1);
  for (auto _ : state) {
    std::size_t possible = 0;
    for (std::size_t i = 0; i < million; ++i) {
      const Day day = first + static_cast<Day>(i % 4000);
      if (ask(values[i % values.size()], day).verdict != Verdict::impossible) ++possible;
    }
    benchmark::DoNotOptimize(possible);
  }
}

void held_on_a_million_times(benchmark::State& state) {
  ask_a_million(state, [](const Edtf& value, Day day) { return held_on(value, day, {}); });
}
BENCHMARK(held_on_a_million_times)->Unit(benchmark::kMillisecond);

void held_during_a_million_times(benchmark::State& state) {
  ask_a_million(state, [](const Edtf& value, Day day) { return held_during(value, {day, day + 365}, {}); });
}
BENCHMARK(held_during_a_million_times)->Unit(benchmark::kMillisecond);

// Mostly days, as in documents, over two centuries; each tenth is approximate.
std::string random_date(std::mt19937_64& random) {
  const std::size_t year = 1830 + random() % 200;
  const std::string month = fmt::format("{}-{:02}", year, 1 + random() % 12);
  const std::string day = fmt::format("{}-{:02}", month, 1 + random() % 28);
  switch (random() % 20) {
    case 0:
    case 1: return fmt::format("{}", year);
    case 2:
    case 3:
    case 4: return month;
    case 5: return fmt::format("{}~", year);
    case 6: return month + "~";
    case 7: return day + "?";
    case 8: return fmt::format("{}/{}", day, year + 1 + random() % 20);
    case 9:
    case 10: return day + "/..";
    case 11: return fmt::format("[{}, {}..{}]", day, year + 1, year + 3);
    default: return day;
  }
}

Model generated_model() {
  constexpr std::uint32_t nodes = 20'000;
  std::mt19937_64 random(20140101);
  Model model;
  model.nodes.resize(nodes);
  for (std::uint32_t i = 0; i < million; ++i) {
    WrittenDate date;
    date.value = edtf(random_date(random));
    date.extent = extent_of(date.value);
    model.dates.push_back(std::move(date));
    Relation relation{};
    relation.from = NodeIndex{static_cast<std::uint32_t>(random() % nodes)};
    relation.to = NodeIndex{static_cast<std::uint32_t>(random() % nodes)};
    relation.when = DateIndex{i};
    model.relations.push_back(relation);
  }
  return model;
}

void standings_of_a_million(benchmark::State& state, const Standpoint& question) {
  static const Model model = generated_model();
  static const Graph graph(model);
  for (auto _ : state) benchmark::DoNotOptimize(Standings(graph, question).count_relations().certainly);
}
BENCHMARK_CAPTURE(standings_of_a_million, as_of_a_day, Standpoint{.as_of = edtf("2018-04-27")})
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(standings_of_a_million, as_of_a_month, Standpoint{.as_of = edtf("2018-04")})
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(standings_of_a_million, during_a_year, Standpoint{.during = edtf("2018")})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace throughline
