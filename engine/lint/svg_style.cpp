// SPDX-License-Identifier: Apache-2.0
#include "lint/svg_style.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "lint/words.hpp"

namespace throughline::lint {
namespace {

constexpr std::size_t most_rules = 2000;  // each is tried on each element
constexpr std::size_t most_parts = 16;

std::string without_comments(std::string_view css) {
  std::string kept;
  while (!css.empty()) {
    const std::size_t open = std::min(css.find("/*"), css.size());
    kept += css.substr(0, open);
    const std::size_t close = css.find("*/", open);
    css.remove_prefix(close == std::string_view::npos ? css.size() : close + 2);
  }
  return kept;
}

// Just past the block that opens at `open`.
std::size_t end_of_block(std::string_view css, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < css.size(); ++at) {
    if (css[at] == '{') ++depth;
    if (css[at] == '}' && --depth == 0) return at + 1;
  }
  return css.size();
}

// Attributes that say how an element looks, and are no more than the weakest of rules.
bool is_presentation(std::string_view name) {
  constexpr std::string_view names[] = {"fill",
                                        "stroke",
                                        "fill-opacity",
                                        "stroke-opacity",
                                        "opacity",
                                        "stroke-width",
                                        "stroke-dasharray",
                                        "font-family",
                                        "font-size",
                                        "font-weight",
                                        "text-anchor",
                                        "dominant-baseline",
                                        "alignment-baseline",
                                        "baseline-shift",
                                        "letter-spacing",
                                        "color",
                                        "display",
                                        "visibility",
                                        "clip-path",
                                        "marker-start",
                                        "marker-end",
                                        "stop-color",
                                        "stop-opacity",
                                        "filter",
                                        "mask"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

std::vector<Declaration> parse_declarations(std::string_view css) {
  std::vector<Declaration> declarations;
  for (const std::string_view each : split(css, ';')) {
    const std::size_t colon = each.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view value = trim(each.substr(colon + 1));
    const std::size_t bang = value.rfind('!');
    const bool is_important = bang != std::string_view::npos && trim(value.substr(bang + 1)) == "important";
    if (is_important) value = trim(value.substr(0, bang));
    declarations.push_back({std::string(trim(each.substr(0, colon))), std::string(value), is_important});
  }
  return declarations;
}

void StyleSheet::add(std::string_view css) {
  const std::string kept = without_comments(css);
  std::string_view rest = kept;
  while (!(rest = trim(rest)).empty()) {
    const std::size_t open = rest.find('{');
    if (rest[0] == '@') {
      const std::size_t semicolon = rest.find(';');
      const std::size_t end = semicolon < open                 ? semicolon + 1
                              : open == std::string_view::npos ? rest.size()
                                                               : end_of_block(rest, open);
      pass_over(rest.substr(0, rest.find_first_of(" \t\r\n{;(")));
      rest.remove_prefix(std::min(end, rest.size()));
      continue;
    }
    if (open == std::string_view::npos) break;
    const std::size_t end = end_of_block(rest, open);
    const std::string_view block = rest.substr(open + 1, end - open - (rest[end - 1] == '}' ? 2 : 1));
    add_rule(rest.substr(0, open), block);
    rest.remove_prefix(end);
  }
  std::stable_sort(rules_.begin(), rules_.end(),
                   [](const Rule& a, const Rule& b) { return a.selector.weight < b.selector.weight; });
}

void StyleSheet::add_rule(std::string_view selectors, std::string_view block) {
  blocks_.push_back(parse_declarations(block));
  for (const std::string_view each : split(selectors, ',')) {
    Selector selector;
    if (rules_.size() >= most_rules)
      pass_over("more than 2,000 rules");
    else if (read(trim(each), selector))
      rules_.push_back({std::move(selector), blocks_.size() - 1});
    else
      pass_over(trim(each));
  }
}

void StyleSheet::pass_over(std::string_view what) {
  std::string shown = shorten(what, 40);
  if (std::find(unread_.begin(), unread_.end(), shown) == unread_.end()) unread_.push_back(std::move(shown));
}

bool StyleSheet::read(std::string_view text, Selector& selector) {
  bool is_child = false;
  while (!(text = trim(text)).empty()) {
    if (text[0] == '>') {
      is_child = true;
      text.remove_prefix(1);
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \t\r\n>"), text.size());
    Simple simple;
    simple.is_child = is_child;
    if (!read(text.substr(0, end), simple, selector.weight)) return false;
    selector.parts.push_back(std::move(simple));
    is_child = false;
    text.remove_prefix(end);
  }
  return !selector.parts.empty() && selector.parts.size() <= most_parts && !is_child;
}

bool StyleSheet::read(std::string_view compound, Simple& simple, std::size_t& weight) {
  while (!compound.empty()) {
    const char sort = compound[0];
    if (sort == '[') {
      const std::size_t end = compound.find(']');
      if (end == std::string_view::npos) return false;
      const std::string_view inside = compound.substr(1, end - 1);
      const std::size_t equals = inside.find('=');
      if (equals != std::string_view::npos && equals > 0 &&
          std::string_view("~|^$*").find(inside[equals - 1]) != std::string_view::npos)
        return false;
      simple.attributes.emplace_back(trim(inside.substr(0, equals)),
                                     equals == std::string_view::npos ? "" : unquoted(inside.substr(equals + 1)));
      weight += 100;
      compound.remove_prefix(end + 1);
      continue;
    }
    if (sort == ':' || sort == '+' || sort == '~') return false;
    const std::size_t start = sort == '.' || sort == '#' ? 1 : 0;
    const std::size_t end = std::min(compound.find_first_of(".#[:+~", 1), compound.size());
    const std::string word(compound.substr(start, end - start));
    if (word.empty()) return false;
    if (sort == '.') simple.classes.push_back(word), weight += 100;
    if (sort == '#') simple.id = word, weight += 10000;
    if (start == 0 && word != "*") simple.tag = word, weight += 1;
    compound.remove_prefix(end);
  }
  return true;
}

bool StyleSheet::fits(const Simple& simple, const pugi::xml_node& element) {
  if (!simple.tag.empty() && local_name(element) != simple.tag) return false;
  if (!simple.id.empty() && simple.id != element.attribute("id").value()) return false;
  for (const std::string& word : simple.classes)
    if (!has_word(element.attribute("class").value(), word)) return false;
  for (const auto& [name, value] : simple.attributes) {
    const pugi::xml_attribute attribute = element.attribute(name.c_str());
    if (!attribute || (!value.empty() && value != attribute.value())) return false;
  }
  return true;
}

// From the last part, which must fit the element itself, to the first: at each, which elements above it may be.
bool StyleSheet::fits(const Selector& selector, const pugi::xml_node& element) {
  if (!fits(selector.parts.back(), element)) return false;
  std::vector<pugi::xml_node> places{element};
  for (std::size_t part = selector.parts.size() - 1; part > 0; --part) {
    const bool is_child = selector.parts[part].is_child;
    std::vector<pugi::xml_node> above;
    // Below the first place lie all others, so what stands over it stands over them.
    pugi::xml_node at = places.front().parent();
    for (; at.type() == pugi::node_element; at = at.parent()) {
      const bool is_over_place =
          !is_child || std::any_of(places.begin(), places.end(), [&](const auto& each) { return each.parent() == at; });
      if (is_over_place && fits(selector.parts[part - 1], at)) above.push_back(at);
    }
    if (above.empty()) return false;
    places = std::move(above);
  }
  return true;
}

std::vector<Declaration> StyleSheet::declarations_of(const pugi::xml_node& element) const {
  std::vector<Declaration> list;
  for (const pugi::xml_attribute& attribute : element.attributes())
    if (is_presentation(attribute.name())) list.push_back({attribute.name(), attribute.value(), false});
  for (const Rule& rule : rules_)
    if (fits(rule.selector, element)) list.insert(list.end(), blocks_[rule.block].begin(), blocks_[rule.block].end());
  const std::vector<Declaration> own = parse_declarations(element.attribute("style").value());
  list.insert(list.end(), own.begin(), own.end());
  std::stable_sort(list.begin(), list.end(),
                   [](const Declaration& a, const Declaration& b) { return a.is_important < b.is_important; });
  return list;
}

}  // namespace throughline::lint
