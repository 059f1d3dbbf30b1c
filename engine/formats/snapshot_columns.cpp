// SPDX-License-Identifier: Apache-2.0
#include "formats/snapshot_columns.hpp"

#include <algorithm>
#include <numeric>

#include "formats/snapshot_rows.hpp"

namespace throughline::snapshot {
namespace {

class Columns {
 public:
  Columns(const Model& model, const Output& output)
      : model_(model),
        output_(output),
        strings_(model.strings.size(), StringId::empty),
        dates_(model.dates.size(), none<DateIndex>),
        offsets_(model.inputs.size()) {
    columns_.string_lengths.push_back(0);
    number_inputs();
  }

  SnapshotColumns take() {
    add_graph();
    add_vocabulary();
    for (const Source& source : model_.sources) add(columns_.sources, source);
    for (const Node& node : model_.nodes) add(columns_.nodes, node);
    for (const Relation& relation : model_.relations) add(columns_.relations, relation);
    columns_.denials = model_.denials;
    for (const UnplacedDate& each : model_.unplaced_claims) add(columns_.unplaced_claims, each);
    for (const UnplacedDate& each : model_.unplaced_relations) add(columns_.unplaced_relations, each);
    for (const Definition& view : model_.views) add_definition(columns_.views, view);
    for (const Definition& question : model_.questions) add_definition(columns_.questions, question);
    for (const Diagnostic& remark : model_.remarks) add_remark(remark);
    add_inputs();
    return std::move(columns_);
  }

 private:
  void add_graph() {
    const Tolerance& tolerance = model_.reading.tolerance;
    const auto unit = tolerance.unit ? static_cast<std::uint32_t>(*tolerance.unit) + 1 : 0;
    add(columns_.graph,
        GraphRow{model_.title, model_.description, model_.language, model_.tolerance, tolerance.amount, unit, 0});
  }

  // Whatever a row refers to is put into its column when the row is: in the order of use.
  template <typename Rows>
  void add(Rows& column, typename Rows::value_type row) {
    each_field(row, [this](auto& field, auto... of) { renumber(field, of...); });
    column.push_back(row);
  }

  template <typename Field, typename... Of>
  void renumber(Field& field, Of...) {
    if constexpr (std::is_same_v<Field, StringId>) field = string(field);
    if constexpr (std::is_same_v<Field, DateIndex>) field = date(field);
    if constexpr (std::is_same_v<Field, Location>) field = place(field);
  }

  void renumber(Slice& slice, Column of) {
    switch (of) {
      case Column::citations: return copy(slice, model_.citations, columns_.citations);
      case Column::claims: return copy(slice, model_.claims, columns_.claims);
      case Column::names: return copy(slice, model_.names, columns_.names);
      case Column::aliases: return copy(slice, model_.aliases, columns_.aliases);
      case Column::properties: return copy(slice, model_.properties, columns_.properties);
      default: return;  // already of the new columns
    }
  }

  template <typename Row>
  void copy(Slice& slice, const std::vector<Row>& from, std::vector<Row>& to) {
    const auto first = static_cast<std::uint32_t>(to.size());
    for (std::size_t i = slice.first; i < slice.end(); ++i) add(to, from[i]);
    slice.first = first;
  }

  StringId string(StringId id) {
    if (id == StringId::empty) return id;
    StringId& known = strings_[static_cast<std::size_t>(id)];
    if (known == StringId::empty) known = put(model_.text(id));
    return known;
  }

  StringId put(std::string_view text) {
    columns_.string_lengths.push_back(static_cast<std::uint32_t>(text.size()));
    columns_.characters.insert(columns_.characters.end(), text.begin(), text.end());
    return StringId{static_cast<std::uint32_t>(columns_.string_lengths.size() - 1)};
  }

  // A text that is not in the model's pool; equal ones are few.
  StringId new_string(std::string_view text) { return text.empty() ? StringId::empty : put(text); }

  DateIndex date(DateIndex index) {
    if (index == none<DateIndex>) return index;
    DateIndex& known = dates_[position(index)];
    if (known != none<DateIndex>) return known;
    const WrittenDate& date = model_[index];
    known = DateIndex{static_cast<std::uint32_t>(columns_.dates.size())};
    columns_.dates.push_back({string(date.text), string(date.edtf), date.is_relative});
    return known;
  }

  Location place(Location at) {
    if (!at.is_known()) return {};
    offsets_[at.input].push_back(at.offset);
    at.input = input_numbers_[at.input];
    return at;
  }

  // By name: the order in which files were given is no part of the model.
  void number_inputs() {
    order_.resize(model_.inputs.size());
    std::iota(order_.begin(), order_.end(), std::uint16_t{0});
    std::sort(order_.begin(), order_.end(),
              [this](std::uint16_t a, std::uint16_t b) { return model_.inputs[a].name < model_.inputs[b].name; });
    input_numbers_.resize(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) input_numbers_[order_[i]] = static_cast<std::uint16_t>(i);
  }

  void add_inputs() {
    for (const std::uint16_t input : order_) {
      std::vector<std::uint32_t>& offsets = offsets_[input];
      std::sort(offsets.begin(), offsets.end());
      offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
      const InputPlaces places = model_.inputs.places(input, offsets);
      const std::string& name = model_.inputs[input].name;
      const bool is_path = !name.starts_with('<');  // <stdin> lies nowhere
      columns_.inputs.push_back({new_string(is_path ? output_.from_here({}, name) : name),
                                 model_.inputs[input].is_foreign, name.starts_with('/') || !is_path,
                                 append(places.line_starts, columns_.line_starts),
                                 append(places.columns, columns_.columns)});
    }
  }

  template <typename Row>
  static Slice append(const std::vector<Row>& rows, std::vector<Row>& to) {
    const Slice slice{static_cast<std::uint32_t>(to.size()), static_cast<std::uint32_t>(rows.size())};
    to.insert(to.end(), rows.begin(), rows.end());
    return slice;
  }

  void add_vocabulary() {
    for (const Kind& kind : model_.vocabulary.kinds())
      columns_.kinds.push_back({new_string(kind.name), new_string(kind.plural), kind.built_in});
    for (const RelationType& type : model_.vocabulary.relation_types()) {
      const TypeRow row{new_string(type.name),
                        new_string(type.label),
                        new_string(type.inverse),
                        names(type.from),
                        names(type.to),
                        type.symmetric,
                        type.leads,
                        type.line,
                        type.timing,
                        type.dated_by,
                        type.built_in,
                        0};
      columns_.types.push_back(row);
    }
  }

  Slice names(const std::vector<std::string>& kinds) {
    std::vector<StringId> ids;
    for (const std::string& kind : kinds) ids.push_back(new_string(kind));
    return append(ids, columns_.kind_names);
  }

  void add_definition(std::vector<DefinitionRow>& column, const Definition& definition) {
    const Slice fields{static_cast<std::uint32_t>(columns_.fields.size()),
                       static_cast<std::uint32_t>(definition.fields.size())};
    for (const Definition::Field& field : definition.fields) {
      const Slice values{static_cast<std::uint32_t>(columns_.values.size()),
                         static_cast<std::uint32_t>(field.values.size())};
      for (std::size_t i = 0; i < field.values.size(); ++i)
        add(columns_.values, ValueRow{field.values[i], field.at[i]});
      add(columns_.fields, FieldRow{field.key, field.key_at, values});
    }
    add(column, DefinitionRow{definition.id, definition.at, fields});
  }

  void add_remark(const Diagnostic& remark) {
    const Slice notes{static_cast<std::uint32_t>(columns_.notes.size()),
                      static_cast<std::uint32_t>(remark.notes.size())};
    for (const Note& note : remark.notes) columns_.notes.push_back({place(note.where), new_string(note.text)});
    columns_.remarks.push_back({new_string(row_of(remark.code).id), place(remark.where), new_string(remark.message),
                                new_string(remark.hint), notes});
  }

  const Model& model_;
  const Output& output_;
  SnapshotColumns columns_;
  std::vector<StringId> strings_;                    // the new id by the old; empty: not yet used
  std::vector<DateIndex> dates_;                     // the new by the old
  std::vector<std::uint16_t> order_;                 // of inputs
  std::vector<std::uint16_t> input_numbers_;         // the new by the old
  std::vector<std::vector<std::uint32_t>> offsets_;  // of all places, by input
};

}  // namespace

SnapshotColumns columns_of(const Model& model, const Output& output) { return Columns(model, output).take(); }

}  // namespace throughline::snapshot
