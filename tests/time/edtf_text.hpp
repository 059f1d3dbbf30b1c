// SPDX-License-Identifier: Apache-2.0
// EDTF values for tests: from a text that must be valid, and random valid texts for properties. The seed is fixed, so a
// property tries the same texts on every run.
//
//   EXPECT_EQ(level_of(edtf("201X")), 1);
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "time/edtf.hpp"

namespace throughline {

inline Edtf edtf(std::string_view text) {
  EdtfError error;
  if (auto value = parse_edtf(text, error)) return *value;
  throw std::invalid_argument(std::string(text) + ": " + error.message);
}

inline bool is_edtf(std::string_view text) {
  EdtfError error;
  return parse_edtf(text, error).has_value();
}

// Calls `property` with random arguments; a failure is reported with the smallest arguments that show it.
template <typename Property>
void check_property(Property property, int cases) {
  rc::detail::TestParams params;
  params.seed = 20180427;
  params.maxSuccess = cases;
  const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, params);
  std::ostringstream report;
  rc::detail::printResultMessage(result, report);
  EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << report.str();
}

// What random texts are made of; each call draws anew, within a generator.
inline std::string pick(std::initializer_list<std::string> texts) {
  return *rc::gen::elementOf(std::vector<std::string>(texts));
}

inline int number(int first, int last) { return *rc::gen::inRange(first, last + 1); }

inline std::string any_year() {
  switch (number(0, 5)) {
    case 0: return fmt::format("-{:04}", number(1, 9999));
    case 1: return fmt::format("Y{}{}", pick({"", "-"}), number(10'000, 2'000'000'000));
    default: return fmt::format("{:04}", number(0, 9999));
  }
}

inline std::string any_qualifier() { return pick({"", "", "?", "~", "%"}); }

inline std::string any_day() {
  return fmt::format("{}{:04}-{:02}-{:02}", pick({"", "", "-"}), number(1, 9999), number(1, 12), number(1, 28));
}

// Any date of level 0 or 1 without a time of day, all of them real.
inline rc::Gen<std::string> any_date_text() {
  return rc::gen::exec([] {
    switch (number(0, 3)) {
      case 0: return any_year() + any_qualifier();
      case 1: return fmt::format("{:04}-{:02}{}", number(0, 9999), number(1, 12), any_qualifier());
      case 2: return fmt::format("{:04}-{:02}{}", number(0, 9999), number(21, 24), any_qualifier());
      default: return any_day() + any_qualifier();
    }
  });
}

inline rc::Gen<std::string> any_masked_text() {
  return rc::gen::exec([] {
    switch (number(0, 4)) {
      case 0: return fmt::format("{}{:03}X{}", pick({"", "-"}), number(0, 999), any_qualifier());
      case 1: return fmt::format("{}{:02}XX{}", pick({"", "-"}), number(0, 99), any_qualifier());
      case 2: return fmt::format("{:04}-XX{}", number(0, 9999), any_qualifier());
      case 3: return fmt::format("{:04}-XX-XX{}", number(0, 9999), any_qualifier());
      default: return fmt::format("{:04}-{:02}-XX{}", number(0, 9999), number(1, 12), any_qualifier());
    }
  });
}

// Any marks anywhere in a date, a mark twice too.
inline rc::Gen<std::string> any_marked_text() {
  return rc::gen::exec([] {
    const auto part = [](const std::string& digits) { return any_qualifier() + digits + any_qualifier(); };
    std::string text = part(fmt::format("{}{:04}", pick({"", "-"}), number(1, 9999)));
    if (number(0, 2) > 0) text += "-" + part(pick({"01", "04", "12", "XX", "1X"}));
    if (text.find('-', 5) != std::string::npos && number(0, 1) > 0) text += "-" + part(pick({"02", "28", "XX", "2X"}));
    return text;
  });
}

inline rc::Gen<std::string> any_timed_text() {
  return rc::gen::exec([] {
    const std::string seconds =
        pick({"", fmt::format(":{:02}", number(0, 59)), fmt::format(":{:02}.{}", number(0, 59), number(0, 999))});
    const std::string shift = fmt::format("{}{:02}", pick({"+", "-"}), number(1, 11));
    return fmt::format("{}T{:02}:{:02}{}{}", any_day(), number(0, 23), number(0, 59), seconds,
                       pick({"", "Z", "+14", shift, shift + fmt::format(":{:02}", number(0, 59))}));
  });
}

// Not always a valid one: it may end before it starts.
inline rc::Gen<std::string> any_interval_text() {
  return rc::gen::exec([] {
    const std::string date = *any_date_text();
    switch (number(0, 5)) {
      case 0: return date + "/..";
      case 1: return date + "/";
      case 2: return "../" + date;
      case 3: return "/" + date;
      default: return date + "/" + *any_date_text();
    }
  });
}

}  // namespace throughline
