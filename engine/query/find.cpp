// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <tuple>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/standings.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"TEXT", "…", "what to look for: any script, part of a word, small slips forgiven", "", true}};

constexpr Column columns[] = {{"id", "Id"},     {"name", "Name"},   {"kind", "Kind"},
                              {"type", "Type"}, {"where", "Where"}, {"text", "Text"}};

// Best first: the whole name, its beginning, the beginning of a word, any part, a slip of the pen.
enum class Rank { whole, beginning, word, part, near };

std::optional<Rank> rank_of(const std::string& folded, const std::string& wanted, bool forgives) {
  if (folded == wanted) return Rank::whole;
  if (folded.starts_with(wanted)) return Rank::beginning;
  const std::size_t at = folded.find(wanted);
  if (at != std::string::npos) return is_letter_or_digit(character_before(folded, at)) ? Rank::part : Rank::word;
  const std::string_view candidate = folded;
  if (forgives && !nearest(wanted, std::span(&candidate, 1)).empty()) return Rank::near;
  return std::nullopt;
}

struct Hit {
  NodeIndex node;
  Rank rank;
  int field;  // name, other name, alias, id, quote
  std::string_view where;
  std::string_view text;
};

class Search {
 public:
  Search(const Graph& graph, std::string_view text)
      : graph_(graph), model_(graph.model()), wanted_(fold_for_search(text)) {}

  std::vector<Hit> hits() {
    for (std::uint32_t i = 0; i < model_.nodes.size(); ++i) look_at(NodeIndex{i});
    const auto key = [this](const Hit& hit) {
      return std::tuple(hit.rank, hit.field, model_.text(model_[hit.node].name), hit.node);
    };
    std::sort(hits_.begin(), hits_.end(), [&](const Hit& a, const Hit& b) { return key(a) < key(b); });
    return std::move(hits_);
  }

 private:
  void look_at(NodeIndex index) {
    const Node& node = model_[index];
    best_.reset();
    offer(index, 0, "name", node.name, true);
    for (const LocalName& name : model_.names_of(node)) offer(index, 1, model_.text(name.language), name.text, true);
    for (const StringId alias : model_.aliases_of(node)) offer(index, 2, "alias", alias, true);
    offer(index, 3, "id", node.id, true);
    offer(index, 4, "note", node.note, false);
    for (const Citation& citation : model_.citations_of(node.citations))
      offer(index, 5, "quote", citation.quote, false);
    for (const Claim& claim : model_.claims_of(node))
      for (const Citation& citation : model_.citations_of(claim.citations))
        offer(index, 5, "quote", citation.quote, false);
    for (const Step& step : graph_.steps_from(index))
      if (step.direction == Direction::forward) look_at_relation(index, model_[step.relation]);
    if (best_) hits_.push_back(*best_);
  }

  void look_at_relation(NodeIndex index, const Relation& relation) {
    offer(index, 6, "role", relation.role, false);
    offer(index, 7, "note of a relation", relation.note, false);
    for (const Citation& citation : model_.citations_of(relation.citations))
      offer(index, 8, "quote of a relation", citation.quote, false);
  }

  void offer(NodeIndex node, int field, std::string_view where, StringId text, bool forgives) {
    if (text == StringId::empty) return;
    const auto rank = rank_of(fold_for_search(model_.text(text)), wanted_, forgives);
    if (!rank) return;
    const Hit hit{node, *rank, field, where, model_.text(text)};
    const auto key = [](const Hit& h) { return std::tuple(h.field > 3, h.rank, h.field); };  // a name beats a quote
    if (!best_ || key(hit) < key(*best_)) best_ = hit;
  }

  const Graph& graph_;
  const Model& model_;
  std::string wanted_;
  std::optional<Hit> best_;
  std::vector<Hit> hits_;
};

Row row_of(const Model& model, const Hit& hit, const SharedStandings& standings) {
  const Node& node = model[hit.node];
  Row row;
  row.cells = {std::string(model.text(node.id)), std::string(model.text(node.name)),
               model.kind_of(node).name,         std::string(model.text(node.type)),
               std::string(hit.where),           std::string(hit.text)};
  place_row(*standings, standings->of(hit.node), row);
  if (standings->of(hit.node).by_tolerance) row.details.push_back(standings->tolerance_text(node.when));
  row.data = [&model, hit, standings] {
    Json data = node_reference(model, hit.node);
    data["type"] = model[hit.node].type == StringId::empty ? Json() : Json(model.text(model[hit.node].type));
    data["where"] = hit.where;
    data["text"] = hit.text;
    add_standing(data, *standings, standings->of(hit.node), {&model[hit.node].when, 1});
    return data;
  };
  return row;
}

// The best group first, within it the best match.
void add_standing_rows(const Model& model, const std::vector<Hit>& hits, const SharedStandings& standings,
                       Table& table) {
  HeldCounts counts;
  for (const Hit& hit : hits) counts.add(standings->of(hit.node));
  for (const Held held : held_groups)
    for (const Hit& hit : hits)
      if (standings->of(hit.node).held == held && held >= standings->least())
        table.rows.push_back(row_of(model, hit, standings));
  add_held_column(*standings, table);
  add_notes(*standings, counts, table, Counted::nodes);
  if (!hits.empty()) table.when_empty = "nothing that was found is left of this question about time";
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  const auto words = arguments.all("TEXT");
  const std::string text = join(words, " ");
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = fmt::format("nothing in names, aliases, notes and quotes is like `{}`", text),
              .notes = {}};
  if (fold_for_search(trim(text)).empty()) return table;
  const auto standings = std::make_shared<const Standings>(graph, standpoint_of(model, arguments, diagnostics));
  const std::vector<Hit> hits = Search(graph, text).hits();
  if (standings->is_asked()) {
    add_standing_rows(model, hits, standings, table);
  } else {
    for (const Hit& hit : hits) table.rows.push_back(row_of(model, hit, standings));
  }
  return table;
}

}  // namespace

extern const Verb find_verb;
constinit const Verb find_verb{"find", "search in names, aliases, notes and quotes",
                               "-g graphs/inter-korean find 하나재단", parameters, run};

}  // namespace throughline
