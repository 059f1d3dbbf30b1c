// SPDX-License-Identifier: Apache-2.0
#include "time/asked_date.hpp"

#include "time/worlds.hpp"

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

bool is_exact_stretch(const Edtf& value) {
  const Extent extent = extent_of(value);
  const bool is_told = !extent.uncertain && !extent.approximate && !extent.start_unknown && !extent.end_unknown;
  return is_told && !std::holds_alternative<Set>(value.value);
}

}  // namespace throughline
