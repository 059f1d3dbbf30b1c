// SPDX-License-Identifier: Apache-2.0
// Does every index in the columns of a snapshot lead somewhere? The checksum finds what chance has damaged; this, that
// a file which somebody has made on purpose ends in a message too.
#pragma once

#include "formats/snapshot_columns.hpp"

namespace throughline::snapshot {

bool is_sound(const SnapshotColumns& columns, std::size_t characters);

}  // namespace throughline::snapshot
