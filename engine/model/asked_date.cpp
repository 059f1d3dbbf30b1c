// SPDX-License-Identifier: Apache-2.0
#include "model/asked_date.hpp"

namespace throughline {

std::optional<Edtf> parse_asked_date(std::string_view text, std::string_view today, EdtfError& error) {
  return parse_edtf(text == "today" ? today : text, error);
}

}  // namespace throughline
