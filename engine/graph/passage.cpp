// SPDX-License-Identifier: Apache-2.0
#include "graph/passage.hpp"

namespace throughline {

Passage::Passage(std::size_t relations, Rule rule, GistRules gist_rules, std::vector<bool> may_pass)
    : memo_(std::make_shared<Memo>()) {
  Memo& memo = *memo_;
  memo.bits.assign(relations, unknown);
  memo.rule = std::move(rule);
  for (const OfType& type : gist_rules.types) {
    const std::uint8_t ways = bits_of(type.terms) & (forward | backward | last | last_backward);
    const bool is_walked = (ways & (forward | backward)) != 0;
    memo.of_types.push_back(!is_walked ? std::uint8_t{unknown} : type.is_left_out ? left_out : ways);
  }
  memo.of_dates.assign(gist_rules.count_dated_by, unknown);
  memo.gist_rules = std::move(gist_rules);
  memo.may_pass = std::move(may_pass);
}

// Of a type that is walked or left out.
std::uint8_t Passage::Memo::judge(Gist gist) {
  const std::uint8_t type = of_types[position(gist_rules.parts.type_of(gist))];
  if (type == left_out) return ++gist_rules.met->of_types_left_out, known;
  const GistDate by = gist_rules.parts.dated_by(gist);
  std::uint8_t& date = of_dates[position(by)];
  if (date == unknown) {
    const OfDate terms = gist_rules.of_date(by);
    date = bits_of({.weak = terms.weak, .held = terms.held});
  }
  if (date >> held_shift == static_cast<int>(Held::never)) return ++gist_rules.met->never_held, known;
  return type | date;
}

}  // namespace throughline
