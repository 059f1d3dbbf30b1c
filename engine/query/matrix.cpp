// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
#include "query/ties.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"--rows", "WHO…", "kinds, types, ids or names down the side", "actor"},
    {"--columns", "WHAT…", "kinds, types, ids or names along the top", "initiative"},
};

constexpr std::size_t most_named = 5;

struct Cell {
  HeldCounts counts;
  std::vector<Tie> ties;

  void add(const Tie& tie) {
    counts.add(tie.standing);
    ties.push_back(tie);
  }
};

struct Line {
  NodeIndex node;
  HeldCounts counts;
  std::map<NodeIndex, Cell> cells;  // without those that are empty
};

struct Heading {
  NodeIndex node;
  std::size_t claims = 0;
};

std::size_t total(const HeldCounts& counts) { return counts.certainly + counts.possibly + counts.undated; }

// Everything between the rows and the columns, each relation counted once though it may stand in two cells.
struct Total {
  HeldCounts counts;
  std::size_t denied = 0;
  std::vector<bool> seen;  // by relation

  void add(const Tie& tie) {
    if (seen[position(tie.step.relation)]) return;
    seen[position(tie.step.relation)] = true;
    counts.add(tie.standing);
    if (tie.standing.is_denied) ++denied;
  }
};

bool has(const std::vector<NodeIndex>& ascending, NodeIndex node) {
  return std::binary_search(ascending.begin(), ascending.end(), node);
}

// Those with most claims first; equals by name, then by id.
template <typename Item, typename Claims>
void sort_by_claims(const Model& model, std::vector<Item>& items, Claims claims) {
  std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) {
    if (claims(a) != claims(b)) return claims(a) > claims(b);
    const auto name_a = model.text(model[a.node].name);
    const auto name_b = model.text(model[b.node].name);
    return name_a != name_b ? name_a < name_b : a.node < b.node;
  });
}

Line line_of(const Asked& asked, NodeIndex row, const std::vector<NodeIndex>& columns, Total& all) {
  Line line{row, {}, {}};
  for (const Tie& tie : ties_of(asked, row)) {
    if (!has(columns, tie.step.to)) continue;
    all.add(tie);
    if (!is_counted(tie, asked.standings)) continue;
    line.counts.add(tie.standing);
    line.cells[tie.step.to].add(tie);
  }
  return line;
}

std::vector<Line> lines_of(const Asked& asked, const std::vector<NodeIndex>& rows,
                           const std::vector<NodeIndex>& columns, Total& all) {
  std::vector<Line> lines;
  for (const NodeIndex row : rows)
    if (Line line = line_of(asked, row, columns, all); !line.cells.empty()) lines.push_back(std::move(line));
  sort_by_claims(asked.graph.model(), lines, [](const Line& line) { return total(line.counts); });
  return lines;
}

std::vector<Heading> headings_of(const Model& model, const std::vector<Line>& lines) {
  std::map<NodeIndex, std::size_t> claims;
  for (const Line& line : lines)
    for (const auto& [column, cell] : line.cells) claims[column] += total(cell.counts);
  std::vector<Heading> headings;
  for (const auto& [column, count] : claims) headings.push_back({column, count});
  sort_by_claims(model, headings, [](const Heading& heading) { return heading.claims; });
  return headings;
}

std::vector<Column> columns_of(const Model& model, const std::vector<Heading>& headings) {
  std::vector<Column> columns = {
      {"id", "Id", Shown::only_in_csv}, {"name", "Name"}, {"kind", "Kind", Shown::only_in_csv}, {"claims", "Claims"}};
  for (const Heading& heading : headings)
    columns.push_back({std::string(model.text(model[heading.node].id)), std::to_string(columns.size() - 3),
                       Shown::everywhere, std::string(model.text(model[heading.node].name))});
  return columns;
}

void add_counts(Json& data, const HeldCounts& counts, const Standings& standings) {
  data["certain"] = counts.certainly;
  data["possible"] = counts.possibly;
  if (standings.standpoint().has_clock()) data["undated"] = counts.undated;
}

Json cell_json(const Model& model, NodeIndex column, const Cell& cell, const Standings& standings) {
  Json data = node_reference(model, column);
  add_counts(data, cell.counts, standings);
  data["relations"] = Json::array();
  for (const Tie& tie : cell.ties) data["relations"].push_back(step_json(model, tie.from, tie.step, standings));
  return data;
}

using Headings = std::shared_ptr<const std::vector<Heading>>;
using SharedLine = std::shared_ptr<const Line>;

Row row_of(const Model& model, const SharedLine& line, const Headings& headings, const SharedStandings& standings) {
  const Node& node = model[line->node];
  Row row;
  row.cells = {std::string(model.text(node.id)), std::string(model.text(node.name)), model.kind_of(node).name,
               amount_text(line->counts)};
  for (const Heading& heading : *headings) {
    const auto cell = line->cells.find(heading.node);
    row.cells.push_back(cell == line->cells.end() ? std::string() : amount_text(cell->second.counts));
  }
  row.data = [&model, line, headings, standings] {
    Json data = node_reference(model, line->node);
    add_counts(data, line->counts, *standings);
    data["cells"] = Json::array();
    for (const Heading& heading : *headings)
      if (const auto cell = line->cells.find(heading.node); cell != line->cells.end())
        data["cells"].push_back(cell_json(model, heading.node, cell->second, *standings));
    return data;
  };
  return row;
}

// "1 of 3 rows left out: no claim joins Ada Kim to a column"; many are "them".
template <typename Item>
void add_left_out(const Model& model, const std::vector<Item>& shown, std::vector<NodeIndex> chosen,
                  std::string_view what, std::string_view others, Table& table) {
  const std::string all = count_of(chosen.size(), what);
  std::set<NodeIndex> kept;
  for (const Item& item : shown) kept.insert(item.node);
  std::erase_if(chosen, [&](NodeIndex node) { return kept.contains(node); });
  if (shown.empty() || chosen.empty()) return;
  std::vector<std::string> names;
  for (const NodeIndex node : chosen) names.emplace_back(model.text(model[node].name));
  table.notes.push_back(fmt::format("{} of {} left out: no claim joins {} to {}", names.size(), all,
                                    names.size() <= most_named ? join(names, ", ") : "them", others));
}

std::vector<NodeIndex> chosen(const Model& model, std::span<const std::string> words, const Filter& filter,
                              Diagnostics& diagnostics) {
  std::vector<NodeIndex> nodes = select_all(model, words, diagnostics);
  std::erase_if(nodes, [&](NodeIndex node) { return !filter.keeps(node); });
  return nodes;
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  Table table;
  const Filter filter(model, arguments, diagnostics);
  const auto rows = chosen(model, arguments.all("--rows"), filter, diagnostics);
  const auto columns = chosen(model, arguments.all("--columns"), filter, diagnostics);
  const auto standings = std::make_shared<const Standings>(graph, standpoint_of(model, arguments, diagnostics));
  if (diagnostics.has_errors()) return table;

  Total all{{}, 0, std::vector<bool>(model.relations.size())};
  std::vector<Line> lines = lines_of({graph, filter, *standings}, rows, columns, all);
  add_left_out(model, lines, rows, "row", "a column", table);
  table.answers = lines.size();
  if (const std::size_t limit = arguments.number("--limit"); limit > 0 && limit < lines.size()) lines.resize(limit);
  const auto headings = std::make_shared<const std::vector<Heading>>(headings_of(model, lines));
  add_left_out(model, *headings, columns, "column", "a row that is shown", table);
  table.columns = columns_of(model, *headings);
  std::vector<SharedLine> shown;
  for (Line& line : lines) shown.push_back(std::make_shared<const Line>(std::move(line)));
  table.rows = rows_of(std::move(shown), [&model, headings, standings](const SharedLine& line) {
    return row_of(model, line, headings, standings);
  });
  table.when_empty = fmt::format("{} between {} and {}", none_words("claims", standings->standpoint()),
                                 count_of(rows.size(), "row"), count_of(columns.size(), "column"));
  add_notes(*standings, all.counts, table);
  add_denied_note(all.denied, table);
  filter.add_note(table);
  return table;
}

}  // namespace

extern const Verb matrix_verb;
constinit const Verb matrix_verb{.name = "matrix",
                                 .summary = "actors × initiatives: how many claims join each two",
                                 .example = "-g graphs/inter-korean matrix --rows ministry --columns task",
                                 .parameters = parameters,
                                 .run = run,
                                 .takes_filters = true,
                                 .noun = "row"};

}  // namespace throughline
