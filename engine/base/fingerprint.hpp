// SPDX-License-Identifier: Apache-2.0
// A short number for a long text, fast to make and all but surely another when the text is: to see that a file is still
// the one that was read. No protection against people who mean harm; sha256.hpp is.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace throughline {

class Fingerprint {
 public:
  Fingerprint();
  ~Fingerprint();
  Fingerprint(const Fingerprint&) = delete;
  Fingerprint& operator=(const Fingerprint&) = delete;

  // However the text is cut into pieces.
  void add(std::string_view piece);
  std::uint64_t value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace throughline
