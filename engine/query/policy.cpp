// SPDX-License-Identifier: Apache-2.0
#include "query/policy.hpp"

#include <algorithm>
#include <set>

namespace throughline {
namespace {

// Two documents of one publisher are one voice; one that names no publisher is a voice of its own.
std::size_t count_publishers(const Model& model, std::span<const SourceIndex> sources) {
  std::set<std::pair<StringId, SourceIndex>> voices;
  for (const SourceIndex source : sources) {
    const StringId publisher = model[source].publisher;
    voices.emplace(publisher, publisher == StringId::empty ? source : none<SourceIndex>);
  }
  return voices.size();
}

}  // namespace

bool Picks::sets_aside(RelationIndex index) const {
  if (!policy_.is_asked()) return false;
  const auto support_of = [&](RelationIndex each) { return Support{model_[each].confidence, model_[each].citations}; };
  const std::vector<RelationIndex> rivals = rivals_of(model_, index);
  return std::any_of(rivals.begin(), rivals.end(),
                     [&](RelationIndex rival) { return beats(support_of(rival), support_of(index)); });
}

bool Picks::sets_aside(const Node& node, const Claim& claim) const {
  if (!policy_.is_asked()) return false;
  const auto support_of = [&](const Claim& each) { return Support{Confidence::stated, citations_of(node, each)}; };
  const std::vector<const Claim*> rivals = rivals_of(model_, node, claim);
  return std::any_of(rivals.begin(), rivals.end(),
                     [&](const Claim* rival) { return beats(support_of(*rival), support_of(claim)); });
}

bool Picks::beats(const Support& rival, const Support& claim) const {
  if (rival.citations.count > 0 && sources_of(rival.citations).empty()) return false;
  if (policy_.choice == Policy::Choice::source) return is_carried(rival) && !is_carried(claim);
  return is_better(rival, claim);
}

bool Picks::is_carried(const Support& claim) const {
  const std::vector<SourceIndex> sources = sources_of(claim.citations);
  return std::find(sources.begin(), sources.end(), policy_.source) != sources.end();
}

bool Picks::is_better(const Support& a, const Support& b) const {
  if (a.confidence != b.confidence) return a.confidence < b.confidence;
  const std::vector<SourceIndex> of_a = sources_of(a.citations);
  const std::vector<SourceIndex> of_b = sources_of(b.citations);
  const std::pair weight_a(count_publishers(model_, of_a), of_a.size());
  const std::pair weight_b(count_publishers(model_, of_b), of_b.size());
  return weight_a != weight_b ? weight_a > weight_b : is_later(a, b);
}

// One source of `a` that certainly came out after each of `b`.
bool Picks::is_later(const Support& a, const Support& b) const {
  const auto came_after = [&](SourceIndex late, SourceIndex early) {
    const DateIndex dates[] = {model_[late].published, model_[early].published};
    return dates[0] != none<DateIndex> && dates[1] != none<DateIndex> &&
           after(model_[dates[0]].value, model_[dates[1]].value, model_.reading).verdict == Verdict::certain;
  };
  const std::vector<SourceIndex> of_a = sources_of(a.citations);
  const std::vector<SourceIndex> of_b = sources_of(b.citations);
  return std::any_of(of_a.begin(), of_a.end(), [&](SourceIndex late) {
    return !of_b.empty() &&
           std::all_of(of_b.begin(), of_b.end(), [&](SourceIndex early) { return came_after(late, early); });
  });
}

// Those that may be heard, each once.
std::vector<SourceIndex> Picks::sources_of(Slice citations) const {
  std::vector<SourceIndex> sources;
  for (const Citation& citation : model_.citations_of(citations))
    if (counts_(citation.source)) sources.push_back(citation.source);
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

}  // namespace throughline
