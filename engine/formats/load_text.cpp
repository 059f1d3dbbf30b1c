// SPDX-License-Identifier: Apache-2.0
#include "formats/load_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

#include "base/encoding.hpp"
#include "base/text.hpp"

namespace throughline {
namespace {

std::string encoding_of(std::string_view bytes, const Format& format) {
  if (const std::string_view marked = encoding_of_mark(bytes); !marked.empty()) return std::string(marked);
  const std::string_view declared = format.encoding_of ? format.encoding_of(bytes) : std::string_view();
  return declared.empty() ? "UTF-8" : std::string(declared);
}

std::string hint_of_nul(std::string_view text) {
  const std::string_view likely = likely_encodings(text.substr(0, std::size_t{1} << 16)).front();
  if (!likely.starts_with("UTF-16")) return "the whole file is passed over: it may be damaged, or be no text at all";
  return fmt::format("the whole file is passed over: it may be {} without the mark that says so; save it as UTF-8",
                     likely);
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

std::optional<std::size_t> find_no_text(std::string_view bytes, bool& is_ascii) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::uint64_t high = 0;
  std::uint64_t null = 0;
  std::size_t i = 0;
  for (; i + sizeof(std::uint64_t) <= bytes.size(); i += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, sizeof word);
    high |= word & high_bits;
    null |= (word - ones) & ~word & high_bits;
  }
  for (; i < bytes.size(); ++i) {
    high |= static_cast<unsigned char>(bytes[i]) & 0x80U;
    null |= bytes[i] == '\0' ? 1U : 0U;
  }
  is_ascii = high == 0;
  const std::size_t broken = is_ascii ? bytes.size() : find_invalid_utf8(bytes).value_or(bytes.size());
  const std::size_t first = null == 0 ? broken : std::min(broken, bytes.find('\0'));
  return first < bytes.size() ? std::optional(first) : std::nullopt;
}

void report_no_text(const Inputs& inputs, std::uint16_t input, std::size_t offset, const Format& format,
                    const std::string& encoding, Diagnostics& diagnostics) {
  const std::string_view text = inputs[input].text;
  const Location at = Inputs::location(input, offset, 1);
  if (text[offset] == '\0')
    return static_cast<void>(
        diagnostics.report(Code::invalid_utf8, at, "a NUL byte, which no text holds").hint(hint_of_nul(text)));
  if (!is_encoding(encoding)) {
    const std::size_t declared = std::min(text.find(encoding), text.size() - 1);
    diagnostics
        .report(Code::invalid_utf8, Inputs::location(input, declared, encoding.size()),
                fmt::format("the encoding `{}` is not known", encoding))
        .hint("the whole file is passed over; save it as UTF-8");
    return;
  }
  const std::string declare = format.encoding_example.empty() || encoding != "UTF-8"
                                  ? ""
                                  : fmt::format(", or declare its encoding, as in `{}`", format.encoding_example);
  const auto byte = static_cast<unsigned char>(text[offset]);
  diagnostics.report(Code::invalid_utf8, at, fmt::format("byte 0x{:02X} is not {}", byte, encoding))
      .hint(fmt::format("the whole file is passed over; save it as UTF-8{}", declare));
}

}  // namespace throughline
