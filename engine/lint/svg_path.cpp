// SPDX-License-Identifier: Apache-2.0
#include "lint/svg_path.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "lint/svg_values.hpp"

namespace throughline::lint {
namespace {

constexpr double quarter_circle = 0.5522847498;  // how far control points of a quarter circle stand off, in radii

Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }

bool is_on(Point p, Point a, Point b) {
  const Polyline segment{a, b};
  return distance_to(p, segment) < 1e-6 * (1 + distance(a, b));
}

class Flattening {
 public:
  Flattening(const Affine& to_page, std::size_t& room) : to_page_(to_page), room_(room) {}

  void begin(Point at) {
    end();
    now_.points.push_back(to_page_(at));
    start_ = last_ = at;
  }

  void line(Point to) {
    if (spend(1)) now_.points.push_back(to_page_(to));
    last_ = to;
  }

  void cubic(Point one, Point two, Point to) {
    if (is_on(one, last_, to) && is_on(two, last_, to)) return line(to);
    const std::array<Point, 4> curve{to_page_(last_), to_page_(one), to_page_(two), to_page_(to)};
    const Polyline flat = flatten(curve);
    if (spend(flat.size())) now_.points.insert(now_.points.end(), flat.begin() + 1, flat.end());
    now_.is_curved = true;
    last_ = to;
  }

  void quadratic(Point control, Point to) {
    cubic(between(last_, control, 2.0 / 3), between(to, control, 2.0 / 3), to);
  }

  void close() {
    now_.is_closed = true;
    last_ = start_;
    const Point again = start_;
    end();
    now_.points.push_back(to_page_(again));
  }

  std::vector<Subpath> finish() {
    end();
    return std::move(done_);
  }

  Point last() const { return last_; }
  bool has_room() const { return room_ > 0; }

 private:
  bool spend(std::size_t points) {
    if (points > room_) room_ = 0;
    if (room_ == 0) return false;
    room_ -= points;
    return true;
  }

  void end() {
    if (now_.points.size() > 1) {
      const Point first = now_.points.front();
      const Point last = now_.points.back();
      if (now_.points.size() > 2 && distance(first, last) < 1e-6) {
        now_.points.pop_back();
        now_.is_closed = true;
      }
      done_.push_back(std::move(now_));
    }
    now_ = {};
  }

  const Affine& to_page_;
  std::size_t& room_;
  std::vector<Subpath> done_;
  Subpath now_;
  Point start_;
  Point last_;
};

// SVG 1.1, appendix F.6: from end points to a centre, then at most a quarter turn a piece.
void add_arc(Flattening& out, double rx, double ry, double rotation, bool large, bool sweep, Point to) {
  const Point from = out.last();
  rx = std::abs(rx);
  ry = std::abs(ry);
  if (rx < 1e-9 || ry < 1e-9 || distance(from, to) < 1e-12) return out.line(to);
  const double turned = rotation * std::numbers::pi / 180;
  const Affine rotate{std::cos(turned), std::sin(turned), -std::sin(turned), std::cos(turned), 0, 0};
  const Point half = inverse(rotate)({(from.x - to.x) / 2, (from.y - to.y) / 2});
  const double excess = (half.x / rx) * (half.x / rx) + (half.y / ry) * (half.y / ry);
  if (excess > 1) rx *= std::sqrt(excess), ry *= std::sqrt(excess);
  const double spread = rx * rx * half.y * half.y + ry * ry * half.x * half.x;
  const double factor = std::sqrt(std::max(0.0, (rx * rx * ry * ry - spread) / spread)) * (large == sweep ? -1 : 1);
  const Point centre{factor * rx * half.y / ry, -factor * ry * half.x / rx};
  const double start = std::atan2((half.y - centre.y) / ry, (half.x - centre.x) / rx);
  double sweep_angle = std::atan2((-half.y - centre.y) / ry, (-half.x - centre.x) / rx) - start;
  if (sweep && sweep_angle < 0) sweep_angle += 2 * std::numbers::pi;
  if (!sweep && sweep_angle > 0) sweep_angle -= 2 * std::numbers::pi;
  const Point middle = between(from, to, 0.5);
  const Affine place = Affine{1, 0, 0, 1, middle.x, middle.y} * rotate * Affine{rx, 0, 0, ry, centre.x, centre.y};
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(sweep_angle) / (std::numbers::pi / 2) - 1e-9)));
  const double step = sweep_angle / pieces;
  const double reach = 4.0 / 3 * std::tan(step / 4);
  for (int i = 0; i < pieces; ++i) {
    const double a = start + i * step;
    const double b = a + step;
    out.cubic(place({std::cos(a) - reach * std::sin(a), std::sin(a) + reach * std::cos(a)}),
              place({std::cos(b) + reach * std::sin(b), std::sin(b) - reach * std::cos(b)}),
              i + 1 == pieces ? to : place({std::cos(b), std::sin(b)}));
  }
}

class PathReader {
 public:
  PathReader(std::string_view data, Flattening& out) : numbers_(data), out_(out) {}

  void read() {
    char command = 0;
    while (out_.has_room() && !numbers_.at_end()) {
      const char letter = numbers_.next_letter();
      if (letter != 0) command = letter;
      if (command == 0 || (!has_begun_ && command != 'm' && command != 'M') || !step(command)) return;
      has_begun_ = true;
      if (command == 'm') command = 'l';
      if (command == 'M') command = 'L';
      // Z takes no numbers: without a letter after it the data is wrong.
      if (command == 'z' || command == 'Z') command = 0;
    }
  }

 private:
  bool step(char command) {
    is_relative_ = command >= 'a';
    switch (is_relative_ ? static_cast<char>(command - 'a' + 'A') : command) {
      case 'M': return move();
      case 'L': return take(1) && (out_.line(points_[0]), true);
      case 'H': return along_axis(true);
      case 'V': return along_axis(false);
      case 'C': return take(3) && curve(points_[0], points_[1], points_[2]);
      case 'S': return take(2) && curve(mirrored(cubic_), points_[0], points_[1]);
      case 'Q': return take(2) && quadratic(points_[0], points_[1]);
      case 'T': return take(1) && quadratic(mirrored(quadratic_), points_[0]);
      case 'A': return arc();
      case 'Z': return out_.close(), true;
      default: return false;
    }
  }

  bool take(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const auto x = numbers_.next();
      const auto y = numbers_.next();
      if (!x || !y) return false;
      points_[i] = Point{*x, *y} + (is_relative_ ? out_.last() : Point{});
    }
    return true;
  }

  bool move() {
    if (!take(1)) return false;
    out_.begin(points_[0]);
    return true;
  }

  bool along_axis(bool horizontal) {
    const auto number = numbers_.next();
    if (!number) return false;
    const Point from = out_.last();
    const double at = *number + (is_relative_ ? (horizontal ? from.x : from.y) : 0);
    out_.line(horizontal ? Point{at, from.y} : Point{from.x, at});
    return true;
  }

  bool curve(Point one, Point two, Point to) {
    out_.cubic(one, two, to);
    cubic_ = {two, to};
    return true;
  }

  bool quadratic(Point control, Point to) {
    out_.quadratic(control, to);
    quadratic_ = {control, to};
    return true;
  }

  bool arc() {
    const auto rx = numbers_.next();
    const auto ry = numbers_.next();
    const auto rotation = numbers_.next();
    const auto large = numbers_.next_flag();
    const auto sweep = numbers_.next_flag();
    if (!rx || !ry || !rotation || !large || !sweep || !take(1)) return false;
    add_arc(out_, *rx, *ry, *rotation, *large, *sweep, points_[0]);
    return true;
  }

  // The last control point and where its curve ended: it counts while the pen has not moved on.
  struct Control {
    Point point;
    Point end;
  };

  Point mirrored(const std::optional<Control>& control) const {
    const Point here = out_.last();
    if (!control || distance(control->end, here) > 1e-9) return here;
    return here + (here - control->point);
  }

  Numbers numbers_;
  Flattening& out_;
  bool has_begun_ = false;
  bool is_relative_ = false;
  std::array<Point, 3> points_;
  std::optional<Control> cubic_;
  std::optional<Control> quadratic_;
};

}  // namespace

std::vector<Subpath> flatten_path(std::string_view data, const Affine& to_page, std::size_t& room) {
  Flattening out(to_page, room);
  PathReader(data, out).read();
  return out.finish();
}

Subpath flatten_ellipse(Point m, double rx, double ry, const Affine& to_page) {
  return flatten_rectangle({m.x - rx, m.y - ry, 2 * rx, 2 * ry}, rx, ry, to_page);
}

Subpath flatten_rectangle(const Box& box, double rx, double ry, const Affine& to_page) {
  std::size_t room = 4096;
  Flattening out(to_page, room);
  rx = std::clamp(rx, 0.0, box.width / 2);
  ry = std::clamp(ry, 0.0, box.height / 2);
  const double kx = rx * (1 - quarter_circle);
  const double ky = ry * (1 - quarter_circle);
  out.begin({box.x + rx, box.y});
  const auto side = [&](Point to) {
    if (distance(out.last(), to) > 0) out.line(to);
  };
  const auto corner = [&](Point one, Point two, Point to) {
    if (rx > 0 && ry > 0) out.cubic(one, two, to);
  };
  side({box.right() - rx, box.y});
  corner({box.right() - kx, box.y}, {box.right(), box.y + ky}, {box.right(), box.y + ry});
  side({box.right(), box.bottom() - ry});
  corner({box.right(), box.bottom() - ky}, {box.right() - kx, box.bottom()}, {box.right() - rx, box.bottom()});
  side({box.x + rx, box.bottom()});
  corner({box.x + kx, box.bottom()}, {box.x, box.bottom() - ky}, {box.x, box.bottom() - ry});
  side({box.x, box.y + ry});
  corner({box.x, box.y + ky}, {box.x + kx, box.y}, {box.x + rx, box.y});
  std::vector<Subpath> made = out.finish();
  if (made.empty()) return {};
  made[0].is_closed = true;
  return std::move(made[0]);
}

}  // namespace throughline::lint
