// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "model/resolver.hpp"

namespace throughline {

DateIndex Resolver::date_of(const Said& said) {
  DateIndex& known = date_by_text_[position(said.text)];
  if (known != none<DateIndex>) return known;
  EdtfError error;
  const std::optional<Edtf> value = parse_edtf(text(said.text), error);
  if (!value) {
    report_bad_date(said, error);
    return none<DateIndex>;
  }
  known = DateIndex{static_cast<std::uint32_t>(model_.dates.size())};
  model_.dates.push_back({said.text, said.text, *value, extent_of(*value)});
  return known;
}

void Resolver::report_bad_date(const Said& said, const EdtfError& error, std::string_view verdict) {
  const Location at = model_.inputs.part(said.at, text(said.text), error.offset, error.length);
  diagnostics_.report(Code::bad_date, at, fmt::format("`{}` {}: {}", text(said.text), verdict, error.message))
      .hint(error.hint);
}

DateIndex Resolver::date_of(RelativeDateIndex relative, NodeIndex node, std::string subject) {
  const auto date = DateIndex{static_cast<std::uint32_t>(model_.dates.size())};
  const StringId words = records_.relative_dates[position(relative)].words;
  model_.dates.push_back({.text = words, .value = {}, .extent = {}, .is_relative = true});
  unresolved_dates_.push_back({date, relative, node, std::move(subject)});
  return date;
}

void Resolver::place_relative_dates() {
  const auto key = [this](const UnresolvedDate& date) {
    const RelativeDateRecord& record = records_.relative_dates[position(date.record)];
    return std::tuple(std::string_view(date.subject), text(record.words), model_.inputs.name(record.at),
                      record.at.offset);
  };
  std::sort(unresolved_dates_.begin(), unresolved_dates_.end(),
            [&](const UnresolvedDate& a, const UnresolvedDate& b) { return key(a) < key(b); });
  std::vector<RelativeDate> dates;
  for (const UnresolvedDate& unresolved : unresolved_dates_)
    if (auto date = with_anchors(unresolved)) dates.push_back(std::move(*date));
  throughline::place_relative_dates(model_, std::move(dates), diagnostics_);
}

// Nothing when it names what is not there.
std::optional<RelativeDate> Resolver::with_anchors(const UnresolvedDate& unresolved) {
  const RelativeDateRecord& record = records_.relative_dates[position(unresolved.record)];
  RelativeDate date;
  date.date = unresolved.date;
  date.node = unresolved.node;
  date.subject = unresolved.subject;
  date.at = record.at;
  bool is_whole = true;
  for (const auto& [said, anchor] : {std::pair(&record.after, &date.after), std::pair(&record.before, &date.before),
                                     std::pair(&record.during, &date.during)}) {
    if (!said->given()) continue;
    const std::optional<DateAnchor> found = anchor_of(*said);
    is_whole &= found.has_value();
    *anchor = found.value_or(DateAnchor{});
  }
  if (record.within.given()) {
    date.within = distance_of(record);
    is_whole &= date.within.has_value();
  }
  return is_whole ? std::optional(std::move(date)) : std::nullopt;
}

std::optional<Duration> Resolver::distance_of(const RelativeDateRecord& record) {
  const std::optional<Duration> distance = parse_duration(text(record.within.text));
  if (!distance)
    diagnostics_.report(Code::bad_relative_date, record.within.at,
                        fmt::format("`{}` is no distance in days, weeks, months or years", text(record.within.text)));
  if (record.after.given() != record.before.given()) return distance;
  diagnostics_.report(Code::bad_relative_date, record.within.at,
                      record.after.given() ? "`within` beside both `after` and `before`, where it can be to one only"
                                           : "`within` without `after` or `before`");
  return std::nullopt;
}

std::optional<DateAnchor> Resolver::anchor_of(const Said& said) {
  const NodeIndex node = node_by_id_[position(said.text)];
  if (node != none<NodeIndex>) return DateAnchor{node, none<DateIndex>, said.at};
  EdtfError error;
  const std::string_view words = text(said.text);
  const bool is_meant_as_date = parse_edtf(words, error) || (words[0] >= '0' && words[0] <= '9');
  if (!is_meant_as_date) {
    report_unknown_node(said);
    return std::nullopt;
  }
  const DateIndex date = date_of(said);
  return date == none<DateIndex> ? std::nullopt : std::optional(DateAnchor{none<NodeIndex>, date, said.at});
}

// Records whose date in words has come to no day are undated; the words are kept beside them.
void Resolver::set_aside_unplaced_dates() {
  const auto set_aside = [this](DateIndex& date, std::size_t index, std::vector<UnplacedDate>& unplaced) {
    if (date == none<DateIndex> || is_placed(date)) return;
    unplaced.push_back({static_cast<std::uint32_t>(index), model_[date].text});
    date = none<DateIndex>;
  };
  for (std::size_t i = 0; i < model_.claims.size(); ++i) set_aside(model_.claims[i].date, i, model_.unplaced_claims);
  for (std::size_t i = 0; i < model_.relations.size(); ++i)
    set_aside(model_.relations.own(i).when, i, model_.unplaced_relations);
}

bool Resolver::is_placed(DateIndex date) const {
  return date != none<DateIndex> && model_[date].edtf != StringId::empty;
}

std::string_view Resolver::written(DateIndex date) const {
  return date == none<DateIndex> ? std::string_view() : text(model_[date].text);
}

}  // namespace throughline
