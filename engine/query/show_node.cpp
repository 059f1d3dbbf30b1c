// SPDX-License-Identifier: Apache-2.0
#include "query/shown_node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "model/status_over_time.hpp"
#include "query/evidence.hpp"
#include "query/together.hpp"

namespace throughline {
namespace {

constexpr std::string_view differing_section = "Claims that differ";
constexpr std::size_t label_cell = 2;

class Rendering {
 public:
  explicit Rendering(std::shared_ptr<const ShownNode> record)
      : record_(std::move(record)),
        model_(record_->model()),
        node_(record_->node()),
        standings_(record_->standings()),
        standpoint_(standings_.standpoint()) {}

  Table table() {
    add_facts();
    add_claims();
    add_differing();
    add_relations();
    table_.rows.front().data = [record = record_] { return json_of(*record); };
    return std::move(table_);
  }

 private:
  std::string_view text(StringId id) const { return model_.text(id); }

  Row& add_row(RecordRow record) {
    table_.rows.push_back(row_of(model_, std::move(record)));
    return table_.rows.back();
  }

  void add_fact(std::string_view field, std::string_view value) {
    if (!value.empty()) add_row({.section = heading_, .field = field, .value = std::string(value)});
  }

  void add_facts() {
    heading_ = fmt::format("{} ({})", text(node_.name), text(node_.id));
    add_row({.section = heading_,
             .field = "kind",
             .value = model_.kind_of(node_).name,
             .citations = node_.citations,
             .details = citation_lines(model_, node_.citations)});
    add_fact("type", text(node_.type));
    for (const LocalName& name : model_.names_of(node_))
      add_fact(fmt::format("name ({})", text(name.language)), text(name.text));
    for (const StringId alias : model_.aliases_of(node_)) add_fact("also", text(alias));
    add_fact("place", text(node_.place));
    add_fact("note", text(node_.note));
    add_fact("url", text(node_.url));
    for (const Property& property : model_.properties_of(node_)) add_fact(text(property.key), text(property.value));
    add_carriers();
  }

  void add_carriers() {
    std::vector<std::string> lines;
    for (const Carrier& carrier : record_->carriers())
      lines.push_back(fmt::format("{}: {}", text(model_[carrier.source].title), count_of(carrier.claims, "claim")));
    add_row({.section = heading_, .field = "sources", .value = std::to_string(lines.size()), .details = lines});
  }

  // All of them: also what does not fit the time that is asked about may be what is right.
  void add_claims() {
    if (standpoint_.asks_when()) add_status_then();
    for (const Claim& claim : model_.claims_of(node_))
      if (!record_->is_differing(&claim)) add_claim(claim, heading_);
  }

  void add_claim(const Claim& claim, const std::string& section) {
    std::vector<std::string> lines;
    if (claim.citations.count > 0) lines = citation_lines(model_, claim.citations);
    if (const auto words = model_.date_words(claim); !words.empty())
      lines.insert(lines.begin(), fmt::format("written: {}", words));
    const bool is_date = claim.about == Claim::About::when;
    const std::string date(model_.date_text(claim.date));
    Row& row = add_row({.section = section,
                        .field = is_date ? "when" : "status",
                        .value = is_date ? date : std::string(name(claim.status)),
                        .when = is_date ? "" : date,
                        .citations = claim.citations,
                        .details = lines});
    if (is_date && standpoint_.has_clock())
      add_held(standings_.of(claim), claim.date, row);
    else
      add_policy(standings_.of(claim), row);
  }

  void add_differing() {
    for (const auto& group : record_->differing_claims)
      for (const Claim* claim : group) add_claim(*claim, std::string(differing_section));
    for (const auto& group : record_->differing_relations)
      for (const Step& step : group)
        if (const TimeStanding standing = standings_.of(step.relation);
            standing.is_set_aside || record_->question->is_answer(standing))
          add_differing(step);
  }

  void add_differing(const Step& step) {
    const TimeStanding standing = standings_.of(step.relation);
    Row& row = add_relation(step);
    row.cells.front() = row.section = differing_section;
    row.cells[label_cell] = label_of(model_, step);
    if (standpoint_.has_clock())
      add_held(standing, model_.date_of(model_[step.relation]), row);
    else
      add_policy(standing, row);
  }

  void add_policy(const TimeStanding& standing, Row& row) const {
    if (standing.is_set_aside)
      row.details.insert(row.details.begin(), fmt::format("set aside by {}", policy_words(model_, standpoint_.policy)));
  }

  void add_held(const TimeStanding& standing, DateIndex when, Row& row) {
    row.cells.emplace_back(held_word(standing));
    add_policy(standing, row);
    if (standing.held == Held::undated || standing.is_denied || standing.is_set_aside) return;
    row.details.insert(row.details.begin(), sentence_of(standing));
    if (standing.by_tolerance) row.details.insert(row.details.begin() + 1, standings_.tolerance_text(when));
  }

  std::string sentence_of(const TimeStanding& standing) const {
    return fmt::format("{} {}", standing.held == Held::never ? "not" : held_word(standing), words(standpoint_));
  }

  void add_status_then() {
    const std::vector<StatusOn> statuses = standings_.statuses_of(node_);
    const auto claims = model_.claims_of(node_);
    const bool has_status = std::any_of(claims.begin(), claims.end(),
                                        [](const Claim& claim) { return claim.about == Claim::About::status; });
    if (statuses.empty() && has_status) add_fact(fmt::format("status {}", when_words(standpoint_)), "none known");
    for (const StatusOn& then : statuses) {
      const std::string verdict(together_text(then.verdict));
      add_fact(fmt::format("status {}", when_words(standpoint_)), fmt::format("{} ({})", name(then.status), verdict));
      Row& row = table_.rows.back();
      row.cells.push_back(verdict);
      if (then.by_tolerance) row.details.push_back(standings_.tolerance_text(model_.claims[then.claim].date));
    }
  }

  void add_relations() {
    HeldCounts counts;
    const std::size_t first = table_.rows.size();
    for (const Step& step : record_->steps) counts.add(standings_.of(step.relation));
    if (standings_.is_asked()) {
      for (const Held held : held_groups)
        if (held >= standings_.least()) add_relations([held](const TimeStanding& each) { return each.held == held; });
      add_relations([](const TimeStanding& each) { return each.is_denied; });
      add_notes(standings_, counts, table_);
    } else {
      add_relations([](const TimeStanding&) { return true; });
    }
    count_in_headings(table_, first);
  }

  template <typename Wanted>
  void add_relations(Wanted is_wanted) {
    for (const Step& step : record_->steps) {
      const TimeStanding standing = standings_.of(step.relation);
      if (!is_wanted(standing) || record_->is_differing(step)) continue;
      Row& row = add_relation(step);
      place_row(standings_, standing, row);
      const std::string held = standpoint_.has_clock() ? fmt::format(", {}", held_word(standing)) : "";
      row.section = fmt::format("Relations{}: {}", held, label_of(model_, step));
    }
  }

  Row& add_relation(const Step& step) {
    const Relation& relation = model_[step.relation];
    const std::string role = relation.role == StringId::empty ? "" : fmt::format(" ({})", text(relation.role));
    return add_row({.section = "Relations",
                    .field = label_of(model_, step),
                    .label = "",
                    .value = fmt::format("{}{}", text(model_[step.to].name), role),
                    .when = date_cell(model_, relation, standings_),
                    .certainty = name(standings_.certainty_of(step.relation)),
                    .citations = relation.citations,
                    .details = chain_details(model_, {record_->index, {step}}, standings_)});
  }

  std::shared_ptr<const ShownNode> record_;
  const Model& model_;
  const Node& node_;
  const Standings& standings_;
  const Standpoint& standpoint_;
  std::string heading_;
  Table table_ = record_table();
};

}  // namespace

Table node_record(SharedRecordQuestion question, NodeIndex node) {
  return Rendering(std::make_shared<const ShownNode>(std::move(question), node)).table();
}

}  // namespace throughline
