// SPDX-License-Identifier: Apache-2.0
#include "view/layout.hpp"

#include <fmt/format.h>

#include <iterator>
#include <locale>
#include <numeric>
#include <random>
#include <sstream>

namespace throughline {
namespace {

void encode(std::string& out, const std::vector<Point>& points) {
  fmt::format_to(std::back_inserter(out), "{}", points.size());
  for (const Point& p : points) fmt::format_to(std::back_inserter(out), " {:.3f} {:.3f}", p.x, p.y);
  out += '\n';
}

std::vector<Point> next_points(std::istringstream& in) {
  std::size_t count = 0;
  in >> count;
  std::vector<Point> points(count);
  for (Point& p : points) in >> p.x >> p.y;
  return points;
}

}  // namespace

std::vector<std::size_t> varied_order(std::size_t count, unsigned variation) {
  std::vector<std::size_t> all(count);
  std::iota(all.begin(), all.end(), 0U);
  std::minstd_rand random(variation);
  for (std::size_t i = count; variation > 0 && i > 1; --i) std::swap(all[i - 1], all[random() % i]);
  return all;
}

std::string to_text(const Layout& layout) {
  std::string out;
  encode(out, {{layout.width, layout.height}});
  for (const auto& box : layout.clusters)
    encode(out, box ? std::vector<Point>{{box->x, box->y}, {box->width, box->height}} : std::vector<Point>{});
  for (const Box& box : layout.nodes) encode(out, {{box.x, box.y}, {box.width, box.height}});
  for (const auto& curve : layout.edges) encode(out, curve);
  return out;
}

Layout layout_from_text(const std::string& text, const LayoutGraph& request) {
  std::istringstream in(text);
  in.imbue(std::locale::classic());
  Layout layout;
  const auto box = [](const std::vector<Point>& p) { return Box{p[0].x, p[0].y, p[1].x, p[1].y}; };
  const Point size = next_points(in).at(0);
  layout.width = size.x;
  layout.height = size.y;
  for (std::size_t i = 0; i < request.clusters.size(); ++i) {
    const std::vector<Point> points = next_points(in);
    layout.clusters.push_back(points.empty() ? std::nullopt : std::optional(box(points)));
  }
  for (std::size_t i = 0; i < request.nodes.size(); ++i) layout.nodes.push_back(box(next_points(in)));
  for (std::size_t i = 0; i < request.edges.size(); ++i) layout.edges.push_back(next_points(in));
  return layout;
}

}  // namespace throughline
