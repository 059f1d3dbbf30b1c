// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_legend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "view/geometry.hpp"
#include "view/timeline_grid.hpp"
#include "view/timeline_marks.hpp"

namespace throughline {

namespace {

constexpr double sample_width = 34;
constexpr double sample_height = 16;
constexpr double middle = sample_height / 2;

MomentSpan exact_at(double x) { return {x, x, x, true}; }

std::vector<Mark> sample_bar(const BarSpan& span, const NodeLook& look) {
  return paint_bar({span, middle, sample_height / 2, {}}, look);
}

std::vector<Mark> sample_bar(const NodeLook& look) { return sample_bar({0, 0, sample_width, sample_width}, look); }

// Kinds in the order actor, event, initiative, then the declared ones by name.
int order_of(std::string_view kind) { return kind == "actor" ? 0 : kind == "event" ? 1 : kind == "initiative" ? 2 : 3; }

struct KindUse {
  bool as_day = false;
  bool as_span = false;
  bool as_bar = false;
};

// Samples of one kind, and all of lines, have one colour: that of what recedes only where nothing else is drawn.
Emphasis shown_as(Emphasis strongest) { return std::min(strongest, Emphasis::plain); }

class LegendMaker {
 public:
  LegendMaker(const TimelinePlan& plan, const std::vector<PlannedLink>& links, const Headline& headline)
      : plan_(plan), links_(links), headline_(headline) {
    for (const PlannedItem& item : plan.items) {
      Emphasis& strongest = kinds_.try_emplace(item.item->kind, Emphasis::receding).first->second;
      strongest = std::max(strongest, item.item->emphasis);
    }
    for (const PlannedLink& link : links) strongest_link_ = std::max(strongest_link_, link.link->emphasis);
  }

  std::vector<LegendEntry> make() {
    add_kinds();
    add_moments();
    add_certainty();
    add_ends();
    add_standings();
    add_emphasised_items();
    add_links();
    if (plan_.is_vertical) add_letters();
    add_emphasised_links();
    add_echo();
    if (plan_.asked)
      add(plan_.asked->label, sample_width, paint_asked({0, 0, sample_width, sample_height}, plan_.asked->is_day));
    if (!plan_.axis.breaks().empty())
      add("time left out of the axis", break_sample_width, paint_break_sample(sample_height));
    return std::move(entries_);
  }

 private:
  using Test = std::function<bool(const PlannedItem&)>;

  const PlannedItem* first(const Test& test) const {
    const PlannedItem* found = nullptr;
    for (const PlannedItem& item : plan_.items) {
      if (!item.is_tick && test(item) && (found == nullptr || sample_rank(item) < sample_rank(*found))) found = &item;
    }
    return found;
  }

  // Bars and events, the commonest, make the clearest samples.
  static int sample_rank(const PlannedItem& item) { return item.is_bar ? 0 : item.item->kind == "event" ? 1 : 2; }

  void add(std::string label, double width, std::vector<Mark> sample) {
    entries_.push_back({std::move(label), width, sample_height, std::move(sample)});
  }

  NodeLook look_of(std::string_view kind, const Standing& standing) const {
    return theme::node_look(kind, standing, shown_as(kinds_.at(kind)));
  }
  NodeLook plain(const PlannedItem& item) const { return look_of(item.item->kind, {}); }

  void add_kinds() {
    std::map<std::pair<int, std::string_view>, KindUse> kinds;
    for (const PlannedItem& item : plan_.items) {
      if (item.is_tick) continue;
      KindUse& use = kinds[{order_of(item.item->kind), item.item->kind}];
      (item.is_bar ? use.as_bar : item.moment.day_known ? use.as_day : use.as_span) = true;
    }
    for (const auto& [key, use] : kinds) {
      const NodeLook look = look_of(key.second, {});
      const bool as_mark = use.as_day || use.as_span;
      const double bar_left = as_mark ? mark_size + 5 : 0;
      std::vector<Mark> sample;
      if (as_mark) {
        MomentSpan moment = exact_at(mark_size / 2);
        moment.day_known = use.as_day;
        sample = paint_moment(moment, look, middle);
      }
      if (use.as_bar) {
        for (Mark& mark : sample_bar(look)) sample.push_back(moved(std::move(mark), bar_left, 0));
      }
      add(std::string(key.second), use.as_bar ? bar_left + sample_width : mark_size, std::move(sample));
    }
  }

  void add_moments() {
    const PlannedItem* day = first([](const auto& item) { return !item.is_bar && item.moment.day_known; });
    const auto is_span = [](const auto& item) { return !item.is_bar && !item.moment.day_known; };
    const auto is_plain = [&](const auto& item) { return is_span(item) && item.look.stroke.dash == Dash::solid; };
    const PlannedItem* span = first(is_span);
    if (day != nullptr && span != nullptr)
      add(plan_.clock ? "time known" : "day known", mark_size,
          paint_moment(exact_at(mark_size / 2), plain(*day), middle));
    if (span != nullptr)
      add(plan_.clock ? "some time in this span" : "some day in this span", sample_width,
          paint_moment({sample_width / 2, 0, sample_width, false},
                       first(is_plain) != nullptr ? plain(*span) : span->look, middle));
  }

  // What certainly held, and what only may have.
  void add_certainty() {
    const auto may_start = [](const auto& item) {
      return item.is_bar && item.bar.start != BarEnd::unknown && item.bar.core_left > body_of(item.bar).left + 0.5;
    };
    const auto may_end = [](const auto& item) {
      return item.is_bar && item.bar.end != BarEnd::unknown && item.bar.core_right < body_of(item.bar).right - 0.5;
    };
    if (const auto* item = first(may_start)) {
      add("may have begun", sample_width,
          sample_bar({0, sample_width - 0.5, sample_width + 0.5, sample_width}, plain(*item)));
    }
    if (const auto* item = first(may_end)) {
      add("may have ended", sample_width, sample_bar({0, -0.5, 0.5, sample_width}, plain(*item)));
    }
  }

  void add_ends() {
    constexpr double width = sample_width + cap_length;
    add_end("open start", true, {0, 0, width, width, BarEnd::open, BarEnd::dated});
    add_end("start unknown", true, {0, width - 1, width, width, BarEnd::unknown, BarEnd::dated});
    add_end("ongoing", false, {0, 0, width, width, BarEnd::dated, BarEnd::open});
    add_end("end unknown", false, {0, 0, 1, width, BarEnd::dated, BarEnd::unknown});
    if (plan_.axis.page()) add_elsewhere({0, 0, width, width, BarEnd::dated, BarEnd::elsewhere});
  }

  void add_end(std::string label, bool at_start, const BarSpan& sample) {
    const auto ends_so = [&](const auto& item) {
      return item.is_bar && (at_start ? item.bar.start == sample.start : item.bar.end == sample.end);
    };
    if (const auto* item = first(ends_so)) add(std::move(label), sample.right, sample_bar(sample, plain(*item)));
  }

  void add_elsewhere(const BarSpan& sample) {
    const auto* item = first([](const auto& i) { return i.goes_elsewhere(); });
    if (item == nullptr) return;
    const MomentSpan moment{sample_width / 2, 0, sample_width, false, false, true};
    add("goes on on another page", item->is_bar ? sample.right : sample_width,
        item->is_bar ? sample_bar(sample, plain(*item)) : paint_moment(moment, plain(*item), middle));
  }

  void add_standings() {
    for (const std::string_view word : {"planned", "stalled", "ended", "uncertain", "no date", "denied"}) {
      const auto* item =
          first([&](const auto& i) { return theme::word_of(i.item->standing) == word && !is_only_edge(i); });
      if (item == nullptr) continue;
      const NodeLook look = look_of(item->item->kind, item->item->standing);
      const std::string_view said = said_of(headline_, word);
      add_standing(look.sign.empty() ? std::string(said) : fmt::format("{} ({})", said, look.sign), *item, look);
    }
    const auto doubtful = [](const auto& item) {
      return item.item->extent.uncertain && item.item->standing.uncertain == false;
    };
    if (const auto* item = first(doubtful)) add_standing("date doubtful (?)", *item, dotted(*item));
  }

  bool is_only_edge(const PlannedItem& item) const { return plan_.axis.page() && item.is_bar && !item.bar.has_core(); }

  NodeLook dotted(const PlannedItem& item) const {
    NodeLook look = plain(item);
    look.stroke.dash = Dash::dotted;
    return look;
  }

  void add_standing(const std::string& label, const PlannedItem& item, const NodeLook& look) {
    if (item.is_bar) return add(label, sample_width, sample_bar(look));
    MomentSpan moment = exact_at(mark_size / 2);
    moment.day_known = item.moment.day_known;
    add(label, mark_size, paint_moment(moment, look, middle));
  }

  // What recedes is many: three of its marks, a pair of thin lines.
  void add_emphasised_items() {
    if (const auto* item = first([](const auto& i) { return i.item->emphasis == Emphasis::strong; }))
      add_standing(headline_.strong, *item, theme::node_look(item->item->kind, item->item->standing, Emphasis::strong));
    const auto* item = first([](const auto& i) { return i.item->emphasis == Emphasis::receding; });
    if (item == nullptr) return;
    const NodeLook look = theme::node_look(item->item->kind, {}, Emphasis::receding);
    const double width = item->is_bar ? 24 : mark_size;  // a round bar any shorter would be a ball
    std::vector<Mark> marks_of_many;
    for (const double left : {0.0, width + 4, 2 * (width + 4)}) {
      MomentSpan moment = exact_at(left + mark_size / 2);
      moment.day_known = item->is_bar || item->moment.day_known;
      const auto marks = item->is_bar ? sample_bar({left, left, left + width, left + width}, look)
                                      : paint_moment(moment, look, middle);
      marks_of_many.insert(marks_of_many.end(), marks.begin(), marks.end());
    }
    add(headline_.receding, 3 * width + 8, std::move(marks_of_many));
  }

  void add_emphasised_links() {
    for (const Emphasis emphasis : {Emphasis::strong, Emphasis::receding}) {
      const auto at = std::find_if(links_.begin(), links_.end(),
                                   [&](const PlannedLink& link) { return link.link->emphasis == emphasis; });
      if (at == links_.end()) continue;
      TimelineLink link = *at->link;
      if (emphasis == Emphasis::receding) link.standing = {};
      if (emphasis == Emphasis::strong)
        add(fmt::format("{} relation", headline_.strong), sample_width,
            {paint_link(straight({0, middle}, {sample_width, middle}), link)});
      else
        add(fmt::format("relation, {}", headline_.receding), sample_width,
            {paint_link(straight({0, middle - 4}, {sample_width, middle - 4}), link),
             paint_link(straight({0, middle + 4}, {sample_width, middle + 4}), link)});
    }
  }

  void add_links() {
    const std::string shared = common_label(links_, plan_.is_vertical);
    std::set<std::pair<bool, std::string_view>> seen;
    for (const PlannedLink& link : links_) {
      const std::string_view word = theme::word_of(link.link->standing);
      if (!seen.emplace(link.link->directed, word).second) continue;
      const std::string relation = shared.empty() ? "relation" : shared;
      const std::string label = word.empty() ? relation : fmt::format("{} ({})", relation, said_of(headline_, word));
      const std::string mutual = link.link->directed ? "" : ", both ways";
      add(label + mutual, sample_width,
          {paint_link(straight({0, middle}, {sample_width, middle}), as_usual(*link.link))});
    }
  }

  // What the letters beside relations stand for.
  void add_letters() {
    for (const auto& [label, letter] : letters_of(links_)) {
      const auto says = [&](const PlannedLink& link) { return link.caption && link.link->label == label; };
      const auto at = std::find_if(links_.begin(), links_.end(), says);
      if (at == links_.end()) continue;
      add(std::string(label), 10,
          {Text{{5, middle + 4}, letter, theme::small_size, Weight::regular, theme::line, Anchor::middle}});
    }
  }

  TimelineLink as_usual(TimelineLink link) const {
    link.emphasis = shown_as(strongest_link_);
    return link;
  }

  // Dots, as long as there are any, and of those that are drawn the filled ones.
  void add_echo() {
    const auto* bar = first([](const auto& i) { return i.is_echo; });
    const auto* dot = first([](const auto& i) { return i.is_echo && !i.is_bar; });
    const auto* filled = first([](const auto& i) { return i.is_echo && !i.is_bar && i.moment.day_known; });
    if (bar == nullptr) return;
    const PlannedItem& item = filled != nullptr ? *filled : dot != nullptr ? *dot : *bar;
    const double width = item.is_bar ? sample_width : echo_size;
    if (item.is_bar)
      add("the same in another lane", width, paint_bar({{0, 0, width, width}, middle, echo_size / 2, {}}, plain(item)));
    else
      add("the same in another lane", width, {paint_dot(width / 2, item.moment.day_known, plain(item), middle)});
  }

  const TimelinePlan& plan_;
  const std::vector<PlannedLink>& links_;
  const Headline& headline_;
  std::map<std::string_view, Emphasis> kinds_;  // the strongest of each
  Emphasis strongest_link_ = Emphasis::receding;
  std::vector<LegendEntry> entries_;
};

}  // namespace

std::vector<LegendEntry> timeline_legend(const TimelinePlan& plan, const std::vector<PlannedLink>& links,
                                         const Headline& headline) {
  return LegendMaker(plan, links, headline).make();
}

}  // namespace throughline
