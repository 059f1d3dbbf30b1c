// SPDX-License-Identifier: Apache-2.0
// What can come as a graph and is none, or does harm: hostile forms × the formats that are read. Each is read, or is
// refused with one message of its kind and a place; nothing of it is written. That the work is bounded shows as well:
// no form here is cheap for a reader that follows it. What has a text of its own to look at is a case in tests/cases.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "formats/format.hpp"
#include "formats/hostile.hpp"
#include "formats/load.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

using namespace std::string_literals;

// ---- formats: how each writes some actors

struct Writing {
  std::string_view file;
  std::string_view before;
  std::string_view actor;  // {0} the id, {1} the name
  std::string_view between;
  std::string_view after;
};

void PrintTo(const Writing& how, std::ostream* out) { *out << how.file; }

using Actors = std::vector<std::pair<std::string, std::string>>;

std::string written(const Writing& how, const Actors& actors) {
  std::string text(how.before);
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (i > 0) text += how.between;
    text += fmt::format(fmt::runtime(how.actor), actors[i].first, actors[i].second);
  }
  return text.append(how.after);
}

constexpr Writing writings[] = {
    {"a.yaml", "actors:\n", "  \"{0}\": {{name: \"{1}\"}}\n", "", ""},
    {"a.csv", "id,kind,name\n", "{0},actor,{1}\n", "", ""},
    {"a.tsv", "id\tkind\tname\n", "{0}\tactor\t{1}\n", "", ""},
    {"a.json", "{\"nodes\": [\n", R"({{"id": "{0}", "kind": "actor", "name": "{1}"}})", ",\n", "\n], \"links\": []}\n"},
    {"a.jsonl", "", R"({{"record": "node", "id": "{0}", "kind": "actor", "name": "{1}"}})", "\n", "\n"},
    {"a.graphml", "<graphml><key id=\"n\" for=\"node\" attr.name=\"name\"/><graph edgedefault=\"directed\">\n",
     "<node id=\"{0}\"><data key=\"n\">{1}</data></node>\n", "", "</graph></graphml>\n"},
    {"a.gexf", "<gexf version=\"1.3\"><graph><nodes>\n", "<node id=\"{0}\" label=\"{1}\"/>\n", "",
     "</nodes></graph></gexf>\n"},
    {"a.dot", "digraph {\n", "  \"{0}\" [label=\"{1}\"]\n", "", "}\n"},
    {"a.ftm", "", R"({{"id": "{0}", "schema": "Person", "properties": {{"name": ["{1}"]}}}})", "\n", "\n"},
};

// ---- forms that are made of any format

std::string in_utf16(std::string_view ascii, bool is_little) {
  std::string bytes;
  for (const char c : ascii) bytes += is_little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

const Actors two = {{"a", "A"}, {"b", "B"}};

struct Form {
  std::string_view name;
  std::string (*make)(const Writing& how);
  std::string_view said;
  std::map<std::string_view, std::string_view> elsewhere = {};  // said for some files
};

constexpr std::string_view unmarked = "error: a NUL byte, which no text holds [TL101]";
constexpr std::string_view no_utf8 = "error: byte 0xE9 is not UTF-8 [TL101]";

const std::vector<Form>& forms() {
  static const std::vector<Form> list = {
      {"as it should be", [](const Writing& how) { return written(how, two); }, ""},
      {"in UTF-16, which its mark says",
       [](const Writing& how) { return "\xff\xfe" + in_utf16(written(how, two), true); }, ""},
      {"in UTF-16 that nothing tells; XML begins with `<`, which does",
       [](const Writing& how) { return in_utf16(written(how, two), true); },
       unmarked,
       {{"a.graphml", ""}, {"a.gexf", ""}}},
      {"in UTF-16 of the other order",
       [](const Writing& how) { return in_utf16(written(how, two), false); },
       unmarked,
       {{"a.graphml", ""}, {"a.gexf", ""}}},
      {"in Latin-1 that nothing tells",
       [](const Writing& how) {
         return written(how, {{"a", "Jos\xe9"}, {"b", "B"}});
       },
       no_utf8},
      {"an id in Latin-1",
       [](const Writing& how) {
         return written(how, {{"Jos\xe9", "A"}});
       },
       no_utf8},
      {"a stray byte",
       [](const Writing& how) {
         return written(how, {{"a", "A\xff"}});
       },
       "error: byte 0xFF is not UTF-8 [TL101]"},
      {"half of a pair of UTF-16",
       [](const Writing& how) {
         return written(how, {{"a", "A\xed\xa0\x80"}});
       },
       "error: byte 0xED is not UTF-8 [TL101]"},
      {"NUL within a text",
       [](const Writing& how) {
         return written(how, {{"a", "A\0A"s}});
       },
       unmarked},
      {"NUL behind the end", [](const Writing& how) { return written(how, two) + "\0\n"s; }, unmarked},
      {"nothing but NUL", [](const Writing&) { return std::string(1000, '\0'); }, unmarked},
      {"five hundred bytes that are no text",
       [](const Writing& how) {
         return written(how, Actors(500, {"a", "Jos\xe9"}));
       },
       no_utf8},
      {"ids that differ in normal form only; to Graphviz they are two",
       [](const Writing& how) {
         return written(how, {{"\u00e9", "A"}, {"e\u0301", "B"}});
       },
       "error: two nodes share the id `\u00e9` [TL202]",
       {{"a.yaml", "error: the key `\u00e9` stands twice in one mapping [TL105]"}}},
      {"an id twice; in DOT it is the same node",
       [](const Writing& how) {
         return written(how, {{"a", "A"}, {"a", "B"}});
       },
       "error: two nodes share the id `a` [TL202]",
       {{"a.yaml", "error: the key `a` stands twice in one mapping [TL105]"}, {"a.dot", ""}}},
  };
  return list;
}

class EachFormat : public testing::TestWithParam<Writing> {};

TEST_P(EachFormat, is_read_or_refused_in_each_hostile_form) {
  for (const Form& form : forms()) {
    SCOPED_TRACE(form.name);
    const Writing& how = GetParam();
    const auto elsewhere = form.elsewhere.find(how.file);
    expect_said(std::string(how.file), form.make(how),
                elsewhere == form.elsewhere.end() ? form.said : elsewhere->second);
  }
}

TEST_P(EachFormat, reads_a_line_of_ten_megabytes) {
  const std::string paths[] = {std::string(GetParam().file)};
  const MemoryFiles files(
      MemoryFiles::Contents{{paths[0], written(GetParam(), {{"a", std::string(10'000'000, 'x')}})}});
  Diagnostics diagnostics;
  const Model model = load(paths, files, {}, diagnostics);
  if (GetParam().file == "a.dot") {  // for which cgraph takes minutes
    ASSERT_EQ(diagnostics.errors(), 1U);
    EXPECT_EQ(diagnostics.list()[0].message, "a name or text of 10000002 bytes");
  } else {
    ASSERT_FALSE(diagnostics.has_errors());
    EXPECT_EQ(model.text(model.nodes[0].name).size(), 10'000'000U);
  }
}

// A cause is said some times, then counted.
TEST_P(EachFormat, does_not_say_the_same_five_hundred_times) {
  const std::string file(GetParam().file);
  const Actors same(500, {"a", "A"});
  const Outcome outcome = run_program({"-g", file, "stats"}, {}, {{file, written(GetParam(), same)}});
  EXPECT_LE(count(outcome.err, ": error: "), 20U);
  EXPECT_EQ(count(outcome.err, "… and 479 more of [TL"), file == "a.dot" ? 0U : 1U) << outcome.err.substr(0, 300);
}

INSTANTIATE_TEST_SUITE_P(Hostile, EachFormat, testing::ValuesIn(writings),
                         [](const auto& each) { return std::string(each.param.file.substr(2)); });

// ---- cut off

std::string bytes_of(const Model& model, const Format& format) {
  Output output("out");
  Losses losses;
  format.write(model, output, losses);
  return output.text();
}

// What a part of the text may still be: of lines or of blocks it is a smaller graph, which nobody can tell.
bool is_told_by_its_end(const Format& format) {
  return format.name == "json" || format.name == "graphml" || format.name == "gexf" || format.name == "dot" ||
         format.name == "tlx";
}

std::vector<std::size_t> places_to_cut(std::size_t size) {
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i < 24; ++i) places.push_back(size * i / 24);
  for (std::size_t back = 2; back < 12 && back < size; ++back) places.push_back(size - back);
  return places;
}

TEST(Hostile, cut_off_anywhere) {
  const std::string paths[] = {"fixtures/same_world/graph.yaml"};
  Diagnostics none;
  const Model model = load(paths, RepositoryFiles(), {}, none);
  for (const Format* format : formats()) {
    if (!format->is_readable() || !format->write) continue;
    const std::string whole = bytes_of(model, *format);
    const std::string file = "a" + std::string(format->extensions.substr(0, format->extensions.find(' ')));
    for (const std::size_t place : places_to_cut(whole.size())) {
      SCOPED_TRACE(fmt::format("{} cut off at {} of {}: …{}", file, place, whole.size(),
                               whole.substr(place < 40 ? 0 : place - 40, std::min<std::size_t>(place, 40))));
      const Outcome outcome =
          run_program({"-g", file, "convert", "-o", "out.jsonl"}, {}, {{file, whole.substr(0, place)}});
      EXPECT_EQ(outcome.written.empty(), outcome.exit == 1);
      EXPECT_EQ(count(outcome.err, ": error: ") > 0, outcome.exit == 1) << outcome.err;
      EXPECT_TRUE(!is_told_by_its_end(*format) || count(outcome.err, ": error: ") == 1) << outcome.err;
      EXPECT_LE(count(outcome.err, ": error: not well-formed"), 1U) << outcome.err;
    }
  }
}

// A byte of a snapshot that changed on the way: told, wherever it is.
TEST(Hostile, snapshot_with_a_byte_changed) {
  const std::string paths[] = {"fixtures/same_world/graph.yaml"};
  Diagnostics none;
  const std::string whole = bytes_of(load(paths, RepositoryFiles(), {}, none), *find_format("tlx"));
  for (std::size_t at = 0; at < whole.size(); at += 97) {
    SCOPED_TRACE(at);
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    const Outcome outcome = run_program({"-g", "a.tlx", "stats"}, {}, {{"a.tlx", changed}});
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_EQ(count(outcome.err, "error: a.tlx "), 1U) << outcome.err;
  }
}

}  // namespace
}  // namespace throughline
