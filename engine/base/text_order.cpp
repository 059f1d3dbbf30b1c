// SPDX-License-Identifier: Apache-2.0
#include "base/text_order.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

namespace throughline {
namespace {

constexpr std::size_t word_bytes = sizeof(std::uint64_t);
constexpr std::uint32_t more_follows = word_bytes + 1;
constexpr std::size_t deepest = 64;  // bytes; texts that share more than that are compared as a whole
constexpr std::size_t few = 12;

// A text from some byte on: its next word, and how many bytes of the word are its own.
struct Entry {
  std::uint64_t word = 0;
  std::uint32_t bytes = 0;
  std::uint32_t text = 0;
};

std::uint64_t word_of(std::string_view rest) {
  std::uint64_t word = 0;
  std::memcpy(&word, rest.data(), std::min(rest.size(), word_bytes));
  return std::endian::native == std::endian::little ? __builtin_bswap64(word) : word;
}

class TextOrder {
 public:
  explicit TextOrder(std::span<const std::string_view> texts) : texts_(texts), entries_(texts.size()) {
    for (std::size_t i = 0; i < texts.size(); ++i) entries_[i].text = static_cast<std::uint32_t>(i);
    sort(entries_, 0);
  }

  const std::vector<Entry>& entries() const { return entries_; }

 private:
  // Requires entries of texts that are equal up to `start`.
  void sort(std::span<Entry> entries, std::size_t start) {
    if (entries.size() < few || start >= deepest) return sort_whole(entries, start);
    for (Entry& entry : entries) {
      const std::string_view rest = texts_[entry.text].substr(start);
      entry.word = word_of(rest);
      entry.bytes = rest.size() > word_bytes ? more_follows : static_cast<std::uint32_t>(rest.size());
    }
    const auto key = [](const Entry& entry) { return std::tuple(entry.word, entry.bytes, entry.text); };
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
    for (std::size_t first = 0, end = 0; first < entries.size(); first = end) {
      const Entry& entry = entries[first];
      for (end = first + 1; end < entries.size() && entries[end].word == entry.word; ++end)
        if (entries[end].bytes != entry.bytes) break;
      if (entry.bytes == more_follows && end - first > 1) sort(entries.subspan(first, end - first), start + word_bytes);
    }
  }

  void sort_whole(std::span<Entry> entries, std::size_t start) {
    const auto key = [&](const Entry& entry) { return std::pair(texts_[entry.text].substr(start), entry.text); };
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
  }

  std::span<const std::string_view> texts_;
  std::vector<Entry> entries_;
};

}  // namespace

std::vector<std::uint32_t> order_of(std::span<const std::string_view> texts) {
  const TextOrder sorted(texts);
  std::vector<std::uint32_t> order;
  order.reserve(texts.size());
  for (const Entry& entry : sorted.entries()) order.push_back(entry.text);
  return order;
}

std::vector<std::uint32_t> ranks_of(std::span<const std::string_view> texts) {
  const std::vector<std::uint32_t> order = order_of(texts);
  std::vector<std::uint32_t> ranks(texts.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && texts[order[i]] != texts[order[i - 1]]) ++rank;
    ranks[order[i]] = rank;
  }
  return ranks;
}

}  // namespace throughline
