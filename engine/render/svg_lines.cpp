// SPDX-License-Identifier: Apache-2.0
#include "render/svg_lines.hpp"

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace throughline {
namespace {

using pugi::xml_node;

bool are_drawn_alike(const xml_node& a, const xml_node& b) {
  for (const char* name : {"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity"})
    if (std::string_view(a.attribute(name).value()) != b.attribute(name).value()) return false;
  return true;
}

std::string line_to(std::string_view from, std::string_view to) {
  const std::size_t comma = from.find(',');
  const std::size_t other = to.find(',');
  if (comma == std::string_view::npos || other == std::string_view::npos) return "L" + std::string(to);
  if (from.substr(0, comma) == to.substr(0, other)) return "V" + std::string(to.substr(other + 1));
  if (from.substr(comma) == to.substr(other)) return "H" + std::string(to.substr(0, other));
  return "L" + std::string(to);
}

// "M1,2C1,2 1,9 1,9" runs straight: its control points are its ends.
std::string with_lines(std::string_view way) {
  const std::size_t curve = way.find('C');
  if (curve == std::string_view::npos) return std::string(way);
  const std::vector<std::string_view> points = split(way.substr(curve + 1), ' ');
  std::string_view from = way.substr(1, curve - 1);
  std::string lines(way.substr(0, curve));
  for (std::size_t i = 0; i + 2 < points.size(); i += 3) {
    if (points[i] != from || points[i + 1] != points[i + 2]) return std::string(way);
    lines += line_to(from, points[i + 2]);
    from = points[i + 2];
  }
  return lines;
}

}  // namespace

void join_lines(xml_node item) {
  xml_node before;
  for (xml_node path = item.first_child(); path;) {
    const xml_node next = path.next_sibling();
    const std::string_view way = path.attribute("d").value();
    const bool is_line = std::string_view(path.name()) == "path" && way.find('Z') == std::string_view::npos;
    if (is_line) {
      const std::string lines = with_lines(way);
      if (before && are_drawn_alike(before, path)) {
        before.attribute("d").set_value((before.attribute("d").value() + lines).c_str());
        item.remove_child(path);
      } else {
        path.attribute("d").set_value(lines.c_str());
        before = path;
      }
    } else {
      before = {};
    }
    path = next;
  }
}

}  // namespace throughline
