// SPDX-License-Identifier: Apache-2.0
// What foreign relations name and nobody defines.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "formats/foreign_records.hpp"
#include "model/vocabulary.hpp"

namespace throughline {
namespace {

// A type for an edge of which nothing is said but its ends.
constexpr std::string_view directed_type = "links_to";
constexpr std::string_view undirected_type = "linked_with";

class Completion {
 public:
  Completion(Records& records, Diagnostics& diagnostics) : records_(records), diagnostics_(diagnostics) {}

  void run() {
    const bool has_foreign = std::any_of(records_.relations.begin(), records_.relations.end(),
                                         [](const RelationRecord& r) { return r.foreign != Foreign::no; });
    if (has_foreign) {
      name_types();
      declare_types();
      mark_undirected();
      make_nodes();
    }
    make_sources();
    declare_kind();
  }

 private:
  struct Use {
    bool directed = false;
    bool undirected = false;
    bool is_defined = false;
    bool is_symmetric = false;
    Location first;
  };

  void name_types() {
    const StringId directed = records_.strings.intern(directed_type);
    const StringId undirected = records_.strings.intern(undirected_type);
    for (RelationRecord& relation : records_.relations)
      if (relation.foreign != Foreign::no && relation.type.text == StringId::empty)
        relation.type = {relation.foreign == Foreign::directed ? directed : undirected, relation.to.at};
  }

  void declare_types() {
    uses_.resize(records_.strings.size());
    const Vocabulary built_in;
    for (const RelationType& type : built_in.relation_types())
      if (Use& use = use_of(type.name); true) use.is_defined = true, use.is_symmetric = type.symmetric;
    for (const RelationTypeRecord& type : records_.relation_types) {
      Use& use = uses_[position(type.id.text)];
      use.is_symmetric =
          type.symmetric.given() ? records_.strings[type.symmetric.text] == "true" : use.is_defined && use.is_symmetric;
      use.is_defined = true;
    }
    std::vector<StringId> order;
    for (const RelationRecord& relation : records_.relations) {
      if (relation.foreign == Foreign::no) continue;
      Use& use = uses_[position(relation.type.text)];
      if (!use.directed && !use.undirected) use.first = relation.type.at, order.push_back(relation.type.text);
      (relation.foreign == Foreign::directed ? use.directed : use.undirected) = true;
    }
    for (const StringId type : order)
      if (!uses_[position(type)].is_defined) declare(type);
  }

  Use& use_of(std::string_view name) {
    const StringId id = records_.strings.intern(name);
    if (position(id) >= uses_.size()) uses_.resize(records_.strings.size());
    return uses_[position(id)];
  }

  void declare(StringId name) {
    Use& use = uses_[position(name)];
    use.is_symmetric = !use.directed;
    RelationTypeRecord type{};
    type.id = {name, use.first};
    const auto said = [&](std::string_view text) { return Said{records_.strings.intern(text), use.first}; };
    if (use.is_symmetric) type.symmetric = said("true");
    if (records_.strings[name] == directed_type) type.inverse = said("is linked from");
    if (records_.strings[name] == undirected_type) type.label = said("is linked with");
    records_.relation_types.push_back(std::move(type));
  }

  // Fields are a run in a shared column: with one more they move to its end.
  void mark_undirected() {
    const StringId key = records_.strings.intern("directed");
    const StringId value = records_.strings.intern("false");
    for (RelationRecord& relation : records_.relations) {
      if (relation.foreign != Foreign::undirected || uses_[position(relation.type.text)].is_symmetric) continue;
      const auto first = static_cast<std::uint32_t>(records_.fields.size());
      for (std::size_t i = relation.fields.first; i < relation.fields.end(); ++i)
        records_.fields.push_back(FieldRecord(records_.fields[i]));
      records_.fields.push_back({FieldName::property, key, {value, relation.to.at}});
      relation.fields = {first, relation.fields.count + 1};
    }
  }

  void make_nodes() {
    const std::vector<Said> kinds = kinds_of_ends();
    std::vector<bool> is_there(records_.strings.size(), false);
    for (const NodeRecord& node : records_.nodes) is_there[position(node.id.text)] = true;
    const StringId unsaid = records_.strings.intern(unsaid_kind);
    std::size_t made = 0;
    Location first;
    for (const RelationRecord& relation : records_.relations) {
      if (relation.foreign == Foreign::no) continue;
      for (const Said* end : {&relation.from, &relation.to}) {
        if (is_there[position(end->text)]) continue;
        is_there[position(end->text)] = true;
        if (made++ == 0) first = end->at;
        const bool is_said = !kinds.empty() && kinds[position(end->text)].given();
        make_node(*end, is_said ? kinds[position(end->text)] : Said{unsaid, end->at});
      }
    }
    if (made > 0)
      diagnostics_.report(
          Code::nodes_made, first,
          fmt::format("{} named by edges only, the first here; each became a node with its id as its name",
                      made == 1 ? "1 node is" : count_of(made, "node") + " are"));
  }

  // By the id of a node; empty when no table says any. Of two kinds for one node the first in the alphabet.
  std::vector<Said> kinds_of_ends() const {
    std::vector<Said> kinds;
    if (records_.end_kinds.empty()) return kinds;
    kinds.resize(records_.strings.size());
    const auto note = [&](const Said& end, const Said& kind) {
      Said& known = kinds[position(end.text)];
      if (kind.given() && (!known.given() || records_.strings[kind.text] < records_.strings[known.text])) known = kind;
    };
    for (const auto& [relations, from, to] : records_.end_kinds)
      for (std::size_t i = relations.first; i < relations.end(); ++i) {
        note(records_.relations[i].from, from);
        note(records_.relations[i].to, to);
      }
    return kinds;
  }

  void make_sources() {
    std::vector<bool> is_there(records_.strings.size(), false);
    for (const SourceRecord& source : records_.sources) is_there[position(source.id.text)] = true;
    std::size_t made = 0;
    Location first;
    for (const Said& source : records_.sources_in_tables) {
      if (is_there[position(source.text)]) continue;
      is_there[position(source.text)] = true;
      if (made++ == 0) first = source.at;
      make_source(source);
    }
    if (made > 0)
      diagnostics_.report(
          Code::sources_made, first,
          fmt::format("{} cited by rows only, the first here; each became a source with its id as its title",
                      made == 1 ? "1 source is" : count_of(made, "source") + " are"));
  }

  void make_source(const Said& id) {
    const std::string_view text = records_.strings[id.text];
    SourceRecord source{id, {static_cast<std::uint32_t>(records_.fields.size()), 1}};
    records_.fields.push_back({FieldName::title, StringId::empty, id});
    if (text.starts_with("http://") || text.starts_with("https://")) {
      records_.fields.push_back({FieldName::url, StringId::empty, id});
      ++source.fields.count;
    }
    records_.sources.push_back(source);
  }

  void make_node(const Said& id, const Said& kind) {
    const auto at = static_cast<std::uint32_t>(records_.fields.size());
    records_.fields.push_back({FieldName::name, StringId::empty, id});
    records_.nodes.push_back({.id = id, .kind = kind, .fields = {at, 1}, .claims = {}, .citations = {}});
  }

  void declare_kind() {
    const StringId name = records_.strings.intern(unsaid_kind);
    const auto is_it = [&](const auto& record) { return record.text == name; };
    const auto used = std::find_if(records_.nodes.begin(), records_.nodes.end(),
                                   [&](const NodeRecord& node) { return is_it(node.kind); });
    const bool is_declared = std::any_of(records_.kinds.begin(), records_.kinds.end(),
                                         [&](const KindRecord& kind) { return is_it(kind.id); });
    if (used != records_.nodes.end() && !is_declared) records_.kinds.push_back({{name, used->kind.at}, {}});
  }

  Records& records_;
  Diagnostics& diagnostics_;
  std::vector<Use> uses_;  // by StringId of a type's name
};

}  // namespace

void complete_foreign(Records& records, Diagnostics& diagnostics) { Completion(records, diagnostics).run(); }

}  // namespace throughline
