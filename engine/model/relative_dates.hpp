// SPDX-License-Identifier: Apache-2.0
// Places the dates that files tell by others ("after summit-2018, within 3 weeks"): all of them together, through a
// network of days, so that one may refer to another in any order. Reports TL311 for anchors without a date, TL312 for
// dates that contradict each other. The inner half of resolve(), which has found the anchors.
//
//   place_relative_dates(model, dates, diagnostics);  // sets value, extent and edtf of the model's dates
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/model.hpp"
#include "time/duration.hpp"

namespace throughline {

// A node or a date of its own; neither when the file names none.
struct DateAnchor {
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
  DateAnchor after;
  DateAnchor before;
  DateAnchor during;
  std::optional<Duration> within;
};

// Requires dates in an order that does not depend on the order of files. One for which no day follows stays without
// `edtf`.
void place_relative_dates(Model& model, std::vector<RelativeDate> dates, Diagnostics& diagnostics);

}  // namespace throughline
