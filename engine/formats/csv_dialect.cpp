// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_dialect.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::pair<std::string_view, char> delimiter_names[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'},
                                                                 {"bar", '|'},   {"pipe", '|'},      {"space", ' '}};

class Settings {
 public:
  Settings(const TableRecord& mapping, const StringPool& strings, Diagnostics& diagnostics, CsvLayout& layout)
      : mapping_(mapping), strings_(strings), diagnostics_(diagnostics), layout_(layout) {}

  bool take() {
    if (mapping_.delimiter.given()) take_delimiter(mapping_.delimiter);
    if (mapping_.quote.given()) take_quote(mapping_.quote);
    if (mapping_.dates.given()) take_dates(mapping_.dates);
    for (const auto& [field, value] : mapping_.constants)
      layout_.constants.push_back({std::string(text(field)), std::string(text(value)), value.at});
    return is_sound_;
  }

 private:
  std::string_view text(const Said& said) const { return strings_[said.text]; }

  void take_delimiter(const Said& said) {
    const std::string_view word = text(said);
    const auto* const named = std::find_if(std::begin(delimiter_names), std::end(delimiter_names),
                                           [&](const auto& each) { return each.first == word; });
    if (named == std::end(delimiter_names) && word.size() != 1)
      return refuse(said, fmt::format("unknown delimiter `{}`", word),
                    "one character, or comma, semicolon, tab, bar, space");
    layout_.dialect.delimiter = named == std::end(delimiter_names) ? word.front() : named->second;
  }

  void take_quote(const Said& said) {
    const std::string_view word = text(said);
    if (word != "none" && word.size() != 1)
      return refuse(said, fmt::format("`{}` is no quote", word), "one character, or none");
    layout_.dialect.quote = word == "none" ? '\0' : word.front();
  }

  void take_dates(const Said& said) {
    layout_.dates = parse_date_order(text(said));
    if (!layout_.dates)
      refuse(said, fmt::format("`{}` is no order of a date", text(said)),
             "the words day, month and year in their order, as in `day/month/year`");
  }

  void refuse(const Said& said, std::string message, std::string hint) {
    is_sound_ = false;
    diagnostics_.report(Code::table_layout, said.at, std::move(message)).hint(std::move(hint));
  }

  const TableRecord& mapping_;
  const StringPool& strings_;
  Diagnostics& diagnostics_;
  CsvLayout& layout_;
  bool is_sound_ = true;
};

}  // namespace

bool take_settings(const TableRecord& mapping, const StringPool& strings, Diagnostics& diagnostics, CsvLayout& layout) {
  return Settings(mapping, strings, diagnostics, layout).take();
}

void take_dialect(std::string_view start, std::string_view name, CsvLayout& layout) {
  const std::string_view line = start.substr(0, start.find_first_of("\r\n"));
  const bool says_so = line.size() == 5 && line.starts_with("sep=");
  layout.start = says_so ? std::min(start.find_first_not_of("\r\n", line.size()), start.size()) : 0;
  layout.dialect.delimiter = says_so ? line.back() : delimiter_of(start, name);
}

std::optional<CsvRow> row_at(std::string_view start, CsvDialect dialect, std::size_t from, std::uint16_t input) {
  CsvScanner scanner(start, dialect, true, from);
  while (scanner.next()) {
    if (scanner.is_empty_line()) continue;
    CsvRow row;
    row.begin = scanner.begin();
    std::string scratch;
    for (const CsvField& field : scanner.fields()) {
      row.cells.emplace_back(scanner.value(field, scratch));
      row.at.push_back(Inputs::location(input, field.begin, std::max<std::size_t>(field.end - field.begin, 1)));
    }
    return row;
  }
  return std::nullopt;
}

std::optional<std::size_t> column_of_directions(std::string_view start, const CsvLayout& layout) {
  CsvScanner scanner(start, layout.dialect, true, layout.start);
  scanner.next();
  const std::optional<CsvRow> second = row_at(start, layout.dialect, scanner.end(), 0);
  for (std::size_t i = 0; second && i < std::min(layout.columns.size(), second->cells.size()); ++i) {
    const std::string cell = fold_for_search(second->cells[i]);
    const bool is_direction = cell == "directed" || cell == "undirected" || cell == "mutual";
    if (is_direction && fold_for_search(layout.columns[i].header) == "type") return i;
  }
  return std::nullopt;
}

bool has_known_headers(std::string_view start) {
  CsvScanner scanner(start, {delimiter_of(start, {}), '"'});
  if (!scanner.next() || scanner.fields().size() < 2) return false;
  std::vector<std::string> headers;
  std::string scratch;
  for (const CsvField& field : scanner.fields()) headers.emplace_back(scanner.value(field, scratch));
  const auto names = [&](TableRows rows, std::string_view field) {
    std::vector<std::string> fields(headers.size());
    guess_fields(headers, rows, fields);
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  return (names(TableRows::relations, "from") && names(TableRows::relations, "to")) || names(TableRows::nodes, "id") ||
         names(TableRows::nodes, "name");
}

char delimiter_of(std::string_view start, std::string_view name) {
  constexpr std::size_t enough = 50;
  char best = name.ends_with(".tsv") || name.ends_with(".tab") ? '\t' : ',';
  std::size_t best_score = 0;
  for (const char delimiter : {best, ',', ';', '\t', '|'}) {
    CsvScanner scanner(start, {delimiter, '"'});
    std::size_t fields = 0;
    std::size_t alike = 0;
    for (std::size_t records = 0; records < enough && scanner.next();) {
      if (scanner.is_empty_line()) continue;
      if (records++ == 0) fields = scanner.fields().size();
      alike += scanner.fields().size() == fields ? 1 : 0;
    }
    const std::size_t score = fields < 2 ? 0 : alike * 1000 + std::min<std::size_t>(fields, 999);
    if (score > best_score) best_score = score, best = delimiter;
  }
  return best;
}

}  // namespace throughline
