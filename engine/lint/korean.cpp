// SPDX-License-Identifier: Apache-2.0
#include "lint/korean.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/hangul.hpp"
#include "base/text.hpp"

namespace throughline::lint {

bool has_hangul(std::string_view text) {
  const std::u32string letters = characters(text);
  return std::any_of(letters.begin(), letters.end(), is_hangul);
}

bool is_korean_font(std::string_view family) {
  constexpr std::string_view fonts[] = {"CJK KR",
                                        "Sans KR",
                                        "Serif KR",
                                        "Apple SD Gothic Neo",
                                        "AppleGothic",
                                        "Malgun Gothic",
                                        "맑은 고딕",
                                        "Nanum",
                                        "나눔",
                                        "Pretendard",
                                        "Spoqa Han Sans",
                                        "Source Han Sans K",
                                        "Source Han Serif K",
                                        "Batang",
                                        "바탕",
                                        "Gulim",
                                        "굴림",
                                        "Dotum",
                                        "돋움",
                                        "Gowun",
                                        "Un Dotum",
                                        "UnDotum",
                                        "Baekmuk"};
  return std::any_of(std::begin(fonts), std::end(fonts),
                     [&](std::string_view font) { return family.find(font) != std::string_view::npos; });
}

}  // namespace throughline::lint
