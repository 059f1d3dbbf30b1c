// SPDX-License-Identifier: Apache-2.0
#include "query/changes_in_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "query/changes_in_time_told.hpp"

namespace throughline {
namespace {

class TimeComparison {
 public:
  TimeComparison(const Graph& graph, const Filter& filter, const SharedStandings& before, const SharedStandings& after)
      : graph_(graph),
        model_(graph.model()),
        filter_(filter),
        before_(before),
        after_(after),
        teller_(model_, before, after) {}

  TimeChanges find() {
    if (!filter_.asks_relations())
      for (std::uint32_t i = 0; i < model_.nodes.size(); ++i)
        if (filter_.keeps(NodeIndex{i}) && filter_.is_about(NodeIndex{i})) compare_node(NodeIndex{i});
    for (std::uint32_t i = 0; i < model_.relations.size();) i = compare_run(i);
    add_notes();
    return std::move(found_);
  }

 private:
  // --- nodes

  void compare_node(NodeIndex index) {
    const Node& node = model_[index];
    if (const auto change = compare("node", {before_->of(index), after_->of(index)}))
      found_.changes.push_back({change->kind, change->held, [teller = teller_, index] { return teller.node(index); }});
    const bool asks_when = before_->standpoint().asks_when();
    if (asks_when) compare_status(index);
    for (std::size_t i = node.claims.first; i < node.claims.end(); ++i) {
      const bool is_date = model_.claims[i].about == Claim::About::when;
      // As of a date, the node stands as its dates do, and its status as compared above.
      if (is_date ? is_by_knowledge() : !asks_when) compare_claim(index, i);
    }
  }

  bool is_by_knowledge() const { return before_->standpoint().known_by != after_->standpoint().known_by; }

  void compare_claim(NodeIndex node, std::size_t claim) {
    const std::string_view what = model_.claims[claim].about == Claim::About::when ? "date" : "status";
    if (const auto change = compare(what, {before_->of(model_.claims[claim]), after_->of(model_.claims[claim])}))
      found_.changes.push_back(
          {change->kind, change->held, [teller = teller_, node, claim] { return teller.claim(node, claim); }});
  }

  // --- the status as of then

  void compare_status(NodeIndex index) {
    const Statuses before = before_->statuses_of(model_[index]);
    const Statuses after = after_->statuses_of(model_[index]);
    if (before.empty() && after.empty()) return;
    if (says_the_same(before, after)) {
      if (!is_told(after)) ++undecided_["status"];
      return;
    }
    const ChangeKind kind = before.empty()  ? ChangeKind::added
                            : after.empty() ? ChangeKind::withdrawn
                                            : ChangeKind::changed;
    found_.changes.push_back(
        {kind, can_be_the_same(before, after) ? Held::possibly : Held::certainly,
         [teller = teller_, index, before, after] { return teller.status(index, before, after); }});
  }

  static bool is_told(const Statuses& statuses) {
    return statuses.size() == 1 && statuses[0].verdict == Verdict::certain;
  }

  static bool says_the_same(const Statuses& a, const Statuses& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const StatusOn& x, const StatusOn& y) {
      return x.status == y.status && x.verdict == y.verdict;
    });
  }

  // Where none is certain, none at all is one more that may be.
  static bool can_be_the_same(const Statuses& a, const Statuses& b) {
    if (!is_told(a) && !is_told(b)) return true;
    return std::any_of(a.begin(), a.end(), [&](const StatusOn& x) {
      return std::any_of(b.begin(), b.end(), [&](const StatusOn& y) { return x.status == y.status; });
    });
  }

  // --- relations: those of the same ends and type stand side by side in the model

  std::uint32_t compare_run(std::uint32_t first) {
    const auto key = [this](std::uint32_t i) {
      return std::tuple(model_.relations[i].from, model_.relations[i].type, model_.relations[i].to);
    };
    std::map<std::string_view, Statement> by_role;
    std::uint32_t i = first;
    for (; i < model_.relations.size() && key(i) == key(first); ++i)
      if (takes_part(RelationIndex{i})) add(RelationIndex{i}, by_role);
    compare(by_role);
    return i;
  }

  bool takes_part(RelationIndex index) {
    const Relation& relation = model_[index];
    if (!filter_.is_about(relation)) return false;
    if (before_->of(index).is_set_aside || after_->of(index).is_set_aside) ++set_aside_;
    if (!is_denial(relation)) return true;
    ++denied_;
    return false;
  }

  void add(RelationIndex relation, std::map<std::string_view, Statement>& by_role) const {
    const Sides here{before_->of(relation), after_->of(relation)};
    Statement& statement = by_role[model_.text(model_[relation].role)];
    const bool is_first = statement.relations.empty();
    statement.relations.push_back(relation);
    if (is_first || here.before.held > statement.standing.before.held) statement.standing.before = here.before;
    if (is_first || here.after.held > statement.standing.after.held) statement.standing.after = here.after;
  }

  // Those of the roles given up and taken up are paired in the order of the roles.
  void compare(const std::map<std::string_view, Statement>& by_role) {
    std::vector<Moved> added;
    std::vector<Moved> withdrawn;
    for (const auto& [role, statement] : by_role)
      if (const auto change = compare("relation", statement.standing))
        (change->kind == ChangeKind::added ? added : withdrawn).push_back({&statement, change->held});
    const std::size_t pairs = std::min(added.size(), withdrawn.size());
    for (std::size_t i = 0; i < pairs; ++i) add_role_change(withdrawn[i], added[i]);
    for (std::size_t i = pairs; i < added.size(); ++i) add(ChangeKind::added, added[i]);
    for (std::size_t i = pairs; i < withdrawn.size(); ++i) add(ChangeKind::withdrawn, withdrawn[i]);
  }

  struct Moved {
    const Statement* statement;
    Held held;
  };

  void add(ChangeKind kind, const Moved& moved) {
    found_.changes.push_back(
        {kind, moved.held, [teller = teller_, of = *moved.statement] { return teller.relation(of); }});
  }

  void add_role_change(const Moved& from, const Moved& to) {
    found_.changes.push_back(
        {ChangeKind::changed, std::min(from.held, to.held),
         [teller = teller_, a = *from.statement, b = *to.statement] { return teller.role(a, b); }});
  }

  // --- what cannot be told

  std::optional<HeldChange> compare(std::string_view what, const Sides& standing) {
    const auto& [before, after] = standing;
    if (before.held == Held::undated || after.held == Held::undated) ++undated_[what];
    if (before.held == Held::possibly && after.held == Held::possibly) ++undecided_[what];
    return change_between(before.held, after.held);
  }

  void add_notes() {
    add_counts(undated_, is_by_knowledge() ? "without a dated source" : "without a date");
    add_counts(undecided_, "possibly so on both sides: whether they changed is not known");
    if (denied_ > 0)
      found_.notes.push_back(fmt::format("{} denied or disproven: not compared", count_of(denied_, "relation")));
    if (set_aside_ > 0)
      found_.notes.push_back(set_aside_text(model_, before_->standpoint().policy, set_aside_, Counted::relations));
    if (!is_by_knowledge()) add_between();
  }

  // What came and went leaves no difference between the two days, and yet something happened.
  void add_between() {
    const auto [first, last] = std::minmax({stated(*before_), stated(*after_)},
                                           [](const Bounds& a, const Bounds& b) { return a.latest < b.latest; });
    if (!first.latest || !last.earliest || *first.latest + 1 >= *last.earliest) return;
    Standpoint between = before_->standpoint();
    between.as_of.reset();
    between.during = Edtf{Interval{date_on(*first.latest + 1), date_on(*last.earliest - 1)}};
    const Standings standings(graph_, between);
    HeldCounts counts;
    for (std::uint32_t i = 0; i < model_.relations.size(); ++i) {
      const RelationIndex relation{i};
      const bool held_at_neither =
          before_->of(relation).held == Held::never && after_->of(relation).held == Held::never;
      if (held_at_neither && filter_.is_about(model_[relation])) counts.add(standings.of(relation));
    }
    if (counts.certainly + counts.possibly > 0)
      found_.notes.push_back(fmt::format("{} certainly, {} more possibly held only in between: --during asks for them",
                                         count_of(counts.certainly, "relation"), counts.possibly));
  }

  static Bounds stated(const Standings& standings) {
    const Standpoint& asked = standings.standpoint();
    const Extent extent = extent_of(asked.as_of ? *asked.as_of : *asked.during);
    return {extent.start.earliest, extent.end.latest};
  }

  void add_counts(const std::map<std::string_view, std::size_t>& counts, std::string_view why) {
    std::vector<std::string> told;
    for (const auto& [what, count] : counts) told.push_back(counted(count, what));
    if (!told.empty()) found_.notes.push_back(fmt::format("{} {}", join(told, ", "), why));
  }

  const Graph& graph_;
  const Model& model_;
  const Filter& filter_;
  const SharedStandings& before_;
  const SharedStandings& after_;
  TimeTeller teller_;
  TimeChanges found_;
  std::map<std::string_view, std::size_t> undated_;
  std::map<std::string_view, std::size_t> undecided_;
  std::size_t denied_ = 0;
  std::size_t set_aside_ = 0;
};

}  // namespace

TimeChanges changes_in_time(const Graph& graph, const Filter& filter, const SharedStandings& before,
                            const SharedStandings& after) {
  return TimeComparison(graph, filter, before, after).find();
}

std::optional<HeldChange> change_between(Held before, Held after) {
  if (before == after || before == Held::undated || after == Held::undated) return std::nullopt;
  const bool is_sure = std::min(before, after) == Held::never && std::max(before, after) == Held::certainly;
  return HeldChange{after > before ? ChangeKind::added : ChangeKind::withdrawn,
                    is_sure ? Held::certainly : Held::possibly};
}

}  // namespace throughline
