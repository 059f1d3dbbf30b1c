// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/text.hpp"
#include "lint/color.hpp"

namespace throughline::lint {
namespace {

struct NamedColor {
  std::string_view name;
  std::uint32_t rgb;
};

constexpr NamedColor named[] = {
#define COLOR(name, rgb) {#name, rgb},
#include "lint/color_names.def"
#undef COLOR
};

Rgba of_bytes(std::uint32_t rgb, double alpha = 1) {
  const auto share = [&](unsigned shift) { return ((rgb >> shift) & 0xFFU) / 255.0; };
  return {{share(16), share(8), share(0)}, alpha};
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

std::optional<Rgba> parse_hex(std::string_view digits) {
  std::string full(digits);
  if (digits.size() == 3 || digits.size() == 4) {
    full.clear();
    for (const char c : digits) full.append(2, c);
  }
  std::uint32_t value = 0;
  const auto read = std::from_chars(full.data(), full.data() + full.size(), value, 16);
  if (read.ec != std::errc() || read.ptr != full.data() + full.size()) return std::nullopt;
  if (full.size() == 6) return of_bytes(value);
  if (full.size() == 8) return of_bytes(value >> 8, (value & 0xFFU) / 255.0);
  return std::nullopt;
}

struct Part {
  double number = 0;
  bool is_percent = false;
};

// "255, 0 0 / 50%", "120deg 10% 20%".
std::vector<Part> parts_of(std::string_view inside) {
  std::vector<Part> parts;
  const char* at = inside.data();
  const char* const end = at + inside.size();
  while (at < end) {
    Part part;
    const auto read = std::from_chars(at, end, part.number);
    if (read.ec != std::errc()) {
      ++at;
      continue;
    }
    at = read.ptr;
    part.is_percent = at < end && *at == '%';
    parts.push_back(part);
  }
  return parts;
}

double share(const Part& part, double whole) {
  return std::clamp(part.is_percent ? part.number / 100 : part.number / whole, 0.0, 1.0);
}

// CSS Color 4, "HSL to RGB".
Rgb of_hsl(double hue, double saturation, double light) {
  const auto channel = [&](double n) {
    const double k = std::fmod(n + std::fmod(hue, 360) / 30 + 12, 12);
    return light - saturation * std::min(light, 1 - light) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
  };
  return {channel(0), channel(8), channel(4)};
}

std::optional<Rgba> parse_function(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
  const std::vector<Part> parts = parts_of(text.substr(open + 1, text.size() - open - 2));
  if (parts.size() < 3) return std::nullopt;
  const double alpha = parts.size() > 3 ? share(parts[3], 1) : 1;
  if (text.starts_with("rgb")) return Rgba{{share(parts[0], 255), share(parts[1], 255), share(parts[2], 255)}, alpha};
  if (text.starts_with("hsl")) return Rgba{of_hsl(parts[0].number, share(parts[1], 100), share(parts[2], 100)), alpha};
  return std::nullopt;
}

}  // namespace

std::optional<Rgba> parse_color(std::string_view text) {
  const std::string word = lower(trim(text));
  if (word.starts_with('#')) return parse_hex(std::string_view(word).substr(1));
  if (word == "transparent") return Rgba{{}, 0};
  const auto* found =
      std::find_if(std::begin(named), std::end(named), [&](const auto& row) { return row.name == word; });
  if (found != std::end(named)) return of_bytes(found->rgb);
  return parse_function(word);
}

}  // namespace throughline::lint
