// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "check/coverage.hpp"
#include "graph/communities.hpp"
#include "model/rivals.hpp"
#include "query/figures.hpp"
#include "query/filter.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr std::string_view sections[] = {"nodes", "relations", "claims",  "dates",
                                         "span",  "evidence",  "sources", "network"};

constexpr std::string_view precision_words[] = {"moments", "days",    "months",   "seasons and quarters",
                                                "years",   "decades", "centuries"};
constexpr std::string_view precision_keys[] = {"moment", "day", "month", "season", "year", "decade", "century"};

class Statistics {
 public:
  Statistics(const Graph& graph, const Standings& standings, const Filter& filter)
      : graph_(graph),
        model_(graph.model()),
        standings_(standings),
        filter_(filter),
        figures_(standings),
        carried_(model_.sources.size()) {
    expect_all();
    for (std::uint32_t i = 0; i < model_.nodes.size(); ++i)
      if (filter_.keeps(NodeIndex{i}) && filter_.is_about(NodeIndex{i})) add_node(NodeIndex{i});
    for (std::uint32_t i = 0; i < model_.relations.size(); ++i)
      if (filter_.is_about(model_.relations[i])) add_relation(RelationIndex{i});
    add_sources();
    add_network();
  }

  Table table() {
    figures_.add_share({"evidence", "sourced"}, {"evidence", "claims"});
    figures_.add_share({"evidence", "quoted"}, {"evidence", "claims"});
    if (span_.earliest) figures_.put({"span", "earliest"}, "earliest day", print_day(*span_.earliest));
    if (span_.latest) figures_.put({"span", "latest"}, "latest day", print_day(*span_.latest));
    Table table = figures_.table(sections);
    if (standings_.is_asked()) add_notes(standings_, node_counts_, table, Counted::nodes);
    if (standings_.is_asked()) add_notes(standings_, relation_counts_, table);
    filter_.add_note(table);
    return table;
  }

 private:
  // Nothing is worth knowing, too.
  void expect_all() {
    figures_.expect({"nodes", "all"}, "all nodes");
    for (const Kind& kind : model_.vocabulary.kinds()) figures_.expect({"nodes", kind.name}, kind.plural);
    figures_.expect({"relations", "all"}, "all relations");
    figures_.expect({"dates", "all"}, "all dates");
    figures_.expect({"evidence", "claims"}, "nodes and relations");
    figures_.expect({"evidence", "sourced"}, "with a source");
    figures_.expect({"evidence", "quoted"}, "with a quote");
  }

  bool counts(const TimeStanding& standing) const { return standing.held >= standings_.least(); }

  void add_node(NodeIndex index) {
    const Node& node = model_[index];
    const TimeStanding standing = standings_.of(index);
    node_counts_.add(standing);
    if (!counts(standing)) return;
    nodes_.push_back(index);
    const std::string& kind = model_.kind_of(node).name;
    const std::string type(model_.text(node.type));
    figures_.count({"nodes", "all"}, "all nodes", standing);
    figures_.count({"nodes", kind}, model_.kind_of(node).plural, standing);
    if (!type.empty())
      figures_.count({"nodes", kind, type}, fmt::format("{}: {}", model_.kind_of(node).plural, type), standing);
    add_evidence(node.citations, standing);
    for (const Claim& claim : model_.claims_of(node))
      if (filter_.is_carried(citations_of(node, claim))) add_claim(claim, standing);
    if (model_.date_claims_of(node).empty())
      figures_.count({"dates", "undated", "nodes"}, "nodes without a date", standing);
  }

  // A status stands as its node does.
  void add_claim(const Claim& claim, const TimeStanding& of_node) {
    const bool is_date = claim.about == Claim::About::when;
    const TimeStanding standing = is_date ? standings_.of(claim) : of_node;
    if (!counts(standing)) return;
    if (is_date) figures_.count({"claims", "date"}, "dates of nodes", standing);
    if (!is_date)
      figures_.count({"claims", "status", std::string(name(claim.status))},
                     fmt::format("nodes said to be {}", name(claim.status)), standing);
    add_date(claim.date, standing);
    add_carried(claim.citations, standing);
  }

  // What is denied counts as denied, and among what needs a source.
  void add_relation(RelationIndex index) {
    const Relation& relation = model_[index];
    const TimeStanding standing = standings_.of(index);
    relation_counts_.add(standing);
    const bool is_denied = is_denial(relation);
    const TimeStanding counted = is_denied ? standings_.of_denial(index) : standing;
    if (!counts(counted)) return;
    add_evidence(relation.citations, counted);
    const std::string assertion(name(relation.assertion));
    figures_.count({"claims", "relation", assertion}, fmt::format("relations {}", assertion), counted);
    if (is_denied) return;
    relations_.push_back(index);
    const RelationType& type = model_.type_of(relation);
    figures_.count({"relations", "all"}, {}, counted);
    figures_.count({"relations", "type", type.name}, type.name, counted);
    const std::string confidence(name(relation.confidence));
    figures_.count({"claims", "confidence", confidence}, confidence_words(relation.confidence), counted);
    const DateIndex when = model_.date_of(relation);
    if (relation.when == none<DateIndex> && when != none<DateIndex>)
      figures_.count({"dates", "by_event"}, "relations dated by their event", counted);
    add_date(relation.when, counted);
    if (when == none<DateIndex>) figures_.count({"dates", "undated", "relations"}, "relations without a date", counted);
  }

  static std::string_view confidence_words(Confidence confidence) {
    constexpr std::string_view words[] = {"relations that a source states", "relations inferred", "relations doubtful"};
    return words[static_cast<int>(confidence)];
  }

  void add_evidence(Slice citations, const TimeStanding& standing) {
    figures_.count({"evidence", "claims"}, {}, standing);
    if (is_sourced(citations)) figures_.count({"evidence", "sourced"}, {}, standing);
    if (is_quoted(model_, citations)) figures_.count({"evidence", "quoted"}, {}, standing);
    add_carried(citations, standing);
  }

  // A claim counts once for each source that carries it, a quote as often as it is cited.
  void add_carried(Slice citations, const TimeStanding& standing) {
    std::set<SourceIndex> seen;
    for (const Citation& citation : model_.citations_of(citations)) {
      Carried& carried = carried_[position(citation.source)];
      if (seen.insert(citation.source).second) carried.claims.add(standing);
      if (citation.quote != StringId::empty) carried.quotes.add(standing);
    }
  }

  void add_date(DateIndex when, const TimeStanding& standing) {
    if (when == none<DateIndex>) return;
    const WrittenDate& date = model_[when];
    const Extent& extent = date.extent;
    figures_.count({"dates", "all"}, {}, standing);
    const auto precision = static_cast<std::size_t>(extent.precision);
    if (std::holds_alternative<Date>(date.value.value))
      figures_.count({"dates", std::string(precision_keys[precision])}, precision_words[precision], standing);
    if (std::holds_alternative<Interval>(date.value.value))
      figures_.count({"dates", "interval"}, "intervals", standing);
    if (std::holds_alternative<Set>(date.value.value))
      figures_.count({"dates", "set"}, "one or all of several", standing);
    const std::pair<bool, std::string_view> features[] = {{extent.uncertain, "uncertain"},
                                                          {extent.approximate, "approximate"},
                                                          {extent.ongoing, "ongoing"},
                                                          {extent.end_unknown, "of unknown end"},
                                                          {date.is_relative, "told by others"}};
    for (const auto& [has, words] : features)
      if (has) figures_.count({"dates", "marked", std::string(words)}, words, standing);
    widen(extent);
  }

  void widen(const Extent& extent) {
    const std::optional<Day> first = extent.start.earliest ? extent.start.earliest : extent.end.earliest;
    const std::optional<Day> last = extent.end.latest ? extent.end.latest : extent.start.latest;
    if (first && (!span_.earliest || *first < *span_.earliest)) span_.earliest = first;
    if (last && (!span_.latest || *last > *span_.latest)) span_.latest = last;
  }

  void add_sources() {
    figures_.put({"sources", "all"}, "all sources", model_.sources.size());
    for (std::uint32_t i = 0; i < model_.sources.size(); ++i) {
      const Source& source = model_.sources[i];
      const std::string id(model_.text(source.id));
      const std::string published =
          source.published == none<DateIndex> ? "undated" : std::string(model_.date_text(source.published));
      const std::string words = fmt::format("{} ({})", model_.text(source.title), published);
      figures_.add({"sources", "claims", id}, fmt::format("claims of {}", words), carried_[i].claims);
      figures_.add({"sources", "quotes", id}, fmt::format("quotes from {}", words), carried_[i].quotes);
    }
  }

  // Of what certainly is there, and with what may be: neither number bounds the other.
  void add_network() {
    add_network(Held::undated, "", standings_.is_asked() ? ", of all that may be" : "");
    if (standings_.is_asked()) add_network(Held::certainly, "certain", ", of what certainly is");
  }

  void add_network(Held least, const std::string& of, std::string_view suffix) {
    std::set<NodeIndex> nodes;
    std::vector<RelationIndex> relations;
    for (const NodeIndex node : nodes_)
      if (standings_.of(node).held >= least) nodes.insert(node);
    for (const RelationIndex relation : relations_)
      if (standings_.of(relation).held >= least) relations.push_back(relation);
    for (const RelationIndex relation : relations) nodes.insert({model_[relation].from, model_[relation].to});
    if (nodes.empty()) return;
    Passage passage(model_.relations.size());
    for (const RelationIndex relation : relations) passage.allow(relation, {.forward = true, .backward = true});
    std::optional<Graph> part;  // a graph of a million relations is not built twice
    if (nodes.size() < model_.nodes.size()) part.emplace(model_, std::vector(nodes.begin(), nodes.end()), relations);
    const Groups groups = strong_components(network_of(part ? *part : graph_, passage, {.undirected = true}));
    const double degree = 2.0 * static_cast<double>(relations.size()) / static_cast<double>(nodes.size());
    figures_.put({"network", "components", of}, fmt::format("components{}", suffix),
                 std::set(groups.begin(), groups.end()).size());
    figures_.put({"network", "average_degree", of}, fmt::format("relations a node on average{}", suffix),
                 std::round(degree * 100) / 100);
  }

  struct Carried {
    HeldCounts claims;
    HeldCounts quotes;
  };

  const Graph& graph_;
  const Model& model_;
  const Standings& standings_;
  const Filter& filter_;
  Figures figures_;
  HeldCounts node_counts_;
  HeldCounts relation_counts_;
  std::vector<NodeIndex> nodes_;  // that count
  std::vector<RelationIndex> relations_;
  std::vector<Carried> carried_;  // by source
  Bounds span_;
};

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  const Standings standings(graph, standpoint_of(model, arguments, diagnostics));
  const Filter filter(model, arguments, diagnostics);
  return Statistics(graph, standings, filter).table();
}

}  // namespace

extern const Verb stats_verb;
constinit const Verb stats_verb{.name = "stats",
                                .summary = "the graph in figures: nodes, relations, dates, sources, what rests on them",
                                .example = "-g graphs/inter-korean stats",
                                .parameters = {},
                                .run = run,
                                .takes_filters = true,
                                .noun = "figure"};

}  // namespace throughline
