// SPDX-License-Identifier: Apache-2.0
// The two halves of GraphML: graphml_read.cpp and graphml.cpp, which has the row of the table of formats and the
// writer.
#pragma once

#include <span>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "model/record.hpp"

namespace throughline {

void read_graphml(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records,
                  Diagnostics& diagnostics);

}  // namespace throughline
