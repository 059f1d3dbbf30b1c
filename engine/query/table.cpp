// SPDX-License-Identifier: Apache-2.0
#include "query/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

bool is_answer(const Row& row) { return static_cast<bool>(row.data); }

}  // namespace

std::size_t count_answers(const Table& table) {
  if (table.answers > 0) return table.answers;
  if (table.rows.is_made_when_asked()) return table.rows.size();
  return static_cast<std::size_t>(std::count_if(table.rows.begin(), table.rows.end(), is_answer));
}

void cut(Table& table, std::size_t limit) {
  const std::size_t answers = count_answers(table);
  if (limit == 0 || answers <= limit) return;
  table.notes.push_back(fmt::format("{} of {} shown; --limit 0 shows all", limit, count_of(answers, table.noun)));
  if (table.answers == 0 && table.rows.is_made_when_asked()) return table.rows.keep_first(limit);  // each is an answer
  std::size_t begun = 0;
  std::size_t kept = 0;
  for (const Row& row : table.rows) {
    if (is_answer(row) && ++begun > limit) break;
    ++kept;
  }
  table.rows.keep_first(kept);
}

}  // namespace throughline
