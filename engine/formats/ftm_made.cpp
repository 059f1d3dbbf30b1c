// SPDX-License-Identifier: Apache-2.0
// What entities make beside nodes and relations: sources, types of relations.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "formats/ftm_reader.hpp"

namespace throughline {

void FtmReader::add_sources(Entity& entity) {
  const FtmTexts urls = take(entity, "sourceUrl");
  FtmTexts publishers = take(entity, "publisher");
  const bool is_told = entity.has_own("evidence") || entity.has_own("evidence_source");
  if (is_told || (urls.empty() && publishers.empty())) return;
  const bool is_one = publishers.size() <= 1 || urls.size() == 1;
  std::string list;
  for (const std::string& id : urls.empty() ? publishers : urls) {
    Made& made = sources_[id];
    if (!made.at.is_known()) made.at = entity.id.at;
    if (!urls.empty()) made.url = id;
    if (is_one)
      for (const std::string& publisher : urls.empty() ? FtmTexts{id} : publishers) made.publishers[publisher] = true;
    list += (list.empty() ? "" : ",") + fmt::format("{{\"source\":{}}}", nlohmann::json(id).dump());
  }
  add_field(entity, "evidence", "[" + list + "]", entity.id.at);
  if (!is_one && !urls.empty()) add_field(entity, "publisher", ftm_joined(publishers), entity.id.at);
}

void FtmReader::finish() {
  for (const auto& [name, use] : unknown_)
    diagnostics_.report(
        Code::unknown_schema, use.second,
        fmt::format("no schema `{}` in the model of FollowTheMoney: {}", name,
                    count_of(use.first, "entity") == "1 entity" ? "1 entity" : fmt::format("{} entities", use.first)));
  const auto is_declared = [&](const auto& records, StringId name) {
    return std::any_of(records.begin(), records.end(), [&](const auto& each) { return each.id.text == name; });
  };
  for (const auto& [id, made] : sources_) {
    const Said said = foreign_.said(id, made.at);
    if (is_declared(records_.sources, said.text)) continue;
    FtmTexts publishers;
    for (const auto& [publisher, yes] : made.publishers) publishers.push_back(publisher);
    const std::string publisher = join(publishers, "; ");
    const auto first = static_cast<std::uint32_t>(records_.fields.size());
    const auto add_text = [&](FieldName name, std::string_view value) {
      if (!value.empty()) records_.fields.push_back({name, StringId::empty, foreign_.said(value, made.at)});
    };
    add_text(FieldName::title, publisher.empty() ? id : publisher);
    add_text(FieldName::publisher, publisher);
    add_text(FieldName::url, made.url);
    records_.sources.push_back({said, {first, static_cast<std::uint32_t>(records_.fields.size()) - first}});
  }
  for (const auto& [name, at] : used_) {
    const FtmSchema& schema = *find_ftm_schema(name);
    RelationTypeRecord type{};
    type.id = {records_.strings.intern(name), at};
    if (is_declared(records_.relation_types, type.id.text)) continue;
    type.label = foreign_.said(schema.label, at);
    if (schema.directed) type.inverse = foreign_.said(schema.inverse, at);
    if (!schema.directed) type.symmetric = foreign_.said("true", at);
    records_.relation_types.push_back(std::move(type));
  }
}

}  // namespace throughline
