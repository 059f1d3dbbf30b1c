// SPDX-License-Identifier: Apache-2.0
// Names for positions in the model's columns: four bytes each, of types that can't be mixed up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace throughline {

enum class NodeIndex : std::uint32_t {};
enum class RelationIndex : std::uint32_t {};
enum class SourceIndex : std::uint32_t {};
enum class DateIndex : std::uint32_t {};
enum class RelativeDateIndex : std::uint32_t {};  // in Records
enum class KindIndex : std::uint16_t {};
enum class RelationTypeIndex : std::uint16_t {};

// The position that stands for "none" of an index type: an undated node has `when == none<DateIndex>`.
template <typename Index>
inline constexpr Index none = Index{std::numeric_limits<std::underlying_type_t<Index>>::max()};

template <typename Index>
constexpr std::size_t position(Index index) {
  return static_cast<std::size_t>(index);
}

// A run of entries in a column.
struct Slice {
  std::uint32_t first = 0;
  std::uint32_t count = 0;

  std::size_t end() const { return std::size_t{first} + count; }
};

}  // namespace throughline
