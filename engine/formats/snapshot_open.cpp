// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstring>
#include <future>

#include "formats/snapshot.hpp"
#include "formats/snapshot_check.hpp"
#include "formats/snapshot_model.hpp"
#include "formats/snapshot_rows.hpp"

namespace throughline::snapshot {
namespace {

struct Refusal {
  Code code = Code::snapshot_damaged;
  std::string message;  // after the file's name; empty: not refused
};

Refusal damaged(std::string message) { return {Code::snapshot_damaged, std::move(message)}; }

Header header_of(std::string_view bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

// By its header.
Refusal judge(std::string_view bytes) {
  if (!is_snapshot(bytes)) return damaged("is no snapshot: it does not begin as one");
  if (bytes.size() < sizeof(Header)) return damaged("is cut off: not even its header is whole");
  const Header header = header_of(bytes);
  if (header.byte_order == __builtin_bswap32(byte_order_mark))
    return {Code::snapshot_of_other_version, "comes from a machine with another order of bytes"};
  if (header.byte_order != byte_order_mark) return damaged("is damaged: its order of bytes is none");
  if (header.version != format_version)
    return {Code::snapshot_of_other_version,
            fmt::format("is a snapshot of format {}; this program reads format {}", header.version, format_version)};
  if (header.size != bytes.size())
    return damaged(fmt::format("is {}: {} bytes of {}", bytes.size() < header.size ? "cut off" : "damaged",
                               bytes.size(), header.size));
  return {};
}

Refusal judge_rows(std::string_view bytes, bool has_its_sum) {
  if (!has_its_sum) return damaged("is damaged: its checksum does not fit");
  if (header_of(bytes).layout != layout_of_rows())
    return {Code::snapshot_of_other_version, "was written by another version of throughline"};
  return {};
}

bool has_its_sum(std::string_view bytes) {
  const Header header = header_of(bytes);
  return header.checksum == checksum_of(header, bytes.substr(sizeof header));
}

template <typename Row>
std::optional<std::span<const Row>> rows_at(const ColumnPlace& place, std::string_view bytes) {
  if (place.offset > bytes.size() || place.offset % alignment != 0) return std::nullopt;
  if (place.rows > (bytes.size() - place.offset) / sizeof(Row)) return std::nullopt;
  return std::span(reinterpret_cast<const Row*>(bytes.data() + place.offset), place.rows);
}

template <typename Row>
void take(std::span<const Row> rows, const Bytes&, std::vector<Row>& column) {
  column.assign(rows.begin(), rows.end());
}

template <typename Row>
void take(std::span<const Row> rows, const Bytes& bytes, LendableColumn<Row>& column) {
  column = LendableColumn<Row>(rows, bytes.owner);
}

// The relations and the characters stay where they are.
bool take_columns(const Bytes& file, SnapshotColumns& columns, std::string_view& characters) {
  const std::string_view bytes = file.view;
  std::size_t count = 0;
  each_column(columns, [&](const auto&) { ++count; });
  const Header header = header_of(bytes);
  if (header.columns != count || bytes.size() < sizeof header + count * sizeof(ColumnPlace)) return false;
  bool whole = true;
  const char* at = bytes.data() + sizeof header;
  each_column(columns, [&]<typename Rows>(Rows& column) {
    using Row = typename Rows::value_type;
    ColumnPlace place;
    std::memcpy(&place, at, sizeof place);
    at += sizeof place;
    if constexpr (std::is_same_v<Row, char>) {
      whole = whole && place.offset <= bytes.size() && place.rows <= bytes.size() - place.offset;
      if (whole) characters = bytes.substr(place.offset, place.rows);
    } else {
      const auto rows = rows_at<Row>(place, bytes);
      whole = whole && rows;
      if (whole) take(*rows, file, column);
    }
  });
  return whole;
}

}  // namespace

std::optional<Model> open(const std::string& name, const Bytes& bytes, Diagnostics& diagnostics) {
  Refusal refusal = judge(bytes.view);
  if (refusal.message.empty()) {
    std::future<bool> sum = std::async(std::launch::async, has_its_sum, bytes.view);  // while the rows are copied
    SnapshotColumns columns;
    std::string_view characters;
    const bool is_whole = take_columns(bytes, columns, characters);
    refusal = judge_rows(bytes.view, sum.get());
    if (refusal.message.empty()) {
      if (is_whole && is_sound(columns, characters.size()))
        if (std::optional<Model> model = model_of(std::move(columns), characters, bytes.owner, name)) return model;
      refusal = damaged("is damaged: what it holds does not fit together");
    }
  }
  diagnostics.report(refusal.code, {}, fmt::format("{} {}", name, refusal.message));
  return std::nullopt;
}

}  // namespace throughline::snapshot
