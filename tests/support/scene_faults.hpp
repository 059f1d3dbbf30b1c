// SPDX-License-Identifier: Apache-2.0
// What a critical reader would find wrong with a placed figure, in words: texts that overlap or are cut off, lines
// through texts, text outside its box. Measured with the real font.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "view/geometry.hpp"
#include "view/scene.hpp"
#include "view/text_metrics.hpp"

namespace throughline {

struct PlacedText {
  const Item* item;
  const Text* text;
  Box box;
};

inline std::vector<PlacedText> texts_of(const Scene& scene, const TextMetrics& metrics) {
  std::vector<PlacedText> all;
  for (const Group& group : scene.groups)
    for (const Item& item : group.items)
      for (const Mark& mark : item.marks)
        if (const Text* text = std::get_if<Text>(&mark)) all.push_back({&item, text, bounds(metrics, *text)});
  return all;
}

inline std::vector<std::string> text_faults(const Scene& scene, const TextMetrics& metrics) {
  std::vector<std::string> faults;
  const std::vector<PlacedText> texts = texts_of(scene, metrics);
  const Box page = grown({0, 0, scene.width, scene.height}, -16);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!contains(page, texts[i].box)) faults.push_back(fmt::format("`{}` leaves the page", texts[i].text->text));
    if (texts[i].text->size < 12) faults.push_back(fmt::format("`{}` is too small", texts[i].text->text));
    for (std::size_t j = i + 1; j < texts.size(); ++j)
      if (overlap(texts[i].box, texts[j].box, 1.9))
        faults.push_back(fmt::format("`{}` overlaps `{}`", texts[i].text->text, texts[j].text->text));
  }
  return faults;
}

inline std::vector<std::string> line_faults(const Scene& scene, const TextMetrics& metrics) {
  std::vector<std::string> faults;
  const std::vector<PlacedText> texts = texts_of(scene, metrics);
  for (const Group& group : scene.groups)
    for (const Item& item : group.items)
      for (const Mark& mark : item.marks) {
        const Curve* curve = std::get_if<Curve>(&mark);
        if (curve == nullptr) continue;
        const std::vector<Point> line = flatten(curve->points);
        for (const PlacedText& text : texts)
          if (touches(line, text.box))
            faults.push_back(fmt::format("`{}` runs through `{}`", item.name, text.text->text));
      }
  return faults;
}

}  // namespace throughline
