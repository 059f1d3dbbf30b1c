// SPDX-License-Identifier: Apache-2.0
// A million relations are sorted by numbers: counted out by their start, then each start's own by a key made of type,
// end and date. Texts are looked at only where these are equal.
#include <algorithm>
#include <tuple>

#include "base/parallel.hpp"
#include "base/text_order.hpp"
#include "model/resolver.hpp"
#include "model/rivals.hpp"

namespace throughline {
namespace {

constexpr std::size_t blocks = 64;  // of starts; a part of the work for one thread

struct Key {
  std::uint64_t order = 0;  // by type, end, date
  std::uint32_t relation = 0;
};

// Where each start's relations begin, and the end of all.
std::vector<std::uint32_t> first_of_each(std::span<const Relation> relations, std::size_t nodes) {
  std::vector<std::uint32_t> first(nodes + 1, 0);
  for (const Relation& relation : relations) ++first[position(relation.from) + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  return first;
}

// Starts are dealt into blocks of about equally many relations.
std::size_t first_start_of(std::size_t block, const std::vector<std::uint32_t>& first) {
  const std::size_t wanted = first.back() * block / blocks;
  return static_cast<std::size_t>(std::lower_bound(first.begin(), first.end(), wanted) - first.begin());
}

}  // namespace

void Resolver::sort_relations() {
  const std::span<const Relation> written = model_.relations;
  const std::vector<std::uint32_t> first = first_of_each(written, model_.nodes.size());
  const std::vector<std::uint16_t> date_rank = date_ranks();
  std::vector<Key> keys(written.size());
  std::vector<std::uint32_t> next(first.begin(), first.end());
  for (std::uint32_t i = 0; i < written.size(); ++i) {
    const Relation& relation = written[i];
    const std::uint64_t date = relation.when == none<DateIndex> ? 0 : date_rank[position(relation.when)];
    keys[next[position(relation.from)]++] = {std::uint64_t{static_cast<std::uint16_t>(relation.type)} << 48 |
                                                 std::uint64_t{static_cast<std::uint32_t>(relation.to)} << 16 | date,
                                             i};
  }
  std::vector<Relation> sorted(written.size());
  for_each_block(blocks, processors(), [&](std::size_t block) {
    const std::size_t last = first_start_of(block + 1, first);
    for (std::size_t start = first_start_of(block, first); start < last; ++start) {
      std::sort(keys.begin() + first[start], keys.begin() + first[start + 1], [&](const Key& a, const Key& b) {
        return a.order != b.order ? a.order < b.order : relation_before(written[a.relation], written[b.relation]);
      });
      for (std::size_t i = first[start]; i < first[start + 1]; ++i) sorted[i] = written[keys[i].relation];
    }
  });
  model_.relations = std::move(sorted);
  for (const Relation& relation : model_.relations)
    if (is_denial(relation)) model_.denials.push_back(model_.index_of(relation));
}

// By the text of each date; of more than 65,535 texts neighbours share a rank. No date has rank 0.
std::vector<std::uint16_t> Resolver::date_ranks() const {
  std::vector<std::string_view> texts;
  for (const WrittenDate& date : model_.dates) texts.push_back(text(date.text));
  const std::vector<std::uint32_t> ranks = ranks_of(texts);
  std::vector<std::uint16_t> narrow;
  const std::size_t share = ranks.size() / 0xFFFF + 1;
  for (const std::uint32_t rank : ranks) narrow.push_back(static_cast<std::uint16_t>(rank / share + 1));
  return narrow;
}

// Of relations with the same ends and type.
bool Resolver::relation_before(const Relation& a, const Relation& b) const {
  const auto rest = [this](const Relation& r) {
    return std::tuple(written(r.when), text(r.role), r.assertion, r.confidence, text(r.note));
  };
  if (rest(a) != rest(b)) return rest(a) < rest(b);
  const auto said = [this](const Relation& r) { return std::pair(said_by(r.citations), more_of(r)); };
  if (said(a) != said(b)) return said(a) < said(b);
  const auto place = [this](const Relation& r) { return std::pair(model_.inputs.name(r.at), r.at.offset); };
  return place(a) < place(b);
}

}  // namespace throughline
