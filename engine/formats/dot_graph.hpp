// SPDX-License-Identifier: Apache-2.0
// DOT as cgraph reads and writes it: graphs of nodes and edges with attributes. cgraph keeps global state and its
// parser has limits of its own, so a text is parsed in a child process, and what comes back is plain.
//
//   const DotFile file = parse_dot(text);       // file.graphs[0].nodes[2].attributes[0].value
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

struct DotValue {
  std::string key;
  std::string value;
  bool is_html = false;
};

// Attributes are those that are in force: of the thing itself, else the default that stood where it was made.
struct DotVertex {
  std::string id;
  std::vector<std::string> clusters;   // labels of the clusters it is in, from the outermost on
  std::vector<std::string> subgraphs;  // names of the other subgraphs that have one
  std::vector<DotValue> attributes;
};

struct DotArc {
  std::string tail;
  std::string head;
  std::vector<DotValue> attributes;
};

struct DotGraph {
  std::string name;
  bool directed = true;
  std::vector<DotValue> attributes;
  std::vector<DotVertex> vertices;
  std::vector<DotArc> arcs;
  std::vector<std::string> left_out;  // attributes of its subgraphs
};

struct DotProblem {
  bool is_error = false;
  std::string message;   // "syntax error in line 3 near 'x'"
  std::size_t line = 0;  // 0: not told
  std::string near;      // what stood there
};

struct DotFile {
  std::vector<DotGraph> graphs;  // none when there is an error among the problems
  std::vector<DotProblem> problems;
};

DotFile parse_dot(const std::string& text);

// One graph, as cgraph quotes it. Values with backslashes have to be escaped (dot_text.hpp).
std::string print_dot(const DotGraph& graph);

}  // namespace throughline
