// SPDX-License-Identifier: Apache-2.0
// The columns of a snapshot as the model they came from. The texts of the model stay in the characters, which the owner
// keeps.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "formats/snapshot_columns.hpp"

namespace throughline::snapshot {

// `path` of the snapshot, as the user gave it: the files it was made from are named from there. Nothing when a date is
// none. Requires sound columns.
std::optional<Model> model_of(SnapshotColumns columns, std::string_view characters, std::shared_ptr<const void> owner,
                              const std::string& path);

}  // namespace throughline::snapshot
