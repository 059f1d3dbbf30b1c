// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "model/status_over_time.hpp"
#include "query/differing.hpp"
#include "query/evidence.hpp"
#include "query/show_record.hpp"
#include "query/together.hpp"

namespace throughline {
namespace {

constexpr std::string_view differing_section = "Claims that differ";
constexpr std::size_t label_cell = 2;

// A source, and how many claims of the record it carries.
struct Carrier {
  SourceIndex source;
  std::size_t claims = 0;
};

class Record {
 public:
  Record(SharedRecordQuestion question, NodeIndex index)
      : question_(std::move(question)),
        model_(question_->model),
        index_(index),
        node_(model_[index]),
        standings_(question_->standings),
        standpoint_(standings_.standpoint()),
        steps_(sorted_steps()),
        differing_claims_(differing_claims(model_, node_)),
        differing_relations_(differing_relations(model_, steps_)) {}

  Table table() {
    add_facts();
    add_claims();
    add_differing();
    add_relations();
    table_.rows.front().data = [question = question_, index = index_] { return Record(question, index).json(); };
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
    for (const Carrier& carrier : carriers())
      lines.push_back(fmt::format("{}: {}", text(model_[carrier.source].title), count_of(carrier.claims, "claim")));
    add_row({.section = heading_, .field = "sources", .value = std::to_string(lines.size()), .details = lines});
  }

  // Of all that is said of it, whatever time is asked about: the record itself is a claim, each date, status, relation.
  std::vector<Carrier> carriers() const {
    std::map<SourceIndex, std::size_t> counts;
    const auto add = [&](Slice citations) {
      std::set<SourceIndex> sources;
      for (const Citation& citation : model_.citations_of(citations)) sources.insert(citation.source);
      for (const SourceIndex source : sources) ++counts[source];
    };
    add(node_.citations);
    for (const Claim& claim : model_.claims_of(node_)) add(claim.citations);
    for (const Step& step : steps_) add(model_[step.relation].citations);
    std::vector<Carrier> carriers;
    for (const auto& [source, claims] : counts) carriers.push_back({source, claims});
    return carriers;
  }

  // All of them: also what does not fit the time that is asked about may be what is right.
  void add_claims() {
    if (standpoint_.asks_when()) add_status_then();
    for (const Claim& claim : model_.claims_of(node_))
      if (!is_differing(&claim)) add_claim(claim, heading_);
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

  bool is_differing(const Claim* claim) const {
    return std::any_of(differing_claims_.begin(), differing_claims_.end(), [claim](const auto& group) {
      return std::find(group.begin(), group.end(), claim) != group.end();
    });
  }

  bool is_differing(const Step& step) const {
    return std::any_of(differing_relations_.begin(), differing_relations_.end(), [&step](const auto& group) {
      return std::find(group.begin(), group.end(), step) != group.end();
    });
  }

  void add_differing() {
    for (const auto& group : differing_claims_)
      for (const Claim* claim : group) add_claim(*claim, std::string(differing_section));
    for (const auto& group : differing_relations_)
      for (const Step& step : group)
        if (const TimeStanding standing = standings_.of(step.relation);
            standing.is_set_aside || question_->is_answer(standing))
          add_differing(step);
  }

  void add_differing(const Step& step) {
    const TimeStanding standing = standings_.of(step.relation);
    Row& row = add_relation(step);
    row.cells.front() = row.section = differing_section;
    row.cells[label_cell] = label_of(model_, step);
    if (standpoint_.has_clock())
      add_held(standing, model_[step.relation].when, row);
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
    for (const Step& step : steps_) counts.add(standings_.of(step.relation));
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
    for (const Step& step : steps_) {
      const TimeStanding standing = standings_.of(step.relation);
      if (!is_wanted(standing) || is_differing(step)) continue;
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
                    .details = chain_details(model_, {index_, {step}}, standings_)});
  }

  // Grouped by what they say; within a group by time, then by name.
  std::vector<Step> sorted_steps() const {
    std::vector<Step> steps = question_->graph.steps_from(index_);
    std::erase_if(steps, [this](const Step& step) {
      return !question_->filter.keeps(model_[step.relation]) || !question_->filter.keeps(step.to);
    });
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

  Json json() const {
    Json data = node_reference(model_, index_);
    data["type"] = text_json(text(node_.type));
    data["names"] = Json::object();
    for (const LocalName& name : model_.names_of(node_))
      data["names"][std::string(text(name.language))] = text(name.text);
    data["aliases"] = Json::array();
    for (const StringId alias : model_.aliases_of(node_)) data["aliases"].push_back(text(alias));
    data["when"] = date_json(model_, node_.when);
    data["status"] = node_.status == Status::none ? Json() : Json(name(node_.status));
    data["place"] = text_json(text(node_.place));
    data["note"] = text_json(text(node_.note));
    data["url"] = text_json(text(node_.url));
    data["properties"] = Json::object();
    for (const Property& property : model_.properties_of(node_))
      data["properties"][std::string(text(property.key))] = text(property.value);
    data["evidence"] = evidence_json(model_, node_.citations);
    data["claims"] = claims_json();
    add_standing(data, standings_, standings_.of(index_), {&node_.when, 1});
    if (standpoint_.asks_when()) data["status_then"] = status_then_json();
    data["relations"] = Json::array();
    for (const Step& step : steps_)
      if (question_->is_answer(standings_.of(step.relation)))
        data["relations"].push_back(step_json(model_, index_, step, standings_));
    data["differing"] = differing_json();
    data["sources"] = Json::array();
    for (const Carrier& carrier : carriers())
      data["sources"].push_back({{"source", text(model_[carrier.source].id)},
                                 {"title", text(model_[carrier.source].title)},
                                 {"claims", carrier.claims}});
    return data;
  }

  Json differing_json() const {
    Json list = Json::array();
    for (const auto& group : differing_claims_) {
      Json claims = Json::array();
      for (const Claim* claim : group) claims.push_back(claim_json(*claim));
      list.push_back({{"about", group.front()->about == Claim::About::when ? "when" : "status"}, {"claims", claims}});
    }
    for (const auto& group : differing_relations_) {
      Json relations = Json::array();
      for (const Step& step : group)
        if (question_->is_answer(standings_.of(step.relation)))
          relations.push_back(step_json(model_, index_, step, standings_));
      list.push_back({{"about", "relation"}, {"relations", relations}});
    }
    return list;
  }

  Json status_then_json() const {
    Json list = Json::array();
    for (const StatusOn& then : standings_.statuses_of(node_)) {
      list.push_back({{"status", name(then.status)}});
      add_standing(list.back(), standings_, {held_of(then.verdict), false, then.by_tolerance},
                   {&model_.claims[then.claim].date, 1});
    }
    return list;
  }

  Json claims_json() const {
    Json list = Json::array();
    for (const Claim& claim : model_.claims_of(node_)) list.push_back(claim_json(claim));
    return list;
  }

  Json claim_json(const Claim& claim) const {
    const bool is_date = claim.about == Claim::About::when;
    Json data = {{"about", is_date ? "when" : "status"},
                 {"status", is_date ? Json() : Json(name(claim.status))},
                 {"when", date_json(model_, claim.date)},
                 {"evidence", evidence_json(model_, claim.citations)}};
    if (is_date) add_standing(data, standings_, standings_.of(claim), {&claim.date, 1});
    return data;
  }

  SharedRecordQuestion question_;
  const Model& model_;
  NodeIndex index_;
  const Node& node_;
  const Standings& standings_;
  const Standpoint& standpoint_;
  std::vector<Step> steps_;
  std::vector<std::vector<const Claim*>> differing_claims_;
  std::vector<std::vector<Step>> differing_relations_;
  std::string heading_;
  Table table_ = record_table();
};

}  // namespace

Table node_record(SharedRecordQuestion question, NodeIndex node) { return Record(std::move(question), node).table(); }

}  // namespace throughline
