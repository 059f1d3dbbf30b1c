// SPDX-License-Identifier: Apache-2.0
// A column of the model that either fills itself, or is lent rows that lie elsewhere, as in a mapped file, and stay
// there: fifty megabytes of relations are then neither copied nor kept twice.
//
//   column.push_back(row);                       // its own
//   column = LendableColumn<Row>(rows, owner);   // lent; `owner` keeps them where they are
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace throughline {

template <typename Row>
class LendableColumn {
 public:
  using value_type = Row;

  LendableColumn() = default;
  LendableColumn(std::vector<Row> rows) : own_(std::move(rows)), rows_(own_) {}
  LendableColumn(std::span<const Row> rows, std::shared_ptr<const void> owner)
      : rows_(rows), owner_(std::move(owner)) {}
  // Moving leaves the rows where they are; a copy would look at those of the original.
  LendableColumn(LendableColumn&&) = default;
  LendableColumn& operator=(LendableColumn&&) = default;

  void reserve(std::size_t count) {
    own_.reserve(count);
    rows_ = own_;
  }
  // Requires that none are lent.
  void push_back(const Row& row) {
    own_.push_back(row);
    rows_ = own_;
  }

  // Requires one of its own.
  Row& own(std::size_t at) { return own_[at]; }

  const Row* data() const { return rows_.data(); }
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  const Row& operator[](std::size_t at) const { return rows_[at]; }

 private:
  std::vector<Row> own_;
  std::span<const Row> rows_;  // its own, or lent
  std::shared_ptr<const void> owner_;
};

}  // namespace throughline
