// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_strips.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace throughline {

namespace {

constexpr double slack = 0.01;
constexpr double step = 4;
constexpr double furthest = 64;  // that a line goes along the axis to find a way
constexpr double cost_of_bend = 10;
constexpr double cost_of_hiding = 12;
constexpr double shortest_bar = 60;
constexpr double cost_of_strip = 6;
constexpr double cost_of_new_strip = 14;

// From the labels outwards and from the last to the first: what begins earlier stands further out, and its line passes
// before the others begin.
class Hanger {
 public:
  Strips result;

  // Marks leave `for_bars` to what is longer.
  Hanger(const StripRules& rules, double for_bars) : rules_(rules), for_bars_(for_bars) {}

  void hang(const Hanging& item) {
    std::optional<Hung> best;
    double least = 0;
    for (std::size_t strip = 0; strip <= strips_.size(); ++strip) {
      const bool is_new = strip == strips_.size();
      if (!is_new && !is_free(strips_[strip], item.covered)) continue;
      if (!has_room(strip, item, false)) continue;
      const double cost = cost_of_strip * static_cast<double>(strip) + (is_new ? cost_of_new_strip : 0);
      if (best && cost >= least) continue;
      const auto way = find_way(strip, item);
      if (!way || (best && cost + way->second >= least)) continue;
      best = way->first;
      least = cost + way->second;
    }
    if (best) put(item, *best);
    result.hung.push_back(best);
  }

  Strips take() {
    result.width = width();
    for (auto strip = strips_.rbegin(); strip != strips_.rend(); ++strip) result.rows.push_back(row_of(*strip));
    for (auto& hung : result.hung)
      if (hung) hung->strip = strips_.size() - 1 - hung->strip;
    std::reverse(result.hung.begin(), result.hung.end());
    return std::move(result);
  }

 private:
  struct Taken {
    AxisSpan covered;
    std::vector<AxisSpan> behind = {};  // where a line may pass behind it, if need be
  };

  struct Strip {
    std::vector<Taken> taken;
    double half = 0;
    std::size_t bends = 0;
    bool has_bar = false;
  };

  Taken taken_by(const Hanging& item) const {
    const auto& [left, right] = item.covered;
    const double off = rules_.distance;
    Taken taken{item.covered};
    if (item.is_bar && right - left > shortest_bar) taken.behind = {{left + off, right - off}};
    if (item.mark.left < item.mark.right)
      taken.behind = {{left + off, item.mark.left - off}, {item.mark.right + off, right - off}};
    return taken;
  }

  bool is_free(const Strip& strip, const AxisSpan& wanted, bool behind = false) const {
    const auto holds = [&](const AxisSpan& span) { return span.left < wanted.left && wanted.right < span.right; };
    return std::none_of(strip.taken.begin(), strip.taken.end(), [&](const Taken& taken) {
      if (behind && std::any_of(taken.behind.begin(), taken.behind.end(), holds)) return false;
      return wanted.left < taken.covered.right + rules_.distance && taken.covered.left < wanted.right + rules_.distance;
    });
  }

  double width_of(double half, std::size_t bends) const {
    const double turns = bends == 0 ? 0 : rules_.bend + rules_.more_bends * static_cast<double>(bends - 1);
    return 2 * half + rules_.beside + turns;
  }

  double width() const {
    double all = 0;
    for (const Strip& strip : strips_) all += width_of(strip.half, strip.bends);
    return all;
  }

  double reserved(const Hanging& item) const {
    if (item.is_bar) return 0;
    double left = for_bars_;
    for (const Strip& strip : strips_)
      if (strip.has_bar) left -= width_of(strip.half, strip.bends);
    return std::max(0.0, left);
  }

  // For one more in this strip, whose line turns behind it or does not.
  bool has_room(std::size_t at, const Hanging& item, bool bends) const {
    const Strip before = at < strips_.size() ? strips_[at] : Strip{};
    const double now = at < strips_.size() ? width_of(before.half, before.bends) : 0;
    return width() - now + width_of(std::max(before.half, item.half), before.bends + (bends ? 1 : 0)) <=
           rules_.room - reserved(item);
  }

  bool is_way(std::size_t strip, double at, bool behind_bars) const {
    if (at < rules_.from || at > rules_.to) return false;
    const auto next = ways_.lower_bound(at - rules_.distance + slack);
    if (next != ways_.end() && *next < at + rules_.distance - slack) return false;
    for (std::size_t i = 0; i < strip; ++i)
      if (!is_free(strips_[i], {at, at}, behind_bars)) return false;
    return true;
  }

  // Straight from some place of the mark, the better the nearer to where it should be; else around the corner; else
  // behind bars, which are long enough for an eye to follow a line under them, and across days that are possible.
  std::optional<std::pair<Hung, double>> find_way(std::size_t strip, const Hanging& item) const {
    if (!item.has_label) return std::pair(Hung{strip, item.best, item.best}, 0.0);
    if (const auto way = straight_way(strip, item, false)) return way;
    const bool may_bend = has_room(strip, item, true);
    if (may_bend)
      if (const auto way = bent_way(strip, item, false)) return way;
    if (const auto way = straight_way(strip, item, true)) return way;
    return may_bend ? bent_way(strip, item, true) : std::nullopt;
  }

  std::optional<std::pair<Hung, double>> bent_way(std::size_t strip, const Hanging& item, bool behind) const {
    for (double aside = 0; aside <= furthest; aside += step) {
      for (const double at : {item.exits.left - aside, item.exits.right + aside}) {
        if (is_way(strip, at, behind))
          return std::pair(Hung{strip, item.best, at}, cost_of_bend + (behind ? cost_of_hiding : 0) + aside);
      }
    }
    return std::nullopt;
  }

  std::optional<std::pair<Hung, double>> straight_way(std::size_t strip, const Hanging& item, bool behind_bars) const {
    const double reach = std::max(furthest, item.exits.right - item.exits.left);
    for (double aside = 0; aside <= reach; aside += step) {
      for (const double at : {item.best + aside, item.best - aside}) {
        const bool is_straight = at >= item.exits.left && at <= item.exits.right;
        if (is_straight && is_way(strip, at, behind_bars))
          return std::pair(Hung{strip, at, at}, (behind_bars ? cost_of_hiding : 0) + std::min(aside, cost_of_bend / 2));
      }
    }
    return std::nullopt;
  }

  void put(const Hanging& item, const Hung& hung) {
    if (hung.strip == strips_.size()) strips_.emplace_back();
    Strip& strip = strips_[hung.strip];
    strip.half = std::max(strip.half, item.half);
    strip.has_bar = strip.has_bar || item.is_bar;
    if (hung.leaves != hung.crosses) ++strip.bends;
    strip.taken.push_back(taken_by(item));
    if (!item.has_label) return;
    for (std::size_t i = 0; i < hung.strip; ++i) strips_[i].taken.push_back({{hung.crosses, hung.crosses}});
    ways_.insert(hung.crosses);
  }

  static PackedRow row_of(const Strip& strip) {
    PackedRow row{strip.half, strip.half, {}};
    for (const Taken& taken : strip.taken) row.covered.push_back(taken.covered);
    std::stable_sort(row.covered.begin(), row.covered.end(),
                     [](const AxisSpan& a, const AxisSpan& b) { return a.left < b.left; });
    return row;
  }

  const StripRules& rules_;
  double for_bars_;
  std::vector<Strip> strips_;
  std::set<double> ways_;
};

}  // namespace

Strips hang(const std::vector<Hanging>& items, const StripRules& rules) {
  const auto hung = [&](double for_bars, bool bars_alone) {
    Hanger hanger(rules, for_bars);
    for (auto item = items.rbegin(); item != items.rend(); ++item)
      if (item->is_bar || !bars_alone) hanger.hang(*item);
    return hanger.take();
  };
  Strips all = hung(0, false);
  const bool have_room =
      std::all_of(all.hung.begin(), all.hung.end(), [](const auto& each) { return each.has_value(); });
  return have_room ? all : hung(hung(0, true).width, false);
}

}  // namespace throughline
