// SPDX-License-Identifier: Apache-2.0
// The order of two times of day. Worlds count days; this alone looks closer, so that 09:30 is before 12:00 of the same
// day.
//
//   moment_before(value of "2018-04-27T09:30", value of "2018-04-27T12:00") == Verdict::certain
#pragma once

#include <optional>

#include "time/edtf.hpp"
#include "time/verdict.hpp"

namespace throughline {

// Nothing unless both are dates with a time of day. If one alone tells its shift from UTC, the other may have any that
// there is on earth, -12:00 to +14:00. A time without seconds is some second of its minute, one without digits after
// the point some part of its second.
std::optional<Verdict> moment_before(const Edtf& a, const Edtf& b);

}  // namespace throughline
