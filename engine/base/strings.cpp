// SPDX-License-Identifier: Apache-2.0
#include "base/strings.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>

namespace throughline {
namespace {
constexpr std::size_t first_slots = 1024;
constexpr std::size_t block_bytes = 1 << 16;
}  // namespace

StringPool::StringPool() : texts_{std::string_view{}}, slots_(first_slots, 0) {}

StringId StringPool::intern(std::string_view text) {
  if (text.empty()) return StringId::empty;
  if (texts_.size() * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(text)&mask;
  while (slots_[slot] != 0) {
    if (texts_[slots_[slot]] == text) return StringId{slots_[slot]};
    slot = (slot + 1) & mask;
  }
  slots_[slot] = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(store(text));
  return StringId{slots_[slot]};
}

std::string_view StringPool::store(std::string_view text) {
  if (block_used_ + text.size() > block_size_) {
    block_size_ = std::max(block_bytes, text.size());
    block_used_ = 0;
    blocks_.push_back(std::make_unique<char[]>(block_size_));
  }
  char* at = blocks_.back().get() + block_used_;
  std::memcpy(at, text.data(), text.size());
  block_used_ += text.size();
  return {at, text.size()};
}

void StringPool::grow() {
  slots_.assign(std::bit_ceil(std::max(first_slots, texts_.size() * 2 + 1)), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 1; i < texts_.size(); ++i) {
    std::size_t slot = std::hash<std::string_view>{}(texts_[i]) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i);
  }
}

}  // namespace throughline
