// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <optional>
#include <tuple>

#include "base/parallel.hpp"
#include "graph/measures.hpp"
#include "query/counted.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

constexpr std::string_view measure_names = "degree|in-degree|out-degree|pagerank|betweenness|closeness|coreness";

constexpr Parameter parameters[] = {
    {"--by", measure_names, "the measure", "degree"},
    {"--undirected", "", "take every relation both ways, not only those of symmetric types", ""},
    weight_parameter,
    {"--normalise", "", "divide by the most that a network of so many nodes allows", ""},
    kind_parameter,
};

constexpr Column columns[] = {
    {"rank", "Rank"}, {"id", "Id", Shown::only_in_csv},       {"name", "Name"},
    {"kind", "Kind"}, {"score", "Score", Shown::only_in_csv}, {"score", "Score", Shown::only_for_people}};

double others(double nodes, bool) { return nodes - 1; }
double pairs_of_others(double nodes, bool undirected) { return (nodes - 1) * (nodes - 2) / (undirected ? 2 : 1); }

struct Measure {
  std::string_view name;
  std::string_view words;  // what the score is, and of whom
  Scores (*compute)(const Network& network);
  // What --normalise divides by, and its words; null: it is normalised, or cannot be.
  double (*most)(double nodes, bool undirected) = nullptr;
  std::string_view most_words = {};
  bool weighs = true;          // does it ask for the weights of arcs?
  bool is_undirected = false;  // always
};

constexpr std::string_view other_nodes = "the number of other nodes";

constexpr Measure measures[] = {
    {"degree", "degree: neighbours, each way", degree, others, other_nodes},
    {"in-degree", "in-degree: from how many nodes relations arrive", in_degree, others, other_nodes},
    {"out-degree", "out-degree: to how many nodes relations leave", out_degree, others, other_nodes},
    {"pagerank", "PageRank (Page and others 1999), damping 0.85, sums to 1", pagerank},
    {"betweenness", "betweenness (Brandes 2001): shortest chains between two others that pass",
     [](const Network& network) { return betweenness(network, processors()); }, pairs_of_others,
     "the number of pairs of other nodes"},
    {.name = "closeness",
     .words = "closeness (Wasserman and Faust 1994), of those that can reach the node, between 0 and 1",
     .compute = [](const Network& network) { return closeness(network, processors()); },
     .weighs = false},
    {.name = "coreness",
     .words = "coreness (Seidman 1983)",
     .compute = coreness,
     .weighs = false,
     .is_undirected = true},
};
static_assert(lists_names(measure_names, measures));

const Measure& measure_of(const Arguments& arguments) {
  return *std::find_if(std::begin(measures), std::end(measures),
                       [&](const Measure& measure) { return measure.name == arguments.text("--by"); });
}

// To twelve digits: behind them stands the order of summation, which must not decide between equals.
double rounded(double score) {
  const std::string digits = fmt::format("{:.12g}", score);
  std::from_chars(digits.data(), digits.data() + digits.size(), score);
  return score;
}

Counting counting_of(const Measure& measure, const Arguments& arguments) {
  return {.undirected = measure.is_undirected || arguments.has("--undirected"),
          .each_relation = measure.weighs && arguments.text("--weight") == "count"};
}

Scores scores_of(const Network& network, const Measure& measure, bool normalise) {
  Scores scores = measure.compute(network);
  const double most =
      measure.most && normalise ? measure.most(static_cast<double>(scores.size()), network.undirected) : 1;
  for (double& score : scores) score = rounded(most > 0 ? score / most : score);
  return scores;
}

void note_what_changes_nothing(const Measure& measure, const Arguments& arguments, Table& table) {
  if (!measure.weighs && arguments.text("--weight") == "count")
    table.notes.push_back(
        fmt::format("{} takes several relations between two nodes as one: --weight changes nothing", measure.name));
  if (!measure.most && arguments.has("--normalise"))
    table.notes.push_back(fmt::format("{} is not divided by anything: --normalise changes nothing", measure.name));
}

// "betweenness (Brandes 2001): …; all relations both ways, several between two nodes as one; divided by …".
void note_computation(const Measure& measure, Counting counting, bool normalise, Table& table) {
  const std::string division = !measure.most ? ""
                               : normalise   ? fmt::format("; divided by {}", measure.most_words)
                                             : "; not normalised";
  table.notes.push_back(fmt::format("{}; {}{}", measure.words, counting_words(counting), division));
}

struct Ranked {
  NodeIndex node;
  std::optional<double> score;     // nothing: it comes only with what possibly held
  std::optional<double> possible;  // nothing: not asked
};

std::optional<double> score_in(const Network& network, const Scores& scores, NodeIndex node) {
  const auto number = number_in(network, node);
  return number ? std::optional(scores[*number]) : std::nullopt;
}

std::vector<Ranked> ranked_nodes(const Model& model, const CountedNetworks& counted, const Measure& measure,
                                 bool normalise, const std::vector<NodeIndex>& shown) {
  const Scores certain = scores_of(counted.certain, measure, normalise);
  const Scores possible = counted.possible ? scores_of(*counted.possible, measure, normalise) : Scores();
  std::vector<Ranked> ranked;
  for (const NodeIndex node : shown)
    ranked.push_back({node, score_in(counted.certain, certain, node),
                      counted.possible ? score_in(*counted.possible, possible, node) : std::nullopt});
  const auto key = [&](const Ranked& each) {
    return std::tuple(!each.score, -each.score.value_or(0), -each.possible.value_or(0),
                      model.text(model[each.node].name), each.node);
  };
  std::sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) { return key(a) < key(b); });
  return ranked;
}

bool is_whole(double score) { return score == std::floor(score); }

// For people: whole numbers as they are; otherwise the greatest with five digits, the others as far behind the point.
int decimals_for(const std::vector<Ranked>& ranked) {
  constexpr int digits = 5;
  double greatest = 0;
  bool all_whole = true;
  for (const Ranked& each : ranked)
    for (const double score : {each.score.value_or(0), each.possible.value_or(0)}) {
      greatest = std::max(greatest, score);
      all_whole = all_whole && is_whole(score);
    }
  if (all_whole) return 0;
  return std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(greatest))), 0, 12);
}

Json score_json(std::optional<double> score) {
  if (!score) return {};
  return is_whole(*score) ? Json(static_cast<std::int64_t>(*score)) : Json(*score);
}

// Exact for programs, with few digits for people.
void add_score_cells(std::optional<double> score, int decimals, Row& row) {
  row.cells.push_back(score ? fmt::format("{}", *score) : "");
  row.cells.push_back(score ? fmt::format("{:.{}f}", *score, decimals) : "–");
}

Row row_of(const Model& model, const Ranked& ranked, std::size_t rank, int decimals, const SharedStandings& standings) {
  const Node& node = model[ranked.node];
  Row row;
  row.cells = {std::to_string(rank), std::string(model.text(node.id)), std::string(model.text(node.name)),
               model.kind_of(node).name};
  add_score_cells(ranked.score, decimals, row);
  if (ranked.possible) add_score_cells(ranked.possible, decimals, row);
  const TimeStanding standing{ranked.score ? Held::certainly : Held::possibly};
  place_row(*standings, standing, row);
  row.data = [&model, ranked, standing, standings] {
    Json data = node_reference(model, ranked.node);
    data["score"] = score_json(ranked.score);
    if (ranked.possible) data["score_possible"] = score_json(ranked.possible);
    add_standing(data, *standings, standing, {});
    return data;
  };
  return row;
}

// Nodes of the same scores share a rank, and the next has as many before it as its rank says.
void add_rows(const Model& model, const std::vector<Ranked>& ranked, std::size_t limit,
              const SharedStandings& standings, Table& table) {
  const auto scores = [&](std::size_t i) { return std::pair(ranked[i].score, ranked[i].possible); };
  table.answers = ranked.size();
  const int decimals = decimals_for(ranked);
  const std::size_t rows = limit == 0 ? ranked.size() : std::min(limit, ranked.size());
  std::size_t rank = 1;
  for (std::size_t i = 0; i < rows; ++i) {
    if (i > 0 && scores(i) != scores(i - 1)) rank = i + 1;
    table.rows.push_back(row_of(model, ranked[i], rank, decimals, standings));
  }
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  const auto standings = std::make_shared<const Standings>(graph, standpoint_of(model, arguments, diagnostics));
  const Filter filter(model, arguments, diagnostics);
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = no_nodes_words(arguments, standings->standpoint()),
              .notes = {}};
  const Measure& measure = measure_of(arguments);
  const Counting counting = counting_of(measure, arguments);
  const CountedNetworks counted = counted_networks(graph, *standings, filter, counting, table);
  const auto shown = shown_nodes(model, counted.widest(), arguments, table, diagnostics);
  if (diagnostics.has_errors()) return table;
  const bool normalise = arguments.has("--normalise");
  note_computation(measure, counting, normalise, table);
  note_what_changes_nothing(measure, arguments, table);
  if (counted.possible) {
    table.columns.push_back({"score_possible", "", Shown::only_in_csv});
    table.columns.push_back({"score_possible", "If possible ones held too", Shown::only_for_people});
  }
  add_held_column(*standings, table);
  add_rows(model, ranked_nodes(model, counted, measure, normalise, shown), arguments.number("--limit"), standings,
           table);
  return table;
}

}  // namespace

extern const Verb rank_verb;
constinit const Verb rank_verb{"rank",
                               "nodes by how central they are: degree, PageRank, betweenness …",
                               "-g graphs/inter-korean rank --by betweenness --kind actor --limit 10",
                               parameters,
                               run,
                               true,
                               "node"};

}  // namespace throughline
