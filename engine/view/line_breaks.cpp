// SPDX-License-Identifier: Apache-2.0
#include "view/line_breaks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace throughline {
namespace {

// How many bytes of `word` fit, at least one character.
std::size_t fitting_bytes(std::string_view word, double size, Weight weight, double widest,
                          const TextMetrics& metrics) {
  if (metrics.width(word, size, weight) <= widest) return word.size();
  std::size_t best = 0;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    if (end < word.size() && is_inside_character(word[end])) continue;
    if (best > 0 && metrics.width(word.substr(0, end), size, weight) > widest) break;
    best = end;
  }
  return best;
}

}  // namespace

std::vector<std::string> wrap_evenly(const TextMetrics& metrics, std::string_view text, double size, Weight weight,
                                     double width) {
  std::vector<std::string> lines = metrics.wrap(text, size, weight, width);
  for (double narrower = width - size; narrower > 0; narrower -= size / 2) {
    std::vector<std::string> candidate = metrics.wrap(text, size, weight, narrower);
    if (candidate.size() != lines.size()) break;
    const bool fits = std::all_of(candidate.begin(), candidate.end(), [&](const std::string& line) {
      return metrics.width(line, size, weight) <= narrower;
    });
    if (!fits) break;
    lines = std::move(candidate);
  }
  return lines;
}

std::vector<std::string> wrap_pieces(const TextMetrics& metrics, std::string_view text, double size, Weight weight,
                                     double width) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t separator = text.rfind(piece_separator);
    const bool is_first = separator == std::string_view::npos;
    const std::string_view piece = is_first ? text : text.substr(separator + piece_separator.size());
    text = is_first ? std::string_view() : text.substr(0, separator);
    const std::string joined = lines.empty() ? "" : fmt::format("{}{}{}", piece, piece_separator, lines.front());
    if (!lines.empty() && metrics.width(joined, size, weight) <= width) {
      lines.front() = joined;
    } else {
      const std::vector<std::string> own = wrap_evenly(metrics, piece, size, weight, width);
      lines.insert(lines.begin(), own.begin(), own.end());
    }
  }
  return lines;
}

std::string breakable(std::string_view text, double size, Weight weight, double widest, const TextMetrics& metrics) {
  std::string result;
  std::string spaced(text);
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  for (std::string_view rest = spaced; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    for (std::string_view word = rest.substr(0, end); !word.empty();) {
      const std::size_t bytes = fitting_bytes(word, size, weight, widest, metrics);
      if (!result.empty()) result += ' ';
      result += word.substr(0, bytes);
      word.remove_prefix(bytes);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return result;
}

std::vector<std::string> cut_to(double widest, const std::vector<std::string>& lines, double size, Weight weight,
                                const TextMetrics& metrics) {
  std::vector<std::string> cut;
  for (std::string_view rest : lines) {
    while (!rest.empty()) {
      std::size_t bytes = fitting_bytes(rest, size, weight, widest, metrics);
      const std::size_t space = rest.rfind(' ', bytes);
      if (bytes < rest.size() && space != std::string_view::npos && space > 0) bytes = space;
      cut.emplace_back(rest.substr(0, bytes));
      rest.remove_prefix(rest.substr(bytes).starts_with(' ') ? bytes + 1 : bytes);
    }
  }
  return cut;
}

std::vector<std::string> lines_within(double widest, std::string_view text, double size, Weight weight,
                                      const TextMetrics& metrics) {
  const std::string words = breakable(text, size, weight, widest, metrics);
  return cut_to(widest, metrics.wrap(words, size, weight, widest), size, weight, metrics);
}

}  // namespace throughline
