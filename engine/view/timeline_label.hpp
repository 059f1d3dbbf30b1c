// SPDX-License-Identifier: Apache-2.0
// The words beside a mark or in a bar: the name, then the date in lighter type, broken at words into as few lines as
// will do. A label is measured and laid out here once; where it goes is decided by timeline_rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/scene.hpp"
#include "view/text_metrics.hpp"

namespace throughline {

inline constexpr double label_line_height = 17;

struct Label {
  std::vector<Text> texts;  // placed from 0,0, the upper left corner
  double width = 0;
  double height = 0;
  std::size_t lines = 0;
  std::vector<std::size_t> parts;  // of a list: how many texts each thing has
};

struct LabelWords {
  std::string name;
  std::string date;
  Color name_color;
  Color date_color;
};

enum class DatePlace { beside, below };  // the last line of the name

// Lines of `width` where three suffice, else wider ones, up to `widest`; only then more lines than three, and only a
// word longer than `widest` is cut, for nothing may be lost.
Label make_label(const LabelWords& words, DatePlace date, double width, double widest, const TextMetrics& metrics);

// Things of one date, one below the other. What is said of the date stands once, above those it holds for.
Label make_list(const std::vector<LabelWords>& things, double width, double widest, const TextMetrics& metrics);

}  // namespace throughline
