// SPDX-License-Identifier: Apache-2.0
// What draw and timeline have in common: which part of the graph, and writing the file.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "view/selection.hpp"

namespace throughline::cli {

inline constexpr std::array scope_parameters = std::to_array<Parameter>({
    {"--output", "FILE", "where to write; the ending says as what: .svg .png .pdf .dot; - is standard output", "", true,
     "-o"},
    {"--view", "VIEW", "a view that the graph defines", ""},
    {"--around", "NODE…", "only what is near this node", ""},
    {"--depth", "N", "how near: relations away", "1"},
    {"--between", "A B", "what lies between these two nodes: the shortest chains of relations", ""},
    {"--from", "WHO…", "what links to something, as `links` answers: kinds, types, ids or names (actor)", ""},
    {"--to", "WHAT…", "and to what (initiative)", ""},
    {"--hops", "N", "chains of up to so many relations: all of --between, those of --from and --to (2)", ""},
    {"--through", "WHAT…", "links that pass through nothing but these kinds, types, ids or names", ""},
    {"--any-direction", "", "links that run against the sense of relations, too", ""},
    {"--all", "", "every chain between each two ends of links, not only the best", ""},
    {"--relation", "TYPE…", "links made of relations of these types only", ""},
    {"--role", "ROLE…", "links made of relations in these roles only", ""},
    {"--confidence", "stated|inferred|doubtful", "links made of relations at least so sure", ""},
    {"--topic", "NODE…", "links of events and initiatives that concern one of these only", ""},
    {"--source", "SOURCE…", "only what this source says", ""},
    {"--kind", "KIND…", "only nodes of this kind", ""},
    {"--type", "TYPE…", "only nodes of this type", ""},
    {"--max-nodes", "N", "at most so many nodes, those with the most relations; 0: all", "30"},
    {"--highlight", "WHAT…", "emphasise a node, kind, type, relation type or relation; all else recedes", ""},
    {"--title", "TEXT", "the figure's title; best a finding", ""},
    {"--theme", "THEME", "light, dark, or print: black and white, for a photocopier", "light"},
    {"--width", "N", "how wide the figure may be, in CSS pixels: a column of a page has some 680", "1100"},
    {"--dpi", "N", "of a PNG: dots to an inch of 96 CSS pixels", "192"},
    {"--format", "FORMAT", "svg, png, pdf or dot, whatever the file is called", ""},
});

// Those of both figures, then those of one.
template <std::size_t count>
constexpr auto figure_parameters(const Parameter (&own)[count]) {
  std::array<Parameter, scope_parameters.size() + count> all{};
  std::copy(scope_parameters.begin(), scope_parameters.end(), all.begin());
  std::copy(std::begin(own), std::end(own), all.begin() + scope_parameters.size());
  return all;
}

// Loads the graph, selects, has the figure made in the format of the output file, writes it. Where the scope asks for
// pages, each is a file of its own: NAME-1.svg, NAME-2.svg …
using MakeFigure = std::function<std::vector<std::string>(const Graph&, const Scope&, const Selection&,
                                                          const std::string& format, Diagnostics&)>;
int make_figure(const Invocation& invocation, bool dated_first, const MakeFigure& make);

// A graph that is named by an option beside that of the invocation; nothing when it has errors.
std::optional<Model> load_other_graph(const Invocation& invocation, std::string_view path);

// "drawn by throughline 0.1.0"
std::string stamp();

// Writes to a file, or to standard output for "-".
void write_output(const Invocation& invocation, const std::string& path, const std::string& content);

}  // namespace throughline::cli
