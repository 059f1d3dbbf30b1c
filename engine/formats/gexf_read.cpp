// SPDX-License-Identifier: Apache-2.0
// Reading GEXF 1.1 to 1.3: https://gexf.net/primer.html
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>

#include "base/text.hpp"
#include "formats/gexf.hpp"
#include "formats/gexf_element.hpp"
#include "formats/gexf_time.hpp"
#include "formats/xml_fields.hpp"
#include "formats/xml_file.hpp"

namespace throughline {
namespace {

using pugi::xml_node;

struct Column {
  std::string title;
  std::string type;
  std::string fallback;
  Location fallback_at;
  Location at = {};
  bool is_declared = true;
};

class GexfReader {
 public:
  GexfReader(const Inputs& inputs, std::uint16_t input, Records& records, Diagnostics& diagnostics)
      : records_(records),
        diagnostics_(diagnostics),
        file_(inputs, input),
        foreign_(records, diagnostics),
        fields_(foreign_) {}

  void run() {
    const xml_node root = file_.read("gexf", diagnostics_);
    if (!root) return;
    read_rows(root);
    for (const xml_node& child : root.children()) {
      if (local_name(child) == "meta") read_meta(child);
      if (local_name(child) != "graph") continue;
      read_graph(child);
    }
    unread_.report(diagnostics_);
    types_.report(diagnostics_);
    if (numbers_ > 0)
      diagnostics_.report(Code::time_is_no_date, first_number_,
                          fmt::format("{} with times that are no dates, as here; kept as properties `start`, `end`, "
                                      "`spells`",
                                      count_of(numbers_, "record")));
  }

 private:
  enum class Times { dates, numbers, unsaid };

  Location place(const xml_node& node) const { return file_.at(std::string_view(node.name())); }
  Location place(const xml_node& node, const char* attribute) const {
    return file_.at(node.attribute(attribute), node);
  }

  // Our own rows, as the writer leaves them: processing instructions, which other programs pass over.
  void read_rows(const xml_node& root) {
    for (const xml_node& child : root.children()) {
      if (child.type() != pugi::node_pi || std::string_view(child.name()) != "throughline") continue;
      foreign_.add_dialect(foreign_.said(child.value(), file_.at(std::string_view(child.value()))));
      is_ours_ = true;
    }
  }

  void read_meta(const xml_node& meta) {
    for (const xml_node& child : meta.children()) {
      const std::string text = text_of(child);
      if (is_ours_ || text.empty()) continue;
      const Said said = foreign_.said(text, place(child));
      const std::string_view name = local_name(child);
      if (name == "title" || name == "Title")
        foreign_.add_graph_field(FieldName::title, said);
      else if (name == "description")
        foreign_.add_graph_field(FieldName::description, said);
      else
        unread_.add(fmt::format("`{}` of the file", child.name()), place(child));
    }
  }

  void read_graph(const xml_node& graph) {
    std::string_view format = trim(graph.attribute("timeformat").value());
    if (format.empty()) format = trim(graph.attribute("timetype").value());  // as 1.1 calls it
    times_ = format.starts_with("date") ? Times::dates : format.empty() ? Times::unsaid : Times::numbers;
    const std::string_view type = trim(graph.attribute("defaultedgetype").value());
    is_directed_ = type == "directed" || type == "mutual";
    for (const xml_node& child : graph.children())
      if (local_name(child) == "attributes") read_columns(child);
    read_parts(graph, {});
  }

  void read_columns(const xml_node& attributes) {
    const std::string of(trim(attributes.attribute("class").value()));
    if (of != "node" && of != "edge") return unread_.add(fmt::format("attributes of `{}`", of), place(attributes));
    for (const xml_node& attribute : attributes.children()) {
      if (local_name(attribute) != "attribute") continue;
      const std::string id = attribute.attribute("id").value();
      Column column{.title = attribute.attribute("title").value(),
                    .type = attribute.attribute("type").value(),
                    .fallback = text_of(child_of(attribute, "default")),
                    .fallback_at = place(attribute)};
      if (trim(column.title).empty()) column.title = id;
      types_.check(column.title, column.fallback.empty() ? "" : column.type, column.fallback, column.fallback_at);
      column.at = place(attribute, "id");
      const Location at = column.at;
      const auto [first, is_new] = columns_[of].emplace(id, std::move(column));
      if (!is_new)
        diagnostics_
            .report(Code::foreign_unread, at,
                    fmt::format("two attributes share the id `{}`; the second is not read", id))
            .note(first->second.at, "the other one is here");
    }
  }

  void read_parts(const xml_node& parent, std::string_view group) {
    for (const xml_node& list : parent.children()) {
      const std::string_view name = local_name(list);
      if (name != "nodes" && name != "edges") continue;
      for (const xml_node& child : list.children()) {
        const std::string_view part = local_name(child);
        if (name == "nodes" && part == "node")
          read_node(child, group);
        else if (name == "edges" && part == "edge")
          read_edge(child);
        else if (child.type() == pugi::node_element)
          unread_.add(fmt::format("`{}` elements", shorten(child.name(), 40)), place(child));
      }
    }
  }

  void read_node(const xml_node& node, std::string_view group) {
    const std::string_view id = node.attribute("id").value();
    if (trim(id).empty()) return report_missing(node, "a node", "id");
    fields_.clear();
    add("name", node.attribute("label").value(), place(node, "label"));
    read_values(node, "node");
    read_times(node);
    read_parents(node, group);
    foreign_.add_node(foreign_.said(id, place(node, "id")), fields_.list());
    read_parts(node, id);
  }

  // A hierarchy is told by nesting, by `pid`, or by a list of parents.
  void read_parents(const xml_node& node, std::string_view group) {
    std::vector<std::string> parents;
    if (!group.empty()) parents.emplace_back(group);
    const auto add_parent = [&](std::string_view id) {
      if (!id.empty() && std::find(parents.begin(), parents.end(), id) == parents.end()) parents.emplace_back(id);
    };
    add_parent(node.attribute("pid").value());
    for (const xml_node& parent : child_of(node, "parents").children()) add_parent(parent.attribute("for").value());
    add("group", join(parents, "|"), place(node));
  }

  void read_edge(const xml_node& edge) {
    const std::string_view from = edge.attribute("source").value();
    const std::string_view to = edge.attribute("target").value();
    if (trim(from).empty()) return report_missing(edge, "an edge", "source");
    if (trim(to).empty()) return report_missing(edge, "an edge", "target");
    fields_.clear();
    add("type", edge.attribute("kind").value(), place(edge, "kind"));
    add(fields_.find("type") ? "label" : "type", edge.attribute("label").value(), place(edge, "label"));
    read_values(edge, "edge");
    read_times(edge);
    add("weight", edge.attribute("weight").value(), place(edge, "weight"));
    // That the third edge has the id 2 tells nothing.
    const std::string_view id = edge.attribute("id").value();
    if (id != std::to_string(edges_++)) add("id", id, place(edge, "id"));
    const Said start = foreign_.said(from, place(edge, "source"));
    const Said end = foreign_.said(to, place(edge, "target"));
    const std::string_view type = trim(edge.attribute("type").value());
    const bool is_known = type.empty() || type == "directed" || type == "undirected" || type == "mutual";
    if (!is_known) unread_.add(fmt::format("the direction `{}`", shorten(type, 40)), place(edge, "type"));
    // Mutual: from each to the other.
    const bool is_mutual = type == "mutual" && is_directed_;
    const bool is_directed =
        type == "directed" || is_mutual || (type != "undirected" && type != "mutual" && is_directed_);
    foreign_.add_relation({start, end, is_directed}, fields_.list());
    if (is_mutual) foreign_.add_relation({end, start, true}, fields_.list());
  }

  void read_values(const xml_node& element, std::string_view of) {
    auto& columns = columns_[std::string(of)];
    std::map<Column*, std::vector<xml_node>> given;
    std::vector<Column*> order;
    for (const xml_node& child : element.children()) {
      const std::string_view name = local_name(child);
      constexpr std::string_view drawn[] = {"color", "position", "size", "shape", "thickness"};
      if (std::find(std::begin(drawn), std::end(drawn), name) != std::end(drawn))
        unread_.add("colours, sizes and places", place(child));
      if (name != "attvalues") continue;
      for (const xml_node& value : child.children()) {
        if (value.type() != pugi::node_element) continue;
        Column* column = &column_of(value, columns);
        if (given[column].empty()) order.push_back(column);
        given[column].push_back(value);
      }
    }
    for (Column* column : order) add_values(*column, given[column]);
    for (auto& [id, column] : columns)
      if (!given.contains(&column) && column.is_declared) add(column.title, column.fallback, column.fallback_at);
  }

  Column& column_of(const xml_node& value, std::map<std::string, Column, std::less<>>& columns) {
    std::string id = value.attribute("for").value();
    if (id.empty()) id = value.attribute("id").value();
    auto at = columns.find(id);
    if (at == columns.end())
      at = columns.emplace(id, Column{.title = id, .type = {}, .fallback = {}, .fallback_at = {}, .is_declared = false})
               .first;
    if (!at->second.is_declared) types_.undeclared(id, place(value));
    return at->second;
  }

  // A value that changes: `3 (2018-01-01/2019-12-31)|5 (2020-01-01/..)`.
  void add_values(const Column& column, const std::vector<xml_node>& values) {
    std::vector<std::string> texts;
    for (const xml_node& value : values) {
      const std::string_view text = value.attribute("value").value();
      if (!trim(text).empty()) types_.check(column.title, column.type, trim(text), place(value, "value"));
      const GexfSpan span = span_of_gexf(value);
      const bool is_timed = !span.start.empty() || !span.end.empty();
      texts.push_back(is_timed ? fmt::format("{} ({})", text, text_of(span)) : std::string(text));
    }
    add(column.title, join(texts, "|"), place(values.front(), "value"));
  }

  void read_times(const xml_node& element) {
    if (const std::vector<GexfSpan> spans = spans_of_gexf(element); !spans.empty()) add_times(element, spans);
  }

  bool is_date_time(const std::vector<GexfSpan>& spans) const {
    const auto is_full = [](const std::string& text) {
      return text.empty() || std::count(text.begin(), text.end(), '-') > 1;
    };
    return times_ == Times::dates ||
           (times_ == Times::unsaid && std::all_of(spans.begin(), spans.end(), [&](const GexfSpan& span) {
              return is_full(span.start) && is_full(span.end);
            }));
  }

  void add_times(const xml_node& element, const std::vector<GexfSpan>& spans) {
    if (const ForeignField* when = fields_.find("when")) {
      EdtfError error;
      const auto value = parse_edtf(records_.strings[when->value.text], error);
      if (value && gexf_spans(*value) == spans) return;  // the same date, as days
    }
    const auto date = is_date_time(spans) ? date_of_gexf(spans) : std::nullopt;
    if (date && !fields_.find("when")) return add("when", *date, place(element));
    if (!date && numbers_++ == 0) first_number_ = place(element);
    if (spans.size() == 1) {
      add("start", spans[0].start, place(element));
      return add("end", spans[0].end, place(element));
    }
    std::vector<std::string> texts;
    for (const GexfSpan& span : spans) texts.push_back(text_of(span));
    add("spells", join(texts, "|"), place(element));
  }

  void add(std::string_view key, std::string_view text, Location where) {
    if (trim(text).empty()) return;
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
  std::map<std::string, std::map<std::string, Column, std::less<>>> columns_;  // by class, by id
  Times times_ = Times::unsaid;
  bool is_directed_ = false;
  bool is_ours_ = false;
  std::size_t edges_ = 0;
  std::size_t numbers_ = 0;
  Location first_number_;
};

}  // namespace

void read_gexf(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records, Diagnostics& diagnostics) {
  for (const std::uint16_t input : which) GexfReader(inputs, input, records, diagnostics).run();
}

}  // namespace throughline
