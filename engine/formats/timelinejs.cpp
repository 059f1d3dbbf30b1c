// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "formats/dialect_json.hpp"
#include "formats/format.hpp"
#include "formats/told.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

// TimelineJS adds to a year no month that it was not given.
Json date_json(const PlainDate& date) {
  Json json = {{"year", date.year}};
  if (date.month > 0) json["month"] = date.month;
  if (date.day > 0) json["day"] = date.day;
  return json;
}

std::string text_of(const Model& model, const Node& node) {
  std::string html;
  if (node.note != StringId::empty) html += fmt::format("<p>{}</p>", html_text(model.text(node.note)));
  for (const std::string& line : evidence_lines(model, node.citations))
    html += fmt::format("<p>{}</p>", html_text(line));
  return html;
}

std::string credit_of(const Model& model, const Source& source) {
  const std::string title(model.text(source.title));
  const bool is_node = source.publisher_node != none<NodeIndex>;
  const std::string_view publisher =
      is_node ? model.text(model[source.publisher_node].name) : model.text(source.publisher);
  return html_text(publisher.empty() ? title : fmt::format("{}, {}", title, publisher));
}

// The first source that can be looked at.
Json media_of(const Model& model, const Node& node) {
  for (const Citation& citation : model.citations_of(node.citations)) {
    const Source& source = model[citation.source];
    if (source.url == StringId::empty) continue;
    Json media = {{"url", model.text(source.url)}, {"credit", credit_of(model, source)}};
    if (citation.quote != StringId::empty) media["caption"] = html_text(model.text(citation.quote));
    return media;
  }
  return {};
}

Json event_json(const Model& model, const DatedNode& each) {
  const Node& node = *each.node;
  Json event = {{"start_date", date_json(each.span.start)}};
  if (each.span.end) event["end_date"] = date_json(*each.span.end);
  if (!each.span.is_whole) event["display_date"] = html_text(words(each.date->value));
  event["text"] = {{"headline", html_text(model.text(node.name))}, {"text", text_of(model, node)}};
  if (const Json media = media_of(model, node); !media.is_null()) event["media"] = media;
  event["group"] = model.kind_of(node).plural;
  event["unique_id"] = model.text(node.id);
  return event;
}

void write(const Model& model, Output& output, Losses& losses) {
  Json json = Json::object();
  if (model.title != StringId::empty)
    json["title"] = {
        {"text",
         {{"headline", html_text(model.text(model.title))}, {"text", html_text(model.text(model.description))}}}};
  json["events"] = Json::array();
  for (const DatedNode& each : dated_nodes(model, losses)) json["events"].push_back(event_json(model, each));
  output.main() << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  add_losses_of_telling(model, {.ids = true, .notes = true, .evidence = true}, losses);
}

}  // namespace

extern const Format timelinejs_format;
constinit const Format timelinejs_format{.name = "timelinejs",
                                         .extensions = "",
                                         .summary = "JSON of TimelineJS 3: dated nodes as slides; a .json file",
                                         .write = write};

}  // namespace throughline
