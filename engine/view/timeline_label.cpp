// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_label.hpp"

#include <algorithm>

#include "view/frame.hpp"
#include "view/theme.hpp"

namespace throughline {

namespace {

constexpr double date_gap = 7;
constexpr std::size_t most_lines = 3;
constexpr double room_beside_one_line = 90;  // how far a date may go beyond the name
constexpr double room_beside_last_line = 20;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// How many bytes of `word` fit, at least one character.
std::size_t fitting_bytes(std::string_view word, double size, Weight weight, double widest,
                          const TextMetrics& metrics) {
  if (metrics.width(word, size, weight) <= widest) return word.size();
  std::size_t best = 0;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    if (end < word.size() && continues_character(word[end])) continue;
    if (best > 0 && metrics.width(word.substr(0, end), size, weight) > widest) break;
    best = end;
  }
  return best;
}

// The metrics keep some words together that are too much for a line; those part at a space, or within a word.
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

// Words too long for a line broken in pieces; white space made single.
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

// The name in lines of equal length, as few as `width` allows; wider when three would not do.
std::vector<std::string> name_lines(const LabelWords& words, double width, double widest, std::size_t most,
                                    const TextMetrics& metrics) {
  const std::string name = breakable(words.name, theme::body_size, Weight::regular, widest, metrics);
  for (double limit = width;; limit *= 1.15) {
    auto lines = wrap_evenly(metrics, name, theme::body_size, Weight::regular, std::min(limit, widest));
    if (lines.size() <= most || limit >= widest)
      return cut_to(widest, lines, theme::body_size, Weight::regular, metrics);
  }
}

// Writes runs of text into a label, line by line.
class LabelWriter {
 public:
  LabelWriter(Label& label, const TextMetrics& metrics) : label_(label), metrics_(metrics) {}

  void write(const std::string& text, double size, const Color& color, double x) {
    const double top = label_line_height * static_cast<double>(label_.lines - 1);
    const double middle = (metrics_.ascent(theme::body_size) - metrics_.descent(theme::body_size)) / 2;
    const Point base{x, top + label_line_height / 2 + middle};
    label_.texts.push_back({base, text, size, Weight::regular, color, Anchor::start});
    label_.width = std::max(label_.width, x + metrics_.width(text, size));
  }

  void next_line() {
    ++label_.lines;
    label_.height = label_line_height * static_cast<double>(label_.lines);
  }

 private:
  Label& label_;
  const TextMetrics& metrics_;
};

}  // namespace

std::vector<std::string> lines_within(double widest, std::string_view text, double size, Weight weight,
                                      const TextMetrics& metrics) {
  const std::string words = breakable(text, size, weight, widest, metrics);
  return cut_to(widest, metrics.wrap(words, size, weight, widest), size, weight, metrics);
}

Label make_label(const LabelWords& words, DatePlace place, double width, double widest, const TextMetrics& metrics) {
  Label label;
  LabelWriter writer(label, metrics);
  const bool below = place == DatePlace::below && !words.date.empty();
  const auto lines = name_lines(words, width, widest, below ? most_lines - 1 : most_lines, metrics);
  for (const std::string& line : lines) {
    writer.next_line();
    writer.write(line, theme::body_size, words.name_color, 0);
  }
  const std::string& date = words.date;
  if (date.empty()) return label;
  const double after = lines.empty() ? 0 : metrics.width(lines.back(), theme::body_size) + date_gap;
  const double room = std::max(label.width, width) + (lines.size() == 1 ? room_beside_one_line : room_beside_last_line);
  if (!below && !lines.empty() && after + metrics.width(date, theme::small_size) <= std::min(room, widest)) {
    writer.write(date, theme::small_size, words.date_color, after);
    return label;
  }
  const double date_width = std::min(widest, std::max(width, 120.0));
  for (const std::string& line : lines_within(date_width, date, theme::small_size, Weight::regular, metrics)) {
    writer.next_line();
    writer.write(line, theme::small_size, words.date_color, 0);
  }
  if (label.lines > most_lines && !below) return make_label(words, DatePlace::below, width, widest, metrics);
  return label;
}

}  // namespace throughline
