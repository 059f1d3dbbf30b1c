// SPDX-License-Identifier: Apache-2.0
// How fast a long answer is printed, in each format.
#include <benchmark/benchmark.h>

#include <sstream>

#include "render/table_format.hpp"

namespace throughline {
namespace {

Table long_table(std::size_t rows) {
  Table table;
  table.columns = {{"id", "Id"}, {"name", "Name"}, {"when", "When"}};
  for (std::size_t i = 0; i < rows; ++i) {
    Row row;
    row.cells = {"node-" + std::to_string(i), "Ministry of Unification 통일부", "2018-04/.."};
    row.details = {"“turn the zone into a zone of peace”"};
    row.data = [cells = row.cells] { return Json{{"id", cells[0]}, {"name", cells[1]}, {"when", cells[2]}}; };
    table.rows.push_back(std::move(row));
  }
  return table;
}

void write_table(benchmark::State& state, const TableFormat* format) {
  const Table table = long_table(10'000);
  for ([[maybe_unused]] const auto _ : state) {
    std::ostringstream out;
    format->write(table, {.width = 60}, out);
    benchmark::DoNotOptimize(out.tellp());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(table.rows.size()));
}

const bool registered = [] {
  for (const TableFormat* format : table_formats()) {
    benchmark::RegisterBenchmark(("write_table/" + std::string(format->name)).c_str(), write_table, format)
        ->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace
}  // namespace throughline
