// SPDX-License-Identifier: Apache-2.0
// A million questions about a day or a stretch of days, as `--as-of` and `--during` ask them of each relation, over
// values of all forms, parsed beforehand.
#include <benchmark/benchmark.h>

#include <stdexcept>
#include <vector>

#include "time/edtf.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

constexpr std::size_t million = 1'000'000;

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
                           "2018-XX-27"}) {
    EdtfError error;
    const auto value = parse_edtf(text, error);
    if (!value) throw std::invalid_argument(text);
    values.push_back(*value);
  }
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

}  // namespace
}  // namespace throughline
