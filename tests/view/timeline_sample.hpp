// SPDX-License-Identifier: Apache-2.0
// Timelines in a few words, for tests: an item from its date as people write it, a relation from two ids.
#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "time/edtf.hpp"
#include "time/wording.hpp"
#include "time/worlds.hpp"
#include "view/text_metrics.hpp"
#include "view/timeline_view.hpp"

namespace throughline {

inline const TextMetrics& metrics() {
  static const TextMetrics the_metrics;
  return the_metrics;
}

inline Edtf date_of(std::string_view text) {
  EdtfError error;
  const auto value = parse_edtf(text, error);
  if (!value) throw std::invalid_argument(error.message);
  return *value;
}

inline TimelineItem item(std::string id, std::string name, std::string_view when, std::string kind = "event",
                         Standing standing = {}) {
  const Edtf value = date_of(when);
  TimelineItem made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.date = short_words(value);
  made.when = print_edtf(value);
  made.kind = std::move(kind);
  made.extent = extent_of(value);
  made.standing = standing;
  return made;
}

inline TimelineLink link(std::string from, std::string to, std::string label = "prepares") {
  TimelineLink made;
  made.id = from + "-" + label + "-" + to;
  made.from = std::move(from);
  made.to = std::move(to);
  made.label = std::move(label);
  made.type = made.label;
  return made;
}

}  // namespace throughline
