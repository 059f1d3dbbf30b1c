// SPDX-License-Identifier: Apache-2.0
#include "query/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "check/coverage.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

void make_position_key(const FigureName& name, std::string& key) {
  key.assign(name.section).append(1, '\x1f').append(name.key).append(1, '\x1f').append(name.of);
}

std::string heading_of(std::string_view section) {
  std::string heading(section);
  heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
  return heading;
}

}  // namespace

Figures::Figure& Figures::at(const FigureName& name, std::string_view words) {
  make_position_key(name, key_);
  const auto [at, is_new] = positions_.try_emplace(key_, figures_.size());
  if (is_new) figures_.push_back({name, std::string(words), {}, {}, {}});
  return figures_[at->second];
}

void Figures::count(const FigureName& name, std::string_view words, const TimeStanding& standing) {
  if (standing.held >= least_) at(name, words).counts.add(standing);
}

void Figures::add(const FigureName& name, std::string_view words, const HeldCounts& counts) {
  at(name, words).counts = counts;
}

void Figures::expect(const FigureName& name, std::string_view words) { at(name, words); }

void Figures::put(const FigureName& name, std::string_view words, Json value) {
  at(name, words).value = std::move(value);
}

std::size_t Figures::total(const HeldCounts& counts) const {
  return counts.certainly + (least_ == Held::certainly ? 0 : counts.possibly + counts.undated);
}

void Figures::add_share(const FigureName& name, const FigureName& whole) {
  Figure& part = at(name, {});
  part.remark = fmt::format(" ({} %)", percent(total(part.counts), total(at(whole, {}).counts)));
}

// "7 certainly, 3 more possibly, 2 undated" where there is a question, else a number.
Row Figures::row_of(const Figure& figure) const {
  const HeldCounts& counts = figure.counts;
  const bool is_count = figure.value.is_null();
  std::string text = is_count                   ? fmt::format("{}", total(counts))
                     : figure.value.is_string() ? figure.value.get<std::string>()
                                                : figure.value.dump();
  std::string told = text + figure.remark;
  if (is_count && standpoint_.is_asked()) {
    told = fmt::format("{} certainly", counts.certainly);
    if (counts.possibly > 0) told += fmt::format(", {} more possibly", counts.possibly);
    if (counts.undated > 0) told += fmt::format(", {} undated", counts.undated);
    told += figure.remark;
  }
  const auto part = [&](std::size_t count) { return is_count ? std::to_string(count) : std::string(); };
  Row row;
  row.cells = {std::string(figure.name.section),
               figure.name.key,
               figure.name.of,
               figure.words,
               std::move(text),
               std::move(told)};
  if (standpoint_.is_asked())
    for (const std::size_t count : {counts.certainly, counts.possibly, counts.undated})
      row.cells.push_back(part(count));
  row.section = heading_of(figure.name.section);
  row.data = [name = figure.name, words = figure.words, value = is_count ? Json(total(counts)) : figure.value, counts,
              splits = is_count && standpoint_.is_asked()] {
    Json data = {
        {"section", name.section}, {"key", name.key}, {"of", text_json(name.of)}, {"words", words}, {"value", value}};
    if (splits) {
      data["certain"] = counts.certainly;
      data["possible"] = counts.possibly;
      data["undated"] = counts.undated;
    }
    return data;
  };
  return row;
}

std::vector<const Figures::Figure*> Figures::sorted(std::string_view section) const {
  std::vector<const Figure*> list;
  std::map<std::string_view, std::size_t> first;  // of a key
  for (const Figure& figure : figures_)
    if (figure.name.section == section) {
      first.try_emplace(figure.name.key, list.size());
      list.push_back(&figure);
    }
  const auto key = [&](const Figure* figure) {
    return std::tuple(first.at(figure->name.key), !figure->name.of.empty(),
                      -static_cast<std::ptrdiff_t>(total(figure->counts)), std::string_view(figure->name.of));
  };
  std::sort(list.begin(), list.end(), [&](const Figure* a, const Figure* b) { return key(a) < key(b); });
  return list;
}

Table Figures::table(std::span<const std::string_view> sections) const {
  Table table{.columns = {{"section", "Section", Shown::only_in_csv},
                          {"key", "Key", Shown::only_in_csv},
                          {"of", "Of", Shown::only_in_csv},
                          {"words", "Figure"},
                          {"value", "Value", Shown::only_in_csv},
                          {"told", "Value", Shown::only_for_people}},
              .rows = {},
              .when_empty = {},
              .notes = {}};
  if (standpoint_.is_asked())
    for (const char* key : {"certain", "possible", "undated"}) table.columns.push_back({key, key, Shown::only_in_csv});
  for (const std::string_view section : sections)
    for (const Figure* figure : sorted(section)) table.rows.push_back(row_of(*figure));
  return table;
}

}  // namespace throughline
