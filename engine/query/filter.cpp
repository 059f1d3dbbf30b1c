// SPDX-License-Identifier: Apache-2.0
#include "query/filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "model/rivals.hpp"
#include "query/selector.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    narrowing({"--relation", "TYPE…", "only relations of these types", ""}),
    narrowing({"--role", "ROLE…", "only relations in these roles", ""}),
    narrowing({"--source", "ID…", "only relations that one of these sources carries", ""}),
    narrowing({"--confidence", "stated|inferred|doubtful", "only relations at least so sure", "doubtful"}),
    narrowing({"--topic", "NODE…", "only events and initiatives that concern one of these", ""}),
};

void report_unknown(std::string_view what, std::string_view word, std::span<const std::string_view> known,
                    Diagnostics& diagnostics) {
  diagnostics.report(Code::unknown_word_asked, {}, fmt::format("no {} `{}`", what, word))
      .hint(did_you_mean(word, known));
}

bool contains(std::span<const NodeIndex> nodes, NodeIndex node) {
  return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

}  // namespace

std::span<const Parameter> filter_parameters() { return parameters; }

Filter::Filter(const Model& model, const Arguments& arguments, Diagnostics& diagnostics) : model_(model) {
  take_relation_types(arguments.all("--relation"), diagnostics);
  take_roles(arguments.all("--role"), diagnostics);
  for (const std::string& word : arguments.all("--source")) sources_.push_back(select_source(model, word, diagnostics));
  confidence_ = find_word<Confidence>(arguments.text("--confidence")).value_or(Confidence::doubtful);
  take_topics(arguments.all("--topic"), diagnostics);
}

// By its name, or by how it reads in either direction.
void Filter::take_relation_types(std::span<const std::string> words, Diagnostics& diagnostics) {
  const auto& known = model_.vocabulary.relation_types();
  if (!words.empty()) types_.resize(known.size());
  for (const std::string& word : words) {
    const std::string wanted = to_nfc(word);
    bool is_known = false;
    for (std::size_t i = 0; i < known.size(); ++i)
      if (wanted == known[i].name || wanted == known[i].label || wanted == known[i].inverse) {
        types_[i] = true;
        is_known = true;
      }
    if (!is_known) report_unknown("relation type", word, model_.vocabulary.relation_type_names(), diagnostics);
  }
}

void Filter::take_roles(std::span<const std::string> words, Diagnostics& diagnostics) {
  if (words.empty()) return;
  std::set<StringId> used;
  for (const Relation& relation : model_.relations)
    if (relation.role != StringId::empty) used.insert(relation.role);
  std::vector<std::string_view> known;
  for (const StringId role : used) known.push_back(model_.text(role));
  std::sort(known.begin(), known.end());
  for (const std::string& word : words) {
    const std::size_t before = roles_.size();
    for (const StringId role : used)
      if (fold_for_search(model_.text(role)) == fold_for_search(word)) roles_.push_back(role);
    if (roles_.size() == before) report_unknown("role", word, known, diagnostics);
  }
}

void Filter::take_topics(std::span<const std::string> words, Diagnostics& diagnostics) {
  for (const std::string& word : words)
    if (const NodeIndex topic = select_node(model_, word, diagnostics); topic != none<NodeIndex>)
      topics_.push_back(topic);
  if (topics_.empty()) return;
  for (const Node& node : model_.nodes) {
    const std::string& kind = model_.kind_of(node).name;
    is_on_topic_.push_back(kind != "event" && kind != "initiative");
  }
  const RelationTypeIndex concerns = model_.vocabulary.find_relation_type("concerns");
  for (const Relation& relation : model_.relations) {
    if (relation.type == concerns && !is_denial(relation) && contains(topics_, relation.to))
      is_on_topic_[position(relation.from)] = true;
  }
}

bool Filter::asks_relations() const {
  return !types_.empty() || !roles_.empty() || !sources_.empty() || confidence_ != Confidence::doubtful;
}

bool Filter::is_cited(const Relation& relation) const {
  const auto citations = model_.citations_of(relation.citations);
  return std::any_of(citations.begin(), citations.end(), [this](const Citation& citation) {
    return std::find(sources_.begin(), sources_.end(), citation.source) != sources_.end();
  });
}

bool Filter::keeps(const Relation& relation) const {
  return keeps(relation.type) &&
         (roles_.empty() || std::find(roles_.begin(), roles_.end(), relation.role) != roles_.end()) &&
         (sources_.empty() || is_cited(relation)) && relation.confidence <= confidence_;
}

std::string Filter::options() const {
  std::vector<std::string_view> options;
  if (!types_.empty()) options.emplace_back("--relation");
  if (!roles_.empty()) options.emplace_back("--role");
  if (!sources_.empty()) options.emplace_back("--source");
  if (confidence_ != Confidence::doubtful) options.emplace_back("--confidence");
  return fmt::format("{}", fmt::join(options, ", "));
}

void Filter::add_note(Table& table) const {
  if (!asks_relations()) return;
  const auto left_out = std::count_if(model_.relations.begin(), model_.relations.end(),
                                      [this](const Relation& each) { return !keeps(each); });
  if (left_out > 0)
    table.notes.push_back(
        fmt::format("{} left out by {}", count_of(static_cast<std::size_t>(left_out), "relation"), options()));
}

}  // namespace throughline
