// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_label.hpp"

#include <algorithm>

#include "view/line_breaks.hpp"
#include "view/theme.hpp"

namespace throughline {

namespace {

constexpr double date_gap = 7;
constexpr std::size_t most_lines = 3;
constexpr double room_beside_one_line = 90;  // how far a date may go beyond the name
constexpr double room_beside_last_line = 20;
constexpr double between_things = 3;

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
    const double top = label_.height - label_line_height;
    const double middle = metrics_.rise(theme::body_size);
    const Point base{x, top + label_line_height / 2 + middle};
    label_.texts.push_back({base, text, size, Weight::regular, color, Anchor::start});
    label_.width = std::max(label_.width, x + metrics_.width(text, size));
  }

  void next_line() {
    ++label_.lines;
    label_.height += label_line_height;
  }

  void leave(double space) { label_.height += space; }

 private:
  Label& label_;
  const TextMetrics& metrics_;
};

}  // namespace

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

Label make_list(const std::vector<LabelWords>& things, double width, double widest, const TextMetrics& metrics) {
  Label list;
  LabelWriter writer(list, metrics);
  const std::string* said = nullptr;
  for (const LabelWords& words : things) {
    const std::size_t before = list.texts.size();
    if (said != nullptr) writer.leave(between_things);
    const bool is_new = said == nullptr || *said != words.date;
    said = &words.date;
    if (is_new && !words.date.empty()) {
      for (const std::string& line : lines_within(width, words.date, theme::small_size, Weight::regular, metrics)) {
        writer.next_line();
        writer.write(line, theme::small_size, words.date_color, 0);
      }
    }
    for (const std::string& line : name_lines(words, width, widest, most_lines, metrics)) {
      writer.next_line();
      writer.write(line, theme::body_size, words.name_color, 0);
    }
    list.parts.push_back(list.texts.size() - before);
  }
  return list;
}

}  // namespace throughline
