// SPDX-License-Identifier: Apache-2.0
// What formats for looking at need of a model: dated nodes in the order of time, each date as years, months and days no
// finer than it was stated, and a count of what such a format leaves out.
//
//   for (const DatedNode& each : dated_nodes(model, losses)) … each.span.start.year …
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/losses.hpp"
#include "model/model.hpp"

namespace throughline {

// 2018, 2018-04 or 2018-04-27.
struct PlainDate {
  std::int64_t year = 0;
  int month = 0;  // 0: not known
  int day = 0;    // 0: not known

  bool operator==(const PlainDate&) const = default;
};

Day first_day(const PlainDate& date);
Day last_day(const PlainDate& date);
// "2018-04"; years as EDTF writes them.
std::string print(const PlainDate& date);

// From one unit of time to another: between them it held, or on some day between them it was.
struct PlainSpan {
  PlainDate start;
  std::optional<PlainDate> end;  // nothing: the start alone, or the end is open or unknown
  bool is_ongoing = false;       // `2018/..`
  bool is_interval = false;      // it lasted; else it is one date, and the span is where it may lie
  bool is_whole = false;         // the span says all that the date says; else give its words too
};

// Nothing when it has no known start.
std::optional<PlainSpan> plain_span(const Edtf& value);

struct DatedNode {
  const Node* node;
  const WrittenDate* date;
  PlainSpan span;
};

// By time, then by id. Nodes without a date, or of an unknown start, go to the losses.
std::vector<DatedNode> dated_nodes(const Model& model, Losses& losses);

// What a format has no place for, by field; `true`: it has one.
struct Carried {
  bool ids = false;
  bool types = false;
  bool places = false;
  bool notes = false;
  bool urls = false;
  bool statuses = false;
  bool evidence = false;  // of nodes
  bool relations = false;
};
void add_losses_of_telling(const Model& model, const Carried& carried, Losses& losses);

// “quote” — Title, one each.
std::vector<std::string> evidence_lines(const Model& model, Slice citations);
// Line ends and control characters become spaces.
std::string in_one_line(std::string_view text);
// As text of HTML.
std::string html_text(std::string_view text);

}  // namespace throughline
