// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "formats/csv_dialect.hpp"
#include "formats/foreign_records.hpp"

namespace throughline {
namespace {

constexpr std::string_view skipped = "skip";
constexpr std::string_view rows_names[] = {"nodes", "relations", "sources"};
constexpr std::string_view row_names[] = {"a node", "a relation", "a source"};

class LayoutReader {
 public:
  LayoutReader(std::string_view start, std::uint16_t input, std::string_view name, const TableRecord* mapping,
               const StringPool& strings, Diagnostics& diagnostics)
      : start_(start), input_(input), name_(name), mapping_(mapping), strings_(strings), diagnostics_(diagnostics) {}

  std::optional<CsvLayout> read() {
    take_dialect(start_, name_, layout_);
    has_failed_ = mapping_ && !take_settings(*mapping_, strings_, diagnostics_, layout_);
    const std::optional<CsvRow> first = next_row(layout_.start);
    if (!first) return std::nullopt;
    layout_.start = first->begin;
    first_ = *first;
    name_columns();
    if (has_failed_ || !has_distinct_headers() || !find_rows()) return std::nullopt;
    if (!name_fields()) return std::nullopt;
    note_guesses();
    return has_failed_ ? std::nullopt : std::optional(std::move(layout_));
  }

 private:
  std::string_view text(const Said& said) const { return strings_[said.text]; }

  std::optional<CsvRow> next_row(std::size_t from) const { return row_at(start_, layout_.dialect, from, input_); }

  bool has_mapped_positions() const {
    return mapping_ && !mapping_->columns.empty() && !mapping_->columns.front().header.given();
  }

  void name_columns() {
    layout_.has_header = !has_mapped_positions() || repeats_names();
    if (mapping_ && mapping_->header.given()) {
      const std::string_view word = text(mapping_->header);
      if (word != "true" && word != "false")
        fail(mapping_->header, fmt::format("`header` is `{}`", word)).hint("true or false");
      layout_.has_header = word == "true";
    }
    const bool by_position = has_mapped_positions();
    const std::size_t count =
        by_position ? std::max(first_.cells.size(), mapping_->columns.size()) : first_.cells.size();
    for (std::size_t i = 0; i < count; ++i) {
      const bool is_named = by_position ? i < mapping_->columns.size() : layout_.has_header && !first_.cells[i].empty();
      const std::string_view name = by_position && is_named ? text(mapping_->columns[i].field)
                                    : is_named              ? std::string_view(first_.cells[i])
                                                            : std::string_view();
      layout_.columns.push_back({is_named ? std::string(name) : fmt::format("column {}", i + 1), {}, false});
    }
  }

  // A list of names for a table that has just these as its header.
  bool repeats_names() const {
    const auto& columns = mapping_->columns;
    return columns.size() == first_.cells.size() &&
           std::equal(columns.begin(), columns.end(), first_.cells.begin(), [&](const auto& column, const auto& cell) {
             return fold_for_search(text(column.field)) == fold_for_search(cell);
           });
  }

  bool has_distinct_headers() {
    std::map<std::string_view, std::size_t> seen;
    bool is_sound = true;
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
      const std::string_view header = layout_.columns[i].header;
      if (header == skipped || header == "-" || header == "_") continue;
      const auto [first, is_new] = seen.emplace(header, i);
      if (is_new) continue;
      is_sound = false;
      diagnostics_.report(Code::table_header, place_of_column(i), fmt::format("two columns are called `{}`", header))
          .hint("rename one of them, or name all columns in order under `columns`")
          .note(place_of_column(first->second), "the other one is here");
    }
    return is_sound;
  }

  Location place_of_column(std::size_t i) const {
    if (has_mapped_positions() && i < mapping_->columns.size()) return mapping_->columns[i].field.at;
    return i < first_.at.size() ? first_.at[i] : Inputs::location(input_, layout_.start, 1);
  }

  std::vector<std::string> headers() const {
    std::vector<std::string> list;
    for (const CsvColumn& column : layout_.columns) list.push_back(column.header);
    return list;
  }

  // What the mapping names, whatever the rows are.
  std::set<std::string, std::less<>> named_fields(TableRows rows) const {
    std::set<std::string, std::less<>> fields;
    if (mapping_ && !has_mapped_positions())
      for (const auto& column : mapping_->columns) fields.insert(field_of_header(text(column.field), rows));
    std::vector<std::string> guessed(layout_.columns.size());
    guess_fields(headers(), rows, guessed);
    fields.insert(guessed.begin(), guessed.end());
    return fields;
  }

  bool find_rows() {
    is_guessed_ = !has_mapped_positions() && !(mapping_ && mapping_->rows.given());
    if (mapping_ && mapping_->rows.given()) {
      const auto* const at = std::find(std::begin(rows_names), std::end(rows_names), text(mapping_->rows));
      if (at == std::end(rows_names)) {
        fail(mapping_->rows, fmt::format("`rows` is `{}`", text(mapping_->rows))).hint("nodes, relations or sources");
        return false;
      }
      layout_.rows = static_cast<TableRows>(at - std::begin(rows_names));
      return true;
    }
    const auto relation = named_fields(TableRows::relations);
    const auto source = named_fields(TableRows::sources);
    const auto node = named_fields(TableRows::nodes);
    if (relation.contains("from") && relation.contains("to")) {
      layout_.rows = TableRows::relations;
    } else if (source.contains("id") && source.contains("title") &&
               (source.contains("publisher") || source.contains("published") || source.contains("sha256"))) {
      layout_.rows = TableRows::sources;
    } else if (node.contains("id") || node.contains("name")) {
      layout_.rows = TableRows::nodes;
    } else {
      report_unknown_layout();
      return false;
    }
    return true;
  }

  void report_unknown_layout() {
    std::string row = fmt::format("{}", fmt::join(first_.cells, std::string(1, layout_.dialect.delimiter)));
    diagnostics_
        .report(Code::table_layout, Inputs::location(input_, layout_.start, first_.cells.empty() ? 1 : row.size()),
                fmt::format("no column of {} says what its rows are: neither an id or a name, nor two ends", name_))
        .hint(
            "name the columns in order, as in --table \"source relation target date\" or --table \"id name type\"; "
            "or lay the table out under `tables`");
  }

  bool name_fields() {
    std::vector<std::string> fields(layout_.columns.size());
    std::vector<bool> is_mapped(fields.size(), false);
    if (mapping_)
      for (const auto& [header, field] : mapping_->columns)
        if (header.given()) map_column(header, field, fields, is_mapped);
    if (layout_.rows == TableRows::relations && layout_.has_header)
      if (const auto column = column_of_directions(start_, layout_); column && fields[*column].empty())
        fields[*column] = "directed";
    const std::vector<std::string> mapped = fields;
    guess_fields(headers(), layout_.rows, fields);
    leave_one_time(mapped, fields);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      CsvColumn& column = layout_.columns[i];
      const bool is_passed_over =
          mapped[i] == skipped || (has_mapped_positions() && (column.header == skipped || column.header == "-"));
      column.is_property = fields[i].empty() || fields[i].starts_with(property_prefix);
      column.field = fields[i].empty() ? column.header : fields[i];
      column.is_called_property = column.field.starts_with(property_prefix);
      if (column.is_called_property) column.field.erase(0, property_prefix.size());
      if (is_passed_over) column.field.clear(), column.is_property = false;
      is_guessed_ |= !is_mapped[i] && !has_mapped_positions() && (column.is_property || column.field != column.header);
    }
    name_constants();
    return has_needed_fields();
  }

  // By the same names as columns. The kinds of ends are no fields of a relation, what nobody knows is a property.
  void name_constants() {
    for (std::size_t i = 0; i < layout_.constants.size(); ++i) {
      std::string& field = layout_.constants[i].field;
      const bool is_kind = field == "kind" || field == "from_kind" || field == "to_kind";
      const bool is_evidence = field == "source" && layout_.column_of("from");
      if (layout_.rows == TableRows::relations && (is_kind || is_evidence)) {
        if (is_evidence) field = "evidence_source";
        continue;
      }
      const std::string known = field_of_header(field, layout_.rows);
      if (known.empty() && layout_.rows == TableRows::sources) report_no_field(mapping_->constants[i].field, field);
      if (!known.empty()) field = known;
      if (field.starts_with(property_prefix)) field.erase(0, property_prefix.size());
    }
  }

  void report_no_field(const Said& said, std::string_view word) {
    std::vector<std::string_view> words = fields_of(layout_.rows);
    const std::string near = did_you_mean(word, words);
    const std::string_view more = layout_.rows == TableRows::sources ? "" : "; or properties.NAME";
    fail(said, fmt::format("no field `{}` of {}", word, row_names[static_cast<std::size_t>(layout_.rows)]))
        .hint(near.empty() ? fmt::format("one of {}{}", fmt::join(words, ", "), more) : near);
  }

  // One row has one time: where a column has it, others that were taken for its start or end are properties.
  static void leave_one_time(const std::vector<std::string>& mapped, std::vector<std::string>& fields) {
    if (std::find(fields.begin(), fields.end(), "when") == fields.end()) return;
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (mapped[i].empty() && (fields[i] == "start" || fields[i] == "end")) fields[i].clear();
  }

  void map_column(const Said& header, const Said& field, std::vector<std::string>& fields,
                  std::vector<bool>& is_mapped) {
    std::vector<std::string_view> known;
    for (const CsvColumn& column : layout_.columns) known.push_back(column.header);
    const auto at = std::find(known.begin(), known.end(), text(header));
    if (at == known.end()) {
      fail(header, fmt::format("{} has no column `{}`", name_, text(header))).hint(did_you_mean(text(header), known));
      return;
    }
    const auto column = static_cast<std::size_t>(at - known.begin());
    is_mapped[column] = true;
    const std::string_view word = text(field);
    const bool is_property = word.starts_with(property_prefix) && layout_.rows != TableRows::sources;
    fields[column] = word == skipped || is_property ? std::string(word) : field_of_header(word, layout_.rows);
    if (fields[column].empty()) return report_no_field(field, word);
    const bool is_taken = word != skipped && std::count(fields.begin(), fields.end(), fields[column]) > 1;
    if (is_taken) fail(field, fmt::format("two columns are to be `{}`", word)).hint("name another, or skip one");
  }

  bool has_needed_fields() {
    const auto need = [&](std::string_view field, std::string_view instead) {
      const bool is_constant = std::any_of(layout_.constants.begin(), layout_.constants.end(),
                                           [&](const CsvConstant& each) { return each.field == field; });
      if (layout_.column_of(field) || is_constant || (!instead.empty() && layout_.column_of(instead))) return;
      diagnostics_
          .report(Code::table_layout, Inputs::location(input_, layout_.start, 1),
                  fmt::format("no column of {} is `{}`, which {} needs", name_, field,
                              row_names[static_cast<std::size_t>(layout_.rows)]))
          .hint("name it under `columns`");
      has_failed_ = true;
    };
    if (layout_.rows == TableRows::relations) need("from", ""), need("to", "");
    if (layout_.rows == TableRows::nodes) need("id", "name");
    if (layout_.rows == TableRows::sources) need("id", "");
    return !has_failed_;
  }

  void note_guesses() {
    if (!is_guessed_) return;
    std::vector<std::string> known;
    std::vector<std::string> properties;
    constexpr std::size_t most_named = 20;
    std::size_t more = 0;
    for (const auto& [header, field, is_property, is_called] : layout_.columns) {
      const std::string shown = fmt::format("`{}`", shorten(header, 60));
      if (is_property) properties.size() < most_named ? properties.push_back(shown) : static_cast<void>(++more);
      if (!is_property && !field.empty()) known.push_back(fmt::format("{} is {}", shown, field));
    }
    if (more > 0) properties.push_back(fmt::format("and {} more", more));
    const std::string instead = layout_.rows == TableRows::sources ? "; passed over " : "; as properties ";
    diagnostics_.report(
        Code::table_guessed, Inputs::location(input_, layout_.start, 1),
        fmt::format("each row of {} is {}: {}{}", name_, row_names[static_cast<std::size_t>(layout_.rows)],
                    join(known, ", "), properties.empty() ? "" : instead + join(properties, ", ")));
  }

  Diagnostics::Entry fail(const Said& said, std::string message) {
    has_failed_ = true;
    return diagnostics_.report(Code::table_layout, said.at, std::move(message));
  }

  std::string_view start_;
  std::uint16_t input_;
  std::string_view name_;
  const TableRecord* mapping_;
  const StringPool& strings_;
  Diagnostics& diagnostics_;
  CsvLayout layout_;
  CsvRow first_;
  bool is_guessed_ = false;
  bool has_failed_ = false;
};

}  // namespace

std::optional<std::size_t> CsvLayout::column_of(std::string_view field) const {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].field == field && !columns[i].is_property) return i;
  return std::nullopt;
}

std::optional<CsvLayout> layout_of(std::string_view start, std::uint16_t input, std::string_view name,
                                   const TableRecord* mapping, const StringPool& strings, Diagnostics& diagnostics) {
  return LayoutReader(start, input, name, mapping, strings, diagnostics).read();
}

}  // namespace throughline
