// SPDX-License-Identifier: Apache-2.0
// Hostile forms that a format has of its own: nested, multiplied, naming other files, going round, told twice, a number
// where a text was.
#include <fmt/format.h>

#include <vector>

#include "formats/hostile.hpp"

namespace throughline {
namespace {

// ---- forms of a format's own

struct Own {
  std::string_view name;
  std::string_view file;
  std::string text;
  std::string_view said;
};

constexpr std::size_t deep = 100'000;

std::string yaml_bomb(std::string_view start, std::string_view line) {
  std::string text = fmt::format(fmt::runtime(start), "&a [x, x, x, x, x, x, x, x, x]");
  for (char c = 'b'; c < 'j'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    text += fmt::format(fmt::runtime(line), c, "[*" + before + repeated(", *" + before, 8) + "]");
  }
  return text;
}

std::string xml_bomb(std::string_view graph) {
  std::string text = "<!DOCTYPE bomb [<!ENTITY e0 \"ha\">\n";
  for (int i = 1; i < 10; ++i)
    text += fmt::format("<!ENTITY e{} \"{}\">\n", i, repeated(fmt::format("&e{};", i - 1), 10));
  return text + "]>\n" + std::string(graph);
}

std::vector<Own> nested_too_deep() {
  constexpr std::string_view in_json = "error: not well-formed JSON: nested more than 64 deep";
  constexpr std::string_view in_yaml = "error: nested more than 64 deep [TL102]";
  constexpr std::string_view in_xml = "error: elements nested more than 256 deep [TL140]";
  return {
      {"lists", "a.yaml", "actors: " + repeated("[", deep), in_yaml},
      {"lists that end", "a.yaml", "actors: " + repeated("[", deep) + repeated("]", deep), in_yaml},
      {"lists of more", "a.yaml", "actors: " + repeated("[a, ", deep), in_yaml},
      {"mappings", "a.yaml", "actors: " + repeated("{a: ", deep), in_yaml},
      {"lists in blocks", "a.yaml", repeated("- ", deep), in_yaml},
      {"lists", "a.json", R"({"nodes": [{"id": "a", "p": )" + repeated("[", deep),
       "error: nested more than 1000 deep [TL150]"},
      {"objects", "a.json", R"({"nodes": [{"id": "a", "p": )" + repeated(R"({"a":)", deep),
       "error: nested more than 1000 deep [TL150]"},
      {"lists", "a.jsonl", R"({"record": "node", "id": )" + repeated("[", deep), in_json},
      {"lists", "a.ftm", R"({"id": "p", "schema": "Person", "properties": {"name": )" + repeated("[", deep), in_json},
      {"entities", "a.ftm", repeated(R"({"id": "p", "schema": "Person", "properties": {"x": )", deep), in_json},
      {"elements", "a.graphml", "<graphml>" + repeated("<node id=\"a\"><graph>", deep), in_xml},
      {"elements that end", "a.gexf", "<gexf>" + repeated("<node>", deep) + repeated("</node>", deep) + "</gexf>",
       in_xml},
      {"subgraphs", "a.dot", "graph " + repeated("{", deep), "error: subgraphs nested deeper than 500 [TL155]"},
      {"marks of HTML", "a.dot", "graph { a [label=<" + repeated("<b>", deep) + "x" + repeated("</b>", deep) + ">] }",
       ""},
      {"lists in a cell", "a.csv", "id,claims\na,\"" + repeated("[", deep) + "\"\n",
       "warning: `claims` of 1 record is not what a `claims` holds"},
  };
}

std::vector<Own> multiplied() {
  constexpr std::string_view no_entity = "error: the entity `e9` is not one of XML's own [TL140]";
  constexpr std::string_view too_many = "error: aliases repeat more than 100000 values [TL102]";
  std::string names;
  for (int i = 0; i < 2000; ++i) names += fmt::format(" a{}", i);
  return {
      {"aliases", "a.yaml", yaml_bomb("a: {}\n", "{0}: &{0} {1}\n"), too_many},
      {"aliases in a field", "a.yaml",
       yaml_bomb("actors:\n  a: {{name: A, aliases: {}}}\n", "  {0}: {{name: A, aliases: &{0} {1}}}\n"), too_many},
      {"entities in text", "a.graphml",
       xml_bomb("<graphml><graph><node id=\"a\"><desc>&e9;</desc></node></graph></graphml>"), no_entity},
      {"entities in a value", "a.gexf", xml_bomb("<gexf><graph><nodes><node id=\"&e9;\"/></nodes></graph></gexf>"),
       no_entity},
      {"edges between groups", "a.dot", "graph { {" + names + "} -- {" + names + "} }",
       "error: groups of nodes that are joined make more than 221798 edges [TL155]"},
      {"a chain of edges", "a.dot", "graph { a" + repeated(" -- a", deep) + " }",
       "error: a chain of edges longer than Graphviz can read; write it in pieces [TL155]"},
  };
}

// A file of the disk that is there in every test: what followed a name to it would show it.
constexpr std::string_view external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"CMakeLists.txt\">{}]>\n{}";

std::vector<Own> naming_other_files() {
  constexpr std::string_view no_entity = "error: the entity `e` is not one of XML's own [TL140]";
  const auto xml = [](std::string_view declared, std::string_view graph) {
    return fmt::format(fmt::runtime(external), declared, graph);
  };
  return {
      {"an entity", "a.graphml", xml("", "<graphml><graph><node id=\"&e;\"/></graph></graphml>"), no_entity},
      {"an entity", "a.gexf", xml("", "<gexf><graph><nodes><node id=\"a\" label=\"&e;\"/></nodes></graph></gexf>"),
       no_entity},
      {"an entity of the document type", "a.gexf",
       xml("<!ENTITY % p SYSTEM \"CMakeLists.txt\"> %p;",
           "<gexf><graph><nodes><node id=\"a\"/></nodes></graph></gexf>"),
       ""},
      {"a document type", "a.graphml",
       "<!DOCTYPE graphml SYSTEM \"CMakeLists.txt\">\n<graphml><graph><node id=\"a\"/></graph></graphml>", ""},
      {"XInclude", "a.gexf",
       "<gexf><graph><nodes><i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"CMakeLists.txt\"/><node "
       "id=\"a\"/></nodes></graph></gexf>",
       "warning: not read, the first of it here: `i:include` elements (1) [TL142]"},
      {"a tag", "a.yaml", "actors: !include CMakeLists.txt\n",
       "error: `actors` is a text where a mapping is needed [TL104]"},
      {"a line of the preprocessor", "a.dot", "#include \"CMakeLists.txt\"\ngraph { a }\n", ""},
  };
}

std::vector<Own> going_round() {
  return {
      {"an alias within its own anchor", "a.yaml", "actors: &a {a: *a}\n",
       "error: no anchor `&a` before this alias [TL102]"},
      {"a merge of itself", "a.yaml", "actors: &a\n  <<: *a\n", "error: no anchor `&a` before this alias [TL102]"},
      {"a table that is the graph itself", "a.yaml", "actors: {a: {name: A}}\ntables: {a.yaml: {rows: nodes}}\n",
       "error: a.yaml is no table [TL138]"},
      {"an entity that holds itself", "a.gexf",
       "<!DOCTYPE x [<!ENTITY e \"&e;\">]>\n<gexf><graph><nodes><node id=\"&e;\"/></nodes></graph></gexf>",
       "error: the entity `e` is not one of XML's own [TL140]"},
      {"a subgraph within itself", "a.dot", "graph { subgraph s { a; subgraph s { b } } }", ""},
  };
}

std::vector<Own> told_twice() {
  constexpr std::string_view in_xml = "error: the attribute `id` stands twice in one element [TL140]";
  return {
      {"headers", "a.csv", "id,name,name\na,A,B\n", "error: two columns are called `name` [TL132]"},
      {"headers", "a.tsv", "id\tname\tname\na\tA\tB\n", "error: two columns are called `name` [TL132]"},
      {"sections", "a.yaml", "actors:\n  a: {name: A}\nactors:\n  b: {name: B}\n",
       "error: the key `actors` stands twice in one mapping [TL105]"},
      {"nodes", "a.json", R"({"nodes": [{"id": "a"}], "nodes": [{"id": "b"}], "links": []})",
       "error: the key `nodes` stands twice in one mapping [TL105]"},
      {"a key", "a.jsonl", R"({"record": "node", "id": "a", "kind": "actor", "kind": "event", "name": "A"})",
       "error: the key `kind` stands twice in one mapping [TL105]"},
      {"a key", "a.ftm", R"({"id": "a", "id": "b", "schema": "Person", "properties": {"name": ["A"]}})",
       "error: the key `id` stands twice in one mapping [TL105]"},
      {"an attribute", "a.graphml", "<graphml><graph><node id=\"a\" id='b'/></graph></graphml>", in_xml},
      {"an attribute", "a.gexf",
       "<gexf><graph><nodes><node label=\"id=''\" id = \"a\"\n id=\"b\"/></nodes></graph></gexf>", in_xml},
      {"a declared key", "a.graphml",
       "<graphml><key id=\"k\" for=\"node\" attr.name=\"name\"/><key id=\"k\" for=\"node\" "
       "attr.name=\"type\"/><graph><node id=\"a\"><data key=\"k\">x</data></node></graph></graphml>",
       "warning: two keys share the id `k`; the second is not read [TL142]"},
      {"a declared attribute", "a.gexf",
       "<gexf><graph><attributes class=\"node\"><attribute id=\"0\" title=\"x\"/><attribute id=\"0\" "
       "title=\"y\"/></attributes><nodes><node id=\"a\"><attvalues><attvalue for=\"0\" "
       "value=\"x\"/></attvalues></node></nodes></graph></gexf>",
       "warning: two attributes share the id `0`; the second is not read [TL142]"},
      {"an attribute, of which Graphviz takes the last", "a.dot", "graph { a [x=1, x=2] }", ""},
  };
}

std::vector<Own> numbers_for_texts() {
  return {
      {"a section", "a.yaml", "actors: 7\n", "error: `actors` is a text where a mapping is needed [TL104]"},
      {"a name", "a.yaml", "actors: {a: {name: 7}}\n", ""},
      {"rows", "a.csv", "7\n8\n", "error: no column of a.csv says what its rows are"},
      {"the file", "a.json", "7\n",
       "error: no graph: a single value where an object with `nodes` and `links` is needed [TL151]"},
      {"the nodes", "a.json", R"({"nodes": 7, "links": []})",
       "error: `nodes` is a single value where a list is needed [TL151]"},
      {"an edge", "a.json", R"({"nodes": [7], "links": [8]})",
       "error: a text or number where a record is needed [TL151]"},
      {"a date", "a.json", R"({"nodes": [{"id": 7, "when": 8}], "links": []})",
       "warning: `when` of 1 record is not what a `when` holds, as here `8` [TL112]"},
      {"a row", "a.jsonl", "7\n", "error: a row is a text where a mapping is needed [TL104]"},
      {"a kind", "a.jsonl", R"({"record": "node", "id": "a", "kind": 7, "name": "A"})", "error: no kind `7` [TL208]"},
      {"an element", "a.graphml", "<graphml><graph>7</graph></graphml>", "warning: the graph has no nodes [TL111]"},
      {"an element", "a.gexf", "<gexf>7</gexf>", "warning: the graph has no nodes [TL111]"},
      {"a text for a number", "a.gexf",
       "<gexf><graph><attributes class=\"node\"><attribute id=\"0\" title=\"age\" "
       "type=\"integer\"/></attributes><nodes><node id=\"a\"><attvalues><attvalue for=\"0\" "
       "value=\"old\"/></attvalues></node></nodes></graph></gexf>",
       "warning: `age` is declared as integer, and 1 value of it is no number, as here `old` [TL112]"},
      {"the graph", "a.dot", "7\n", "error: syntax error near `7` [TL155]"},
      {"an entity", "a.ftm", "7\n", "error: an entity that is no object [TL160]"},
      {"properties", "a.ftm", R"({"id": 1, "schema": "Person", "properties": 8})",
       "error: `properties` of `1` is no object [TL160]"},
  };
}

void expect_all(const std::vector<Own>& list) {
  for (const Own& each : list) {
    SCOPED_TRACE(fmt::format("{}, in {}", each.name, each.file));
    expect_said(std::string(each.file), each.text, each.said);
  }
}

TEST(Hostile, nested_too_deep) { expect_all(nested_too_deep()); }
TEST(Hostile, multiplied) { expect_all(multiplied()); }
TEST(Hostile, naming_other_files) { expect_all(naming_other_files()); }
TEST(Hostile, going_round) { expect_all(going_round()); }
TEST(Hostile, told_twice) { expect_all(told_twice()); }
TEST(Hostile, numbers_for_texts) { expect_all(numbers_for_texts()); }

// Twice as many names must not take four times as long: with these a reader that looks through all of a record for each
// of its fields takes minutes.
TEST(Hostile, a_record_of_very_many_fields) {
  std::string header = "id", row = "a", pairs, keys, data;
  for (int i = 0; i < 20'000; ++i) {
    header += fmt::format(",h{}", i), row += ",1";
    pairs += fmt::format(R"(, "k{}": 1)", i);
    keys += fmt::format("<key id=\"k{0}\" for=\"node\" attr.name=\"n{0}\"/>", i);
    data += fmt::format("<data key=\"k{}\">1</data>", i);
  }
  expect_said("a.csv", header + "\n" + row + "\n", "");
  expect_said("a.json", R"({"nodes": [{"id": "a")" + pairs + R"(}], "links": []})", "");
  expect_said("a.graphml", "<graphml>" + keys + "<graph><node id=\"a\">" + data + "</node></graph></graphml>", "");
}

}  // namespace
}  // namespace throughline
