// SPDX-License-Identifier: Apache-2.0
#include "formats/format.hpp"
#include "formats/record_reader.hpp"

namespace throughline {

void write_yaml(const Model& model, Output& output, Losses& losses);  // yaml_write.cpp

namespace {

void read_yaml(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records, Diagnostics& diagnostics) {
  RecordReader reader(records, diagnostics);
  std::vector<Tree> waiting;  // for a kind that a later file may declare; all others are read and let go at once
  for (const std::uint16_t input : which)
    for (Tree& document : read_yaml_trees(inputs, input, records.strings, diagnostics)) {
      reader.read_declarations(document);
      if (document.is_mapping() && !reader.knows_sections_of(document)) {
        waiting.push_back(std::move(document));
      } else {
        reader.read_document(document);
      }
    }
  for (const Tree& document : waiting) reader.read_document(document);
}

}  // namespace

extern const Format yaml_format;
constinit const Format yaml_format{.name = "yaml",
                                   .extensions = ".yaml .yml",
                                   .summary = "the dialect people write: sections of nodes, relations and sources",
                                   .is_own = true,
                                   .read = read_yaml,
                                   .write = write_yaml};

}  // namespace throughline
