// SPDX-License-Identifier: Apache-2.0
// EDTF values as people read them: whole phrases for tables and tooltips, short forms for drawings. Years before 1 are
// told as BC, one off from EDTF's count, which has a year 0.
//
//   words(value of "2018-04~/..") == "from around April 2018, ongoing"
//   short_words(value of "2018-04~/..") == "since c. Apr 2018"
#pragma once

#include <string>

#include "time/edtf.hpp"
#include "time/worlds.hpp"

namespace throughline {

enum class Language { english, korean };

std::string words(const Edtf& value, Language language = Language::english);
std::string short_words(const Edtf& value);

// How far `~` reaches in this value, to be printed where it decided an answer: "±1 year", "±1 year, ±1 month" when the
// ends of an interval differ. Empty for a value that is not approximate.
std::string tolerance_words(const Edtf& value, const Reading& reading);

}  // namespace throughline
