// SPDX-License-Identifier: Apache-2.0
// Reading GraphML: http://graphml.graphdrawing.org/specification.html, with the dialects of yEd and Gephi.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "formats/graphml.hpp"
#include "formats/xml_fields.hpp"
#include "formats/xml_file.hpp"
#include "formats/xml_name.hpp"

namespace throughline {
namespace {

using pugi::xml_node;

struct Key {
  std::string name;
  std::string domain;  // node, edge, graph, all …
  std::string type = {};
  bool is_graphics = false;  // of yEd
  bool has_default = false;
  std::string fallback = {};
  Location fallback_at = {}, at = {};
  bool is_declared = true;
};

bool has_elements(const xml_node& node) {
  const auto is_element = [](const xml_node& child) { return child.type() == pugi::node_element; };
  return static_cast<bool>(node.find_child(is_element));
}

// Line breaks of a label are layout.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_space || (!line.empty() && line.back() != ' ')) line += is_space ? ' ' : c;
  }
  return std::string(trim(line));
}

class GraphmlReader {
 public:
  GraphmlReader(const Inputs& inputs, std::uint16_t input, Records& records, Diagnostics& diagnostics)
      : records_(records),
        diagnostics_(diagnostics),
        file_(inputs, input),
        foreign_(records, diagnostics),
        fields_(foreign_) {}

  void run() {
    const xml_node root = file_.read("graphml", diagnostics_);
    if (!root) return;
    read_keys(root);
    bool has_graph = false;
    for (const xml_node& child : root.children()) {
      if (local_name(child) == "data") unread_.add("data of the file", place(child));
      if (local_name(child) != "graph") continue;
      // Another graph is another world: the same ids may mean other things.
      has_graph ? unread_.add("further graphs", place(child)) : read_graph(child);
      has_graph = true;
    }
    unread_.report(diagnostics_);
    types_.report(diagnostics_);
  }

 private:
  Location place(const xml_node& node) const { return file_.at(std::string_view(node.name())); }
  Location text_place(const xml_node& node) const {
    const std::string_view text = trim(node.child_value());
    return text.empty() ? place(node) : file_.at(text);
  }

  auto said_id(const pugi::xml_attribute& id, const xml_node& element) {
    return foreign_.said(text_of_xml_name(id.value()), file_.at(id, element));
  }

  void read_keys(const xml_node& parent) {
    for (const xml_node& child : parent.children()) {
      if (local_name(child) == "key") read_key(child);
      if (local_name(child) == "graph") read_keys(child);
    }
  }

  void read_key(const xml_node& element) {
    const std::string id(trim(element.attribute("id").value()));
    Key key;
    key.name = text_of_xml_name(element.attribute("attr.name").value());
    key.domain = trim(element.attribute("for").value());
    key.type = trim(element.attribute("attr.type").value());
    key.is_graphics = element.attribute("yfiles.type");
    if (trim(key.name).empty()) key.name = id;
    if (id == "edgelabel" && key.name == "Edge Label") key.name = "label";  // as Gephi calls it
    if (const xml_node fallback = child_of(element, "default")) {
      key.fallback = text_of(fallback);
      key.fallback_at = text_place(fallback);
      key.has_default = !key.fallback.empty();
      if (key.has_default) types_.check(key.name, key.type, key.fallback, key.fallback_at);
    }
    key.at = file_.at(element.attribute("id"), element);
    std::vector<const Key*>& same = by_id_[id];
    const auto twice = std::ranges::find(same, key.domain, &Key::domain);
    if (twice != same.end())
      diagnostics_
          .report(Code::foreign_unread, key.at, fmt::format("two keys share the id `{}`; the second is not read", id))
          .note((*twice)->at, "the other one is here");
    keys_.push_back(std::move(key));
    same.push_back(&keys_.back());
  }

  // One id may be declared for nodes and again for edges; some programs use one for the other.
  const Key* find_key(const std::string& id, std::string_view domain) const {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return nullptr;
    for (const Key* key : found->second)
      if (key->domain == domain) return key;
    for (const Key* key : found->second)
      if (key->domain == "all" || key->domain.empty()) return key;
    return found->second.front();
  }

  void read_graph(const xml_node& graph) {
    read_graph_data(graph);
    read_parts(graph, {});
  }

  void read_graph_data(const xml_node& graph) {
    read_data(graph, "graph");
    if (const ForeignField* rows = fields_.find("throughline")) {
      const std::string text(records_.strings[rows->value.text]);
      for (const std::string_view row : split(text, '\n'))
        if (!trim(row).empty()) foreign_.add_dialect(foreign_.said(row, rows->value.at));
    }
    for (const ForeignField& field : fields_.list()) {
      if (field.key == "throughline") continue;
      if (field.key == "title" || field.key == "name")
        foreign_.add_graph_field(FieldName::title, field.value);
      else if (field.key == "language")
        foreign_.add_graph_field(FieldName::language, field.value);
      else if (field.key == "description" || field.key == "Description" || field.key == "note")
        foreign_.add_graph_field(FieldName::description, field.value);
      else
        unread_.add(fmt::format("`{}` of the graph", field.key), field.value.at);
    }
  }

  void read_parts(const xml_node& graph, std::string_view group) {
    const bool is_directed = trim(graph.attribute("edgedefault").value()) == "directed";
    for (const xml_node& child : graph.children()) {
      const std::string_view name = local_name(child);
      if (name == "node")
        read_node(child, group);
      else if (name == "edge")
        read_edge(child, is_directed);
      else if (name == "hyperedge")
        unread_.add("hyperedges", place(child));
      else if (child.type() == pugi::node_element && name != "data" && name != "desc" && name != "key")
        unread_.add(fmt::format("`{}` elements", child.name()), place(child));
    }
  }

  void read_node(const xml_node& node, std::string_view group) {
    const pugi::xml_attribute id = node.attribute("id");
    if (trim(id.value()).empty()) return report_missing(node, "a node", "id");
    read_data(node, "node");
    if (!group.empty()) add("group", group, place(node));
    foreign_.add_node(said_id(id, node), fields_.list());
    for (const xml_node& child : node.children())
      if (local_name(child) == "graph") read_nested(node, child);
  }

  // Groups of yEd are nodes around nodes. Elsewhere a nested graph is one of its own, with ids of its own.
  void read_nested(const xml_node& node, const xml_node& graph) {
    if (node.attribute("yfiles.foldertype")) return read_parts(graph, text_of_xml_name(node.attribute("id").value()));
    unread_.add("nested graphs", place(graph));
    unread_.add("nodes of nested graphs", place(graph), count_within(graph, "node"));
    unread_.add("edges of nested graphs", place(graph), count_within(graph, "edge"));
  }

  void read_edge(const xml_node& edge, bool is_directed) {
    const pugi::xml_attribute from = edge.attribute("source");
    const pugi::xml_attribute to = edge.attribute("target");
    if (trim(from.value()).empty()) return report_missing(edge, "an edge", "source");
    if (trim(to.value()).empty()) return report_missing(edge, "an edge", "target");
    read_data(edge, "edge");
    for (const std::string_view name : {"id", "sourceport", "targetport"})
      if (const auto attribute = attribute_of(edge, name)) add(name, attribute.value(), file_.at(attribute, edge));
    if (child_of(edge, "graph")) unread_.add("nested graphs", place(edge));
    foreign_.add_relation({said_id(from, edge), said_id(to, edge), direction(edge, is_directed)}, fields_.list());
  }

  bool direction(const xml_node& edge, bool otherwise) {
    const std::string_view said = trim(edge.attribute("directed").value());
    if (said == "true" || said == "1") return true;
    if (said == "false" || said == "0") return false;
    if (!said.empty()) unread_.add("`directed` that is neither true nor false", place(edge));
    return otherwise;
  }

  void read_data(const xml_node& element, std::string_view domain) {
    fields_.clear();
    seen_.clear();
    for (const xml_node& child : element.children()) {
      const std::string_view name = local_name(child);
      if (name == "data")
        read_datum(child, domain);
      else if (name == "desc")
        add(domain == "graph" ? "description" : "note", text_of(child), text_place(child));
      else if (name == "port")
        unread_.add("ports", place(child));
      else if (name == "locator")
        unread_.add("locators", place(child));
    }
    // What holds for all elements is meant for nodes and edges: a graph has no place for it.
    for (const Key& key : keys_)
      if (key.has_default &&
          (key.domain == domain || (domain != "graph" && (key.domain == "all" || key.domain.empty()))) &&
          !seen_.contains(&key) && !fields_.find(key.name))
        add(key.name, key.fallback, key.fallback_at);
  }

  void read_datum(const xml_node& data, std::string_view domain) {
    const std::string id(trim(data.attribute("key").value()));
    const Key* key = find_key(id, domain);
    if (key) seen_.insert(key);
    if ((key && key->is_graphics) || has_elements(data)) return read_graphics(data, domain);
    const std::string text = text_of(data);
    if (text.empty()) return;
    if (!key) {
      types_.undeclared(id, place(data));
      key = &keys_.emplace_back(Key{.name = id, .domain = "none", .is_declared = false});
      by_id_[id].push_back(key);
    } else if (!key->is_declared) {
      types_.undeclared(id, place(data));
    }
    types_.check(key->name, key->type, text, text_place(data));
    add(key->name, text, text_place(data));
  }

  // Of yEd: the texts of labels are read, shapes and places are not.
  void read_graphics(const xml_node& data, std::string_view domain) {
    unread_.add(fmt::format("graphics of {}s", domain), place(data));
    xml_node within = data;
    if (const xml_node several = data.find_node([](const xml_node& n) { return local_name(n) == "Realizers"; }))
      within = several.find_child([](const xml_node& n) { return n.type() == pugi::node_element; });
    const std::string_view wanted = domain == "edge" ? "EdgeLabel" : "NodeLabel";
    std::vector<std::string> further;
    collect_labels(within, wanted, further);
    if (further.empty()) return;
    add("label", further.front(), place(data));
    further.erase(further.begin());
    add("further_labels", join(further, "|"), place(data));
  }

  static void collect_labels(const xml_node& node, std::string_view wanted, std::vector<std::string>& labels) {
    for (const xml_node& child : node.children()) {
      const std::string text = local_name(child) == wanted ? in_one_line(text_of(child)) : std::string();
      if (!text.empty()) labels.push_back(text);
      collect_labels(child, wanted, labels);
    }
  }

  void add(std::string_view key, std::string_view text, Location where) {
    if (!fields_.add(key, text, where)) unread_.add(fmt::format("second values of `{}`", key), where);
  }

  void report_missing(const xml_node& element, std::string_view what, std::string_view attribute) {
    diagnostics_.report(Code::missing_field, place(element), fmt::format("{} without `{}`", what, attribute));
  }

  Records& records_;
  Diagnostics& diagnostics_;
  XmlFile file_;
  ForeignRecords foreign_;
  XmlFields fields_;
  XmlTypes types_;
  Unread unread_;
  std::deque<Key> keys_;
  std::unordered_map<std::string, std::vector<const Key*>> by_id_;
  std::unordered_set<const Key*> seen_;  // of the element that is read
};

}  // namespace

void read_graphml(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records,
                  Diagnostics& diagnostics) {
  for (const std::uint16_t input : which) GraphmlReader(inputs, input, records, diagnostics).run();
}

}  // namespace throughline
