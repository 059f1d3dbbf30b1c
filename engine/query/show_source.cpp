// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/certainty.hpp"
#include "query/evidence.hpp"
#include "query/show_record.hpp"

namespace throughline {
namespace {

using NodeClaim = std::pair<NodeIndex, const Claim*>;

// What a document carries: the nodes it is cited for, their dates and statuses, relations; in the order of the model.
class SourceRecord {
 public:
  SourceRecord(SharedRecordQuestion question, SourceIndex index)
      : question_(std::move(question)),
        model_(question_->model),
        standings_(question_->standings),
        index_(index),
        source_(model_[index]) {
    for (std::uint32_t i = 0; i < model_.nodes.size(); ++i)
      if (question_->filter.keeps(NodeIndex{i})) take_node(NodeIndex{i});
    for (std::uint32_t i = 0; i < model_.relations.size(); ++i)
      if (carries(model_.relations[i].citations) && question_->filter.keeps(model_.relations[i]))
        relations_.push_back(RelationIndex{i});
  }

  Table table() {
    add_facts();
    const std::size_t first = table_.rows.size();
    add_nodes();
    add_claims();
    add_relations();
    count_in_headings(table_, first);
    table_.rows.front().data = [question = question_, index = index_] { return SourceRecord(question, index).json(); };
    return std::move(table_);
  }

 private:
  std::string_view text(StringId id) const { return model_.text(id); }

  // One citation after another: of two quotes from this source both are shown.
  std::vector<Slice> own(Slice citations) const {
    std::vector<Slice> found;
    for (std::uint32_t i = citations.first; i < citations.end(); ++i)
      if (model_.citations[i].source == index_) found.push_back({i, 1});
    return found;
  }
  bool carries(Slice citations) const { return !own(citations).empty(); }

  void take_node(NodeIndex node) {
    if (carries(model_[node].citations)) nodes_.push_back(node);
    for (const Claim& claim : model_.claims_of(model_[node]))
      if (carries(claim.citations)) claims_.emplace_back(node, &claim);
  }

  std::vector<std::string> quotes(Slice citations) const {
    std::vector<std::string> lines;
    for (const Slice citation : own(citations))
      for (const std::string& line : citation_lines(model_, citation)) lines.push_back(line);
    return lines;
  }

  Json evidence(Slice citations) const {
    Json list = Json::array();
    for (const Slice citation : own(citations))
      for (Json& each : evidence_json(model_, citation)) list.push_back(std::move(each));
    return list;
  }

  std::string_view publisher() const {
    return text(source_.publisher_node == none<NodeIndex> ? source_.publisher : model_[source_.publisher_node].name);
  }

  void add_fact(std::string_view field, std::string_view value) {
    const std::string heading = fmt::format("{} ({})", text(source_.title), text(source_.id));
    if (!value.empty())
      table_.rows.push_back(row_of(model_, {.section = heading, .field = field, .value = std::string(value)}));
  }

  void add_facts() {
    add_fact("kind", "source");
    add_fact("publisher", publisher());
    add_fact("published", model_.date_text(source_.published));
    if (standings_.standpoint().known_by) add_fact("known", known_words());
    add_fact("language", text(source_.language));
    add_fact("url", text(source_.url));
    add_fact("note", text(source_.note));
    add_fact("text", text(source_.text_path));
    add_fact("carries",
             fmt::format("{}, {}, {}", count_of(nodes_.size(), "record"),
                         count_of(claims_.size(), "date or status claim"), count_of(relations_.size(), "relation")));
  }

  void add_row(RecordRow record, Slice citations, const TimeStanding& standing) {
    record.citations = citations;
    for (std::string& line : quotes(citations)) record.details.push_back(std::move(line));
    Row row = row_of(model_, std::move(record));
    if (standings_.standpoint().has_clock()) row.cells.emplace_back(held_word(standing));
    table_.rows.push_back(std::move(row));
  }

  // "not known by 2020": what it alone tells is not known then.
  std::string known_words() const {
    const TimeStanding standing = standings_.of(index_);
    return fmt::format("{}{}",
                       standing.held == Held::certainly ? ""
                       : standing.held == Held::never   ? "not "
                                                        : "possibly ",
                       throughline::known_words(standings_.standpoint()));
  }

  // Under one heading, or where something is asked about time under one for each way in which they stand; what does not
  // is counted.
  template <typename Thing, typename StandingOf, typename Add>
  HeldCounts add_in_groups(const std::vector<Thing>& things, std::string_view heading, StandingOf standing_of,
                           Add add) {
    HeldCounts counts;
    for (const Thing& thing : things) counts.add(standing_of(thing));
    const bool has_clock = standings_.standpoint().has_clock();
    for (const Held held : held_groups)
      for (const Thing& thing : things)
        if (standing_of(thing).held == held && held >= standings_.least())
          add(thing, has_clock ? fmt::format("{}, {}", heading, held_word(held)) : std::string(heading));
    return counts;
  }

  void add_nodes() {
    const auto standing_of = [this](NodeIndex node) { return standings_.of(node); };
    const HeldCounts counts =
        add_in_groups(nodes_, "Records", standing_of,
                      [this](NodeIndex node, const std::string& heading) { add_node(node, heading); });
    if (!nodes_.empty()) add_notes(standings_, counts, table_, Counted::nodes);
  }

  // A status stands as its node does.
  TimeStanding standing_of(const NodeClaim& said) const {
    return said.second->about == Claim::About::when ? standings_.of(*said.second) : standings_.of(said.first);
  }

  void add_claims() {
    const HeldCounts counts = add_in_groups(
        claims_, "Dates and statuses", [this](const NodeClaim& said) { return standing_of(said); },
        [this](const NodeClaim& said, const std::string& heading) { add_claim(said.first, *said.second, heading); });
    const std::size_t unsure = standings_.least() == Held::certainly ? counts.possibly + counts.undated : 0;
    if (const std::size_t left_out = counts.never + counts.set_aside + unsure; left_out > 0)
      table_.notes.push_back(fmt::format("{} of a date or status left out", count_of(left_out, "claim")));
  }

  void add_node(NodeIndex node, const std::string& heading) {
    add_row({.section = "Records",
             .heading = heading,
             .field = model_.kind_of(model_[node]).name,
             .value = std::string(text(model_[node].name))},
            model_[node].citations, standings_.of(node));
  }

  void add_claim(NodeIndex node, const Claim& claim, const std::string& heading) {
    const bool is_date = claim.about == Claim::About::when;
    const std::string status = is_date ? "" : fmt::format(": {}", name(claim.status));
    add_row({.section = "Dates and statuses",
             .heading = heading,
             .field = is_date ? "when" : "status",
             .value = fmt::format("{}{}", text(model_[node].name), status),
             .when = std::string(model_.date_text(claim.date))},
            claim.citations, standing_of({node, &claim}));
  }

  void add_relations() {
    const auto standing_of = [this](RelationIndex relation) { return standings_.of(relation); };
    const HeldCounts counts =
        add_in_groups(relations_, "Relations", standing_of,
                      [this](RelationIndex relation, const std::string& heading) { add_relation(relation, heading); });
    for (const RelationIndex relation : relations_)
      if (standings_.of(relation).is_denied) add_relation(relation, "Relations, denied");
    add_notes(standings_, counts, table_);
  }

  void add_relation(RelationIndex index, const std::string& heading) {
    const Relation& relation = model_[index];
    const Step step{index, relation.to};
    const std::string role = relation.role == StringId::empty ? "" : fmt::format(" ({})", text(relation.role));
    const bool is_sure = standings_.certainty_of(index) == Verdict::certain;
    add_row({.section = "Relations",
             .heading = heading,
             .field = label_of(model_, step),
             .label = "",
             .value = fmt::format("{} {} {}{}", text(model_[relation.from].name), label_of(model_, step),
                                  text(model_[relation.to].name), role),
             .when = date_cell(model_, relation, standings_),
             .certainty = name(standings_.certainty_of(index)),
             .details = is_sure ? std::vector<std::string>{} : std::vector{caveat_of(model_, relation)}},
            relation.citations, standings_.of(index));
  }

  Json json() const {
    Json data = {{"id", text(source_.id)},
                 {"name", text(source_.title)},
                 {"kind", "source"},
                 {"publisher", text_json(publisher())},
                 {"published", date_json(model_, source_.published)},
                 {"language", text_json(text(source_.language))},
                 {"url", text_json(text(source_.url))},
                 {"note", text_json(text(source_.note))},
                 {"text", text_json(text(source_.text_path))},
                 {"records", Json::array()},
                 {"claims", Json::array()},
                 {"relations", Json::array()}};
    if (standings_.standpoint().known_by)
      add_standing(data, standings_, standings_.of(index_), {&source_.published, 1});
    for (const NodeIndex node : nodes_)
      if (question_->is_answer(standings_.of(node))) data["records"].push_back(node_json(node));
    for (const NodeClaim& said : claims_)
      if (question_->is_answer(standing_of(said))) data["claims"].push_back(claim_json(said.first, *said.second));
    for (const RelationIndex relation : relations_)
      if (question_->is_answer(standings_.of(relation)))
        data["relations"].push_back(
            step_json(model_, model_[relation].from, {relation, model_[relation].to}, standings_));
    return data;
  }

  Json node_json(NodeIndex node) const {
    Json data = node_reference(model_, node);
    data["evidence"] = evidence(model_[node].citations);
    add_standing(data, standings_, standings_.of(node), {&model_[node].when, 1});
    return data;
  }

  Json claim_json(NodeIndex node, const Claim& claim) const {
    const bool is_date = claim.about == Claim::About::when;
    Json data = {{"node", node_reference(model_, node)},
                 {"about", is_date ? "when" : "status"},
                 {"status", is_date ? Json() : Json(name(claim.status))},
                 {"when", date_json(model_, claim.date)},
                 {"evidence", evidence(claim.citations)}};
    add_standing(data, standings_, standing_of({node, &claim}), {&claim.date, 1});
    return data;
  }

  SharedRecordQuestion question_;
  const Model& model_;
  const Standings& standings_;
  SourceIndex index_;
  const Source& source_;
  std::vector<NodeIndex> nodes_;
  std::vector<NodeClaim> claims_;
  std::vector<RelationIndex> relations_;
  Table table_ = record_table();
};

}  // namespace

Table source_record(SharedRecordQuestion question, SourceIndex source) {
  return SourceRecord(std::move(question), source).table();
}

}  // namespace throughline
