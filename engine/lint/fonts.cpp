// SPDX-License-Identifier: Apache-2.0
#include "lint/fonts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "lint/words.hpp"

namespace throughline::lint {
namespace {

constexpr std::size_t most_families = 64;  // each costs a font map

}  // namespace

bool is_generic(std::string_view family) {
  constexpr std::string_view generic[] = {"serif",     "sans-serif", "monospace",     "cursive",     "fantasy",
                                          "system-ui", "ui-serif",   "ui-sans-serif", "ui-monospace"};
  return std::find(std::begin(generic), std::end(generic), family) != std::end(generic);
}

std::vector<std::string> parse_families(std::string_view stack) {
  std::vector<std::string> families;
  for (std::string_view each : split(stack, ',')) {
    each = unquoted(each);
    if (!each.empty()) families.emplace_back(each);
  }
  return families;
}

const TextMetrics& Fonts::of(const std::string& family) {
  const std::string& kept = known_.size() < most_families || known_.contains(family) ? family : known_.begin()->first;
  std::unique_ptr<TextMetrics>& metrics = known_[kept];
  if (!metrics) metrics = std::make_unique<TextMetrics>(kept);
  return *metrics;
}

const TextMetrics& Fonts::metrics(const std::vector<std::string>& families) {
  for (const std::string& family : families)
    if (is_generic(family) || of(family).missing_family().empty()) return of(family);
  return of(families.empty() ? "serif" : families.front());
}

bool Fonts::has_one_of(const std::vector<std::string>& families) {
  return std::any_of(families.begin(), families.end(), [&](const std::string& family) {
    return !is_generic(family) && of(family).missing_family().empty();
  });
}

}  // namespace throughline::lint
