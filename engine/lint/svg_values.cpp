// SPDX-License-Identifier: Apache-2.0
#include "lint/svg_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string>

#include "base/text.hpp"

namespace throughline::lint {
namespace {

// Beyond this nothing can be seen, and arithmetic goes wrong.
constexpr double farthest = 1e7;

constexpr double degree = std::numbers::pi / 180;

double number_at(const std::vector<double>& numbers, std::size_t i, double fallback) {
  return i < numbers.size() ? numbers[i] : fallback;
}

Affine one_transform(std::string_view name, const std::vector<double>& n) {
  if (name == "matrix" && n.size() == 6) return {n[0], n[1], n[2], n[3], n[4], n[5]};
  if (name == "translate") return {1, 0, 0, 1, number_at(n, 0, 0), number_at(n, 1, 0)};
  if (name == "translateX") return {1, 0, 0, 1, number_at(n, 0, 0), 0};
  if (name == "translateY") return {1, 0, 0, 1, 0, number_at(n, 0, 0)};
  if (name == "scale") return {number_at(n, 0, 1), 0, 0, number_at(n, 1, number_at(n, 0, 1)), 0, 0};
  const double angle = number_at(n, 0, 0) * degree;
  if (name == "skewX") return {1, 0, std::tan(angle), 1, 0, 0};
  if (name == "skewY") return {1, std::tan(angle), 0, 1, 0, 0};
  if (name != "rotate") return {};
  const Affine turned{std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
  const double x = number_at(n, 1, 0);
  const double y = number_at(n, 2, 0);
  return Affine{1, 0, 0, 1, x, y} * turned * Affine{1, 0, 0, 1, -x, -y};
}

std::optional<double> unit_of(std::string_view unit, const LengthBase& base) {
  constexpr double inch = 96;
  if (unit.empty() || unit == "px") return 1.0;
  if (unit == "pt") return inch / 72;
  if (unit == "pc") return inch / 6;
  if (unit == "in") return inch;
  if (unit == "mm") return inch / 25.4;
  if (unit == "cm") return inch / 2.54;
  if (unit == "em") return base.font_size;
  if (unit == "rem") return 16.0;
  if (unit == "ex") return base.font_size / 2;
  if (unit == "%") return base.whole / 100;
  return std::nullopt;
}

}  // namespace

void Numbers::skip_separators() {
  const std::size_t at = text_.find_first_not_of(" \t\r\n,");
  text_.remove_prefix(std::min(at, text_.size()));
}

bool Numbers::at_end() {
  skip_separators();
  return text_.empty();
}

std::optional<double> Numbers::next() {
  skip_separators();
  std::string_view digits = text_;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  double value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec == std::errc::invalid_argument || !std::isfinite(value)) return std::nullopt;
  text_.remove_prefix(static_cast<std::size_t>(read.ptr - text_.data()));
  return std::clamp(value, -farthest, farthest);
}

std::optional<bool> Numbers::next_flag() {
  skip_separators();
  if (text_.empty() || (text_[0] != '0' && text_[0] != '1')) return std::nullopt;
  const bool flag = text_[0] == '1';
  text_.remove_prefix(1);
  return flag;
}

char Numbers::next_letter() {
  skip_separators();
  if (text_.empty()) return 0;
  const char c = text_[0];
  if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return 0;
  text_.remove_prefix(1);
  return c;
}

std::vector<double> parse_numbers(std::string_view text) {
  std::vector<double> numbers;
  Numbers reader(text);
  while (const auto number = reader.next()) numbers.push_back(*number);
  return numbers;
}

std::optional<double> parse_length(std::string_view text, const LengthBase& base) {
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
  const auto unit = unit_of(trim(text.substr(static_cast<std::size_t>(read.ptr - text.data()))), base);
  return unit ? std::optional(std::clamp(value * *unit, -farthest, farthest)) : std::nullopt;
}

double parse_length(std::string_view text, const LengthBase& base, double fallback) {
  return parse_length(text, base).value_or(fallback);
}

Polyline parse_points(std::string_view text) {
  const std::vector<double> numbers = parse_numbers(text);
  Polyline points;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) points.push_back({numbers[i], numbers[i + 1]});
  return points;
}

Affine parse_transform(std::string_view text) {
  Affine whole;
  while (true) {
    text = text.substr(std::min(text.find_first_not_of(" \t\r\n,"), text.size()));
    const std::size_t open = text.find('(');
    const std::size_t close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return whole;
    std::string inside(text.substr(open + 1, close - open - 1));
    for (const std::string_view unit : {"px", "deg"})
      for (std::size_t at = inside.find(unit); at != std::string::npos; at = inside.find(unit, at))
        inside.replace(at, unit.size(), " ");
    whole = whole * one_transform(trim(text.substr(0, open)), parse_numbers(inside));
    text.remove_prefix(close + 1);
  }
}

Affine fit_view_box(std::span<const double> view_box, std::string_view aspect, double width, double height) {
  if (view_box.size() != 4 || view_box[2] <= 0 || view_box[3] <= 0) return {};
  double x = width / view_box[2];
  double y = height / view_box[3];
  const auto has = [&](std::string_view word) { return aspect.find(word) != std::string_view::npos; };
  if (!has("none")) x = y = has("slice") ? std::max(x, y) : std::min(x, y);
  const double free_x = has("none") ? 0 : width - view_box[2] * x;
  const double free_y = has("none") ? 0 : height - view_box[3] * y;
  const double share_x = has("xMin") ? 0 : has("xMax") ? 1 : 0.5;
  const double share_y = has("YMin") ? 0 : has("YMax") ? 1 : 0.5;
  return {x, 0, 0, y, free_x * share_x - view_box[0] * x, free_y * share_y - view_box[1] * y};
}

}  // namespace throughline::lint
