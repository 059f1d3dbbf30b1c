// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "formats/record_reader.hpp"

namespace throughline {
namespace {

constexpr std::string_view table_keys[] = {"rows",      "header", "columns",  "constants",
                                           "delimiter", "quote",  "encoding", "dates"};

}  // namespace

void RecordReader::read_table_option(const Tree& option) {
  const auto is_setting = [&](const Said& key) {
    return std::find(std::begin(table_keys), std::end(table_keys), text(key.text)) != std::end(table_keys);
  };
  bool names_files = option.is_mapping();
  if (option.is_mapping())
    for_each_pair(option, [&](const Said& key, const Tree&) { names_files = names_files && !is_setting(key); });
  if (names_files) return read_tables(option);
  read_table({}, option);
}

void RecordReader::read_tables(const Tree& body) {
  if (!require_mapping(body, "tables")) return;
  for_each_pair(body, [&](const Said& file, const Tree& table) { read_table(file, table); });
}

// Several mappings are several ways to read one table: each row may be a node, and a relation of it.
void RecordReader::read_table(const Said& file, const Tree& body) {
  const bool is_several = body.is_list() && !body.children.empty() && body.children.front().is_mapping();
  if (is_several) {
    for (const Tree& each : body.children) read_table(file, each);
    return;
  }
  TableRecord table;
  table.file = file;
  if (body.is_mapping()) {
    read_table_settings(table, body);
  } else {
    read_table_columns(table, body);
  }
  records_.tables.push_back(std::move(table));
}

void RecordReader::read_table_settings(TableRecord& table, const Tree& body) {
  check_keys(body, table_keys, "table");
  for (const auto& [key, said] : {std::pair("rows", &table.rows), std::pair("header", &table.header),
                                  std::pair("encoding", &table.encoding), std::pair("dates", &table.dates)})
    *said = read_text(body, key).value_or(Said{});
  for (const auto& [key, said] : {std::pair("delimiter", &table.delimiter), std::pair("quote", &table.quote)}) {
    const Tree* tree = find(body, key);
    const bool is_white = tree && tree->is_scalar() && !text(tree->said.text).empty();  // a tab is a delimiter
    *said = is_white ? tree->said : read_text(body, key).value_or(Said{});
  }
  if (const Tree* columns = find(body, "columns")) read_table_columns(table, *columns);
  const Tree* constants = find(body, "constants");
  if (!constants || !require_mapping(*constants, "constants")) return;
  for_each_pair(*constants, [&](const Said& field, const Tree& value) {
    if (const auto said = text_of(value, text(field.text))) table.constants.push_back({field, *said});
  });
}

// A mapping of headers to fields; or the names of all columns in their order.
void RecordReader::read_table_columns(TableRecord& table, const Tree& body) {
  if (body.is_mapping()) {
    for_each_pair(body, [&](const Said& header, const Tree& field) {
      if (const auto said = text_of(field, text(header.text))) table.columns.push_back({header, *said});
    });
  } else if (body.is_list()) {
    for (const Tree& name : body.children)
      if (const auto said = text_of(name, "columns")) table.columns.push_back({{}, *said});
  } else if (const auto words = text_of(body, "columns")) {
    add_columns_in(*words, text(words->text), records_.strings, table);
  }
}

// "source relation target date"; each with its own place where the text stands as it is read.
void RecordReader::add_columns_in(const Said& words, std::string_view text, StringPool& strings, TableRecord& table) {
  constexpr std::string_view gaps = " ,\t\n";
  const bool is_verbatim = words.at.length == text.size();
  for (std::size_t start = text.find_first_not_of(gaps); start != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(gaps, start), text.size());
    Location at = words.at;
    if (is_verbatim) {
      at.offset += static_cast<std::uint32_t>(start);
      at.length = static_cast<std::uint16_t>(end - start);
    }
    table.columns.push_back({{}, {strings.intern(text.substr(start, end - start)), at}});
    start = text.find_first_not_of(gaps, end);
  }
}

}  // namespace throughline
