// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_relations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "formats/csv_cells.hpp"
#include "formats/csv_rows.hpp"
#include "formats/load_text.hpp"

namespace throughline {
namespace {

enum class Role : std::uint8_t { none, from, to, type, directed, when, role, note, source, quote, property };
constexpr std::string_view role_names[] = {
    "", "from", "to", "type", "directed", "when", "role", "note", "evidence_source", "evidence_quote"};

std::optional<Role> role_of(std::string_view field) {
  const auto* const at = std::find(std::begin(role_names), std::end(role_names), field);
  return at == std::end(role_names) ? std::nullopt : std::optional(static_cast<Role>(at - std::begin(role_names)));
}

}  // namespace

struct RelationTable::Piece {
  Records records;
  RowFaults faults;
  std::size_t end = 0;  // in the window
  std::size_t rows = 0;
  std::optional<std::size_t> bad_byte;

  void clear() {
    records.strings.clear();
    records.fields.clear();
    records.citations.clear();
    records.relations.clear();
    faults = {};
    rows = 0;
    bad_byte.reset();
  }
};

namespace {

// Reads the records that begin in a part of a window.
class PieceReader {
 public:
  PieceReader(const CsvLayout& layout, std::uint16_t input, std::string_view window, std::size_t offset,
              RelationTable::Piece& piece)
      : layout_(layout),
        input_(input),
        window_(window),
        offset_(offset),
        piece_(piece),
        cells_(piece.records.strings, layout.columns.size()) {
    for (const CsvColumn& column : layout.columns) {
      roles_.push_back(column.is_property ? Role::property : role_of(column.field).value_or(Role::none));
      keys_.push_back(column.is_property ? piece.records.strings.intern(to_nfc(column.field)) : StringId::empty);
    }
    for (const CsvConstant& constant : layout.constants)
      if (const auto role = role_of(constant.field))
        constants_.push_back({*role, {piece.records.strings.intern(to_nfc(constant.value)), constant.at}});
  }

  void read(std::size_t start, std::size_t limit, bool is_last) {
    CsvScanner scanner(window_, layout_.dialect, is_last, start);
    while (scanner.end() < limit && scanner.next()) {
      const std::string_view record = window_.substr(scanner.begin(), scanner.end() - scanner.begin());
      bool is_ascii = true;
      if (const auto bad = find_no_text(record, is_ascii)) {
        piece_.bad_byte = offset_ + scanner.begin() + *bad;
        break;
      }
      ++piece_.rows;
      if (!scanner.is_empty_line()) add(scanner, is_ascii);
    }
    piece_.end = scanner.end();
  }

 private:
  struct Constant {
    Role role;
    Said said;
  };

  Location place(const CsvField& field) const {
    return Inputs::location(input_, offset_ + field.begin, std::max<std::size_t>(field.end - field.begin, 1));
  }

  void add(const CsvScanner& scanner, bool is_ascii) {
    Records& records = piece_.records;
    relation_ = {.from = {}, .type = {}, .to = {}, .fields = {}, .citations = {}};
    relation_.foreign = Foreign::directed;
    relation_.fields.first = static_cast<std::uint32_t>(records.fields.size());
    citation_ = {};
    const auto fields = scanner.fields();
    const std::size_t count = std::min(fields.size(), roles_.size());
    for (std::size_t i = 0; i < count; ++i) {
      if (roles_[i] == Role::none) continue;
      const StringId text = cells_.text(scanner, fields[i], i, is_ascii);
      if (text != StringId::empty) put(roles_[i], {text, place(fields[i])}, i);
    }
    for (const Constant& constant : constants_)
      if (!has(constant.role)) put(constant.role, constant.said, 0);
    note_faults(scanner);
    if (!relation_.from.given() || !relation_.to.given()) {
      piece_.faults.add(RowFault::empty_cell, place(fields[0]), piece_.rows, relation_.from.given() ? "to" : "from");
      records.fields.resize(relation_.fields.first);
      return;
    }
    relation_.fields.count = static_cast<std::uint32_t>(records.fields.size()) - relation_.fields.first;
    relation_.citations.first = static_cast<std::uint32_t>(records.citations.size());
    if (citation_.source.given() || citation_.quote.given()) {
      relation_.citations.count = 1;
      records.citations.push_back(citation_);
    }
    records.relations.push_back(relation_);
  }

  bool has(Role role) const {
    if (role == Role::type) return relation_.type.given();
    if (role == Role::source) return citation_.source.given();
    const auto& fields = piece_.records.fields;
    return std::any_of(fields.begin() + relation_.fields.first, fields.end(), [&](const FieldRecord& field) {
      return (role == Role::role && field.name == FieldName::role) ||
             (role == Role::note && field.name == FieldName::note);
    });
  }

  void put(Role role, const Said& said, std::size_t column) {
    switch (role) {
      case Role::from: relation_.from = said; break;
      case Role::to: relation_.to = said; break;
      case Role::type: relation_.type = said; break;
      case Role::directed: put_direction(said); break;
      case Role::when: put_date(said, column); break;
      case Role::role: put_field(FieldName::role, said); break;
      case Role::note: put_field(FieldName::note, said); break;
      case Role::source: citation_.source = said; break;
      case Role::quote: citation_.quote = said; break;
      case Role::property: put_field(FieldName::property, said, keys_[column]); break;
      case Role::none: break;
    }
  }

  void put_field(FieldName name, const Said& said, StringId key = StringId::empty) {
    piece_.records.fields.push_back({name, key, said});
  }

  void put_date(const Said& said, std::size_t column) {
    if (const auto date = cells_.date(said.text, layout_.dates)) return put_field(FieldName::when, {*date, said.at});
    piece_.faults.add_date(piece_.records.strings[said.text], said.at, piece_.rows, column);
  }

  void put_direction(const Said& said) {
    const std::string_view text = piece_.records.strings[said.text];
    if (is_undirected(text)) relation_.foreign = Foreign::undirected;
  }

  void note_faults(const CsvScanner& scanner) {
    const auto fields = scanner.fields();
    if (scanner.has_text_after_quote()) piece_.faults.add(RowFault::stray_quote, place(fields[0]), piece_.rows);
    if (scanner.has_unclosed_quote()) piece_.faults.add(RowFault::unclosed_quote, place(fields.back()), piece_.rows);
    if (fields.size() == roles_.size()) return;
    note_row_length(scanner, layout_, place(fields[std::min(fields.size() - 1, roles_.size())]), piece_.rows,
                    piece_.faults);
  }

  const CsvLayout& layout_;
  std::uint16_t input_;
  std::string_view window_;
  std::size_t offset_;
  RelationTable::Piece& piece_;
  CsvCells cells_;
  std::vector<Role> roles_;
  std::vector<StringId> keys_;
  std::vector<Constant> constants_;
  RelationRecord relation_;
  CitationRecord citation_;
};

// The first line that begins at or behind a place.
std::size_t line_behind(std::string_view window, std::size_t at) {
  if (at == 0 || at >= window.size()) return std::min(at, window.size());
  const std::size_t end = window.find_first_of("\r\n", at - 1);
  if (end == std::string_view::npos) return window.size();
  return std::min(window.size(), end + (window.substr(end).starts_with("\r\n") ? 2 : 1));
}

}  // namespace

bool is_plain_relation_table(const CsvLayout& layout) {
  if (layout.rows != TableRows::relations) return false;
  const auto fits = [](const CsvColumn& column) { return column.is_property || role_of(column.field).has_value(); };
  const auto is_text = [](const CsvConstant& constant) {
    const auto role = role_of(constant.field);
    return role == Role::type || role == Role::role || role == Role::note || role == Role::source ||
           constant.field == "kind" || constant.field == "from_kind" || constant.field == "to_kind";
  };
  std::set<std::string_view> properties;
  const auto is_new = [&](const CsvColumn& column) {
    return !column.is_property || properties.insert(column.field).second;
  };
  return std::all_of(layout.columns.begin(), layout.columns.end(), fits) &&
         std::all_of(layout.columns.begin(), layout.columns.end(), is_new) &&
         std::all_of(layout.constants.begin(), layout.constants.end(), is_text);
}

RelationTable::RelationTable(const CsvLayout& layout, std::uint16_t input, std::size_t rows, std::size_t bytes,
                             Records& records, std::size_t piece_bytes)
    : layout_(layout), input_(input), records_(records), bytes_(bytes), piece_bytes_(piece_bytes), rows_(rows) {}
RelationTable::~RelationTable() = default;

std::size_t RelationTable::read(std::string_view window, std::size_t offset, bool is_last) {
  const std::size_t count = (window.size() + piece_bytes_ - 1) / piece_bytes_;
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i <= count; ++i) starts.push_back(line_behind(window, i * piece_bytes_));
  if (pieces_.size() < count) pieces_.resize(count);
  const auto read_piece = [&](std::size_t i, std::size_t start) {
    pieces_[i].clear();
    PieceReader(layout_, input_, window, offset, pieces_[i]).read(start, starts[i + 1], is_last);
  };
  for_each_block(count, processors(), [&](std::size_t i) { read_piece(i, starts[i]); });
  make_room(window.size());
  std::size_t used = 0;
  for (std::size_t i = 0; i < count && !bad_byte_; ++i) {
    if (used >= starts[i + 1] && i + 1 < count) continue;  // the record before it goes on beyond it
    if (used != starts[i]) read_piece(i, used);
    append(pieces_[i]);
    used = pieces_[i].end;
    bad_byte_ = pieces_[i].bad_byte;
  }
  return used;
}

// Once, for all of the table, as if it went on like its first window.
void RelationTable::make_room(std::size_t window_bytes) {
  const std::size_t windows = bytes_ / std::max<std::size_t>(window_bytes, 1) + 1;
  bytes_ = 0;
  if (windows <= 1) return;
  std::size_t relations = 0;
  std::size_t fields = 0;
  for (const Piece& piece : pieces_) relations += piece.records.relations.size(), fields += piece.records.fields.size();
  records_.relations.reserve(records_.relations.size() + relations * windows);
  records_.fields.reserve(records_.fields.size() + fields * windows);
}

void RelationTable::append(const Piece& piece) {
  const std::vector<StringId> known = translation(piece.records.strings);
  const auto known_said = [&](const Said& said) { return Said{known[position(said.text)], said.at}; };
  const auto fields = static_cast<std::uint32_t>(records_.fields.size());
  const auto citations = static_cast<std::uint32_t>(records_.citations.size());
  for (const auto& [name, key, value] : piece.records.fields)
    records_.fields.push_back({name, known[position(key)], known_said(value)});
  for (const CitationRecord& citation : piece.records.citations) {
    records_.citations.push_back({known_said(citation.source), known_said(citation.quote)});
    const Said& source = records_.citations.back().source;
    std::vector<Said>& noted = records_.sources_in_tables;
    if (source.given() && (noted.empty() || noted.back().text != source.text)) noted.push_back(source);
  }
  for (RelationRecord relation : piece.records.relations) {
    relation.from = known_said(relation.from);
    relation.type = known_said(relation.type);
    relation.to = known_said(relation.to);
    relation.fields.first += fields;
    relation.citations.first += citations;
    records_.relations.push_back(relation);
  }
  faults_.append(piece.faults, rows_);
  rows_ += piece.rows;
}

std::vector<StringId> RelationTable::translation(const StringPool& strings) {
  std::vector<StringId> known;
  known.reserve(strings.size());
  for (std::size_t i = 0; i < strings.size(); ++i) known.push_back(records_.strings.intern(strings[StringId(i)]));
  return known;
}

}  // namespace throughline
