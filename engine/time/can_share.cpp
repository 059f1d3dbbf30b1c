// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "time/hull_index.hpp"
#include "time/shared_days.hpp"

namespace throughline {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// A set of days that has to be placed on a day which the other side holds, too; or that only may be.
struct Item {
  DaySet days;
  bool is_on_first;
  bool must_be_placed;
  std::vector<std::size_t> partners = {};  // items of the other side with a day in common
  std::size_t group = nowhere;
};

// Items placed on one day, some of either side.
using Group = std::vector<const DaySet*>;

bool can_join(const Group& group, const DaySet& days) {
  Group all = group;
  all.push_back(&days);
  return next_common(all, never_began).has_value();
}

bool same_days(const DaySet& a, const DaySet& b) { return is_within(a, b) && is_within(b, a); }

// Both sides can have the same days if all items can be parted into groups, each of items of both sides that have some
// day in common. (Two groups on the same day do no harm.) Tries all ways to place one item after the other.
class Grouping {
 public:
  explicit Grouping(std::vector<Item> items) : items_(std::move(items)) {
    find_partners();
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (items_[i].must_be_placed) order_.push_back(i);
    // Who has the least choice chooses first.
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return items_[a].partners.size() < items_[b].partners.size();
    });
  }

  bool exists() {
    std::vector<Step> steps;
    for (std::size_t next = first_open(0); next != order_.size(); next = first_open(steps.back().at + 1)) {
      steps.push_back({next});
      while (!advance(steps.back())) {
        steps.pop_back();
        if (steps.empty()) return false;
        undo(steps.back());
      }
    }
    return true;
  }

 private:
  // The placing of one item: with the partner tried last, in a group of its own or in that of the partner.
  struct Step {
    std::size_t at;         // in order_
    std::size_t tried = 0;  // partners, so far
    bool has_founded = false;
  };

  void find_partners() {
    std::vector<Stretch> hulls;
    for (const Item& item : items_) hulls.push_back(item.days.hull());
    const HullIndex index(hulls);
    for (std::size_t i = 0; i < items_.size(); ++i)
      for (std::size_t other : index.overlapping(hulls[i]))
        if (items_[other].is_on_first != items_[i].is_on_first && meet(items_[i].days, items_[other].days))
          items_[i].partners.push_back(other);
  }

  std::size_t first_open(std::size_t at) const {
    while (at < order_.size() && items_[order_[at]].group != nowhere) ++at;
    return at;
  }

  // Places the item with the next partner that will do; false if there is none.
  bool advance(Step& step) {
    Item& item = items_[order_[step.at]];
    while (step.tried < item.partners.size()) {
      Item& partner = items_[item.partners[step.tried++]];
      if (has_tried_the_same(item, step.tried - 1)) continue;
      step.has_founded = partner.group == nowhere;
      if (step.has_founded) {
        partner.group = groups_.size();
        groups_.push_back({&partner.days});
      } else if (!can_join(groups_[partner.group], item.days)) {
        continue;
      }
      item.group = partner.group;
      groups_[item.group].push_back(&item.days);
      return true;
    }
    return false;
  }

  void undo(const Step& step) {
    Item& item = items_[order_[step.at]];
    groups_[item.group].pop_back();
    if (step.has_founded) {
      items_[item.partners[step.tried - 1]].group = nowhere;
      groups_.pop_back();
    }
    item.group = nowhere;
  }

  // A partner that is free and like the one before it, or in the same group, would fail in the same way.
  bool has_tried_the_same(const Item& item, std::size_t at) const {
    if (at == 0) return false;
    const Item& partner = items_[item.partners[at]];
    const Item& before = items_[item.partners[at - 1]];
    return partner.group == before.group && (partner.group != nowhere || same_days(partner.days, before.days));
  }

  std::vector<Item> items_;
  std::vector<std::size_t> order_;  // of those that must be placed
  std::vector<Group> groups_;
};

// Known days that the other side doesn't know need a member of it each. Adds them as items; false if it has too few.
bool add_lonely_days(const Choices& side, const Choices& other, bool is_first, std::vector<Item>& items) {
  const auto lonely = days_outside(side.known, other.known, other.members.size());
  if (!lonely) return false;
  for (Day day : *lonely) items.push_back({DaySet(Stretch{day, day}), is_first, true});
  return true;
}

// A member that can choose a day the other side knows is safe there, whatever else it may be needed for.
void add_members(const Choices& side, const Choices& other, bool is_first, bool is_asked, std::vector<Item>& items) {
  for (const DaySet& member : side.members) items.push_back({member, is_first, is_asked && !meet(member, other.known)});
}

}  // namespace

bool can_share(const Choices& first, const Choices& second, Shared shared) {
  const bool is_same = shared == Shared::same;
  std::vector<Item> items;
  if (!add_lonely_days(first, second, true, items)) return false;
  if (is_same && !add_lonely_days(second, first, false, items)) return false;
  add_members(first, second, true, true, items);
  add_members(second, first, false, is_same, items);
  return Grouping(std::move(items)).exists();
}

}  // namespace throughline
