// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4), by Nettle: pins the stored texts that quotes are verified against.
#pragma once

#include <string>
#include <string_view>

namespace throughline {

// 64 lower-case hexadecimal digits.
std::string sha256_of(std::string_view bytes);

}  // namespace throughline
