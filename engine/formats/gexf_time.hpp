// SPDX-License-Identifier: Apache-2.0
// The spans of time of GEXF and our dates, both ways. Used by gexf_read.cpp and gexf.cpp.
//
//   gexf_spans(value of "2022-03/..")                                   // {{"2022-03-01", ""}}
//   date_of_gexf({{"2022-03-01", "2022-05-31"}, {"2023-01-01", ""}})     // "{2022-03-01..2022-05-31, 2023-01-01..}"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "time/edtf.hpp"

namespace throughline {

// Both ends included; empty where there is none.
struct GexfSpan {
  std::string start;
  std::string end;

  bool operator==(const GexfSpan&) const = default;
};

// The first and the last day of it, one span for each member of an all-of set. None where the years do not fit: GEXF
// counts from year 1 to 9999.
std::vector<GexfSpan> gexf_spans(const Edtf& value);

// The EDTF date that holds on all of these; nothing where one of them is no date.
std::optional<std::string> date_of_gexf(std::span<const GexfSpan> spans);

// The day before (by -1), the day after (by 1) a day; other texts as they are.
std::string next_to(std::string_view text, int by);

}  // namespace throughline
