// SPDX-License-Identifier: Apache-2.0
#include "formats/gexf_element.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace throughline {
namespace {

std::string time_of(const pugi::xml_node& element, const char* name) {
  const std::string_view text = trim(element.attribute(name).value());
  const bool is_endless = text == "Infinity" || text == "-Infinity" || text == "INF" || text == "-INF";
  return is_endless ? std::string() : std::string(text);
}

void add_span(GexfSpan span, std::vector<GexfSpan>& spans) {
  if (!span.start.empty() || !span.end.empty()) spans.push_back(std::move(span));
}

}  // namespace

// An open end does not hold itself: of days, the day next to it is the last.
GexfSpan span_of_gexf(const pugi::xml_node& element) {
  GexfSpan span{time_of(element, "start"), time_of(element, "end")};
  if (span.start.empty()) span.start = next_to(time_of(element, "startopen"), 1);
  if (span.end.empty()) span.end = next_to(time_of(element, "endopen"), -1);
  const std::string moment = time_of(element, "timestamp");
  if (!moment.empty() && span.start.empty() && span.end.empty()) return {moment, moment};
  return span;
}

std::vector<GexfSpan> spans_of_gexf(const pugi::xml_node& element) {
  std::vector<GexfSpan> spans;
  for (const pugi::xml_node& child : element.children()) {
    const std::string_view name = local_name(child);
    if (name != "spells" && name != "slices") continue;
    for (const pugi::xml_node& spell : child.children())
      if (spell.type() == pugi::node_element) add_span(span_of_gexf(spell), spans);
  }
  if (spans.empty()) add_span(span_of_gexf(element), spans);
  return spans;
}

std::string text_of(const GexfSpan& span) {
  if (span.start == span.end) return span.start;
  return fmt::format("{}/{}", span.start.empty() ? ".." : span.start, span.end.empty() ? ".." : span.end);
}

}  // namespace throughline
