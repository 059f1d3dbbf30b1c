// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "base/text.hpp"
#include "model/figure_words.hpp"
#include "model/resolver.hpp"
#include "time/asked_date.hpp"
#include "time/duration.hpp"

namespace throughline {
namespace {

// "none", or a length of time: "1 year", "18 months".
std::optional<Tolerance> parse_tolerance(std::string_view text) {
  if (text == "none") return Tolerance{0, std::nullopt};
  const std::optional<Duration> length = parse_duration(text);
  if (!length) return std::nullopt;
  if (length->unit == Duration::Unit::days) return Tolerance{length->amount, Precision::day};
  const bool is_years = length->amount % 12 == 0;
  return Tolerance{is_years ? length->amount / 12 : length->amount, is_years ? Precision::year : Precision::month};
}

bool is_date_field(std::string_view key) { return key == "as_of" || key == "during" || key == "known_by"; }

}  // namespace

void Resolver::set_tolerance(const Said& said) {
  const std::optional<Tolerance> tolerance = parse_tolerance(text(said.text));
  if (tolerance) {
    model_.reading.tolerance = *tolerance;
    return;
  }
  diagnostics_
      .report(Code::wrong_shape, said.at, fmt::format("`tolerance` is no length of time: `{}`", text(said.text)))
      .hint("a number of days, weeks, months or years, as in `1 year`; or `none`");
}

void Resolver::add_graph_fields() {
  std::vector<FieldRecord>& fields = records_.graph_fields;
  const auto place = [this](const FieldRecord& f) {
    return std::pair(model_.inputs.name(f.value.at), f.value.at.offset);
  };
  std::sort(fields.begin(), fields.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  std::map<FieldName, StringId> said;
  for (const auto& [name, key, value] : fields) {
    if (!said.emplace(name, value.text).second) {
      diagnostics_
          .report(Code::duplicate_key, value.at, "the graph has a second title, description, language or tolerance")
          .hint("one file is enough to hold the section `graph`");
      continue;
    }
    if (name == FieldName::tolerance) set_tolerance(value);
  }
  model_.title = said[FieldName::title];
  model_.description = said[FieldName::description];
  model_.language = said[FieldName::language];
  model_.tolerance = said[FieldName::tolerance];
}

void Resolver::add_kinds() {
  for (const KindRecord* each : in_order_of_ids(records_.kinds, "kind")) {
    const KindRecord& record = *each;
    const std::string name(text(record.id.text));
    const std::string plural(record.plural.given() ? text(record.plural.text) : name + "s");
    const KindIndex same = model_.vocabulary.find_section(plural);
    if (same != none<KindIndex> && model_.vocabulary[same].name != name)
      diagnostics_.report(
          Code::duplicate_id, record.id.at,
          fmt::format("the kinds `{}` and `{}` share the section `{}`", name, model_.vocabulary[same].name, plural));
    model_.vocabulary.define(Kind{name, plural, false});
  }
}

void Resolver::add_relation_types() {
  for (const RelationTypeRecord* each : in_order_of_ids(records_.relation_types, "relation type")) {
    const RelationTypeRecord& record = *each;
    const std::string name(text(record.id.text));
    const RelationTypeIndex known = model_.vocabulary.find_relation_type(name);
    RelationType type;  // what a graph does not say of a built-in type stays as it was
    if (known != none<RelationTypeIndex>) type = model_.vocabulary[known];
    type.name = name;
    if (record.label.given()) type.label = text(record.label.text);
    if (type.label.empty()) type.label = name, std::replace(type.label.begin(), type.label.end(), '_', ' ');
    if (record.from_given) type.from = known_kinds(record.from);
    if (record.to_given) type.to = known_kinds(record.to);
    if (record.symmetric.given()) {
      const std::string_view word = text(record.symmetric.text);
      type.symmetric = word == "true";
      if (type.symmetric) type.leads = Leads::both;
      if (word != "true" && word != "false")
        diagnostics_.report(Code::unknown_word, record.symmetric.at, fmt::format("`symmetric` is `{}`", word))
            .hint("one of: true, false");
    }
    if (record.inverse.given()) type.inverse = text(record.inverse.text);
    if (type.inverse.empty()) type.inverse = type.symmetric ? type.label : fmt::format("← {}", type.label);
    if (record.leads.given()) type.leads = word_of<Leads>(record.leads, "direction").value_or(Leads::forward);
    if (record.line.given()) type.line = word_of<Line>(record.line, "line").value_or(Line::solid);
    if (record.dated_by.given()) set_dated_by(record.dated_by, type);
    type.built_in = false;
    model_.vocabulary.define(std::move(type));
  }
}

// An end at which no event can stand would never date anything.
void Resolver::set_dated_by(const Said& said, RelationType& type) {
  type.dated_by = word_of<DatedBy>(said, "end").value_or(DatedBy::none);
  if (type.dated_by == DatedBy::none) return;
  const std::vector<std::string>& kinds = type.dated_by == DatedBy::from ? type.from : type.to;
  const auto may_stand = [&](const std::string& kind) {
    return may_date(model_.vocabulary[model_.vocabulary.find_kind(kind)]);
  };
  if (type.symmetric)
    diagnostics_.report(Code::wrong_shape, said.at, "`dated_by` names one end of a symmetric relation type")
        .hint("relations of such a type say their dates themselves");
  else if (!kinds.empty() && std::none_of(kinds.begin(), kinds.end(), may_stand))
    diagnostics_
        .report(Code::wrong_shape, said.at,
                fmt::format("`dated_by` is `{}`, and no event stands there: {}", text(said.text), join(kinds, ", ")))
        .hint("an event dates a relation, or a node of a kind that the graph declares");
}

std::vector<std::string> Resolver::known_kinds(const std::vector<Said>& kinds) {
  std::vector<std::string> known;
  for (const Said& kind : kinds) {
    const std::string_view name = text(kind.text);
    if (name == "any") return {};
    if (model_.vocabulary.find_kind(name) != none<KindIndex>) {
      known.emplace_back(name);
      continue;
    }
    const auto names = model_.vocabulary.kind_names();
    diagnostics_.report(Code::unknown_kind, kind.at, fmt::format("no kind `{}`", name)).hint(did_you_mean(name, names));
  }
  return known;
}

Definition Resolver::definition_of(const DefinitionRecord& record) const {
  Definition definition{.id = record.id.text, .at = record.id.at, .fields = {}};
  for (const DefinitionRecord::Field& field : record.fields) {
    definition.fields.push_back({field.key.text, field.key.at, {}, {}});
    for (const Said& value : field.values) {
      definition.fields.back().values.push_back(value.text);
      definition.fields.back().at.push_back(value.at);
    }
  }
  return definition;
}

void Resolver::add_views() {
  for (const DefinitionRecord* record : in_order_of_ids(records_.views, "view")) {
    check_view_nodes(*record);
    check_view_words(*record);
    check_view_dates(*record);
    model_.views.push_back(definition_of(*record));
  }
}

void Resolver::add_questions() {
  for (const DefinitionRecord* record : in_order_of_ids(records_.questions, "question"))
    model_.questions.push_back(definition_of(*record));
}

// A view that names what is not there would silently show less.
void Resolver::check_view_nodes(const DefinitionRecord& view) {
  for (const DefinitionRecord::Field& field : view.fields) {
    const std::string_view key = text(field.key.text);
    for (const Said& value : field.values) {
      const std::string_view name = text(value.text);
      if ((key == "nodes" || key == "around" || key == "between" || key == "exclude") &&
          node_by_id_[position(value.text)] == none<NodeIndex>)
        report_unknown_node(value);
      if (key == "sources" && source_by_id_[position(value.text)] == none<SourceIndex>)
        diagnostics_.report(Code::unknown_source, value.at, fmt::format("no source `{}`", name));
      if (key == "relations" && model_.vocabulary.find_relation_type(name) == none<RelationTypeIndex>)
        diagnostics_.report(Code::unknown_relation_type, value.at, fmt::format("unknown relation type `{}`", name))
            .hint(did_you_mean(name, model_.vocabulary.relation_type_names()));
      if (key == "kinds" && model_.vocabulary.find_kind(name) == none<KindIndex>)
        diagnostics_.report(Code::unknown_kind, value.at, fmt::format("no kind `{}`", name))
            .hint(did_you_mean(name, model_.vocabulary.kind_names()));
    }
  }
}

bool Resolver::is_selector(std::string_view word) const {
  if (model_.vocabulary.find_kind(word) != none<KindIndex> || model_.vocabulary.find_section(word) != none<KindIndex>)
    return true;
  return std::any_of(model_.nodes.begin(), model_.nodes.end(), [&](const Node& node) {
    const auto aliases = model_.aliases_of(node);
    const auto names = model_.names_of(node);
    return text(node.id) == word || text(node.type) == word || text(node.name) == word ||
           std::any_of(aliases.begin(), aliases.end(), [&](StringId alias) { return text(alias) == word; }) ||
           std::any_of(names.begin(), names.end(), [&](const LocalName& name) { return text(name.text) == word; });
  });
}

bool Resolver::names_source(std::string_view policy) const {
  constexpr std::string_view prefix = "source:";
  return policy.starts_with(prefix) && model_.find_source(policy.substr(prefix.size())) != none<SourceIndex>;
}

void Resolver::check_view_dates(const DefinitionRecord& view) {
  bool asks_when = false;
  for (const DefinitionRecord::Field& field : view.fields) {
    const std::string_view key = text(field.key.text);
    if (!is_date_field(key)) continue;
    constexpr std::string_view any_day = "1970-01-01";  // what `today` is matters to the answer, not to its form
    EdtfError error;
    for (const Said& value : field.values) {
      const std::optional<Edtf> date = parse_asked_date(text(value.text), any_day, error);
      if (!date) report_bad_date(value, error, "is no date to ask about");
      if (date && key == "during" && !is_exact_stretch(*date))
        diagnostics_
            .report(Code::wrong_shape, value.at, fmt::format("`{}` is no stretch of known days", text(value.text)))
            .hint("without `?`, `~`, sets and unknown ends; `as_of` takes any date");
    }
    if (key == "known_by") continue;
    if (asks_when)
      diagnostics_
          .report(Code::wrong_shape, field.key.at, "a view asks about one day, `as_of`, or about a stretch, `during`")
          .hint("delete one of them");
    asks_when = true;
  }
}

bool Resolver::lists_nodes(const DefinitionRecord& view) const {
  return std::any_of(view.fields.begin(), view.fields.end(), [&](const DefinitionRecord::Field& field) {
    return text(field.key.text) == "nodes" || text(field.key.text) == "around";
  });
}

void Resolver::check_view_words(const DefinitionRecord& view) {
  for (const DefinitionRecord::Field& field : view.fields) {
    const std::string_view key = text(field.key.text);
    const bool is_number = key == "depth" || key == "hops" || key == "max_nodes";
    const bool is_single = is_number || is_date_field(key) || key == "title" || key == "subtitle" || key == "layout" ||
                           key == "lanes" || key == "cluster" || key == "breaks" || key == "pages" ||
                           key == "vertical" || key == "policy";
    if (is_single && field.values.size() > 1)
      diagnostics_.report(Code::wrong_shape, field.values[1].at, fmt::format("`{}` of a view takes one value", key));
    if (key == "between" && field.values.size() != 2)
      diagnostics_.report(Code::wrong_shape, field.key.at,
                          fmt::format("`between` of a view takes two nodes, not {}", field.values.size()));
    if (field.values.empty() && key != "between")
      diagnostics_.report(Code::empty_value, field.key.at, fmt::format("`{}` holds nothing", key));
    for (const Said& value : field.values) {
      const std::string_view word = text(value.text);
      const auto require_one_of = [&](std::span<const std::string_view> words, std::string_view what) {
        if (std::find(words.begin(), words.end(), word) == words.end())
          diagnostics_.report(Code::unknown_word, value.at, fmt::format("unknown {} `{}`", what, word))
              .hint(fmt::format("one of: {}", fmt::join(words, ", ")));
      };
      if ((key == "from" || key == "to") && !is_selector(word))
        diagnostics_.report(Code::unknown_name, value.at,
                            fmt::format("nothing has the id, name, type or kind `{}`", word));
      if (key == "types" && std::none_of(model_.nodes.begin(), model_.nodes.end(),
                                         [&](const Node& node) { return text(node.type) == word; }))
        diagnostics_.report(Code::unknown_name, value.at, fmt::format("no node is of type `{}`", word));
      if (is_number && (word.size() > 9 || word.find_first_not_of("0123456789") != std::string_view::npos))
        diagnostics_.report(Code::wrong_shape, value.at, fmt::format("`{}` is not a number: `{}`", key, word));
      if (key == "layout") require_one_of(layout_words, "layout");
      if (key == "policy" && word != "any" && word != "best" && !names_source(word))
        diagnostics_.report(Code::unknown_word, value.at, fmt::format("unknown policy `{}`", word))
            .hint("any, best, or source: and the id of a source, without a space");
      if (key == "cluster") require_one_of(cluster_words, "clusters");
      if (key == "lanes") require_one_of(lane_words, "lanes");
      if (key == "lanes" && word == "view" && !lists_nodes(view))
        diagnostics_.report(Code::wrong_shape, value.at, "lanes by `view`, and the view lists no nodes")
            .hint("each of `around`, or of the undated ones of `nodes`, is a lane");
      if (key == "vertical" && word != "true" && word != "false")
        diagnostics_.report(Code::unknown_word, value.at, fmt::format("`vertical` is `{}`", word))
            .hint("one of: true, false");
      if (key == "breaks" && word != "auto" && word != "none" && !parse_length(word))
        diagnostics_.report(Code::wrong_shape, value.at, fmt::format("`breaks` is no length of time: `{}`", word))
            .hint("auto, none, or the shortest silence to leave out, as in `5 years`");
      if (key == "pages" && word != "none" && !parse_length(word))
        diagnostics_.report(Code::wrong_shape, value.at, fmt::format("`pages` is no length of time: `{}`", word))
            .hint("none, or how much time each page shows, as in `10 years`");
    }
  }
}

}  // namespace throughline
