// SPDX-License-Identifier: Apache-2.0
// A million dates: read, all forms mixed and the everyday ones the most frequent; refused, with advice; told in words.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <random>
#include <span>
#include <string>
#include <vector>

#include "base/failure.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

constexpr std::size_t a_million = 1'000'000;

// `y` stands for a year, `m` for a month, `d` for a day.
using Forms = std::span<const std::string_view>;
constexpr std::string_view everyday[] = {"y",          "y-m",        "y-m-d", "y-m-d", "y-m-dT09:30:15Z",
                                         "1000/y-m-d", "y-m-d/2050", "y/..",  "y-m/"};
constexpr std::string_view uncertain[] = {"y?",   "y-m~",   "y-m-d%",  "y-23",  "201X",
                                          "y-XX", "y-m-XX", "y-?m-~d", "?y-m-d"};
constexpr std::string_view rare[] = {"[y, y-m, y-m-d..]",
                                     "{1000..y-m-d,y-12}",
                                     "1X99-0X-X1",
                                     "XXXX-m-2X",
                                     "19XX-02-29",
                                     "Y17101E4S3",
                                     "yS2",
                                     "y-33",
                                     "Y12345678",
                                     "-y-m",
                                     "0900-m~/y-m-XX?",
                                     "../.."};
constexpr std::string_view wrong[] = {"y-13", "y-m-32",  "m/d/y",  "April y", "y-m-d 09:30",
                                      "199u", "y-02-30", "[y,,y]", "y.m.d.",  "?"};

std::string filled(std::string_view form, std::mt19937& random) {
  std::string text;
  for (char c : form) {
    if (c == 'y') text += fmt::format("{}", 1000 + random() % 1020);
    if (c == 'm') text += fmt::format("{:02}", 1 + random() % 12);
    if (c == 'd') text += fmt::format("{:02}", 1 + random() % 28);
    if (c != 'y' && c != 'm' && c != 'd') text += c;
  }
  return text;
}

// Each group of forms in turn, so that a group of few forms is as frequent as one of many.
std::vector<std::string> texts_of(std::initializer_list<Forms> groups) {
  std::mt19937 random(20180427);
  std::vector<std::string> texts;
  while (texts.size() < a_million)
    for (Forms forms : groups) texts.push_back(filled(forms[random() % forms.size()], random));
  return texts;
}

void parse(benchmark::State& state, std::initializer_list<Forms> groups, bool are_valid) {
  const std::vector<std::string> texts = texts_of(groups);
  for (auto _ : state) {
    EdtfError error;
    for (const std::string& text : texts)
      if (parse_edtf(text, error).has_value() != are_valid) throw Failure(text + " is not what it should be");
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}

void parse_a_million_dates(benchmark::State& state) { parse(state, {everyday, everyday, uncertain, rare}, true); }
void refuse_a_million_dates(benchmark::State& state) { parse(state, {wrong}, false); }

void print_and_tell_a_million_dates(benchmark::State& state) {
  EdtfError error;
  std::vector<Edtf> values;
  for (const std::string& text : texts_of({everyday, uncertain, rare})) values.push_back(*parse_edtf(text, error));
  std::size_t size = 0;
  for (auto _ : state)
    for (const Edtf& value : values) size += print_edtf(value).size() + words(value).size();
  benchmark::DoNotOptimize(size);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
}

BENCHMARK(parse_a_million_dates)->Unit(benchmark::kMillisecond);
BENCHMARK(refuse_a_million_dates)->Unit(benchmark::kMillisecond);
BENCHMARK(print_and_tell_a_million_dates)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace throughline
