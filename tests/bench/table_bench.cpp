// SPDX-License-Identifier: Apache-2.0
// How fast a long answer is printed, in each format; with its rows listed, and made when they are asked for.
#include <benchmark/benchmark.h>

#include <sstream>

#include "render/table_format.hpp"

namespace throughline {
namespace {

constexpr std::size_t row_count = 10'000;

Row row_of(std::size_t number) {
  Row row;
  row.cells = {"node-" + std::to_string(number), "Ministry of Unification 통일부", "2018-04/.."};
  row.details = {"“turn the zone into a zone of peace”"};
  row.data = [cells = row.cells] { return Json{{"id", cells[0]}, {"name", cells[1]}, {"when", cells[2]}}; };
  return row;
}

Rows listed_rows() {
  Rows rows;
  for (std::size_t i = 0; i < row_count; ++i) rows.push_back(row_of(i));
  return rows;
}

Rows made_rows() { return {row_count, row_of}; }

void write_table(benchmark::State& state, const TableFormat* format, Rows (*rows)()) {
  const Table table{.columns = {{"id", "Id"}, {"name", "Name"}, {"when", "When"}}, .rows = rows()};
  for ([[maybe_unused]] const auto _ : state) {
    std::ostringstream out;
    format->write(table, {.width = 60}, out);
    benchmark::DoNotOptimize(out.tellp());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(table.rows.size()));
}

const bool registered = [] {
  for (const TableFormat* format : table_formats()) {
    const std::string name = "write_table/" + std::string(format->name);
    benchmark::RegisterBenchmark((name + "/listed").c_str(), write_table, format, listed_rows)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark((name + "/made").c_str(), write_table, format, made_rows)
        ->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace
}  // namespace throughline
