// SPDX-License-Identifier: Apache-2.0
// The bytes of a file as UTF-8, for load.cpp.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "formats/format.hpp"

namespace throughline {

// Decodes a text by its byte order mark, or what its format declares, and says by which encoding; left as it is when it
// is not of that encoding: then it is no UTF-8 either, and the place can be shown.
std::string to_utf8_of(std::string& text, const Format& format);

// Of the byte at this place.
void report_bytes(const Inputs& inputs, Location at, const std::string& encoding, Diagnostics& diagnostics);

}  // namespace throughline
