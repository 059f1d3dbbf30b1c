// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "graph/communities.hpp"
#include "graph/measures.hpp"
#include "query/counted.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

constexpr std::string_view way_names = "components|strong|core|community";

constexpr Parameter parameters[] = {
    {"--by", way_names, "what makes a group", "components"},
    weight_parameter,
    kind_parameter,
};

constexpr Column columns[] = {
    {"group", "Group", Shown::only_in_csv}, {"id", "Id", Shown::only_in_csv}, {"name", "Name"}, {"kind", "Kind"}};

Groups of_equal_coreness(const Network& network) {
  const Scores cores = coreness(network);
  return {cores.begin(), cores.end()};
}

struct Way {
  std::string_view name;
  Groups (*divide)(const Network& network);
  bool undirected = true;
  bool is_community = false;  // asks for the weights of arcs, and can be better or worse
  bool is_core = false;       // the number of a group means something: the coreness of its nodes
};

constexpr Way ways[] = {
    {"components", strong_components},
    {.name = "strong", .divide = strong_components, .undirected = false},
    {.name = "core", .divide = of_equal_coreness, .is_core = true},
    {.name = "community", .divide = communities, .is_community = true},
};
static_assert(lists_names(way_names, ways));

const Way& way_of(const Arguments& arguments) {
  return *std::find_if(std::begin(ways), std::end(ways),
                       [&](const Way& way) { return way.name == arguments.text("--by"); });
}

// The groups of a network as the way makes them, and numbered from 0 by size.
struct Division {
  Groups as_made;
  Groups by_size;
  std::vector<std::size_t> sizes;  // by number
};

Division divide(const Network& network, const Way& way) {
  Division division{way.divide(network), {}, {}};
  division.by_size = by_size(division.as_made);
  for (const std::uint32_t group : division.by_size) {
    if (group >= division.sizes.size()) division.sizes.resize(group + 1, 0);
    ++division.sizes[group];
  }
  return division;
}

std::string heading_of(const Division& division, const Way& way, std::uint32_t node) {
  const std::uint32_t group = division.by_size[node];
  const std::string coreness = way.is_core ? fmt::format(", coreness {}", division.as_made[node]) : "";
  return fmt::format("Group {}: {}{}", group + 1, count_of(division.sizes[group], "node"), coreness);
}

Row row_of(const Model& model, NodeIndex node, std::size_t number, std::string heading) {
  Row row;
  row.cells = {std::to_string(number), std::string(model.text(model[node].id)),
               std::string(model.text(model[node].name)), model.kind_of(model[node]).name};
  row.section = std::move(heading);
  row.data = [&model, node, number] {
    Json data = node_reference(model, node);
    data["group"] = number;
    return data;
  };
  return row;
}

void sort_by_group(const Model& model, const Network& network, const Division& division,
                   std::vector<std::uint32_t>& nodes) {
  const auto key = [&](std::uint32_t node) {
    return std::tuple(division.by_size[node], model.text(model[network.nodes[node]].name), node);
  };
  std::sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

std::string summary_of(const Network& network, const Division& division, const Way& way) {
  const std::string count = count_of(division.sizes.size(), "group");
  return way.is_community ? fmt::format("{}, modularity {:.4f}", count, modularity(network, division.as_made)) : count;
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = "no node fits --kind",
              .notes = {}};
  const Way& way = way_of(arguments);
  const bool counts = arguments.text("--weight") == "count";
  const Network network = counted_network(graph, {way.undirected, counts && way.is_community}, table);
  auto nodes = shown_nodes(model, network, arguments, table, diagnostics);
  if (diagnostics.has_errors()) return table;
  if (counts && !way.is_community)
    table.notes.emplace_back("only communities ask how many relations there are: --weight changes nothing");
  const Division division = divide(network, way);
  table.notes.push_back(summary_of(network, division, way));
  sort_by_group(model, network, division, nodes);
  table.answers = nodes.size();
  if (const std::size_t limit = arguments.number("--limit"); limit > 0 && limit < nodes.size()) nodes.resize(limit);
  for (const std::uint32_t node : nodes)
    table.rows.push_back(
        row_of(model, network.nodes[node], division.by_size[node] + 1, heading_of(division, way, node)));
  return table;
}

}  // namespace

extern const Verb groups_verb;
constinit const Verb groups_verb{"groups", "which nodes belong together: components, cores, communities",
                                 "-g graphs/inter-korean groups --by community", parameters, run};

}  // namespace throughline
