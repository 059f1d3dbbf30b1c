// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <sstream>

#include "base/text.hpp"
#include "formats/xml_file.hpp"
#include "lint/lint.hpp"

namespace throughline::lint {
namespace {

constexpr double size = 12;
constexpr double line_height = 17;
constexpr double margin = 16;
constexpr double indent = 20;
constexpr double narrowest = 480;  // for the list
constexpr const char* red = "#c00000";
constexpr const char* brown = "#8a5a00";  // advice
constexpr const char* font = "Noto Sans CJK KR, Noto Sans, DejaVu Sans, sans-serif";

void put(pugi::xml_node node, const char* name, const std::string& value) {
  pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) attribute = node.append_attribute(name);
  attribute.set_value(value.c_str());
}

void put(pugi::xml_node node, const char* name, double value) { put(node, name, fmt::format("{:.2f}", value)); }

// Style sheets of the figure hold for the whole file: what is drawn here says all of itself in a style of its own.
void add_text(pugi::xml_node parent, Point at, const std::string& text, const char* color, bool is_bold) {
  pugi::xml_node node = parent.append_child("text");
  put(node, "x", at.x);
  put(node, "y", at.y);
  put(node, "style",
      fmt::format("font: {} {}px {}; fill: {}; stroke: none; opacity: 1; text-anchor: start",
                  is_bold ? "bold" : "normal", size, font, color));
  node.append_child(pugi::node_pcdata).set_value(text.c_str());
}

void add_box(pugi::xml_node parent, const Box& box, const std::string& style) {
  pugi::xml_node node = parent.append_child("rect");
  put(node, "x", box.x);
  put(node, "y", box.y);
  put(node, "width", box.width);
  put(node, "height", box.height);
  put(node, "style", style);
}

struct Line {
  std::string text;
  const char* color;
  double indent = 0;
};

class Annotation {
 public:
  explicit Annotation(const Report& report) : figure_(report.figure), report_(report) {}

  std::string write(const pugi::xml_node& root) {
    pugi::xml_document document;
    pugi::xml_node page = document.append_child("svg");
    pugi::xml_node inner = page.append_copy(root);
    pugi::xml_node marks = page.append_child("g");
    put(marks, "id", "lint-findings");
    collect(marks);
    const double width = std::max(figure_.width, narrowest);
    wrap(width - 2 * margin);
    const double height = figure_.height + margin + line_height * static_cast<double>(lines_.size() + 1);
    put(page, "xmlns", "http://www.w3.org/2000/svg");
    put(page, "width", width);
    put(page, "height", height);
    put(page, "viewBox", fmt::format("0 0 {:.2f} {:.2f}", width, height));
    put(inner, "width", figure_.width);
    put(inner, "height", figure_.height);
    add_list(page, width, height);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.str() + '\n';
  }

 private:
  void collect(pugi::xml_node marks) {
    for (const RuleRow& row : report_.rows) {
      const char* color = row.verdict == Verdict::fail ? red : brown;
      for (const Finding& finding : row.measured.findings) add(marks, *row.rule, finding, color);
      if (row.measured.more > 0)
        lines_.push_back({fmt::format("{} … and {} more", row.rule->id, row.measured.more), color});
    }
    if (lines_.empty()) lines_.push_back({"nothing was found", "#16202b"});
  }

  // Lines that go on stand further to the right.
  void wrap(double width) {
    const TextMetrics metrics;
    std::vector<Line> wrapped;
    for (const Line& line : lines_) {
      const std::vector<std::string> parts = metrics.wrap(line.text, size, Weight::regular, width - indent);
      for (std::size_t i = 0; i < parts.size(); ++i) wrapped.push_back({parts[i], line.color, i == 0 ? 0 : indent});
    }
    lines_ = std::move(wrapped);
  }

  void add(pugi::xml_node marks, const Rule& rule, const Finding& finding, const char* color) {
    const std::size_t number = ++count_;
    lines_.push_back({fmt::format("{} {} {}", number, rule.id, finding.message), color});
    const Box& box = finding.box;
    if (box.width <= 0 && box.height <= 0) return;
    add_box(marks, grown(box, 2), fmt::format("fill: none; stroke: {}; stroke-width: 1.5; opacity: 1", color));
    const std::string label = std::to_string(number);
    const double width = 7.0 * static_cast<double>(label.size()) + 6;
    const Box tag{std::max(0.0, box.x - 2 - width), std::max(0.0, box.y - 9), width, 15};
    add_box(marks, tag, fmt::format("fill: {}; stroke: none; opacity: 1", color));
    add_text(marks, {tag.x + 3, tag.y + 12}, label, "#ffffff", true);
  }

  void add_list(pugi::xml_node page, double width, double height) const {
    pugi::xml_node list = page.append_child("g");
    put(list, "id", "lint-list");
    add_box(list, {0, figure_.height, width, height - figure_.height}, "fill: #ffffff; stroke: none; opacity: 1");
    double y = figure_.height + margin + size;
    for (const Line& line : lines_) {
      add_text(list, {margin + line.indent, y}, line.text, line.color, false);
      y += line_height;
    }
  }

  const Figure& figure_;
  const Report& report_;
  std::vector<Line> lines_;
  std::size_t count_ = 0;
};

}  // namespace

std::string annotated(const Inputs& inputs, std::uint16_t input, const Report& report) {
  XmlFile file(inputs, input);
  Diagnostics none;
  return Annotation(report).write(file.read("svg", none, WhiteSpace::all));
}

}  // namespace throughline::lint
