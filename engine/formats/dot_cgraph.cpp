// SPDX-License-Identifier: Apache-2.0
#include <cgraph.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

#include "base/child_process.hpp"
#include "base/text.hpp"
#include "formats/dot_graph.hpp"
#include "formats/dot_text.hpp"

namespace throughline {
namespace {

// cgraph takes char* where it means const char*.
char* mutable_text(const char* text) { return const_cast<char*>(text); }

// agseterrf takes a bare function, so what it hears has to lie in a global; only a child ever writes it.
std::string heard;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
int hear(char* text) {
  heard += text;
  return 0;
}

// ---- what the child tells, as a list of texts

using Texts = std::vector<std::string>;

class Teller {
 public:
  explicit Teller(Agraph_t* graph) : graph_(graph) {}

  void tell(Texts& told) {
    gather_groups(graph_, {}, {});
    told.insert(told.end(), {"graph", name_of(graph_), agisdirected(graph_) != 0 ? "1" : "0"});
    tell_attributes(told, AGRAPH, graph_);
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node)) tell_node(told, node);
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node))
      for (Agedge_t* edge = agfstout(graph_, node); edge != nullptr; edge = agnxtout(graph_, edge))
        tell_edge(told, edge);
    for (const auto& [key, yes] : left_out_) told.insert(told.end(), {"left out", key});
  }

 private:
  struct Groups {
    Texts clusters;
    Texts subgraphs;
  };

  static std::string name_of(void* object) {
    const char* name = agnameof(object);
    return name == nullptr || name[0] == '%' ? std::string() : name;  // cgraph's own names begin so
  }

  static std::string text_of(char* value) { return value == nullptr ? std::string() : value; }

  static bool is_cluster(Agraph_t* graph) {
    const std::string cluster = text_of(agget(graph, mutable_text("cluster")));
    return std::string_view(agnameof(graph)).starts_with("cluster") || cluster == "true";
  }

  static std::string label_of(Agraph_t* graph) {
    char* const label = agget(graph, mutable_text("label"));
    if (label == nullptr || *label == '\0' ||
        label == std::string(text_of(agget(agparent(graph), mutable_text("label")))))
      return dot_unescaped(name_of(graph));
    return aghtmlstr(label) != 0 ? words_of_html(label) : dot_label(label, {.graph = dot_unescaped(name_of(graph))});
  }

  void gather_groups(Agraph_t* graph, const Texts& clusters, const Texts& subgraphs) {
    for (Agraph_t* part = agfstsubg(graph); part != nullptr; part = agnxtsubg(part)) {
      Texts in_clusters = clusters;
      Texts in_subgraphs = subgraphs;
      const bool boxes = is_cluster(part);
      if (boxes) in_clusters.push_back(label_of(part));
      if (!boxes && !name_of(part).empty()) in_subgraphs.push_back(dot_unescaped(name_of(part)));
      gather_left_out(part);
      gather_groups(part, in_clusters, in_subgraphs);
      for (Agnode_t* node = agfstnode(part); node != nullptr; node = agnxtnode(part, node)) {
        Groups& groups = groups_[agnameof(node)];
        const auto add = [](Texts& to, const Texts& from) {
          for (const std::string& each : from)
            if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
        };
        add(groups.clusters, in_clusters);
        add(groups.subgraphs, in_subgraphs);
      }
    }
  }

  void gather_left_out(Agraph_t* part) {
    for (Agsym_t* each = agnxtattr(graph_, AGRAPH, nullptr); each != nullptr; each = agnxtattr(graph_, AGRAPH, each)) {
      const std::string value = text_of(agxget(part, each));
      if (std::strcmp(each->name, "label") != 0 && !value.empty() && value != text_of(agxget(agparent(part), each)))
        left_out_[each->name] = true;
    }
  }

  void tell_attributes(Texts& told, int kind, void* object) {
    for (Agsym_t* each = agnxtattr(graph_, kind, nullptr); each != nullptr; each = agnxtattr(graph_, kind, each)) {
      char* const value = agxget(object, each);
      if (value != nullptr && *value != '\0')
        told.insert(told.end(), {"attribute", each->name, value, aghtmlstr(value) != 0 ? "1" : "0"});
    }
  }

  void tell_node(Texts& told, Agnode_t* node) {
    told.insert(told.end(), {"node", agnameof(node)});
    if (const auto groups = groups_.find(agnameof(node)); groups != groups_.end()) {
      for (const std::string& each : groups->second.clusters) told.insert(told.end(), {"cluster", each});
      for (const std::string& each : groups->second.subgraphs) told.insert(told.end(), {"subgraph", each});
    }
    tell_attributes(told, AGNODE, node);
  }

  void tell_edge(Texts& told, Agedge_t* edge) {
    told.insert(told.end(), {"edge", agnameof(agtail(edge)), agnameof(aghead(edge))});
    tell_attributes(told, AGEDGE, edge);
  }

  Agraph_t* graph_;
  std::unordered_map<std::string, Groups> groups_;  // by name of a node
  std::map<std::string, bool> left_out_;
};

// A text that agread reads from, one graph after the other.
struct Channel {
  std::string_view rest;
};

int read_some(void* channel, char* buffer, int size) {
  std::string_view& rest = static_cast<Channel*>(channel)->rest;
  const std::size_t count = std::min(rest.size(), static_cast<std::size_t>(size));
  std::memcpy(buffer, rest.data(), count);
  rest.remove_prefix(count);
  return static_cast<int>(count);
}

// `{a b c} -> {d e f}` is nine edges: a few thousand names may be written that make more than any memory holds. Edges
// get their ids here, and none when there are too many of them.
struct EdgeCount {
  std::size_t made = 0;
  std::size_t most = 0;
};
EdgeCount edges;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): of a child, too

long id_of(void* state, int type, char* name, IDTYPE* id, int is_to_make) {
  const bool is_edge = type == AGEDGE || type == AGINEDGE;
  if (is_edge && is_to_make != 0 && ++edges.made > edges.most) return 0;
  return AgIdDisc.map(state, type, name, id, is_to_make);
}

std::string parse_here(std::string_view text) {
  heard.clear();
  edges = {0, 200'000 + text.size()};
  agseterr(AGWARN);
  agseterrf(hear);
  agsetfile(mutable_text("text"));
  agreadline(1);
  Agiodisc_t io = AgIoDisc;
  io.afread = read_some;
  Agiddisc_t ids = AgIdDisc;
  ids.map = id_of;
  Agdisc_t discipline{&AgMemDisc, &ids, &io};
  Channel channel{text};
  Texts told{""};
  while (Agraph_t* const graph = agread(&channel, &discipline)) {
    if (edges.made <= edges.most) Teller(graph).tell(told);
  }
  if (edges.made > edges.most)
    heard += fmt::format("Error: groups of nodes that are joined make more than {} edges\n", edges.most);
  told.front() = heard;
  return pack(told);  // the process ends here: nothing is freed
}

// ---- what the parent makes of it

std::size_t line_in(std::string_view message) {
  constexpr std::string_view word = "line ";
  const std::size_t at = message.find(word);
  std::size_t line = 0;
  if (at != std::string_view::npos)
    std::from_chars(message.data() + at + word.size(), message.data() + message.size(), line);
  return line;
}

std::string near_in(std::string_view message) {
  const std::size_t at = message.find("near '");
  const std::size_t end = message.rfind('\'');
  if (at == std::string_view::npos || end < at + 6) return {};
  return std::string(message.substr(at + 6, end - at - 6));
}

// "Error: text: syntax error in line 3 near 'x'\n", several after each other, the quoted part maybe of several lines.
std::vector<DotProblem> problems_in(std::string_view heard_text) {
  std::vector<DotProblem> problems;
  for (const std::string_view line : split(heard_text, '\n')) {
    const bool is_error = line.starts_with("Error: ");
    if (is_error || line.starts_with("Warning: ")) {
      std::string_view message = line.substr(line.find(": ") + 2);
      if (message.starts_with("text: ")) message.remove_prefix(6);
      problems.push_back({is_error, std::string(trim(message)), line_in(message), near_in(message)});
    } else if (!problems.empty() && !trim(line).empty()) {
      problems.back().message += fmt::format(" {}", trim(line));
    }
  }
  return problems;
}

std::vector<DotGraph> graphs_in(Texts texts) {
  std::vector<DotGraph> graphs;
  std::vector<DotValue>* attributes = nullptr;
  for (std::size_t i = 1; i < texts.size();) {
    const std::string& what = texts[i];
    const auto text = [&](std::size_t n) { return std::move(texts[i + n]); };
    if (what == "graph") {
      graphs.push_back({text(1), texts[i + 2] == "1", {}, {}, {}, {}});
      attributes = &graphs.back().attributes;
      i += 3;
    } else if (what == "node") {
      graphs.back().vertices.push_back({text(1), {}, {}, {}});
      attributes = &graphs.back().vertices.back().attributes;
      i += 2;
    } else if (what == "edge") {
      graphs.back().arcs.push_back({text(1), text(2), {}});
      attributes = &graphs.back().arcs.back().attributes;
      i += 3;
    } else if (what == "attribute") {
      attributes->push_back({text(1), text(2), texts[i + 3] == "1"});
      i += 4;
    } else {
      DotGraph& graph = graphs.back();
      (what == "cluster"    ? graph.vertices.back().clusters
       : what == "subgraph" ? graph.vertices.back().subgraphs
                            : graph.left_out)
          .push_back(text(1));
      i += 2;
    }
  }
  return graphs;
}

template <auto close>
struct Close {
  void operator()(auto* thing) const { close(thing); }
};

void set_all(void* object, const std::vector<DotValue>& attributes) {
  for (const DotValue& each : attributes)
    agsafeset(object, mutable_text(each.key.c_str()), mutable_text(each.value.c_str()), mutable_text(""));
}

}  // namespace

DotFile parse_dot(const std::string& text) {
  const ChildResult result = run_in_child([&] { return parse_here(text); }, {});
  if (!result.finished) return {{}, {{true, fmt::format("Graphviz gave up on it: {}", result.reason), 0, {}}}};
  Texts texts = unpack(result.output);
  DotFile file;
  file.problems = problems_in(texts.at(0));
  const bool is_refused =
      std::any_of(file.problems.begin(), file.problems.end(), [](const DotProblem& p) { return p.is_error; });
  if (!is_refused) file.graphs = graphs_in(std::move(texts));
  return file;
}

std::string print_dot(const DotGraph& graph) {
  const std::unique_ptr<Agraph_t, Close<agclose>> owner(
      agopen(mutable_text(graph.name.c_str()), graph.directed ? Agdirected : Agundirected, nullptr));
  Agraph_t* const g = owner.get();
  set_all(g, graph.attributes);
  for (const DotVertex& each : graph.vertices) set_all(agnode(g, mutable_text(each.id.c_str()), 1), each.attributes);
  for (const DotArc& each : graph.arcs) {
    Agnode_t* const tail = agnode(g, mutable_text(each.tail.c_str()), 1);
    Agnode_t* const head = agnode(g, mutable_text(each.head.c_str()), 1);
    set_all(agedge(g, tail, head, nullptr, 1), each.attributes);
  }
  char* bytes = nullptr;
  std::size_t length = 0;
  FILE* const memory = open_memstream(&bytes, &length);
  agwrite(g, memory);
  fclose(memory);
  const std::unique_ptr<char, Close<std::free>> text(bytes);
  return {bytes, length};
}

}  // namespace throughline
