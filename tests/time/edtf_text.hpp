// SPDX-License-Identifier: Apache-2.0
// EDTF values for tests: from a text that must be valid, and random valid texts for properties. The seed is fixed, so a
// property tries the same texts on every run.
//
//   EXPECT_EQ(level_of(edtf("201X")), 1);
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>
#include <stdexcept>
#include <string>

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

// Any date of level 0 or 1 without a time of day, all of them real.
rc::Gen<std::string> any_date_text();
rc::Gen<std::string> any_masked_text();
rc::Gen<std::string> any_timed_text();
rc::Gen<std::string> any_interval_text();

}  // namespace throughline
