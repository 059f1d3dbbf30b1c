// SPDX-License-Identifier: Apache-2.0
// How a snapshot lies in its file: a header, a table of columns, then each column as one block, begun at a multiple of
// 16 bytes. Numbers are as this machine has them; a file from a machine of the other byte order is refused. Not for
// other formats.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "formats/format.hpp"

namespace throughline::snapshot {

// As PNG's: what treats a file as text damages it at once.
inline constexpr std::array<char, 8> magic = {'\x8B', 'T', 'L', 'X', '\r', '\n', '\x1A', '\n'};
inline constexpr std::uint32_t byte_order_mark = 0x01020304;
inline constexpr std::uint32_t format_version = 1;
inline constexpr std::size_t alignment = 16;

struct Header {
  std::array<char, 8> magic;
  std::uint32_t byte_order;
  std::uint32_t version;
  std::uint64_t size;      // of the whole file
  std::uint64_t checksum;  // XXH3 of the file, as if this were 0
  std::uint64_t layout;
  std::uint64_t columns;  // how many
};
static_assert(sizeof(Header) == 48);

struct ColumnPlace {
  std::uint64_t offset;  // from the start of the file
  std::uint64_t rows;
};

// Of a file without its header, and of that header.
std::uint64_t checksum_of(Header header, std::string_view rest);
// Of rows and words as this program has them: another version of the program may have others.
std::uint64_t layout_of_rows();

bool is_snapshot(std::string_view bytes);
std::optional<Model> open(const std::string& name, const Bytes& bytes, Diagnostics& diagnostics);

}  // namespace throughline::snapshot
