// SPDX-License-Identifier: Apache-2.0
#include "formats/load_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/encoding.hpp"
#include "base/files.hpp"

namespace throughline {
std::string normal_path(const std::string& path) { return std::filesystem::path(path).lexically_normal().string(); }

bool is_option(Location at, const TableNaming& naming) {
  return std::find(naming.options.begin(), naming.options.end(), at.input) != naming.options.end();
}

bool describes(const TableRecord& mapping, const std::string& table, const TableNaming& naming) {
  const std::string file(naming.strings[mapping.file.text]);
  if (!is_option(mapping.file.at, naming))
    return normal_path(beside(naming.inputs.name(mapping.file.at), file)) == normal_path(table);
  return normal_path(file) == normal_path(table) || std::filesystem::path(normal_path(table)).filename() == file;
}

std::vector<TableRecord> mappings_of(const std::string& table, std::span<const TableRecord> mappings,
                                     const TableNaming& naming) {
  std::vector<TableRecord> own;
  for (const TableRecord& mapping : mappings)
    if (mapping.file.given() && describes(mapping, table, naming)) own.push_back(mapping);
  if (!own.empty()) return own;
  std::copy_if(mappings.begin(), mappings.end(), std::back_inserter(own),
               [](const TableRecord& mapping) { return !mapping.file.given(); });
  return own;
}

std::string declared_encoding(std::span<const TableRecord> mappings, const StringPool& strings,
                              Diagnostics& diagnostics) {
  for (const TableRecord& mapping : mappings) {
    if (!mapping.encoding.given()) continue;
    std::string name(strings[mapping.encoding.text]);
    if (is_encoding(name)) return name;
    diagnostics.report(Code::table_layout, mapping.encoding.at, fmt::format("unknown encoding `{}`", name))
        .hint("UTF-8, UTF-16LE, windows-1252, macintosh, ISO-8859-1, CP949 or another that iconv knows");
  }
  return {};
}

}  // namespace throughline
