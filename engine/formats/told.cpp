// SPDX-License-Identifier: Apache-2.0
#include "formats/told.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "time/calendar.hpp"

namespace throughline {
namespace {

struct Units {
  PlainDate first;
  PlainDate last;
};

// As the coarsest units that begin and end with these days: no finer than what was said.
Units units_of(Day earliest, Day latest) {
  const Civil a = civil_of(earliest);
  const Civil b = civil_of(latest);
  const bool whole_months = a.day == 1 && b.day == days_in_month(b.year, b.month);
  if (whole_months && a.month == 1 && b.month == 12) return {{a.year, 0, 0}, {b.year, 0, 0}};
  if (whole_months) return {{a.year, a.month, 0}, {b.year, b.month, 0}};
  return {{a.year, a.month, a.day}, {b.year, b.month, b.day}};
}

std::optional<Units> units_of(const Bounds& bounds) {
  if (!bounds.earliest || !bounds.latest) return std::nullopt;
  return units_of(*bounds.earliest, *bounds.latest);
}

bool is_one(const std::optional<Units>& units) { return units && units->first == units->last; }

// A season, or several dates, is more than its days say.
bool is_plain_date(const Edtf& value) {
  const Date* date = std::get_if<Date>(&value.value);
  return date && !date->is_season() && !date->time;
}

std::optional<PlainSpan> interval_span(const Extent& extent) {
  const auto start = extent.start_open || extent.start_unknown ? std::nullopt : units_of(extent.start);
  if (!start) return std::nullopt;
  const auto end = extent.ongoing || extent.end_unknown ? std::nullopt : units_of(extent.end);
  PlainSpan span{.start = start->first, .end = std::nullopt, .is_ongoing = extent.ongoing, .is_interval = true};
  if (end) span.end = end->last;
  span.is_whole = is_one(start) && is_one(end) && !extent.uncertain && !extent.approximate;
  return span;
}

std::size_t others(std::size_t count) { return count > 1 ? count - 1 : 0; }

std::size_t is_given(StringId id) { return id == StringId::empty ? 0 : 1; }

void add_losses_of_node(const Model& model, const Node& node, const Carried& carried, Losses& losses) {
  losses.add("names in other languages", node.names.count);
  losses.add("aliases", node.aliases.count);
  losses.add("properties of nodes", node.properties.count);
  losses.add("dates that contradict the first", others(model.date_claims_of(node).size()));
  if (!carried.types) losses.add("types of nodes", is_given(node.type));
  if (!carried.places) losses.add("places of nodes", is_given(node.place));
  if (!carried.notes) losses.add("notes of nodes", is_given(node.note));
  if (!carried.urls) losses.add("addresses of nodes", is_given(node.url));
  if (!carried.statuses) losses.add("statuses of nodes", node.status == Status::none ? 0 : 1);
  if (!carried.evidence) losses.add("evidence of nodes", node.citations.count);
}

void add_losses_of_relation(const Relation& relation, Losses& losses) {
  losses.add("roles of relations", is_given(relation.role));
  losses.add("notes of relations", is_given(relation.note));
  losses.add("confidence of relations", relation.confidence == Confidence::stated ? 0 : 1);
  losses.add("properties of relations", relation.properties.count);
  losses.add("evidence of relations", relation.citations.count);
}

}  // namespace

Day first_day(const PlainDate& date) { return day_of(date.year, std::max(date.month, 1), std::max(date.day, 1)); }

Day last_day(const PlainDate& date) {
  if (date.day > 0) return first_day(date);
  return date.month > 0 ? last_day(date.year, date.month) : last_day(date.year, 12);
}

std::string print(const PlainDate& date) {
  std::string text = print_year(date.year);
  if (date.month > 0) text += fmt::format("-{:02}", date.month);
  if (date.day > 0) text += fmt::format("-{:02}", date.day);
  return text;
}

std::optional<PlainSpan> plain_span(const Edtf& value) {
  const Extent extent = extent_of(value);
  const auto in_calendar = [](const std::optional<Day>& day) {
    return !day || (*day > -beyond_calendar / 2 && *day < beyond_calendar / 2);
  };
  for (const std::optional<Day>& day :
       {extent.start.earliest, extent.start.latest, extent.end.earliest, extent.end.latest})
    if (!in_calendar(day)) return std::nullopt;
  if (extent.is_interval) return interval_span(extent);
  const auto units = units_of(Bounds{extent.start.earliest, extent.end.latest});
  if (!units) return std::nullopt;
  PlainSpan span{.start = units->first, .end = std::nullopt};
  if (!is_one(units)) span.end = units->last;
  span.is_whole = is_one(units) && is_plain_date(value) && !extent.uncertain && !extent.approximate;
  return span;
}

std::vector<DatedNode> dated_nodes(const Model& model, Losses& losses) {
  std::vector<DatedNode> dated;
  for (const Node& node : model.nodes) {
    if (node.when == none<DateIndex>) {
      losses.add("nodes without a date");
    } else if (const auto span = plain_span(model[node.when].value)) {
      dated.push_back({&node, &model[node.when], *span});
    } else {
      losses.add("nodes of which no start is known");
    }
  }
  std::stable_sort(dated.begin(), dated.end(), [](const DatedNode& a, const DatedNode& b) {
    return compare_in_time(a.date->extent, b.date->extent) < 0;
  });
  return dated;
}

void add_losses_of_telling(const Model& model, const Carried& carried, Losses& losses) {
  for (const Node& node : model.nodes) add_losses_of_node(model, node, carried, losses);
  if (!carried.ids) losses.add("ids of nodes", model.nodes.size());
  if (!carried.relations) losses.add("relations", model.relations.size());
  if (carried.relations)
    for (const Relation& relation : model.relations) add_losses_of_relation(relation, losses);
  if (!carried.evidence) losses.add("sources", model.sources.size());
  losses.add("views and questions", model.views.size() + model.questions.size());
}

std::vector<std::string> evidence_lines(const Model& model, Slice citations) {
  std::vector<std::string> lines;
  for (const Citation& citation : model.citations_of(citations)) {
    const std::string title = in_one_line(model.text(model[citation.source].title));
    const std::string quote = in_one_line(model.text(citation.quote));
    lines.push_back(quote.empty() ? title : fmt::format("“{}” — {}", quote, title));
  }
  return lines;
}

std::string in_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; }, ' ');
  return line;
}

std::string html_text(std::string_view text) {
  std::string html;
  for (const char c : text) switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      default: html += c;
    }
  return html;
}

}  // namespace throughline
