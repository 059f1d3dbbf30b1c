// SPDX-License-Identifier: Apache-2.0
#include "base/fingerprint.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace throughline {

struct Fingerprint::State {
  XXH3_state_t hash;
};

Fingerprint::Fingerprint() : state_(std::make_unique<State>()) { XXH3_64bits_reset(&state_->hash); }
Fingerprint::~Fingerprint() = default;

void Fingerprint::add(std::string_view piece) { XXH3_64bits_update(&state_->hash, piece.data(), piece.size()); }

std::uint64_t Fingerprint::value() const { return XXH3_64bits_digest(&state_->hash); }

}  // namespace throughline
