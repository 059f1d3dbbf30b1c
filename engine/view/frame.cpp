// SPDX-License-Identifier: Apache-2.0
#include "view/frame.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "view/geometry.hpp"
#include "view/theme.hpp"
#include "view/timeline_label.hpp"

namespace throughline {
namespace {

constexpr double narrowest = 520;
constexpr double line_height = 1.48;  // of the text's size
constexpr double legend_gap = 22;     // between entries
constexpr double sample_gap = 8;      // between a sample and its label

// Writes lines of text downwards from `y`, which it leaves below the last.
class Column {
 public:
  Column(const TextMetrics& metrics, double width, double y) : metrics_(metrics), width_(width), y_(y) {}

  Item paragraph(std::string id, const std::string& text, double size, Weight weight, const Color& color) {
    Item item{std::move(id), text, {}, {}, {}};
    const bool is_heading = weight == Weight::bold;
    auto lines =
        is_heading ? wrap_evenly(metrics_, text, size, weight, width_) : metrics_.wrap(text, size, weight, width_);
    const auto is_wide = [&](const std::string& line) { return metrics_.width(line, size, weight) > width_; };
    if (std::any_of(lines.begin(), lines.end(), is_wide)) lines = lines_within(width_, text, size, weight, metrics_);
    for (const std::string& line : lines) {
      item.marks.emplace_back(
          Text{{theme::margin, y_ + metrics_.ascent(size)}, line, size, weight, color, Anchor::start});
      y_ += size * line_height;
    }
    return item;
  }

  Group legend(std::span<const LegendEntry> entries) {
    Group group{"legend", "Legend", {}};
    double x = 0;
    double row_height = 0;
    for (const LegendEntry& entry : entries) {
      const double width = entry.width + sample_gap + metrics_.width(entry.label, theme::small_size);
      if (x > 0 && x + width > width_) {
        y_ += row_height + 8;
        x = row_height = 0;
      }
      const double height = std::max(entry.height, theme::small_size * line_height);
      group.items.push_back(placed(entry, theme::margin + x, height));
      x += width + legend_gap;
      row_height = std::max(row_height, height);
    }
    y_ += row_height;
    return group;
  }

  void skip(double by) { y_ += by; }
  double y() const { return y_; }

 private:
  Item placed(const LegendEntry& entry, double x, double height) const {
    Item item{{}, entry.label, {}, {}, {}};
    for (const Mark& mark : entry.sample) item.marks.push_back(moved(mark, x, y_ + (height - entry.height) / 2));
    const double ascent = metrics_.ascent(theme::small_size);
    const double rise = (height - ascent - metrics_.descent(theme::small_size)) / 2;
    item.marks.emplace_back(Text{{x + entry.width + sample_gap, y_ + rise + ascent},
                                 entry.label,
                                 theme::small_size,
                                 Weight::regular,
                                 theme::soft_ink,
                                 Anchor::start});
    return item;
  }

  const TextMetrics& metrics_;
  double width_;
  double y_;
};

double width_needed(const Headline& headline, const TextMetrics& metrics) {
  return std::clamp(metrics.width(headline.title, theme::title_size, Weight::bold), narrowest, 2 * narrowest * 0.75);
}

void make_ids_unique(std::vector<Group>& groups) {
  std::set<std::string> taken{"title", "subtitle", "legend", "notes", "source", "stamp"};
  const auto claim = [&](std::string& id) {
    if (id.empty()) return;
    while (!taken.insert(id).second) id += '_';
  };
  for (Group& group : groups) claim(group.id);
  for (Group& group : groups)
    for (Item& item : group.items) claim(item.id);
}

Group heading(const Headline& headline, Column& column) {
  Group group{"heading", "Heading", {}};
  if (!headline.title.empty())
    group.items.push_back(column.paragraph("title", headline.title, theme::title_size, Weight::bold, theme::ink));
  if (!headline.subtitle.empty()) {
    column.skip(4);
    group.items.push_back(
        column.paragraph("subtitle", headline.subtitle, theme::subtitle_size, Weight::regular, theme::soft_ink));
  }
  return group;
}

Group footing(const Headline& headline, Column& column) {
  Group group{"footing", "Notes and sources", {}};
  const auto add = [&](std::string id, const std::string& text) {
    if (!text.empty())
      group.items.push_back(column.paragraph(std::move(id), text, theme::small_size, Weight::regular, theme::soft_ink));
  };
  for (std::size_t i = 0; i < headline.notes.size(); ++i)
    add(i == 0 ? "notes" : "notes-" + std::to_string(i + 1), headline.notes[i]);
  if (!group.items.empty()) column.skip(4);
  add("source", headline.sources);
  add("stamp", headline.stamp);
  return group;
}

}  // namespace

Mark moved(Mark mark, double dx, double dy) {
  if (auto* shape = std::get_if<Shape>(&mark)) shape->box = moved(shape->box, dx, dy);
  if (auto* text = std::get_if<Text>(&mark)) text->at = {text->at.x + dx, text->at.y + dy};
  if (auto* curve = std::get_if<Curve>(&mark))
    for (Point& point : curve->points) point = {point.x + dx, point.y + dy};
  return mark;
}

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

Scene framed(const Headline& headline, const Sheet& sheet, Content content, std::span<const LegendEntry> legend,
             std::string description, const TextMetrics& metrics) {
  const double for_words = std::min(width_needed(headline, metrics), sheet.width - 2 * theme::margin);
  const double inner = std::ceil(std::max(content.width, for_words));
  Scene scene;
  scene.width = inner + 2 * theme::margin;
  scene.background = theme::paper;
  scene.title = headline.title;
  scene.description = std::move(description);
  scene.language = headline.language;

  Column column(metrics, inner, theme::margin);
  scene.groups.push_back(heading(headline, column));
  column.skip(20);
  make_ids_unique(content.groups);
  const double left = theme::margin + std::floor((inner - content.width) / 2);
  for (Group& group : content.groups) {
    for (Item& item : group.items)
      for (Mark& mark : item.marks) mark = moved(std::move(mark), left, column.y());
    scene.groups.push_back(std::move(group));
  }
  column.skip(content.height + 24);
  if (!legend.empty()) {
    scene.groups.push_back(column.legend(legend));
    column.skip(16);
  }
  scene.groups.push_back(footing(headline, column));
  scene.height = std::ceil(column.y() + theme::margin - theme::small_size * (line_height - 1));
  std::erase_if(scene.groups, [](const Group& group) { return group.items.empty(); });
  return scene;
}

}  // namespace throughline
