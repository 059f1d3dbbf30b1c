// SPDX-License-Identifier: Apache-2.0
#include "formats/gexf.hpp"

#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>

#include "formats/format.hpp"
#include "formats/gexf_time.hpp"
#include "formats/xml_fields.hpp"
#include "formats/xml_file.hpp"
#include "formats/xml_write.hpp"

namespace throughline {
namespace {

// A processing instruction ends at the first `?>`.
std::string without_end(std::string text) {
  for (std::size_t at = 0; (at = text.find("?>", at)) != std::string::npos; ++at) text.replace(at + 1, 1, "\\u003e");
  return text;
}

// Version 1.2, which both Gephi and NetworkX read; NetworkX refuses 1.3, which adds nothing that is needed here.
class GexfWriter {
 public:
  GexfWriter(const Model& model, Output& output)
      : model_(model),
        output_(output),
        out_(output.main()),
        node_columns_(xml_node_columns(model)),
        edge_columns_(xml_edge_columns(model)) {}

  void write(Losses& losses) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:schemaLocation=\"http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd\" "
            "version=\"1.2\">\n";
    for (const std::string& row : dialect_rows(model_, output_))
      fmt::print(out_, "  <?throughline {}?>\n", without_end(row));
    write_meta();
    fmt::print(out_, "  <graph defaultedgetype=\"{}\"{}>\n", is_all_symmetric(model_) ? "undirected" : "directed",
               has_dates() ? " mode=\"dynamic\" timeformat=\"date\"" : "");
    write_columns("node", node_columns_, "name");
    write_columns("edge", edge_columns_, "type");
    out_ << "    <nodes>\n";
    for (const Node& node : model_.nodes) write_node(node);
    out_ << "    </nodes>\n    <edges>\n";
    std::size_t number = 0;
    for (const Relation& relation : model_.relations) write_edge(relation, number++);
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
    add_flat_losses(model_, losses);
    xml_.add_losses(losses);
  }

 private:
  void write_meta() {
    out_ << "  <meta>\n    <creator>throughline</creator>\n";
    const StringId said = model_.title == StringId::empty ? model_.description : model_.title;
    if (said != StringId::empty) fmt::print(out_, "    <description>{}</description>\n", xml_.text(model_.text(said)));
    out_ << "  </meta>\n";
  }

  bool has_dates() const {
    for (const Node& node : model_.nodes)
      if (node.when != none<DateIndex>) return true;
    for (const Relation& relation : model_.relations)
      if (relation.when != none<DateIndex>) return true;
    return false;
  }

  void write_columns(std::string_view of, const std::vector<XmlColumn>& columns, std::string_view elsewhere) {
    fmt::print(out_, "    <attributes class=\"{}\">\n", of);
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i].name != elsewhere)
        fmt::print(out_, "      <attribute id=\"{}\" title=\"{}\" type=\"{}\"/>\n", i, xml_.attribute(columns[i].name),
                   columns[i].type);
    out_ << "    </attributes>\n";
  }

  void write_node(const Node& node) {
    fmt::print(out_, "      <node id=\"{}\" label=\"{}\"", xml_.attribute(model_.text(node.id)),
               xml_.attribute(model_.text(node.name)));
    std::vector<FlatField> fields = flat_fields(model_, node);
    std::erase_if(fields, [](const FlatField& field) { return field.key == "name"; });
    write_rest("node", node.when, node_columns_, fields);
  }

  void write_edge(const Relation& relation, std::size_t number) {
    fmt::print(out_, "      <edge id=\"{}\" source=\"{}\" target=\"{}\" label=\"{}\"", number,
               xml_.attribute(model_.text(model_[relation.from].id)),
               xml_.attribute(model_.text(model_[relation.to].id)), xml_.attribute(model_.type_of(relation).name));
    std::vector<FlatField> fields = flat_fields(model_, relation);
    std::erase_if(fields, [](const FlatField& field) { return field.key == "type"; });
    write_weight(fields);
    write_rest("edge", relation.when, edge_columns_, fields);
  }

  // Gephi lays out by the weight in the tag.
  void write_weight(std::vector<FlatField>& fields) {
    const auto at = std::find_if(fields.begin(), fields.end(), [](const FlatField& f) { return f.key == "weight"; });
    if (at == fields.end() || !is_xml_number(at->value)) return;
    fmt::print(out_, " weight=\"{}\"", at->value);
    fields.erase(at);
  }

  void write_rest(std::string_view element, DateIndex when, const std::vector<XmlColumn>& columns,
                  const std::vector<FlatField>& fields) {
    std::vector<GexfSpan> spans;
    if (when != none<DateIndex>) spans = gexf_spans(model_[when].value);
    if (spans.size() == 1) write_span(spans[0]);
    out_ << ">\n        <attvalues>\n";
    for (const FlatField& field : fields)
      fmt::print(out_, "          <attvalue for=\"{}\" value=\"{}\"/>\n", xml_column(columns, field.key),
                 xml_.attribute(field.value));
    out_ << "        </attvalues>\n";
    if (spans.size() > 1) {
      out_ << "        <spells>\n";
      for (const GexfSpan& span : spans) out_ << "          <spell", write_span(span), out_ << "/>\n";
      out_ << "        </spells>\n";
    }
    fmt::print(out_, "      </{}>\n", element);
  }

  void write_span(const GexfSpan& span) {
    if (!span.start.empty()) fmt::print(out_, " start=\"{}\"", span.start);
    if (!span.end.empty()) fmt::print(out_, " end=\"{}\"", span.end);
  }

  const Model& model_;
  Output& output_;
  std::ostream& out_;
  XmlText xml_;
  std::vector<XmlColumn> node_columns_;
  std::vector<XmlColumn> edge_columns_;
};

bool is_gexf(std::string_view text) { return has_xml_root(text, "gexf"); }

void write_gexf(const Model& model, Output& output, Losses& losses) { GexfWriter(model, output).write(losses); }

}  // namespace

extern const Format gexf_format;
constinit const Format gexf_format{.name = "gexf",
                                   .extensions = ".gexf .xml",
                                   .summary = "GEXF with dates, read to 1.3, written as 1.2, for Gephi and NetworkX",
                                   .recognises = is_gexf,
                                   .encoding_of = xml_encoding_of,
                                   .encoding_example = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
                                   .read = read_gexf,
                                   .write = write_gexf};

}  // namespace throughline
