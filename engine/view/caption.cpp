// SPDX-License-Identifier: Apache-2.0
#include "view/caption.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "model/status_over_time.hpp"
#include "query/certainty.hpp"
#include "time/wording.hpp"
#include "view/links_shown.hpp"

namespace throughline {
namespace {

std::string evidence_text(const Model& model, Slice citations) {
  std::string text;
  for (const Citation& citation : model.citations_of(citations)) {
    const std::string_view title = model.text(model[citation.source].title);
    text += citation.quote == StringId::empty ? fmt::format("\n{}", title)
                                              : fmt::format("\n{}: “{}”", title, model.text(citation.quote));
  }
  return text;
}

void append(std::string& text, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += " · ";
  text += part;
}

std::string_view korean_name(const Model& model, const Node& node) {
  for (const LocalName& name : model.names_of(node))
    if (model.text(name.language) == "ko") return model.text(name.text);
  return {};
}

// Type alone when it has no kind's own word; the kind when there is no type.
std::string_view sort_of(const Model& model, const Node& node) {
  return node.type != StringId::empty ? model.text(node.type) : std::string_view(model.kind_of(node).name);
}

void mark_cited(const Model& model, Slice citations, std::vector<bool>& cited) {
  for (const Citation& citation : model.citations_of(citations)) cited[position(citation.source)] = true;
}

std::string_view name_of(const Model& model, NodeIndex node) { return model.text(model[node].name); }

// "Ministry of Unification, 2021 Work Plan (21 January 2021)".
std::string source_text(const Model& model, const Source& source) {
  const StringId publisher =
      source.publisher_node == none<NodeIndex> ? source.publisher : model[source.publisher_node].name;
  const std::string by = publisher == StringId::empty ? "" : fmt::format("{}, ", model.text(publisher));
  const std::string when = source.published == none<DateIndex> ? "undated" : words(model[source.published].value);
  return fmt::format("{}{} ({})", by, model.text(source.title), when);
}

bool is_covered(const Model& model, Slice citations, const std::vector<bool>& cited) {
  const auto list = model.citations_of(citations);
  return std::any_of(list.begin(), list.end(), [&](const Citation& c) { return cited[position(c.source)]; });
}

// The sources of what the figure says, that is of its relations; of a node only where none of these names it. A
// ministry that all documents name does not put all documents below each figure.
std::string sources_line(const Model& model, const Selection& selection) {
  std::vector<bool> cited(model.sources.size(), false);
  for (const RelationIndex relation : selection.relations) mark_cited(model, model[relation].citations, cited);
  for (const NodeIndex node : selection.nodes)
    if (!is_covered(model, model[node].citations, cited)) mark_cited(model, model[node].citations, cited);
  std::vector<const Source*> order;
  for (std::size_t i = 0; i < cited.size(); ++i)
    if (cited[i]) order.push_back(&model.sources[i]);
  const auto published = [&](const Source* s) {
    return s->published == none<DateIndex> ? Extent{} : model[s->published].extent;
  };
  std::stable_sort(order.begin(), order.end(), [&](const Source* a, const Source* b) {
    if ((a->published == none<DateIndex>) != (b->published == none<DateIndex>)) return b->published == none<DateIndex>;
    return compare_in_time(published(a), published(b)) < 0;
  });
  std::vector<std::string> list;
  for (const Source* source : order) list.push_back(source_text(model, *source));
  return list.empty() ? std::string()
                      : fmt::format("{}: {}", list.size() == 1 ? "Source" : "Sources", join(list, "; "));
}

std::string left_out_note(const Scope& scope, const Selection& selection) {
  const std::size_t shown = selection.nodes.size();
  if (selection.chains)
    return fmt::format("{} left out, {} would be needed for them; --max-nodes 0 draws all.",
                       count_of(selection.chains->left_out, scope.links ? "link" : "longer or less certain chain"),
                       count_of(selection.left_out.size(), "more node"));
  return fmt::format("{} of {} nodes are shown, those with the most relations; --max-nodes 0 draws all.", shown,
                     shown + selection.left_out.size());
}

// What a node is drawn as: as of a time the only status it can have had; else what it is now.
struct StatusThen {
  Status status;
  std::string text;  // "adopted", "possibly planned or adopted"
};

StatusThen status_then(const Node& node, const Standings& standings) {
  if (!standings.standpoint().asks_when()) return {node.status, std::string(name(node.status))};
  std::vector<std::string> names;
  bool is_certain = false;
  const std::vector<StatusOn> list = standings.statuses_of(node);
  for (const StatusOn& then : list) {
    names.emplace_back(name(then.status));
    is_certain |= then.verdict == Verdict::certain;
  }
  return {list.size() == 1 ? list.front().status : Status::none,
          (names.empty() || is_certain ? "" : "possibly ") + join(names, " or ")};
}

Standing standing_of(const Model& model, NodeIndex index, Status status, const Standings& standings) {
  const Node& node = model[index];
  Standing standing;
  standing.planned = status == Status::planned || status == Status::proposed;
  standing.stalled = status == Status::stalled || status == Status::suspended;
  standing.ended = status == Status::ended || status == Status::cancelled;
  standing.denied = status == Status::rejected;
  standing.uncertain = node.when != none<DateIndex> && model[node.when].extent.uncertain;
  if (standings.standpoint().has_clock()) {
    standing.uncertain = standings.of(index).held == Held::possibly;
    standing.undated = standings.of(index).held == Held::undated;
  }
  return standing;
}

std::string detail_of(const Model& model, const Node& node, std::string_view status) {
  std::string detail;
  append(detail, korean_name(model, node));
  append(detail, sort_of(model, node));
  append(detail, status == name(Status::ongoing) ? std::string_view() : status);
  append(detail, short_date(model, node.when));
  return detail;
}

std::string description_of(const Model& model, const Node& node, std::string_view status) {
  std::string text = fmt::format("{}: {}", model.text(node.name), sort_of(model, node));
  for (const LocalName& name : model.names_of(node)) text += fmt::format(", {}", model.text(name.text));
  if (node.when != none<DateIndex>) text += fmt::format(", {}", words(model[node.when].value));
  if (!status.empty()) text += fmt::format(", {}", status);
  if (node.note != StringId::empty) text += fmt::format("\n{}", model.text(node.note));
  return text + evidence_text(model, node.citations);
}

// "3 certainly, 2 possibly, 9 undated", without what there is none of; no line breaks after a number.
std::string drawn_range(const HeldCounts& counts) {
  std::vector<std::string> parts;
  if (counts.certainly > 0) parts.push_back(fmt::format("{}\u00A0certainly", counts.certainly));
  if (counts.possibly > 0) parts.push_back(fmt::format("{}\u00A0possibly", counts.possibly));
  if (counts.undated > 0) parts.push_back(fmt::format("{}\u00A0undated", counts.undated));
  return parts.empty() ? "none" : join(parts, ", ");
}

// "3 chains of 2 relations, the shortest", "14 chains of up to 4 relations", "14 links of up to 2 relations, the best
// of each pair".
std::string chains_text(const Scope& scope, const ShownChains& shown) {
  const std::string each = count_of(shown.hops, "relation");
  if (scope.links)
    return fmt::format("{} of up to {}{}", count_of(shown.count, "link"), each,
                       scope.links->has("--all") ? "" : ", the best of each pair");
  const std::string chains = count_of(shown.count, "chain");
  if (scope.hops > 0) return fmt::format("{} of up to {}", chains, each);
  return fmt::format("{} of {}, the shortest", chains, each);
}

// What is not shown of the chains.
std::string chains_note(const Scope& scope, const ShownChains& shown) {
  std::string text;
  if (shown.apart > 0)
    text = fmt::format("Not drawn: {}, whose relations held {} but not together. ", count_of(shown.apart, "chain"),
                       words(scope.time));
  if (!shown.is_complete) text += "The search was stopped: there may be more chains.";
  return std::string(trim(text));
}

std::string subtitle_of(const Scope& scope, const Selection& selection) {
  const std::string own = !scope.subtitle.empty() ? scope.subtitle
                          : selection.chains      ? chains_text(scope, *selection.chains)
                                                  : fmt::format("{} and {}", count_of(selection.nodes.size(), "node"),
                                                                count_of(selection.relations.size(), "relation"));
  if (!scope.time.has_clock()) return own;
  HeldCounts nodes;
  HeldCounts relations;
  for (const NodeIndex node : selection.nodes) nodes.add(selection.standings->of(node));
  for (const RelationIndex relation : selection.relations) relations.add(selection.standings->of(relation));
  const bool says_more = !scope.subtitle.empty() || selection.chains;
  return fmt::format("{}{} · nodes: {} · relations: {}", says_more ? own + " · " : "", words(scope.time),
                     drawn_range(nodes), drawn_range(relations));
}

std::string certain_note(const HeldCounts& counts, std::string_view noun) {
  return fmt::format("{} {} possibly, {} undated", noun, counts.possibly, counts.undated);
}

// Where `~` decided how something drawn stands: how far it reaches, and for how many things.
std::string tolerance_note(const Model& model, const Selection& selection) {
  const Standings& standings = *selection.standings;
  std::vector<DateIndex> decided;
  const auto look_at = [&](const auto index) {
    if (standings.of(index).by_tolerance) decided.push_back(model[index].when);
  };
  for (const NodeIndex node : selection.nodes) look_at(node);
  for (const RelationIndex relation : selection.relations) look_at(relation);
  return decided.empty() ? ""
                         : fmt::format("Approximate dates: {} about {}.", standings.tolerance_text(decided),
                                       count_of(decided.size(), "thing"));
}

// What the question about time leaves out of this figure.
std::string absent_note(const Model& model, const Standpoint& time, const Selection& selection) {
  std::vector<std::string> sentences;
  if (const std::size_t nodes = selection.all_nodes.never; nodes > 0)
    sentences.push_back(never_text(time, nodes, Counted::nodes));
  if (const std::size_t relations = selection.all_relations.never; relations > 0)
    sentences.push_back(never_text(time, relations, Counted::relations));
  if (const std::size_t relations = selection.all_relations.set_aside; relations > 0)
    sentences.push_back(set_aside_text(model, time.policy, relations, Counted::relations));
  if (time.certain_only)
    sentences.push_back(fmt::format("only what is certain is drawn, not {}, {}",
                                    certain_note(selection.all_nodes, "of nodes"),
                                    certain_note(selection.all_relations, "of relations")));
  return sentences.empty() ? "" : fmt::format("Not drawn: {}.", join(sentences, "; "));
}

}  // namespace

NodeCaption caption_of(const Model& model, NodeIndex index, const Standings& standings) {
  const Node& node = model[index];
  const StatusThen then = status_then(node, standings);
  return {standing_of(model, index, then.status, standings), detail_of(model, node, then.text),
          description_of(model, node, then.text)};
}

Standing standing_of(const Model& model, RelationIndex index, const Standings& standings) {
  const Relation& relation = model[index];
  Standing standing;
  standing.planned = relation.assertion == Assertion::planned;
  standing.denied = is_denial(relation);
  standing.uncertain = !standing.planned && !standing.denied && standings.certainty_of(index) != Verdict::certain;
  if (standings.standpoint().has_clock()) {
    standing.uncertain = !standing.planned && standings.of(index).held == Held::possibly;
    standing.undated = standings.of(index).held == Held::undated;
  }
  return standing;
}

std::string short_date(const Model& model, DateIndex date) {
  return date == none<DateIndex> ? std::string() : short_words(model[date].value);
}

std::string description_of(const Model& model, const Relation& relation) {
  const std::string role = relation.role == StringId::empty ? "" : fmt::format(" as {}", model.text(relation.role));
  const std::string when =
      relation.when == none<DateIndex> ? "" : fmt::format(", {}", words(model[relation.when].value));
  const std::string caveat = caveat_of(model, relation);
  return fmt::format("{} {} {}{}{}{}{}", model.text(model[relation.from].name), model.type_of(relation).label,
                     model.text(model[relation.to].name), role, when, caveat.empty() ? "" : fmt::format("\n{}", caveat),
                     evidence_text(model, relation.citations));
}

Headline headline_of(const Model& model, const Scope& scope, const Selection& selection, std::string_view stamp) {
  Headline headline;
  headline.title = !scope.title.empty() ? scope.title
                   : scope.links        ? fmt::format("From {} to {}", ends_words(model, *scope.links, "--from"),
                                                      ends_words(model, *scope.links, "--to"))
                   : selection.chains   ? fmt::format("What lies between {} and {}", name_of(model, scope.between[0]),
                                                      name_of(model, scope.between[1]))
                   : !model.text(model.title).empty() ? model.text(model.title)
                                                      : "Who links to what";
  headline.subtitle = subtitle_of(scope, selection);
  headline.notes = scope.notes;
  if (!selection.left_out.empty()) headline.notes.push_back(left_out_note(scope, selection));
  if (selection.chains)
    if (std::string note = chains_note(scope, *selection.chains); !note.empty()) headline.notes.push_back(note);
  if (!scope.highlight.rest_recedes) headline.strong = scope.links ? "an end of the links" : "an end of the chains";
  if (const std::string note = absent_note(model, scope.time, selection); !note.empty()) headline.notes.push_back(note);
  if (const std::string note = tolerance_note(model, selection); !note.empty()) headline.notes.push_back(note);
  if (scope.time.has_clock()) {
    headline.possible = fmt::format("possibly, {}", words(scope.time));
    headline.undated =
        scope.time.known_by ? (scope.time.asks_when() ? "no date or dated source" : "no dated source") : "no date";
  }
  headline.sources = sources_line(model, selection);
  headline.stamp = stamp;
  headline.language = model.language == StringId::empty ? "en" : std::string(model.text(model.language));
  return headline;
}

}  // namespace throughline
