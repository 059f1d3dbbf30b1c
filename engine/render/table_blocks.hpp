// SPDX-License-Identifier: Apache-2.0
// A table with many columns of short titles, made fit for a page: several tables one below the other, each with the
// first columns repeated. Used by the formats for people; a table without such columns is one block, as it is.
//
//   for_each_block(table, 80, [](const Table& block) { …; /* what the titles of this block stand for */ });
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "query/table.hpp"

namespace throughline {

inline constexpr std::size_t page_width = 120;  // where the width is not known

// What stands in an empty cell of a block.
inline constexpr std::string_view no_claims = "·";

// The widest line of a cell, in columns of a terminal.
std::size_t width_of(std::string_view cell);

// Where they fit, columns are called what their title stands for, and nothing is left to explain. Else a row stands in
// the blocks in which it has something to say.
void for_each_block(const Table& table, std::size_t width, const std::function<void(const Table&)>& write);

}  // namespace throughline
