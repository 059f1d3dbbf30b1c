// SPDX-License-Identifier: Apache-2.0
// What the wordings of a date share. One file for each way of telling dates: wording_english, wording_korean,
// wording_short.
//
//   grouped(170000002) == "170,000,002"
#pragma once

#include <string>
#include <string_view>

#include "time/edtf.hpp"

namespace throughline {

std::string english_words(const Edtf& value);
std::string korean_words(const Edtf& value);

// The English year: "2018", "AD 45", "44 BC", "170,000,002".
std::string english_year(std::int64_t year);

std::string grouped(std::int64_t number);        // thousands apart, beyond four digits
std::string clock_words(const TimeOfDay& time);  // "09:30 (UTC+09:00)", "09:30 (UTC)", "09:30"
bool is_plain_decade(const Year& year);          // "the 2010s"; false for 200X, which reads like a century
bool is_unspecified(const Part& part);           // given as XX

}  // namespace throughline
