// SPDX-License-Identifier: Apache-2.0
#include "lint/svg_look.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "lint/svg_values.hpp"

namespace throughline::lint {
namespace {

using Setter = void (*)(Look&, const Look& above, const std::string& value);

double share(const std::string& value, double fallback) {
  return std::clamp(parse_length(value, {16, 1}, fallback), 0.0, 1.0);
}

double font_size_of(const std::string& value, double above) {
  constexpr std::pair<std::string_view, double> words[] = {{"xx-small", 9},  {"x-small", 10},   {"small", 13},
                                                           {"medium", 16},   {"large", 18},     {"x-large", 24},
                                                           {"xx-large", 32}, {"smaller", 0.83}, {"larger", 1.2}};
  for (const auto& [word, size] : words)
    if (value == word) return size < 2 ? size * above : size;
  return std::max(0.0, parse_length(value, {above, above}, above));
}

bool is_bold(const std::string& value) {
  return value == "bold" || value == "bolder" || parse_length(value, {}, 0) >= 600;
}

std::vector<double> dashes_of(const std::string& value, double font_size) {
  std::vector<double> dashes;
  std::string spaced = value;
  std::replace(spaced.begin(), spaced.end(), ',', ' ');
  for (const std::string_view each : split(spaced, ' '))
    if (const auto length = parse_length(each, {font_size, 0})) dashes.push_back(*length);
  const bool is_solid = std::all_of(dashes.begin(), dashes.end(), [](double length) { return length <= 0; });
  return is_solid ? std::vector<double>() : dashes;
}

// "italic bold 12px/1.4 Noto Sans, serif": the size is the first word that begins with a digit.
void set_font(Look& look, const Look& above, const std::string& value) {
  std::string_view rest = value;
  while (!(rest = trim(rest)).empty()) {
    const std::string word(rest.substr(0, rest.find(' ')));
    rest.remove_prefix(word.size());
    if (is_bold(word) && parse_length(word, {}, 1) == 1) look.weight = Weight::bold;
    if (word[0] < '0' || word[0] > '9') continue;
    const std::string size = word.substr(0, word.find('/'));
    const bool is_weight = size.find_first_not_of("0123456789") == std::string::npos;
    if (is_weight) {
      look.weight = is_bold(size) ? Weight::bold : Weight::regular;
      continue;
    }
    look.font_size = font_size_of(size, above.font_size);
    look.font_family = trim(rest);
    return;
  }
}

double shift_of(const std::string& value, double font_size) {
  if (value == "sub") return -0.2 * font_size;
  if (value == "super") return 0.4 * font_size;
  return parse_length(value, {font_size, font_size}, 0);
}

const std::map<std::string_view, Setter>& setters() {
  static const std::map<std::string_view, Setter> all{
      {"fill", [](Look& l, const Look&, const std::string& v) { l.fill = v; }},
      {"stroke", [](Look& l, const Look&, const std::string& v) { l.stroke = v; }},
      {"color", [](Look& l, const Look&, const std::string& v) { l.color = v; }},
      {"fill-opacity", [](Look& l, const Look&, const std::string& v) { l.fill_opacity = share(v, 1); }},
      {"stroke-opacity", [](Look& l, const Look&, const std::string& v) { l.stroke_opacity = share(v, 1); }},
      {"opacity", [](Look& l, const Look& above, const std::string& v) { l.opacity = above.opacity * share(v, 1); }},
      {"stroke-width",
       [](Look& l, const Look&, const std::string& v) {
         l.stroke_width = parse_length(v, {l.font_size, 0}, 1);
       }},
      {"stroke-dasharray", [](Look& l, const Look&, const std::string& v) { l.dashes = dashes_of(v, l.font_size); }},
      {"font-family", [](Look& l, const Look&, const std::string& v) { l.font_family = v; }},
      {"font-size",
       [](Look& l, const Look& above, const std::string& v) { l.font_size = font_size_of(v, above.font_size); }},
      {"font-weight",
       [](Look& l, const Look&, const std::string& v) { l.weight = is_bold(v) ? Weight::bold : Weight::regular; }},
      {"font", set_font},
      {"text-anchor", [](Look& l, const Look&, const std::string& v) { l.anchor = v; }},
      {"dominant-baseline", [](Look& l, const Look&, const std::string& v) { l.baseline = v; }},
      {"alignment-baseline", [](Look& l, const Look&, const std::string& v) { l.baseline = v; }},
      {"baseline-shift",
       [](Look& l, const Look&, const std::string& v) { l.baseline_shift = shift_of(v, l.font_size); }},
      {"letter-spacing",
       [](Look& l, const Look&, const std::string& v) {
         l.letter_spacing = parse_length(v, {l.font_size, 0}, 0);
       }},
      {"display", [](Look& l, const Look&, const std::string& v) { l.is_displayed = v != "none"; }},
      {"visibility", [](Look& l, const Look&, const std::string& v) { l.is_visible = v == "visible"; }},
      {"marker", [](Look& l, const Look&, const std::string& v) { l.has_marker = v != "none"; }},
      {"marker-end", [](Look& l, const Look&, const std::string& v) { l.has_marker = l.has_marker || v != "none"; }},
      {"marker-start", [](Look& l, const Look&, const std::string& v) { l.has_marker = l.has_marker || v != "none"; }},
      {"white-space", [](Look& l, const Look&, const std::string& v) { l.preserves_space = v.starts_with("pre"); }},
      {"clip-path", [](Look& l, const Look&, const std::string& v) { l.clip = v; }},
      {"transform", [](Look& l, const Look&, const std::string& v) { l.transform = v; }},
      {"filter", [](Look& l, const Look&, const std::string& v) { l.effects = v == "none" ? "" : "a filter"; }},
      {"mask", [](Look& l, const Look&, const std::string& v) { l.effects = v == "none" ? "" : "a mask"; }},
  };
  return all;
}

Rgba faded(Rgba color, double opacity) { return {color.color, color.alpha * opacity}; }

// A gradient may take its stops from another, and that from a third.
std::vector<Rgba> stops_of(pugi::xml_node gradient, double opacity, const ElementsById& ids, const StyleSheet& sheet) {
  std::vector<Rgba> stops;
  for (int steps = 0; steps < 8 && gradient && stops.empty(); ++steps) {
    for (const pugi::xml_node& stop : gradient.children()) {
      if (local_name(stop) != "stop") continue;
      std::string color = "black";
      double alpha = 1;
      for (const Declaration& each : sheet.declarations_of(stop)) {
        if (each.name == "stop-color") color = each.value;
        if (each.name == "stop-opacity") alpha = share(each.value, 1);
      }
      if (const auto parsed = parse_color(color)) stops.push_back(faded(*parsed, alpha * opacity));
    }
    const pugi::xml_node* const next = target_of(gradient, ids);
    gradient = next ? *next : pugi::xml_node();
  }
  return stops;
}

}  // namespace

bool Paint::is_visible() const {
  if (sort == Sort::unknown) return true;
  return std::any_of(colors.begin(), colors.end(), [](const Rgba& color) { return color.alpha > 0; });
}

Look applied(const Look& above, const std::vector<Declaration>& declarations) {
  Look look = above;
  look.is_displayed = true;
  look.baseline_shift = 0;
  look.clip.clear();
  look.transform.clear();
  look.effects.clear();
  // Other lengths may be told in sizes of the font, so that comes first.
  for (const bool is_font : {true, false})
    for (const Declaration& each : declarations) {
      if (each.name.starts_with("font") != is_font || each.value == "inherit") continue;
      const auto found = setters().find(each.name);
      if (found != setters().end()) found->second(look, above, each.value);
    }
  return look;
}

std::string_view href_of(const pugi::xml_node& node) {
  const std::string_view href = attribute_of(node, "href").value();
  return href.empty() ? attribute_of(node, "xlink:href").value() : href;
}

const pugi::xml_node* target_of(const pugi::xml_node& node, const ElementsById& ids) {
  const std::string_view href = href_of(node);
  const auto found = href.starts_with('#') ? ids.find(href.substr(1)) : ids.end();
  return found == ids.end() ? nullptr : &found->second;
}

std::string_view reference_in(std::string_view value) {
  value = trim(value);
  if (!value.starts_with("url(")) return {};
  const std::size_t hash = value.find('#');
  const std::size_t end = value.find_first_of("\"')", hash == std::string_view::npos ? 0 : hash);
  if (hash == std::string_view::npos || end == std::string_view::npos) return {};
  return value.substr(hash + 1, end - hash - 1);
}

Paint paint_of(std::string_view value, double opacity, const Look& look, const ElementsById& ids,
               const StyleSheet& sheet) {
  value = trim(value);
  opacity *= look.opacity;
  if (value == "none") return {};
  if (value == "currentColor" || value == "currentcolor") value = look.color;
  if (value == "context-stroke" || value == "context-fill") return {Paint::Sort::unknown, {}};
  const std::string_view reference = reference_in(value);
  if (reference.empty()) {
    const auto color = parse_color(value);
    return {Paint::Sort::color, {faded(color.value_or(Rgba{}), opacity)}};
  }
  const auto found = ids.find(reference);
  if (found == ids.end()) {  // what stands behind the reference is painted instead, or nothing
    const std::string_view instead = trim(value.substr(std::min(value.find(')') + 1, value.size())));
    return instead.empty() || !reference_in(instead).empty()
               ? Paint{}
               : paint_of(instead, opacity / std::max(look.opacity, 1e-9), look, ids, sheet);
  }
  if (!local_name(found->second).ends_with("Gradient")) return {Paint::Sort::unknown, {}};
  std::vector<Rgba> stops = stops_of(found->second, opacity, ids, sheet);
  return stops.empty() ? Paint{} : Paint{Paint::Sort::gradient, std::move(stops)};
}

}  // namespace throughline::lint
