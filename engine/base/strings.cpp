// SPDX-License-Identifier: Apache-2.0
#include "base/strings.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include "base/failure.hpp"

namespace throughline {
namespace {

constexpr std::size_t first_slots = 1024;
constexpr std::size_t first_block_bytes = std::size_t{1} << 12;
constexpr std::size_t largest_block_bytes = std::size_t{1} << 20;

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
}

}  // namespace

StringPool::StringPool() : texts_{std::string_view{}}, slots_(first_slots) {}

void StringPool::reserve(std::size_t texts) {
  texts_.reserve(texts + 1);
  std::size_t wanted = std::max(slots_.size(), first_slots);
  while (texts * 2 > wanted) wanted *= 2;
  if (wanted > slots_.size()) resize(wanted);
}

void StringPool::clear() {
  texts_.resize(1);
  std::fill(slots_.begin(), slots_.end(), Slot{});
  if (blocks_.size() > 1) blocks_.erase(blocks_.begin(), blocks_.end() - 1);
  block_used_ = 0;
}

StringId StringPool::intern(std::string_view text) {
  if (text.empty()) return StringId::empty;
  if (texts_.size() * 2 > slots_.size()) resize(std::bit_ceil(std::max(first_slots, texts_.size() * 2 + 1)));
  const std::uint32_t hash = hash_of(text);
  Slot& slot = slots_[slot_of(text, hash)];
  if (slot.text == 0) {
    if (texts_.size() > std::numeric_limits<std::uint32_t>::max())
      throw Failure("more than 4,294,967,295 different texts in one graph");
    slot = {hash, static_cast<std::uint32_t>(texts_.size())};
    texts_.push_back(store(text));
  }
  return StringId{slot.text};
}

StringId StringPool::find(std::string_view text) const {
  if (text.empty()) return StringId::empty;
  if (!slots_.empty()) return StringId{slots_[slot_of(text, hash_of(text))].text};
  const auto at = std::find(texts_.begin() + 1, texts_.end(), text);  // nothing was interned here: there is no table
  return at == texts_.end() ? StringId::empty : StringId{static_cast<std::uint32_t>(at - texts_.begin())};
}

std::size_t StringPool::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].text != 0 && (slots_[at].hash != hash || texts_[slots_[at].text] != text)) at = (at + 1) & mask;
  return at;
}

std::string_view StringPool::store(std::string_view text) {
  if (block_used_ + text.size() > block_size_) {
    block_size_ =
        std::max(blocks_.empty() ? first_block_bytes : std::min(block_size_ * 2, largest_block_bytes), text.size());
    block_used_ = 0;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
  }
  char* at = blocks_.back().get() + block_used_;
  std::memcpy(at, text.data(), text.size());
  block_used_ += text.size();
  return {at, text.size()};
}

void StringPool::resize(std::size_t slots) {
  std::vector<Slot> wider(slots);
  const std::size_t mask = slots - 1;
  const auto put = [&](const Slot& slot) {
    std::size_t at = slot.hash & mask;
    while (wider[at].text != 0) at = (at + 1) & mask;
    wider[at] = slot;
  };
  for (const Slot& slot : slots_)
    if (slot.text != 0) put(slot);
  for (std::size_t i = 1; slots_.empty() && i < texts_.size(); ++i)
    put({hash_of(texts_[i]), static_cast<std::uint32_t>(i)});
  slots_ = std::move(wider);
}

}  // namespace throughline
