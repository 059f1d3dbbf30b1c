// SPDX-License-Identifier: Apache-2.0
// When the steps of a chain held, as spans of days that fit or don't (graph/paths_at_one_time.hpp): a quick answer to
// whether they held on one day. Of dates that are written out it is all there is to say; of others it says at least
// when the slow answer (together.hpp) must be no. Used by the searches behind `links` and `path`.
//
//   StepSpans spans(standings, {.sure = true, .on_days_asked = true});
//   spans.fit_of(chain) == Fit::no
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/paths_at_one_time.hpp"
#include "query/standings.hpp"

namespace throughline {

struct SpanTerms {
  bool sure = false;           // they must have held on one day for certain, else possibly
  bool on_days_asked = false;  // on one of those the standings ask about; then a step without a date may be left out
};

enum class Fit : std::uint8_t { no, yes, unknown };

class StepSpans {
 public:
  // Keeps a reference to the standings.
  StepSpans(const Standings& standings, const SpanTerms& terms);

  // Of the days asked about: what all steps must fit with, too.
  const StepSpan& asked() const { return asked_.span; }
  StepSpan of(const Step& step, Gist gist = no_gist) { return known(step.relation, gist).span; }
  Fit fit_of(const Chain& chain);

 private:
  struct Known {
    StepSpan span;
    bool is_all;  // there is no more to say of its dates
  };
  using Memo = std::vector<std::optional<Known>>;

  const Known& known(RelationIndex relation, Gist gist);
  const Known& of_date(DateIndex date);
  const Known& of_event(NodeIndex event);
  Known read(const Edtf& value) const;
  Known read(const Node& event) const;

  const Standings& standings_;
  const Model& model_;
  GistParts gist_parts_;
  SpanTerms terms_;
  Known asked_;
  Known undated_;
  Memo dates_;
  Memo events_;  // by node; made when there is one
};

}  // namespace throughline
