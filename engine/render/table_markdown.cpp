// SPDX-License-Identifier: Apache-2.0
// GitHub-flavoured Markdown: one table a section, user text escaped so that it reads as written.
#include <algorithm>
#include <optional>
#include <ostream>
#include <string>

#include "base/terminal_text.hpp"
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

std::string escaped(std::string_view raw) {
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

struct Writer {
  const Table& table;
  bool has_details;
  std::ostream& out;

  template <typename Cell>
  void write_line(Cell cell, const std::string& details) const {
    out << '|';
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].shown != Shown::only_in_csv) out << ' ' << cell(i) << " |";
    }
    if (has_details) out << ' ' << details << " |";
    out << '\n';
  }

  void write_header() const {
    write_line([&](std::size_t i) { return escaped(table.columns[i].title); }, "Details");
    write_line([](std::size_t) { return "---"; }, "---");
  }

  void write_row(const Row& row) const {
    std::string details;
    for (const std::string& line : row.details) details += (details.empty() ? "" : "<br>") + escaped(line);
    write_line([&](std::size_t i) { return i < row.cells.size() ? escaped(row.cells[i]) : std::string(); }, details);
  }
};

void write_block(const Table& block, std::ostream& out) {
  const bool has_details =
      std::any_of(block.rows.begin(), block.rows.end(), [](const Row& row) { return !row.details.empty(); });
  const Writer writer{block, has_details, out};
  std::optional<std::string> section;
  for (const Row& row : block.rows) {
    if (!out) return;
    if (row.section != section) {
      if (section) out << '\n';
      if (!row.section.empty()) out << "### " << escaped(row.section) << "\n\n";
      writer.write_header();
      section = row.section;
    }
    writer.write_row(row);
  }
}

void write_meanings(const Table& block, std::ostream& out) {
  std::string_view before = "\n";
  for (const Column& column : block.columns) {
    if (column.meaning.empty()) continue;
    out << before << "- " << escaped(column.title) << ": " << escaped(column.meaning) << '\n';
    before = "";
  }
}

void write_markdown(const Table& table, const TableStyle&, std::ostream& out) {
  if (table.rows.empty()) {
    if (!table.when_empty.empty()) out << escaped(table.when_empty) << '\n';
    return;
  }
  bool is_first = true;
  for_each_block(table, page_width, [&](const Table& block) {
    if (!is_first) out << '\n';
    is_first = false;
    write_block(block, out);
    write_meanings(block, out);
  });
}

}  // namespace

extern const TableFormat markdown_table_format;
constinit const TableFormat markdown_table_format{"markdown", "a table for GitHub and other Markdown readers",
                                                  write_markdown};

}  // namespace throughline
