// SPDX-License-Identifier: Apache-2.0
// Which of the mappings that were read is about which table, for load.cpp. A graph names its tables as seen from its
// own file; --table as they were named with -g, or by the name of the file alone. What names none is about all tables
// that are named nowhere.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/record.hpp"

namespace throughline {

struct TableNaming {
  const Inputs& inputs;
  const StringPool& strings;
  std::span<const std::uint16_t> options;  // inputs: the texts of --table
};

// "a/./b" and "a/c/../b" are "a/b": two paths that are equal so are one file, links aside.
std::string normal_path(const std::string& path);

// Whether it was said with --table.
bool is_option(Location at, const TableNaming& naming);
// Requires a mapping that names a file.
bool describes(const TableRecord& mapping, const std::string& table, const TableNaming& naming);
std::vector<TableRecord> mappings_of(const std::string& table, std::span<const TableRecord> mappings,
                                     const TableNaming& naming);

// Empty when none is declared, or one that nobody knows; that is reported.
std::string declared_encoding(std::span<const TableRecord> mappings, const StringPool& strings,
                              Diagnostics& diagnostics);

}  // namespace throughline
