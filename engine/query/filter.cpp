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
      .hint(hint_among(word, known, fmt::format("{}s", what)));
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
  find_what_it_is_about();
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
  asks_roles_ = !words.empty();
  if (!asks_roles_) return;
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
  if (words.empty()) return;
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
  return !types_.empty() || asks_roles_ || !sources_.empty() || confidence_ != Confidence::doubtful;
}

// Of the kinds that --topic asks for, or a topic itself.
bool Filter::is_subject(NodeIndex node) const {
  const std::string& kind = model_.kind_of(model_[node]).name;
  return contains(topics_, node) || ((kind == "event" || kind == "initiative") && is_on_topic_[position(node)]);
}

void Filter::find_what_it_is_about() {
  if (!asks_topics() && sources_.empty()) return;
  std::vector<bool> on_topic(model_.nodes.size(), !asks_topics());
  if (asks_topics()) {
    for (std::uint32_t i = 0; i < on_topic.size(); ++i) on_topic[i] = is_subject(NodeIndex{i});
    for (const Relation& relation : model_.relations)
      if (!is_denial(relation) && keeps_with_ends(relation) && (is_subject(relation.from) || is_subject(relation.to)))
        on_topic[position(relation.from)] = on_topic[position(relation.to)] = true;
  }
  is_about_ = std::move(on_topic);
  if (!sources_.empty()) keep_what_sources_tell();
}

void Filter::keep_what_sources_tell() {
  std::vector<bool> told(model_.nodes.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    const auto claims = model_.claims_of(model_.nodes[i]);
    told[i] =
        is_carried(model_.nodes[i].citations) ||
        std::any_of(claims.begin(), claims.end(), [this](const Claim& claim) { return is_carried(claim.citations); });
  }
  for (const Relation& relation : model_.relations)
    if (is_carried(relation.citations)) told[position(relation.from)] = told[position(relation.to)] = true;
  for (std::size_t i = 0; i < told.size(); ++i) is_about_[i] = is_about_[i] && told[i];
}

bool Filter::is_about(const Relation& relation) const {
  if (!keeps_with_ends(relation) || !is_about(relation.from) || !is_about(relation.to)) return false;
  return !asks_topics() || is_subject(relation.from) || is_subject(relation.to);
}

bool Filter::is_carried(Slice citations) const {
  const auto cited = model_.citations_of(citations);
  return sources_.empty() || std::any_of(cited.begin(), cited.end(), [this](const Citation& citation) {
           return std::find(sources_.begin(), sources_.end(), citation.source) != sources_.end();
         });
}

bool Filter::keeps(const Relation& relation) const {
  return keeps(relation.type) &&
         (!asks_roles_ || std::find(roles_.begin(), roles_.end(), relation.role) != roles_.end()) &&
         is_carried(relation.citations) && relation.confidence <= confidence_;
}

std::string Filter::options() const {
  std::vector<std::string_view> options;
  if (!types_.empty()) options.emplace_back("--relation");
  if (asks_roles_) options.emplace_back("--role");
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
