// SPDX-License-Identifier: Apache-2.0
#include "query/search_ranking.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace throughline {

Search::Ranking::Ranking(const SearchIndex& index, BitSet candidates)
    : index_(index), candidates_(std::move(candidates)), best_(index.subject_count()) {
  candidates_.for_each([this](std::uint32_t) { ++size_; });
}

void Search::Ranking::offer(std::uint32_t subject, Match match, std::size_t words, const FieldText* text,
                            bool of_name) {
  if (!candidates_.has(subject)) return;
  const Group group = match == Match::slip ? Group::slips : of_name ? Group::names : Group::texts;
  const std::uint64_t key = first_key(group) | static_cast<std::uint64_t>(match) << 48U |
                            std::min<std::uint64_t>(words, 254) << 40U |
                            static_cast<std::uint64_t>(text->field) << 32U | index_.place[subject];
  if (key < best_[subject].key) best_[subject] = {key, text};
}

// Slips in several fields come after those in one.
void Search::Ranking::offer_apart(std::uint32_t subject, Match match) {
  const std::uint64_t words = match == Match::slip ? 255 : 0;
  const Group group = match == Match::slip ? Group::slips : Group::apart;
  const std::uint64_t key =
      first_key(group) | static_cast<std::uint64_t>(match) << 48U | words << 40U | index_.place[subject];
  if (key < best_[subject].key) best_[subject] = {key, nullptr};
}

std::size_t Search::Ranking::count(Match worst, bool of_names) const {
  const std::uint64_t end = first_key(of_names ? Group::texts : Group::apart);
  return static_cast<std::size_t>(std::count_if(
      best_.begin(), best_.end(), [&](const Best& best) { return best.key < end && match_of(best.key) <= worst; }));
}

std::vector<Hit> Search::Ranking::first(std::size_t limit) const {
  std::vector<Best> ranked;
  for (const Best& best : best_)
    if (best.key != Best().key) ranked.push_back(best);
  const std::size_t count = limit == 0 ? ranked.size() : std::min(limit, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end(),
                    [](const Best& a, const Best& b) { return a.key < b.key; });
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < count; ++i)
    hits.push_back({index_.by_name[ranked[i].key & 0xFFFFFFFFU], match_of(ranked[i].key), ranked[i].text});
  return hits;
}

}  // namespace throughline
