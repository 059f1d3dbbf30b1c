// SPDX-License-Identifier: Apache-2.0
#include "formats/graphml.hpp"

#include <fmt/ostream.h>

#include <ostream>

#include "base/text.hpp"
#include "formats/format.hpp"
#include "formats/xml_file.hpp"
#include "formats/xml_name.hpp"
#include "formats/xml_write.hpp"

namespace throughline {
namespace {

class GraphmlWriter {
 public:
  GraphmlWriter(const Model& model, Output& output)
      : model_(model),
        output_(output),
        out_(output.main()),
        node_columns_(xml_node_columns(model)),
        edge_columns_(xml_edge_columns(model)) {}

  void write(Losses& losses) {
    const std::vector<std::string> rows = dialect_rows(model_, output_);
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
            "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    if (!rows.empty()) write_key("rows", "graph", {"throughline", "string"});
    for (std::size_t i = 0; i < node_columns_.size(); ++i) write_key(fmt::format("n{}", i), "node", node_columns_[i]);
    for (std::size_t i = 0; i < edge_columns_.size(); ++i) write_key(fmt::format("e{}", i), "edge", edge_columns_[i]);
    fmt::print(out_, "  <graph edgedefault=\"{}\">\n", is_all_symmetric(model_) ? "undirected" : "directed");
    if (!rows.empty()) fmt::print(out_, "    <data key=\"rows\">{}</data>\n", xml_.text(join(rows, "\n")));
    for (const Node& node : model_.nodes) write_node(node);
    for (const Relation& relation : model_.relations) write_edge(relation);
    out_ << "  </graph>\n</graphml>\n";
    add_flat_losses(model_, losses);
    xml_.add_losses(losses);
  }

 private:
  void write_key(std::string_view id, std::string_view domain, const XmlColumn& column) {
    fmt::print(out_, "  <key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", id, domain,
               xml_name_of(column.name), column.type);
  }

  void write_node(const Node& node) {
    fmt::print(out_, "    <node id=\"{}\">", xml_name_of(model_.text(node.id)));
    write_data('n', node_columns_, flat_fields(model_, node));
    out_ << "</node>\n";
  }

  void write_edge(const Relation& relation) {
    fmt::print(out_, "    <edge source=\"{}\" target=\"{}\">", xml_name_of(model_.text(model_[relation.from].id)),
               xml_name_of(model_.text(model_[relation.to].id)));
    write_data('e', edge_columns_, flat_fields(model_, relation));
    out_ << "</edge>\n";
  }

  void write_data(char prefix, const std::vector<XmlColumn>& columns, const std::vector<FlatField>& fields) {
    for (const FlatField& field : fields)
      fmt::print(out_, "\n      <data key=\"{}{}\">{}</data>", prefix, xml_column(columns, field.key),
                 xml_.whole_text(field.value));
    if (!fields.empty()) out_ << "\n    ";
  }

  const Model& model_;
  Output& output_;
  std::ostream& out_;
  XmlText xml_;
  std::vector<XmlColumn> node_columns_;
  std::vector<XmlColumn> edge_columns_;
};

bool is_graphml(std::string_view text) { return has_xml_root(text, "graphml"); }

void write_graphml(const Model& model, Output& output, Losses& losses) { GraphmlWriter(model, output).write(losses); }

}  // namespace

extern const Format graphml_format;
constinit const Format graphml_format{.name = "graphml",
                                      .extensions = ".graphml .xml",
                                      .summary = "GraphML, also of yEd and Gephi, read by NetworkX and igraph",
                                      .recognises = is_graphml,
                                      .encoding_of = xml_encoding_of,
                                      .encoding_example = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
                                      .read = read_graphml,
                                      .write = write_graphml};

}  // namespace throughline
