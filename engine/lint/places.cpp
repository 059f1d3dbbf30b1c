// SPDX-License-Identifier: Apache-2.0
#include "lint/places.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lint/svg_reader.hpp"
#include "view/geometry.hpp"

namespace throughline::lint {
namespace {

std::uint32_t find_group(const Figure& figure, std::string_view id) {
  for (std::uint32_t i = 0; i < figure.elements.size(); ++i)
    if (figure.elements[i].id == id && figure.elements[i].tag == "g") return i;
  return no_element;
}

// The element right within `group` that `element` is part of, if it has an id.
const std::string* thing_of(const Figure& figure, std::uint32_t group, std::uint32_t element) {
  if (group == no_element || element == group || !figure.is_within(element, group)) return nullptr;
  while (figure.elements[element].parent != group) element = figure.elements[element].parent;
  const std::string& id = figure.elements[element].id;
  return id.empty() ? nullptr : &id;
}

// The first shape of a node is its box; a sign may stand in it.
void take_nodes(const Figure& figure, EarlierPlaces& places) {
  const std::uint32_t group = find_group(figure, "nodes");
  for (const Shape& shape : figure.shapes)
    if (const std::string* id = thing_of(figure, group, shape.element)) places.nodes.try_emplace(*id, shape.box);
}

// A label's lines of text, one below the other; its middle is that of the lines' height, whatever they ink.
void take_labels(const Figure& figure, Fonts& fonts, EarlierPlaces& places) {
  const std::uint32_t group = find_group(figure, "relations");
  std::map<std::string, std::vector<const Text*>> labels;
  for (const Text& text : figure.texts)
    if (const std::string* id = thing_of(figure, group, text.element)) labels[*id].push_back(&text);
  for (const auto& [id, lines] : labels) {
    double middle = 0;
    Box box = lines.front()->box;
    for (const Text* line : lines) {
      const TextMetrics& metrics = fonts.metrics(line->families);
      const double base = line->box.y + metrics.ink(line->text, line->size, line->weight).above;
      middle += (base - metrics.rise(line->size)) / static_cast<double>(lines.size());
      box = united(box, line->box);
    }
    box.height = diagram::small_line * static_cast<double>(lines.size());
    box.y = middle - box.height / 2;
    places.labels[id] = box;
  }
}

}  // namespace

std::optional<EarlierPlaces> read_places(const Inputs& inputs, std::uint16_t input, Diagnostics& diagnostics) {
  Fonts fonts;
  const std::optional<Figure> figure = read_svg(inputs, input, fonts, diagnostics);
  if (!figure) return std::nullopt;
  EarlierPlaces places;
  places.name = figure->name.substr(figure->name.find_last_of('/') + 1);
  take_nodes(*figure, places);
  take_labels(*figure, fonts, places);
  if (!places.nodes.empty()) return places;
  diagnostics.report(Code::no_places_to_keep, {},
                     fmt::format("`{}` is no diagram that `draw` wrote: it has no nodes whose places could be kept",
                                 inputs[input].name));
  return std::nullopt;
}

}  // namespace throughline::lint
