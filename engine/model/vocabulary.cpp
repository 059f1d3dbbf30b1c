// SPDX-License-Identifier: Apache-2.0
#include "model/vocabulary.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

struct TypeRow {
  std::string_view name;
  std::string_view label;
  std::string_view inverse;
  std::string_view from;  // kinds, separated by spaces; empty: any
  std::string_view to;
  Leads leads = Leads::forward;
  bool symmetric = false;
  Line line = Line::solid;
  Timing timing = Timing::both_live;
  DatedBy dated_by = DatedBy::none;
};

// An event at this end dates relations without a date of their own.
constexpr TypeRow dated_by(DatedBy end, TypeRow row) {
  row.dated_by = end;
  return row;
}

constexpr TypeRow type_rows[] = {
    // what belongs to what
    {"part_of", "is part of", "includes", "actor event initiative", "actor event initiative", Leads::forward, false,
     Line::solid, Timing::part},
    // actors among each other
    {"member_of", "is a member of", "has member", "actor", "actor"},
    {"heads", "heads", "is headed by", "actor", "actor"},
    {"works_for", "works for", "employs", "actor", "actor"},
    {"studies_at", "studies at", "has student", "actor", "actor"},
    {"represents", "represents", "is represented by", "actor", "actor"},
    {"founded", "founded", "was founded by", "actor", "actor"},
    {"partners_with", "works with", "works with", "actor", "actor", Leads::both, true},
    {"assists", "assists", "is assisted by", "actor", "actor", Leads::none},
    {"funds", "funds", "is funded by", "actor", "actor initiative"},
    {"reports_to", "reports to", "receives reports from", "actor", "actor"},
    {"talks_with", "talks with", "talks with", "actor", "actor", Leads::none, true},
    {"meets", "meets", "meets", "actor", "actor", Leads::none, true},
    {"supports", "supports", "is supported by", "actor", "actor event initiative", Leads::forward, false, Line::solid,
     Timing::start_lives},
    {"opposes", "opposes", "is opposed by", "actor", "actor event initiative", Leads::last, false, Line::dashed,
     Timing::start_lives},
    {"succeeds", "succeeds", "is succeeded by", "actor event initiative", "actor event initiative", Leads::forward,
     false, Line::solid, Timing::start_lives},
    // actors and events
    dated_by(DatedBy::to, {"participates_in", "takes part in", "has participant", "actor", "event", Leads::forward,
                           false, Line::solid, Timing::present}),
    dated_by(DatedBy::to,
             {"hosts", "hosts", "is hosted by", "actor", "event", Leads::forward, false, Line::solid, Timing::present}),
    {"organises", "organises", "is organised by", "actor", "event"},
    dated_by(DatedBy::to, {"speaks_at", "speaks at", "has speaker", "actor", "event", Leads::forward, false,
                           Line::solid, Timing::present}),
    // actors and initiatives
    dated_by(DatedBy::from, {"announces", "announces", "is announced by", "actor event", "initiative"}),
    {"proposes", "proposes", "is proposed by", "actor", "initiative"},
    {"plans", "plans", "is planned by", "actor", "initiative"},
    {"seeks", "seeks", "is sought by", "actor", "initiative"},
    {"commits_to", "commits to", "has the commitment of", "actor", "initiative"},
    {"advocates", "advocates", "is advocated by", "actor", "initiative"},
    {"carries_out", "carries out", "is carried out by", "actor", "initiative"},
    {"leads", "leads", "is led by", "actor", "initiative"},
    {"runs", "runs", "is run by", "actor", "initiative"},
    {"publishes", "publishes", "is published by", "actor", "initiative"},
    {"enacts", "enacts", "is enacted by", "actor", "initiative"},
    {"ratifies", "ratifies", "is ratified by", "actor", "initiative"},
    dated_by(DatedBy::to, {"signs", "signs", "is signed by", "actor", "event initiative"}),
    {"negotiates", "negotiates", "is negotiated by", "actor", "initiative"},
    {"reviews", "reviews", "is reviewed by", "actor", "initiative"},
    {"rejects", "rejects", "is rejected by", "actor", "initiative", Leads::last, false, Line::dashed},
    {"involves", "involves", "is involved in", "initiative", "actor", Leads::backward},
    {"targets", "is meant for", "is served by", "initiative", "actor", Leads::none},
    // events and what comes of them
    dated_by(DatedBy::from, {"launches", "launches", "is launched at", "event", "initiative"}),
    dated_by(DatedBy::from, {"discusses", "discusses", "is discussed at", "event", ""}),
    dated_by(DatedBy::from, {"produces", "produces", "comes out of", "event", "initiative"}),
    {"prompts", "prompts", "is prompted by", "", "", Leads::none, false, Line::solid, Timing::free},
    {"affects", "affects", "is affected by", "actor event initiative", "", Leads::none, false, Line::dashed,
     Timing::free},
    {"precedes", "precedes", "follows", "event", "event", Leads::none},
    dated_by(DatedBy::from,
             {"commemorates", "commemorates", "is commemorated by", "event initiative", "event", Leads::none}),
    // initiatives among each other
    {"includes", "includes", "is part of", "initiative", "initiative", Leads::forward, false, Line::solid,
     Timing::whole},
    {"continues", "continues", "is continued by", "initiative", "initiative"},
    {"revises", "revises", "is revised by", "initiative", "initiative"},
    {"repeats", "repeats", "is repeated by", "initiative", "initiative"},
    {"replaces", "replaces", "is replaced by", "initiative", "initiative"},
    {"amends", "amends", "is amended by", "initiative", "initiative"},
    {"implements", "implements", "is implemented by", "initiative", "initiative"},
    {"builds_on", "builds on", "is built on by", "initiative", "initiative"},
    {"depends_on", "depends on", "is a condition of", "initiative", "event initiative", Leads::none},
    {"based_on", "is based on", "is the basis of", "actor initiative", "initiative"},
    {"responds_to", "responds to", "is answered by", "initiative", "event initiative", Leads::none},
    // where, and what about
    {"located_in", "is in", "is the place of", "", "", Leads::none, false, Line::dotted},
    dated_by(DatedBy::from,
             {"held_at", "is held at", "is the venue of", "event", "", Leads::none, false, Line::dotted}),
    {"takes_place_in", "takes place in", "is the place of", "initiative", "", Leads::none, false, Line::dotted},
    {"operates_in", "operates in", "is a field of", "actor", "", Leads::none, false, Line::dotted},
    {"registered_in", "is registered in", "has on its register", "actor", "", Leads::none, false, Line::dotted},
    {"based_in", "is based in", "is the seat of", "actor", "", Leads::none, false, Line::dotted},
    {"concerns", "concerns", "is the subject of", "", "", Leads::none, false, Line::dotted, Timing::free},
    {"related_to", "is related to", "is related to", "", "", Leads::none, true, Line::dotted, Timing::free},
};

std::vector<std::string> words_in(std::string_view list) {
  std::vector<std::string> words;
  if (list.empty()) return words;
  for (const std::string_view word : split(list, ' ')) words.emplace_back(word);
  return words;
}

template <typename RowType>
void put(std::vector<RowType>& rows, RowType row) {
  const auto at =
      std::lower_bound(rows.begin(), rows.end(), row, [](const auto& a, const auto& b) { return a.name < b.name; });
  if (at != rows.end() && at->name == row.name) {
    *at = std::move(row);
  } else {
    rows.insert(at, std::move(row));
  }
}

template <typename Index, typename RowType>
Index find(const std::vector<RowType>& rows, std::string_view name) {
  const auto at = std::lower_bound(rows.begin(), rows.end(), name,
                                   [](const auto& row, std::string_view n) { return row.name < n; });
  if (at == rows.end() || at->name != name) return none<Index>;
  return Index{static_cast<std::uint16_t>(at - rows.begin())};
}

template <typename RowType>
std::vector<std::string_view> names_of(const std::vector<RowType>& rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) names.push_back(row.name);
  return names;
}

}  // namespace

Vocabulary::Vocabulary() {
  define(Kind{"actor", "actors", true});
  define(Kind{"event", "events", true});
  define(Kind{"initiative", "initiatives", true});
  for (const TypeRow& row : type_rows)
    define(RelationType{std::string(row.name), std::string(row.label), std::string(row.inverse), words_in(row.from),
                        words_in(row.to), row.symmetric, row.leads, row.line, row.timing, row.dated_by, true});
}

void Vocabulary::define(Kind kind) { put(kinds_, std::move(kind)); }
void Vocabulary::define(RelationType type) { put(types_, std::move(type)); }

KindIndex Vocabulary::find_kind(std::string_view name) const { return find<KindIndex>(kinds_, name); }

KindIndex Vocabulary::find_section(std::string_view plural) const {
  const auto at = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& kind) { return kind.plural == plural; });
  return at == kinds_.end() ? none<KindIndex> : KindIndex{static_cast<std::uint16_t>(at - kinds_.begin())};
}

RelationTypeIndex Vocabulary::find_relation_type(std::string_view name) const {
  return find<RelationTypeIndex>(types_, name);
}

std::vector<std::string_view> Vocabulary::kind_names() const { return names_of(kinds_); }
std::vector<std::string_view> Vocabulary::relation_type_names() const { return names_of(types_); }

bool may_date(const Kind& kind) { return kind.name == "event" || (!kind.built_in && kind.name != unsaid_kind); }

bool accepts(const std::vector<std::string>& kinds, std::string_view kind) {
  return kinds.empty() || kind == unsaid_kind || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace throughline
