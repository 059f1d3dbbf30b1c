// SPDX-License-Identifier: Apache-2.0
#include "render/svg.hpp"

#include <fmt/format.h>

#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "base/failure.hpp"
#include "base/terminal_text.hpp"
#include "base/text.hpp"
#include "render/graphviz.hpp"
#include "render/language_runs.hpp"
#include "render/renderer.hpp"
#include "render/svg_lines.hpp"
#include "view/element_id.hpp"
#include "view/theme.hpp"

namespace throughline {
namespace {

using pugi::xml_node;

void put(xml_node node, const char* name, std::string_view value) {
  pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) attribute = node.append_attribute(name);
  attribute.set_value(std::string(value).c_str());
}

void put(xml_node node, const char* name, double value) { put(node, name, fmt::format("{:.6g}", value)); }

void put_text(xml_node node, std::string_view text) {
  node.append_child(pugi::node_pcdata).set_value(printable(text).c_str());
}

void put_language(xml_node node, std::string_view language) {
  put(node, "lang", language);
  put(node, "xml:lang", language);
}

// What a reader may follow with one click; a link of another kind, to a script say, is left out.
bool is_web_link(std::string_view link) {
  return link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
}

class SvgWriter {
 public:
  SvgWriter(const Scene& scene, const Painting& painting, const std::string& drawn) : scene_(scene) {
    const pugi::xml_parse_result read = drawn_.load_string(drawn.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!read) throw Failure(fmt::format("Graphviz wrote SVG that is not XML: {}", read.description()));
    match(painting);
  }

  std::string write() {
    root();
    if (!scene_.background.empty()) background();
    for (const Group& group : scene_.groups) add(group);
    std::ostringstream out;
    svg_.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return broken_into_lines(out.str());
  }

 private:
  // The elements that Graphviz drew, one after the other, are the painting's stamps.
  void match(const Painting& painting) {
    static const std::set<std::string_view> drawing{"polygon", "path", "polyline", "ellipse", "text"};
    std::vector<xml_node> elements;
    const xml_node graph = drawn_.child("svg").child("g");
    for (const xml_node element : graph.children())
      if (drawing.count(element.name()) > 0) elements.push_back(element);
    // The page's own background comes first.
    const std::size_t extra = elements.size() - std::min(elements.size(), painting.stamps.size());
    if (extra > 1 || elements.size() < painting.stamps.size())
      throw Failure(
          fmt::format("Graphviz drew {} elements where {} were asked for", elements.size(), painting.stamps.size()));
    for (std::size_t i = 0; i < painting.stamps.size(); ++i)
      drawn_marks_[painting.stamps[i].mark].push_back(elements[i + extra]);
  }

  void root() {
    for (const Group& group : scene_.groups) claim(group.id);
    root_ = svg_.append_child("svg");
    put(root_, "xmlns", "http://www.w3.org/2000/svg");
    put(root_, "width", scene_.width);
    put(root_, "height", scene_.height);
    put(root_, "viewBox", fmt::format("0 0 {:.6g} {:.6g}", scene_.width, scene_.height));
    put(root_, "role", "graphics-document document");
    put(root_, "aria-labelledby", "figure-title");
    put(root_, "aria-describedby", "figure-description");
    put_language(root_, scene_.language);
    put(root_, "font-family", theme::font_stack);
    ids_.insert({"figure-title", "figure-description"});
    xml_node title = root_.append_child("title");
    put(title, "id", "figure-title");
    put_text(title, scene_.title);
    xml_node description = root_.append_child("desc");
    put(description, "id", "figure-description");
    put_text(description, scene_.description);
  }

  void background() {
    xml_node rect = root_.append_child("rect");
    put(rect, "width", scene_.width);
    put(rect, "height", scene_.height);
    put(rect, "fill", scene_.background);
    put(rect, "aria-hidden", "true");
  }

  void add(const Group& group) {
    xml_node g = root_.append_child("g");
    if (!group.id.empty()) put(g, "id", element_id(group.id));
    if (!group.name.empty()) {
      put(g, "role", "graphics-object");
      put(g, "aria-label", printable(group.name));
    }
    for (const Item& item : group.items) {
      add(g, item);
      if (group.id == "axis") join_lines(g.last_child());
    }
  }

  void add(xml_node parent, const Item& item) {
    xml_node g = parent.append_child("g");
    if (item.id.empty() && item.name.empty()) put(g, "aria-hidden", "true");
    if (!item.id.empty()) put(g, "id", claim(item.id));
    if (!item.when.empty()) put(g, "data-when", printable(item.when));
    if (!is_plain_text(item) && !item.name.empty()) {
      put(g, "role", "graphics-symbol");
      put(g, "aria-label", printable(item.name));
      put_text(g.append_child("title"), item.description.empty() ? item.name : item.description);
    }
    xml_node inside = g;
    if (is_web_link(item.link)) {
      inside = g.append_child("a");
      put(inside, "href", printable(item.link));
      put(inside, "target", "_blank");
      put(inside, "rel", "noopener");
    }
    for (const Mark& mark : item.marks) add(inside, mark);
  }

  // A title or a note is read as the text it is; a shape needs a name.
  static bool is_plain_text(const Item& item) {
    for (const Mark& mark : item.marks)
      if (!std::holds_alternative<Text>(mark)) return false;
    return item.description.empty();
  }

  void add(xml_node parent, const Mark& mark) {
    const auto found = drawn_marks_.find(&mark);
    if (found == drawn_marks_.end()) return;
    if (const Text* text = std::get_if<Text>(&mark)) return add_text(parent, *text);
    for (const xml_node& element : found->second) tidy(parent.append_copy(element), mark);
  }

  void add_text(xml_node parent, const Text& text) {
    xml_node element = parent.append_child("text");
    put(element, "x", fmt::format("{:.2f}", text.at.x));
    put(element, "y", fmt::format("{:.2f}", text.at.y));
    if (text.anchor != Anchor::start) put(element, "text-anchor", text.anchor == Anchor::middle ? "middle" : "end");
    put(element, "font-size", text.size);
    if (text.weight == Weight::bold) put(element, "font-weight", "bold");
    put_color(element, "fill", text.color);
    const std::vector<LanguageRun> runs = language_runs(printable(text.text));
    if (runs.size() == 1 && runs[0].hangul) put_language(element, "ko");
    for (const LanguageRun& run : runs) {
      if (runs.size() == 1 || !run.hangul) {
        put_text(element, run.text);
        continue;
      }
      xml_node part = element.append_child("tspan");
      put_language(part, "ko");
      put_text(part, run.text);
    }
  }

  static void put_color(xml_node element, const char* name, const Color& color) {
    if (color.empty()) return put(element, name, "none");
    put(element, name, color.substr(0, 7));
    if (color.size() == 9)
      put(element, fmt::format("{}-opacity", name).c_str(), std::stoi(color.substr(7), nullptr, 16) / 255.0);
  }

  void tidy(xml_node element, const Mark& mark) {
    for (const char* name : {"fill-opacity", "stroke-opacity"}) element.remove_attribute(name);
    for (const char* name : {"fill", "stroke"})
      if (std::string_view(element.attribute(name).value()) == "transparent") put(element, name, "none");
    const bool is_line = element.attribute("stroke-dasharray");
    const Shape* shape = std::get_if<Shape>(&mark);
    const Stroke& stroke = shape != nullptr ? shape->stroke : std::get<Curve>(mark).stroke;
    if (shape != nullptr) put_fill(element, shape->fill);
    if (stroke.color.size() == 9 && std::string_view(element.attribute("stroke").value()) != "none")
      put_color(element, "stroke", stroke.color);
    if (is_line) {
      const std::vector<double> lengths = dash_lengths(stroke.dash);
      put(element, "stroke-dasharray", fmt::format("{} {}", lengths[0], lengths[1]));
    }
  }

  void put_fill(xml_node element, const Fill& fill) {
    if (fill.fade_to.empty()) return put_color(element, "fill", fill.color);
    auto [known, is_new] = fades_.try_emplace(fill.color + fill.fade_to + (fill.fades_down ? "|" : ""));
    if (is_new) known->second = add_fade(fill);
    put(element, "fill", fmt::format("url(#{})", known->second));
  }

  std::string add_fade(const Fill& fill) {
    if (!defs_) defs_ = root_.insert_child_after("defs", root_.child("desc"));
    xml_node fade = defs_.append_child("linearGradient");
    const std::string id = claim(fmt::format("fade-{}", fades_.size()));
    put(fade, "id", id);
    if (fill.fades_down)
      for (const auto& [name, value] : {std::pair{"x2", "0"}, {"y2", "1"}}) put(fade, name, value);
    for (const auto& [offset, color] : {std::pair<const char*, const Color&>{"0", fill.color}, {"1", fill.fade_to}}) {
      xml_node stop = fade.append_child("stop");
      put(stop, "offset", offset);
      put(stop, "stop-color", color.substr(0, 7));
      if (color.size() == 9) put(stop, "stop-opacity", std::stoi(color.substr(7), nullptr, 16) / 255.0);
    }
    return id;
  }

  std::string claim(std::string_view id) {
    std::string unique = element_id(id);
    while (!ids_.insert(unique).second) unique += '_';
    return unique;
  }

  // One element a line reads and diffs well; inside a text, blanks would show.
  static std::string broken_into_lines(const std::string& xml) {
    static const std::set<std::string_view> starts{
        "<g",    "</g",    "<text", "<path", "<polygon",        "<polyline", "<ellipse",
        "<rect", "<title", "<desc", "<defs", "<linearGradient", "</svg"};
    std::string lines;
    lines.reserve(xml.size() + xml.size() / 40);
    for (std::size_t at = 0; at < xml.size(); ++at) {
      if (xml[at] == '<' && at > 0) {
        const std::size_t end = xml.find_first_of(" >/", at + 2);
        if (starts.count(std::string_view(xml).substr(at, end - at)) > 0) lines += '\n';
      }
      lines += xml[at];
    }
    return lines + '\n';
  }

  const Scene& scene_;
  pugi::xml_document drawn_;
  pugi::xml_document svg_;
  xml_node root_;
  xml_node defs_;
  std::map<const Mark*, std::vector<xml_node>> drawn_marks_;
  std::map<std::string, std::string> fades_;
  std::set<std::string> ids_;
};

std::string write(const Scene& scene, Diagnostics& diagnostics) {
  // Graphviz leaves out what lies beyond the page; a wide page keeps the elements countable. The real size is set here.
  constexpr double beyond = 10000;
  const Painting painting = paint(scene, 1, DashStyle::native);
  const Page page{scene.width + beyond, scene.height + beyond, 1, 72, scene.background};
  return structured_svg(scene, painting, draw(painting, page, "svg", diagnostics));
}

}  // namespace

std::string structured_svg(const Scene& scene, const Painting& painting, const std::string& drawn) {
  return SvgWriter(scene, painting, drawn).write();
}

extern const Renderer svg_renderer;
constinit const Renderer svg_renderer{"svg", ".svg",
                                      "a drawing for the web and for print, with names for screen readers", write};

}  // namespace throughline
