// SPDX-License-Identifier: Apache-2.0
// What differs between a before and an after, as an answer of `diff`: found in one graph by changes_in_time.hpp, in two
// by changes_of_graphs.hpp, and made into a table here.
//
//   table = table_of(changes, {.added = "Added", …}, standpoint);
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/standings.hpp"
#include "query/table.hpp"

namespace throughline {

enum class ChangeKind : std::uint8_t { added, changed, withdrawn };
std::string_view name(ChangeKind kind);

// One side of a change.
struct ChangeSide {
  std::string text = {};                   // for a cell
  std::vector<std::string> evidence = {};  // as lines
  Json data = {};                          // {…, "evidence"}; null for what is not there
};

struct ChangeTold {
  std::string_view what = {};  // "node", "relation", "status" …
  std::string field = {};      // what of it changed; empty: all of it
  std::string words = {};      // both for people: "initiative name"
  std::string subject = {};
  std::string subject_id = {};
  Json subject_data = {};
  ChangeSide before = {};
  ChangeSide after = {};
  std::vector<std::string> remarks = {};  // what decided, in words
};

struct Change {
  ChangeKind kind;
  Held held;  // certainly: it changed in every world
  std::function<ChangeTold()> tell;
};

struct ChangeTitles {
  std::string added;  // headings
  std::string changed;
  std::string withdrawn;
  std::string before;  // of the columns
  std::string after;
};

// Grouped by kind, then by how sure they are, otherwise in this order. A note counts them as a range; with --certain
// those that are not are left out. Rows are made when they are printed: what the changes look at must be there then.
Table table_of(std::vector<Change> changes, const ChangeTitles& titles, const Standpoint& standpoint);

// "relation" → "2 relations", "status" → "2 statuses": for the notes.
std::string counted(std::size_t count, std::string_view what);

}  // namespace throughline
