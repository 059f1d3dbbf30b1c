// SPDX-License-Identifier: Apache-2.0
// The rules of the house that a program can check: which folder may include which, where the big libraries may be
// named, what the engine never touches, what lies at the top of the repository. Each fault names file and line.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

// A folder may include itself and what stands to its left.
constexpr std::array<std::string_view, 11> layers = {"base",  "time", "model",  "formats", "graph", "check",
                                                     "query", "view", "render", "lint",    "cli"};

// Where a library may be included. A place is a file or the start of its path; `*` stands for any name in a folder. The
// first row that fits an include decides.
struct Library {
  std::string_view header;  // how the included path begins
  std::vector<std::string_view> places;
  std::string_view reason;
};

const std::vector<Library> libraries = {
    {"boost/graph/",
     {"engine/graph/*.cpp", "engine/graph/boost_graph.hpp", "tests/bench/questions_bench.cpp"},
     "Boost.Graph takes 9 s of compile time for each file"},
    {"boost/multiprecision/", {"engine/time/far_years.cpp"}, "numbers of any length are for far years alone"},
    {"boost/", {}, "each part of Boost that is used has a row here, with its reason"},
    {"graph/boost_graph.hpp",
     {"engine/graph/*.cpp", "engine/graph/paths_wave.hpp", "tests/bench/questions_bench.cpp"},
     "it brings Boost.Graph along"},
    {"graphviz/", {"engine/render/graphviz.cpp"}, "global state, not for two threads: one file looks after it"},
    {"gvc.h", {"engine/render/graphviz.cpp"}, "as graphviz/"},
    {"cgraph.h",
     {"engine/render/graphviz.cpp", "engine/formats/dot*.cpp"},
     "as graphviz/; the reader of DOT needs its parser"},
    {"CLI/", {"cli/*.cpp", "cli/*.hpp"}, "the engine knows no command line; 3.4 s of compile time"},
    {"pugixml.hpp",
     {"engine/formats/*.cpp", "engine/formats/xml_file.hpp", "engine/render/*.cpp", "engine/lint/svg_*.cpp"},
     "XML is read and written, it is no part of a contract"},
    {"libfyaml.h", {"engine/formats/yaml*.cpp"}, "one dialect of YAML, one reader"},
    {"nettle/", {"engine/base/*.cpp"}, "one way to take a checksum"},
    {"utf8proc.h", {"engine/base/*.cpp"}, "one idea of what a character is"},
    {"pango/", {"engine/view/text_metrics.cpp"}, "one way to measure a text"},
    {"cairo", {"engine/view/text_metrics.cpp"}, "as pango/"},
    {"fontconfig/", {"engine/view/text_metrics.cpp"}, "as pango/"},
    {"iostream", {"cli/main.cpp"}, "only main knows the process's own streams"},
};

// What the engine and the command never touch: it comes in through World, so that a run can be repeated.
struct Taboo {
  std::string_view word;
  std::string_view reason;
};

constexpr std::array<Taboo, 9> taboos = {{
    {"std::cout", "results go to the stream that is passed in"},
    {"std::cerr", "problems are diagnostics"},
    {"std::clog", "problems are diagnostics"},
    {"system_clock", "today is a parameter"},
    {"std::time(", "today is a parameter"},
    {"getenv", "the environment comes in through World"},
    {"random_device", "same input, same bytes"},
    {"std::rand", "same input, same bytes"},
    {"std::exit", "only main ends the process"},
}};

// The edge where the process's own streams, clock and environment become a World.
bool is_main(std::string_view path) { return path == "cli/main.cpp"; }

std::size_t layer_number(std::string_view folder) {
  return static_cast<std::size_t>(std::find(layers.begin(), layers.end(), folder) - layers.begin());
}

// "engine/graph/paths.cpp" → "graph", "cli/main.cpp" → "cli"
std::string_view layer_of(std::string_view path) {
  const std::vector<std::string_view> parts = split(path, '/');
  return parts[0] == "engine" && parts.size() > 2 ? parts[1] : parts[0];
}

bool matches(std::string_view path, std::string_view place) {
  const std::size_t star = place.find('*');
  if (star == std::string_view::npos) return path == place;
  const std::string_view before = place.substr(0, star);
  return path.size() + 1 >= place.size() && path.starts_with(before) && path.ends_with(place.substr(star + 1)) &&
         path.find('/', before.size()) == std::string_view::npos;
}

std::string_view without_comment(std::string_view line) {
  return line.substr(0, std::min(line.find("//"), line.size()));
}

struct Include {
  std::string_view path;
  bool is_quoted;
};

std::optional<Include> included(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('#')) return std::nullopt;
  line = trim(line.substr(1));
  if (!line.starts_with("include")) return std::nullopt;
  line = trim(line.substr(std::string_view("include").size()));
  const std::size_t end = line.find_first_of("\">", 1);
  if (line.empty() || end == std::string_view::npos) return std::nullopt;
  return Include{line.substr(1, end - 1), line.front() == '"'};
}

std::string fault_of_layer(std::string_view path, const Include& include) {
  if (!include.is_quoted) return {};
  const std::string_view from = layer_of(path);
  const std::string_view to = split(include.path, '/')[0];
  if (layer_number(to) == layers.size()) return fmt::format("`{}` does not begin with a layer", include.path);
  if (layer_number(to) <= layer_number(from)) return {};
  return fmt::format("{} includes `{}`, which stands above it", from, include.path);
}

std::string fault_of_library(std::string_view path, const Include& include) {
  const auto library = std::find_if(libraries.begin(), libraries.end(),
                                    [&](const Library& row) { return include.path.starts_with(row.header); });
  if (library == libraries.end()) return {};
  const auto allows = [&](std::string_view place) { return matches(path, place); };
  if (std::any_of(library->places.begin(), library->places.end(), allows)) return {};
  const std::string places =
      library->places.empty() ? "nowhere" : fmt::format("in {} only", fmt::join(library->places, ", "));
  return fmt::format("`{}` may be included {}: {}", include.path, places, library->reason);
}

std::string fault_of_word(std::string_view path, std::string_view line) {
  if (is_main(path)) return {};
  for (const Taboo& taboo : taboos) {
    if (without_comment(line).find(taboo.word) != std::string_view::npos) {
      return fmt::format("`{}`: {}", taboo.word, taboo.reason);
    }
  }
  return {};
}

std::vector<std::string> faults_in(std::string_view path, std::string_view text) {
  std::vector<std::string> faults;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    const std::optional<Include> include = included(line);
    const std::vector<std::string> found = {include ? fault_of_layer(path, *include) : "",
                                            include ? fault_of_library(path, *include) : "", fault_of_word(path, line)};
    for (const std::string& fault : found) {
      if (!fault.empty()) faults.push_back(fmt::format("{}:{}: {}", path, number, fault));
    }
  }
  return faults;
}

bool is_source(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".def");
}

std::vector<std::string> sources_below(const std::vector<std::string>& folders) {
  std::vector<std::string> sources;
  for (const std::string& folder : folders) {
    for (const std::string& path : RepositoryFiles().list(folder)) {
      if (is_source(path)) sources.push_back(path);
    }
  }
  return sources;
}

// The types that stand at the left margin, with their namespace.
std::vector<std::string> types_in(std::string_view text) {
  std::vector<std::string> types;
  std::string scope;
  for (const std::string_view line : split(text, '\n')) {
    const std::vector<std::string_view> words = split(without_comment(line), ' ');
    if (words[0] == "namespace" && words.size() > 1) scope = words[1];
    const bool is_enum = words.size() > 3 && words[0] == "enum" && words[1] == "class";
    const bool is_type = is_enum || (words.size() > 2 && (words[0] == "struct" || words[0] == "class"));
    if (is_type && line.find('{') != std::string_view::npos)
      types.push_back(fmt::format("{}::{}", scope, words[is_enum ? 2 : 1]));
  }
  return types;
}

TEST(Architecture, sources_keep_to_their_layer_and_libraries) {
  for (const std::string& path : sources_below({"engine", "cli"})) {
    for (const std::string& fault : faults_in(path, RepositoryFiles().read(path))) ADD_FAILURE() << fault;
  }
}

// Two types of one name in one namespace are one type to the linker: of a function made for both, such as a copy of a
// vector of them, it keeps any.
TEST(Architecture, no_two_headers_declare_types_of_one_name) {
  std::map<std::string, std::string> first;
  for (const std::string& path : sources_below({"engine", "cli"})) {
    if (!path.ends_with(".hpp")) continue;
    for (const std::string& name : types_in(RepositoryFiles().read(path))) {
      const auto [known, is_new] = first.try_emplace(name, path);
      EXPECT_TRUE(is_new) << path << " and " << known->second << " both declare " << name;
    }
  }
}

TEST(Architecture, every_folder_of_the_engine_is_a_layer) {
  for (const std::string& path : sources_below({"engine"})) {
    EXPECT_LT(layer_number(layer_of(path)), layers.size()) << path;
  }
}

TEST(Architecture, every_source_names_its_license) {
  for (const std::string& path : sources_below({"engine", "cli", "tests"})) {
    EXPECT_TRUE(RepositoryFiles().read(path).starts_with("// SPDX-License-Identifier: Apache-2.0\n")) << path;
  }
}

// What a visitor sees first. `.gitignore` names what builds leave behind.
const std::vector<std::string> top_entries = {
    ".ci",          ".clang-format",  ".clang-tidy",       ".editorconfig",   ".git",    ".gitattributes", ".gitignore",
    "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "CONTRIBUTING.md", "LICENSE", "README.md",      "cli",
    "dev",          "engine",         "fixtures",          "graphs",          "tests",
};

bool is_ignored(const std::string& name) {
  const std::string ignored = "\n" + RepositoryFiles().read(".gitignore");
  return ignored.find("\n/" + name + "/\n") != std::string::npos ||
         ignored.find("\n/" + name + "\n") != std::string::npos;
}

TEST(Architecture, the_top_folder_holds_nothing_unexpected) {
  for (const auto& entry : std::filesystem::directory_iterator(repository_root())) {
    const std::string name = entry.path().filename().string();
    const bool is_listed = std::find(top_entries.begin(), top_entries.end(), name) != top_entries.end();
    EXPECT_TRUE(is_listed || is_ignored(name)) << name << " lies at the top of the repository";
  }
}

using Faults = std::vector<std::string>;

TEST(ArchitectureCheck, finds_what_is_planted) {
  EXPECT_EQ(faults_in("engine/model/a.cpp", "#include \"base/text.hpp\"\n#include \"graph/graph.hpp\"\n"),
            Faults{"engine/model/a.cpp:2: model includes `graph/graph.hpp`, which stands above it"});
  EXPECT_EQ(faults_in("engine/render/a.cpp", "  #  include \"cli/run.hpp\"").size(), 1U);
  EXPECT_EQ(faults_in("engine/base/a.cpp", "#include \"text.hpp\""),
            Faults{"engine/base/a.cpp:1: `text.hpp` does not begin with a layer"});
  EXPECT_EQ(faults_in("engine/query/a.cpp", "#include <boost/graph/adjacency_list.hpp>").size(), 1U);
  EXPECT_EQ(faults_in("engine/graph/a.hpp", "#include <boost/graph/adjacency_list.hpp>").size(), 1U);
  EXPECT_EQ(faults_in("engine/time/far_years.cpp", "#include <boost/graph/adjacency_list.hpp>").size(), 1U);
  EXPECT_EQ(faults_in("engine/graph/a.cpp", "#include <boost/multiprecision/cpp_int.hpp>").size(), 1U);
  EXPECT_EQ(
      faults_in("engine/graph/a.cpp", "#include <boost/any.hpp>"),
      Faults{"engine/graph/a.cpp:1: `boost/any.hpp` may be included nowhere: each part of Boost that is used has a "
             "row here, with its reason"});
  EXPECT_EQ(faults_in("engine/query/a.cpp", "#include \"graph/boost_graph.hpp\"").size(), 1U);
  EXPECT_EQ(faults_in("engine/render/svg.cpp", "#include <graphviz/gvc.h>").size(), 1U);
  EXPECT_EQ(faults_in("engine/query/a.cpp", "#include <CLI/CLI.hpp>").size(), 1U);
  EXPECT_EQ(faults_in("engine/query/a.cpp", "  std::cout << 1;").size(), 1U);
  EXPECT_EQ(faults_in("cli/check.cpp", "  std::getenv(\"X\");").size(), 1U);
}

TEST(ArchitectureCheck, finds_types_with_their_namespace) {
  EXPECT_EQ(types_in("namespace a {\nstruct B {\n  struct C {};\n};\nclass D;\nenum class E : int { x };\n}\n"),
            (std::vector<std::string>{"a::B", "a::E"}));
}

TEST(ArchitectureCheck, leaves_alone_what_is_allowed) {
  EXPECT_EQ(faults_in("engine/model/a.cpp", "#include \"model/b.hpp\"\n#include \"base/text.hpp\"\n"), Faults{});
  EXPECT_EQ(faults_in("engine/graph/a.cpp", "#include <boost/graph/x.hpp>\n#include \"graph/boost_graph.hpp\"\n"),
            Faults{});
  EXPECT_EQ(faults_in("engine/time/far_years.cpp", "#include <boost/multiprecision/cpp_int.hpp>"), Faults{});
  EXPECT_EQ(faults_in("engine/render/graphviz.cpp", "#include <graphviz/gvc.h>"), Faults{});
  EXPECT_EQ(faults_in("cli/options.hpp", "#include <CLI/CLI.hpp>\n#include \"render/figure.hpp\"\n"), Faults{});
  EXPECT_EQ(faults_in("engine/base/a.cpp", "// std::cout would be wrong here"), Faults{});
  EXPECT_EQ(faults_in("cli/main.cpp", "std::cout << std::getenv(\"X\");"), Faults{});
}

}  // namespace
}  // namespace throughline
