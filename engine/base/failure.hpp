// SPDX-License-Identifier: Apache-2.0
// The one exception type for "the world failed": an unreadable file, a full disk, a missing plugin. Thrown anywhere,
// caught in `run` alone (exit status 3). Faults in the user's data are diagnostics, never exceptions.
#pragma once

#include <stdexcept>

namespace throughline {

struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace throughline
