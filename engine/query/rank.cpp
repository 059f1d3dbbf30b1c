// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

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
  Scores (*compute)(const Network& network);
  // What --normalise divides by; null: it is normalised, or cannot be.
  double (*most)(double nodes, bool undirected) = nullptr;
  bool weighs = true;          // does it ask for the weights of arcs?
  bool is_undirected = false;  // always
};

constexpr Measure measures[] = {
    {"degree", degree, others},
    {"in-degree", in_degree, others},
    {"out-degree", out_degree, others},
    {"pagerank", pagerank},
    {"betweenness", [](const Network& network) { return betweenness(network, processors()); }, pairs_of_others},
    {.name = "closeness",
     .compute = [](const Network& network) { return closeness(network, processors()); },
     .weighs = false},
    {.name = "coreness", .compute = coreness, .weighs = false, .is_undirected = true},
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

struct Ranked {
  NodeIndex node;
  double score;
};

std::vector<Ranked> ranked_nodes(const Model& model, const Network& network, const Scores& scores,
                                 const std::vector<std::uint32_t>& shown) {
  std::vector<Ranked> ranked;
  for (const std::uint32_t node : shown) ranked.push_back({network.nodes[node], scores[node]});
  const auto key = [&](const Ranked& each) {
    return std::tuple(-each.score, model.text(model[each.node].name), each.node);
  };
  std::sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) { return key(a) < key(b); });
  return ranked;
}

// For people: the first row with five digits, the others as far behind the point as that.
int decimals_for(double greatest) {
  constexpr int digits = 5;
  if (greatest <= 0) return 0;
  return std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(greatest))), 0, 12);
}

bool is_whole(double score) { return score == std::floor(score); }

Json score_json(double score) { return is_whole(score) ? Json(static_cast<std::int64_t>(score)) : Json(score); }

Row row_of(const Model& model, const Ranked& ranked, std::size_t rank, int decimals) {
  const Node& node = model[ranked.node];
  Row row;
  row.cells = {
      std::to_string(rank),     std::string(model.text(node.id)), std::string(model.text(node.name)),
      model.kind_of(node).name, fmt::format("{}", ranked.score),  fmt::format("{:.{}f}", ranked.score, decimals)};
  row.data = [&model, ranked] {
    Json data = node_reference(model, ranked.node);
    data["score"] = score_json(ranked.score);
    return data;
  };
  return row;
}

// Nodes of one score share a rank, and the next has as many before it as its rank says.
void add_rows(const Model& model, const std::vector<Ranked>& ranked, std::size_t limit, Table& table) {
  table.answers = ranked.size();
  const bool all_whole =
      std::all_of(ranked.begin(), ranked.end(), [](const Ranked& each) { return is_whole(each.score); });
  const int decimals = all_whole ? 0 : decimals_for(ranked.front().score);
  const std::size_t rows = limit == 0 ? ranked.size() : std::min(limit, ranked.size());
  std::size_t rank = 1;
  for (std::size_t i = 0; i < rows; ++i) {
    if (i > 0 && ranked[i].score != ranked[i - 1].score) rank = i + 1;
    table.rows.push_back(row_of(model, ranked[i], rank, decimals));
  }
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = "no node fits --kind",
              .notes = {}};
  const Measure& measure = measure_of(arguments);
  const Network network = counted_network(graph, counting_of(measure, arguments), table);
  const auto shown = shown_nodes(model, network, arguments, table, diagnostics);
  if (diagnostics.has_errors()) return table;
  note_what_changes_nothing(measure, arguments, table);
  const Scores scores = scores_of(network, measure, arguments.has("--normalise"));
  add_rows(model, ranked_nodes(model, network, scores, shown), arguments.number("--limit"), table);
  return table;
}

}  // namespace

extern const Verb rank_verb;
constinit const Verb rank_verb{"rank", "nodes by how central they are: degree, PageRank, betweenness …",
                               "-g graphs/inter-korean rank --by betweenness --kind actor --limit 10", parameters, run};

}  // namespace throughline
