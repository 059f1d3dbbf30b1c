// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "formats/xml_file.hpp"
#include "lint/lint.hpp"

namespace throughline::lint {

std::optional<std::uint16_t> add_figure(Inputs& inputs, std::string name, std::string bytes, Diagnostics& diagnostics) {
  const bool is_compressed = bytes.starts_with("\x1f\x8b");
  const std::string_view marked = encoding_of_mark(bytes);
  const std::string encoding(marked.empty() ? xml_encoding_of(bytes) : marked);
  if (!encoding.empty() && encoding != "UTF-8" && is_encoding(encoding))
    bytes = to_utf8(without_mark(bytes), encoding).value_or(bytes);
  const std::uint16_t input = inputs.add(std::move(name), std::string(without_mark(bytes)));
  if (is_compressed) {
    diagnostics.report(Code::invalid_utf8, {}, fmt::format("`{}` is compressed, as SVGZ is", inputs[input].name))
        .hint("unpack it with gunzip");
    return std::nullopt;
  }
  const auto bad = find_invalid_utf8(inputs[input].text);
  if (!bad) return input;
  diagnostics.report(Code::invalid_utf8, Inputs::location(input, *bad, 1), "a byte that is not UTF-8");
  return std::nullopt;
}

}  // namespace throughline::lint
