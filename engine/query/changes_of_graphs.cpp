// SPDX-License-Identifier: Apache-2.0
#include "query/changes_of_graphs.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <span>

#include "model/rivals.hpp"
#include "query/changes_of_graphs_told.hpp"

namespace throughline {
namespace {

using Records = std::span<const TellableRecord>;

// By what two records of one key are taken for the same, the strictest first.
std::vector<std::vector<std::string_view>> identities_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::date: return {{"when"}, {}};
    case RecordKind::status: return {{"status", "when"}, {"status"}, {}};
    case RecordKind::relation: return {{"when", "role"}, {"role"}, {}};
    case RecordKind::node:
    case RecordKind::source: return {{}};
  }
  return {};
}

constexpr char separator = '\x1f';  // in no text that a file may hold

std::string all_of(const ComparedRecord& compared) {
  std::string text;
  for (const RecordField& field : compared.fields) text += field.name + separator + field.value + separator;
  for (const ToldCitation& citation : compared.citations) text += citation.text + separator;
  return text;
}

std::string identity_of(const ComparedRecord& compared, const std::vector<std::string_view>& names) {
  std::string text;
  for (const RecordField& field : compared.fields)
    if (std::find(names.begin(), names.end(), field.name) != names.end()) text += field.value + separator;
  return text;
}

// The records of one key, on both sides.
class Matching {
 public:
  Matching(std::vector<ComparedRecord> before, std::vector<ComparedRecord> after)
      : before_(std::move(before)), after_(std::move(after)) {}

  std::vector<RecordPair> pairs() {
    if (before_.empty() && after_.empty()) return {};
    const RecordKind kind = (before_.empty() ? after_ : before_).front().record.kind;
    match(all_of);
    for (const auto& names : identities_of(kind))
      match([&](const ComparedRecord& compared) { return identity_of(compared, names); });
    for (ComparedRecord& each : before_) pairs_.push_back({std::move(each), std::nullopt});
    for (ComparedRecord& each : after_) pairs_.push_back({std::nullopt, std::move(each)});
    return std::move(pairs_);
  }

 private:
  template <typename Identity>
  void match(Identity identity) {
    std::multimap<std::string, std::size_t> waiting;
    for (std::size_t i = 0; i < after_.size(); ++i) waiting.emplace(identity(after_[i]), i);
    std::set<std::size_t> taken;
    std::vector<ComparedRecord> left;
    for (ComparedRecord& each : before_) {
      const auto [at, end] = waiting.equal_range(identity(each));  // the first of equals
      if (at == end) {
        left.push_back(std::move(each));
        continue;
      }
      pairs_.push_back({std::move(each), std::move(after_[at->second])});
      taken.insert(at->second);
      waiting.erase(at);
    }
    before_ = std::move(left);
    left.clear();
    for (std::size_t i = 0; i < after_.size(); ++i)
      if (!taken.contains(i)) left.push_back(std::move(after_[i]));
    after_ = std::move(left);
  }

  std::vector<ComparedRecord> before_;
  std::vector<ComparedRecord> after_;
  std::vector<RecordPair> pairs_;
};

class GraphComparison {
 public:
  GraphComparison(const GraphVersion& before, const GraphVersion& after) : before_(before), after_(after) {}

  GraphChanges find() {
    for (const RecordKind kind : record_kinds) {
      const bool is_beside = before_.filter.asks_relations() && kind != RecordKind::relation;
      if (!is_beside) compare(records_of(before_.model, kind), records_of(after_.model, kind));
    }
    return std::move(found_);
  }

 private:
  void compare(const std::vector<TellableRecord>& before, const std::vector<TellableRecord>& after) {
    Records a = before;
    Records b = after;
    while (!a.empty() || !b.empty()) {
      const std::string key =
          b.empty() || (!a.empty() && a.front().key < b.front().key) ? a.front().key : b.front().key;
      for (RecordPair& pair : Matching(take(before_, key, a), take(after_, key, b)).pairs()) look_at(std::move(pair));
    }
  }

  static std::vector<ComparedRecord> take(const GraphVersion& version, const std::string& key, Records& rest) {
    std::vector<ComparedRecord> taken;
    for (; !rest.empty() && rest.front().key == key; rest = rest.subspan(1))
      if (keeps(version, rest.front()))
        taken.push_back(
            {rest.front(), fields_of(version.model, rest.front()), told_citations(version.model, rest.front())});
    return taken;
  }

  static bool keeps(const GraphVersion& version, const TellableRecord& record) {
    const Filter& filter = version.filter;
    if (record.node != none<NodeIndex>) return filter.keeps(record.node) && filter.is_about(record.node);
    return record.kind != RecordKind::relation || filter.is_about(version.model.relations[record.index]);
  }

  void look_at(RecordPair pair) {
    const TimeStanding before = standing_of(before_, pair.before);
    const TimeStanding after = standing_of(after_, pair.after);
    const Held held = std::max(before.held, after.held);
    std::vector<RecordChange> changes = changes_of(pair);
    if (held == Held::never) {
      (before.is_set_aside || after.is_set_aside ? found_.set_aside : found_.beside_the_question) += changes.size();
      return;
    }
    const auto shared = std::make_shared<const RecordPair>(std::move(pair));
    for (RecordChange& change : changes)
      found_.changes.push_back({change.kind, held, [before = &before_.model, after = &after_.model, shared, change] {
                                  return told(*before, *after, *shared, change);
                                }});
  }

  // A status is asked about like its node; when a source held, nobody asks.
  static TimeStanding standing_of(const GraphVersion& version, const std::optional<ComparedRecord>& side) {
    if (!side) return {.held = Held::never};
    const TellableRecord& record = side->record;
    if (record.kind == RecordKind::source) return {};
    if (record.kind == RecordKind::date) return version.standings.of(version.model.claims[record.index]);
    if (record.kind != RecordKind::relation) return version.standings.of(record.node);
    const RelationIndex relation{record.index};
    return is_denial(version.model[relation]) ? version.standings.of_denial(relation) : version.standings.of(relation);
  }

  const GraphVersion& before_;
  const GraphVersion& after_;
  GraphChanges found_;
};

}  // namespace

GraphChanges changes_of_graphs(const GraphVersion& before, const GraphVersion& after) {
  return GraphComparison(before, after).find();
}

}  // namespace throughline
