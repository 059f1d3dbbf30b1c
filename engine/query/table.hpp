// SPDX-License-Identifier: Apache-2.0
// The answer to a question: rows for people (cells and detail lines) that carry the same facts for programs (data). The
// data may look at the model, so a table is printed while its graph is there. render/table_format.hpp turns a Table
// into text, CSV, Markdown, JSON or JSON Lines.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace throughline {

// Keys keep the order in which they are written: the JSON a program reads is the same bytes each run.
using Json = nlohmann::ordered_json;

enum class Shown { everywhere, only_in_csv, only_for_people };  // ids are for CSV, shortened chains for people

struct Column {
  std::string key;    // CSV header: from_id
  std::string title;  // for people: From
  Shown shown = Shown::everywhere;
};

struct Row {
  std::vector<std::string> cells;    // one per column
  std::vector<std::string> details;  // lines below the row in text output: quotes, places
  std::string section;               // heading; printed when it changes
  std::function<Json()>
      data;  // one object, for json and jsonl, made when asked for; null: none (a further line of the row above)
};

struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::size_t answers = 0;         // how many there are, when the verb made rows for the first few only; else 0
  std::string when_empty;          // why there is no row; said instead of nothing
  std::vector<std::string> notes;  // what was cut, skipped or assumed; printed to stderr
};

}  // namespace throughline
