// SPDX-License-Identifier: Apache-2.0
#include "formats/format.hpp"
#include "formats/record_reader.hpp"

namespace throughline {
namespace {

void read_yaml(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records, Diagnostics& diagnostics) {
  std::vector<Tree> documents;
  for (const std::uint16_t input : which)
    for (Tree& document : read_yaml_trees(inputs, input, records.strings, diagnostics)) documents.push_back(std::move(document));
  RecordReader reader(records, diagnostics);
  for (const Tree& document : documents) reader.read_declarations(document);
  for (const Tree& document : documents) reader.read_document(document);
}

}  // namespace

extern const Format yaml_format;
constinit const Format yaml_format{"yaml", ".yaml .yml", "the dialect people write: sections of nodes, relations and sources", read_yaml, nullptr};

}  // namespace throughline
