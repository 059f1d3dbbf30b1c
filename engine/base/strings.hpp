// SPDX-License-Identifier: Apache-2.0
// Interned strings: each distinct text is stored once and named by four bytes. The model's columns hold StringIds.
// Views stay valid as long as the pool lives. Id 0 is the empty text.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace throughline {

enum class StringId : std::uint32_t { empty = 0 };

class StringPool {
 public:
  StringPool();
  // Texts that lie elsewhere, the first of them empty; `owner` keeps them there. The table for intern() is made when it
  // is first called.
  StringPool(std::vector<std::string_view> texts, std::shared_ptr<const void> owner)
      : texts_(std::move(texts)), owner_(std::move(owner)) {}
  StringPool(StringPool&&) noexcept = default;
  StringPool& operator=(StringPool&&) noexcept = default;

  StringId intern(std::string_view text);
  // `empty` when the text was never interned.
  StringId find(std::string_view text) const;
  // Forgets all texts; what memory they took is kept for others.
  void clear();
  // Room for so many different texts, so that the pool need not grow on the way.
  void reserve(std::size_t texts);
  std::string_view operator[](StringId id) const { return texts_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return texts_.size(); }

 private:
  // A text that is looked up is compared only with those of its hash: few of its bytes are fetched in vain.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t text = 0;  // 0 marks a free slot (the empty text is never looked up there)
  };

  // Where the text is, or where there is room for it.
  std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  std::string_view store(std::string_view text);
  void resize(std::size_t slots);

  std::vector<std::string_view> texts_;
  std::vector<Slot> slots_;  // open addressing
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0;
  std::size_t block_size_ = 0;
  std::shared_ptr<const void> owner_;  // of texts that are not in the blocks
};

}  // namespace throughline
