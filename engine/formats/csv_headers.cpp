// SPDX-License-Identifier: Apache-2.0
// The names that columns have in the tables of the world. Of two columns for one field the name that stands first here
// wins; the other is a property.
#include <algorithm>
#include <span>

#include "base/text.hpp"
#include "formats/csv_layout.hpp"

namespace throughline {
namespace {

struct FieldNames {
  std::string_view field;
  std::string_view names;  // in lower case, blanks and hyphens as `_`, parted by blanks
};

constexpr FieldNames relation_names[] = {
    {"from", "from subject source src from_id source_id start_id :start_id node_id_start node_1 head sender"},
    {"to", "to object target dst destination to_id target_id end_id :end_id node_id_end node_2 tail recipient"},
    {"type", "type relation predicate relationship rel rel_type relation_type edge_type :type verb label"},
    {"directed", "directed"},
    {"when", "when date day datetime year"},
    {"start", "start start_date since valid_from begin from_date"},
    {"end", "end end_date until valid_to to_date"},
    {"role", "role"},
    {"status", "status"},
    {"confidence", "confidence"},
    {"note", "note notes comment comments remark remarks"},
    {"evidence", "evidence"},
    {"evidence_source", "evidence_source source citation reference"},  // `source` when another column is the end
    {"evidence_quote", "evidence_quote quote"},
    {"evidence_quote_prefix", "evidence_quote_prefix quote_prefix"},
    {"evidence_quote_suffix", "evidence_quote_suffix quote_suffix"},
};

constexpr FieldNames node_names[] = {
    {"id", "id :id node_id identifier key"},
    {"name", "name full_name label title"},
    {"kind", "kind"},
    {"type", "type :label category"},
    {"aliases", "aliases alias aka other_names"},
    {"when", "when date day"},
    {"start", "start start_date born birth_date founded since begin"},
    {"end", "end end_date died death_date dissolved until"},
    {"status", "status"},
    {"place", "place location"},
    {"note", "note notes comment comments remark remarks description"},
    {"url", "url link website homepage"},
    {"claims", "claims"},
    {"evidence", "evidence"},
    {"evidence_source", "evidence_source source citation reference"},
    {"evidence_quote", "evidence_quote quote"},
    {"evidence_quote_prefix", "evidence_quote_prefix quote_prefix"},
    {"evidence_quote_suffix", "evidence_quote_suffix quote_suffix"},
};

constexpr FieldNames source_names[] = {
    {"id", "id source_id key"},      {"title", "title name"}, {"publisher", "publisher"},
    {"published", "published date"}, {"url", "url link"},     {"language", "language lang"},
    {"note", "note notes comment"},  {"text", "text"},        {"sha256", "sha256"},
};

std::span<const FieldNames> names_of(TableRows rows) {
  if (rows == TableRows::nodes) return node_names;
  return rows == TableRows::relations ? std::span<const FieldNames>(relation_names) : source_names;
}

std::string plain_header(std::string_view header) {
  std::string plain = fold_for_search(trim(header));
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  return plain;
}

// "ko" of "names.ko", "Name (ko)", "name_ko"; empty when it is none such.
std::string language_of(std::string_view plain) {
  const auto language = [](std::string_view text) {
    const bool fits = text.size() >= 2 && text.size() <= 8 && text.find('_') == std::string_view::npos;
    return fits ? std::string(text) : std::string();
  };
  if (plain.starts_with("name_(") && plain.ends_with(")")) return language(plain.substr(6, plain.size() - 7));
  for (const std::string_view start : {"names.", "name_", "name@"})
    if (plain.starts_with(start)) return language(plain.substr(start.size()));
  return {};
}

std::optional<std::size_t> find_free(std::string_view names, std::span<const std::string> plain,
                                     std::span<const std::string> fields) {
  for (const std::string_view name : split(names, ' '))
    for (std::size_t i = 0; i < plain.size(); ++i)
      if (fields[i].empty() && plain[i] == name) return i;
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> fields_of(TableRows rows) {
  std::vector<std::string_view> fields;
  for (const FieldNames& row : names_of(rows)) fields.push_back(row.field);
  return fields;
}

std::string field_of_header(std::string_view header, TableRows rows) {
  const std::string plain = plain_header(header);
  for (const FieldNames& row : names_of(rows))
    for (const std::string_view name : split(row.names, ' '))
      if (plain == name) return std::string(row.field);
  const std::string language = rows == TableRows::nodes ? language_of(plain) : std::string();
  return language.empty() ? std::string() : "names." + language;
}

void guess_fields(std::span<const std::string> headers, TableRows rows, std::vector<std::string>& fields) {
  std::vector<std::string> plain;
  for (const std::string& header : headers) plain.push_back(plain_header(header));
  for (const FieldNames& row : names_of(rows)) {
    if (std::find(fields.begin(), fields.end(), row.field) != fields.end()) continue;
    if (const auto column = find_free(row.names, plain, fields)) fields[*column] = row.field;
  }
  if (rows != TableRows::nodes) return;
  for (std::size_t i = 0; i < plain.size(); ++i)
    if (fields[i].empty())
      if (const std::string language = language_of(plain[i]); !language.empty()) fields[i] = "names." + language;
}

}  // namespace throughline
