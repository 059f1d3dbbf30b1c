// SPDX-License-Identifier: Apache-2.0
#include "formats/ftm_out.hpp"

#include <algorithm>

#include "formats/dialect_json.hpp"

namespace throughline {
namespace {

// A source that reading `sourceUrl` and `publisher` would make.
bool is_plain(const Model& model, const Source& source) {
  const std::string_view id = model.text(source.id);
  const std::string_view publisher = model.text(source.publisher);
  const bool has_more = source.published != none<DateIndex> || source.language != StringId::empty ||
                        source.note != StringId::empty || source.text_path != StringId::empty ||
                        source.sha256 != StringId::empty;
  const std::string_view url = model.text(source.url);
  return !has_more && id == (url.empty() ? publisher : url) &&
         model.text(source.title) == (publisher.empty() ? id : publisher);
}

// FollowTheMoney's dates: a year, a month, a day, a time of day.
bool is_iso(std::string_view date) {
  constexpr std::string_view shape = "0000-00-00T00:00:00";
  if (date.size() != 4 && date.size() != 7 && date.size() != 10 && date.size() != shape.size()) return false;
  for (std::size_t i = 0; i < date.size(); ++i)
    if (shape[i] == '0' ? date[i] < '0' || date[i] > '9' : date[i] != shape[i]) return false;
  return true;
}

}  // namespace

void FtmOut::put(std::string_view property, FtmTexts values) {
  FtmTexts& all = properties_[std::string(property)];
  for (std::string& value : values)
    if (std::find(all.begin(), all.end(), value) == all.end()) all.push_back(std::move(value));
}

void FtmOut::put_or_own(std::string_view property, const FlatField& field) {
  has(property) ? put(property, ftm_separate(field.value)) : put_own(field.key, field.value);
}

void FtmOut::put_property(const FlatField& field) {
  const std::string_view name = ftm_property(field.key);
  const bool is_of_its_type = name != "target" || field.value == "true" || field.value == "false";
  if (ftm_stands_outside(name) && is_of_its_type) {
    outside_[std::string(name)] = ftm_separate(field.value);
  } else if (const auto there = properties_.find(std::string(name));
             has(name) && ftm_key(name) == field.key &&
             (there == properties_.end() || there->second == ftm_separate(field.value))) {
    put(name, ftm_separate(field.value));
  } else {
    put_own(field.key, field.value);
  }
}

bool FtmOut::put_dates(const FtmTexts& dates, const std::vector<FlatField>& fields) {
  const auto starts = ftm_starts(schema_);
  const auto ends = ftm_ends(schema_);
  if (starts.empty() || dates.empty()) return false;
  const bool are_days =
      std::none_of(dates.begin(), dates.end(), [](auto& date) { return date.find('/') != std::string::npos; });
  FtmTexts first;
  FtmTexts last;
  const auto add = [](FtmTexts& list, const std::string& date) {
    if (is_iso(date) && std::find(list.begin(), list.end(), date) == list.end()) list.push_back(date);
  };
  for (const std::string& date : dates) {
    const std::size_t slash = date.find('/');
    add(first, date.substr(0, slash));
    if (slash != std::string::npos) add(last, date.substr(slash + 1));
  }
  const bool has_day = has("date") && starts.back() == "date";
  const bool is_day = are_days && (has_day || ends.empty());
  std::string_view start = is_day && has_day && !ends.empty() ? "date" : starts.front();
  for (const std::string_view name : starts)
    for (const FlatField& field : fields)
      if (field.key == name && ftm_separate(field.value) == first) start = name;
  if (!first.empty()) put(start, first);
  if (!last.empty() && !ends.empty()) put(ends.front(), last);
  return ftm_dates(first, ends.empty() ? FtmTexts() : last, !is_day && !ends.empty()) == dates;
}

// Whether reading `sourceUrl` and `publisher` gives these citations again.
bool FtmOut::put_sources(Slice citations) {
  std::set<std::string> publishers;
  FtmTexts urls;
  bool are_plain = true;
  for (const Citation& citation : model_.citations_of(citations)) {
    const Source& source = model_[citation.source];
    are_plain = are_plain && citation.quote == StringId::empty && is_plain(model_, source);
    if (source.publisher != StringId::empty) publishers.emplace(model_.text(source.publisher));
    if (source.url != StringId::empty) urls.emplace_back(model_.text(source.url));
  }
  if (!has("sourceUrl")) return citations.count == 0;
  const bool is_one = citations.count == 1 || (publishers.empty() && urls.size() == citations.count);
  if (!urls.empty()) put("sourceUrl", urls);
  if (!publishers.empty()) put("publisher", {publishers.begin(), publishers.end()});
  return citations.count == 0 || (are_plain && is_one);
}

void FtmOut::put_citations(Slice citations, const std::vector<FlatField>& fields, std::set<StringId>& told) {
  if (put_sources(citations)) {
    for (const Citation& citation : model_.citations_of(citations)) told.insert(model_[citation.source].id);
    return;
  }
  for (const FlatField& field : fields)
    if (field.key.starts_with("evidence")) put_own(field.key, field.value);
  if (!has("proof")) return;
  put_own("cites", "true");
  for (const Citation& citation : model_.citations_of(citations))
    put("proof", {std::string(ftm_source_prefix) + std::string(model_.text(model_[citation.source].id))});
}

std::string FtmOut::line(std::string_view id) const {
  Json json = {{"id", id}, {"schema", schema_.name}, {"properties", properties_}};
  for (const auto& [key, values] : outside_) {
    const bool is_list = key == "datasets" || key == "referents" || key == "origin";
    json[key] = is_list ? Json(values) : key == "target" ? Json(values[0] == "true") : Json(ftm_joined(values));
  }
  if (!own_.empty()) json[std::string(ftm_own_key)] = own_;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace throughline
