// SPDX-License-Identifier: Apache-2.0
#include "formats/foreign_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "formats/json_tree.hpp"
#include "model/vocabulary.hpp"
#include "model/words.hpp"
#include "time/edtf.hpp"

namespace throughline {
namespace {

std::uint32_t size_of(const auto& column) { return static_cast<std::uint32_t>(column.size()); }

constexpr std::string_view cited[] = {"evidence_source", "evidence_quote", "evidence_quote_prefix",
                                      "evidence_quote_suffix"};
constexpr std::string_view name_prefix = "names.";

// Read by add_citations.
bool is_cited(std::string_view key) { return std::find(std::begin(cited), std::end(cited), key) != std::end(cited); }

bool is_said_property(const ForeignField& field) { return field.is_property || field.key.starts_with(property_prefix); }

bool is_of_claims(std::string_view key) { return key == "claims" || key == "when" || key == "status"; }

}  // namespace

ForeignRecords::ForeignRecords(Records& records, Diagnostics& diagnostics)
    : records_(records), diagnostics_(diagnostics), reader_(records, diagnostics) {}

ForeignRecords::~ForeignRecords() {
  for (const auto& [key, aside] : set_aside_)
    diagnostics_
        .report(Code::foreign_value, aside.first,
                fmt::format("`{}` of {} is not what a `{}` holds, as here `{}`", key, count_of(aside.count, "record"),
                            key, aside.example))
        .hint("kept as a property of that name");
}

// White space says nothing either, in our dialect it is an error.
bool ForeignRecords::is_given(const Said& value) const {
  return value.text != StringId::empty && !trim(records_.strings[value.text]).empty();
}

const ForeignField* ForeignRecords::find(Fields fields, std::string_view key) const {
  const auto at = std::find_if(fields.begin(), fields.end(), [&](const ForeignField& field) {
    return !field.is_property && field.key == key && is_given(field.value);
  });
  return at == fields.end() ? nullptr : &*at;
}

// The first of these that is given: the field under which a file says it best.
const ForeignField* ForeignRecords::find_first(Fields fields, std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys)
    if (const ForeignField* field = find(fields, key)) return field;
  return nullptr;
}

Said ForeignRecords::said(std::string_view text, Location at) { return {records_.strings.intern(to_nfc(text)), at}; }

void ForeignRecords::add_node(const Said& id, std::span<const ForeignField> fields) {
  const ForeignField* name = find_first(fields, {"name", "label"});
  const ForeignField* kind = find(fields, "kind");
  NodeRecord node{.id = id, .kind = {}, .fields = {}, .claims = {}, .citations = {}};
  node.kind = kind && is_kind(kind->value.text) ? kind->value : Said{records_.strings.intern(unsaid_kind), id.at};
  node.fields.first = size_of(records_.fields);
  ++record_;
  node.claims.first = size_of(records_.claims);
  const std::optional<Tree> evidence = evidence_of(fields);
  const bool has_claims = add_all_claims(fields, node);
  add_field(FieldName::name, name ? name->value : id);
  if (kind && !is_kind(kind->value.text))
    find(fields, "type") ? add_property(*kind) : add_field(FieldName::type, kind->value);
  for (const ForeignField& field : fields)
    if (&field != name && &field != kind && is_given(field.value) &&
        !(evidence && !field.is_property && field.key == "evidence") &&
        !(has_claims && !field.is_property && is_of_claims(field.key)) && !add_node_field(field))
      add_property(field);
  node.fields.count = size_of(records_.fields) - node.fields.first;
  node.claims.count = size_of(records_.claims) - node.claims.first;
  node.citations = add_citations(fields, evidence);
  records_.nodes.push_back(node);
}

// Whether the field was one of ours, and held what it promises.
bool ForeignRecords::add_node_field(const ForeignField& field) {
  if (is_said_property(field)) return false;
  constexpr std::pair<std::string_view, FieldName> texts[] = {
      {"type", FieldName::type}, {"place", FieldName::place}, {"note", FieldName::note}, {"url", FieldName::url}};
  const std::string_view key = field.key;
  const Said& value = field.value;
  for (const auto& [known, name] : texts)
    if (key == known) return add_field(name, value), true;
  if (is_cited(key)) return true;
  if (key.starts_with(name_prefix))
    return add_field(FieldName::other_name, value, records_.strings.intern(key.substr(name_prefix.size()))), true;
  if (key == "aliases") return add_aliases(value), true;
  return (key == "when" || key == "status") && add_claim(field);
}

void ForeignRecords::add_aliases(const Said& value) {
  const std::string_view text = records_.strings[value.text];
  JsonProblem unheard;
  const std::optional<Tree> list =
      text.starts_with('[') ? read_json_tree(text, {nullptr, 0, value.at}, records_.strings, diagnostics_, unheard)
                            : std::nullopt;
  if (list) {
    for (const Tree& alias : list->children)
      if (alias.is_scalar() && is_given(alias.said)) add_field(FieldName::alias, alias.said);
    return;
  }
  for (const std::string_view alias : split(text, '|'))
    if (!trim(alias).empty()) add_field(FieldName::alias, said(trim(alias), value.at));
}

// All claims in the words of our dialect; a date and a status beside them say no more.
bool ForeignRecords::add_all_claims(Fields fields, NodeRecord& node) {
  const ForeignField* claims = find(fields, "claims");
  const std::optional<Tree> tree = claims ? tree_of(*claims) : std::nullopt;
  if (tree) node.claims = reader_.read_claims(*tree);
  return tree.has_value();
}

bool ForeignRecords::add_claim(const ForeignField& field) {
  const std::string_view key = field.key;
  const Said& value = field.value;
  const bool is_date_field = key == "when";
  const bool holds = is_date_field ? is_date(value.text) : find_word<Status>(records_.strings[value.text]).has_value();
  if (!holds) return set_aside(key, value), false;
  records_.claims.push_back({is_date_field ? FieldName::when : FieldName::status, value, {}, {}});
  return true;
}

void ForeignRecords::add_relation(const ForeignEnds& ends, std::span<const ForeignField> fields) {
  const ForeignField* type = find_first(fields, {"type", "relation", "label"});
  RelationRecord relation{
      .from = ends.from, .type = type ? type->value : Said{}, .to = ends.to, .fields = {}, .citations = {}};
  relation.foreign = ends.is_directed ? Foreign::directed : Foreign::undirected;
  relation.fields.first = size_of(records_.fields);
  ++record_;
  const std::optional<Tree> evidence = evidence_of(fields);
  for (const ForeignField& field : fields)
    if (&field != type && is_given(field.value) && !(evidence && !field.is_property && field.key == "evidence") &&
        !add_relation_field(field))
      add_property(field);
  relation.fields.count = size_of(records_.fields) - relation.fields.first;
  relation.citations = add_citations(fields, evidence);
  records_.relations.push_back(relation);
}

bool ForeignRecords::add_relation_field(const ForeignField& field) {
  if (is_said_property(field)) return false;
  const std::string_view key = field.key;
  const Said& value = field.value;
  if (is_cited(key)) return true;
  if (key == "role") return add_field(FieldName::role, value), true;
  if (key == "note") return add_field(FieldName::note, value), true;
  const std::string_view text = records_.strings[value.text];
  const auto add_if = [&](bool holds, FieldName name) {
    if (holds) add_field(name, value);
    if (!holds) set_aside(key, value);
    return holds;
  };
  if (key == "when") return add_if(is_date(value.text), FieldName::when);
  if (key == "status") return add_if(find_word<Assertion>(text).has_value(), FieldName::status);
  if (key == "confidence") return add_if(find_word<Confidence>(text).has_value(), FieldName::confidence);
  return false;
}

// A list of citations as our writers make it; others mean something else by that name.
std::optional<Tree> ForeignRecords::evidence_of(Fields fields) {
  const ForeignField* field = find(fields, "evidence");
  if (!field) return std::nullopt;
  std::optional<Tree> tree = tree_of(*field);
  if (!tree) return std::nullopt;
  const auto names_source = [&](const Tree& entry) {
    return entry.is_mapping() && std::any_of(entry.children.begin(), entry.children.end(), [&](const Tree& key) {
             return records_.strings[key.said.text] == "source";
           });
  };
  if (tree->is_list() && std::all_of(tree->children.begin(), tree->children.end(), names_source)) return tree;
  set_aside(field->key, field->value);
  return std::nullopt;
}

Slice ForeignRecords::add_citations(Fields fields, const std::optional<Tree>& evidence) {
  if (evidence) return reader_.read_evidence(*evidence);
  const ForeignField* source = find(fields, "evidence_source");
  const ForeignField* quote = find(fields, "evidence_quote");
  const ForeignField* prefix = find(fields, "evidence_quote_prefix");
  const ForeignField* suffix = find(fields, "evidence_quote_suffix");
  const std::uint32_t first = size_of(records_.citations);
  if (source || quote)
    records_.citations.push_back({source ? source->value : Said{}, quote ? quote->value : Said{},
                                  prefix ? prefix->value.text : StringId::empty,
                                  suffix ? suffix->value.text : StringId::empty});
  return {first, size_of(records_.citations) - first};
}

void ForeignRecords::add_dialect(const Said& json) {
  const std::optional<Tree> tree = tree_of({"throughline", json});
  if (tree) reader_.read_row(*tree);
}

void ForeignRecords::add_graph_field(FieldName name, const Said& value) {
  const bool is_said = std::any_of(records_.graph_fields.begin(), records_.graph_fields.end(),
                                   [&](const FieldRecord& field) { return field.name == name; });
  if (value.text == StringId::empty) return;
  if (is_said) return set_aside("title", value);
  records_.graph_fields.push_back({name, StringId::empty, value});
}

std::optional<Tree> ForeignRecords::tree_of(const ForeignField& field) {
  JsonProblem problem;
  std::optional<Tree> tree = read_json_tree(records_.strings[field.value.text], {nullptr, 0, field.value.at},
                                            records_.strings, diagnostics_, problem);
  if (!tree) set_aside(field.key, field.value);
  return tree;
}

void ForeignRecords::add_field(FieldName name, const Said& value, StringId key) {
  records_.fields.push_back({name, key, value});
}

// A second one of a name gets a name of its own: all are kept.
void ForeignRecords::add_property(const ForeignField& field) {
  const bool is_prefixed = !field.is_property && field.key.starts_with(property_prefix);
  const std::string name = to_nfc(field.key.substr(is_prefixed ? property_prefix.size() : 0));
  StringId key = records_.strings.intern(name);
  const auto is_taken = [&] {
    if (position(key) >= keys_.size()) keys_.resize(records_.strings.size(), 0);
    return keys_[position(key)] == record_;
  };
  for (std::size_t next = 2; is_taken(); ++next) key = records_.strings.intern(fmt::format("{} ({})", name, next));
  keys_[position(key)] = record_;
  add_field(FieldName::property, field.value, key);
}

bool ForeignRecords::is_kind(StringId text) const {
  const std::string_view name = records_.strings[text];
  const bool is_built_in = name == "actor" || name == "event" || name == "initiative" || name == unsaid_kind;
  return is_built_in || std::any_of(records_.kinds.begin(), records_.kinds.end(),
                                    [&](const KindRecord& kind) { return kind.id.text == text; });
}

bool ForeignRecords::is_date(StringId text) {
  if (position(text) >= dates_.size()) dates_.resize(records_.strings.size(), 0);
  signed char& known = dates_[position(text)];
  EdtfError error;
  if (known == 0) known = parse_edtf(records_.strings[text], error) ? 1 : -1;
  return known > 0;
}

void ForeignRecords::set_aside(std::string_view key, const Said& value) {
  SetAside& aside = set_aside_[std::string(key)];
  if (aside.count++ > 0) return;
  aside.first = value.at;
  aside.example = shorten(records_.strings[value.text], 60);
}

}  // namespace throughline
