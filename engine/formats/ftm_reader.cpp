// SPDX-License-Identifier: Apache-2.0
#include "formats/ftm_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "formats/flat_record.hpp"
#include "formats/json_tree.hpp"
#include "model/words.hpp"

namespace throughline {
namespace {

const Tree* find(const Tree& mapping, std::string_view key, const StringPool& strings) {
  for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2)
    if (strings[mapping.children[i].said.text] == key) return &mapping.children[i + 1];
  return nullptr;
}

}  // namespace

bool FtmReader::Entity::has_own(std::string_view key) const {
  return std::any_of(own.begin(), own.end(), [&](const auto& field) { return field.first == key; });
}

FtmReader::FtmReader(Records& records, ForeignRecords& foreign, Diagnostics& diagnostics)
    : records_(records), foreign_(foreign), diagnostics_(diagnostics) {}

void FtmReader::read_rows(const Inputs& inputs, std::uint16_t input) {
  FtmPieces pieces(inputs[input].text);
  while (const auto piece = pieces.next()) {
    if (piece->find("\"row\"") == std::string_view::npos) continue;
    JsonProblem problem;
    Diagnostics unheard;  // read() says what is wrong with the others
    const auto tree = read_json_tree(*piece, own_text(inputs, input, *piece), records_.strings, unheard, problem);
    if (tree && add_row(*tree)) rows_.insert(piece->data());
  }
}

void FtmReader::read(const Inputs& inputs, std::uint16_t input) {
  FtmPieces pieces(inputs[input].text);
  while (const auto piece = pieces.next()) {
    if (rows_.contains(piece->data())) continue;
    JsonProblem problem;
    const JsonPlace place = own_text(inputs, input, *piece);
    if (const auto tree = read_json_tree(*piece, place, records_.strings, diagnostics_, problem)) {
      add(*tree);
      continue;
    }
    const std::size_t offset = place.at.offset + std::min(problem.offset, piece->size() - 1);
    return refuse(Inputs::location(input, offset, 1), fmt::format("not well-formed JSON: {}", problem.message));
  }
  if (const auto at = pieces.lacks_comma())
    refuse(Inputs::location(input, *at, 1), "no comma between this and the entity before it");
  else if (pieces.is_open())
    refuse(Inputs::location(input, inputs[input].text.size() - 1, 1), "the list of entities does not end");
}

void FtmReader::refuse(Location at, std::string message) {
  diagnostics_.report(Code::bad_entity, at, std::move(message));
}

// ---- an entity

std::optional<FtmReader::Entity> FtmReader::entity_of(const Tree& tree) {
  if (!tree.is_mapping()) return refuse(tree.said.at, "an entity that is no object"), std::nullopt;
  const Tree* id = find(tree, "id", records_.strings);
  const Tree* schema = find(tree, "schema", records_.strings);
  const auto is_text = [&](const Tree* each) { return each && each->is_scalar() && !text(each->said).empty(); };
  if (!is_text(id)) return refuse(id ? id->said.at : tree.said.at, "an entity without an `id`"), std::nullopt;
  if (!is_text(schema))
    return refuse(schema ? schema->said.at : id->said.at, fmt::format("entity `{}` has no `schema`", text(id->said))),
           std::nullopt;
  Entity entity{id->said, schema->said, find_ftm_schema(text(schema->said)), {}, {}, {}};
  if (!add_properties(entity, tree)) return std::nullopt;
  if (!entity.schema) {
    auto& [count, first] = unknown_[std::string(text(schema->said))];
    if (count++ == 0) first = schema->said.at;
  }
  return entity;
}

bool FtmReader::add_properties(Entity& entity, const Tree& tree) {
  const auto add_values = [&](std::string_view name, const Tree& values) {
    Property property{name, {}, values.said.at};
    const auto add_value = [&](const Tree& value) {
      if (value.is_list()) return refuse(value.said.at, fmt::format("a list in the list `{}`", name)), false;
      const std::optional<std::string> one =
          value.is_mapping() ? add(value) : std::optional(std::string(text(value.said)));
      if (!one) return false;
      if (property.values.empty() && value.said.at.is_known()) property.at = value.said.at;
      if (!one->empty()) property.values.push_back(*one);
      return true;
    };
    const bool are_good =
        values.is_list() ? std::all_of(values.children.begin(), values.children.end(), add_value) : add_value(values);
    if (are_good && !property.values.empty()) entity.properties.push_back(std::move(property));
    return are_good;
  };
  for (std::size_t i = 0; i + 1 < tree.children.size(); i += 2) {
    const std::string_view key = text(tree.children[i].said);
    const Tree& value = tree.children[i + 1];
    if (key == "id" || key == "schema") continue;
    if (key == ftm_own_key && value.is_mapping()) {
      for (std::size_t k = 0; k + 1 < value.children.size(); k += 2)
        if (value.children[k + 1].is_scalar())
          entity.own.emplace_back(text(value.children[k].said), value.children[k + 1].said);
    } else if (key == "properties") {
      if (!value.is_mapping())
        return refuse(value.said.at, fmt::format("`properties` of `{}` is no object", text(entity.id))), false;
      for (std::size_t k = 0; k + 1 < value.children.size(); k += 2)
        if (!add_values(text(value.children[k].said), value.children[k + 1])) return false;
    } else if (!add_values(key, value)) {
      return false;
    }
  }
  return true;
}

// The id of what was added; nothing when it was refused.
std::optional<std::string> FtmReader::add(const Tree& tree) {
  std::optional<Entity> entity = entity_of(tree);
  if (!entity) return std::nullopt;
  const std::string id(text(entity->id));
  const auto has = [&](std::string_view name) {
    return std::any_of(entity->properties.begin(), entity->properties.end(),
                       [&](const Property& property) { return property.name == name; });
  };
  const bool is_edge =
      entity->schema && entity->schema->is_edge() && has(entity->schema->source) && has(entity->schema->target);
  is_edge ? add_edge(*entity) : add_node(*entity);
  return id;
}

// What stands for a source or the graph itself, in the words of our own dialect.
bool FtmReader::add_row(const Tree& tree) {
  const Tree* own = tree.is_mapping() ? find(tree, ftm_own_key, records_.strings) : nullptr;
  const Tree* row = own && own->is_mapping() ? find(*own, "row", records_.strings) : nullptr;
  if (!row || !row->is_scalar()) return false;
  foreign_.add_dialect(row->said);
  return true;
}

void FtmReader::add_field(Entity& entity, std::string_view key, std::string_view value, Location at) {
  entity.fields.push_back({keep(key), foreign_.said(value, at)});
}

FtmTexts FtmReader::take(Entity& entity, std::string_view property) {
  const auto at = std::find_if(entity.properties.begin(), entity.properties.end(),
                               [&](const Property& each) { return each.name == property; });
  if (at == entity.properties.end()) return {};
  FtmTexts values = std::move(at->values);
  entity.properties.erase(at);
  return values;
}

FtmTexts FtmReader::take_dates(Entity& entity) {
  // The property that says it best gives way to the date; another stays, so that it is known which one it was.
  const auto first_of = [&](const std::vector<std::string_view>& names, std::string_view& used) {
    for (const std::string_view name : names) {
      FtmTexts values = take(entity, name);
      if (values.empty()) continue;
      if (name != names.front() && name != "date") entity.properties.push_back({name, values, entity.id.at});
      return used = name, values;
    }
    return FtmTexts();
  };
  if (!entity.schema) return {};
  std::string_view start;
  std::string_view end;
  const auto end_names = ftm_ends(*entity.schema);
  const FtmTexts starts = first_of(ftm_starts(*entity.schema), start);
  const FtmTexts ends = first_of(end_names, end);
  const bool is_day = end_names.empty() || (start == "date" && ends.empty());
  return ftm_dates(starts, ends, !is_day);
}

// ---- nodes

void FtmReader::add_names(Entity& entity) {
  FtmTexts names = take(entity, "name");
  FtmTexts aliases(names.begin() + (names.empty() ? 0 : 1), names.end());
  if (names.empty() && entity.schema)
    for (const std::string_view caption : ftm_captions(*entity.schema))
      for (const Property& each : entity.properties)
        if (each.name == caption && names.empty() && !ftm_names_entity(*entity.schema, caption))
          names.push_back(each.values.front());
  if (!names.empty() && !entity.has_own("name")) add_field(entity, "name", names.front(), entity.id.at);
  for (std::string& alias : take(entity, "alias")) aliases.push_back(std::move(alias));
  const auto is_name_in_a_language = [&](const std::string& alias) {
    return std::any_of(entity.own.begin(), entity.own.end(),
                       [&](const auto& own) { return own.first.starts_with("names.") && text(own.second) == alias; });
  };
  std::erase_if(aliases, is_name_in_a_language);
  if (!aliases.empty() && !entity.has_own("aliases")) add_field(entity, "aliases", flat_list(aliases), entity.id.at);
}

void FtmReader::add_node(Entity& entity) {
  const FtmSchema* schema = entity.schema;
  const std::string_view kind = schema ? ftm_kind(*schema) : "node";
  if (!entity.has_own("kind")) add_field(entity, "kind", kind, entity.schema_name.at);
  if (!entity.has_own("type")) add_field(entity, "type", text(entity.schema_name), entity.schema_name.at);
  add_names(entity);
  for (const std::string& date : take_dates(entity))
    if (!entity.has_own("when") && !entity.has_own("claims")) add_field(entity, "when", date, entity.id.at);
  if (kind == "event")
    if (const FtmTexts places = take(entity, "location"); !places.empty() && !entity.has_own("place"))
      add_field(entity, "place", ftm_joined(places), entity.id.at);
  if (const FtmTexts pages = take(entity, "website"); !pages.empty() && !entity.has_own("url"))
    add_field(entity, "url", ftm_joined(pages), entity.id.at);
  if (kind == "initiative") {
    const FtmTexts status = take(entity, "status");
    const bool is_ours = status.size() == 1 && find_word<Status>(status[0]);
    if (!status.empty() && !entity.has_own("status") && !entity.has_own("claims"))
      add_field(entity, is_ours ? "status" : "ftm_status", ftm_joined(status), entity.id.at);
  }
  add_rest(entity, true);
  foreign_.add_node(entity.id, entity.fields);
}

// ---- relations

void FtmReader::add_edge(Entity& entity) {
  const FtmSchema& schema = *entity.schema;
  if (!entity.has_own("type")) used_.emplace(schema.name, entity.schema_name.at);
  const FtmTexts sources = take(entity, schema.source);
  const FtmTexts targets = take(entity, schema.target);
  if (!entity.has_own("type")) add_field(entity, "type", schema.name, entity.schema_name.at);
  if (!entity.has_own("id_made")) add_field(entity, "id", text(entity.id), entity.id.at);
  for (const std::string_view role : {"role", "relationship"})
    if (const FtmTexts roles = take(entity, role); !roles.empty() && !entity.has_own("role"))
      add_field(entity, "role", ftm_joined(roles), entity.id.at);
  FtmTexts dates = take_dates(entity);
  if (entity.has_own("when") || dates.empty()) dates = {""};
  if (entity.has_own("status")) take(entity, "status");
  add_rest(entity, false);
  for (const std::string& source : sources)
    for (const std::string& target : targets)
      for (const std::string& date : dates) {
        std::vector<ForeignField> fields = entity.fields;
        fields.push_back({"when", foreign_.said(date, entity.id.at)});
        const Said from = foreign_.said(source, entity.id.at);
        const Said to = foreign_.said(target, entity.id.at);
        foreign_.add_relation({from, to, schema.directed || entity.has_own("type")}, fields);
      }
}

// ---- what both have

void FtmReader::add_rest(Entity& entity, bool is_node) {
  if (const FtmTexts notes = take(entity, "description"); !notes.empty() && !entity.has_own("note"))
    add_field(entity, "note", ftm_joined(notes), entity.id.at);
  add_sources(entity);
  for (const Property& each : entity.properties) {
    const bool is_reference = is_node && entity.schema && ftm_names_entity(*entity.schema, each.name);
    FtmTexts kept;
    for (const std::string& value : each.values) {
      if (each.name == "proof" && value.starts_with(ftm_source_prefix) && entity.has_own("cites")) continue;
      if (!is_reference) {
        kept.push_back(value);
        continue;
      }
      const ForeignField type{"type", foreign_.said(each.name, each.at)};
      foreign_.add_relation({entity.id, foreign_.said(value, each.at), true}, {&type, 1});
    }
    if (!kept.empty()) add_field(entity, ftm_key(each.name), ftm_joined(kept), each.at);
  }
  for (const auto& [key, said] : entity.own)
    if (key != "id_made" && key != "cites") entity.fields.push_back({keep(key), said});
}

}  // namespace throughline
