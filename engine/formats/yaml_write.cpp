// SPDX-License-Identifier: Apache-2.0
// A model as our dialect: what `convert table.csv -o story.yaml` gives to a person to go on with. Sections by kind,
// relations in the node where they start, participants in their event, short forms where there is nothing to lose.
#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "formats/dialect_json.hpp"
#include "formats/format.hpp"
#include "formats/yaml_text.hpp"

namespace throughline {

void write_yaml(const Model& model, Output& output, Losses& losses);

namespace {

constexpr std::string_view participation = "participates_in";

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A key of this name would be read as a field of the relation.
bool is_field_of_relation(std::string_view name) {
  return is_one_of(name, {"type", "to", "from", "when", "role", "status", "confidence", "note", "source", "quote",
                          "quote_prefix", "quote_suffix", "evidence", "properties"});
}

bool is_section(std::string_view plural) {
  return is_one_of(plural, {"graph", "sources", "relations", "kinds", "relation_types", "views", "questions"});
}

// One citation as fields of the record, several as a list.
Json with_short_evidence(Json record) {
  const auto evidence = record.find("evidence");
  if (evidence == record.end() || evidence->size() != 1) return record;
  const Json citation = std::move(evidence->front());
  record.erase(evidence);
  for (const auto& [key, value] : citation.items()) record[key] = value;
  return record;
}

Json with_short_claims(Json record) {
  for (const char* const key : {"when", "status"}) {
    const auto claims = record.find(key);
    if (claims == record.end()) continue;
    if (claims->is_object()) *claims = with_short_evidence(std::move(*claims));
    if (claims->is_array())
      for (Json& claim : *claims)
        if (claim.is_object()) claim = with_short_evidence(std::move(claim));
  }
  return record;
}

Json without(Json record, std::initializer_list<const char*> keys) {
  for (const char* const key : keys) record.erase(key);
  return record;
}

Json relation_entry(const Model& model, const Relation& relation) {
  Json row = with_short_evidence(without(dialect_json(model, relation), {"record", "from"}));
  const std::string type = row["type"];
  if (is_field_of_relation(type)) return row;
  Json entry = {{type, row["to"]}};
  for (const auto& [key, value] : row.items())
    if (key != "type" && key != "to") entry[key] = value;
  return entry;
}

Json participant_entry(const Model& model, const Relation& relation) {
  Json row = with_short_evidence(without(dialect_json(model, relation), {"record", "from", "type", "to"}));
  return row.size() == 1 && row.contains("role") ? row["role"] : row;
}

class YamlWriter {
 public:
  YamlWriter(const Model& model, Output& output, Losses& losses)
      : model_(model), output_(output), losses_(losses), out_(output.main()) {
    find_participants();
  }

  void write() {
    const Json graph = dialect_json_of_graph(model_);
    for (const char* const key : {"graph", "kinds", "relation_types"}) write_section(key, graph);
    if (!model_.sources.empty()) start_section("sources");
    for (const Source& source : model_.sources)
      write_record(model_.text(source.id), without(dialect_json(model_, source, output_), {"record", "id"}));
    for (const std::string_view kind : {"actor", "event", "initiative"}) write_nodes(kind);
    for (const Kind& kind : model_.vocabulary.kinds())
      if (!kind.built_in) write_nodes(kind.name);
    for (const char* const key : {"views", "questions"}) write_section(key, graph);
  }

 private:
  // The first of each actor in each event; a mapping has no room for a second.
  void find_participants() {
    const RelationTypeIndex type = model_.vocabulary.find_relation_type(participation);
    NodeIndex from = none<NodeIndex>;
    NodeIndex to = none<NodeIndex>;
    for (const Relation& relation : model_.relations) {
      const bool is_event = model_.kind_of(model_[relation.to]).name == "event";
      if (relation.type != type || !is_event || (relation.from == from && relation.to == to)) continue;
      from = relation.from, to = relation.to;
      participants_[relation.to].push_back(&relation);
      in_event_.insert(&relation);
    }
  }

  void start_section(std::string_view name) {
    out_ << (is_first_ ? "" : "\n") << yaml_key(name) << '\n';
    is_first_ = false;
  }

  void write_section(const char* key, const Json& graph) {
    const auto section = graph.find(key);
    if (section == graph.end()) return;
    start_section(key);
    out_ << yaml_block(*section, 2);
  }

  void write_record(std::string_view id, const Json& record) {
    Json with_id = Json::object();
    with_id[std::string(id)] = Json::object();
    const std::string key = yaml_block(with_id, 2);
    out_ << key.substr(0, key.size() - 4) << '\n' << yaml_block(record, 4);
  }

  void write_nodes(std::string_view kind) {
    const KindIndex index = model_.vocabulary.find_kind(kind);
    bool has_any = false;
    for (std::size_t i = 0; i < model_.nodes.size(); ++i) {
      const Node& node = model_.nodes[i];
      if (node.kind != index) continue;
      if (!std::exchange(has_any, true)) start_section(model_.vocabulary[index].plural);
      write_record(model_.text(node.id), node_record(node, NodeIndex{static_cast<std::uint32_t>(i)}));
    }
    if (has_any && is_section(model_.vocabulary[index].plural)) losses_.add("kinds with the name of a section");
  }

  Json node_record(const Node& node, NodeIndex index) {
    Json record = with_short_claims(with_short_evidence(without(dialect_json(model_, node), {"record", "id", "kind"})));
    if (const auto in_it = participants_.find(index); in_it != participants_.end())
      for (const Relation* relation : in_it->second)
        record["participants"][std::string(model_.text(model_[relation->from].id))] =
            participant_entry(model_, *relation);
    // Relations stand in the order of the nodes where they start.
    while (next_of_[position(index)] < model_.relations.size() &&
           model_.relations[next_of_[position(index)]].from == index) {
      const Relation& relation = model_.relations[next_of_[position(index)]++];
      if (!in_event_.contains(&relation)) record["relations"].push_back(relation_entry(model_, relation));
    }
    return record;
  }

  std::vector<std::size_t> first_relations() const {
    std::vector<std::size_t> first(model_.nodes.size(), model_.relations.size());
    for (std::size_t i = model_.relations.size(); i-- > 0;) first[position(model_.relations[i].from)] = i;
    return first;
  }

  const Model& model_;
  Output& output_;
  Losses& losses_;
  std::ostream& out_;
  std::map<NodeIndex, std::vector<const Relation*>> participants_;  // by event
  std::set<const Relation*> in_event_;
  std::vector<std::size_t> next_of_ = first_relations();  // by node: its relations that are to come
  bool is_first_ = true;
};

}  // namespace

void write_yaml(const Model& model, Output& output, Losses& losses) { YamlWriter(model, output, losses).write(); }

}  // namespace throughline
