// SPDX-License-Identifier: Apache-2.0
#include "lint/svg_text.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "lint/korean.hpp"
#include "lint/svg_text_path.hpp"
#include "lint/svg_values.hpp"

namespace throughline::lint {
namespace {

constexpr std::size_t deepest_span = 64;

// Text of one look, next to each other on one base line; in user units.
struct Run {
  std::string text;
  Look look;
  Point at;  // of its start on the base line, once anchored
  double width = 0;
  std::size_t chunk = 0;             // what is anchored together
  std::optional<double> told_width;  // textLength
  const pugi::xml_node* path = nullptr;
};

// Several white characters are one blank, none at the ends of the text.
class Squeezer {
 public:
  std::string squeeze(std::string_view raw, bool preserves) {
    std::string kept;
    for (const char c : raw) {
      const bool is_white = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (preserves) {
        kept += is_white ? ' ' : c;
      } else if (!is_white) {
        kept += c;
      } else if (!ends_white_) {
        kept += ' ';
      }
      ends_white_ = is_white && !preserves;
    }
    return kept;
  }

 private:
  bool ends_white_ = true;
};

class Layout {
 public:
  Layout(const TextPlace& place, const TextTools& tools) : place_(place), tools_(tools) {}

  std::vector<Text> lay_out(const pugi::xml_node& text, const Look& look) {
    pen_ = {0, 0};
    walk(text, look, 0, nullptr);
    drop_white_end();
    anchor();
    return lines();
  }

 private:
  LengthBase base(const Look& look, double whole) const { return {look.font_size, whole}; }
  const TextMetrics& metrics_of(const Look& look) const {
    return tools_.fonts.metrics(parse_families(look.font_family));
  }
  Ink ink_of(const Run& run) const { return metrics_of(run.look).ink(run.text, run.look.font_size, run.look.weight); }

  std::vector<double> list(const pugi::xml_node& node, std::string_view name, const Look& look, double whole) const {
    std::vector<double> lengths;
    std::string spaced = attribute_of(node, name).value();
    std::replace_if(
        spaced.begin(), spaced.end(), [](char c) { return c == ',' || c == '\n' || c == '\t'; }, ' ');
    for (const std::string_view each : split(spaced, ' '))
      if (const auto length = parse_length(each, base(look, whole))) lengths.push_back(*length);
    return lengths;
  }

  void walk(const pugi::xml_node& node, const Look& look, std::size_t depth, const pugi::xml_node* path) {
    if (!look.is_displayed || depth > deepest_span) return;
    move_pen(node, look);
    const std::vector<double> xs = list(node, "x", look, place_.width);
    std::size_t letters = 0;  // of this element, for a list of places
    const std::size_t first = runs_.size();
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view tag = local_name(child);
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        add(child.value(), look, path, xs, letters);
      else if (tag == "tspan" || tag == "a" || tag == "textPath")
        walk_span(child, look, depth, path);
    }
    const auto told = parse_length(attribute_of(node, "textLength").value(), base(look, place_.width));
    if (told && runs_.size() == first + 1) runs_[first].told_width = *told;
  }

  void walk_span(const pugi::xml_node& span, const Look& above, std::size_t depth, const pugi::xml_node* path) {
    Look look = applied(above, tools_.sheet.declarations_of(span));
    for (const std::string_view name : {"xml:lang", "lang"})
      if (const auto language = attribute_of(span, name)) look.language = language.value();
    if (local_name(span) != "textPath") return walk(span, look, depth + 1, path);
    const pugi::xml_node* const target = target_of(span, tools_.ids);
    ++chunk_;
    pen_ = {parse_length(attribute_of(span, "startOffset").value(), base(look, 0), 0), 0};
    if (const std::string_view offset = attribute_of(span, "startOffset").value(); offset.ends_with('%'))
      start_share_ = parse_length(offset, {16, 1}, 0);
    walk(span, look, depth + 1, target ? target : path);
    start_share_ = 0;
    ++chunk_;
  }

  void move_pen(const pugi::xml_node& node, const Look& look) {
    const std::vector<double> x = list(node, "x", look, place_.width);
    const std::vector<double> y = list(node, "y", look, place_.height);
    if (!x.empty()) pen_.x = x[0];
    if (!y.empty()) pen_.y = y[0];
    if (!x.empty() || !y.empty()) ++chunk_;
    const std::vector<double> dx = list(node, "dx", look, place_.width);
    const std::vector<double> dy = list(node, "dy", look, place_.height);
    if (!dx.empty()) pen_.x += dx[0];
    if (!dy.empty()) pen_.y += dy[0];
  }

  void add(std::string_view raw, const Look& look, const pugi::xml_node* path, const std::vector<double>& xs,
           std::size_t& letters) {
    const std::string text = squeezer_.squeeze(raw, look.preserves_space);
    if (xs.size() < 2) return add_run(text, look, path);
    for (std::size_t at = 0; at < text.size();) {  // each letter has a place of its own
      std::size_t end = at + 1;
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
      if (letters < xs.size() && letters > 0) pen_.x = xs[letters], ++chunk_;
      ++letters;
      const std::size_t stop = letters < xs.size() ? end : text.size();
      add_run(text.substr(at, stop - at), look, path);
      at = stop;
    }
  }

  void add_run(const std::string& text, const Look& look, const pugi::xml_node* path) {
    if (text.empty()) return;
    const TextMetrics& metrics = metrics_of(look);
    const double spacing = look.letter_spacing * static_cast<double>(count_characters(text));
    Run run{text, look, pen_, metrics.width(text, look.font_size, look.weight) + spacing, chunk_, {}, path};
    run.at.y += baseline_offset(metrics, look);
    if (path != nullptr) run.at.x += start_share_ * length_of(points_of_path(*path));
    pen_.x += run.width;
    runs_.push_back(std::move(run));
  }

  // How far the base line lies below the point that `dominant-baseline` names.
  static double baseline_offset(const TextMetrics& metrics, const Look& look) {
    const double ascent = metrics.ascent(look.font_size);
    const double descent = metrics.descent(look.font_size);
    const std::string& at = look.baseline;
    double offset = 0;
    if (at == "middle") offset = metrics.ink("x", look.font_size, look.weight).above / 2;
    if (at == "central") offset = (ascent - descent) / 2;
    if (at == "hanging") offset = 0.8 * look.font_size;
    if (at == "text-before-edge" || at == "text-top" || at == "before-edge") offset = ascent;
    if (at == "text-after-edge" || at == "text-bottom" || at == "after-edge" || at == "ideographic") offset = -descent;
    return offset - look.baseline_shift;
  }

  void drop_white_end() {
    while (!runs_.empty() && !runs_.back().look.preserves_space && runs_.back().text.ends_with(' ')) {
      Run& last = runs_.back();
      last.text.pop_back();
      if (last.text.empty()) {
        runs_.pop_back();
        continue;
      }
      last.width = metrics_of(last.look).width(last.text, last.look.font_size, last.look.weight);
    }
  }

  void anchor() {
    for (std::size_t i = 0; i < runs_.size();) {
      std::size_t end = i;
      double width = 0;
      while (end < runs_.size() && runs_[end].chunk == runs_[i].chunk) {
        if (runs_[end].told_width) runs_[end].width = *runs_[end].told_width;
        width += runs_[end++].width;
      }
      const std::string& at = runs_[i].look.anchor;
      const double shift = at == "middle" ? width / 2 : at == "end" ? width : 0;
      for (; i < end; ++i) runs_[i].at.x -= shift;
    }
  }

  // Runs that go on where the one before ends are one line.
  std::vector<Text> lines() {
    std::vector<Text> lines;
    const Run* before = nullptr;
    for (const Run& run : runs_) {
      if (!run.look.is_visible) continue;
      const bool goes_on = before != nullptr && before->path == nullptr && run.path == nullptr &&
                           std::abs(before->at.y - run.at.y) < 0.1 * run.look.font_size &&
                           std::abs(before->at.x + before->width - run.at.x) < 0.6 * run.look.font_size;
      if (goes_on)
        join(lines.back(), run);
      else
        lines.push_back(line_of(run));
      before = &run;
    }
    std::erase_if(
        lines, [](const Text& line) { return trim(line.text).empty() || !line.fill.is_visible() || line.size <= 0; });
    return lines;
  }

  Box box_of_run(const Run& run) const {
    const Ink ink = ink_of(run);
    return {run.at.x, run.at.y - ink.above, run.width, std::max(0.0, ink.above + ink.below)};
  }

  Polyline on_page(const Box& box) const {
    Polyline quad = corners_of(box);
    for (Point& corner : quad) corner = place_.to_page(corner);
    return quad;
  }

  Text line_of(const Run& run) {
    Text line;
    line.element = place_.element;
    line.text = run.text;
    line.size = run.look.font_size * place_.to_page.scale();
    line.weight = run.look.weight;
    line.families = parse_families(run.look.font_family);
    line.fill = paint_of(run.look.fill, run.look.fill_opacity, run.look, tools_.ids, tools_.sheet);
    line.language = run.look.language;
    line.clip = place_.clip;
    line.follows_path = run.path != nullptr;
    user_box_ = box_of_run(run);
    line.quads = run.path != nullptr ? along_path(run) : std::vector<Polyline>{on_page(user_box_)};
    set_box(line);
    return line;
  }

  void join(Text& line, const Run& run) {
    const Box box = box_of_run(run);
    if (trim(run.text).empty())
      user_box_.width = std::max(user_box_.width, box.right() - user_box_.x);
    else
      user_box_ = united(user_box_, box);
    if (run.at.x - (user_box_.x + user_box_.width) > 0.2 * run.look.font_size) line.text += ' ';
    // Of a line in two languages the Korean part is the one that must say so.
    if (has_hangul(run.text) && (!has_hangul(line.text) || line.language.starts_with("ko")))
      line.language = run.look.language;
    line.text += run.text;
    line.size = std::min(line.size, run.look.font_size * place_.to_page.scale());
    line.quads = {on_page(user_box_)};
    set_box(line);
  }

  std::vector<Polyline> along_path(const Run& run) const {
    const PathText text{run.at, run.width, run.look.font_size, ink_of(run)};
    return quads_along(points_of_path(*run.path), text, place_.to_page);
  }

  static void set_box(Text& line) {
    Polyline all;
    for (const Polyline& quad : line.quads) all.insert(all.end(), quad.begin(), quad.end());
    line.box = box_of(all);
  }

  const TextPlace& place_;
  const TextTools& tools_;
  Squeezer squeezer_;
  std::vector<Run> runs_;
  Point pen_;
  std::size_t chunk_ = 0;
  double start_share_ = 0;
  Box user_box_;  // of the line in the making
};

}  // namespace

std::vector<Text> lay_out(const pugi::xml_node& text, const Look& look, const TextPlace& place,
                          const TextTools& tools) {
  return Layout(place, tools).lay_out(text, look);
}

}  // namespace throughline::lint
