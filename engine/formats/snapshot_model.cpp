// SPDX-License-Identifier: Apache-2.0
#include "formats/snapshot_model.hpp"

#include <algorithm>
#include <filesystem>

#include "base/files.hpp"

namespace throughline::snapshot {
namespace {

std::vector<std::string_view> texts_of(const std::vector<std::uint32_t>& lengths, std::string_view characters) {
  std::vector<std::string_view> texts;
  texts.reserve(lengths.size());
  const char* at = characters.data();
  for (const std::uint32_t length : lengths) {
    texts.emplace_back(at, length);
    at += length;
  }
  return texts;
}

class Restored {
 public:
  Restored(SnapshotColumns columns, const std::string& path) : columns_(std::move(columns)), path_(path) {}

  std::optional<Model> model(StringPool strings) {
    model_.strings = std::move(strings);
    add_graph();
    add_vocabulary();
    const bool has_all_rows = model_.vocabulary.kinds().size() == columns_.kinds.size() &&
                              model_.vocabulary.relation_types().size() == columns_.types.size();
    move_columns();
    if (!has_all_rows || !add_dates()) return std::nullopt;
    add_definitions(columns_.views, model_.views);
    add_definitions(columns_.questions, model_.questions);
    add_inputs();
    return add_remarks() ? std::optional(std::move(model_)) : std::nullopt;
  }

 private:
  std::string text(StringId id) const { return std::string(model_.text(id)); }

  void add_graph() {
    const GraphRow& graph = columns_.graph.front();
    model_.title = graph.title;
    model_.description = graph.description;
    model_.language = graph.language;
    model_.tolerance = graph.tolerance;
    model_.reading.tolerance.amount = graph.tolerance_amount;
    if (graph.tolerance_unit > 0) model_.reading.tolerance.unit = static_cast<Precision>(graph.tolerance_unit - 1);
  }

  // Of the same program, so that every row has the position it had.
  void add_vocabulary() {
    for (const KindRow& row : columns_.kinds)
      model_.vocabulary.define(Kind{text(row.name), text(row.plural), row.built_in != 0});
    for (const TypeRow& row : columns_.types)
      model_.vocabulary.define(RelationType{text(row.name), text(row.label), text(row.inverse), kind_names(row.from),
                                            kind_names(row.to), row.symmetric != 0, row.leads, row.line, row.timing,
                                            row.dated_by, row.built_in != 0});
  }

  std::vector<std::string> kind_names(Slice slice) const {
    std::vector<std::string> names;
    for (std::size_t i = slice.first; i < slice.end(); ++i) names.push_back(text(columns_.kind_names[i]));
    return names;
  }

  void move_columns() {
    model_.nodes = std::move(columns_.nodes);
    model_.relations = std::move(columns_.relations);
    model_.denials = std::move(columns_.denials);
    model_.sources = std::move(columns_.sources);
    model_.citations = std::move(columns_.citations);
    model_.claims = std::move(columns_.claims);
    model_.names = std::move(columns_.names);
    model_.aliases = std::move(columns_.aliases);
    model_.properties = std::move(columns_.properties);
    model_.unplaced_claims = std::move(columns_.unplaced_claims);
    model_.unplaced_relations = std::move(columns_.unplaced_relations);
  }

  bool add_dates() {
    model_.dates.reserve(columns_.dates.size());
    for (const DateRow& row : columns_.dates) {
      EdtfError error;
      std::optional<Edtf> value = parse_edtf(model_.text(row.edtf), error);
      if (!value) return false;
      const Extent extent = extent_of(*value);
      model_.dates.push_back({row.text, row.edtf, std::move(*value), extent, row.is_relative != 0});
    }
    return true;
  }

  void add_definitions(const std::vector<DefinitionRow>& rows, std::vector<Definition>& definitions) const {
    for (const DefinitionRow& row : rows) {
      Definition& definition = definitions.emplace_back(Definition{row.id, row.at, {}});
      for (std::size_t i = row.fields.first; i < row.fields.end(); ++i) {
        const FieldRow& field = columns_.fields[i];
        Definition::Field& restored =
            definition.fields.emplace_back(Definition::Field{field.key, field.key_at, {}, {}});
        for (std::size_t k = field.values.first; k < field.values.end(); ++k) {
          restored.values.push_back(columns_.values[k].text);
          restored.at.push_back(columns_.values[k].at);
        }
      }
    }
  }

  void add_inputs() {
    for (const InputRow& row : columns_.inputs) {
      InputPlaces places;
      const auto lines = columns_.line_starts.begin() + row.line_starts.first;
      places.line_starts.assign(lines, lines + row.line_starts.count);
      const auto exceptions = columns_.columns.begin() + row.columns.first;
      places.columns.assign(exceptions, exceptions + row.columns.count);
      model_.inputs.add(name_of(row), row.is_foreign != 0, std::move(places));
    }
  }

  // As the user would have named it: from here, unless it was named by its whole path.
  std::string name_of(const InputRow& row) const {
    namespace fs = std::filesystem;
    const std::string name = text(row.name);
    if (name.starts_with('<')) return name;
    const fs::path place = fs::path(beside(path_, name)).lexically_normal();
    std::error_code unknown;
    if (row.is_absolute != 0) return fs::absolute(place, unknown).lexically_normal().generic_string();
    if (!place.is_absolute()) return place.generic_string();
    const std::string from_here = place.lexically_relative(fs::current_path(unknown)).generic_string();
    return from_here.empty() || from_here.starts_with("..") ? place.generic_string() : from_here;
  }

  bool add_remarks() {
    for (const RemarkRow& row : columns_.remarks) {
      const auto codes = diagnostic_codes();
      const auto code =
          std::find_if(codes.begin(), codes.end(), [&](const CodeRow& each) { return each.id == model_.text(row.id); });
      if (code == codes.end()) return false;
      Diagnostic& remark =
          model_.remarks.emplace_back(Diagnostic{code->code, row.at, text(row.message), text(row.hint), {}});
      for (std::size_t i = row.notes.first; i < row.notes.end(); ++i)
        remark.notes.push_back({columns_.notes[i].at, text(columns_.notes[i].text)});
    }
    return true;
  }

  SnapshotColumns columns_;
  const std::string& path_;
  Model model_;
};

}  // namespace

std::optional<Model> model_of(SnapshotColumns columns, std::string_view characters, std::shared_ptr<const void> owner,
                              const std::string& path) {
  StringPool strings(texts_of(columns.string_lengths, characters), std::move(owner));
  return Restored(std::move(columns), path).model(std::move(strings));
}

}  // namespace throughline::snapshot
