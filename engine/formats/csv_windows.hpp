// SPDX-License-Identifier: Apache-2.0
// A stream seen through a window that moves on: tables of any size are read in little memory.
//
//   while (windows.next()) windows.let_go(used_of(windows.text()));
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/byte_stream.hpp"

namespace throughline {

class CsvWindows {
 public:
  static constexpr std::size_t usual_bytes = std::size_t{8} << 20;
  static constexpr std::size_t most_bytes = std::size_t{64} << 20;  // of one record

  explicit CsvWindows(std::unique_ptr<ByteStream> stream, std::size_t bytes = usual_bytes)
      : stream_(std::move(stream)), room_(std::min(bytes, stream_->size() > 0 ? stream_->size() + 1 : bytes)) {}

  // Moves on behind what was let go, and fills up. When nothing was let go the window grows; false at the end, and
  // when it can't grow any more.
  bool next();
  // What is left to read ends with this window.
  bool is_last() const { return is_at_end_; }
  bool is_too_long() const { return is_too_long_; }

  std::string_view text() const { return {buffer_.get() + used_, filled_ - used_}; }
  std::size_t offset() const { return offset_; }  // of text() in the stream
  std::size_t size() const { return stream_->size(); }

  void let_go(std::size_t bytes);

 private:
  std::unique_ptr<ByteStream> stream_;
  std::unique_ptr<char[]> buffer_;
  std::size_t room_;
  std::size_t filled_ = 0;
  std::size_t used_ = 0;
  std::size_t offset_ = 0;
  bool is_at_end_ = false;
  bool is_too_long_ = false;
};

}  // namespace throughline
