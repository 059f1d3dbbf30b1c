// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_records.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "formats/csv_rows.hpp"
#include "formats/load_text.hpp"
#include "time/edtf.hpp"

namespace throughline {
namespace {

constexpr std::pair<std::string_view, FieldName> source_fields[] = {
    {"title", FieldName::title}, {"publisher", FieldName::publisher}, {"published", FieldName::published},
    {"url", FieldName::url},     {"language", FieldName::language},   {"note", FieldName::note},
    {"text", FieldName::text},   {"sha256", FieldName::sha256}};

constexpr std::string_view open_end = "..";

}  // namespace

RecordTable::RecordTable(const CsvLayout& layout, std::uint16_t input, std::size_t rows, Records& records,
                         Diagnostics& diagnostics)
    : layout_(layout),
      input_(input),
      records_(records),
      foreign_(records, diagnostics),
      cells_(records.strings, layout.columns.size()),
      rows_(rows) {
  for (const CsvConstant& constant : layout.constants) constants_.push_back(foreign_.said(constant.value, constant.at));
}

std::size_t RecordTable::read(std::string_view window, std::size_t offset, bool is_last) {
  CsvScanner scanner(window, layout_.dialect, is_last);
  while (!bad_byte_ && scanner.next()) {
    bool is_ascii = true;
    const std::string_view record = window.substr(scanner.begin(), scanner.end() - scanner.begin());
    if (const auto bad = find_no_text(record, is_ascii)) {
      bad_byte_ = offset + scanner.begin() + *bad;
    } else {
      ++rows_;
      if (!scanner.is_empty_line()) add(scanner, offset, is_ascii);
    }
  }
  return scanner.end();
}

void RecordTable::add(const CsvScanner& scanner, std::size_t offset, bool is_ascii) {
  const auto place = [&](const CsvField& field) {
    return Inputs::location(input_, offset + field.begin, std::max<std::size_t>(field.end - field.begin, 1));
  };
  const auto fields = scanner.fields();
  row_ = {};
  row_.first = {StringId::empty, place(fields.front())};
  const std::size_t count = std::min(fields.size(), layout_.columns.size());
  for (std::size_t i = 0; i < count; ++i) {
    const CsvColumn& column = layout_.columns[i];
    if (column.field.empty()) continue;
    const StringId text = cells_.text(scanner, fields[i], i, is_ascii);
    if (text == StringId::empty) continue;
    if (column.is_property) {
      row_.fields.push_back({column.field, {text, place(fields[i])}, column.is_called_property});
    } else {
      put(column.field, {text, place(fields[i])}, i);
    }
  }
  for (std::size_t i = 0; i < constants_.size(); ++i)
    if (!has(layout_.constants[i].field)) put(layout_.constants[i].field, constants_[i], 0);
  if (scanner.has_text_after_quote()) faults_.add(RowFault::stray_quote, row_.first.at, rows_);
  if (scanner.has_unclosed_quote()) faults_.add(RowFault::unclosed_quote, place(fields.back()), rows_);
  note_row_length(scanner, layout_, place(fields[std::min(fields.size() - 1, layout_.columns.size())]), rows_, faults_);
  put_time();
  add_record();
}

void RecordTable::put(std::string_view field, const Said& said, std::size_t column) {
  if (field == "id") {
    row_.id = said;
  } else if (field == "from" && layout_.rows == TableRows::relations) {
    row_.from = said;
  } else if (field == "to" && layout_.rows == TableRows::relations) {
    row_.to = said;
  } else if (field == "directed") {
    row_.is_directed = !is_undirected(records_.strings[said.text]);
    row_.has_direction = true;
  } else if (field == "when" || field == "start" || field == "end" || field == "published") {
    put_date(field, said, column);
  } else if (field != "from_kind" && field != "to_kind" && (field != "kind" || layout_.rows != TableRows::relations)) {
    row_.fields.push_back({field, said});
  }
}

void RecordTable::put_date(std::string_view field, const Said& said, std::size_t column) {
  const bool is_open = (field == "start" || field == "end") && records_.strings[said.text] == open_end;
  const std::optional<StringId> date = is_open ? said.text : cells_.date(said.text, layout_.dates);
  if (!date) return faults_.add_date(records_.strings[said.text], said.at, rows_, column);
  const Said dated{*date, said.at};
  if (field == "start") {
    row_.start = dated;
  } else if (field == "end") {
    row_.end = dated;
  } else {
    row_.fields.push_back({field, dated});
  }
  row_.time_column = column;
}

// A start and an end are one time. Where one of them is empty nobody said it: it is unknown, not open.
void RecordTable::put_time() {
  if (!row_.start.given() && !row_.end.given()) return;
  const std::string time = fmt::format("{}/{}", records_.strings[row_.start.text], records_.strings[row_.end.text]);
  const Location at = row_.start.given() ? row_.start.at : row_.end.at;
  EdtfError error;
  if (parse_edtf(time, error)) {
    row_.fields.push_back({"when", {records_.strings.intern(time), at}});
  } else {
    faults_.add_date(time, at, rows_, row_.time_column);
  }
}

bool RecordTable::has(std::string_view field) const {
  if (field == "id") return row_.id.given();
  if (field == "from" && layout_.rows == TableRows::relations) return row_.from.given();
  if (field == "to" && layout_.rows == TableRows::relations) return row_.to.given();
  if (field == "start" || field == "end") return (field == "start" ? row_.start : row_.end).given();
  if (field == "directed") return row_.has_direction;
  return std::any_of(row_.fields.begin(), row_.fields.end(),
                     [&](const ForeignField& each) { return !each.is_property && each.key == field; });
}

void RecordTable::add_record() {
  const std::size_t citations = records_.citations.size();
  if (layout_.rows == TableRows::sources) return add_source();
  if (layout_.rows == TableRows::relations) {
    if (require(row_.from, "from") && require(row_.to, "to"))
      foreign_.add_relation({row_.from, row_.to, row_.is_directed}, row_.fields);
  } else {
    const auto name = std::find_if(row_.fields.begin(), row_.fields.end(),
                                   [](const ForeignField& field) { return !field.is_property && field.key == "name"; });
    if (!row_.id.given() && name != row_.fields.end() && !layout_.column_of("id")) row_.id = name->value;
    if (require(row_.id, layout_.column_of("id") ? "id" : "name")) foreign_.add_node(row_.id, row_.fields);
  }
  note_sources(citations);
}

bool RecordTable::require(const Said& said, std::string_view field) {
  if (!said.given()) faults_.add(RowFault::empty_cell, row_.first.at, rows_, field);
  return said.given();
}

void RecordTable::add_source() {
  if (!require(row_.id, "id")) return;
  SourceRecord source{row_.id, {static_cast<std::uint32_t>(records_.fields.size()), 0}};
  for (const auto& [key, name] : source_fields)
    for (const ForeignField& field : row_.fields)
      if (field.key == key) records_.fields.push_back({name, StringId::empty, field.value}), ++source.fields.count;
  records_.sources.push_back(source);
}

void RecordTable::note_sources(std::size_t first) {
  for (std::size_t i = first; i < records_.citations.size(); ++i) {
    const Said& source = records_.citations[i].source;
    const bool is_last_one =
        !records_.sources_in_tables.empty() && records_.sources_in_tables.back().text == source.text;
    if (source.given() && !is_last_one) records_.sources_in_tables.push_back(source);
  }
}

}  // namespace throughline
