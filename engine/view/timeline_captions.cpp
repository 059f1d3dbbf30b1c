// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <string>

#include "view/theme.hpp"
#include "view/timeline_links.hpp"

namespace throughline {

namespace {

constexpr double beside_line = 5;  // between words and a relation that passes them
constexpr double from_corner = 8;  // words over a run keep off its rounded ends
constexpr double between_captions = 10;
constexpr double letter_height = 15;

// What already stands in a gap: relations that pass upwards or downwards, and words.
struct Occupied {
  std::vector<double> passing;
  std::vector<Caption> captions;

  bool is_free(const AxisSpan& words) const {
    const auto is_hit = [&](double x) {
      return x > words.left - beside_line + 0.1 && x < words.right + beside_line - 0.1;
    };
    const auto meets = [&](const Caption& other) {
      return words.left < other.right + between_captions && other.left < words.right + between_captions;
    };
    return std::none_of(passing.begin(), passing.end(), is_hit) &&
           std::none_of(captions.begin(), captions.end(), meets);
  }
};

// Visits each gap that the relation touches on a vertical run, with the place of the run.
template <typename Visit>
void for_each_passing(const PlannedLink& link, const TimelinePlan& plan, Visit visit) {
  if (link.is_direct) return;
  std::size_t gap = plan.items[link.from].row + (link.leaves_upwards ? 0 : 1);
  const std::size_t last = plan.items[link.to].row + (link.arrives_from_above ? 0 : 1);
  double x = link.from_x;
  const auto go_to = [&](std::size_t next) {
    const auto [top, bottom] = std::minmax(gap, next);
    for (std::size_t passed = top; passed <= bottom; ++passed) visit(passed, x);
    gap = next;
  };
  for (const PlannedLeg& leg : link.legs) {
    go_to(leg.gap);
    x = leg.to_x;
  }
  go_to(last);
}

class Captioner {
 public:
  Captioner(const std::vector<PlannedLink>& links, const std::vector<PlannedLink>& threads, const TimelinePlan& plan)
      : plan_(plan), gaps_(plan.rows.size() + 1) {
    for (const auto* each : {&links, &threads})
      for (const PlannedLink& link : *each)
        for_each_passing(link, plan, [&](std::size_t gap, double x) { gaps_[gap].passing.push_back(x); });
    for (const PlannedItem& item : plan.items) {
      if (!item.leader) continue;
      for (std::size_t gap = item.row + 1; gap <= item.leader->label_row; ++gap) {
        gaps_[gap].passing.push_back(item.leader->to);
        if (gap == item.row + 1) gaps_[gap].passing.push_back(item.leader->from);
      }
    }
  }

  // Over a run, the longest that has room.
  std::optional<PlannedCaption> place_over_run(const PlannedLink& link, const std::string& text, double width) {
    auto legs = link.legs;
    std::stable_sort(legs.begin(), legs.end(),
                     [](const PlannedLeg& a, const PlannedLeg& b) { return length(a) > length(b); });
    for (const PlannedLeg& leg : legs) {
      if (const auto left = free_over(leg, width)) return put(text, leg.gap, {*left, *left + width});
    }
    return std::nullopt;
  }

  std::optional<PlannedCaption> place_beside(const PlannedLink& link, const std::string& text, double width) {
    std::optional<PlannedCaption> placed;
    if (link.is_direct && plan_.is_vertical) return place_beside_row(link, text, width);
    for_each_passing(link, plan_, [&](std::size_t gap, double x) {
      for (const double left : {x + beside_line, x - beside_line - width}) {
        const bool is_within =
            left >= plan_.axis.left() - plan_.gutter && left + width <= plan_.axis.right() + plan_.gutter;
        if (!placed && is_within && gaps_[gap].is_free({left, left + width}))
          placed = put(text, gap, {left, left + width});
      }
    });
    return placed;
  }

 private:
  // Next to the middle of a relation that runs straight from one item to the next.
  std::optional<PlannedCaption> place_beside_row(const PlannedLink& link, const std::string& text, double width) {
    AxisSpan first = plan_.items[link.from].covered();
    AxisSpan second = plan_.items[link.to].covered();
    if (second.left < first.left) std::swap(first, second);
    const double left = (first.right + second.left - width) / 2;
    const std::size_t row = plan_.items[link.from].row;
    for (const std::size_t gap : {row + 1, row})
      if (gaps_[gap].is_free({left, left + width})) return put(text, gap, {left, left + width});
    return std::nullopt;
  }

  static double length(const PlannedLeg& leg) { return std::abs(leg.to_x - leg.from_x); }

  // As near to the middle of the leg as may be.
  std::optional<double> free_over(const PlannedLeg& leg, double width) const {
    const double middle = (leg.from_x + leg.to_x - width) / 2;
    const double reach = length(leg) / 2 - from_corner - width / 2;
    for (double shift = 0; shift <= reach; shift += 4) {
      for (const double left : {middle + shift, middle - shift}) {
        if (gaps_[leg.gap].is_free({left, left + width})) return left;
      }
    }
    return std::nullopt;
  }

  PlannedCaption put(const std::string& text, std::size_t gap, Caption caption) {
    gaps_[gap].captions.push_back(caption);
    return {text, gap, gaps_[gap].captions.size() - 1, caption.left, caption.right};
  }

  const TimelinePlan& plan_;
  std::vector<Occupied> gaps_;
};

Turn towards(std::size_t gap, std::size_t next_gap) { return next_gap < gap ? Turn::up : Turn::down; }

// Where the relation comes from before this leg, and goes after it.
Run run_of(const PlannedLink& link, std::size_t leg) {
  const PlannedLeg& here = link.legs[leg];
  const bool is_last = leg + 1 == link.legs.size();
  const Turn at_from = leg > 0               ? towards(here.gap, link.legs[leg - 1].gap)
                       : link.leaves_upwards ? Turn::down
                                             : Turn::up;
  const Turn at_to = !is_last                  ? towards(here.gap, link.legs[leg + 1].gap)
                     : link.arrives_from_above ? Turn::down
                                               : Turn::up;
  if (here.from_x < here.to_x) return {here.from_x, here.to_x, at_from, at_to};
  return {here.to_x, here.from_x, at_to, at_from};
}

bool is_below(const Run& run, const PlannedCaption& caption) {
  return run.left < caption.left && caption.right < run.right;
}

// The runs of a gap; those of one bundle that meet become one.
class GapRuns {
 public:
  static constexpr std::size_t no_bundle = std::numeric_limits<std::size_t>::max();

  std::size_t add(const Run& run, std::size_t bundle) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      Run& other = runs[i];
      if (bundle == no_bundle || bundles_[i] != bundle || run.left > other.right || other.left > run.right) continue;
      if (run.left < other.left) other.left = run.left, other.at_left = run.at_left;
      if (run.right > other.right) other.right = run.right, other.at_right = run.at_right;
      return i;
    }
    runs.push_back(run);
    bundles_.push_back(bundle);
    return runs.size() - 1;
  }

  std::vector<Run> runs;
  std::vector<Caption> captions;

 private:
  std::vector<std::size_t> bundles_;
};

void add_runs(PlannedLink& link, std::vector<GapRuns>& gaps) {
  for (std::size_t leg = 0; leg < link.legs.size(); ++leg)
    link.legs[leg].run = gaps[link.legs[leg].gap].add(run_of(link, leg), link.bundle);
}

void add_caption(PlannedLink& link, std::vector<GapRuns>& gaps) {
  GapRuns& gap = gaps[link.caption->gap];
  std::size_t named = Caption::no_run;
  for (const PlannedLeg& leg : link.legs) {
    if (leg.gap == link.caption->gap && is_below(gap.runs[leg.run], *link.caption)) named = leg.run;
  }
  link.caption->index = gap.captions.size();
  gap.captions.push_back({link.caption->left, link.caption->right, named});
}

// What goes along a row before it crosses the next is a run like others, of nobody's bundle.
void add_leader(PlannedItem& item, std::vector<GapRuns>& gaps) {
  if (!item.leader || item.leader->from == item.leader->to) return;
  PlannedLeader& leader = *item.leader;
  const bool is_later = leader.from < leader.to;
  const Run run{std::min(leader.from, leader.to), std::max(leader.from, leader.to), is_later ? Turn::up : Turn::down,
                is_later ? Turn::down : Turn::up};
  leader.run = gaps[item.row + 1].add(run, GapRuns::no_bundle);
}

}  // namespace

std::string common_label(const std::vector<PlannedLink>& links, bool is_vertical) {
  if (links.size() < (is_vertical ? 1 : 2)) return {};
  const std::string& label = links.front().link->label;
  const bool is_common =
      std::all_of(links.begin(), links.end(), [&](const PlannedLink& link) { return link.link->label == label; });
  return is_common ? label : std::string();
}

std::map<std::string_view, std::string> letters_of(const std::vector<PlannedLink>& links) {
  std::map<std::string_view, std::string> letters;
  for (const PlannedLink& link : links)
    if (!link.link->label.empty()) letters[link.link->label];
  std::size_t number = 0;
  for (auto& [label, letter] : letters) {
    letter = number < 26 ? std::string(1, static_cast<char>('a' + number)) : std::to_string(number + 1);
    ++number;
  }
  return letters;
}

void caption_links(std::vector<PlannedLink>& links, const std::vector<PlannedLink>& threads, const TimelinePlan& plan,
                   const TextMetrics& metrics) {
  if (!common_label(links, plan.is_vertical).empty()) return;
  const auto letters = letters_of(links);
  Captioner captioner(links, threads, plan);
  std::set<std::size_t> named;  // one caption for a bundle
  const auto name = [&](PlannedLink& link, auto place) {
    if (link.link->label.empty() || named.contains(link.bundle)) return;
    const std::string sign = theme::line_look(link.link->standing).sign;
    const std::string& words = plan.is_vertical ? letters.at(link.link->label) : link.link->label;
    const std::string text = sign.empty() ? words : sign + " " + words;
    const double length = plan.is_vertical ? letter_height : metrics.width(text, theme::small_size);
    link.caption = place(link, text, length);
    if (link.caption) named.insert(link.bundle);
  };
  for (PlannedLink& link : links) name(link, [&](const auto&... what) { return captioner.place_over_run(what...); });
  for (PlannedLink& link : links) name(link, [&](const auto&... what) { return captioner.place_beside(what...); });
}

void lay_tracks(std::vector<PlannedLink>& links, std::vector<PlannedLink>& threads, TimelinePlan& plan) {
  std::vector<GapRuns> gaps(plan.rows.size() + 1);
  plan.gaps.resize(gaps.size());
  for (PlannedLink& link : links) {
    if (link.is_direct) continue;
    plan.gaps[plan.items[link.from].row + (link.leaves_upwards ? 0 : 1)].has_ends = true;
    plan.gaps[plan.items[link.to].row + (link.arrives_from_above ? 0 : 1)].has_ends = true;
    add_runs(link, gaps);
  }
  for (PlannedLink& thread : threads) add_runs(thread, gaps);
  for (PlannedLink& link : links) {
    if (link.caption) add_caption(link, gaps);
  }
  for (PlannedItem& item : plan.items) add_leader(item, gaps);
  for (std::size_t gap = 0; gap < gaps.size(); ++gap)
    plan.gaps[gap].tracks = throughline::lay_tracks(gaps[gap].runs, gaps[gap].captions);
}

}  // namespace throughline
