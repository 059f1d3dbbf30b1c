// SPDX-License-Identifier: Apache-2.0
// Text for a terminal: aligned columns, section headings, details below their row. Where the terminal is too narrow the
// widest columns are wrapped, or a matrix is set in blocks; nothing is cut off.
#include <algorithm>
#include <numeric>
#include <ostream>
#include <string>
#include <vector>

#include "base/terminal_text.hpp"
#include "base/text.hpp"
#include "render/table_blocks.hpp"
#include "render/table_format.hpp"

namespace throughline {
namespace {

constexpr std::size_t gap = 2;               // spaces between columns
constexpr std::size_t detail_indent = 4;     // spaces before a detail line
constexpr std::size_t narrowest_column = 8;  // below this a column is not worth reading: the line may pass the edge

struct Layout {
  std::vector<std::size_t> columns;  // indices into Table::columns
  std::vector<std::size_t> widths;   // one per shown column
  std::vector<bool> holds_numbers;   // set to the right
};

std::string_view cell_of(const Row& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view();
}

// Also the counts of a matrix: "3+1", "2+4?", "·".
bool is_number(std::string_view cell) {
  if (cell == no_claims) return true;
  if (cell.starts_with('-') || cell.starts_with('+')) cell.remove_prefix(1);
  const bool is_sum = cell.find('+') != std::string_view::npos;
  if (cell.ends_with('%') || (is_sum && cell.ends_with('?'))) cell.remove_suffix(1);
  return !cell.empty() && cell.front() != '.' && cell.find_first_not_of("0123456789.,+") == std::string_view::npos;
}

// Takes columns from the widest, one by one, until the line fits.
void fit(std::vector<std::size_t>& widths, std::size_t available) {
  std::size_t line = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
  while (line > available) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= narrowest_column) return;
    --*widest;
    --line;
  }
}

// A column of nothing but numbers, cells without any text aside.
struct Measured {
  std::size_t width = 0;
  bool has_number = false;
  bool has_words = false;
};

void measure(std::string_view cell, Measured& column) {
  column.width = std::max(column.width, width_of(cell));
  if (!cell.empty()) (is_number(cell) ? column.has_number : column.has_words) = true;
}

// Rows may be made anew whenever they are asked for, so they are asked once for all columns.
std::vector<Measured> measure_columns(const Table& table) {
  std::vector<Measured> measured(table.columns.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) measured[i].width = width_of(table.columns[i].title);
  for (const Row& row : table.rows)
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i].shown != Shown::only_in_csv) measure(cell_of(row, i), measured[i]);
  return measured;
}

Layout lay_out(const Table& table, std::size_t available) {
  const std::vector<Measured> measured = measure_columns(table);
  Layout layout;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].shown == Shown::only_in_csv) continue;
    layout.columns.push_back(i);
    layout.widths.push_back(measured[i].width);
    layout.holds_numbers.push_back(measured[i].has_number && !measured[i].has_words);
  }
  if (available > 0 && !layout.widths.empty()) fit(layout.widths, available);
  return layout;
}

std::string padded(const std::string& text, std::size_t width, bool to_the_right) {
  const std::string spaces(width - std::min(width, display_width(text)), ' ');
  return to_the_right ? spaces + text : text + spaces;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

// The lines that a row of cells takes: several where a cell is wrapped.
template <typename Cell>
std::vector<std::string> lines_of(const Layout& layout, Cell cell) {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 1;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    wrapped.push_back(wrap(printable(cell(layout.columns[i])), layout.widths[i]));
    height = std::max(height, wrapped.back().size());
  }
  std::vector<std::string> lines(height);
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
      if (i > 0) lines[line].append(gap, ' ');
      const std::string text = line < wrapped[i].size() ? wrapped[i][line] : std::string();
      lines[line] += padded(text, layout.widths[i], layout.holds_numbers[i]);
    }
    lines[line] = without_trailing_spaces(lines[line]);
  }
  return lines;
}

void write_bold(std::string_view line, const TableStyle& style, std::ostream& out) {
  if (style.color && !line.empty()) {
    out << "\x1b[1m" << line << "\x1b[0m\n";
  } else {
    out << line << '\n';
  }
}

// A detail keeps its own indent, in the lines it is wrapped into as well.
void write_detail(std::string_view detail, std::size_t available, std::ostream& out) {
  const std::string shown = printable(detail);
  const std::size_t own = std::min(shown.find_first_not_of(' '), shown.size());
  const std::string indent(detail_indent + own, ' ');
  const std::size_t room = available > indent.size() + narrowest_column ? available - indent.size() : 0;
  for (const std::string& line : wrap(std::string_view(shown).substr(own), room)) {
    out << without_trailing_spaces(indent + line) << '\n';
  }
}

void write_section(const Row& row, const TableStyle& style, std::ostream& out) {
  out << '\n';
  if (!row.section.empty()) write_bold(printable(row.section), style, out);
}

void write_rows(const Table& table, const Layout& layout, const TableStyle& style, std::ostream& out) {
  std::string section;
  for (const Row& row : table.rows) {
    if (!out) return;
    if (row.section != section) write_section(row, style, out);
    section = row.section;
    for (const std::string& line : lines_of(layout, [&](std::size_t i) { return cell_of(row, i); }))
      out << line << '\n';
    for (const std::string& detail : row.details) write_detail(detail, style.width, out);
  }
}

// What its short titles stand for, below it.
void write_meanings(const Table& block, std::size_t available, std::ostream& out) {
  std::size_t widest = 0;
  for (const Column& column : block.columns)
    if (!column.meaning.empty()) widest = std::max(widest, display_width(column.title));
  if (widest > 0) out << '\n';
  for (const Column& column : block.columns)
    if (!column.meaning.empty())
      write_detail(padded(column.title, widest, true) + "  " + column.meaning, available, out);
}

void write_block(const Table& block, const TableStyle& style, std::ostream& out) {
  const Layout layout = lay_out(block, style.width);
  const auto title = [&](std::size_t i) { return std::string_view(block.columns[i].title); };
  for (const std::string& line : lines_of(layout, title)) write_bold(line, style, out);
  write_rows(block, layout, style, out);
  write_meanings(block, style.width, out);
}

void write_text(const Table& table, const TableStyle& style, std::ostream& out) {
  if (table.rows.empty()) {
    if (!table.when_empty.empty()) out << printable(table.when_empty) << '\n';
    return;
  }
  bool is_first = true;
  for_each_block(table, style.width > 0 ? style.width : page_width, [&](const Table& block) {
    if (!is_first) out << '\n';
    is_first = false;
    write_block(block, style, out);
  });
}

}  // namespace

extern const TableFormat text_table_format;
constinit const TableFormat text_table_format{"text", "aligned columns for a terminal, evidence below each row",
                                              write_text};

}  // namespace throughline
