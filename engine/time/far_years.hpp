// SPDX-License-Identifier: Apache-2.0
// Years that are too far away to count their days: `Y17E900` has a thousand digits. The calendar repeats after 400
// years, so whole cycles can be left out between two years that are far apart, and every question of order, distance
// and leap days is answered as before. A YearScale does that for the years of one question.
//
//   const YearScale scale(values, 1);  // of "Y1E18" and "Y1000000000000000001"
//   scale.years_of(second year).first - scale.years_of(first year).first == 1
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "time/edtf.hpp"

namespace throughline {

struct FarYears;

struct YearSpan {  // both included
  std::int64_t first;
  std::int64_t last;
};

class YearScale {
 public:
  // Years beyond the calendar all lie together, further beyond it than any tolerance reaches back.
  YearScale() = default;
  // Keeps the years of these values apart, also when widened by some units of their last significant digit.
  YearScale(std::span<const Edtf* const> values, std::int64_t units);

  // The years that unspecified and insignificant digits leave open, and `units` of the last significant digit more on
  // either side. Years of the calendar stay what they are. Of the numbers given, only those of the constructor and 0.
  YearSpan years_of(const Year& year, std::int64_t units = 0) const;

  // What a year of the scale stands for, as print_year does.
  std::string print_year(std::int64_t year) const;

 private:
  std::shared_ptr<const FarYears> far_;
};

}  // namespace throughline
