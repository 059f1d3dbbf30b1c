// SPDX-License-Identifier: Apache-2.0
#include "render/language_runs.hpp"

#include "base/hangul.hpp"
#include "base/text.hpp"

namespace throughline {
std::vector<LanguageRun> language_runs(std::string_view text) {
  std::vector<LanguageRun> runs;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
    const char32_t c = character_at(text, at);
    const bool hangul = is_hangul(c);
    const bool is_neutral = !is_letter_or_digit(c) || (c >= U'0' && c <= U'9');
    if (runs.empty() || (hangul != runs.back().hangul && !is_neutral)) runs.push_back({hangul, {}});
    runs.back().text += text.substr(at, end - at);
    at = end;
  }
  return runs;
}

}  // namespace throughline
