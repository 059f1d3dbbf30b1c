// SPDX-License-Identifier: Apache-2.0
// Every graph under graphs/ is checked, and every view of it drawn, as diagram and as timeline, in every format, twice:
// clean, whole, and the same bytes.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <pugixml.hpp>
#include <set>
#include <thread>

#include "base/text.hpp"
#include "support/program.hpp"

namespace throughline {
namespace {

using namespace std::chrono_literals;

std::vector<std::string> graph_names() {
  std::set<std::string> names;
  for (const std::string& path : RepositoryFiles().list("graphs")) {
    const std::vector<std::string_view> parts = split(path, '/');
    if (parts.size() > 2 && path.ends_with(".yaml")) names.emplace(parts[1]);
  }
  return {names.begin(), names.end()};
}

// The column `id` of `list views`; ids need no quotes in CSV.
std::vector<std::string> view_names(const std::string& graph) {
  const Outcome listed = run_program({"-g", graph, "list", "views", "--format", "csv"});
  EXPECT_EQ(listed.exit, 0) << listed.err;
  std::vector<std::string> names;
  std::size_t column = 0;
  for (const std::string_view line : split(trim(listed.out), '\n')) {
    const std::vector<std::string_view> cells = split(line, ',');
    if (names.empty()) column = static_cast<std::size_t>(std::find(cells.begin(), cells.end(), "id") - cells.begin());
    names.emplace_back(column < cells.size() ? cells[column] : "");
  }
  if (!names.empty()) names.erase(names.begin());
  return names;
}

bool is_geometry(std::string_view attribute) {
  static const std::set<std::string_view> names = {"d", "points", "transform", "viewBox", "width", "height",   "x",
                                                   "y", "x1",     "x2",        "y1",      "y2",    "cx",       "cy",
                                                   "r", "rx",     "ry",        "dx",      "dy",    "font-size"};
  return names.contains(attribute);
}

void expect_numbers(const pugi::xml_node& node, const std::string& figure) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    const std::string_view value = attribute.value();
    const bool is_broken = value.find("nan") != std::string_view::npos || value.find("inf") != std::string_view::npos;
    EXPECT_FALSE(is_geometry(attribute.name()) && is_broken) << figure << ": " << attribute.name() << "=" << value;
  }
  for (const pugi::xml_node& child : node.children()) expect_numbers(child, figure);
}

void expect_svg(const std::string& bytes, const std::string& figure) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size());
  ASSERT_TRUE(parsed) << figure << ": " << parsed.description();
  EXPECT_STREQ(document.document_element().name(), "svg") << figure;
  expect_numbers(document, figure);
}

void expect_whole(const std::string& bytes, const std::string& format, const std::string& figure) {
  if (format == "svg") return expect_svg(bytes, figure);
  if (format == "png") {
    EXPECT_TRUE(bytes.starts_with("\x89PNG\r\n\x1a\n") && bytes.find("IEND") != std::string::npos) << figure;
  } else if (format == "pdf") {
    EXPECT_TRUE(bytes.starts_with("%PDF-") && bytes.find("%%EOF") != std::string::npos) << figure;
  } else {
    EXPECT_NE(bytes.find("graph"), std::string::npos) << figure;
    EXPECT_TRUE(trim(bytes).ends_with('}')) << figure;
  }
}

std::string draw(const std::string& graph, const std::string& verb, const std::string& view,
                 const std::string& format) {
  const std::string file = "figure." + format;
  const Outcome drawn = run_program({"-g", graph, verb, "--view", view, "-o", file});
  EXPECT_EQ(drawn.exit, 0) << verb << " --view " << view << ": " << drawn.err;
  const auto written = drawn.written.find(file);
  return written == drawn.written.end() ? std::string() : written->second;
}

class CheckTest : public testing::Test {
 public:
  explicit CheckTest(std::string graph) : graph_(std::move(graph)) {}

  void TestBody() override {
    const Outcome checked = run_program({"-g", graph_, "check"});
    EXPECT_EQ(checked.exit, 0) << checked.err << checked.out;
    EXPECT_FALSE(view_names(graph_).empty()) << graph_ << " names no view";
  }

 private:
  std::string graph_;
};

class FigureTest : public testing::Test {
 public:
  FigureTest(std::string graph, std::string verb, std::string format)
      : graph_(std::move(graph)), verb_(std::move(verb)), format_(std::move(format)) {}

  void TestBody() override {
    std::vector<std::string> views = view_names(graph_);
    if (format_ == "png" || format_ == "pdf") views.resize(std::min<std::size_t>(views.size(), 2));
    for (const std::string& view : views) {
      const std::string figure = fmt::format("{} --view {} as {}", verb_, view, format_);
      const std::string bytes = draw(graph_, verb_, view, format_);
      expect_whole(bytes, format_, figure);
      if (format_ == "pdf") std::this_thread::sleep_for(1100ms);  // a PDF may name the second it was made in
      EXPECT_TRUE(bytes == draw(graph_, verb_, view, format_)) << figure << " differs from run to run";
    }
  }

 private:
  std::string graph_;
  std::string verb_;
  std::string format_;
};

std::string test_name(std::string text) {
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

void register_graph(const std::string& name) {
  const std::string graph = "graphs/" + name;
  testing::RegisterTest("smoke_check", test_name(name).c_str(), nullptr, nullptr, __FILE__, __LINE__,
                        [graph]() -> CheckTest* { return new CheckTest(graph); });
  for (const std::string verb : {"draw", "timeline"}) {
    for (const std::string format : {"svg", "png", "pdf", "dot"}) {
      testing::RegisterTest("smoke_figures", test_name(fmt::format("{}_{}_{}", name, verb, format)).c_str(), nullptr,
                            nullptr, __FILE__, __LINE__,
                            [graph, verb, format]() -> FigureTest* { return new FigureTest(graph, verb, format); });
    }
  }
}

}  // namespace
}  // namespace throughline

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (const std::string& name : throughline::graph_names()) throughline::register_graph(name);
  return RUN_ALL_TESTS();
}
