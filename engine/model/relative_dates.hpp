// SPDX-License-Identifier: Apache-2.0
// Places the dates that files tell by others ("after summit-2018, within 3 weeks"): all of them together, through a
// network of days, so that one may refer to another in any order. Reports TL311 for anchors without a date, TL312 for
// dates that contradict each other. The inner half of resolve(), which has found the anchors.
//
//   RelativeDates(model, dates, diagnostics).place();  // sets value, extent and edtf of the model's dates
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/model.hpp"
#include "time/constraints.hpp"

namespace throughline {

// A node or a date of its own; neither when the file names none.
struct Anchor {
  NodeIndex node = none<NodeIndex>;
  DateIndex date = none<DateIndex>;
  Location at;

  bool given() const { return node != none<NodeIndex> || date != none<DateIndex>; }
};

struct RelativeDate {
  DateIndex date = none<DateIndex>;  // to be placed; each has its own
  NodeIndex node = none<NodeIndex>;  // whose date it is; none when it is that of a relation or a status
  std::string subject;               // what is dated, for messages: "`report-2018`"
  Location at;
  Anchor after;
  Anchor before;
  Anchor during;
  std::optional<Duration> within;
};

class RelativeDates {
 public:
  // Requires dates in an order that does not depend on the order of files.
  RelativeDates(Model& model, std::vector<RelativeDate> dates, Diagnostics& diagnostics);

  // A date for which no day follows stays without `edtf`.
  void place();

 private:
  enum class Known : std::uint8_t {
    nothing,
    surely,
    all
  };  // which dates in EDTF are looked at: none, those without `?`
  struct Ends {
    TimeConstraints::Variable start;
    TimeConstraints::Variable end;
  };
  struct Network {
    TimeConstraints days;
    std::map<NodeIndex, Ends> nodes;
    std::vector<std::optional<Ends>> dates;  // by position in dates_; nothing for what is left out
  };

  std::vector<Bounds> bounds(Known known) const;
  void leave_out_contradictions(Known known);
  void report(const std::vector<TimeConstraints::Reason>& reasons);
  void report_undated_anchors();
  Network network(Known known) const;
  void add(Network& network, std::size_t index, Known known) const;
  Ends ends_of_subject(Network& network, std::size_t index, Known known) const;
  Ends ends_of(Network& network, const Anchor& anchor, Known known, TimeConstraints::Reason reason) const;
  Ends ends_of(Network& network, NodeIndex node, Known known) const;
  Ends ends_of(Network& network, const std::vector<DateIndex>& dates, Known known,
               TimeConstraints::Reason reason) const;
  std::vector<DateIndex> dates_of(NodeIndex node) const;
  bool has_date(NodeIndex node) const;
  TimeConstraints::Reason reason_of(NodeIndex node) const;

  Model& model_;
  std::vector<RelativeDate> dates_;
  std::vector<bool> is_left_out_;        // of dates_: it is part of a contradiction
  std::vector<bool> has_relative_date_;  // by node
  Diagnostics& diagnostics_;
};

}  // namespace throughline
