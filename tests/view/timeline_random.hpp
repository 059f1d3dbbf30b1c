// SPDX-License-Identifier: Apache-2.0
// Timelines of every size and span, each from one number: names of one word and of forty, Korean ones, ones that can't
// be broken; dates of every form, at the very edges too.
//
//   const TimelineView view = ViewMaker(seed).make(60, 4000);   // 60 items over 4,000 days
#pragma once

#include <algorithm>
#include <random>
#include <string>

#include "view/timeline_sample.hpp"

namespace throughline {

class ViewMaker {
 public:
  explicit ViewMaker(unsigned seed) : random_(seed) {}

  TimelineView make(std::size_t items, std::int64_t span_in_days) {
    span_ = span_in_days;
    TimelineView view;
    view.headline = {"Whatever was said", "Seed by seed", {}, "Sources: a number", "throughline", "en"};
    view.lanes.resize(1 + below(6));
    for (std::size_t i = 0; i < view.lanes.size(); ++i)
      view.lanes[i] = {fmt::format("l{}", i), below(5) == 0 ? "" : name(), {}};
    for (std::size_t i = 0; i < items; ++i) add_item(view, i);
    for (std::size_t i = below(std::min<std::size_t>(items * 2, 60)); i > 0; --i) {
      view.links.push_back(link(fmt::format("i{}", below(items)), fmt::format("i{}", below(items + 2))));
      view.links.back().id += fmt::format("-{}", i);
    }
    for (std::size_t i = below(12); i > 0; --i)
      view.undated.push_back({fmt::format("u{}", i), name(), "actor", "", ""});
    return view;
  }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  std::string name() {
    static const char* const words[] = {"Agreement",
                                        "on",
                                        "the",
                                        "Reconciliation",
                                        "of",
                                        "통일부",
                                        "한반도평화프로세스추진단",
                                        "in",
                                        "a",
                                        "year",
                                        "12",
                                        "km",
                                        "(provisional)",
                                        "Verwaltungsgemeinschaftsvertrag",
                                        "talks",
                                        "–",
                                        "Å",
                                        "협력",
                                        "기금",
                                        "Seoul"};
    const std::size_t length = below(8) == 0 ? 1 + below(40) : 1 + below(6);
    std::string name;
    for (std::size_t i = 0; i < length; ++i) name += (i == 0 ? "" : " ") + std::string(words[below(std::size(words))]);
    if (below(40) == 0) name += std::string(150 + below(100), 'x');
    return name;
  }

  std::string date() {
    const Civil civil = civil_of(day_of(below(8) == 0 ? -200 : 1900, 1, 1) +
                                 static_cast<Day>(random_() % static_cast<unsigned long>(span_)));
    const std::string year = print_year(civil.year);
    const char* const marks[] = {"", "", "", "?", "~"};
    const std::string mark = marks[below(5)];
    switch (below(3)) {
      case 0: return year + mark;
      case 1: return fmt::format("{}-{:02}{}", year, civil.month, mark);
      default: return fmt::format("{}-{:02}-{:02}{}", year, civil.month, civil.day, mark);
    }
  }

  std::string when() {
    for (;;) {
      const std::string a = date();
      const std::string b = date();
      const std::string forms[] = {a, a, a, a + "/" + b, a + "/..", a + "/", "../" + a, "/" + a};
      const std::string text = forms[below(std::size(forms))];
      EdtfError error;
      if (parse_edtf(text, error)) return text;
    }
  }

  void add_item(TimelineView& view, std::size_t number) {
    const char* const kinds[] = {"actor", "event", "event", "initiative", "place"};
    Standing standing;
    bool* const flags[] = {&standing.planned, &standing.stalled, &standing.ended, &standing.uncertain,
                           &standing.denied};
    if (below(4) == 0) *flags[below(5)] = true;
    const TimelineItem made = item(fmt::format("i{}", number), name(), when(), kinds[below(5)], standing);
    view.lanes[below(view.lanes.size())].items.push_back(made);
    if (below(15) == 0) {
      TimelineLane& second = view.lanes[below(view.lanes.size())];
      const bool is_there =
          std::any_of(second.items.begin(), second.items.end(), [&](const auto& other) { return other.id == made.id; });
      if (!is_there) second.items.push_back(made);
    }
  }

  std::mt19937 random_;
  std::int64_t span_ = 1;
};

}  // namespace throughline
