// SPDX-License-Identifier: Apache-2.0
#include "view/text_metrics.hpp"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <unordered_map>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "view/theme.hpp"

namespace throughline {
namespace {

// Text is measured once, large and without hinting, and scaled: widths are then proportional to size, as in SVG and
// PDF.
constexpr double measured_size = 512;

// Every text fits between the top of an accented capital or a Hangul block and the foot of a "g" or a bracket.
constexpr std::string_view tallest_text = "ÅÉŠgjpqy()[]|/,통획뷁쀍";

// The family fontconfig really gives for the one asked for, or empty.
std::string matched_family(const std::string& wanted) {
  std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> pattern(FcPatternCreate(), &FcPatternDestroy);
  FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(wanted.c_str()));
  FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  FcResult result = FcResultMatch;
  std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> match(FcFontMatch(nullptr, pattern.get(), &result),
                                                                &FcPatternDestroy);
  if (!match) return {};
  FcChar8* family = nullptr;  // a font file may carry several names for one family
  for (int i = 0; FcPatternGetString(match.get(), FC_FAMILY, i, &family) == FcResultMatch; ++i)
    if (wanted == reinterpret_cast<const char*>(family)) return wanted;
  if (FcPatternGetString(match.get(), FC_FAMILY, 0, &family) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(family);
}

struct Free {
  void operator()(gpointer object) const { g_object_unref(object); }
};

// Pango looks for fonts on a thread of its own, which ends with its font map and holds GLib's locks meanwhile. A child
// that is forked just then waits for them for ever: one map, for as long as the process lives.
PangoFontMap* shared_fonts() {
  static PangoFontMap* const fonts = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  return fonts;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,:–-") == std::string_view::npos;
}

bool may_begin_line(std::string_view word) { return word != "·" && word != "→"; }

// "12 km", "3 월", "c. 2017 – 2021": a number and the short unit after it stay together, as does a range of numbers; a
// line does not begin with a dot between two parts.
bool may_break(std::string_view before, std::string_view after) {
  if (is_number(before) && (count_characters(after) <= 3 || is_number(after))) return false;
  return may_begin_line(after) && before != "c." && !(before == "–" && is_number(after));
}

// The words of a text; where no break may fall, two stay one "word" with the space inside.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string_view last;
  std::string spaced(text);
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  for (const std::string_view word : split(spaced, ' ')) {
    if (word.empty()) continue;
    if (!words.empty() && !may_break(last, word)) {
      words.back() += ' ';
      words.back() += word;
    } else {
      words.emplace_back(word);
    }
    last = word;
  }
  return words;
}

}  // namespace

struct TextMetrics::State {
  std::unique_ptr<PangoContext, Free> context;
  std::unique_ptr<PangoLayout, Free> layout;
  std::string family;
  std::string missing_family;
  double ascent = 0;  // of the tallest text at size 1
  double descent = 0;
  std::unordered_map<std::string, double> widths[2];  // by weight, at size 1

  void select(Weight weight) const {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, family.c_str());
    pango_font_description_set_weight(font, weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, measured_size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
  }

  double measure(std::string_view text, Weight weight) {
    auto& known = widths[weight == Weight::bold ? 1 : 0];
    const auto found = known.find(std::string(text));
    if (found != known.end()) return found->second;
    select(weight);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    return known[std::string(text)] = width / (measured_size * PANGO_SCALE);
  }

  // At size 1.
  Ink ink(std::string_view text, Weight weight) const {
    select(weight);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    PangoRectangle ink;
    pango_layout_get_extents(layout.get(), &ink, nullptr);
    const int base = pango_layout_get_baseline(layout.get());
    return {(base - ink.y) / (measured_size * PANGO_SCALE),
            (ink.y + ink.height - base) / (measured_size * PANGO_SCALE)};
  }

  void measure_height() {
    for (const Weight weight : {Weight::regular, Weight::bold}) {
      const Ink tallest = ink(tallest_text, weight);
      ascent = std::max(ascent, tallest.above);
      descent = std::max(descent, tallest.below);
    }
  }
};

TextMetrics::TextMetrics() : TextMetrics(theme::font_family) {}

TextMetrics::TextMetrics(std::string_view family) : state_(std::make_unique<State>()) {
  const std::string wanted(family);
  state_->family = matched_family(wanted);
  if (state_->family.empty()) throw Failure("no font is installed: a figure needs one, for example fonts-noto-cjk");
  if (state_->family != wanted) state_->missing_family = wanted;
  if (shared_fonts() == nullptr) throw Failure("Pango was built without FreeType: text cannot be measured");
  state_->context.reset(pango_font_map_create_context(shared_fonts()));
  pango_context_set_round_glyph_positions(state_->context.get(), FALSE);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(state_->context.get(), options);
  cairo_font_options_destroy(options);
  state_->layout.reset(pango_layout_new(state_->context.get()));
  pango_layout_set_single_paragraph_mode(state_->layout.get(), TRUE);
  state_->measure_height();
}

TextMetrics::~TextMetrics() = default;

double TextMetrics::width(std::string_view text, double size, Weight weight) const {
  return state_->measure(text, weight) * size;
}

double TextMetrics::ascent(double size) const { return state_->ascent * size; }
double TextMetrics::descent(double size) const { return state_->descent * size; }
const std::string& TextMetrics::family() const { return state_->family; }
const std::string& TextMetrics::missing_family() const { return state_->missing_family; }

Ink TextMetrics::ink(std::string_view text, double size, Weight weight) const {
  const Ink ink = state_->ink(text, weight);
  return {ink.above * size, ink.below * size};
}

std::size_t TextMetrics::missing_glyphs(std::string_view text) const {
  state_->select(Weight::regular);
  pango_layout_set_text(state_->layout.get(), text.data(), static_cast<int>(text.size()));
  return static_cast<std::size_t>(pango_layout_get_unknown_glyphs_count(state_->layout.get()));
}

std::vector<std::string> TextMetrics::wrap(std::string_view text, double size, Weight weight, double limit) const {
  std::vector<std::string> lines;
  const auto add = [&](std::string_view words) {
    const std::string longer = lines.empty() ? std::string(words) : fmt::format("{} {}", lines.back(), words);
    if (!lines.empty() && width(longer, size, weight) <= limit)
      lines.back() = longer;
    else
      lines.emplace_back(words);
  };
  for (const std::string& together : words_of(text)) {
    const std::size_t sign = together.rfind(' ');
    const bool ends_in_sign = sign != std::string::npos && !may_begin_line(std::string_view(together).substr(sign + 1));
    if (!ends_in_sign || width(together, size, weight) <= limit) {
      add(together);
    } else {  // a sign gives way before it makes a line too long
      add(std::string_view(together).substr(0, sign));
      add(std::string_view(together).substr(sign + 1));
    }
  }
  return lines;
}

Box bounds(const TextMetrics& metrics, const Text& text) {
  const double width = metrics.width(text.text, text.size, text.weight);
  const double shift = text.anchor == Anchor::start ? 0 : text.anchor == Anchor::middle ? width / 2 : width;
  const double ascent = metrics.ascent(text.size);
  return {text.at.x - shift, text.at.y - ascent, width, ascent + metrics.descent(text.size)};
}

}  // namespace throughline
