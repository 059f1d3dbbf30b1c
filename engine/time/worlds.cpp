// SPDX-License-Identifier: Apache-2.0
#include "time/worlds.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "time/each_date.hpp"
#include "time/in_order_rule.hpp"
#include "time/moments.hpp"
#include "time/pair_rules.hpp"
#include "time/plain_days.hpp"
#include "time/together_rule.hpp"
#include "time/unit_ranges.hpp"

namespace throughline {
namespace {

using Values = std::span<const Edtf* const>;
using Question = std::vector<DayWorlds>;  // the worlds of each value

Qualifier qualifier_of(Values values) {
  Qualifier all = Qualifier::none;
  for (const Edtf* value : values) all = all | throughline::qualifier_of(*value);
  return all;
}

Question worlds_of(Values values, const Lens& lens) {
  Question worlds;
  worlds.reserve(values.size());
  for (const Edtf* value : values) worlds.push_back(day_worlds(*value, lens));
  return worlds;
}

bool has_no_world(const DayWorlds& worlds) { return worlds.possible.is_empty(); }

// Asks with the tolerance of `~` and, where there is one, without; `?` lowers both verdicts.
template <typename Rule>
Answer answer(Values values, const Reading& reading, Rule rule) {
  const Qualifier qualifier = qualifier_of(values);
  const YearScale years(values, is_approximate(qualifier) ? reading.tolerance.amount : 0);
  const auto ask = [&](const Tolerance& tolerance) {
    Question question = worlds_of(values, {tolerance, years});
    if (std::any_of(question.begin(), question.end(), has_no_world)) return Verdict::impossible;
    const Verdict verdict = rule(std::move(question));
    return is_uncertain(qualifier) ? both(verdict, Verdict::possible) : verdict;
  };
  const Verdict exact = ask(no_tolerance);
  if (!is_approximate(qualifier)) return {exact, false};
  const Verdict tolerant = ask(reading.tolerance);
  return {tolerant, tolerant != exact};
}

Answer answer_for_pair(const Edtf& a, const Edtf& b, const Reading& reading,
                       Verdict (*rule)(const DayWorlds&, const DayWorlds&)) {
  const Edtf* const values[] = {&a, &b};
  return answer(values, reading, [&](Question question) {
    expand_ranges(question);
    return rule(question[0], question[1]);
  });
}

std::optional<Stretch> hull_of_common(const std::vector<DaySet>& sets) {
  std::vector<const DaySet*> pointers;
  for (const DaySet& set : sets) pointers.push_back(&set);
  return common_hull(pointers);
}

// Chains have so many dates at most, nearly all of them.
constexpr std::size_t most_plain = 8;

// Nothing where a value is not plain: the general way must do.
std::optional<Together> plainly_together(Values values) {
  if (values.size() > most_plain) return std::nullopt;
  std::array<PlainDays, most_plain> room;
  const std::span<PlainDays> days(room.data(), values.size());
  if (!put_plain_days(values, days)) return std::nullopt;
  Together together;
  together.verdict = verdict_together(days);
  if (const auto possible = possible_days(days)) together.window = bounds_of(*possible);
  if (together.verdict == Verdict::certain)
    if (const auto certain = certain_days(days)) together.certain_window = bounds_of(*certain);
  return together;
}

}  // namespace

Answer held_during(const Edtf& value, const Bounds& stretch, const Reading& reading) {
  const Stretch known{stretch.earliest.value_or(never_began), stretch.latest.value_or(never_ends)};
  if (is_empty(known)) return {};
  if (const auto days = plain_days(value)) return {verdict_during(*days, known), false};
  const Edtf* const values[] = {&value};
  return answer(values, reading, [&](const Question& question) { return together_rule(question.front(), known); });
}

Answer held_on(const Edtf& value, Day day, const Reading& reading) { return held_during(value, {day, day}, reading); }

Together held_together(Values values, const Reading& reading) {
  Together together;
  if (values.empty()) return {Verdict::certain, false, {}, Bounds{}};
  if (const auto plainly = plainly_together(values)) return *plainly;
  std::vector<DaySet> possible;
  std::vector<DaySet> certain;
  const Answer found = answer(values, reading, [&](const Question& question) {
    possible.clear(), certain.clear();
    for (const DayWorlds& worlds : question) {
      possible.push_back(worlds.possible);
      certain.push_back(certain_days(worlds));
    }
    return together_rule(question);
  });
  together.verdict = found.verdict;
  together.by_tolerance = found.by_tolerance;
  if (found.verdict != Verdict::impossible)
    if (const auto days = hull_of_common(possible)) together.window = bounds_of(*days);
  if (found.verdict == Verdict::certain)
    if (const auto days = hull_of_common(certain)) together.certain_window = bounds_of(*days);
  return together;
}

Answer held_in_order(Values values, const Reading& reading) {
  if (values.empty()) return {Verdict::certain, false};
  return answer(values, reading, [](const Question& question) { return in_order_rule(question); });
}

Answer overlaps(const Edtf& a, const Edtf& b, const Reading& reading) {
  const Edtf* const values[] = {&a, &b};
  return answer(values, reading, [](const Question& question) { return together_rule(question); });
}

Answer before(const Edtf& a, const Edtf& b, const Reading& reading) {
  if (const auto by_clock = moment_before(a, b)) return {*by_clock, false};
  return answer_for_pair(a, b, reading, before_rule);
}

Answer after(const Edtf& a, const Edtf& b, const Reading& reading) { return before(b, a, reading); }

Answer meets(const Edtf& a, const Edtf& b, const Reading& reading) {
  return answer_for_pair(a, b, reading, meets_rule);
}

Answer during(const Edtf& a, const Edtf& b, const Reading& reading) {
  return answer_for_pair(a, b, reading, during_rule);
}
Answer contains(const Edtf& a, const Edtf& b, const Reading& reading) { return during(b, a, reading); }

Answer equals(const Edtf& a, const Edtf& b, const Reading& reading) {
  return answer_for_pair(a, b, reading, equals_rule);
}

}  // namespace throughline
