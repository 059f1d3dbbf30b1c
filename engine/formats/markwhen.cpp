// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "formats/dialect_json.hpp"
#include "formats/format.hpp"
#include "formats/told.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

// `#` before a letter begins a tag.
std::string plain(std::string_view text) {
  std::string shown;
  for (const char c : in_one_line(text)) {
    shown += c;
    if (c == '#') shown += ' ';
  }
  return shown;
}

// Markwhen reads years of four digits.
bool can_say(const PlainDate& date) { return date.year >= 0 && date.year <= 9999; }

std::string dates_of(const PlainSpan& span) {
  if (span.is_ongoing) return fmt::format("{}/now", print(span.start));
  return span.end ? fmt::format("{}/{}", print(span.start), print(*span.end)) : print(span.start);
}

std::string tag_of(std::string_view kind) {
  std::string tag(kind);
  std::replace(tag.begin(), tag.end(), ' ', '-');
  return tag;
}

// Lines below an event begin with a dash: one that begins with a date would be an event.
void write_event(const Model& model, const DatedNode& each, std::ostream& out) {
  const Node& node = *each.node;
  out << fmt::format("\n{}: {} #{}\n", dates_of(each.span), plain(model.text(node.name)),
                     tag_of(model.kind_of(node).name));
  if (!each.span.is_whole) out << fmt::format("- {}\n", plain(words(each.date->value)));
  if (node.note != StringId::empty) out << fmt::format("- {}\n", plain(model.text(node.note)));
  if (node.url != StringId::empty) out << fmt::format("- [link]({})\n", in_one_line(model.text(node.url)));
  for (const std::string& line : evidence_lines(model, node.citations)) out << fmt::format("- {}\n", plain(line));
}

void write(const Model& model, Output& output, Losses& losses) {
  std::ostream& out = output.main();
  const auto quoted = [&](StringId id) {
    return Json(in_one_line(model.text(id))).dump(-1, ' ', false, Json::error_handler_t::replace);
  };
  if (model.title != StringId::empty) {
    out << "---\ntitle: " << quoted(model.title) << '\n';
    if (model.description != StringId::empty) out << "description: " << quoted(model.description) << '\n';
    out << "---\n";
  }
  for (const DatedNode& each : dated_nodes(model, losses)) {
    const bool fits = can_say(each.span.start) && (!each.span.end || can_say(*each.span.end));
    if (fits) write_event(model, each, out);
    if (!fits) losses.add("nodes of years that are not of four digits");
  }
  add_losses_of_telling(model, {.notes = true, .urls = true, .evidence = true}, losses);
}

}  // namespace

extern const Format markwhen_format;
constinit const Format markwhen_format{.name = "markwhen",
                                       .extensions = ".mw",
                                       .summary = "Markwhen: a timeline as Markdown, kinds as tags",
                                       .write = write};

}  // namespace throughline
