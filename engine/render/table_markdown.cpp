// SPDX-License-Identifier: Apache-2.0
// GitHub-flavoured Markdown: one table a section, user text escaped so that it reads as written.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/terminal_text.hpp"
#include "base/text.hpp"
#include "render/markdown.hpp"
#include "render/table_blocks.hpp"
#include "render/table_format.hpp"

namespace throughline {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// `_` inside a word means itself, so that ids stay readable.
bool needs_escape(std::string_view text, std::size_t i) {
  if (text[i] == '_') return i == 0 || i + 1 == text.size() || !is_word(text[i - 1]) || !is_word(text[i + 1]);
  return std::string_view("\\|`*[]").find(text[i]) != std::string_view::npos;
}

bool has_details(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return !row.details.empty(); });
}

// The last column holds what stands below a row.
struct Writer {
  const Table& table;
  std::string last_heading;  // empty: no such column
  std::function<std::string(const Row&)> last_cell;
  std::ostream& out;

  template <typename Cell>
  void write_line(Cell cell, const std::string& last) const {
    out << '|';
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].shown != Shown::only_in_csv) out << ' ' << cell(i) << " |";
    }
    if (!last_heading.empty()) out << ' ' << last << " |";
    out << '\n';
  }

  void write_header() const {
    write_line([&](std::size_t i) { return markdown_text(table.columns[i].title); }, last_heading);
    write_line([](std::size_t) { return "---"; }, "---");
  }

  void write_row(const Row& row) const {
    write_line([&](std::size_t i) { return i < row.cells.size() ? markdown_text(row.cells[i]) : std::string(); },
               last_cell(row));
  }

  void write() const {
    std::optional<std::string> section;
    for (const Row& row : table.rows) {
      if (!out) return;
      if (row.section != section) {
        if (section) out << '\n';
        if (!row.section.empty()) out << "### " << markdown_text(row.section) << "\n\n";
        write_header();
        section = row.section;
      }
      write_row(row);
    }
  }
};

void write_meanings(const Table& block, std::ostream& out) {
  std::string_view before = "\n";
  for (const Column& column : block.columns) {
    if (column.meaning.empty()) continue;
    out << before << "- " << markdown_text(column.title) << ": " << markdown_text(column.meaning) << '\n';
    before = "";
  }
}

void write_blocks(const Table& table, const std::string& heading,
                  const std::function<std::string(const Row&)>& last_cell, std::ostream& out) {
  bool is_first = true;
  for_each_block(table, page_width, [&](const Table& block) {
    if (!is_first) out << '\n';
    is_first = false;
    Writer{block, has_details(block) ? heading : "", last_cell, out}.write();
    write_meanings(block, out);
  });
}

void write_reason(const Table& table, std::ostream& out) {
  if (!table.when_empty.empty()) out << markdown_text(table.when_empty) << '\n';
}

// A column that is empty throughout tells a reader nothing.
Table without_empty_columns(Table table) {
  std::vector<bool> is_empty(table.columns.size(), true);
  for (const Row& row : table.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (!row.cells[i].empty()) is_empty[i] = false;
  for (std::size_t i = 0; i < is_empty.size(); ++i)
    if (is_empty[i]) table.columns[i].shown = Shown::only_in_csv;
  return table;
}

std::string joined_details(const Row& row, std::string_view separator) {
  std::vector<std::string> lines;
  for (const std::string& line : row.details) lines.push_back(markdown_text(line));
  return join(lines, separator);
}

}  // namespace

std::string markdown_text(std::string_view raw) {
  const std::string text = printable(raw);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      result += "<br>";
    } else if (text[i] == '<') {
      result += "&lt;";
    } else if (text[i] == '&') {
      result += "&amp;";
    } else {
      if (needs_escape(text, i)) result += '\\';
      result += text[i];
    }
  }
  return result;
}

void write_markdown_table(const Table& table, std::ostream& out) {
  if (table.rows.empty()) return write_reason(table, out);
  write_blocks(
      table, "Details", [](const Row& row) { return joined_details(row, "<br>"); }, out);
}

void write_markdown_table_with_footnotes(const Table& table, std::size_t& footnotes, std::ostream& out) {
  if (table.rows.empty()) return write_reason(table, out);
  std::vector<std::string> notes;
  const auto footnote = [&](const Row& row) {
    if (row.details.empty()) return std::string();
    notes.push_back(fmt::format("[^{}]: {}\n", ++footnotes, joined_details(row, "\\\n    ")));
    return fmt::format("[^{}]", footnotes);
  };
  write_blocks(without_empty_columns(table), "Evidence", footnote, out);
  if (!notes.empty()) out << '\n';
  for (const std::string& note : notes) out << note;
}

namespace {
void write_markdown(const Table& table, const TableStyle&, std::ostream& out) { write_markdown_table(table, out); }
}  // namespace

extern const TableFormat markdown_table_format;
constinit const TableFormat markdown_table_format{"markdown", "a table for GitHub and other Markdown readers",
                                                  write_markdown};

}  // namespace throughline
