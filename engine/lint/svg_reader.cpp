// SPDX-License-Identifier: Apache-2.0
#include "lint/svg_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "lint/svg_look.hpp"
#include "lint/svg_shapes.hpp"
#include "lint/svg_text.hpp"
#include "lint/svg_values.hpp"

namespace throughline::lint {
namespace {

constexpr std::size_t most_bytes = 16U << 20U;
constexpr std::size_t most_elements = 40'000;  // visited, each <use> counted as what it repeats
constexpr std::size_t most_points = 500'000;
constexpr std::size_t deepest_use = 16;
constexpr double usual_width = 300;  // of a replaced element, CSS 2
constexpr double usual_height = 150;

// Where an element stands, handed down.
struct Surroundings {
  Affine to_page;
  Look look;
  std::uint32_t parent = no_element;
  std::optional<Box> clip;
  double width = 0;  // of the viewport, in user units
  double height = 0;
  std::size_t uses = 0;
};

struct TooMuch {
  std::string what;
};

bool is_never_drawn(std::string_view tag) {
  constexpr std::string_view tags[] = {"defs",           "symbol",         "clipPath", "mask",   "pattern",
                                       "linearGradient", "radialGradient", "marker",   "filter", "style",
                                       "script",         "metadata",       "title",    "desc"};
  return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

class SvgReader {
 public:
  SvgReader(XmlFile& file, Fonts& fonts, Figure& figure) : file_(file), fonts_(fonts), figure_(figure) {}

  // Throws TooMuch.
  void read(const pugi::xml_node& root) {
    collect(root);
    for (const std::string& each : sheet_.unread())
      figure_.unmeasured.push_back(fmt::format("the style rules of `{}`", each));
    visit(root, {page_of(root), {}, no_element, {}, 0, 0, 0});
    if (!figure_.has_size) take_size_of_content();
    for (const std::string& each : unmeasured_) figure_.unmeasured.push_back(each);
  }

 private:
  // Style sheets and ids hold for the whole file, wherever they stand.
  void collect(const pugi::xml_node& node) {
    if (local_name(node) == "style") {
      std::string css;
      for (const pugi::xml_node& child : node.children()) css += child.value();
      sheet_.add(css);
    }
    if (const pugi::xml_attribute id = node.attribute("id")) ids_.try_emplace(id.value(), node);
    for (const pugi::xml_node& child : node.children())
      if (child.type() == pugi::node_element) collect(child);
  }

  Affine page_of(const pugi::xml_node& root) {
    const std::vector<double> box = parse_numbers(attribute_of(root, "viewBox").value());
    const bool has_box = box.size() == 4 && box[2] > 0 && box[3] > 0;
    const auto width = absolute(attribute_of(root, "width").value());
    const auto height = absolute(attribute_of(root, "height").value());
    figure_.has_size = has_box || (width && height);
    const double ratio = has_box ? box[3] / box[2] : usual_height / usual_width;
    figure_.width = width ? *width : height && has_box ? *height / ratio : has_box ? box[2] : usual_width;
    figure_.height = height ? *height : has_box ? figure_.width * ratio : usual_height;
    return has_box ? fit_view_box(box, attribute_of(root, "preserveAspectRatio").value(), figure_.width, figure_.height)
                   : Affine{};
  }

  // A share of an unknown window is no size.
  static std::optional<double> absolute(std::string_view text) {
    if (trim(text).ends_with('%')) return std::nullopt;
    const auto length = parse_length(text, {});
    return length && *length > 0 ? length : std::nullopt;
  }

  void take_size_of_content() {
    std::optional<Box> all;
    for (const Shape& shape : figure_.shapes) all = all ? united(*all, shape.box) : shape.box;
    for (const Text& text : figure_.texts) all = all ? united(*all, text.box) : text.box;
    if (!all) return;
    figure_.width = all->right();
    figure_.height = all->bottom();
  }

  void visit(const pugi::xml_node& node, const Surroundings& above) {
    const std::string_view tag = local_name(node);
    if (node.type() != pugi::node_element || is_never_drawn(tag)) return;
    if (figure_.elements.size() >= most_elements)
      throw TooMuch{fmt::format("more than {} elements, with what <use> repeats", most_elements)};
    Surroundings here = above;
    here.look = applied(above.look, sheet_.declarations_of(node));
    if (!here.look.is_displayed || here.look.opacity <= 0) return;
    const std::uint32_t number = add_element(node, above.parent, here.look);
    here.parent = number;
    place(node, here);
    if (tag == "svg" && above.parent != no_element) enter_viewport(node, here);
    if (tag == "svg" && above.parent == no_element) set_viewport(node, here);
    if (tag == "use") use(node, here);
    if (tag == "text") add_texts(node, here);
    if (tag == "foreignObject") figure_.foreign.push_back(number);
    if (is_shape(tag)) add_shape(node, here);
    if (tag == "g" || tag == "a" || tag == "svg" || tag == "switch" || tag == "symbol")
      for (const pugi::xml_node& child : node.children()) visit(child, here);
    figure_.elements[number].end = static_cast<std::uint32_t>(figure_.elements.size());
  }

  std::uint32_t add_element(const pugi::xml_node& node, std::uint32_t parent, Look& look) {
    Element element;
    element.tag = local_name(node);
    element.id = node.attribute("id").value();
    element.classes = node.attribute("class").value();
    element.role = node.attribute("role").value();
    element.label = node.attribute("aria-label").value();
    element.when = node.attribute("data-when").value();
    element.title = text_of(child_of(node, "title"));
    element.description = text_of(child_of(node, "desc"));
    element.labelled_by = node.attribute("aria-labelledby").value();
    element.described_by = node.attribute("aria-describedby").value();
    for (const char* name : {"xml:lang", "lang"})
      if (const auto language = node.attribute(name)) look.language = element.language = language.value();
    if (std::string_view(node.attribute("xml:space").value()) == "preserve") look.preserves_space = true;
    element.is_hidden = std::string_view(node.attribute("aria-hidden").value()) == "true" ||
                        element.role == "presentation" || element.role == "none";
    element.parent = parent;
    element.where = file_.at(node.name());
    figure_.elements.push_back(std::move(element));
    return static_cast<std::uint32_t>(figure_.elements.size() - 1);
  }

  void place(const pugi::xml_node& node, Surroundings& here) {
    const std::string transform =
        here.look.transform.empty() ? attribute_of(node, "transform").value() : here.look.transform;
    if (!transform.empty()) here.to_page = here.to_page * parse_transform(transform);
    if (!here.look.effects.empty()) unmeasured_.insert(fmt::format("the result of {}", here.look.effects));
    if (const std::string_view clip = reference_in(here.look.clip); !clip.empty()) add_clip(clip, here);
  }

  void add_clip(std::string_view id, Surroundings& here) {
    const auto found = ids_.find(id);
    if (found == ids_.end()) return;
    if (std::string_view(found->second.attribute("clipPathUnits").value()) == "objectBoundingBox") {
      unmeasured_.insert("clips in shares of a box");
      return;
    }
    std::optional<Box> clip;
    for (const pugi::xml_node& child : found->second.children())
      for (const Subpath& line : lines_of(child, here)) {
        const Box box = box_of(line.points);
        clip = clip ? united(*clip, box) : box;
      }
    if (!clip) return;
    if (here.clip) {  // what both leave
      const double left = std::max(clip->x, here.clip->x);
      const double top = std::max(clip->y, here.clip->y);
      clip = Box{left, top, std::max(0.0, std::min(clip->right(), here.clip->right()) - left),
                 std::max(0.0, std::min(clip->bottom(), here.clip->bottom()) - top)};
    }
    here.clip = clip;
  }

  double length(const pugi::xml_node& node, const char* name, const Surroundings& here, double whole,
                double fallback = 0) const {
    return parse_length(attribute_of(node, name).value(), {here.look.font_size, whole}, fallback);
  }

  void set_viewport(const pugi::xml_node& root, Surroundings& here) const {
    const std::vector<double> box = parse_numbers(attribute_of(root, "viewBox").value());
    here.width = box.size() == 4 ? box[2] : figure_.width;
    here.height = box.size() == 4 ? box[3] : figure_.height;
  }

  void enter_viewport(const pugi::xml_node& node, Surroundings& here) const {
    const double width = length(node, "width", here, here.width, here.width);
    const double height = length(node, "height", here, here.height, here.height);
    here.to_page =
        here.to_page * Affine{1, 0, 0, 1, length(node, "x", here, here.width), length(node, "y", here, here.height)};
    const std::vector<double> box = parse_numbers(attribute_of(node, "viewBox").value());
    here.to_page = here.to_page * fit_view_box(box, attribute_of(node, "preserveAspectRatio").value(), width, height);
    here.width = box.size() == 4 ? box[2] : width;
    here.height = box.size() == 4 ? box[3] : height;
  }

  void use(const pugi::xml_node& node, Surroundings here) {
    const pugi::xml_node* const found = target_of(node, ids_);
    if (!found)
      return static_cast<void>(
          unmeasured_.insert(fmt::format("`{}`, which <use> asks for", shorten(href_of(node), 40))));
    if (++here.uses > deepest_use) return static_cast<void>(unmeasured_.insert("<use> within <use>, many times over"));
    here.to_page =
        here.to_page * Affine{1, 0, 0, 1, length(node, "x", here, here.width), length(node, "y", here, here.height)};
    const pugi::xml_node target = *found;
    if (local_name(target) != "symbol") return visit(target, here);
    Surroundings within = here;
    within.look = applied(here.look, sheet_.declarations_of(target));
    const std::vector<double> box = parse_numbers(attribute_of(target, "viewBox").value());
    const double width = length(node, "width", here, here.width, here.width);
    const double height = length(node, "height", here, here.height, here.height);
    within.to_page =
        here.to_page * fit_view_box(box, attribute_of(target, "preserveAspectRatio").value(), width, height);
    for (const pugi::xml_node& child : target.children()) visit(child, within);
  }

  void add_texts(const pugi::xml_node& node, const Surroundings& here) {
    const TextPlace place{here.to_page, here.parent, here.clip, here.width, here.height};
    for (Text& line : lay_out(node, here.look, place, {fonts_, sheet_, ids_})) {
      line.order = order_++;
      figure_.texts.push_back(std::move(line));
    }
  }

  void add_shape(const pugi::xml_node& node, const Surroundings& here) {
    if (!here.look.is_visible) return;
    Shape shape;
    shape.lines = lines_of(node, here);
    if (shape.lines.empty()) return;
    const std::string_view tag = local_name(node);
    shape.element = here.parent;
    shape.is_image = tag == "image";
    shape.fill = shape.is_image  ? Paint{Paint::Sort::unknown, {}}
                 : tag == "line" ? Paint{}
                                 : paint(here.look, here.look.fill, here.look.fill_opacity);
    shape.stroke = shape.is_image || here.look.stroke_width <= 0
                       ? Paint{}
                       : paint(here.look, here.look.stroke, here.look.stroke_opacity);
    if (!shape.fill.is_visible() && !shape.stroke.is_visible()) return;
    Polyline all;
    for (const Subpath& line : shape.lines) all.insert(all.end(), line.points.begin(), line.points.end());
    shape.box = box_of(all);
    const double scale = here.to_page.scale();
    shape.stroke_width = here.look.stroke_width * scale;
    shape.dashes = here.look.dashes;
    for (double& dash : shape.dashes) dash *= scale;
    shape.has_marker = here.look.has_marker && (tag == "path" || tag == "line" || tag == "polyline");
    shape.order = order_++;
    figure_.shapes.push_back(std::move(shape));
  }

  Paint paint(const Look& look, const std::string& value, double opacity) {
    Paint paint = paint_of(value, opacity, look, ids_, sheet_);
    if (paint.sort == Paint::Sort::unknown) unmeasured_.insert(fmt::format("the paint `{}`", shorten(value, 40)));
    return paint;
  }

  std::vector<Subpath> lines_of(const pugi::xml_node& node, const Surroundings& here) {
    std::vector<Subpath> lines = outline_of(node, {here.to_page, here.look.font_size, here.width, here.height}, room_);
    if (room_ == 0) throw TooMuch{fmt::format("more than {} points, its curves flattened", most_points)};
    return lines;
  }

  XmlFile& file_;
  Fonts& fonts_;
  Figure& figure_;
  StyleSheet sheet_;
  ElementsById ids_;
  std::set<std::string> unmeasured_;
  std::size_t order_ = 0;
  std::size_t room_ = most_points;
};

}  // namespace

std::optional<Figure> read_svg(const Inputs& inputs, std::uint16_t input, Fonts& fonts, Diagnostics& diagnostics) {
  Figure figure;
  figure.name = inputs[input].name;
  figure.bytes = inputs[input].text.size();
  const auto too_much = [&](const std::string& what, Location where) {
    diagnostics.report(Code::figure_too_large, where, fmt::format("`{}` has {}", figure.name, what));
    return std::nullopt;
  };
  if (figure.bytes > most_bytes) return too_much(fmt::format("{} bytes, more than {}", figure.bytes, most_bytes), {});
  XmlFile file(inputs, input);
  const pugi::xml_node root = file.read("svg", diagnostics, WhiteSpace::all);
  if (!root) return std::nullopt;
  try {
    SvgReader(file, fonts, figure).read(root);
  } catch (const TooMuch& much) { return too_much(much.what, file.at(root.name())); }
  return figure;
}

}  // namespace throughline::lint
