// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_windows.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace throughline {

bool CsvWindows::next() {
  if (is_at_end_) return !text().empty();
  const bool must_grow = buffer_ && used_ == 0 && filled_ == room_;
  is_too_long_ = must_grow && room_ >= most_bytes;
  if (is_too_long_) return false;
  if (must_grow) room_ *= 2;
  if (must_grow || !buffer_) {
    auto wider = std::make_unique_for_overwrite<char[]>(room_);
    std::copy_n(buffer_.get(), filled_, wider.get());
    buffer_ = std::move(wider);
  }
  std::memmove(buffer_.get(), buffer_.get() + used_, filled_ - used_);
  filled_ -= used_;
  used_ = 0;
  const std::size_t count = stream_->read(std::span(buffer_.get() + filled_, room_ - filled_));
  is_at_end_ = count < room_ - filled_;
  filled_ += count;
  return filled_ > 0;
}

void CsvWindows::let_go(std::size_t bytes) {
  used_ += bytes;
  offset_ += bytes;
}

}  // namespace throughline
