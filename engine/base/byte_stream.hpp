// SPDX-License-Identifier: Apache-2.0
// Bytes that come one piece after another, so that what is read need not lie in memory as a whole: a file on disk, a
// text in memory, what another stream is decoded to (encoding.hpp).
//
//   while (const std::size_t count = stream.read(room)) …       // the first `count` of room
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace throughline {

class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Fills `room` from its start and says with how many bytes: fewer than it holds only at the end. Throws Failure.
  virtual std::size_t read(std::span<char> room) = 0;
  // Of all of it, for those who show how far they are; 0 when nobody knows.
  virtual std::size_t size() const { return 0; }
};

class TextStream final : public ByteStream {
 public:
  explicit TextStream(std::shared_ptr<const std::string> text) : text_(std::move(text)) {}
  explicit TextStream(std::string text) : TextStream(std::make_shared<const std::string>(std::move(text))) {}

  std::size_t read(std::span<char> room) override {
    const std::size_t count = std::min(room.size(), text_->size() - used_);
    std::copy_n(text_->data() + used_, count, room.data());
    used_ += count;
    return count;
  }
  std::size_t size() const override { return text_->size(); }

 private:
  std::shared_ptr<const std::string> text_;
  std::size_t used_ = 0;
};

// What is left of a stream.
std::string read_all(ByteStream& stream);

}  // namespace throughline
