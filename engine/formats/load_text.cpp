// SPDX-License-Identifier: Apache-2.0
#include "formats/load_text.hpp"

#include <fmt/format.h>

#include <optional>

#include "base/encoding.hpp"

namespace throughline {
namespace {

std::string encoding_of(std::string_view bytes, const Format& format) {
  if (const std::string_view marked = encoding_of_mark(bytes); !marked.empty()) return std::string(marked);
  const std::string_view declared = format.encoding_of ? format.encoding_of(bytes) : std::string_view();
  return declared.empty() ? "UTF-8" : std::string(declared);
}

}  // namespace

std::string to_utf8_of(std::string& text, const Format& format) {
  const std::string encoding = encoding_of(text, format);
  const std::size_t mark = text.size() - without_mark(text).size();
  if (encoding == "UTF-8") {
    text.erase(0, mark);
  } else if (is_encoding(encoding)) {
    if (std::optional<std::string> decoded = to_utf8(without_mark(text), encoding)) text = std::move(*decoded);
  }
  return encoding;
}

void report_bytes(const Inputs& inputs, Location at, const std::string& encoding, Diagnostics& diagnostics) {
  const auto byte = static_cast<unsigned char>(inputs.text(at).front());
  diagnostics.report(Code::invalid_utf8, at, fmt::format("byte 0x{:02X} is not {}", byte, encoding))
      .hint("the whole file is passed over; save it as UTF-8");
}

}  // namespace throughline
