// SPDX-License-Identifier: Apache-2.0
#include "lint/roles_told.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"

namespace throughline::lint {
namespace {

// What an id or a class says of a group, and whether each child of it is a thing of its own.
struct Word {
  std::string_view word;
  Role role;
  bool is_container;
};

// Our own ids; those of Graphviz, Mermaid, D3 and their like.
constexpr std::array words = {
    Word{"nodes", Role::node, true},           Word{"relations", Role::edge, true},
    Word{"edges", Role::edge, true},           Word{"links", Role::edge, true},
    Word{"edgePaths", Role::edge, true},       Word{"legend", Role::legend, true},
    Word{"key", Role::legend, true},           Word{"axis", Role::axis, false},
    Word{"grid", Role::axis, false},           Word{"tick", Role::axis, false},
    Word{"groups", Role::cluster, false},      Word{"clusters", Role::cluster, false},
    Word{"cluster", Role::cluster, false},     Word{"title", Role::title, false},
    Word{"subtitle", Role::subtitle, false},   Word{"source", Role::source, false},
    Word{"sources", Role::source, false},      Word{"stamp", Role::stamp, false},
    Word{"notes", Role::note, false},          Word{"undated", Role::note, false},
    Word{"node", Role::node, false},           Word{"edge", Role::edge, false},
    Word{"link", Role::edge, false},           Word{"edgePath", Role::edge, false},
    Word{"flowchart-link", Role::edge, false}, Word{"relation", Role::edge, false},
};

const Word* word_of(std::string_view name) {
  if (name.starts_with("notes-")) name = "notes";
  const auto* found = std::find_if(words.begin(), words.end(), [&](const Word& each) { return each.word == name; });
  return found == words.end() ? nullptr : found;
}

const Word* word_of(const Element& element) {
  for (const std::string_view each : split(element.classes, ' '))
    if (const Word* word = word_of(each)) return word;
  // Within our groups ids are those of the user's records; elsewhere they name parts of the figure.
  return word_of(element.id);
}

bool is_lane(const Element& element) { return element.id.starts_with("lane-"); }

// What an element is part of.
struct Place {
  Role role = Role::none;
  bool is_container = false;  // its children are the things
  std::size_t thing = SIZE_MAX;
  std::uint32_t lane = no_element;
};

class Telling {
 public:
  Telling(const Figure& figure, Roles& roles) : figure_(figure), roles_(roles) {}

  void tell() {
    for (std::uint32_t i = 0; i < figure_.elements.size(); ++i) places_.push_back(place_of(i));
    for (std::size_t i = 0; i < figure_.shapes.size(); ++i) add_shape(i);
    for (std::size_t i = 0; i < figure_.texts.size(); ++i) add_text(i);
    std::erase_if(roles_.legend, [](const LegendEntry& entry) { return entry.shapes.empty() && entry.texts.empty(); });
  }

 private:
  Place place_of(std::uint32_t number) {
    const Element& element = figure_.elements[number];
    if (element.parent == no_element) return {};
    const Place above = places_[element.parent];
    if (above.is_container) return thing_in(above, number);
    if (above.role != Role::none) return above;
    if (is_lane(element)) return {Role::node, true, SIZE_MAX, number};
    const Word* word = word_of(element);
    if (word == nullptr) return above;
    Place place{word->role, word->is_container, SIZE_MAX, no_element};
    if (word->role == Role::legend) roles_.has_legend = true;
    return word->is_container && element.tag == "g" ? place : start(place, number);
  }

  // In a lane what has no name, or that of the lane, is its heading; the rest are items.
  Place thing_in(const Place& above, std::uint32_t number) {
    const Element& element = figure_.elements[number];
    Place place = above;
    place.is_container = false;
    const bool is_heading =
        above.lane != no_element && (element.name().empty() || element.name() == figure_.elements[above.lane].name());
    if (is_heading) return {Role::note, false, SIZE_MAX, above.lane};
    if (above.role != Role::legend && element.tag == "text") return {};
    return start(place, number);
  }

  Place start(Place place, std::uint32_t number) {
    const Element& element = figure_.elements[number];
    if (place.role == Role::node) {
      place.thing = roles_.nodes.size();
      Node node;
      node.element = number;
      node.name = element.name();
      node.lane = place.lane;
      roles_.nodes.push_back(std::move(node));
    } else if (place.role == Role::edge) {
      place.thing = roles_.edges.size();
      Edge edge;
      edge.element = number;
      edge.name = element.name();
      roles_.edges.push_back(std::move(edge));
    } else if (place.role == Role::legend) {
      place.thing = roles_.legend.size();
      roles_.legend.push_back({number, element.name(), {}, {}});
    }
    return place;
  }

  void add_shape(std::size_t i) {
    const Shape& shape = figure_.shapes[i];
    const Place& place = places_[shape.element];
    roles_.of_shapes[i] = place.role;
    if (place.thing == SIZE_MAX) return;
    if (place.role == Role::node) roles_.nodes[place.thing].shapes.push_back(i);
    if (place.role == Role::legend) roles_.legend[place.thing].shapes.push_back(i);
    if (place.role != Role::edge) return;
    Edge& edge = roles_.edges[place.thing];
    const bool is_head = shape.is_closed() && shape.fill.is_visible();
    (is_head ? edge.heads : edge.lines).push_back(i);
  }

  void add_text(std::size_t i) {
    const Place& place = places_[figure_.texts[i].element];
    roles_.of_texts[i] = place.role;
    if (place.thing == SIZE_MAX) return;
    if (place.role == Role::node) roles_.nodes[place.thing].texts.push_back(i);
    if (place.role == Role::edge) roles_.edges[place.thing].texts.push_back(i);
    if (place.role != Role::legend) return;
    LegendEntry& entry = roles_.legend[place.thing];
    entry.texts.push_back(i);
    if (entry.label.empty()) entry.label = figure_.texts[i].text;
  }

  const Figure& figure_;
  Roles& roles_;
  std::vector<Place> places_;
};

}  // namespace

void take_told(const Figure& figure, Roles& roles) { Telling(figure, roles).tell(); }

}  // namespace throughline::lint
