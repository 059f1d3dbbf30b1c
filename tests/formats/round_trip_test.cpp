// SPDX-License-Identifier: Apache-2.0
// What is written and read again is the same model, less what the format said it has no place for: for each format that
// is both read and written, over the graphs of this repository and over random ones. Models are compared as JSON Lines,
// which have a field for everything.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <sstream>

#include "base/diagnostic_text.hpp"
#include "base/text.hpp"
#include "formats/dialect_json.hpp"
#include "formats/format.hpp"
#include "formats/less_what_is_lost.hpp"
#include "formats/load.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

std::vector<const Format*> both_ways() {
  std::vector<const Format*> list;
  for (const Format* format : formats())
    if (format->read && format->write) list.push_back(format);
  return list;
}

std::string said(const Diagnostics& diagnostics, const Inputs& inputs) {
  std::ostringstream out;
  print_text(diagnostics, inputs, false, out);
  return out.str();
}

std::string lines_of(const Model& model) {
  Output output("-");
  Losses losses;
  find_format("jsonl")->write(model, output, losses);
  return output.text();
}

struct Trip {
  std::string written;
  std::string came_back;  // as JSON Lines
  std::string faults;
  Losses losses;
};

// Writes a model as a file that stands where the graph stood, and reads it.
Trip trip(const Model& model, const Format& format) {
  Trip result;
  const std::string extension(split(format.extensions, ' ').front());
  Output output("out" + extension);
  format.write(model, output, result.losses);
  result.written = output.text();
  MemoryFiles::Contents contents = output.others();
  contents["out" + extension] = result.written;
  std::vector<std::string> paths;
  for (const auto& [path, text] : contents) paths.push_back(path);
  Diagnostics diagnostics;
  const MemoryFiles files(contents);  // tables are opened again for what a message shows
  const Model read = load(paths, files, {}, diagnostics);
  if (diagnostics.has_errors()) result.faults = said(diagnostics, read.inputs);
  result.came_back = lines_of(read);
  return result;
}

std::string lines_as_written_beside(const Model& model) {
  Output output("out.jsonl");
  Losses losses;
  find_format("jsonl")->write(model, output, losses);
  return output.text();
}

// The first line that is another one, for who has to find out why.
std::string first_difference(std::string_view wanted, std::string_view found) {
  while (!wanted.empty() || !found.empty()) {
    const std::string_view line = wanted.substr(0, wanted.find('\n')), other = found.substr(0, found.find('\n'));
    if (line != other) return fmt::format("wanted: {}\nfound:  {}\n", line, other);
    wanted.remove_prefix(std::min(wanted.size(), line.size() + 1));
    found.remove_prefix(std::min(found.size(), other.size() + 1));
  }
  return {};
}

void expect_round_trip(const Model& model, const Format& format) {
  const Trip once = trip(model, format);
  EXPECT_EQ(once.faults, "") << format.name;
  const std::string wanted = less_what_is_lost(&model, lines_as_written_beside(model), once.losses);
  EXPECT_EQ(first_difference(wanted, less_what_is_lost(nullptr, once.came_back, once.losses)), "") << format.name;
}

std::vector<std::string> graphs_of_repository() {
  return {"fixtures/tiny", "fixtures/same_world/graph.yaml", "graphs/inter-korean"};
}

TEST(RoundTrip, of_the_graphs_of_this_repository) {
  for (const std::string& path : graphs_of_repository()) {
    Diagnostics diagnostics;
    const std::string paths[] = {path};
    const Model model = load(paths, RepositoryFiles(), {}, diagnostics);
    ASSERT_FALSE(diagnostics.has_errors()) << path;
    for (const Format* format : both_ways()) {
      SCOPED_TRACE(fmt::format("{} as {}", path, format->name));
      expect_round_trip(model, *format);
    }
  }
}

// What is written twice is the same: writing does not depend on where the model came from.
TEST(RoundTrip, writes_the_same_bytes_again) {
  Diagnostics diagnostics;
  const std::string paths[] = {"fixtures/same_world/graph.yaml"};
  const Model model = load(paths, RepositoryFiles(), {}, diagnostics);
  for (const Format* format : both_ways()) EXPECT_EQ(trip(model, *format).written, trip(model, *format).written);
}

// One world, written by hand in every format: tables are several files, which a graph names.
std::string same_world_in(const Format& format) {
  const std::string folder = "fixtures/same_world/";
  return folder + (format.is_streamed ? "tables/graph.yaml" : fmt::format("graph{}", split(format.extensions, ' ')[0]));
}

TEST(SameWorld, reads_to_the_equal_model) {
  std::string wanted;
  for (const Format* format : formats()) {
    if (!format->read) continue;
    const std::string paths[] = {same_world_in(*format)};
    Diagnostics diagnostics;
    const Model model = load(paths, RepositoryFiles(), {}, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors()) << said(diagnostics, model.inputs);
    if (wanted.empty()) wanted = lines_of(model);
    EXPECT_EQ(lines_of(model), wanted) << paths[0];
  }
}

// Random graphs, as rows of our dialect.
class RandomGraph {
 public:
  std::string rows() {
    write_graph();
    for (std::size_t i = 0; i < source_count_; ++i) write(source(i));
    for (std::size_t i = 0; i < ids_.size(); ++i) write(node(i));
    for (std::size_t i = 0, count = below(6); i < count; ++i) write(relation());
    return rows_;
  }

 private:
  static std::size_t below(std::size_t n) { return *rc::gen::inRange<std::size_t>(0, n); }
  static bool once_in(std::size_t n) { return below(n) == 0; }

  static std::string odd_text() {
    static const std::vector<std::string> parts = {
        "a",   "B",      "7",    " ",      ",",    "|",   "\"",   "'",  "\n",      "\t",     "\r",     ": ", " #",
        "- ",  "{",      "}",    "[",      "]",    "&",   "<",    ">",  "%",       "@",      "통일부", "ㅌ", "\\",
        "\\n", "\u00e9", "🙂", "\x01",   "\x1f", "=",   "null", "~",  "2018-04", "\u2028", ";",      "*",  "\x7f",
        "?",   "!",      "`",    "\u00a0", "$",    "---", "...",  "//", "<!--",    "]]>"};
    std::string text;
    for (std::size_t i = 0, count = 1 + below(5); i < count; ++i) text += parts[below(parts.size())];
    if (trim(text).empty()) text += "x";
    return to_nfc(text);
  }

  static std::string date() {
    static const std::vector<std::string> dates = {"2018",     "2018-04-27", "2018~/..", "[2018-04,2018-05]",
                                                   "../2010",  "2018?",      "Y-17E7",   "{2018,2021}",
                                                   "%2018-04", "-0043",      "2018-XX",  "2018-04-27T09:30+09:00"};
    const std::string text = dates[below(dates.size())];
    return text == "%2018-04" ? "2018-%04" : text;
  }

  void write(const Json& row) { rows_ += row.dump() + '\n'; }

  void write_graph() {
    Json row = {{"record", "graph"}};
    if (once_in(2)) row["graph"] = {{"title", odd_text()}, {"description", odd_text()}, {"tolerance", "6 months"}};
    row["kinds"] = {{"place", {{"plural", "places"}}}};
    row["relation_types"] = {{"twinned with", {{"from", {"place"}}, {"symmetric", "true"}, {"line", "dotted"}}},
                             {"note", {{"label", odd_text()}}}};
    if (once_in(2)) row["views"][odd_text()] = {{"title", odd_text()}, {"notes", {odd_text(), odd_text()}}};
    if (once_in(2)) row["questions"][odd_text()] = {{"ask", "links"}, {"title", odd_text()}};
    write(row);
  }

  static Json source(std::size_t i) {
    Json row = {{"record", "source"}, {"id", fmt::format("s,{}", i)}, {"title", odd_text()}};
    if (once_in(2)) row["publisher"] = odd_text();
    if (once_in(2)) row["published"] = date();
    if (once_in(2)) row["url"] = odd_text();
    if (once_in(2)) row["note"] = odd_text();
    return row;
  }

  Json evidence() const {
    Json list = Json::array();
    for (std::size_t i = 0, count = 1 + below(2); i < count; ++i) {
      Json entry = {{"source", fmt::format("s,{}", below(source_count_))}};
      if (once_in(2)) entry["quote"] = odd_text();
      if (entry.contains("quote") && once_in(3)) entry["quote_prefix"] = odd_text(), entry["quote_suffix"] = odd_text();
      list.push_back(entry);
    }
    return list;
  }

  static Json properties() {
    Json map = Json::object();
    for (std::size_t i = 0, count = 1 + below(2); i < count; ++i) map[fmt::format("{}{}", odd_text(), i)] = odd_text();
    for (const char* const field : {"status", "when", "from", "names.ko", "target", "label", "evidence"})
      if (once_in(6)) map[field] = once_in(2) ? "planned" : "2018";
    return map;
  }

  // Anchors are dates, so that no ring comes about.
  Json told_date() const {
    return once_in(2) ? Json{{"after", "2019-02"}, {"within", "3 weeks"}} : Json{{"during", ids_.back()}};
  }

  Json node(std::size_t i) {
    static const std::vector<std::string> kinds = {"actor", "event", "initiative", "place"};
    Json row = {{"record", "node"}, {"id", ids_[i]}, {"kind", kinds[i % 4]}, {"name", odd_text()}};
    if (once_in(2)) row["names"] = {{"ko", odd_text()}, {"zh-Hant", odd_text()}};
    if (once_in(2)) row["aliases"] = {odd_text(), odd_text()};
    for (const char* const key : {"type", "place", "note", "url"})
      if (once_in(3)) row[key] = odd_text();
    if (once_in(3)) row["properties"] = properties();
    if (once_in(3)) row["evidence"] = evidence();
    const bool is_last = i + 1 == ids_.size();
    switch (is_last ? 0 : below(4)) {
      case 0: row["when"] = date(); break;
      case 1: row["when"] = {{{"date", date()}, {"evidence", evidence()}}, date()}; break;
      case 2: row["when"] = told_date(); break;
      default: break;
    }
    if (once_in(3)) row["status"] = "planned";
    if (once_in(4))
      row["status"] = {{{"is", "proposed"}, {"when", date()}, {"evidence", evidence()}}, {{"is", "adopted"}}};
    return row;
  }

  Json relation() const {
    static const std::vector<std::string> types = {"related_to", "note", "prompts"};
    Json row = {{"record", "relation"},
                {"from", ids_[below(ids_.size())]},
                {"type", types[below(types.size())]},
                {"to", ids_[below(ids_.size())]}};
    if (once_in(4)) row["from"] = ids_[0], row["type"] = "participates_in", row["to"] = ids_[1];
    if (once_in(2)) row["when"] = date();
    if (once_in(4)) row["when"] = told_date();
    if (once_in(2)) row["role"] = odd_text();
    if (once_in(3)) row["note"] = odd_text();
    if (once_in(3)) row["status"] = "denied";
    if (once_in(3)) row["confidence"] = "inferred";
    if (once_in(3)) row["properties"] = properties();
    if (once_in(2)) row["evidence"] = evidence();
    return row;
  }

  static std::vector<std::string> some_ids() {
    std::vector<std::string> ids;
    for (std::size_t i = 0, count = 2 + below(4); i < count; ++i) ids.push_back(fmt::format("{}{}", odd_text(), i));
    // XML cannot hold two of them and Graphviz changes the others, and both say so; an id that is changed is then no
    // longer the one that a date names.
    for (std::string& id : ids)
      std::erase_if(id, [](char c) { return c == '\x01' || c == '\x1f' || c == '\n' || c == '%'; });
    return ids;
  }

  std::size_t source_count_ = 1 + below(2);
  std::vector<std::string> ids_ = some_ids();
  std::string rows_;
};

RC_GTEST_PROP(RoundTrip, of_random_graphs, ()) {
  const std::string rows = RandomGraph().rows();
  Diagnostics diagnostics;
  const std::string paths[] = {"in.jsonl"};
  const Model model = load(paths, MemoryFiles({{"in.jsonl", rows}}), {}, diagnostics);
  RC_PRE(!diagnostics.has_errors());
  for (const Format* format : both_ways()) {
    const Trip result = trip(model, *format);
    const std::string wanted = less_what_is_lost(&model, lines_as_written_beside(model), result.losses);
    const std::string found = less_what_is_lost(nullptr, result.came_back, result.losses);
    RC_LOG() << format->name << '\n' << result.written << '\n' << result.faults << first_difference(wanted, found);
    RC_ASSERT(result.faults.empty());
    RC_ASSERT(found == wanted);
  }
}

}  // namespace
}  // namespace throughline
