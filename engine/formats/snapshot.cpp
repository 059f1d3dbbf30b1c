// SPDX-License-Identifier: Apache-2.0
#include "formats/snapshot.hpp"

#include <cstring>
#include <ostream>

#include "formats/snapshot_rows.hpp"

namespace throughline {
namespace snapshot {
namespace {

// Rows without the bytes between their fields, which hold anything: equal models give equal bytes.
template <typename Rows>
void append_rows(const Rows& rows, std::string& bytes) {
  using Row = typename Rows::value_type;
  const std::size_t start = bytes.size();
  bytes.resize(start + rows.size() * sizeof(Row), '\0');
  char* to = bytes.data() + start;
  for (const Row& row : rows) {
    each_field(row, [&](const auto& field, auto...) {
      const auto offset = reinterpret_cast<const char*>(&field) - reinterpret_cast<const char*>(&row);
      std::memcpy(to + offset, &field, sizeof field);
    });
    to += sizeof(Row);
  }
}

void append_rows(const std::vector<char>& characters, std::string& bytes) {
  bytes.append(characters.data(), characters.size());
}

// What follows the header.
std::string body_of(const SnapshotColumns& columns, std::uint64_t& count) {
  std::vector<ColumnPlace> places;
  each_column(columns, [&](const auto& column) { places.push_back({0, column.size()}); });
  count = places.size();
  std::string body(places.size() * sizeof(ColumnPlace), '\0');
  auto place = places.begin();
  each_column(columns, [&](const auto& column) {
    body.resize((body.size() + alignment - 1) / alignment * alignment, '\0');
    (place++)->offset = sizeof(Header) + body.size();
    append_rows(column, body);
  });
  std::memcpy(body.data(), places.data(), places.size() * sizeof(ColumnPlace));
  return body;
}

void write(const Model& model, Output& output, Losses&) {
  Header header{magic, byte_order_mark, format_version, 0, 0, layout_of_rows(), 0};
  const std::string body = body_of(columns_of(model, output), header.columns);
  header.size = sizeof header + body.size();
  header.checksum = checksum_of(header, body);
  output.main().write(reinterpret_cast<const char*>(&header), sizeof header);
  output.main() << body;
}

}  // namespace
}  // namespace snapshot

extern const Format snapshot_format;
constinit const Format snapshot_format{.name = "tlx",
                                       .extensions = ".tlx",
                                       .summary = "a snapshot: the loaded graph as it is, opened without parsing",
                                       .recognises = snapshot::is_snapshot,
                                       .open = snapshot::open,
                                       .write = snapshot::write};

}  // namespace throughline
