// SPDX-License-Identifier: Apache-2.0
#include "query/rows.hpp"

#include <algorithm>
#include <cassert>

namespace throughline {

void Rows::push_back(Row row) {
  assert(!is_made_when_asked());
  listed_.push_back(std::move(row));
}

void Rows::keep_first(std::size_t count) {
  count_ = std::min(count_, count);
  if (count < listed_.size()) listed_.resize(count);
}

Rows::Iterator Rows::begin() const { return {*this, 0}; }
Rows::Iterator Rows::end() const { return {*this, size()}; }

const Row& Rows::Iterator::operator*() const {
  if (!rows_->is_made_when_asked()) return rows_->listed_[number_];
  if (!made_) made_ = rows_->make_(number_);
  return *made_;
}

Rows::Iterator& Rows::Iterator::operator++() {
  ++number_;
  made_.reset();
  return *this;
}

}  // namespace throughline
