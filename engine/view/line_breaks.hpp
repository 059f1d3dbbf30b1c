// SPDX-License-Identifier: Apache-2.0
// Words in lines: of even length, or never wider than there is room, whatever it takes. Nothing is lost.
//
//   for (const std::string& line : lines_within(room, name, theme::body_size, Weight::regular, metrics)) …
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/text_metrics.hpp"

namespace throughline {

// "a, b and c" in lines of at most `width`, filled evenly rather than greedily: the last is not left with one word.
std::vector<std::string> wrap_evenly(const TextMetrics& metrics, std::string_view text, double size, Weight weight,
                                     double width);

// "신북방정책 · policy · planned" broken at its dots, which then fall away, and within a piece only where it is wider
// than `width` by itself. Filled from the end: a name stands alone rather than a word left over.
inline constexpr std::string_view piece_separator = " · ";
std::vector<std::string> wrap_pieces(const TextMetrics& metrics, std::string_view text, double size, Weight weight,
                                     double width);

// In lines that are never wider than `widest`.
std::vector<std::string> lines_within(double widest, std::string_view text, double size, Weight weight,
                                      const TextMetrics& metrics);

// The two steps of it. Words too long for a line broken in pieces, white space made single;
std::string breakable(std::string_view text, double size, Weight weight, double widest, const TextMetrics& metrics);
// and what the metrics keep together though it is too much for a line, parted at a space or within a word.
std::vector<std::string> cut_to(double widest, const std::vector<std::string>& lines, double size, Weight weight,
                                const TextMetrics& metrics);

}  // namespace throughline
