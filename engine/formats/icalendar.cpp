// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "formats/format.hpp"
#include "formats/told.hpp"
#include "time/calendar.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

// RFC 5545 asks each event when it was written down. A clock would make the same graph other bytes each time.
constexpr std::string_view fixed_stamp = "19700101T000000Z";
constexpr std::size_t longest_line = 75;  // bytes, without the line end

// Folded between characters.
void write_line(std::string_view line, std::ostream& out) {
  std::size_t room = longest_line;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && is_inside_character(line[cut])) --cut;
    out << line.substr(0, cut) << "\r\n ";
    line.remove_prefix(cut);
    room = longest_line - 1;  // after the space that marks what goes on
  }
  out << line << "\r\n";
}

std::string escaped(std::string_view text) {
  std::string value;
  for (const char c : text) {
    if (c == '\n') {
      value += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      value += '\\';
      value += c;
    } else if (c == '\t' || static_cast<unsigned char>(c) >= ' ') {
      value += c == '\x7F' ? ' ' : c;
    }
  }
  return value;
}

std::string date_value(Day day) {
  const Civil civil = civil_of(day);
  return fmt::format("{:04}{:02}{:02}", civil.year, civil.month, civil.day);
}

// An event of a year has no day to be put on; one of a month has the month.
bool is_placed(const PlainSpan& span) {
  const PlainDate& last = span.end ? *span.end : span.start;
  return span.start.month > 0 && last.month > 0 && span.start.year >= 1 && last.year <= 9998;
}

std::string description_of(const Model& model, const DatedNode& each) {
  std::vector<std::string> parts;
  if (!each.span.is_whole || each.span.start.day == 0) parts.push_back(words(each.date->value));
  if (each.node->note != StringId::empty) parts.emplace_back(model.text(each.node->note));
  for (std::string& line : evidence_lines(model, each.node->citations)) parts.push_back(std::move(line));
  return join(parts, "\n");
}

void write_event(const Model& model, const DatedNode& each, std::ostream& out) {
  const Node& node = *each.node;
  const auto write_text = [&](std::string_view name, std::string_view text) {
    if (!text.empty()) write_line(fmt::format("{}:{}", name, escaped(text)), out);
  };
  const PlainDate& last = each.span.end ? *each.span.end : each.span.start;
  write_line("BEGIN:VEVENT", out);
  write_text("UID", fmt::format("{}@throughline", model.text(node.id)));
  write_line(fmt::format("DTSTAMP:{}", fixed_stamp), out);
  write_line(fmt::format("DTSTART;VALUE=DATE:{}", date_value(first_day(each.span.start))), out);
  write_line(fmt::format("DTEND;VALUE=DATE:{}", date_value(last_day(last) + 1)), out);
  write_text("SUMMARY", model.text(node.name));
  write_text("DESCRIPTION", description_of(model, each));
  write_text("LOCATION", model.text(node.place));
  write_text("CATEGORIES", model.kind_of(node).name);
  if (node.url != StringId::empty) write_line(fmt::format("URL:{}", in_one_line(model.text(node.url))), out);
  if (!each.span.is_whole || each.span.start.day == 0) write_line("STATUS:TENTATIVE", out);
  write_line("TRANSP:TRANSPARENT", out);
  write_line("END:VEVENT", out);
}

void write(const Model& model, Output& output, Losses& losses) {
  std::ostream& out = output.main();
  for (const std::string_view line :
       {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//throughline//throughline//EN", "CALSCALE:GREGORIAN"})
    write_line(line, out);
  if (model.title != StringId::empty) write_line(fmt::format("X-WR-CALNAME:{}", escaped(model.text(model.title))), out);
  for (const DatedNode& each : dated_nodes(model, losses)) {
    if (is_placed(each.span)) write_event(model, each, out);
    if (!is_placed(each.span)) losses.add("nodes dated by no more than a year");
  }
  write_line("END:VCALENDAR", out);
  losses.add("description", model.description == StringId::empty ? 0 : 1);
  add_losses_of_telling(model, {.ids = true, .places = true, .notes = true, .urls = true, .evidence = true}, losses);
}

}  // namespace

extern const Format icalendar_format;
constinit const Format icalendar_format{.name = "icalendar",
                                        .extensions = ".ics",
                                        .summary = "iCalendar: nodes of known days or months as all-day events",
                                        .write = write};

}  // namespace throughline
