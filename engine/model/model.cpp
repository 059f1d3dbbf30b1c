// SPDX-License-Identifier: Apache-2.0
#include "model/model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace throughline {
namespace {

template <typename Entry>
const Entry* find_by_id(const std::vector<Entry>& entries, const StringPool& strings, std::string_view id) {
  const auto at =
      std::lower_bound(entries.begin(), entries.end(), id,
                       [&](const Entry& entry, std::string_view wanted) { return strings[entry.id] < wanted; });
  return at == entries.end() || strings[at->id] != id ? nullptr : &*at;
}

StringId words_in(const std::vector<UnplacedDate>& unplaced, std::ptrdiff_t index) {
  const auto at = std::lower_bound(unplaced.begin(), unplaced.end(), index,
                                   [](const UnplacedDate& date, std::ptrdiff_t wanted) { return date.index < wanted; });
  return at == unplaced.end() || at->index != index ? StringId::empty : at->words;
}

}  // namespace

std::span<const StringId> Definition::values(const StringPool& strings, std::string_view key) const {
  for (const Field& field : fields)
    if (strings[field.key] == key) return field.values;
  return {};
}

std::string_view Definition::text(const StringPool& strings, std::string_view key) const {
  const auto list = values(strings, key);
  return list.empty() ? std::string_view() : strings[list.front()];
}

std::size_t Definition::number(const StringPool& strings, std::string_view key, std::size_t fallback) const {
  const std::string_view digits = text(strings, key);
  std::from_chars(digits.data(), digits.data() + digits.size(), fallback);
  return fallback;
}

std::vector<const Claim*> Model::date_claims_of(const Node& node) const {
  std::vector<const Claim*> dated;
  for (const Claim& claim : claims_of(node))
    if (claim.about == Claim::About::when && claim.date != none<DateIndex>) dated.push_back(&claim);
  return dated;
}

const Node* Model::event_that_dates(const Relation& relation) const {
  const DatedBy end = type_of(relation).dated_by;
  if (relation.when != none<DateIndex> || end == DatedBy::none || !date_words(relation).empty()) return nullptr;
  const Node& node = (*this)[end == DatedBy::from ? relation.from : relation.to];
  return may_date(kind_of(node)) ? &node : nullptr;
}

DateIndex Model::date_of(const Relation& relation) const {
  const Node* event = event_that_dates(relation);
  return event ? event->when : relation.when;
}

std::string_view Model::date_text(DateIndex index) const {
  return index == none<DateIndex> ? std::string_view() : text((*this)[index].edtf);
}

std::string_view Model::date_words(const Claim& claim) const {
  if (claim.date == none<DateIndex>) return text(words_in(unplaced_claims, &claim - claims.data()));
  return (*this)[claim.date].is_relative ? text((*this)[claim.date].text) : std::string_view();
}

std::string_view Model::date_words(const Relation& relation) const {
  if (relation.when == none<DateIndex>) return text(words_in(unplaced_relations, &relation - relations.data()));
  return (*this)[relation.when].is_relative ? text((*this)[relation.when].text) : std::string_view();
}

NodeIndex Model::find_node(std::string_view id) const {
  const Node* node = find_by_id(nodes, strings, id);
  return node ? NodeIndex{static_cast<std::uint32_t>(node - nodes.data())} : none<NodeIndex>;
}

SourceIndex Model::find_source(std::string_view id) const {
  const Source* source = find_by_id(sources, strings, id);
  return source ? SourceIndex{static_cast<std::uint32_t>(source - sources.data())} : none<SourceIndex>;
}

const ViewDefinition* Model::find_view(std::string_view id) const { return find_by_id(views, strings, id); }

const QuestionDefinition* Model::find_question(std::string_view id) const { return find_by_id(questions, strings, id); }

std::string relation_words(std::string_view from, std::string_view type, std::string_view to) {
  return fmt::format("{} {} {}", from, type, to);
}

}  // namespace throughline
