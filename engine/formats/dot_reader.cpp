// SPDX-License-Identifier: Apache-2.0
#include "formats/dot_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/text.hpp"
#include "formats/dot_graph.hpp"
#include "formats/dot_text.hpp"

namespace throughline {
namespace {

constexpr std::size_t longest = 2'000'000;  // bytes of a name or text: with longer ones cgraph takes minutes
constexpr std::size_t deepest = 500;        // subgraphs in subgraphs; cgraph's parser has room for more

class DotReader {
 public:
  DotReader(const Inputs& inputs, std::uint16_t input, Records& records, ForeignRecords& foreign,
            Diagnostics& diagnostics)
      : inputs_(inputs),
        input_(input),
        text_(inputs[input].text),
        records_(records),
        foreign_(foreign),
        diagnostics_(diagnostics) {}

  void read() {
    if (!look_over()) return;
    const DotFile file = parse_dot(inputs_[input_].text);
    report(file.problems);
    for (const DotGraph& graph : file.graphs) add_graph(graph);
    add_vertices();
    for (const DotGraph& graph : file.graphs) add_arcs(graph);
    report_left_out();
  }

 private:
  // A node of several graphs of a file is one node.
  struct Vertex {
    Said id;
    const DotGraph* graph;
    std::vector<ForeignField> fields;
  };

  void refuse(std::string_view piece, std::string message) {
    diagnostics_.report(Code::dot_syntax, inputs_.locate(input_, piece), std::move(message));
  }

  // What cgraph takes for the end of the text, or has no room for; on the way, where each name stands first.
  bool look_over() {
    DotTokens tokens(text_);
    std::size_t depth = 0;
    for (auto token = tokens.next(); token; token = tokens.next()) {
      if (token->written.size() > longest)
        return refuse(token->written, fmt::format("a name or text of {} bytes", token->written.size())), false;
      if (token->written == "@") return refuse(token->written, "unexpected `@`"), false;
      if (token->kind != DotToken::Kind::mark) {
        places_.emplace(dot_unescaped(dot_unquoted(*token)), token->written);
      } else if (token->written == "{" && ++depth > deepest) {
        return refuse(token->written, fmt::format("subgraphs nested deeper than {}", deepest)), false;
      } else if (token->written == "}" && depth > 0) {
        --depth;
      }
    }
    return true;
  }

  void report(const std::vector<DotProblem>& problems) {
    const auto exhausted = std::find_if(problems.begin(), problems.end(), [](const DotProblem& problem) {
      return problem.message.starts_with("memory exhausted");  // what its parser has no room for; the rest is a sequel
    });
    if (exhausted == problems.end())
      for (const DotProblem& problem : problems) report(problem);
    else
      report({true, "a chain of edges longer than Graphviz can read; write it in pieces", exhausted->line, {}});
  }

  void report(const DotProblem& problem) {
    const std::string message(problem.message.substr(0, problem.message.find(" in line ")));
    diagnostics_.report(
        problem.is_error ? Code::dot_syntax : Code::dot_said, place_of(problem),
        problem.near.empty() ? message : fmt::format("{} near `{}`", message, shorten(problem.near, 60)));
  }

  Location place_of(const DotProblem& problem) const {
    std::size_t start = 0;
    for (std::size_t line = 1; line < problem.line; ++line) {
      const std::size_t end = text_.find('\n', start);
      if (end == std::string_view::npos) break;
      start = end + 1;
    }
    if (problem.line == 0 || start >= text_.size())
      return Inputs::location(input_, text_.empty() ? 0 : text_.size() - 1, 1);
    const std::string_view line = text_.substr(start, text_.find('\n', start) - start);
    const std::size_t found = problem.near.empty() ? std::string_view::npos : line.rfind(problem.near);
    if (found != std::string_view::npos) return inputs_.locate(input_, line.substr(found, problem.near.size()));
    return Inputs::location(input_, start, std::max<std::size_t>(line.size(), 1));
  }

  Location place(const std::string& name) const {
    const auto at = places_.find(name);
    return at == places_.end() ? Inputs::location(input_, 0, 1) : inputs_.locate(input_, at->second);
  }

  std::string_view keep(std::string_view text) { return records_.strings[records_.strings.intern(text)]; }

  // ---- graphs

  void add_graph(const DotGraph& graph) {
    const std::string name = dot_unescaped(graph.name);
    const bool is_ours = std::any_of(graph.attributes.begin(), graph.attributes.end(),
                                     [](const DotValue& each) { return each.key == dot_dialect_key; });
    for (const DotValue& each : graph.attributes) {
      const Location at = place(each.key);
      if (each.key == dot_dialect_key) {
        const std::string rows = dot_unescaped(each.value);
        for (const std::string_view row : split(rows, '\n')) foreign_.add_dialect(foreign_.said(row, at));
      } else if (each.key == "label") {
        if (is_ours) continue;  // the title stands among the rows
        foreign_.add_graph_field(FieldName::title, foreign_.said(words_of(each, {.graph = name}, false), at));
      } else if (each.key != "charset" && each.key != "linelength") {
        left_out_.insert(each.key);
      }
    }
    left_out_.insert(graph.left_out.begin(), graph.left_out.end());
    for (const DotVertex& each : graph.vertices) add_vertex(graph, each);
  }

  static std::string words_of(const DotValue& label, const DotNames& names, bool is_record) {
    if (label.is_html) return words_of_html(label.value);
    const std::string text = dot_label(label.value, names);
    return is_record ? words_of_record(label.value.find('\\') == std::string::npos ? text : label.value) : text;
  }

  static bool is_record(const std::vector<DotValue>& attributes) {
    return std::any_of(attributes.begin(), attributes.end(), [](const DotValue& each) {
      return each.key == "shape" && (each.value == "record" || each.value == "Mrecord");
    });
  }

  // ---- nodes

  void add_vertex(const DotGraph& graph, const DotVertex& vertex) {
    const std::string id = dot_unescaped(vertex.id);
    const Said said = foreign_.said(id, place(id));
    const auto known = by_id_.find(said.text);
    if (known == by_id_.end() || vertices_[known->second].graph == &graph) {
      by_id_[said.text] = vertices_.size();
      vertices_.push_back({said, &graph, fields_of(graph, vertex, said)});
      return;
    }
    Vertex& first = vertices_[known->second];
    for (const ForeignField& field : fields_of(graph, vertex, said)) join(first, field, graph);
  }

  // Where two graphs of a file say different things of a node, both are kept.
  void join(Vertex& vertex, const ForeignField& field, const DotGraph& graph) {
    const auto same = std::find_if(vertex.fields.begin(), vertex.fields.end(),
                                   [&](const ForeignField& each) { return each.key == field.key; });
    if (same == vertex.fields.end()) {
      vertex.fields.push_back(field);
    } else if (same->value.text != field.value.text) {
      vertex.fields.push_back({keep(fmt::format("{} in {}", field.key, graph.name)), field.value});
    }
  }

  std::vector<ForeignField> fields_of(const DotGraph& graph, const DotVertex& vertex, const Said& id) {
    std::vector<ForeignField> fields;
    const auto add = [&](std::string_view key, std::string_view value) {
      fields.push_back({keep(key), foreign_.said(value, id.at)});
    };
    const auto has = [&](std::string_view key) {
      return std::any_of(vertex.attributes.begin(), vertex.attributes.end(),
                         [&](const auto& a) { return a.key == key; });
    };
    const bool record = is_record(vertex.attributes);
    const DotNames names{.node = dot_unescaped(vertex.id), .graph = dot_unescaped(graph.name)};
    for (const DotValue& each : vertex.attributes) {
      const bool is_label = each.key == "label";
      if (is_label && (each.is_html || record)) add(each.is_html ? "html_label" : "record_label", each.value);
      add(is_link(each.key) && !has("url") ? std::string("url") : dot_value(each.key),
          is_label ? words_of(each, names, record) : dot_value(each.value));
    }
    if (!vertex.clusters.empty() && !has("cluster")) add("cluster", join_names(vertex.clusters));
    if (!vertex.subgraphs.empty() && !has("subgraph")) add("subgraph", join_names(vertex.subgraphs));
    return fields;
  }

  static std::string join_names(const std::vector<std::string>& names) { return throughline::join(names, " / "); }
  static bool is_link(std::string_view key) { return key == "URL" || key == "href"; }

  void add_vertices() {
    for (const Vertex& vertex : vertices_) foreign_.add_node(vertex.id, vertex.fields);
  }

  // ---- edges

  void add_arcs(const DotGraph& graph) {
    for (const DotArc& arc : graph.arcs) {
      const std::string tail = dot_unescaped(arc.tail);
      const std::string head = dot_unescaped(arc.head);
      const Said from = foreign_.said(tail, place(tail));
      const Said to = foreign_.said(head, place(head));
      const DotNames names{
          .node = {}, .graph = dot_unescaped(graph.name), .tail = tail, .head = head, .directed = graph.directed};
      ForeignEnds ends{from, to, graph.directed};
      std::vector<ForeignField> fields;
      for (const DotValue& each : arc.attributes) {
        if (each.key == "dir" && each.value == "none") {
          ends.is_directed = false;
          continue;
        }
        const bool is_label = each.key == "label";
        if (is_label && each.is_html) fields.push_back({"html_label", foreign_.said(each.value, from.at)});
        const std::string value = is_label ? words_of(each, names, false) : dot_value(each.value);
        fields.push_back({keep(dot_value(each.key)), foreign_.said(value, from.at)});
      }
      foreign_.add_relation(ends, fields);
    }
  }

  void report_left_out() {
    if (left_out_.empty()) return;
    diagnostics_.report(
        Code::dot_left_out, place(*left_out_.begin()),
        fmt::format("attributes of graphs and subgraphs, which have no place here: {}", fmt::join(left_out_, ", ")));
  }

  const Inputs& inputs_;
  std::uint16_t input_;
  std::string_view text_;
  Records& records_;
  ForeignRecords& foreign_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::string_view> places_;  // where a name stands first
  std::vector<Vertex> vertices_;
  std::unordered_map<StringId, std::size_t> by_id_;
  std::set<std::string> left_out_;
};

}  // namespace

void read_dot_file(const Inputs& inputs, std::uint16_t input, Records& records, ForeignRecords& foreign,
                   Diagnostics& diagnostics) {
  DotReader(inputs, input, records, foreign, diagnostics).read();
}

}  // namespace throughline
