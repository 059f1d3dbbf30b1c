// SPDX-License-Identifier: Apache-2.0
#include "query/evidence.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace throughline {

Verdict certainty_of(const Model& model, const Relation& relation) {
  if (relation.assertion == Assertion::denied || relation.assertion == Assertion::disproven) return Verdict::impossible;
  const bool is_plain = relation.assertion == Assertion::asserted && relation.confidence == Confidence::stated;
  const bool is_dated_surely = relation.when == none<DateIndex> || !model[relation.when].extent.uncertain;
  return is_plain && is_dated_surely ? Verdict::certain : Verdict::possible;
}

Verdict certainty_of(const Model& model, const Chain& chain) {
  Verdict weakest = Verdict::certain;
  for (const Step& step : chain.steps) weakest = both(weakest, certainty_of(model, model[step.relation]));
  return weakest;
}

Verdict held_together(const Model& model, const Chain& chain) {
  Verdict verdict = Verdict::certain;
  for (std::size_t i = 0; i < chain.steps.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const DateIndex a = model[chain.steps[i].relation].when;
      const DateIndex b = model[chain.steps[j].relation].when;
      const bool both_dated = a != none<DateIndex> && b != none<DateIndex>;
      verdict =
          both(verdict, both_dated ? overlaps(model[a].value, model[b].value, Reading{}).verdict : Verdict::possible);
    }
  return verdict;
}

std::string_view together_text(Verdict verdict) {
  return verdict == Verdict::certain ? "certainly" : verdict == Verdict::possible ? "possibly" : "never";
}

Json node_reference(const Model& model, NodeIndex index) {
  const Node& node = model[index];
  return {{"id", model.text(node.id)}, {"name", model.text(node.name)}, {"kind", model.kind_of(node).name}};
}

Json evidence_json(const Model& model, Slice citations) {
  Json list = Json::array();
  for (const Citation& citation : model.citations_of(citations))
    list.push_back({{"source", model.text(model[citation.source].id)},
                    {"quote", citation.quote == StringId::empty ? Json() : Json(model.text(citation.quote))},
                    {"file", model.inputs.name(citation.at)},
                    {"line", model.inputs.line(citation.at)}});
  return list;
}

Json date_json(const Model& model, DateIndex date) {
  return date == none<DateIndex> ? Json() : Json(model.date_text(date));
}

Json step_json(const Model& model, NodeIndex from, const Step& step) {
  const Relation& relation = model[step.relation];
  return {{"from", node_reference(model, from)},
          {"relation", model.type_of(relation).name},
          {"label", label_of(model, step)},
          {"to", node_reference(model, step.to)},
          {"direction", step.direction == Direction::forward ? "forward" : "backward"},
          {"when", date_json(model, relation.when)},
          {"role", relation.role == StringId::empty ? Json() : Json(model.text(relation.role))},
          {"status", name(relation.assertion)},
          {"confidence", name(relation.confidence)},
          {"note", relation.note == StringId::empty ? Json() : Json(model.text(relation.note))},
          {"certainty", name(certainty_of(model, relation))},
          {"evidence", evidence_json(model, relation.citations)}};
}

Json chain_json(const Model& model, const Chain& chain) {
  Json steps = Json::array();
  NodeIndex at = chain.start;
  for (const Step& step : chain.steps) {
    steps.push_back(step_json(model, at, step));
    at = step.to;
  }
  return {{"from", node_reference(model, chain.start)},
          {"to", node_reference(model, chain.end())},
          {"certainty", name(certainty_of(model, chain))},
          {"together", together_text(held_together(model, chain))},
          {"length", chain.steps.size()},
          {"steps", std::move(steps)}};
}

std::string_view label_of(const Model& model, const Step& step) {
  const RelationType& type = model.type_of(model[step.relation]);
  return step.direction == Direction::forward ? type.label : type.inverse;
}

std::string sentence_of(const Model& model, NodeIndex from, const Step& step) {
  const Relation& relation = model[step.relation];
  const std::string role = relation.role == StringId::empty ? "" : fmt::format(" as {}", model.text(relation.role));
  const std::string when = relation.when == none<DateIndex> ? "" : fmt::format(" ({})", model.date_text(relation.when));
  return fmt::format("{} {} {}{}{}", model.text(model[from].name), label_of(model, step),
                     model.text(model[step.to].name), role, when);
}

std::vector<std::string> citation_lines(const Model& model, Slice citations) {
  std::vector<std::string> lines;
  for (const Citation& citation : model.citations_of(citations)) {
    const std::string quote =
        citation.quote == StringId::empty ? "" : fmt::format("“{}” — ", model.text(citation.quote));
    lines.push_back(fmt::format("{}{}, {}:{}", quote, model.text(model[citation.source].title),
                                model.inputs.name(citation.at), model.inputs.line(citation.at)));
  }
  if (lines.empty()) lines.emplace_back("no source");
  return lines;
}

std::string caveat_of(const Model& model, const Relation& relation) {
  std::string caveat;
  if (relation.assertion != Assertion::asserted) caveat = name(relation.assertion);
  if (relation.confidence != Confidence::stated) caveat = name(relation.confidence);
  if (caveat.empty() && relation.when != none<DateIndex> && model[relation.when].extent.uncertain)
    caveat = "uncertain date";
  if (!caveat.empty() && relation.note != StringId::empty) caveat += fmt::format(": {}", model.text(relation.note));
  return caveat;
}

std::string route_of(const Model& model, const Chain& chain) {
  std::string route;
  for (const Step& step : chain.steps) {
    route += label_of(model, step);
    if (step != chain.steps.back()) route += fmt::format(" → {} → ", model.text(model[step.to].name));
  }
  return route;
}

std::string date_cell(const Model& model, const Relation& relation) {
  return relation.when == none<DateIndex> ? "undated" : std::string(model.date_text(relation.when));
}

std::string dates_of(const Model& model, const Chain& chain) {
  std::vector<std::string> dates;
  for (const Step& step : chain.steps) dates.push_back(date_cell(model, model[step.relation]));
  return join(dates, " · ");
}

std::vector<std::string> chain_details(const Model& model, const Chain& chain) {
  std::vector<std::string> lines;
  NodeIndex from = chain.start;
  const std::string indent = chain.steps.size() > 1 ? "  " : "";
  for (const Step& step : chain.steps) {
    const Relation& relation = model[step.relation];
    if (chain.steps.size() > 1) lines.push_back(sentence_of(model, from, step));
    if (const auto words = model.date_words(relation); !words.empty())
      lines.push_back(fmt::format("{}written: {}", indent, words));
    if (const std::string caveat = caveat_of(model, relation); !caveat.empty()) lines.push_back(indent + caveat);
    for (const std::string& line : citation_lines(model, relation.citations)) lines.push_back(indent + line);
    from = step.to;
  }
  return lines;
}

Passage passage_of(const Graph& graph, bool leads_only, std::size_t* left_out) {
  const Model& model = graph.model();
  Passage passage(graph.relation_count());
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) {
    const Relation& relation = model.relations[i];
    const Verdict certainty = certainty_of(model, relation);
    if (certainty == Verdict::impossible) {
      if (left_out) ++*left_out;
      continue;
    }
    const Leads leads = leads_only ? model.type_of(relation).leads : Leads::both;
    passage.allow(RelationIndex{i}, {.forward = leads == Leads::forward || leads == Leads::both || leads == Leads::last,
                                     .backward = leads == Leads::backward || leads == Leads::both,
                                     .weak = certainty == Verdict::possible,
                                     .last = leads == Leads::last});
  }
  return passage;
}

}  // namespace throughline
