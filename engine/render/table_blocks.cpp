// SPDX-License-Identifier: Apache-2.0
#include "render/table_blocks.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/terminal_text.hpp"
#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::size_t gap = 2;  // between columns

bool is_explained(const Column& column) { return !column.meaning.empty(); }

// Of those for people.
std::vector<std::size_t> columns_where(const Table& table, bool explained) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].shown != Shown::only_in_csv && is_explained(table.columns[i]) == explained) found.push_back(i);
  return found;
}

// The columns of one block, and its rows as far as they are made.
struct Block {
  std::vector<std::size_t> columns;
  Table table;
};

class Blocks {
 public:
  explicit Blocks(const Table& table)
      : table_(table), heads_(columns_where(table, false)), explained_(columns_where(table, true)) {}

  // Without a column that is explained there is nothing to divide.
  bool is_one() const { return explained_.empty(); }

  std::vector<Block> divided(std::size_t width) const {
    const std::vector<std::size_t> cells = widths_of_cells();
    const bool is_named =
        width_with(cells, &Column::meaning, explained_) + width_with(cells, &Column::title, heads_) <= width + gap;
    const std::size_t most = is_named ? explained_.size() : columns_that_fit(cells, width);
    std::vector<Block> blocks;
    for (std::size_t first = 0; first < explained_.size(); first += most) {
      const auto from = explained_.begin() + static_cast<std::ptrdiff_t>(first);
      const std::size_t count = std::min(most, explained_.size() - first);
      blocks.push_back(headed({from, from + static_cast<std::ptrdiff_t>(count)}, is_named));
    }
    fill(blocks);
    return blocks;
  }

 private:
  std::vector<std::size_t> widths_of_cells() const {
    std::vector<std::size_t> widths(table_.columns.size());
    for (const Row& row : table_.rows)
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width_of(row.cells[i]));
    return widths;
  }

  std::size_t width_with(const std::vector<std::size_t>& cells, std::string Column::*heading,
                         const std::vector<std::size_t>& columns) const {
    std::size_t width = 0;
    for (const std::size_t i : columns) width += std::max(cells[i], width_of(table_.columns[i].*heading)) + gap;
    return width;
  }

  // Beside the first columns, which may take half of the page.
  std::size_t columns_that_fit(const std::vector<std::size_t>& cells, std::size_t width) const {
    std::size_t widest = 1;
    for (const std::size_t i : explained_) widest = std::max({widest, cells[i], width_of(table_.columns[i].title)});
    const std::size_t room = width - std::min(width_with(cells, &Column::title, heads_), width / 2);
    return std::max<std::size_t>(1, room / (widest + gap));
  }

  Block headed(std::vector<std::size_t> columns, bool is_named) const {
    Block block{std::move(columns), {}};
    for (const std::size_t i : heads_) block.table.columns.push_back(table_.columns[i]);
    for (const std::size_t i : block.columns) {
      Column column = table_.columns[i];
      if (is_named) column.title = std::exchange(column.meaning, {});
      block.table.columns.push_back(std::move(column));
    }
    return block;
  }

  // All at once: rows may be made anew whenever they are asked for.
  void fill(std::vector<Block>& blocks) const {
    for (const Row& row : table_.rows)
      for (Block& block : blocks)
        if (std::any_of(block.columns.begin(), block.columns.end(),
                        [&](std::size_t column) { return !row.cells[column].empty(); }))
          block.table.rows.push_back(part_of(row, block.columns));
  }

  Row part_of(const Row& row, const std::vector<std::size_t>& columns) const {
    Row part;
    part.section = row.section;
    part.details = row.details;
    for (const std::size_t column : heads_) part.cells.push_back(row.cells[column]);
    for (const std::size_t column : columns)
      part.cells.push_back(row.cells[column].empty() ? std::string(no_claims) : row.cells[column]);
    return part;
  }

  const Table& table_;
  std::vector<std::size_t> heads_;
  std::vector<std::size_t> explained_;
};

}  // namespace

std::size_t width_of(std::string_view cell) {
  std::size_t widest = 0;
  const std::string shown = printable(cell);
  for (const std::string_view line : split(shown, '\n')) widest = std::max(widest, display_width(line));
  return widest;
}

void for_each_block(const Table& table, std::size_t width, const std::function<void(const Table&)>& write) {
  const Blocks blocks(table);
  if (blocks.is_one()) return write(table);
  for (const Block& block : blocks.divided(width)) write(block.table);
}

}  // namespace throughline
