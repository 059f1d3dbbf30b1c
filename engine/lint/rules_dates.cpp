// SPDX-License-Identifier: Apache-2.0
// V21: whether a timeline draws its dates where they lie. It can be decided where items and ticks hold the dates that
// they were drawn from (data-when), as those of ours do. Where ticks have a time of day, what is counted are minutes.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "lint/rule.hpp"
#include "time/clock.hpp"
#include "time/edtf.hpp"

namespace throughline::lint {
namespace {

constexpr double slack = 1.5;
constexpr double mark = 15;  // what is no larger stands for a point

std::optional<Edtf> date_of(std::string_view when) {
  EdtfError error;
  return when.empty() ? std::nullopt : parse_edtf(when, error);
}

// Of an element or of what it stands in.
std::string_view when_around(const Figure& figure, std::uint32_t element) {
  while (figure.elements[element].when.empty() && figure.elements[element].parent != no_element)
    element = figure.elements[element].parent;
  return figure.elements[element].when;
}

Extent extent_of(const Edtf& value, const std::optional<Clock>& clock) {
  return clock ? extent_on(value, *clock, exact_reading) : throughline::extent_of(value);
}

// Of a tick, or of a break, whose ends may have times of day, as those of intervals in EDTF can't.
std::optional<Extent> extent_of(std::string_view when, const std::optional<Clock>& clock) {
  if (const auto value = date_of(when)) return extent_of(*value, clock);
  const std::size_t slash = when.find('/');
  if (!clock || slash == std::string_view::npos) return std::nullopt;
  const auto first = date_of(when.substr(0, slash));
  const auto last = date_of(when.substr(slash + 1));
  if (!first || !last) return std::nullopt;
  return Extent{.start = extent_of(*first, clock).start, .end = extent_of(*last, clock).end, .is_interval = true};
}

struct Dated {
  const Node* node = nullptr;
  Edtf date;
};

// The clock of the items, if a tick has a time of day.
std::optional<Clock> clock_in(const Subject& subject, const std::vector<Dated>& items) {
  const Figure& figure = subject.figure;
  bool has_times = false;
  for (std::size_t i = 0; i < figure.shapes.size() && !has_times; ++i)
    has_times = subject.roles.of_shapes[i] == Role::axis &&
                when_around(figure, figure.shapes[i].element).find('T') != std::string_view::npos;
  if (!has_times) return std::nullopt;
  std::vector<const Edtf*> dates;
  for (const Dated& item : items) dates.push_back(&item.date);
  return clock_of(dates);
}

struct Reach {
  double from = 0;
  double to = 0;
};

Reach along(const Box& box, bool is_vertical) {
  return is_vertical ? Reach{box.y, box.bottom()} : Reach{box.x, box.right()};
}

// Of the days, or minutes, where they begin: between ticks of one scale, and a little beyond the outermost.
class Scale {
 public:
  Scale(const Subject& subject, const std::optional<Clock>& clock) {
    const Figure& figure = subject.figure;
    for (std::size_t i = 0; i < figure.shapes.size(); ++i) {
      if (subject.roles.of_shapes[i] != Role::axis) continue;
      const auto extent = extent_of(when_around(figure, figure.shapes[i].element), clock);
      if (extent) add(*extent, figure.shapes[i], subject.roles.is_vertical);
    }
    if (!breaks_.empty()) page_ = {};  // what was found are the slashes of a break
    std::vector<double> scales;
    for (auto tick = ticks_.begin(); tick != ticks_.end() && std::next(tick) != ticks_.end(); ++tick)
      if (!breaks_.contains(tick->first)) scales.push_back(pixels_a_day(tick));
    if (scales.empty()) return;
    std::sort(scales.begin(), scales.end());
    usual_ = scales[scales.size() / 2];
  }

  bool is_known() const { return usual_ > 0; }

  // Of a page of several: what lies beyond is on another.
  Day first_of_page(Day day) const { return page_.start.earliest ? std::max(day, *page_.start.earliest) : day; }
  Day last_of_page(Day day) const { return page_.end.latest ? std::min(day, *page_.end.latest) : day; }

  std::optional<double> of(Day day) const {
    auto after = ticks_.upper_bound(day);
    if (after == ticks_.begin()) return after->second - usual_ * static_cast<double>(after->first - day);
    const auto before = std::prev(after);
    const bool is_within = after != ticks_.end();
    if (is_within && breaks_.contains(before->first)) return std::nullopt;
    return before->second + usual_ * static_cast<double>(day - before->first);
  }

 private:
  using Tick = std::map<Day, double>::const_iterator;

  static double pixels_a_day(Tick tick) {
    const auto next = std::next(tick);
    return (next->second - tick->second) / static_cast<double>(next->first - tick->first);
  }

  // A tick, or a break, which holds its first and its last day, or the line of the axis, which holds those of a page.
  void add(const Extent& extent, const Shape& shape, bool is_vertical) {
    if (!extent.start.earliest) return;
    const Reach reach = along(shape.box, is_vertical);
    if (!extent.is_interval) {
      ticks_[*extent.start.earliest] = (reach.from + reach.to) / 2;
    } else if (shape.is_closed() && extent.end.latest) {
      breaks_.insert(*extent.start.earliest);
      ticks_[*extent.start.earliest] = reach.from;
      ticks_[*extent.end.latest + 1] = reach.to;
    } else if (!shape.is_closed()) {
      page_ = extent;
    }
  }

  std::map<Day, double> ticks_;
  std::set<Day> breaks_;  // the first day that each leaves out
  double usual_ = 0;
  Extent page_;
};

class Judge {
 public:
  Judge(const Subject& subject, const Scale& scale, Measured& measured)
      : subject_(subject), scale_(scale), measured_(measured) {}

  void judge(const Node& node, const Extent& stated) {
    const Extent extent = on_page(stated);
    if (node.shapes.empty()) return;
    if (extent.approximate)
      judge_approximate(node, extent);
    else if (extent.is_interval)
      judge_bar(node, extent);
    else
      judge_mark(node, extent);
  }

  std::size_t judged = 0;

 private:
  std::optional<double> start_of(const std::optional<Day>& day) const { return day ? scale_.of(*day) : std::nullopt; }
  std::optional<double> end_of(const std::optional<Day>& day) const { return day ? scale_.of(*day + 1) : std::nullopt; }

  bool begins_here(const Extent& extent) const {
    const auto& day = extent.start.earliest;
    return !extent.start_open && !extent.start_unknown && day && scale_.first_of_page(*day) == *day;
  }
  bool ends_here(const Extent& extent) const {
    const auto& day = extent.end.latest;
    return !extent.ongoing && !extent.end_unknown && day && scale_.last_of_page(*day) == *day;
  }

  // On a page no more of a mark than what lies on it.
  Extent on_page(Extent extent) const {
    if (extent.is_interval) return extent;
    if (auto& day = extent.start.earliest) day = scale_.first_of_page(*day);
    if (auto& day = extent.end.latest) day = scale_.last_of_page(*day);
    return extent;
  }

  void expect(const Node& node, double found, const std::optional<double>& wanted, std::string_view what) {
    if (!wanted) return;
    ++judged;
    if (std::abs(found - *wanted) <= slack) return;
    add(measured_,
        finding_at(node, fmt::format("{} of {}, {}, lies {} px from where that date is", what, shown(node),
                                     subject_.figure.elements[node.element].when, pixels(std::abs(found - *wanted)))));
  }

  void judge_mark(const Node& node, const Extent& extent) {
    const auto from = start_of(extent.start.earliest);
    const auto to = end_of(extent.end.latest);
    if (!from || !to) return;
    const Reach reach = along(node.box, subject_.roles.is_vertical);
    expect(node, (reach.from + reach.to) / 2, (*from + *to) / 2, "the middle");
    const bool is_day = extent.start.earliest == extent.end.latest && !extent.uncertain;
    if (!is_day) expect(node, reach.to - reach.from, std::max(*to - *from, mark), "the span");
  }

  // How far `~` reaches is a setting of the graph: at least as far as is stated, and nothing more is certain.
  void judge_approximate(const Node& node, const Extent& extent) {
    const Reach reach = along(node.box, subject_.roles.is_vertical);
    const auto from = start_of(extent.start.earliest);
    const auto to = end_of(extent.end.latest);
    const bool has_start = begins_here(extent);
    const bool has_end = ends_here(extent);
    const bool is_day = !extent.is_interval && extent.start.earliest == extent.end.latest;
    if (is_day && from && to) {  // without a tolerance it is a mark in the middle of its day
      const double day = (*from + *to) / 2;
      return expect(node, std::clamp(day, reach.from, reach.to), day, "the mark");
    }
    if (has_start && from) expect(node, std::max(reach.from, *from), from, "the start");
    if (has_end && to) expect(node, std::min(reach.to, *to), to, "the end");
    if (extent.is_interval) judge_solid(node, extent, has_start, has_end);
  }

  // What certainly held is solid, what may have is faded.
  void judge_bar(const Node& node, const Extent& extent) {
    const bool is_vertical = subject_.roles.is_vertical;
    const Reach reach = along(node.box, is_vertical);
    const bool has_start = begins_here(extent);
    const bool has_end = ends_here(extent);
    if (reach.to - reach.from < 2 * slack + 3) return;
    if (has_start) expect(node, reach.from, start_of(extent.start.earliest), "the start");
    if (has_end) expect(node, reach.to, end_of(extent.end.latest), "the end");
    judge_solid(node, extent, has_start, has_end);
  }

  void judge_solid(const Node& node, const Extent& extent, bool has_start, bool has_end) {
    const bool is_vertical = subject_.roles.is_vertical;
    for (const std::size_t i : node.shapes) {
      const Shape& shape = subject_.figure.shapes[i];
      const bool is_solid = shape.is_closed() && shape.fill.sort == Paint::Sort::color && shape.fill.is_visible();
      const Reach part = along(shape.box, is_vertical);
      if (!is_solid || part.to - part.from < mark) continue;
      const auto certain_from = start_of(extent.start.latest);
      const auto certain_to = end_of(extent.end.earliest);
      if (has_start && certain_from && part.from < *certain_from)
        expect(node, part.from, certain_from, "the solid part");
      if (has_end && certain_to && part.to > *certain_to) expect(node, part.to, certain_to, "the solid part");
    }
  }

  const Subject& subject_;
  const Scale& scale_;
  Measured& measured_;
};

Measured measure_uncertain(const Subject& subject) {
  if (!subject.roles.is_timeline) return not_measured("no time axis was found");
  std::vector<Dated> items;
  for (const Node& node : subject.roles.nodes)
    if (auto date = date_of(subject.figure.elements[node.element].when)) items.push_back({&node, std::move(*date)});
  if (items.empty()) return not_measured("the figure does not hold the dates that it was drawn from");
  const std::optional<Clock> clock = clock_in(subject, items);
  const Scale scale(subject, clock);
  if (!scale.is_known()) return not_measured("fewer than two ticks say what day they stand for");
  Measured measured;
  Judge judge(subject, scale, measured);
  for (const Dated& item : items) judge.judge(*item.node, extent_of(item.date, clock));
  measured.value = fmt::format("{} of {}", count_found(measured), count_of(judge.judged, "place"));
  return measured;
}

}  // namespace

extern const Rule uncertain_rule;
constinit const Rule uncertain_rule{"V21", "uncertain dates", "fade over what is possible", Force::hard,
                                    measure_uncertain};

}  // namespace throughline::lint
