// SPDX-License-Identifier: Apache-2.0
#include "formats/xml_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace throughline {

bool XmlFields::add(std::string_view key, std::string_view text, Location where) {
  if (text.empty()) return true;
  const Said said = foreign_.said(text, where);
  if (const ForeignField* known = find(key)) return known->value.text == said.text;
  list_.push_back({key, said});
  if (list_.size() > few) note_places();
  return true;
}

void XmlFields::note_places() {
  for (std::size_t i = places_.size(); i < list_.size(); ++i) places_.emplace(list_[i].key, i);
}

const ForeignField* XmlFields::find(std::string_view key) const {
  if (const auto place = places_.find(key); place != places_.end()) return &list_[place->second];
  if (!places_.empty()) return nullptr;
  const auto at = std::find_if(list_.begin(), list_.end(), [&](const ForeignField& each) { return each.key == key; });
  return at == list_.end() ? nullptr : &*at;
}

void XmlFields::remove(std::string_view key) {
  std::erase_if(list_, [&](const ForeignField& each) { return each.key == key; });
  places_.clear();
  if (list_.size() > few) note_places();
}

bool is_xml_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error != std::errc::invalid_argument && end == text.data() + text.size();
}

void XmlTypes::check(std::string_view name, std::string_view type, std::string_view text, Location where) {
  constexpr std::string_view numbers[] = {"int", "integer", "long", "float", "double"};
  if (std::find(std::begin(numbers), std::end(numbers), type) == std::end(numbers) || is_xml_number(text)) return;
  Slip& slip = mistyped_[std::string(name)];
  if (slip.count++ == 0) slip.first = where, slip.type = type, slip.example = shorten(text, 60);
}

void XmlTypes::undeclared(std::string_view id, Location where) {
  Slip& slip = undeclared_[std::string(id)];
  if (slip.count++ == 0) slip.first = where;
}

void XmlTypes::report(Diagnostics& diagnostics) const {
  for (const auto& [name, slip] : mistyped_)
    diagnostics
        .report(Code::foreign_value, slip.first,
                fmt::format("`{}` is declared as {}, and {} of it {} no number, as here `{}`", name, slip.type,
                            count_of(slip.count, "value"), slip.count == 1 ? "is" : "are", slip.example))
        .hint("kept as written");
  for (const auto& [id, slip] : undeclared_)
    diagnostics
        .report(Code::undeclared_attribute, slip.first,
                fmt::format("no attribute `{}` is declared; {} of it", id, count_of(slip.count, "value")))
        .hint("kept under that name");
}

}  // namespace throughline
