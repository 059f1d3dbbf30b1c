// SPDX-License-Identifier: Apache-2.0
// The rows of a snapshot, field by field: one description for renumbering them, for writing them without the bytes
// between the fields, for checking what was read, and for telling layouts apart. A field that is not described does not
// compile.
//
//   each_field(row, [](auto& field, auto... slice_of) { … });   // slice_of: the Column that a Slice is a part of
#pragma once

#include <type_traits>

#include "formats/snapshot_columns.hpp"

namespace throughline::snapshot {

enum class Column { citations, claims, names, aliases, properties, fields, values, kind_names, notes, lines, columns };
inline constexpr std::size_t column_count = 11;

struct MayBeNone {};  // said of an index that need not be there

template <typename Row, typename Wanted>
inline constexpr bool is_row = std::is_same_v<std::remove_const_t<Row>, Wanted>;

template <typename Row>
inline constexpr bool is_one_field = std::is_enum_v<Row> || std::is_integral_v<Row>;

template <typename Row, typename Visit>
void each_field_of_model(Row& row, Visit&& visit) {
  if constexpr (is_row<Row, Node>) {
    auto& [id, name, kind, status, type, place, note, url, when, names, aliases, properties, claims, citations, at] =
        row;
    visit(id), visit(name), visit(kind), visit(status), visit(type), visit(place), visit(note), visit(url), visit(when);
    visit(names, Column::names), visit(aliases, Column::aliases), visit(properties, Column::properties);
    visit(claims, Column::claims), visit(citations, Column::citations), visit(at);
  } else if constexpr (is_row<Row, Relation>) {
    auto& [from, to, type, assertion, confidence, when, role, note, properties, citations, at] = row;
    visit(from), visit(to), visit(type), visit(assertion), visit(confidence), visit(when), visit(role), visit(note);
    visit(properties, Column::properties), visit(citations, Column::citations), visit(at);
  } else if constexpr (is_row<Row, Source>) {
    auto& [id, title, publisher, node, published, url, language, note, text_path, sha256, at, text_at, sha256_at] = row;
    visit(id), visit(title), visit(publisher), visit(node, MayBeNone{}), visit(published), visit(url), visit(language);
    visit(note), visit(text_path), visit(sha256), visit(at), visit(text_at), visit(sha256_at);
  } else if constexpr (is_row<Row, Citation>) {
    auto& [source, quote, prefix, suffix, at] = row;
    visit(source), visit(quote), visit(prefix), visit(suffix), visit(at);
  } else if constexpr (is_row<Row, Claim>) {
    auto& [about, status, date, citations, at] = row;
    visit(about), visit(status), visit(date), visit(citations, Column::citations), visit(at);
  } else if constexpr (is_row<Row, LocalName>) {
    auto& [language, text] = row;
    visit(language), visit(text);
  } else if constexpr (is_row<Row, Property>) {
    auto& [key, value] = row;
    visit(key), visit(value);
  } else {
    static_assert(is_row<Row, UnplacedDate>);
    auto& [index, words] = row;
    visit(index), visit(words);
  }
}

template <typename Row, typename Visit>
void each_field(Row& row, Visit&& visit) {
  if constexpr (is_one_field<Row>) {
    visit(row);
  } else if constexpr (is_row<Row, GraphRow>) {
    auto& [title, description, language, tolerance, amount, unit, unused] = row;
    visit(title), visit(description), visit(language), visit(tolerance), visit(amount), visit(unit), visit(unused);
  } else if constexpr (is_row<Row, DateRow>) {
    auto& [text, edtf, is_relative] = row;
    visit(text), visit(edtf), visit(is_relative);
  } else if constexpr (is_row<Row, KindRow>) {
    auto& [name, plural, built_in] = row;
    visit(name), visit(plural), visit(built_in);
  } else if constexpr (is_row<Row, TypeRow>) {
    auto& [name, label, inverse, from, to, symmetric, leads, line, timing, dated_by, built_in, unused] = row;
    visit(name), visit(label), visit(inverse), visit(from, Column::kind_names), visit(to, Column::kind_names);
    visit(symmetric), visit(leads), visit(line), visit(timing), visit(dated_by), visit(built_in), visit(unused);
  } else if constexpr (is_row<Row, DefinitionRow>) {
    auto& [id, at, fields] = row;
    visit(id), visit(at), visit(fields, Column::fields);
  } else if constexpr (is_row<Row, FieldRow>) {
    auto& [key, key_at, values] = row;
    visit(key), visit(key_at), visit(values, Column::values);
  } else if constexpr (is_row<Row, ValueRow>) {
    auto& [text, at] = row;
    visit(text), visit(at);
  } else if constexpr (is_row<Row, InputRow>) {
    auto& [name, is_foreign, is_absolute, line_starts, columns] = row;
    visit(name), visit(is_foreign), visit(is_absolute);
    visit(line_starts, Column::lines), visit(columns, Column::columns);
  } else if constexpr (is_row<Row, InputPlaces::Column>) {
    auto& [offset, column] = row;
    visit(offset), visit(column);
  } else if constexpr (is_row<Row, RemarkRow>) {
    auto& [id, at, message, hint, notes] = row;
    visit(id), visit(at), visit(message), visit(hint), visit(notes, Column::notes);
  } else if constexpr (is_row<Row, NoteRow>) {
    auto& [at, text] = row;
    visit(at), visit(text);
  } else {
    each_field_of_model(row, visit);
  }
}

// In the order of the file.
template <typename Columns, typename Visit>
void each_column(Columns& c, Visit&& visit) {
  visit(c.graph), visit(c.nodes), visit(c.relations), visit(c.denials), visit(c.sources), visit(c.dates);
  visit(c.citations), visit(c.claims), visit(c.names), visit(c.aliases), visit(c.properties), visit(c.views);
  visit(c.questions), visit(c.fields), visit(c.values), visit(c.unplaced_claims), visit(c.unplaced_relations);
  visit(c.kinds), visit(c.types), visit(c.kind_names), visit(c.remarks), visit(c.notes), visit(c.inputs);
  visit(c.line_starts), visit(c.columns), visit(c.string_lengths), visit(c.characters);
}

}  // namespace throughline::snapshot
