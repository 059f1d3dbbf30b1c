// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
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
  std::string_view words;  // what the nodes of a group have in common
  Groups (*divide)(const Network& network);
  bool undirected = true;
  bool is_community = false;  // asks for the weights of arcs, and can be better or worse
  bool is_core = false;       // the number of a group means something: the coreness of its nodes

  // Are groups only ever joined by further relations?
  bool only_joins() const { return !is_community && !is_core; }
};

constexpr Way ways[] = {
    {"components", "components: nodes that hang together", strong_components},
    {.name = "strong",
     .words = "strong components (Tarjan 1972): nodes that reach each other",
     .divide = strong_components,
     .undirected = false},
    {.name = "core", .words = "nodes of equal coreness (Seidman 1983)", .divide = of_equal_coreness, .is_core = true},
    {.name = "community",
     .words = "communities (Leiden: Traag and others 2019, for modularity)",
     .divide = communities,
     .is_community = true},
};
static_assert(lists_names(way_names, ways));

const Way& way_of(const Arguments& arguments) {
  return *std::find_if(std::begin(ways), std::end(ways),
                       [&](const Way& way) { return way.name == arguments.text("--by"); });
}

// The groups of a network as the way makes them, and numbered from 0 by size.
struct Division {
  const Network& network;
  Groups as_made;
  Groups by_size;
  std::vector<std::size_t> sizes;  // by number

  std::optional<std::uint32_t> group_of(NodeIndex node) const {
    const auto number = number_in(network, node);
    return number ? std::optional(by_size[*number]) : std::nullopt;
  }
};

Division divide(const Network& network, const Way& way) {
  Division division{network, way.divide(network), {}, {}};
  division.by_size = by_size(division.as_made);
  for (const std::uint32_t group : division.by_size) {
    if (group >= division.sizes.size()) division.sizes.resize(group + 1, 0);
    ++division.sizes[group];
  }
  return division;
}

struct Placed {
  NodeIndex node;
  std::optional<std::uint32_t> group;     // nothing: it comes only with what possibly held
  std::optional<std::uint32_t> possible;  // nothing: not asked
};

// In a group without others; by coreness the group says more than who is in it.
bool is_alone(const Division& division, const Way& way, std::uint32_t group) {
  return !way.is_core && division.sizes[group] == 1;
}

std::size_t count_alone(const Division& division) {
  return static_cast<std::size_t>(std::count(division.sizes.begin(), division.sizes.end(), 1));
}

std::string heading_of(const Division& division, const Way& way, const Placed& placed) {
  if (!placed.group) return "In no group for certain";
  if (is_alone(division, way, *placed.group)) return fmt::format("Alone: {}", count_of(count_alone(division), "node"));
  const std::uint32_t node = *number_in(division.network, placed.node);
  const std::string coreness = way.is_core ? fmt::format(", coreness {}", division.as_made[node]) : "";
  return fmt::format("Group {}: {}{}", *placed.group + 1, count_of(division.sizes[*placed.group], "node"), coreness);
}

std::string number_text(std::optional<std::uint32_t> group) { return group ? std::to_string(*group + 1) : ""; }

Json number_json(std::optional<std::uint32_t> group) { return group ? Json(*group + 1) : Json(); }

Row row_of(const Model& model, const Placed& placed, std::string heading, const SharedStandings& standings) {
  const Node& node = model[placed.node];
  const TimeStanding standing{placed.group ? Held::certainly : Held::possibly};
  Row row;
  row.cells = {number_text(placed.group), std::string(model.text(node.id)), std::string(model.text(node.name)),
               model.kind_of(node).name};
  if (placed.possible) row.cells.push_back(number_text(placed.possible));
  place_row(*standings, standing, row);
  row.section = std::move(heading);
  row.data = [&model, placed, standing, standings] {
    Json data = node_reference(model, placed.node);
    data["group"] = number_json(placed.group);
    if (placed.possible) data["group_possible"] = number_json(placed.possible);
    add_standing(data, *standings, standing, {});
    return data;
  };
  return row;
}

// By group, those in none last.
std::vector<Placed> placed_nodes(const Model& model, const Division& certain, const std::optional<Division>& possible,
                                 const std::vector<NodeIndex>& nodes) {
  std::vector<Placed> placed;
  for (const NodeIndex node : nodes)
    placed.push_back({node, certain.group_of(node), possible ? possible->group_of(node) : std::nullopt});
  const auto key = [&](const Placed& each) {
    return std::tuple(!each.group, each.group, each.possible, model.text(model[each.node].name), each.node);
  };
  std::sort(placed.begin(), placed.end(), [&](const Placed& a, const Placed& b) { return key(a) < key(b); });
  return placed;
}

std::string summary_of(const Division& division, const Way& way) {
  const std::string count = count_of(division.sizes.size(), "group");
  return way.is_community ? fmt::format("{}, modularity {:.4f}", count, modularity(division.network, division.as_made))
                          : count;
}

// "groups 1, 3 join; groups 2, 5 join": which of what certainly held is one with what possibly did.
std::string joins_of(const Division& certain, const Division& possible) {
  std::vector<std::set<std::size_t>> parts(possible.sizes.size());
  for (std::size_t i = 0; i < certain.network.node_count(); ++i)
    parts[*possible.group_of(certain.network.nodes[i])].insert(certain.by_size[i] + 1);
  std::vector<std::string> joins;
  for (const auto& part : parts)
    if (part.size() > 1) joins.push_back(fmt::format("groups {} join", fmt::join(part, ", ")));
  return join(joins, "; ");
}

void note_groups(const Way& way, const Division& certain, const std::optional<Division>& possible, Table& table) {
  if (!possible) return table.notes.push_back(summary_of(certain, way));
  table.notes.push_back(fmt::format("{} of what certainly held; with what possibly held {}", summary_of(certain, way),
                                    summary_of(*possible, way)));
  if (const std::string joins = way.only_joins() ? joins_of(certain, *possible) : ""; !joins.empty())
    table.notes.push_back(fmt::format("with what possibly held {}", joins));
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  const auto standings = std::make_shared<const Standings>(graph, standpoint_of(model, arguments, diagnostics));
  const Filter filter(model, arguments, diagnostics);
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = no_nodes_words(arguments, standings->standpoint()),
              .notes = {}};
  const Way& way = way_of(arguments);
  const bool counts = arguments.text("--weight") == "count";
  const Counting counting{way.undirected, counts && way.is_community};
  const CountedNetworks counted = counted_networks(graph, *standings, filter, counting, table);
  const auto shown = shown_nodes(model, counted.widest(), arguments, table, diagnostics);
  if (diagnostics.has_errors()) return table;
  table.notes.push_back(fmt::format("{}; {}", way.words, counting_words(counting)));
  if (counts && !way.is_community)
    table.notes.emplace_back("only communities ask how many relations there are: --weight changes nothing");
  const Division certain = divide(counted.certain, way);
  const auto possible = counted.possible ? std::optional(divide(*counted.possible, way)) : std::nullopt;
  note_groups(way, certain, possible, table);
  if (possible) table.columns.push_back({"group_possible", "Group if possible ones held too"});
  add_held_column(*standings, table);
  std::vector<Placed> placed = placed_nodes(model, certain, possible, shown);
  table.answers = placed.size();
  if (const std::size_t limit = arguments.number("--limit"); limit > 0 && limit < placed.size()) placed.resize(limit);
  for (const Placed& each : placed)
    table.rows.push_back(row_of(model, each, heading_of(certain, way, each), standings));
  return table;
}

}  // namespace

extern const Verb groups_verb;
constinit const Verb groups_verb{"groups",
                                 "which nodes belong together: components, cores, communities",
                                 "-g graphs/inter-korean groups --by community",
                                 parameters,
                                 run,
                                 true,
                                 "node"};

}  // namespace throughline
