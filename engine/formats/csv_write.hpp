// SPDX-License-Identifier: Apache-2.0
// The writing half of csv.cpp.
#pragma once

#include "formats/losses.hpp"
#include "formats/output.hpp"
#include "model/model.hpp"

namespace throughline {

void write_csv(const Model& model, Output& output, Losses& losses);

}  // namespace throughline
