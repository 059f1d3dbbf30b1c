// SPDX-License-Identifier: Apache-2.0
// JSON and JSON Lines: each row's data, one object a row. The two differ only in what stands between the objects.
#include <ostream>
#include <string>

#include "render/table_format.hpp"

namespace throughline {
namespace {

// Broken UTF-8 becomes U+FFFD rather than an exception: an answer is still an answer.
std::string dump(const Json& data, int indent) { return data.dump(indent, ' ', false, Json::error_handler_t::replace); }

// Line ends inside strings are escaped, so every "\n" of a dump is layout.
void write_indented(const std::string& dumped, std::ostream& out) {
  out << "  ";
  for (const char c : dumped) {
    out << c;
    if (c == '\n') out << "  ";
  }
}

void write_json(const Table& table, const TableStyle&, std::ostream& out) {
  std::string_view separator = "[\n";
  for (const Row& row : table.rows) {
    if (!out) return;
    if (!row.data) continue;
    out << separator;
    write_indented(dump(row.data(), 2), out);
    separator = ",\n";
  }
  out << (separator == "[\n" ? "[]\n" : "\n]\n");
}

void write_jsonl(const Table& table, const TableStyle&, std::ostream& out) {
  for (const Row& row : table.rows) {
    if (!out) return;
    if (row.data) out << dump(row.data(), -1) << '\n';
  }
}

}  // namespace

extern const TableFormat json_table_format, jsonl_table_format;
constinit const TableFormat json_table_format{"json", "an array of objects with named fields", write_json};
constinit const TableFormat jsonl_table_format{"jsonl", "JSON Lines: one object a line", write_jsonl};

}  // namespace throughline
