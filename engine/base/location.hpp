// SPDX-License-Identifier: Apache-2.0
// Where in the user's files something was written: eight bytes, so that every field of a million records can carry one.
// Line and column are computed from it when a message is printed (inputs.hpp).
#pragma once

#include <cstdint>

namespace throughline {

struct Location {
  static constexpr std::uint16_t nowhere = 0xFFFF;

  std::uint32_t offset = 0;       // bytes from the start of the input
  std::uint16_t input = nowhere;  // index into Inputs
  std::uint16_t length = 0;       // bytes; a longer range is cut to 65535

  bool is_known() const { return input != nowhere; }
  friend bool operator==(const Location&, const Location&) = default;
};

}  // namespace throughline
