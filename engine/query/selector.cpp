// SPDX-License-Identifier: Apache-2.0
#include "query/selector.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

template <typename Keep>
std::vector<NodeIndex> nodes_where(const Model& model, Keep keep) {
  std::vector<NodeIndex> found;
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i)
    if (keep(model.nodes[i])) found.push_back(NodeIndex{i});
  return found;
}

bool has_name(const Model& model, const Node& node, std::string_view folded) {
  const auto same = [&](StringId name) { return fold_for_search(model.text(name)) == folded; };
  if (same(node.name)) return true;
  const auto names = model.names_of(node);
  const auto aliases = model.aliases_of(node);
  return std::any_of(names.begin(), names.end(), [&](const LocalName& n) { return same(n.text); }) ||
         std::any_of(aliases.begin(), aliases.end(), same);
}

std::vector<NodeIndex> named(const Model& model, std::string_view word) {
  const std::string folded = fold_for_search(word);
  return nodes_where(model, [&](const Node& node) { return has_name(model, node, folded); });
}

void report_unknown(const Model& model, std::string_view word, bool only_nodes, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const Node& node : model.nodes) {
    known.push_back(model.text(node.id));
    known.push_back(model.text(node.name));
    for (const StringId alias : model.aliases_of(node)) known.push_back(model.text(alias));
  }
  if (!only_nodes) {
    for (const Node& node : model.nodes) known.push_back(model.text(node.type));
    for (const std::string_view kind : model.vocabulary.kind_names()) known.push_back(kind);
  }
  const std::string slip = did_you_mean(word, known);
  diagnostics
      .report(Code::unknown_name, {},
              fmt::format("{} `{}`",
                          only_nodes ? "no node has the id or name" : "nothing has the id, name, type or kind", word))
      .hint(slip.empty() ? fmt::format("`throughline find {}` searches in names, aliases and quotes", word) : slip);
}

void report_shared(const Model& model, std::string_view word, const std::vector<NodeIndex>& found,
                   Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (const NodeIndex node : found) ids.push_back(fmt::format("`{}`", model.text(model[node].id)));
  diagnostics.report(Code::ambiguous_name, {}, fmt::format("{} nodes are called `{}`", found.size(), word))
      .hint(fmt::format("use an id: {}", join(ids, ", ")));
}

}  // namespace

std::string hint_among(std::string_view word, std::span<const std::string_view> known, std::string_view what) {
  constexpr std::size_t most = 12;
  if (known.empty()) return fmt::format("the graph has no {}", what);
  if (std::string slip = did_you_mean(word, known); !slip.empty()) return slip;
  const std::string more = known.size() > most ? fmt::format(" and {} more", known.size() - most) : "";
  return fmt::format("{}: {}{}", what, fmt::join(known.first(std::min(known.size(), most)), ", "), more);
}

std::vector<NodeIndex> select(const Model& model, std::string_view word, Diagnostics& diagnostics) {
  const std::string wanted = to_nfc(word);
  const KindIndex kind = model.vocabulary.find_kind(wanted);
  const KindIndex section = kind != none<KindIndex> ? kind : model.vocabulary.find_section(wanted);
  if (section != none<KindIndex>) return nodes_where(model, [&](const Node& node) { return node.kind == section; });
  if (const NodeIndex node = model.find_node(wanted); node != none<NodeIndex>) return {node};
  auto typed = nodes_where(model, [&](const Node& node) { return model.text(node.type) == wanted; });
  if (!typed.empty()) return typed;
  auto found = named(model, wanted);
  if (found.empty()) report_unknown(model, word, false, diagnostics);
  if (found.size() <= 1) return found;
  report_shared(model, word, found, diagnostics);
  return {};
}

std::vector<NodeIndex> select_all(const Model& model, std::span<const std::string> words, Diagnostics& diagnostics) {
  std::vector<NodeIndex> all;
  for (const std::string& word : words) {
    const auto found = select(model, word, diagnostics);
    all.insert(all.end(), found.begin(), found.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

NodeIndex select_node(const Model& model, std::string_view word, Diagnostics& diagnostics) {
  const std::string wanted = to_nfc(word);
  if (const NodeIndex node = model.find_node(wanted); node != none<NodeIndex>) return node;
  const auto found = named(model, wanted);
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    report_unknown(model, word, true, diagnostics);
  } else {
    report_shared(model, word, found, diagnostics);
  }
  return none<NodeIndex>;
}

SourceIndex select_source(const Model& model, std::string_view word, Diagnostics& diagnostics) {
  const std::string wanted = to_nfc(word);
  if (const SourceIndex source = model.find_source(wanted); source != none<SourceIndex>) return source;
  const std::string folded = fold_for_search(wanted);
  std::vector<std::string_view> known;
  for (std::uint32_t i = 0; i < model.sources.size(); ++i) {
    if (fold_for_search(model.text(model.sources[i].title)) == folded) return SourceIndex{i};
    known.push_back(model.text(model.sources[i].id));
    known.push_back(model.text(model.sources[i].title));
  }
  std::vector<std::string_view> ids;
  for (const Source& source : model.sources) ids.push_back(model.text(source.id));
  const std::string slip = did_you_mean(word, known);
  diagnostics.report(Code::unknown_source_asked, {}, fmt::format("no source `{}`", word))
      .hint(slip.empty() ? hint_among(word, ids, "sources") : slip);
  return none<SourceIndex>;
}

const ViewDefinition* select_view(const Model& model, std::string_view name, Diagnostics& diagnostics) {
  if (const ViewDefinition* view = model.find_view(name)) return view;
  std::vector<std::string_view> known;
  for (const ViewDefinition& view : model.views) known.push_back(model.text(view.id));
  diagnostics.report(Code::unknown_view, {}, fmt::format("no view `{}`", name)).hint(hint_among(name, known, "views"));
  return nullptr;
}

}  // namespace throughline
