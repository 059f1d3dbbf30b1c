// SPDX-License-Identifier: Apache-2.0
#include "enumeration.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/text.hpp"
#include "enumeration_dates.hpp"

namespace throughline::enumeration {
namespace {

constexpr std::size_t most_worlds = 3000;

// What stands between the brackets of a set.
std::vector<std::string> members_of(const std::string& value) {
  std::vector<std::string> members;
  for (std::string_view member : split(std::string_view(value).substr(1, value.size() - 2), ','))
    members.emplace_back(member.substr(std::min(member.find_first_not_of(' '), member.size())));
  return members;
}

bool is_set(const std::string& value) { return value[0] == '[' || value[0] == '{'; }

// The dates in a value, as written.
std::vector<std::string> dates_in(const std::string& value) {
  std::vector<std::string> dates;
  for (const std::string& member : is_set(value) ? members_of(value) : std::vector<std::string>{value}) {
    const auto split_at = std::min(member.find("/"), member.find(is_set(value) ? ".." : "/"));
    const std::size_t skip = is_set(value) ? 2 : 1;
    dates.push_back(member.substr(0, split_at));
    if (split_at != std::string::npos) dates.push_back(member.substr(split_at + skip));
  }
  std::erase_if(dates, [](const std::string& date) { return date.empty() || date == ".."; });
  return dates;
}

World world_of(const Places& held, const Grid& grid) {
  World world{held, grid.never_ends(), 0};
  for (std::size_t place = 0; place <= grid.never_ends(); ++place)
    if (held[place]) world.first = std::min(world.first, place), world.last = place;
  return world;
}

World stretch(std::size_t first, std::size_t last) {
  World world{{}, first, last};
  for (std::size_t place = first; place <= last; ++place) world.held.set(place);
  return world;
}

std::vector<std::size_t> places_of(const std::vector<Day>& days, const Grid& grid) {
  std::vector<std::size_t> places;
  for (Day day : days) places.push_back(grid.place_of(day));
  return places;
}

std::vector<std::size_t> all_days(const Grid& grid) {
  std::vector<std::size_t> places;
  for (std::size_t place = 1; place < grid.never_ends(); ++place) places.push_back(place);
  return places;
}

std::vector<std::size_t> ends_of(const std::string& end, int units, const Grid& grid, std::size_t open) {
  if (end == "..") return {open};
  if (!end.empty()) return places_of(days_of(end, units), grid);
  std::vector<std::size_t> places = all_days(grid);
  places.push_back(open);
  return places;
}

std::optional<Worlds> interval_worlds(const std::string& value, int units, const Grid& grid) {
  const auto slash = value.find('/');
  Worlds worlds;
  for (std::size_t first : ends_of(value.substr(0, slash), units, grid, grid.never_began()))
    for (std::size_t last : ends_of(value.substr(slash + 1), units, grid, grid.never_ends())) {
      if (first <= last) worlds.push_back(stretch(first, last));
      if (worlds.size() > most_worlds) return std::nullopt;
    }
  return worlds;
}

// The two dates of `a..b`; empty where there is none.
std::pair<std::string, std::string> range_ends(const std::string& member) {
  const auto dots = member.find("..");
  return {member.substr(0, dots), member.substr(dots + 2)};
}

std::vector<std::size_t> places_of_one(const std::string& member, int units, const Grid& grid) {
  if (member.find("..") == std::string::npos) return places_of(days_of(member, units), grid);
  const auto [from, upto] = range_ends(member);
  const std::size_t first = from.empty() ? 1 : grid.place_of(days_of(from, units).front());
  const std::size_t last = upto.empty() ? grid.never_ends() - 1 : grid.place_of(days_of(upto, units).back());
  std::vector<std::size_t> places;
  for (std::size_t place = first; place <= last; ++place) places.push_back(place);
  return places;
}

Worlds one_of_worlds(const std::string& value, int units, const Grid& grid) {
  Places held;
  for (const std::string& member : members_of(value))
    for (std::size_t place : places_of_one(member, units, grid)) held.set(place);
  Worlds worlds;
  for (std::size_t place = 0; place < Grid::size; ++place)
    if (held[place]) worlds.push_back(stretch(place, place));
  return worlds;
}

// How much of a printed day names its unit in a range: all, the month, or the year.
std::size_t unit_length(const std::string& from, const std::string& upto) {
  std::size_t shortest = 10;
  for (const std::string& date : {from, upto}) {
    if (date.empty()) continue;
    const int months = months_in_unit(date);
    shortest = std::min<std::size_t>(shortest, months == 0 ? 10 : months == 1 ? 7 : 4);
  }
  return shortest;
}

// Each unit of a range, as the days it leaves open. Those without bounds go on to the end of the grid, and forever.
std::vector<std::vector<std::size_t>> units_of(const std::string& member, int units, const Grid& grid) {
  const auto [from, upto] = range_ends(member);
  const Day first = from.empty() ? grid.day_at(1) : days_of(from, 0).front();
  const Day last = upto.empty() ? grid.day_at(grid.never_ends() - 1) : days_of(upto, 0).back();
  const std::size_t length = unit_length(from, upto);
  std::vector<std::vector<std::size_t>> found;
  if (from.empty()) found.push_back({grid.never_began()});
  if (upto.empty()) found.push_back({grid.never_ends()});
  for (Day day = first; day <= last;) {
    Day end = day;
    while (end < last && print_day(end + 1).substr(0, length) == print_day(day).substr(0, length)) ++end;
    Day wide_first = day;
    Day wide_last = end;
    for (const auto& [edge, date] : {std::pair{day == first, from}, std::pair{end == last, upto}})
      if (edge && !date.empty()) {
        wide_first = std::min(wide_first, reach(day, date, units, -1));
        wide_last = std::max(wide_last, reach(end, date, units, 1));
      }
    std::vector<std::size_t> places;
    for (Day at = wide_first; at <= wide_last; ++at) places.push_back(grid.place_of(at));
    found.push_back(places);
    day = end + 1;
  }
  return found;
}

std::optional<Worlds> all_of_worlds(const std::string& value, int units, const Grid& grid) {
  std::vector<std::vector<std::size_t>> members;
  for (const std::string& member : members_of(value)) {
    if (member.find("..") == std::string::npos)
      members.push_back(places_of(days_of(member, units), grid));
    else
      for (auto& unit : units_of(member, units, grid)) members.push_back(std::move(unit));
  }
  std::unordered_set<Places> held{Places{}};
  for (const auto& places : members) {
    std::unordered_set<Places> more;
    for (const Places& so_far : held)
      for (std::size_t place : places) more.insert(Places(so_far).set(place));
    held = std::move(more);
    if (held.size() > most_worlds) return std::nullopt;
  }
  Worlds worlds;
  for (const Places& each : held) worlds.push_back(world_of(each, grid));
  return worlds;
}

}  // namespace

Grid::Grid(const std::vector<std::string>& values, int units) {
  std::set<Day> days;
  const auto add = [&](Day day) {
    for (Day near = day - 3; near <= day + 3; ++near) days.insert(near);
  };
  for (const std::string& value : values) {
    for (const std::string& date : dates_in(value))
      for (Day day : days_of(date, units)) add(day);
    if (value[0] != '{') continue;
    for (const std::string& member : members_of(value)) {  // all days of a range are named
      if (member.find("..") == std::string::npos) continue;
      const auto [from, upto] = range_ends(member);
      if (from.empty() || upto.empty()) continue;
      for (Day day = days_of(from, units).front(); day <= days_of(upto, units).back(); ++day) add(day);
    }
  }
  if (days.empty()) add(day_of(2018, 1, 1));
  days_.assign(days.begin(), days.end());
}

std::size_t Grid::place_of(Day day) const {
  return static_cast<std::size_t>(std::lower_bound(days_.begin(), days_.end(), day) - days_.begin()) + 1;
}

std::optional<Day> Grid::bound_at(std::size_t place) const {
  return place <= 1 || place >= days_.size() ? std::nullopt : std::optional(day_at(place));
}

std::optional<Worlds> worlds_of(const std::string& value, int units, const Grid& grid) {
  if (value[0] == '{') return all_of_worlds(value, units, grid);
  if (value[0] == '[') return one_of_worlds(value, units, grid);
  if (value.find('/') != std::string::npos) return interval_worlds(value, units, grid);
  return one_of_worlds("[" + value + "]", units, grid);
}

World known_world(Day first, Day last, const Grid& grid) { return stretch(grid.place_of(first), grid.place_of(last)); }

bool is_doubtful(const std::string& value) { return value.find_first_of("?%") != std::string::npos; }

bool overlaps(const World& a, const World& b, const Grid& grid) {
  Places both = a.held & b.held;
  both.reset(grid.never_began()).reset(grid.never_ends());
  return both.any();
}
bool before(const World& a, const World& b, const Grid&) { return a.last < b.first; }
bool meets(const World& a, const World& b, const Grid& grid) {
  return grid.is_day(a.last) && grid.is_day(b.first) && grid.day_at(a.last) + 1 == grid.day_at(b.first);
}
bool during(const World& a, const World& b, const Grid&) { return (a.held & ~b.held).none(); }
bool equals(const World& a, const World& b, const Grid&) { return a.held == b.held; }

}  // namespace throughline::enumeration
