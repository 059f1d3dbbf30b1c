// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "model/status_over_time.hpp"
#include "query/certainty.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
#include "query/standings.hpp"
#include "query/together.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {{"NODE", "", "id or name", "", true}};

constexpr Column columns[] = {{"section", "Section", Shown::only_in_csv},
                              {"field", "Field"},
                              {"value", "Value"},
                              {"when", "When"},
                              {"certainty", "Certainty"},
                              {"sources", "Sources", Shown::only_in_csv},
                              {"quotes", "Quotes", Shown::only_in_csv}};

class Record {
 public:
  Record(const Graph& graph, NodeIndex index, SharedStandings standings)
      : graph_(graph),
        model_(graph.model()),
        index_(index),
        node_(model_[index]),
        standings_(std::move(standings)),
        standpoint_(standings_->standpoint()) {}

  Table table() {
    add_facts();
    add_claims();
    add_relations();
    add_held_column(*standings_, table_);
    table_.rows.front().data = [&graph = graph_, index = index_, standings = standings_] {
      return Record(graph, index, standings).json();
    };
    return std::move(table_);
  }

 private:
  std::string_view text(StringId id) const { return model_.text(id); }

  Row& add_row(const std::string& section, std::string_view field, std::string_view value, std::string_view when = {},
               std::string_view certainty = {}, Slice citations = {}, std::vector<std::string> details = {}) {
    std::vector<std::string> sources;
    std::vector<std::string> quotes;
    for (const Citation& citation : model_.citations_of(citations)) {
      sources.emplace_back(text(model_[citation.source].id));
      quotes.emplace_back(text(citation.quote));
    }
    Row row;
    row.cells = {section,
                 std::string(field),
                 std::string(value),
                 std::string(when),
                 std::string(certainty),
                 join(sources, " | "),
                 join(quotes, " | ")};
    row.details = std::move(details);
    row.section = section;
    table_.rows.push_back(std::move(row));
    return table_.rows.back();
  }

  void add_fact(std::string_view field, std::string_view value) {
    if (!value.empty()) add_row(heading_, field, value);
  }

  void add_facts() {
    heading_ = fmt::format("{} ({})", text(node_.name), text(node_.id));
    add_row(heading_, "kind", model_.kind_of(node_).name, {}, {}, node_.citations,
            citation_lines(model_, node_.citations));
    add_fact("type", text(node_.type));
    for (const LocalName& name : model_.names_of(node_))
      add_fact(fmt::format("name ({})", text(name.language)), text(name.text));
    for (const StringId alias : model_.aliases_of(node_)) add_fact("also", text(alias));
    add_fact("place", text(node_.place));
    add_fact("note", text(node_.note));
    add_fact("url", text(node_.url));
    for (const Property& property : model_.properties_of(node_)) add_fact(text(property.key), text(property.value));
  }

  // All of them, side by side: also what does not fit the time that is asked about may be what is right.
  void add_claims() {
    if (standpoint_.asks_when()) add_status_then();
    for (const Claim& claim : model_.claims_of(node_)) {
      std::vector<std::string> lines;
      if (claim.citations.count > 0) lines = citation_lines(model_, claim.citations);
      if (const auto words = model_.date_words(claim); !words.empty())
        lines.insert(lines.begin(), fmt::format("written: {}", words));
      const bool is_date = claim.about == Claim::About::when;
      Row& row =
          add_row(heading_, is_date ? "when" : "status", is_date ? model_.date_text(claim.date) : name(claim.status),
                  is_date ? std::string_view() : model_.date_text(claim.date), {}, claim.citations, lines);
      if (is_date && standpoint_.has_clock()) add_held(standings_->of(claim), claim.date, row);
    }
  }

  void add_held(const TimeStanding& standing, DateIndex when, Row& row) {
    row.cells.emplace_back(held_word(standing));
    if (standing.held != Held::undated) row.details.insert(row.details.begin(), sentence_of(standing));
    if (standing.by_tolerance) row.details.insert(row.details.begin() + 1, standings_->tolerance_text(when));
  }

  std::string sentence_of(const TimeStanding& standing) const {
    return fmt::format("{} {}", standing.held == Held::never ? "not" : held_word(standing), words(standpoint_));
  }

  void add_status_then() {
    const std::vector<StatusOn> statuses = standings_->statuses_of(node_);
    const auto claims = model_.claims_of(node_);
    const bool has_status = std::any_of(claims.begin(), claims.end(),
                                        [](const Claim& claim) { return claim.about == Claim::About::status; });
    if (statuses.empty() && has_status)
      add_row(heading_, fmt::format("status {}", when_words(standpoint_)), "none known").cells.emplace_back();
    for (const StatusOn& then : statuses) {
      const std::string verdict(together_text(then.verdict));
      Row& row = add_row(heading_, fmt::format("status {}", when_words(standpoint_)),
                         fmt::format("{} ({})", name(then.status), verdict));
      row.cells.push_back(verdict);
      if (then.by_tolerance) row.details.push_back(standings_->tolerance_text(model_.claims[then.claim].date));
    }
  }

  void add_relations() {
    HeldCounts counts;
    const std::vector<Step> steps = sorted_steps();
    for (const Step& step : steps) counts.add(standings_->of(step.relation));
    if (!standings_->is_asked()) {
      for (const Step& step : steps) add_relation(step);
      return;
    }
    for (const Held held : held_groups)
      for (const Step& step : steps)
        if (standings_->of(step.relation).held == held && held >= standings_->least()) add_relation(step);
    for (const Step& step : steps)
      if (standings_->of(step.relation).is_denied) add_relation(step);
    add_notes(*standings_, counts, table_);
  }

  void add_relation(const Step& step) {
    const Relation& relation = model_[step.relation];
    const std::string role = relation.role == StringId::empty ? "" : fmt::format(" ({})", text(relation.role));
    Row& row = add_row("Relations", label_of(model_, step), fmt::format("{}{}", text(model_[step.to].name), role),
                       date_cell(model_, relation), name(certainty_of(model_, relation)), relation.citations,
                       chain_details(model_, {index_, {step}}, *standings_));
    const TimeStanding standing = standings_->of(step.relation);
    place_row(*standings_, standing, row);
    if (standpoint_.has_clock()) row.section = fmt::format("Relations, {}", held_word(standing));
  }

  // Grouped by what they say; within a group by time, then by name.
  std::vector<Step> sorted_steps() const {
    std::vector<Step> steps = graph_.steps_from(index_);
    const auto before_in_time = [&](const Relation& a, const Relation& b) {
      if ((a.when == none<DateIndex>) != (b.when == none<DateIndex>)) return b.when == none<DateIndex>;
      return a.when != none<DateIndex> && compare_in_time(model_[a.when].extent, model_[b.when].extent) < 0;
    };
    std::stable_sort(steps.begin(), steps.end(), [&](const Step& a, const Step& b) {
      if (label_of(model_, a) != label_of(model_, b)) return label_of(model_, a) < label_of(model_, b);
      if (before_in_time(model_[a.relation], model_[b.relation])) return true;
      if (before_in_time(model_[b.relation], model_[a.relation])) return false;
      return text(model_[a.to].name) < text(model_[b.to].name);
    });
    return steps;
  }

  Json text_json(StringId id) const { return id == StringId::empty ? Json() : Json(text(id)); }

  Json json() const {
    Json data = node_reference(model_, index_);
    data["type"] = text_json(node_.type);
    data["names"] = Json::object();
    for (const LocalName& name : model_.names_of(node_))
      data["names"][std::string(text(name.language))] = text(name.text);
    data["aliases"] = Json::array();
    for (const StringId alias : model_.aliases_of(node_)) data["aliases"].push_back(text(alias));
    data["when"] = date_json(model_, node_.when);
    data["status"] = node_.status == Status::none ? Json() : Json(name(node_.status));
    data["place"] = text_json(node_.place);
    data["note"] = text_json(node_.note);
    data["url"] = text_json(node_.url);
    data["properties"] = Json::object();
    for (const Property& property : model_.properties_of(node_))
      data["properties"][std::string(text(property.key))] = text(property.value);
    data["evidence"] = evidence_json(model_, node_.citations);
    data["claims"] = claims_json();
    add_standing(data, *standings_, standings_->of(index_), {&node_.when, 1});
    if (standpoint_.asks_when()) data["status_then"] = status_then_json();
    data["relations"] = Json::array();
    for (const Step& step : sorted_steps())
      if (is_answer(standings_->of(step.relation)))
        data["relations"].push_back(step_json(model_, index_, step, *standings_));
    return data;
  }

  bool is_answer(const TimeStanding& standing) const {
    return standing.is_denied || standing.held >= standings_->least();
  }

  Json status_then_json() const {
    Json list = Json::array();
    for (const StatusOn& then : standings_->statuses_of(node_)) {
      list.push_back({{"status", name(then.status)}});
      add_standing(list.back(), *standings_, {held_of(then.verdict), false, then.by_tolerance},
                   {&model_.claims[then.claim].date, 1});
    }
    return list;
  }

  Json claims_json() const {
    Json list = Json::array();
    for (const Claim& claim : model_.claims_of(node_)) {
      const bool is_date = claim.about == Claim::About::when;
      list.push_back({{"about", is_date ? "when" : "status"},
                      {"status", is_date ? Json() : Json(name(claim.status))},
                      {"when", date_json(model_, claim.date)},
                      {"evidence", evidence_json(model_, claim.citations)}});
      if (is_date) add_standing(list.back(), *standings_, standings_->of(claim), {&claim.date, 1});
    }
    return list;
  }

  const Graph& graph_;
  const Model& model_;
  NodeIndex index_;
  const Node& node_;
  SharedStandings standings_;
  const Standpoint& standpoint_;
  std::string heading_;
  Table table_{.columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = {}, .notes = {}};
};

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const NodeIndex node = select_node(graph.model(), arguments.text("NODE"), diagnostics);
  if (node == none<NodeIndex>)
    return {.columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = {}, .notes = {}};
  const Standpoint standpoint = standpoint_of(graph.model(), arguments, diagnostics);
  return Record(graph, node, std::make_shared<const Standings>(graph, standpoint)).table();
}

}  // namespace

extern const Verb show_verb;
constinit const Verb show_verb{"show", "one record: names, dates, relations, and each claim with its source",
                               "-g graphs/inter-korean show 통일부", parameters, run};

}  // namespace throughline
