// SPDX-License-Identifier: Apache-2.0
// A model as entities of FollowTheMoney, one a line: under `properties` what their model knows, under `throughline`
// what it has no place for, so that ftm_reader.hpp reads the same model back.
//
//   write_ftm(model, output, losses);
#pragma once

#include "formats/losses.hpp"
#include "formats/output.hpp"
#include "model/model.hpp"

namespace throughline {

void write_ftm(const Model& model, Output& output, Losses& losses);

}  // namespace throughline
