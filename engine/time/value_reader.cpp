// SPDX-License-Identifier: Apache-2.0
#include "time/value_reader.hpp"

#include "time/date_reader.hpp"
#include "time/interval_reader.hpp"
#include "time/set_reader.hpp"

namespace throughline {
namespace {

template <typename Shape>
std::optional<Edtf> as_value(std::optional<Shape> shape) {
  return shape ? std::optional(Edtf{*std::move(shape)}) : std::nullopt;
}

}  // namespace

std::optional<Edtf> read_value(std::string_view text, EdtfError& error) {
  if (text.empty()) return error = {"the date is empty", 0, 0, {}}, std::nullopt;
  if (text[0] == '[' || text[0] == '{') return as_value(read_set(text, error));
  if (const auto slash = text.find('/'); slash != std::string_view::npos)
    return as_value(read_interval(text, slash, error));
  return as_value(read_date(text, 0, text.size(), error));
}

bool is_value(std::string_view text) {
  EdtfError ignored;
  return read_value(text, ignored).has_value();
}

}  // namespace throughline
