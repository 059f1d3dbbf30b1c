// SPDX-License-Identifier: Apache-2.0
// The writing half of csv.cpp.
#pragma once

#include <iosfwd>
#include <string_view>

#include "formats/losses.hpp"
#include "formats/output.hpp"
#include "model/model.hpp"

namespace throughline {

void write_csv(const Model& model, Output& output, Losses& losses);

// In quotes where another reader, or another delimiter, could take it for something else.
void write_csv_cell(std::string_view cell, std::ostream& out);

}  // namespace throughline
