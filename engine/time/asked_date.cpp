// SPDX-License-Identifier: Apache-2.0
#include "time/asked_date.hpp"

#include <fmt/format.h>

#include "time/worlds.hpp"

namespace throughline {

std::optional<Edtf> parse_asked_date(std::string_view text, std::string_view today, EdtfError& error) {
  std::optional<Edtf> value = parse_edtf(text == "today" ? today : text, error);
  if (!value) return value;
  const Extent extent = extent_of(*value);
  if (extent.start.earliest || extent.end.latest) return value;
  error = {fmt::format("`{}` has neither a first nor a last day", text), 0, text.size(),
           "write one of them: `2018/..`, `../2018`"};
  return std::nullopt;
}

}  // namespace throughline
