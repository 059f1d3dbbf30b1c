// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <xxhash.h>

#include "formats/snapshot.hpp"
#include "formats/snapshot_rows.hpp"

namespace throughline::snapshot {
namespace {

template <typename Row>
std::string layout_of() {
  std::string layout = fmt::format("{}:", sizeof(Row));
  Row row{};
  each_field(row, [&](auto& field, auto...) {
    layout += fmt::format(" {}+{}", reinterpret_cast<const char*>(&field) - reinterpret_cast<const char*>(&row),
                          sizeof field);
  });
  return layout + '\n';
}

template <typename Word>
std::string words() {
  return fmt::format("{}\n", fmt::join(words_of<Word>(), " "));
}

}  // namespace

std::uint64_t layout_of_rows() {
  std::string layout;
  SnapshotColumns columns;
  each_column(columns, [&]<typename Rows>(const Rows&) { layout += layout_of<typename Rows::value_type>(); });
  layout += words<Status>() + words<Assertion>() + words<Confidence>() + words<Leads>() + words<Line>();
  const Vocabulary built_in;  // rows name its entries by position
  layout += fmt::format("{} {}", fmt::join(built_in.kind_names(), " "), fmt::join(built_in.relation_type_names(), " "));
  return XXH3_64bits(layout.data(), layout.size());
}

std::uint64_t checksum_of(Header header, std::string_view rest) {
  header.checksum = 0;
  return XXH3_64bits_withSeed(rest.data(), rest.size(), XXH3_64bits(&header, sizeof header));
}

bool is_snapshot(std::string_view bytes) { return bytes.starts_with(std::string_view(magic.data(), magic.size())); }

}  // namespace throughline::snapshot
