// SPDX-License-Identifier: Apache-2.0
#include "lint/color.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace throughline::lint {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009),
// severity 1.0; for linear RGB.
constexpr Matrix protan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

// sRGB to CIE XYZ (IEC 61966-2-1), and the white point D65.
constexpr Matrix to_xyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr std::array<double, 3> white{0.95047, 1.0, 1.08883};

constexpr double degree = std::numbers::pi / 180;

double linear(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

double encoded(double value) {
  value = std::clamp(value, 0.0, 1.0);
  return value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}

std::array<double, 3> linear(Rgb color) { return {linear(color.red), linear(color.green), linear(color.blue)}; }

std::array<double, 3> product(const Matrix& matrix, const std::array<double, 3>& vector) {
  std::array<double, 3> result{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) result[row] += matrix[row][column] * vector[column];
  return result;
}

// As WCAG rounds it.
double luminance(Rgb color) {
  const std::array<double, 3> light = linear(color);
  return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

double lab_share(double ratio) { return ratio > 216.0 / 24389 ? std::cbrt(ratio) : (24389.0 / 27 * ratio + 16) / 116; }

// In degrees, from 0 to 360; 0 where there is no hue.
double angle(double b, double a) {
  if (a == 0 && b == 0) return 0;
  const double turned = std::atan2(b, a) / degree;
  return turned < 0 ? turned + 360 : turned;
}

double seventh(double value) { return std::pow(value, 7); }

struct Hues {
  double step = 0;  // Δh′
  double mean = 0;
};

Hues compare(double h1, double h2, double chroma_product) {
  if (chroma_product == 0) return {0, h1 + h2};
  double step = h2 - h1;
  const bool is_far = std::abs(step) > 180;
  if (step > 180) step -= 360;
  if (step < -180) step += 360;
  const double sum = h1 + h2;
  return {step, !is_far ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2};
}

}  // namespace

std::string_view name(Sight sight) {
  constexpr std::array<std::string_view, 5> names{"full", "protan", "deutan", "tritan", "grey"};
  return names[static_cast<std::size_t>(sight)];
}

std::string print_color(Rgb color) {
  const auto byte = [](double value) { return static_cast<int>(std::lround(std::clamp(value, 0.0, 1.0) * 255)); };
  return fmt::format("#{:02x}{:02x}{:02x}", byte(color.red), byte(color.green), byte(color.blue));
}

Rgb over(Rgba top, Rgb below) {
  const auto mix = [&](double one, double other) { return one * top.alpha + other * (1 - top.alpha); };
  return {mix(top.color.red, below.red), mix(top.color.green, below.green), mix(top.color.blue, below.blue)};
}

// WCAG 2.1, "contrast ratio".
double contrast(Rgb one, Rgb other) {
  const double a = luminance(one) + 0.05;
  const double b = luminance(other) + 0.05;
  return std::max(a, b) / std::min(a, b);
}

Lab lab_of(Rgb color) {
  std::array<double, 3> f = product(to_xyz, linear(color));
  for (std::size_t i = 0; i < 3; ++i) f[i] = lab_share(f[i] / white[i]);
  return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

// Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula" (2005); the letters are theirs.
double difference(const Lab& one, const Lab& other) {
  const double mean_c = (std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2;
  const double g = 0.5 * (1 - std::sqrt(seventh(mean_c) / (seventh(mean_c) + seventh(25))));
  const double a1 = (1 + g) * one.a;
  const double a2 = (1 + g) * other.a;
  const double c1 = std::hypot(a1, one.b);
  const double c2 = std::hypot(a2, other.b);
  const Hues hue = compare(angle(one.b, a1), angle(other.b, a2), c1 * c2);
  const double step_l = other.light - one.light;
  const double step_c = c2 - c1;
  const double step_h = 2 * std::sqrt(c1 * c2) * std::sin(hue.step / 2 * degree);
  const double l = (one.light + other.light) / 2;
  const double c = (c1 + c2) / 2;
  const double t = 1 - 0.17 * std::cos((hue.mean - 30) * degree) + 0.24 * std::cos(2 * hue.mean * degree) +
                   0.32 * std::cos((3 * hue.mean + 6) * degree) - 0.20 * std::cos((4 * hue.mean - 63) * degree);
  const double s_l = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
  const double s_c = 1 + 0.045 * c;
  const double s_h = 1 + 0.015 * c * t;
  const double turn = 30 * std::exp(-std::pow((hue.mean - 275) / 25, 2));
  const double r_t = -std::sin(2 * turn * degree) * 2 * std::sqrt(seventh(c) / (seventh(c) + seventh(25)));
  const double x = step_l / s_l;
  const double y = step_c / s_c;
  const double z = step_h / s_h;
  return std::sqrt(std::max(0.0, x * x + y * y + z * z + r_t * y * z));
}

Rgb seen(Rgb color, Sight sight) {
  if (sight == Sight::full) return color;
  if (sight == Sight::grey) {
    const double grey = encoded(luminance(color));
    return {grey, grey, grey};
  }
  const Matrix& matrix = sight == Sight::protan ? protan : sight == Sight::deutan ? deutan : tritan;
  const std::array<double, 3> left = product(matrix, linear(color));
  return {encoded(left[0]), encoded(left[1]), encoded(left[2])};
}

// Inks like a blue black, papers like a warm white count as neutral: little chroma, or too dark or light to tell one.
bool is_neutral(Rgb color) {
  const Lab lab = lab_of(color);
  const double chroma = std::hypot(lab.a, lab.b);
  return chroma < 8 || (lab.light < 25 && chroma < 15);
}

double hue_of(Rgb color) {
  const Lab lab = lab_of(color);
  return angle(lab.b, lab.a);
}

}  // namespace throughline::lint
