// SPDX-License-Identifier: Apache-2.0
// Loading a generated graph from JSON Lines: seconds, and bytes a relation at the peak, the text that is read included.
// The graph is seeded: 230 relation types, dates over ten years, actors drawn by Zipf's law, every relation with a
// source.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "base/failure.hpp"
#include "formats/load.hpp"
#include "graph/graph.hpp"

namespace throughline {
namespace {

constexpr int relation_types = 230;
constexpr double actors_per_relation = 0.02;

// Inverse of the distribution function of Zipf's law with exponent 1, continuous: rank = n^u.
std::size_t zipf(std::mt19937_64& random, std::size_t count) {
  const double u = std::uniform_real_distribution<double>(0, 1)(random);
  return static_cast<std::size_t>(std::pow(static_cast<double>(count), u)) - 1;
}

std::string declared_types() {
  std::string yaml = "relation_types:\n";
  for (int i = 0; i < relation_types; ++i) yaml += fmt::format("  type_{}: {{from: [actor], to: [actor]}}\n", i);
  return yaml;
}

std::string generated_rows(std::size_t relations) {
  std::mt19937_64 random(20140101);
  const auto actors = static_cast<std::size_t>(static_cast<double>(relations) * actors_per_relation) + 2;
  std::string rows = R"({"record":"source","id":"s","title":"Generated"})"
                     "\n";
  for (std::size_t i = 0; i < actors; ++i)
    rows += fmt::format(R"({{"record":"node","kind":"actor","id":"a{}","name":"Actor {}"}})"
                        "\n",
                        i, i);
  for (std::size_t i = 0; i < relations; ++i) {
    const auto day = random() % 3650;
    rows += fmt::format(
        R"({{"record":"relation","from":"a{}","type":"type_{}","to":"a{}","when":"{}-{:02}-{:02}","source":"s"}})"
        "\n",
        zipf(random, actors), random() % relation_types, zipf(random, actors), 2010 + day / 365, 1 + day % 12,
        1 + day % 28);
  }
  return rows;
}

// The generated rows as if they lay on disk; read() makes the copy that a real file would make.
class GeneratedFiles final : public Files {
 public:
  explicit GeneratedFiles(std::size_t relations) : path_(fmt::format("/tmp/throughline-bench-{}.jsonl", relations)) {
    DiskFiles().write(path_, generated_rows(relations));
  }
  ~GeneratedFiles() override { std::remove(path_.c_str()); }

  const std::string& path() const { return path_; }
  PathKind kind(const std::string& path) const override {
    return path == "types.yaml" ? PathKind::file : disk_.kind(path);
  }
  std::string read(const std::string& path) const override {
    return path == "types.yaml" ? declared_types() : disk_.read(path);
  }
  std::vector<std::string> list(const std::string& folder) const override { return disk_.list(folder); }
  void write(const std::string& path, std::string_view content) override { disk_.write(path, content); }

 private:
  std::string path_;
  DiskFiles disk_;
};

// Kilobytes, from /proc/self/status: VmHWM is the peak since clear_refs was written, VmRSS what is resident now.
double status_kilobytes(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field)) return std::stod(line.substr(field.size() + 1));
  return 0;
}

void load_rows(benchmark::State& state) {
  const auto relations = static_cast<std::size_t>(state.range(0));
  const GeneratedFiles files(relations);
  double bytes = 0;
  for (auto _ : state) {
    std::ofstream("/proc/self/clear_refs") << 5;
    const double before = status_kilobytes("VmRSS");
    Diagnostics diagnostics;
    const std::string paths[] = {"types.yaml", files.path()};
    const Model model = load(paths, files, {}, diagnostics);
    const Graph graph(model);
    if (diagnostics.has_errors() || graph.relation_count() != relations)
      throw Failure("the generated graph did not load");
    bytes = (status_kilobytes("VmHWM") - before) * 1024;
  }
  state.counters["peak_bytes_per_relation"] = bytes / static_cast<double>(relations);
}

BENCHMARK(load_rows)->Arg(100'000)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace throughline
