// SPDX-License-Identifier: Apache-2.0
// Pieces of Markdown that the table format and reports share.
//
//   markdown_text("a|b *c*") == "a\\|b \\*c\\*"
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "query/table.hpp"

namespace throughline {

// What others wrote, escaped so that it reads as written.
std::string markdown_text(std::string_view raw);

// As GitHub writes tables, one a section; what stands below a row goes into a last column.
void write_markdown_table(const Table& table, std::ostream& out);
// What stands below a row goes into a footnote below the table, numbered on from `footnotes`, which counts them.
// Columns that are empty throughout are left out.
void write_markdown_table_with_footnotes(const Table& table, std::size_t& footnotes, std::ostream& out);

}  // namespace throughline
