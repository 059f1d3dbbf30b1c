// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "formats/format.hpp"
#include "formats/mermaid_text.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

void write(const Model& model, Output& output, Losses& losses) {
  std::ostream& out = output.main();
  out << "timeline\n";
  if (model.title != StringId::empty) out << "    title " << mermaid_text(model.text(model.title)) << '\n';
  std::string last;
  for (const DatedNode& each : dated_nodes(model, losses)) {
    const std::string when = mermaid_text(words(each.date->value));
    const std::string name = mermaid_text(model.text(each.node->name));
    if (when == last) {
      out << "        : " << name << '\n';
    } else {
      out << fmt::format("    {} : {}\n", when, name);
    }
    last = when;
  }
  losses.add("description", model.description == StringId::empty ? 0 : 1);
  losses.add("kinds of nodes", model.nodes.size());
  add_losses_of_telling(model, {}, losses);
}

}  // namespace

extern const Format mermaid_timeline_format;
constinit const Format mermaid_timeline_format{
    .name = "mermaid-timeline", .extensions = ".mmd", .summary = "Mermaid: dated nodes as a timeline", .write = write};

}  // namespace throughline
