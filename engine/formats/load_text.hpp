// SPDX-License-Identifier: Apache-2.0
// The bytes of a file as UTF-8, for load.cpp and the readers of tables, and what is said of those that are not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "formats/format.hpp"

namespace throughline {

// Decodes a text by its byte order mark, or what its format declares, and says by which encoding; left as it is when it
// is not of that encoding: then it is no UTF-8 either, and the place can be shown.
std::string to_utf8_of(std::string& text, const Format& format);

// The first byte that is no text: not UTF-8, or NUL, where some readers would stop without a word. `is_ascii` says
// whether all of it is ASCII.
std::optional<std::size_t> find_no_text(std::string_view bytes, bool& is_ascii);
// Says so, of an input that was to be of this encoding.
void report_no_text(const Inputs& inputs, std::uint16_t input, std::size_t offset, const Format& format,
                    const std::string& encoding, Diagnostics& diagnostics);

}  // namespace throughline
