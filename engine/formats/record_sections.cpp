// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "formats/record_reader.hpp"

namespace throughline {
namespace {

constexpr std::string_view source_keys[] = {"title",    "publisher", "published", "url",
                                            "language", "note",      "text",      "sha256"};
constexpr std::string_view graph_keys[] = {"title", "description", "language", "tolerance"};
constexpr std::string_view kind_keys[] = {"plural"};
constexpr std::string_view type_keys[] = {"label", "inverse", "from", "to", "symmetric", "leads", "line", "dated_by"};
constexpr std::string_view view_keys[] = {
    "title",     "subtitle", "notes",  "sources",  "around", "depth",     "nodes",   "kinds", "types",
    "relations", "exclude",  "from",   "to",       "hops",   "max_nodes", "layout",  "lanes", "breaks",
    "vertical",  "as_of",    "during", "known_by", "policy", "between",   "cluster", "pages"};

constexpr std::pair<std::string_view, std::string_view> built_in_sections[] = {
    {"actors", "actor"}, {"events", "event"}, {"initiatives", "initiative"}};

std::string plural_of(const KindRecord& kind, const StringPool& strings) {
  return kind.plural.given() ? std::string(strings[kind.plural.text]) : std::string(strings[kind.id.text]) + "s";
}

std::uint32_t size_of(const auto& column) { return static_cast<std::uint32_t>(column.size()); }

}  // namespace

const RecordReader::FieldRow RecordReader::source_fields[8] = {
    {"title", FieldName::title}, {"publisher", FieldName::publisher}, {"published", FieldName::published},
    {"url", FieldName::url},     {"language", FieldName::language},   {"note", FieldName::note},
    {"text", FieldName::text},   {"sha256", FieldName::sha256}};

void RecordReader::read_declarations(const Tree& document) {
  if (!document.is_mapping()) return;
  if (const Tree* kinds = find(document, "kinds")) read_kinds(*kinds);
}

bool RecordReader::knows_sections_of(const Tree& document) {
  bool knows_all = true;
  for_each_pair(document, [&](const Said& key, const Tree&) {
    const std::string_view name = text(key.text);
    const bool is_other = name == "graph" || name == "sources" || name == "relations" || name == "kinds" ||
                          name == "relation_types" || name == "views" || name == "questions" || name == "tables";
    knows_all = knows_all && (is_other || kind_of_section(key).has_value());
  });
  return knows_all;
}

void RecordReader::read_document(const Tree& document) {
  if (!require_mapping_of(document, "the file")) return;
  for_each_pair(document, [&](const Said& key, const Tree& body) { read_section(key, body); });
}

void RecordReader::read_section(const Said& key, const Tree& body) {
  const std::string_view name = text(key.text);
  if (name == "kinds" || (reads_row_ && name == "record")) return;
  if (name == "graph") return read_graph(body);
  if (name == "sources") return read_sources(body);
  if (name == "relation_types") return read_relation_types(body);
  if (name == "views") return read_views(body);
  if (name == "questions") return read_questions(body);
  if (name == "tables") return read_tables(body);
  if (name == "relations") {
    if (!body.is_list()) {
      diagnostics_.report(Code::wrong_shape, body.said.at, "the section `relations` is not a list");
      return;
    }
    for (const Tree& entry : body.children) read_relation(std::nullopt, entry);
    return;
  }
  if (const auto kind = kind_of_section(key)) return read_nodes(*kind, name, body);
  report_unknown_section(key);
}

std::optional<Said> RecordReader::kind_of_section(const Said& key) {
  const std::string_view name = text(key.text);
  for (const auto& [plural, kind] : built_in_sections)
    if (name == plural) return Said{intern(kind), key.at};
  for (const KindRecord& kind : records_.kinds)
    if (name == plural_of(kind, records_.strings)) return Said{kind.id.text, key.at};
  return std::nullopt;
}

void RecordReader::report_unknown_section(const Said& key) {
  std::vector<std::string> plurals;
  for (const KindRecord& kind : records_.kinds) plurals.push_back(plural_of(kind, records_.strings));
  std::vector<std::string_view> known(plurals.begin(), plurals.end());
  known.insert(known.end(), {"actors", "events", "initiatives", "sources", "relations", "kinds", "relation_types",
                             "views", "questions", "tables", "graph"});
  const std::string slip = did_you_mean(text(key.text), known);
  diagnostics_.report(Code::unknown_key, key.at, fmt::format("unknown section `{}`", text(key.text)))
      .hint(slip.empty() ? "a kind of your own is declared under `kinds`" : slip);
}

void RecordReader::read_graph(const Tree& body) {
  if (!require_mapping(body, "graph")) return;
  check_keys(body, graph_keys, "graph");
  for (const auto& [key, name] :
       {std::pair{"title", FieldName::title}, std::pair{"description", FieldName::description},
        std::pair{"language", FieldName::language}, std::pair{"tolerance", FieldName::tolerance}})
    if (const auto said = read_text(body, key)) records_.graph_fields.push_back({name, StringId::empty, *said});
}

void RecordReader::read_sources(const Tree& body) {
  if (!require_mapping(body, "sources")) return;
  for_each_pair(body, [&](const Said& id, const Tree& source) { read_source(id, source); });
}

void RecordReader::read_source(const Said& id, const Tree& body) {
  if (!require_mapping(body, text(id.text))) return;
  check_keys(body, source_keys, "source");
  records_.sources.push_back({id, read_fields(body, source_fields)});
}

void RecordReader::read_kinds(const Tree& body) {
  if (!require_mapping(body, "kinds")) return;
  for_each_pair(body, [&](const Said& name, const Tree& kind) {
    if (!require_mapping(kind, text(name.text))) return;
    check_keys(kind, kind_keys, "kind");
    records_.kinds.push_back({name, read_text(kind, "plural").value_or(Said{})});
  });
}

void RecordReader::read_relation_types(const Tree& body) {
  if (!require_mapping(body, "relation_types")) return;
  for_each_pair(body, [&](const Said& name, const Tree& type) {
    if (!require_mapping(type, text(name.text))) return;
    check_keys(type, type_keys, "relation type");
    RelationTypeRecord record{.id = name,
                              .label = read_text(type, "label").value_or(Said{}),
                              .inverse = read_text(type, "inverse").value_or(Said{}),
                              .from = {},
                              .to = {},
                              .symmetric = read_text(type, "symmetric").value_or(Said{}),
                              .leads = read_text(type, "leads").value_or(Said{}),
                              .line = read_text(type, "line").value_or(Said{}),
                              .dated_by = read_text(type, "dated_by").value_or(Said{})};
    if (const Tree* from = find(type, "from")) record.from = texts_of(*from, "from"), record.from_given = true;
    if (const Tree* to = find(type, "to")) record.to = texts_of(*to, "to"), record.to_given = true;
    records_.relation_types.push_back(std::move(record));
  });
}

void RecordReader::read_views(const Tree& body) {
  if (!require_mapping(body, "views")) return;
  for_each_pair(body, [&](const Said& id, const Tree& view) {
    if (!require_mapping(view, text(id.text))) return;
    check_keys(view, view_keys, "view");
    records_.views.push_back(definition_of(id, view));
  });
}

// Which keys a question may have depends on the verb that it asks: query/saved_question judges that.
void RecordReader::read_questions(const Tree& body) {
  if (!require_mapping(body, "questions")) return;
  for_each_pair(body, [&](const Said& id, const Tree& question) {
    if (require_mapping(question, text(id.text))) records_.questions.push_back(definition_of(id, question));
  });
}

DefinitionRecord RecordReader::definition_of(const Said& id, const Tree& body) {
  DefinitionRecord record{.id = id, .fields = {}};
  for_each_pair(body, [&](const Said& key, const Tree& value) {
    record.fields.push_back({key, texts_of(value, text(key.text))});
  });
  return record;
}

Slice RecordReader::read_fields(const Tree& body, std::span<const FieldRow> rows) {
  const std::uint32_t first = size_of(records_.fields);
  for (const FieldRow& row : rows)
    if (const auto said = read_text(body, row.key)) records_.fields.push_back({row.name, StringId::empty, *said});
  return {first, size_of(records_.fields) - first};
}

std::optional<Said> RecordReader::read_text(const Tree& body, std::string_view key) {
  const Tree* tree = find(body, key);
  return tree ? text_of(*tree, key) : std::nullopt;
}

std::optional<Said> RecordReader::text_of(const Tree& tree, std::string_view what) {
  if (!tree.is_scalar()) {
    diagnostics_.report(Code::wrong_shape, tree.said.at,
                        fmt::format("`{}` is a {} where a text is needed", what, tree.is_list() ? "list" : "mapping"));
    return std::nullopt;
  }
  if (trim(text(tree.said.text)).empty()) {
    diagnostics_.report(Code::empty_value, tree.said.at, fmt::format("`{}` is empty", what));
    return std::nullopt;
  }
  return tree.said;
}

std::vector<Said> RecordReader::texts_of(const Tree& tree, std::string_view what) {
  std::vector<Said> texts;
  const auto add = [&](const Tree& each) {
    if (const auto said = text_of(each, what)) texts.push_back(*said);
  };
  if (tree.is_list()) {
    for (const Tree& child : tree.children) add(child);
  } else {
    add(tree);
  }
  return texts;
}

const Tree* RecordReader::find(const Tree& body, std::string_view key) const {
  for (std::size_t i = 0; i + 1 < body.children.size(); i += 2)
    if (text(body.children[i].said.text) == key) return &body.children[i + 1];
  return nullptr;
}

bool RecordReader::require_mapping(const Tree& tree, std::string_view name) {
  return tree.is_mapping() || require_mapping_of(tree, fmt::format("`{}`", name));
}

bool RecordReader::require_mapping_of(const Tree& tree, std::string_view words) {
  if (tree.is_mapping()) return true;
  const bool empty = tree.is_scalar() && tree.said.text == StringId::empty;
  diagnostics_.report(
      empty ? Code::empty_value : Code::wrong_shape, tree.said.at,
      empty ? fmt::format("{} holds nothing", words)
            : fmt::format("{} is a {} where a mapping is needed", words, tree.is_list() ? "list" : "text"));
  return false;
}

void RecordReader::check_keys(const Tree& body, std::span<const std::string_view> known, std::string_view what) {
  for_each_pair(body, [&](const Said& key, const Tree&) {
    const std::string_view name = text(key.text);
    const bool is_of_row = reads_row_ && (name == "record" || name == "id" || name == "kind");
    if (is_of_row || std::find(known.begin(), known.end(), name) != known.end()) return;
    diagnostics_.report(Code::unknown_key, key.at, fmt::format("unknown key `{}` in a {}", name, what))
        .hint(did_you_mean(name, known));
  });
}

}  // namespace throughline
