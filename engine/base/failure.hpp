// SPDX-License-Identifier: Apache-2.0
// The one exception type for "the world failed": an unreadable file, a full disk, a missing plugin. Thrown anywhere,
// caught in cli::run (exit status 3), and where one bad file must not hide what is
// wrong with others. Faults in the user's data are diagnostics, never exceptions.
#pragma once

#include <stdexcept>

namespace throughline {

struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace throughline
