// SPDX-License-Identifier: Apache-2.0
// The rows of an answer. A small answer is a list of them (push_back); of a long one a verb keeps what it found, and a
// row is made of it when it is printed, and forgotten: a million rows take the memory of what was found.
//
//   table.rows = rows_of(std::move(chains), [&model](const Chain& chain) { return row_of(model, chain); });
//   for (const Row& row : table.rows) …
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace throughline {

// Keys keep the order in which they are written: the JSON a program reads is the same bytes each run.
using Json = nlohmann::ordered_json;

enum class Shown { everywhere, only_in_csv, only_for_people };  // ids are for CSV, shortened chains for people

struct Row {
  std::vector<std::string> cells;    // one per column
  std::vector<std::string> details;  // lines below the row in text output: quotes, places
  std::string section;               // heading; printed when it changes
  std::function<Json()>
      data;  // one object, for json and jsonl, made when asked for; null: none (a further line of the row above)
  Shown shown = Shown::everywhere;  // what stands between rows is for people
};

class Rows {
 public:
  using Make = std::function<Row(std::size_t)>;
  class Iterator;

  Rows() = default;
  Rows(std::initializer_list<Row> listed) : listed_(listed) {}
  // `make` gives the row of each number below `count`, the same one each time.
  Rows(std::size_t count, Make make) : count_(count), make_(std::move(make)) {}

  std::size_t size() const { return is_made_when_asked() ? count_ : listed_.size(); }
  bool empty() const { return size() == 0; }
  bool is_made_when_asked() const { return make_ != nullptr; }

  // These require rows that are listed.
  void push_back(Row row);
  Row& front() { return listed_.front(); }
  Row& back() { return listed_.back(); }
  Row& operator[](std::size_t number) { return listed_[number]; }

  // Forgets those behind the first `count`.
  void keep_first(std::size_t count);

  Iterator begin() const;
  Iterator end() const;

 private:
  std::vector<Row> listed_;
  std::size_t count_ = 0;
  Make make_;
};

// Goes through the rows once, and holds no more than the one it stands at.
class Rows::Iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = Row;
  using difference_type = std::ptrdiff_t;
  using pointer = const Row*;
  using reference = const Row&;

  Iterator(const Rows& rows, std::size_t number) : rows_(&rows), number_(number) {}

  const Row& operator*() const;
  const Row* operator->() const { return &**this; }
  Iterator& operator++();
  bool operator==(const Iterator& other) const { return number_ == other.number_; }

 private:
  const Rows* rows_;
  std::size_t number_;
  mutable std::optional<Row> made_;
};

// One row for each of what was found.
template <typename Found, typename RowOf>
Rows rows_of(std::vector<Found> found, RowOf row_of) {
  const auto kept = std::make_shared<const std::vector<Found>>(std::move(found));
  return {kept->size(), [kept, row_of = std::move(row_of)](std::size_t number) { return row_of((*kept)[number]); }};
}

}  // namespace throughline
