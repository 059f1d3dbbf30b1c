// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "time/shared_days.hpp"

namespace throughline {

// In one window. Only members all of whose days are in it are bound to choose one of these.
class MissSearch {
 public:
  MissSearch(const Misses& misses, const Stretch& window) : all_(misses.all_), window_(window) {
    for (std::size_t number : misses.index_.overlapping(window))
      if (const auto& member = misses.members_[number]; common(member.hull, window) == member.hull)
        bound_.push_back(member);
  }

  bool succeeds() {
    if (is_known_together()) return false;
    if (all_.size() == 1) return bound_.empty();
    if (!find_choosers()) return false;
    std::stable_sort(choosers_.begin(), choosers_.end(),
                     [](const Chooser& a, const Chooser& b) { return a.days.size() < b.days.size(); });
    chosen_.assign(choosers_.size(), 0);
    return choose_from(0);
  }

 private:
  // A bound member must not choose a day that all others choose.
  struct Chooser {
    std::size_t side;
    std::vector<Day> days;
  };

  bool is_known_together() const {
    std::vector<const DaySet*> known;
    for (const Choices& choices : all_) known.push_back(&choices.known);
    const auto day = next_common(known, window_.first);
    return day && *day <= window_.last;
  }

  // As many members of other sides may choose one of a member's days: with more days than that one is left in the end.
  bool find_choosers() {
    std::vector<Stretch> hulls;
    for (const auto& member : bound_) hulls.push_back(member.hull);
    const HullIndex index(hulls);
    for (const auto& member : bound_) {
      const auto near = index.overlapping(member.hull);
      const auto rivals = static_cast<std::size_t>(
          std::count_if(near.begin(), near.end(), [&](std::size_t i) { return bound_[i].side != member.side; }));
      auto days = days_left(member, rivals + 1);
      if (days.empty()) return false;
      if (days.size() <= rivals) choosers_.push_back({member.side, std::move(days)});
    }
    return true;
  }

  // Days of a member that not all other sides know, up to so many.
  std::vector<Day> days_left(const Misses::Member& member, std::size_t limit) const {
    std::vector<Day> days;
    for (auto day = member.days->next(never_began); day && days.size() < limit;) {
      const Day known = others_know_upto(*day, member.side);
      if (known < *day) days.push_back(*day);
      day = member.days->next(std::max(known, *day) + 1);
    }
    return days;
  }

  // All other sides know the days from `day` to this one; none if it is before `day`.
  Day others_know_upto(Day day, std::size_t side) const {
    Day end = all_of_time.last;
    for (std::size_t other = 0; other < all_.size(); ++other) {
      if (other == side) continue;
      if (!all_[other].known.has(day)) return day - 1;
      end = std::min(end, all_[other].known.run_end(day));
    }
    return end;
  }

  bool choose_from(std::size_t at) {
    if (at == choosers_.size()) return true;
    for (Day day : choosers_[at].days) {
      chosen_[at] = day;
      if (!is_chosen_by_all(day, at) && choose_from(at + 1)) return true;
    }
    return false;
  }

  bool is_chosen_by_all(Day day, std::size_t last) const {
    for (std::size_t side = 0; side < all_.size(); ++side) {
      bool is_chosen = all_[side].known.has(day);
      for (std::size_t i = 0; i <= last && !is_chosen; ++i) is_chosen = choosers_[i].side == side && chosen_[i] == day;
      if (!is_chosen) return false;
    }
    return true;
  }

  std::span<const Choices> all_;
  Stretch window_;
  std::vector<Misses::Member> bound_;
  std::vector<Chooser> choosers_;
  std::vector<Day> chosen_;
};

Misses::Misses(std::vector<Choices> all) : all_(std::move(all)) {
  std::vector<Stretch> hulls;
  for (std::size_t side = 0; side < all_.size(); ++side)
    for (const DaySet& days : all_[side].members) {
      hulls.push_back(days.hull());
      members_.push_back({side, &days, hulls.back()});
    }
  index_ = HullIndex(hulls);
}

bool Misses::can_miss(const Stretch& window) const {
  if (is_empty(window)) return true;
  return !all_.empty() && MissSearch(*this, window).succeeds();
}

}  // namespace throughline
