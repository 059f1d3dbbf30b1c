// SPDX-License-Identifier: Apache-2.0
#include "formats/snapshot_check.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "formats/snapshot_rows.hpp"

namespace throughline::snapshot {
namespace {

constexpr std::uint8_t last_of(Status) { return static_cast<std::uint8_t>(Status::cancelled); }
constexpr std::uint8_t last_of(Assertion) { return static_cast<std::uint8_t>(Assertion::disproven); }
constexpr std::uint8_t last_of(Confidence) { return static_cast<std::uint8_t>(Confidence::doubtful); }
constexpr std::uint8_t last_of(Claim::About) { return static_cast<std::uint8_t>(Claim::About::status); }
constexpr std::uint8_t last_of(Leads) { return static_cast<std::uint8_t>(Leads::last); }
constexpr std::uint8_t last_of(Line) { return static_cast<std::uint8_t>(Line::dotted); }
constexpr std::uint8_t last_of(Timing) { return static_cast<std::uint8_t>(Timing::whole); }
constexpr std::uint8_t last_of(DatedBy) { return static_cast<std::uint8_t>(DatedBy::to); }

class Check {
 public:
  explicit Check(const SnapshotColumns& columns) : columns_(columns) {
    for (std::size_t i = 0; i < column_count; ++i) sizes_[i] = size_of(static_cast<Column>(i));
  }

  template <typename Rows>
  void rows(const Rows& rows) {
    for (const auto& row : rows)
      each_field(row, [this](const auto& field, auto... of) { fine_ = fine_ && fits(field, of...); });
  }

  bool is_fine() const { return fine_ && claims_ == columns_.claims.size(); }

 private:
  std::size_t size_of(Column column) const {
    switch (column) {
      case Column::citations: return columns_.citations.size();
      case Column::claims: return columns_.claims.size();
      case Column::names: return columns_.names.size();
      case Column::aliases: return columns_.aliases.size();
      case Column::properties: return columns_.properties.size();
      case Column::fields: return columns_.fields.size();
      case Column::values: return columns_.values.size();
      case Column::kind_names: return columns_.kind_names.size();
      case Column::notes: return columns_.notes.size();
      case Column::lines: return columns_.line_starts.size();
      case Column::columns: return columns_.columns.size();
    }
    return 0;
  }

  bool fits(StringId id) const { return static_cast<std::size_t>(id) < columns_.string_lengths.size(); }
  bool fits(NodeIndex node) const { return position(node) < columns_.nodes.size(); }
  bool fits(NodeIndex node, MayBeNone) const { return node == none<NodeIndex> || fits(node); }
  bool fits(RelationIndex relation) const { return position(relation) < columns_.relations.size(); }
  bool fits(SourceIndex source) const { return position(source) < columns_.sources.size(); }
  bool fits(DateIndex date) const { return date == none<DateIndex> || position(date) < columns_.dates.size(); }
  bool fits(KindIndex kind) const { return position(kind) < columns_.kinds.size(); }
  bool fits(RelationTypeIndex type) const { return position(type) < columns_.types.size(); }
  bool fits(Location at) const { return !at.is_known() || at.input < columns_.inputs.size(); }
  bool fits(char) const { return true; }
  bool fits(std::uint8_t) const { return true; }
  bool fits(std::uint16_t) const { return true; }
  bool fits(std::int64_t) const { return true; }
  bool fits(std::uint32_t) const { return true; }

  template <typename Word>
  requires std::is_enum_v<Word>
  bool fits(Word word) const { return static_cast<std::uint8_t>(word) <= last_of(word); }

  bool fits(Slice slice, Column of) {
    if (of != Column::claims) return slice.end() <= sizes_[static_cast<std::size_t>(of)];
    if (slice.first != claims_) return false;  // they stand in the order of their nodes, without a gap
    claims_ += slice.count;
    return claims_ <= columns_.claims.size();
  }

  const SnapshotColumns& columns_;
  std::array<std::size_t, column_count> sizes_{};
  std::size_t claims_ = 0;
  bool fine_ = true;
};

bool has_graph(const SnapshotColumns& columns) {
  if (columns.graph.size() != 1) return false;
  const GraphRow& graph = columns.graph.front();
  return graph.tolerance_amount >= 0 && graph.tolerance_amount <= 1'000'000 &&
         graph.tolerance_unit <= static_cast<std::uint32_t>(Precision::century) + 1;
}

// Where evidence stands is always told.
bool has_places(const SnapshotColumns& columns) {
  const auto is_told = [](StringId text, Location at) { return text == StringId::empty || at.is_known(); };
  return std::all_of(columns.citations.begin(), columns.citations.end(),
                     [](const Citation& citation) { return citation.at.is_known(); }) &&
         std::all_of(columns.sources.begin(), columns.sources.end(), [&](const Source& source) {
           return is_told(source.text_path, source.text_at) && is_told(source.sha256, source.sha256_at);
         });
}

bool has_first_lines(const SnapshotColumns& columns) {
  return std::all_of(columns.inputs.begin(), columns.inputs.end(), [&](const InputRow& input) {
    return input.line_starts.count > 0 && columns.line_starts[input.line_starts.first] == 0;
  });
}

bool has_all_characters(const SnapshotColumns& columns, std::size_t characters) {
  const std::vector<std::uint32_t>& lengths = columns.string_lengths;
  return !lengths.empty() && lengths.front() == 0 &&
         std::accumulate(lengths.begin(), lengths.end(), std::size_t{0}) == characters;
}

}  // namespace

bool is_sound(const SnapshotColumns& columns, std::size_t characters) {
  if (!has_graph(columns) || columns.inputs.size() >= Location::nowhere) return false;
  Check check(columns);
  each_column(columns, [&](const auto& column) { check.rows(column); });
  return check.is_fine() && has_places(columns) && has_first_lines(columns) && has_all_characters(columns, characters);
}

}  // namespace throughline::snapshot
