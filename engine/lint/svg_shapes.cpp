// SPDX-License-Identifier: Apache-2.0
#include "lint/svg_shapes.hpp"

#include <algorithm>

#include "lint/svg_values.hpp"

namespace throughline::lint {
namespace {

std::vector<Subpath> corners(const pugi::xml_node& node, const Affine& to_page, bool is_closed, std::size_t& room) {
  Subpath line{parse_points(attribute_of(node, "points").value()), is_closed, false};
  if (line.points.size() < 2) return {};
  room -= std::min(room, line.points.size());
  for (Point& point : line.points) point = to_page(point);
  if (line.points.size() > 2 && distance(line.points.front(), line.points.back()) < 1e-6) {
    line.points.pop_back();
    line.is_closed = true;
  }
  return {std::move(line)};
}

}  // namespace

bool is_shape(std::string_view tag) {
  constexpr std::string_view tags[] = {"rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "image"};
  return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

std::vector<Subpath> outline_of(const pugi::xml_node& node, const ShapePlace& place, std::size_t& room) {
  const std::string_view tag = local_name(node);
  const Affine& to_page = place.to_page;
  const auto length = [&](const char* name, double whole, double fallback = 0) {
    return parse_length(attribute_of(node, name).value(), {place.font_size, whole}, fallback);
  };
  const auto x = [&](const char* name) { return length(name, place.width); };
  const auto y = [&](const char* name) { return length(name, place.height); };
  if (tag == "path") return flatten_path(attribute_of(node, "d").value(), to_page, room);
  if (tag == "line") return {{{to_page({x("x1"), y("y1")}), to_page({x("x2"), y("y2")})}, false, false}};
  if (tag == "polyline" || tag == "polygon") return corners(node, to_page, tag == "polygon", room);
  if (tag == "circle" || tag == "ellipse") {
    const double rx = x(tag == "circle" ? "r" : "rx");
    const double ry = tag == "circle" ? rx : y("ry");
    if (rx <= 0 || ry <= 0) return {};
    return {flatten_ellipse({x("cx"), y("cy")}, rx, ry, to_page)};
  }
  if (tag != "rect" && tag != "image") return {};
  const Box box{x("x"), y("y"), x("width"), y("height")};
  if (box.width <= 0 || box.height <= 0) return {};
  const double rx = length("rx", place.width, y("ry"));
  return {flatten_rectangle(box, rx, length("ry", place.height, rx), to_page)};
}

}  // namespace throughline::lint
