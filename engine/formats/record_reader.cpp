// SPDX-License-Identifier: Apache-2.0
#include "formats/record_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::string_view node_keys[] = {
    "name",       "names",  "aliases", "type",         "when",         "status",   "place",        "note",     "url",
    "properties", "source", "quote",   "quote_prefix", "quote_suffix", "evidence", "participants", "relations"};
constexpr std::string_view relation_keys[] = {"type",         "to",           "from",     "when",      "role",
                                              "status",       "confidence",   "note",     "source",    "quote",
                                              "quote_prefix", "quote_suffix", "evidence", "properties"};
constexpr std::string_view citation_keys[] = {"source", "quote", "quote_prefix", "quote_suffix"};
constexpr std::string_view participant_keys[] = {"role",         "when",     "status",    "confidence",
                                                 "note",         "source",   "quote",     "quote_prefix",
                                                 "quote_suffix", "evidence", "properties"};
std::uint32_t size_of(const auto& column) { return static_cast<std::uint32_t>(column.size()); }

bool is_in(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

const RecordReader::FieldRow RecordReader::node_fields[5] = {{"name", FieldName::name},
                                                             {"type", FieldName::type},
                                                             {"place", FieldName::place},
                                                             {"note", FieldName::note},
                                                             {"url", FieldName::url}};
const RecordReader::FieldRow RecordReader::relation_fields[4] = {{"role", FieldName::role},
                                                                 {"status", FieldName::status},
                                                                 {"confidence", FieldName::confidence},
                                                                 {"note", FieldName::note}};

void RecordReader::read_row(const Tree& row) {
  reads_row_ = true;
  read_row_fields(row);
  reads_row_ = false;
}

void RecordReader::read_row_fields(const Tree& row) {
  if (!require_mapping_of(row, "a row")) return;
  const std::optional<Said> what = read_text(row, "record");
  const std::string_view kind = what ? text(what->text) : std::string_view();
  if (kind == "relation") return read_relation(std::nullopt, row);
  if (kind == "graph") return read_declarations(row), read_document(row);
  const std::optional<Said> id = read_text(row, "id");
  if (!id && (kind == "node" || kind == "source")) {
    diagnostics_.report(Code::missing_field, row.said.at, fmt::format("a {} without `id`", kind));
    return;
  }
  if (kind == "source") return read_source(*id, row);
  if (kind != "node") {
    diagnostics_.report(Code::bad_json_line, what ? what->at : row.said.at,
                        "a row whose `record` is none of node, relation, source, graph");
    return;
  }
  const std::optional<Said> node_kind = read_text(row, "kind");
  if (node_kind) return read_node(*id, *node_kind, row);
  diagnostics_.report(Code::missing_field, id->at, fmt::format("node `{}` has no `kind`", text(id->text)));
}

void RecordReader::read_nodes(const Said& kind, std::string_view plural, const Tree& section) {
  if (!require_mapping(section, plural)) return;
  for_each_pair(section, [&](const Said& id, const Tree& body) { read_node(id, kind, body); });
}

void RecordReader::read_node(const Said& id, const Said& kind, const Tree& body) {
  if (id.text == StringId::empty) {
    diagnostics_.report(Code::empty_value, id.at, "an empty id");
    return;
  }
  if (!require_mapping(body, text(id.text))) return;
  check_keys(body, node_keys, "node");
  NodeRecord record{.id = id, .kind = kind, .fields = read_named_texts(body), .claims = {}, .citations = {}};
  record.claims = read_claims(body);
  record.citations = read_citations(body);
  records_.nodes.push_back(record);
  if (const Tree* participants = find(body, "participants")) read_participants(id, *participants);
  if (const Tree* relations = find(body, "relations")) read_relations(id, *relations);
}

Slice RecordReader::read_named_texts(const Tree& body) {
  Slice fields = read_fields(body, node_fields);
  read_texts_by_key(body, "names", FieldName::other_name);
  read_list_of_texts(body, "aliases", FieldName::alias);
  read_texts_by_key(body, "properties", FieldName::property);
  fields.count = size_of(records_.fields) - fields.first;
  return fields;
}

void RecordReader::read_texts_by_key(const Tree& body, std::string_view key, FieldName name) {
  const Tree* mapping = find(body, key);
  if (!mapping || !require_mapping(*mapping, key)) return;
  for_each_pair(*mapping, [&](const Said& each, const Tree& value) {
    if (const auto said = text_of(value, text(each.text))) records_.fields.push_back({name, each.text, *said});
  });
}

void RecordReader::read_list_of_texts(const Tree& body, std::string_view key, FieldName name) {
  if (const Tree* list = find(body, key))
    for (const Said& said : texts_of(*list, key)) records_.fields.push_back({name, StringId::empty, said});
}

void RecordReader::read_relations(const Said& from, const Tree& list) {
  if (list.is_mapping()) return read_relation(from, list);  // a single one needs no list
  if (list.is_scalar()) {
    diagnostics_.report(Code::wrong_shape, list.said.at, "`relations` is a text where a list is needed")
        .hint("write `- type: target`");
    return;
  }
  for (const Tree& body : list.children) read_relation(from, body);
}

void RecordReader::read_relation(std::optional<Said> from, const Tree& body) {
  if (!require_mapping_of(body, "a relation")) return;
  if (!from) {
    from = read_text(body, "from");
    if (!from) diagnostics_.report(Code::missing_field, body.said.at, "a relation that stands by itself needs `from`");
  } else if (const Tree* other = find(body, "from")) {
    diagnostics_
        .report(Code::unknown_key, other->said.at, "`from` in a relation that already starts at the node it stands in")
        .hint("move it to the top-level `relations`");
  }
  const std::optional<Said> short_form = relation_key(body);
  const std::optional<Said> type = short_form ? short_form : read_text(body, "type");
  const Tree* targets = short_form ? find(body, text(short_form->text)) : find(body, "to");
  if (!type || !targets) {
    diagnostics_.report(Code::missing_field, body.said.at, "a relation without a type and a target")
        .hint("write `type: target`");
    return;
  }
  if (const Tree* other = find(body, "to"); short_form && other)
    diagnostics_.report(Code::unknown_key, other->said.at,
                        fmt::format("`to` in a relation whose target stands under `{}`", text(short_form->text)));
  const std::vector<Said> to = texts_of(*targets, "a relation's target");
  if (targets->is_list() && targets->children.empty())
    diagnostics_.report(Code::empty_value, targets->said.at, "a relation with an empty list of targets");
  if (from) add_relation(*from, *type, to, body);
}

// The one key that is no field of a relation names its type.
std::optional<Said> RecordReader::relation_key(const Tree& body) {
  std::optional<Said> found;
  const bool has_type = find(body, "type") != nullptr;
  for_each_pair(body, [&](const Said& key, const Tree&) {
    const std::string_view name = text(key.text);
    if (is_in(relation_keys, name) || (reads_row_ && name == "record")) return;
    if (!found && !has_type) {
      found = key;
      return;
    }
    const std::string known =
        found ? fmt::format("`{}` is taken as its type already", text(found->text)) : "its `type` is given";
    const std::string slip = did_you_mean(text(key.text), relation_keys);
    diagnostics_.report(Code::unknown_key, key.at, fmt::format("unknown key `{}` in a relation", text(key.text)))
        .hint(slip.empty() ? known : slip);
  });
  return found;
}

void RecordReader::read_participants(const Said& event, const Tree& list) {
  if (!require_mapping(list, "participants")) return;
  for_each_pair(list, [&](const Said& actor, const Tree& body) { read_participant(event, actor, body); });
}

void RecordReader::read_participant(const Said& event, const Said& actor, const Tree& body) {
  const Said type{intern("participates_in"), actor.at};
  if (body.is_mapping()) {
    check_keys(body, participant_keys, "participant");
    return add_relation(actor, type, {Said{event.text, actor.at}}, body);
  }
  const std::optional<Said> role = text_of(body, "a participant's role");
  const std::uint32_t first = size_of(records_.fields);
  if (role) records_.fields.push_back({FieldName::role, StringId::empty, *role});
  const Said to{event.text, actor.at};
  records_.relations.push_back({actor, type, to, {first, role ? 1U : 0U}, {}, none<RelativeDateIndex>});
}

void RecordReader::add_relation(const Said& from, const Said& type, const std::vector<Said>& targets,
                                const Tree& body) {
  Slice fields = read_fields(body, relation_fields);
  const RelativeDateIndex when = read_when(body);
  read_texts_by_key(body, "properties", FieldName::property);
  fields.count = size_of(records_.fields) - fields.first;
  const Slice citations = read_citations(body);
  for (const Said& to : targets) records_.relations.push_back({from, type, to, fields, citations, when});
}

Slice RecordReader::read_citations(const Tree& body) {
  const std::uint32_t first = size_of(records_.citations);
  read_citation(body);
  if (const Tree* evidence = find(body, "evidence")) read_list_of_citations(*evidence);
  return {first, size_of(records_.citations) - first};
}

Slice RecordReader::read_evidence(const Tree& list) {
  const std::uint32_t first = size_of(records_.citations);
  read_list_of_citations(list);
  return {first, size_of(records_.citations) - first};
}

void RecordReader::read_list_of_citations(const Tree& list) {
  if (!list.is_list()) {
    diagnostics_.report(Code::wrong_shape, list.said.at, "`evidence` is not a list")
        .hint("write `- {source: …, quote: …}`");
    return;
  }
  for (const Tree& entry : list.children) {
    if (!require_mapping(entry, "evidence")) continue;
    check_keys(entry, citation_keys, "citation");
    if (!find(entry, "source") && !find(entry, "quote"))
      diagnostics_.report(Code::missing_field, entry.said.at, "an entry of `evidence` without a `source`");
    read_citation(entry);
  }
}

void RecordReader::read_citation(const Tree& body) {
  const std::optional<Said> source = read_text(body, "source");
  const std::optional<Said> quote = read_text(body, "quote");
  const std::optional<Said> prefix = read_text(body, "quote_prefix");
  const std::optional<Said> suffix = read_text(body, "quote_suffix");
  if (!quote && (prefix || suffix))
    diagnostics_.report(Code::missing_field, prefix ? prefix->at : suffix->at,
                        "`quote_prefix` or `quote_suffix` without a `quote`");
  if (!source && !quote) return;
  records_.citations.push_back({source.value_or(Said{}), quote.value_or(Said{}),
                                prefix ? prefix->text : StringId::empty, suffix ? suffix->text : StringId::empty});
}

}  // namespace throughline
