// SPDX-License-Identifier: Apache-2.0
// V3, V4, V5: lines through texts, through nodes, through each other.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "base/text.hpp"
#include "lint/near_pairs.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

constexpr double graze = 1;  // a line that only touches a box does not cross it
constexpr double least_angle = 60;
constexpr double most_crossings = 0.5;  // an edge
constexpr std::size_t most_nodes = 30;  // up to which that is asked
constexpr double reach = 12;            // around a node that two edges share, they meet rather than cross

// One segment of an edge.
struct Piece {
  std::size_t edge;
  Point from;
  Point to;
};

std::vector<Piece> pieces_of(const Subject& subject) {
  std::vector<Piece> pieces;
  for (std::size_t e = 0; e < subject.roles.edges.size(); ++e)
    for (const std::size_t i : subject.roles.edges[e].lines)
      for (const Subpath& line : subject.figure.shapes[i].lines)
        for (std::size_t p = 1; p < line.points.size(); ++p) pieces.push_back({e, line.points[p - 1], line.points[p]});
  return pieces;
}

std::vector<Box> boxes_of(const std::vector<Piece>& pieces) {
  std::vector<Box> boxes;
  for (const Piece& piece : pieces) boxes.push_back(box_of(Polyline{piece.from, piece.to}));
  return boxes;
}

// Our own figures say which are their lines; in others none may have been recognised.
Measured without_lines(const Subject& subject) {
  Measured measured;
  measured.value = "no lines";
  if (!subject.roles.is_ours) measured.reason = "no line was found that joins two nodes";
  return measured;
}

bool is_own(const Parts& parts, std::size_t index) {
  return std::find(parts.begin(), parts.end(), index) != parts.end();
}

void report_crossed(const Subject& subject, std::size_t text, std::size_t edge, Measured& measured) {
  add_made(measured, [&] {
    const Text& crossed = subject.figure.texts[text];
    const Edge& by = subject.roles.edges[edge];
    Finding finding =
        finding_at(crossed, fmt::format("{} is crossed by the line {}", shown(crossed), shown(subject.figure, by)));
    finding.other = by.element;
    return finding;
  });
}

// A label on a node that is not its own is crossed by that node's outline, or taken for its label.
bool report_misplaced(const Subject& subject, const std::vector<Box>& texts, Measured& measured) {
  const Figure& figure = subject.figure;
  const std::vector<Box> nodes = boxes_of(subject.roles.nodes);
  return each_near_pair(texts, nodes, 0, [&](std::size_t t, std::size_t n) {
    const Node& node = subject.roles.nodes[n];
    if (is_own(node.texts, t) || node.shapes.empty()) return;
    const auto& quads = figure.texts[t].quads;
    if (std::none_of(quads.begin(), quads.end(),
                     [&](const Polyline& quad) { return gap_between(quad, node.hull) < -graze; }))
      return;
    add_made(measured, [&] {
      Finding finding = finding_at(figure.texts[t], fmt::format("{} lies on {}", shown(figure.texts[t]), shown(node)));
      finding.other = node.element;
      return finding;
    });
  });
}

Measured measure_crossed(const Subject& subject) {
  const Figure& figure = subject.figure;
  Measured measured;
  const std::vector<Piece> pieces = pieces_of(subject);
  if (pieces.empty()) return without_lines(subject);
  const std::vector<Box> texts = boxes_of(figure.texts);
  std::set<std::pair<std::size_t, std::size_t>> seen;
  bool all = report_misplaced(subject, texts, measured);
  all &= each_near_pair(boxes_of(pieces), texts, 0, [&](std::size_t p, std::size_t t) {
    const Piece& piece = pieces[p];
    if (is_own(subject.roles.edges[piece.edge].texts, t) || seen.contains({t, piece.edge})) return;
    const Polyline segment{piece.from, piece.to};
    for (const Polyline& quad : figure.texts[t].quads)
      if (gap_between(segment, quad) < -graze && seen.insert({t, piece.edge}).second)
        report_crossed(subject, t, piece.edge, measured);
  });
  measured.value = count_of(count_found(measured), "crossing");
  if (!all) measured.reason = "too many lines and texts on one spot to compare all";
  return measured;
}

Measured measure_tunnels(const Subject& subject) {
  const std::vector<Piece> pieces = pieces_of(subject);
  if (pieces.empty()) return without_lines(subject);
  Measured measured;
  const std::vector<Box> nodes = boxes_of(subject.roles.nodes);
  std::set<std::pair<std::size_t, std::size_t>> seen;
  const bool all = each_near_pair(boxes_of(pieces), nodes, 0, [&](std::size_t p, std::size_t n) {
    const Edge& edge = subject.roles.edges[pieces[p].edge];
    if (is_own(edge.ends, n) || seen.contains({n, pieces[p].edge})) return;
    if (gap_between(Polyline{pieces[p].from, pieces[p].to}, subject.roles.nodes[n].hull) >= -graze) return;
    seen.insert({n, pieces[p].edge});
    add_made(measured, [&] {
      const Node& node = subject.roles.nodes[n];
      Finding finding =
          finding_at(node, fmt::format("the line {} runs through {}", shown(subject.figure, edge), shown(node)));
      finding.other = edge.element;
      return finding;
    });
  });
  measured.value = count_of(count_found(measured), "tunnel");
  if (!all) measured.reason = "too many lines and nodes on one spot to compare all";
  return measured;
}

Point crossing_point(const Piece& a, const Piece& b) {
  const Point u{a.to.x - a.from.x, a.to.y - a.from.y};
  const Point v{b.to.x - b.from.x, b.to.y - b.from.y};
  const double share = ((b.from.x - a.from.x) * v.y - (b.from.y - a.from.y) * v.x) / (u.x * v.y - u.y * v.x);
  return between(a.from, a.to, share);
}

// Between 0 and 90 degrees.
double angle_between(const Piece& a, const Piece& b) {
  const double turn =
      std::atan2(a.to.y - a.from.y, a.to.x - a.from.x) - std::atan2(b.to.y - b.from.y, b.to.x - b.from.x);
  const double degrees = std::fmod(std::abs(turn) * 180 / std::numbers::pi, 180);
  return std::min(degrees, 180 - degrees);
}

bool meets_at_shared_node(const Subject& subject, const Edge& one, const Edge& other, Point at) {
  for (const std::size_t node : one.ends)
    if (is_own(other.ends, node) && is_in(at, grown(subject.roles.nodes[node].box, reach))) return true;
  return false;
}

Measured measure_crossings(const Subject& subject) {
  const std::vector<Edge>& edges = subject.roles.edges;
  const std::vector<Piece> pieces = pieces_of(subject);
  if (pieces.empty()) return without_lines(subject);
  const std::vector<Box> boxes = boxes_of(pieces);
  std::vector<double> angles;
  const bool all = each_near_pair(boxes, boxes, 0, [&](std::size_t i, std::size_t j) {
    const Piece& a = pieces[i];
    const Piece& b = pieces[j];
    if (a.edge == b.edge || !cross(a.from, a.to, b.from, b.to)) return;
    if (!meets_at_shared_node(subject, edges[a.edge], edges[b.edge], crossing_point(a, b)))
      angles.push_back(angle_between(a, b));
  });
  if (!all) return not_measured("too many lines on one spot to compare all");
  Measured measured;
  const double ratio = static_cast<double>(angles.size()) / static_cast<double>(edges.size());
  measured.value = fmt::format("{}, {:.2f} an edge", count_of(angles.size(), "crossing"), ratio);
  if (angles.empty()) return measured;
  std::nth_element(angles.begin(), angles.begin() + static_cast<std::ptrdiff_t>(angles.size() / 2), angles.end());
  const double median = angles[angles.size() / 2];
  measured.value += fmt::format(", median angle {:.0f}°", median);
  if (subject.roles.nodes.size() > most_nodes) return measured;
  if (ratio > most_crossings)
    add(measured,
        finding_of(fmt::format("{} among {}", count_of(angles.size(), "crossing"), count_of(edges.size(), "edge"))));
  if (median < least_angle)
    add(measured, finding_of(fmt::format("half of the crossings are flatter than {:.0f}°", median + 0.5)));
  return measured;
}

}  // namespace

extern const Rule text_crossed_rule, tunnel_rule, crossings_rule;
constinit const Rule text_crossed_rule{"V3", "lines cross texts", "0", Force::hard, measure_crossed};
constinit const Rule tunnel_rule{"V4", "lines run through nodes", "0", Force::hard, measure_tunnels};
constinit const Rule crossings_rule{"V5", "lines cross lines", "≤ 0.5 an edge up to 30 nodes, median angle ≥ 60°",
                                    Force::advice, measure_crossings};

}  // namespace throughline::lint
