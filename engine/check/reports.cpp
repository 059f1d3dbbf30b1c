// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "check/dated.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

bool is_plan(Status status) { return status == Status::planned || status == Status::proposed; }

// A plan is told before it comes to pass, and so is what is or was planned of a node.
bool is_plan(const Model& model, const Node& node) {
  const auto claims = model.claims_of(node);
  return std::any_of(claims.begin(), claims.end(), [](const Claim& claim) { return is_plan(claim.status); });
}

// One source that tells of it is enough, but an inference is told only by the last of its sources.
enum class RestsOn : std::uint8_t { one_source, all_sources };

class Reports {
 public:
  Reports(const Model& model, Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

  void check(DateIndex date, Slice citations, std::string_view subject, RestsOn rests_on = RestsOn::one_source) {
    if (date == none<DateIndex>) return;
    const auto all = model_.citations_of(citations);
    const auto is_dated = [&](const Citation& each) { return model_[each.source].published != none<DateIndex>; };
    const auto is_older = [&](const Citation& each) { return is_dated(each) && was_published_before(date, each); };
    looked_at_ += static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_dated));
    if (rests_on == RestsOn::all_sources && !std::all_of(all.begin(), all.end(), is_older)) return;
    for (const Citation& citation : all)
      if (is_older(citation)) report(date, citation, subject);
  }
  std::size_t looked_at() const { return looked_at_; }

 private:
  bool was_published_before(DateIndex date, const Citation& citation) const {
    const DateIndex published = model_[citation.source].published;
    return before(model_[published].value, model_[date].value, model_.reading).verdict == Verdict::certain;
  }

  void report(DateIndex date, const Citation& citation, std::string_view subject) {
    const Source& source = model_[citation.source];
    const std::string_view id = model_.text(source.id);
    diagnostics_
        .report(Code::reported_before, citation.at,
                fmt::format("{}, but the source `{}` is from before", dated(model_, subject, date), id))
        .note(source.at, fmt::format("`{}` was published `{}`", id, model_.date_text(source.published)));
  }

  const Model& model_;
  Diagnostics& diagnostics_;
  std::size_t looked_at_ = 0;
};

RestsOn rests_on(const Relation& relation) {
  return relation.confidence == Confidence::inferred ? RestsOn::all_sources : RestsOn::one_source;
}

std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  const Model& model = input.model;
  Reports reports(model, diagnostics);
  for (const Node& node : model.nodes) {
    if (is_plan(model, node)) continue;
    std::size_t dates = 0;
    for (const Claim& claim : model.claims_of(node)) {
      if (claim.about == Claim::About::when) ++dates;
      reports.check(claim.date, claim.citations, model.text(node.id));
    }
    // A node's own sources carry its date when it is the only one.
    if (dates == 1) reports.check(node.when, node.citations, model.text(node.id));
  }
  for (const Relation& relation : model.relations)
    if (relation.assertion != Assertion::planned)
      reports.check(relation.when, relation.citations, words_of(model, relation), rests_on(relation));
  return reports.looked_at();
}

}  // namespace

extern const Rule reports_rule;
constinit const Rule reports_rule{"reports", "no source is older than what it reports, plans aside", "dated citation",
                                  run};

}  // namespace throughline
