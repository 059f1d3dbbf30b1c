// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "formats/dialect_json.hpp"
#include "formats/format.hpp"
#include "formats/told.hpp"
#include "time/calendar.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

// As JavaScript reads it: years beyond four digits, and those before 0, have a sign and six digits.
std::string script_date(Day day) {
  const Civil civil = civil_of(day);
  const bool is_usual = civil.year >= 0 && civil.year <= 9999;
  return fmt::format("{}-{:02}-{:02}", is_usual ? fmt::format("{:04}", civil.year) : fmt::format("{:+07}", civil.year),
                     civil.month, civil.day);
}

// A month or a year is drawn as long as it is: a point would be on a day that nobody named.
void add_span(const PlainSpan& span, Json& item) {
  const PlainDate& last = span.end ? *span.end : span.start;
  const bool is_day = first_day(span.start) == last_day(last);
  item["start"] = script_date(first_day(span.start));
  if (!is_day) item["end"] = script_date(last_day(last) + 1);
  item["type"] = is_day ? "box" : "range";
}

std::string title_of(const Model& model, const DatedNode& each) {
  std::string title = html_text(words(each.date->value));
  if (each.node->note != StringId::empty)
    title += fmt::format("<br>{}", html_text(in_one_line(model.text(each.node->note))));
  for (const std::string& line : evidence_lines(model, each.node->citations))
    title += fmt::format("<br>{}", html_text(line));
  return title;
}

Json item_json(const Model& model, const DatedNode& each) {
  Json item = {{"id", model.text(each.node->id)},
               {"group", model.kind_of(*each.node).name},
               {"content", html_text(model.text(each.node->name))}};
  add_span(each.span, item);
  std::string classes = model.kind_of(*each.node).name;
  if (each.span.is_ongoing) classes += " ongoing";
  if (!each.span.is_whole && !each.span.is_ongoing) classes += " uncertain";
  item["className"] = classes;
  item["title"] = title_of(model, each);
  return item;
}

void write(const Model& model, Output& output, Losses& losses) {
  constexpr Day last_of_script = 100'000'000;  // days from 1970 that JavaScript can count
  Json json = {{"items", Json::array()}, {"groups", Json::array()}};
  for (const DatedNode& each : dated_nodes(model, losses)) {
    const Day day = first_day(each.span.start);
    const bool fits = day > -last_of_script && day < last_of_script - 400;
    if (fits) json["items"].push_back(item_json(model, each));
    if (!fits) losses.add("nodes beyond the dates of JavaScript");
  }
  for (const Kind& kind : model.vocabulary.kinds())
    json["groups"].push_back({{"id", kind.name}, {"content", html_text(kind.plural)}});
  output.main() << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  losses.add("title and description", (model.title != StringId::empty) + (model.description != StringId::empty));
  add_losses_of_telling(model, {.ids = true, .notes = true, .evidence = true}, losses);
}

}  // namespace

extern const Format vis_format;
constinit const Format vis_format{
    .name = "vis", .extensions = "", .summary = "JSON of vis-timeline: items and groups; a .json file", .write = write};

}  // namespace throughline
