// SPDX-License-Identifier: Apache-2.0
#include "query/changes_in_time_told.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "query/certainty.hpp"
#include "query/evidence.hpp"
#include "query/together.hpp"

namespace throughline {
namespace {

// What says so on one side: its dates, its sources.
class Grounds {
 public:
  explicit Grounds(const Model& model) : model_(model) {}

  void add(DateIndex when) {
    if (when != none<DateIndex>) dates_.emplace_back(model_.date_text(when));
  }
  void add(Slice citations) {
    if (citations.count == 0) return;
    for (std::string& line : citation_lines(model_, citations)) lines_.push_back(std::move(line));
    for (Json& each : evidence_json(model_, citations)) evidence_.push_back(std::move(each));
  }

  ChangeSide side(const TimeStanding& standing) {
    if (standing.held == Held::never)
      return {"not", {}, {{"held", "never"}, {"when", Json::array()}, {"evidence", Json::array()}}};
    if (lines_.empty()) lines_.emplace_back("no source");
    const std::string dates = dates_.empty() ? "" : fmt::format(" ({})", join(dates_, ", "));
    return {fmt::format("{}{}", held_word(standing), dates),
            std::move(lines_),
            {{"held", held_word(standing)}, {"when", dates_}, {"evidence", std::move(evidence_)}}};
  }

 private:
  const Model& model_;
  std::vector<std::string> dates_;
  std::vector<std::string> lines_;
  Json evidence_ = Json::array();
};

}  // namespace

ChangeTold TimeTeller::of_node(std::string_view what, NodeIndex node) const {
  ChangeTold told{.what = what};
  told.words =
      fmt::format("{}{}{}", model_.kind_of(model_[node]).name, what == "node" ? "" : " ", what == "node" ? "" : what);
  told.subject = model_.text(model_[node].name);
  told.subject_id = model_.text(model_[node].id);
  told.subject_data = node_reference(model_, node);
  return told;
}

ChangeTold TimeTeller::node(NodeIndex index) const {
  const Node& node = model_[index];
  ChangeTold told = of_node("node", index);
  const auto side = [&](const Standings& standings) {
    Grounds grounds(model_);
    grounds.add(node.citations);
    for (const Claim* claim : model_.date_claims_of(node)) {
      grounds.add(claim->date);
      grounds.add(claim->citations);
    }
    return grounds.side(standings.of(index));
  };
  told.before = side(*before_);
  told.after = side(*after_);
  add_tolerance({before_->of(index), after_->of(index)}, node.when, told);
  return told;
}

ChangeTold TimeTeller::claim(NodeIndex node, std::size_t index) const {
  const Claim& claim = model_.claims[index];
  const bool is_date = claim.about == Claim::About::when;
  ChangeTold told = of_node(is_date ? "date" : "status", node);
  const auto side = [&](const Standings& standings) {
    Grounds grounds(model_);
    grounds.add(claim.date);
    grounds.add(claim.citations.count > 0 ? claim.citations : model_[node].citations);
    ChangeSide made = grounds.side(standings.of(claim));
    if (!is_date) made.data["status"] = name(claim.status);
    if (!is_date && standings.of(claim).held != Held::never)
      made.text = fmt::format("{}: {}", name(claim.status), made.text);
    return made;
  };
  told.before = side(*before_);
  told.after = side(*after_);
  return told;
}

ChangeTold TimeTeller::status(NodeIndex node, const Statuses& before, const Statuses& after) const {
  ChangeTold told = of_node("status", node);
  told.before = side_of(node, before);
  told.after = side_of(node, after);
  for (const Statuses* statuses : {&before, &after})
    for (const StatusOn& on : *statuses)
      add_tolerance({{}, {Held::possibly, false, on.by_tolerance}}, model_.claims[on.claim].date, told);
  return told;
}

ChangeSide TimeTeller::side_of(NodeIndex node, const Statuses& statuses) const {
  ChangeSide side{.text = statuses.empty() ? "none known" : "",
                  .evidence = {},
                  .data = {{"statuses", Json::array()}, {"evidence", Json::array()}}};
  for (const StatusOn& on : statuses) {
    side.text += fmt::format("{}{} ({})", side.text.empty() ? "" : ", ", name(on.status), together_text(on.verdict));
    side.data["statuses"].push_back({{"status", name(on.status)}, {"held", together_text(on.verdict)}});
    const Slice own = model_.claims[on.claim].citations;
    const Slice citations = own.count > 0 ? own : model_[node].citations;
    for (std::string& line : citation_lines(model_, citations)) side.evidence.push_back(std::move(line));
    for (Json& each : evidence_json(model_, citations)) side.data["evidence"].push_back(std::move(each));
  }
  return side;
}

ChangeTold TimeTeller::of_relation(RelationIndex index) const {
  const Relation& relation = model_[index];
  ChangeTold told{.what = "relation", .words = "relation"};
  told.subject = statement_of(model_, index);
  told.subject_id = relation_words(model_.text(model_[relation.from].id), model_.type_of(relation).name,
                                   model_.text(model_[relation.to].id));
  told.subject_data = relation_reference(model_, index);
  return told;
}

ChangeTold TimeTeller::relation(const Statement& statement) const {
  ChangeTold told = of_relation(statement.relations.front());
  const StringId role = model_[statement.relations.front()].role;
  if (role != StringId::empty) told.subject += fmt::format(" as {}", model_.text(role));
  told.subject_data["role"] = text_json(model_.text(role));
  told.before = side_of(statement, *before_, statement.standing.before);
  told.after = side_of(statement, *after_, statement.standing.after);
  add_remarks(statement, told);
  return told;
}

ChangeTold TimeTeller::role(const Statement& from, const Statement& to) const {
  ChangeTold told = of_relation(from.relations.front());
  told.field = "role";
  told.words = "role";
  told.before = side_of(from, *before_, from.standing.before);
  told.after = side_of(to, *after_, to.standing.after);
  const auto add_role = [this](const Statement& statement, ChangeSide& side) {
    const StringId role = model_[statement.relations.front()].role;
    side.text = fmt::format("{}: {}", role == StringId::empty ? "no role" : model_.text(role), side.text);
    side.data["role"] = text_json(model_.text(role));
  };
  add_role(from, told.before);
  add_role(to, told.after);
  add_remarks(from, told);
  add_remarks(to, told);
  return told;
}

// Of the relations that stand best on that side.
ChangeSide TimeTeller::side_of(const Statement& statement, const Standings& standings, const TimeStanding& best) const {
  Grounds grounds(model_);
  for (const RelationIndex relation : statement.relations)
    if (standings.of(relation).held == best.held) {
      grounds.add(model_.date_of(model_[relation]));
      grounds.add(model_[relation].citations);
    }
  return grounds.side(best);
}

void TimeTeller::add_remarks(const Statement& statement, ChangeTold& told) const {
  for (const RelationIndex relation : statement.relations) {
    const bool is_sure = both(before_->certainty_of(relation), after_->certainty_of(relation)) == Verdict::certain;
    if (!is_sure) told.remarks.push_back(caveat_of(model_, model_[relation]));
    add_tolerance({before_->of(relation), after_->of(relation)}, model_.date_of(model_[relation]), told);
  }
}

void TimeTeller::add_tolerance(const Sides& standing, DateIndex when, ChangeTold& told) const {
  if (standing.before.by_tolerance) told.remarks.push_back(before_->tolerance_text(when));
  if (standing.after.by_tolerance && !standing.before.by_tolerance)
    told.remarks.push_back(after_->tolerance_text(when));
}

}  // namespace throughline
