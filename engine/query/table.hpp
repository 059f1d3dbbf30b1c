// SPDX-License-Identifier: Apache-2.0
// The answer to a question: rows for people (cells and detail lines) that carry the same facts for programs (data). The
// data may look at the model, so a table is printed while its graph is there. render/table_format.hpp turns a Table
// into text, CSV, Markdown, JSON or JSON Lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/rows.hpp"

namespace throughline {

struct Column {
  std::string key;    // CSV header: from_id
  std::string title;  // for people: From
  Shown shown = Shown::everywhere;
  std::string meaning = {};  // what a short title stands for. A table with such columns may be printed as several side
                             // by side, the other columns repeated in each, what the titles stand for below it
};

struct Table {
  std::vector<Column> columns;
  Rows rows;
  std::size_t answers = 0;           // how many there are, when that is not the number of rows with data; else 0
  std::string when_empty;            // why there is no row; said instead of nothing
  std::vector<std::string> notes;    // what was cut, skipped or assumed; printed to stderr
  std::string_view noun = "answer";  // what an answer is: link, chain, node
};

// An answer is a row with data, and the rows below it without.
std::size_t count_answers(const Table& table);

// Keeps the first answers, as many as `limit`; a note says so. 0: all.
void cut(Table& table, std::size_t limit);

}  // namespace throughline
