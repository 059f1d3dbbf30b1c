// SPDX-License-Identifier: Apache-2.0
// Text measured in the fonts a figure asks for, as far as they are installed: one TextMetrics for each family that was
// used.
//
//   Fonts fonts; fonts.metrics({"Times", "serif"}).width("Seoul", 14)
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "view/text_metrics.hpp"

namespace throughline::lint {

class Fonts {
 public:
  // Of the first family that is installed; of what stands in for the generic one when none is.
  const TextMetrics& metrics(const std::vector<std::string>& families);

  // Whether one of the named families is installed.
  bool has_one_of(const std::vector<std::string>& families);

 private:
  const TextMetrics& of(const std::string& family);

  std::map<std::string, std::unique_ptr<TextMetrics>> known_;
};

bool is_generic(std::string_view family);  // "sans-serif"
std::vector<std::string> parse_families(std::string_view stack);

}  // namespace throughline::lint
