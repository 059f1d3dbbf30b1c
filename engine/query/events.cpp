// SPDX-License-Identifier: Apache-2.0
#include "query/events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "query/selector.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"--kind", "WHAT…", "entries of these kinds, types, ids or names", "event"},
    narrowing({"--actor", "WHO…", "only those in which one of these takes part: kinds, types, ids or names", ""}),
    {"--gap", "DURATION", "say where nothing was for at least so long: `6 months`", "1 year"},
};

// An actor takes part by a relation that leads to what it is about and needs both at one time: who supports an event
// from afar, or is moved by it, does not take part.
bool is_participation(const Model& model, const Tie& of_actor) {
  const RelationType& type = model.type_of(model[of_actor.step.relation]);
  return model.kind_of(model[of_actor.from]).name == "actor" && leads(model, of_actor) && type.leads != Leads::last &&
         type.timing != Timing::start_lives && type.timing != Timing::free;
}

bool says_where(const Model& model, const Tie& of_event) {
  const std::string& type = model.type_of(model[of_event.step.relation]).name;
  return of_event.step.direction == Direction::forward &&
         (type == "held_at" || type == "takes_place_in" || type == "located_in");
}

// The question without its time. A date that was not known, or that the policy passes over, says nothing; one that
// does not fit the time asked about still says when it was.
Standpoint without_time(Standpoint standpoint) {
  standpoint.as_of.reset();
  standpoint.during.reset();
  standpoint.certain_only = false;
  return standpoint;
}

class Gathering {
 public:
  // `actors`, ascending, are whose entries are asked for; null: all entries are.
  Gathering(const Asked& asked, const std::vector<NodeIndex>* actors)
      : asked_(asked),
        model_(asked.graph.model()),
        known_(asked.graph, without_time(asked.standings.standpoint())),
        actors_(actors) {}

  void add(NodeIndex node) {
    Entry entry{node, asked_.standings.of(node), dating_of(model_, claims_of(model_[node])), {}, {}, {}, {}};
    std::optional<TimeStanding> part_of_actors;
    for (const Tie& tie : ties_of(asked_, node)) {
      if (says_where(model_, tie) && is_counted(tie, asked_.standings)) entry.places.push_back(tie);
      const Tie part = turned(tie);
      if (!is_participation(model_, part)) continue;
      sort_in(part, entry);
      const bool is_asked_for = actors_ && std::binary_search(actors_->begin(), actors_->end(), part.from);
      if (is_asked_for && !part.standing.is_denied && (!part_of_actors || part_of_actors->held < part.standing.held))
        part_of_actors = part.standing;
    }
    if (actors_ && !part_of_actors) return;
    if (actors_) entry.standing = weaker(entry.standing, *part_of_actors);
    entries_.push_back(std::move(entry));
  }

  // In order of time, with their silences: in these lies nothing that may be an entry, whether it is shown or not.
  std::vector<Entry> entries(const Duration& least_silence) && {
    const auto may_be = std::stable_partition(entries_.begin(), entries_.end(),
                                              [](const Entry& entry) { return entry.standing.held != Held::never; });
    std::stable_sort(entries_.begin(), may_be, [this](const Entry& a, const Entry& b) {
      if (comes_before(a.dating, b.dating)) return true;
      return !comes_before(b.dating, a.dating) && model_.text(model_[a.node].name) < model_.text(model_[b.node].name);
    });
    tell_silences({entries_.begin(), may_be}, least_silence);
    return std::move(entries_);
  }

 private:
  // What has no date, or a doubtful one, may lie anywhere: then no silence is certain.
  static void tell_silences(std::span<Entry> entries, const Duration& least) {
    const auto is_loose = [](const Entry& entry) { return !entry.dating.is_dated() || entry.dating.extent.uncertain; };
    const bool has_loose = std::any_of(entries.begin(), entries.end(), is_loose);
    std::vector<Bounds> days;
    std::vector<Occurrence> occurrences;
    for (const Entry& entry : entries) {
      if (!entry.dating.is_dated()) break;
      days.push_back(entry.dating.days);
      const bool is_sure = entry.standing.held == Held::certainly;
      occurrences.push_back({entry.dating.days, is_sure ? entry.dating.core : std::nullopt});
    }
    const auto certain = silences_before(days, least);
    const auto possible = possible_silences_before(occurrences, least);
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (!has_loose) entries[i].silence_before = certain[i];
      if (possible[i] == entries[i].silence_before) continue;
      entries[i].possible_silence_before = possible[i];
      if (possible[i]) entries[i].may_lie_there = dated_within(entries, *possible[i]);
    }
  }

  static std::vector<NodeIndex> dated_within(std::span<const Entry> entries, const Silence& silence) {
    std::vector<NodeIndex> found;
    for (const Entry& entry : entries) {
      const auto& [earliest, latest] = entry.dating.days;
      const bool meets = (!earliest || *earliest <= silence.last) && (!latest || *latest >= silence.first);
      if (entry.dating.is_dated() && meets) found.push_back(entry.node);
    }
    return found;
  }

  std::vector<const Claim*> claims_of(const Node& node) const {
    std::vector<const Claim*> claims = model_.date_claims_of(node);
    std::erase_if(claims, [this](const Claim* claim) { return known_.of(*claim).held == Held::never; });
    return claims;
  }

  void sort_in(const Tie& part, Entry& entry) const {
    if (part.standing.is_denied)
      entry.denied.push_back(part);
    else if (is_counted(part, asked_.standings))
      entry.participants.push_back(part);
    else
      entry.left_out.add(part.standing);
  }

  Asked asked_;
  const Model& model_;
  Standings known_;
  const std::vector<NodeIndex>* actors_;
  std::vector<Entry> entries_;
};

// The best group first, in each by time.
std::vector<Entry> answers_of(std::vector<Entry> entries, const Standings& standings) {
  std::erase_if(entries, [&](const Entry& entry) { return entry.standing.held < standings.least(); });
  if (standings.standpoint().has_clock())
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.standing.held > b.standing.held; });
  return entries;
}

bool has_silence(const Entry& entry) { return entry.silence_before || entry.possible_silence_before; }

// What has no date, or a doubtful one, may lie where nothing else does.
std::string left_room(const std::vector<Entry>& may_be) {
  const auto count = [&](auto fits) { return std::count_if(may_be.begin(), may_be.end(), fits); };
  const auto undated = count([](const Entry& entry) { return !entry.dating.is_dated(); });
  const auto doubtful =
      count([](const Entry& entry) { return entry.dating.is_dated() && entry.dating.extent.uncertain; });
  std::vector<std::string> what;
  if (undated > 0) what.push_back(fmt::format("{} without a date", undated));
  if (doubtful > 0) what.push_back(fmt::format("{} of doubtful date", doubtful));
  return join(what, " and ");
}

void add_silence_notes(std::vector<Entry> entries, Table& table) {
  std::erase_if(entries, [](const Entry& entry) { return entry.standing.held == Held::never; });
  const auto silences = std::count_if(entries.begin(), entries.end(), has_silence);
  if (silences == 0) return;
  if (const std::string room = left_room(entries); !room.empty())
    table.notes.push_back(fmt::format("{} may fall into {}", room,
                                      silences == 1 ? "the gap" : fmt::format("one of the {} gaps", silences)));
  std::set<std::string> reaches;
  for (const Entry& entry : entries)
    if (!entry.dating.tolerance.empty()) reaches.insert(entry.dating.tolerance);
  if (!reaches.empty()) table.notes.push_back(fmt::format("gaps leave room for `~`: {}", fmt::join(reaches, ", ")));
}

void add_participation_notes(const std::vector<Entry>& answers, const Standings& standings, Table& table) {
  HeldCounts left_out;
  for (const Entry& entry : answers) {
    left_out.never += entry.left_out.never;
    left_out.set_aside += entry.left_out.set_aside;
    left_out.possibly += entry.left_out.possibly + entry.left_out.undated;
  }
  if (left_out.possibly > 0)
    table.notes.push_back(fmt::format("--certain leaves out {}", count_of(left_out.possibly, "participation")));
  if (left_out.never > 0)
    table.notes.push_back("participations: " + never_text(standings.standpoint(), left_out.never, Counted::relations));
  if (left_out.set_aside > 0)
    table.notes.push_back("participations: " + set_aside_text(standings.model(), standings.standpoint().policy,
                                                              left_out.set_aside, Counted::relations));
}

// A row of the answer: an entry, or a silence before it.
struct Told {
  std::shared_ptr<const Entry> entry;
  enum class What : std::uint8_t { entry, silence, possible_silence } what = What::entry;
};

Row row_of(const Model& model, const Told& told, const SharedStandings& standings, bool has_kinds) {
  if (told.what == Told::What::silence) return silence_row(*told.entry, *standings, has_kinds);
  if (told.what == Told::What::possible_silence) return possible_silence_row(model, *told.entry, *standings, has_kinds);
  return entry_row(model, told.entry, standings);
}

Rows rows_of(const Model& model, std::vector<Entry> answers, const SharedStandings& standings, bool has_kinds) {
  std::vector<Told> told;
  for (Entry& answer : answers) {
    const auto entry = std::make_shared<const Entry>(std::move(answer));
    if (entry->possible_silence_before) told.push_back({entry, Told::What::possible_silence});
    if (entry->silence_before) told.push_back({entry, Told::What::silence});
    told.push_back({entry});
  }
  return throughline::rows_of(std::move(told), [&model, standings, has_kinds](const Told& each) {
    return row_of(model, each, standings, has_kinds);
  });
}

std::string why_empty(std::size_t chosen, const Arguments& arguments, const Standpoint& standpoint) {
  if (chosen == 0) return "no events: the graph has none of that kind";
  return none_words("events", standpoint) +
         (arguments.has("--actor") ? " in which those named by --actor take part" : "");
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  const bool has_kinds = arguments.has("--kind");
  Table table{.columns = entry_columns(has_kinds), .rows = {}, .when_empty = {}, .notes = {}};
  const Filter filter(model, arguments, diagnostics);
  std::vector<NodeIndex> nodes = select_all(model, arguments.all("--kind"), diagnostics);
  const std::vector<NodeIndex> actors = select_all(model, arguments.all("--actor"), diagnostics);
  const auto standings = std::make_shared<const Standings>(graph, standpoint_of(model, arguments, diagnostics));
  if (diagnostics.has_errors()) return table;
  std::erase_if(nodes, [&](NodeIndex node) { return !filter.keeps(node); });
  table.when_empty = why_empty(nodes.size(), arguments, standings->standpoint());

  Gathering gathering({graph, filter, *standings}, arguments.has("--actor") ? &actors : nullptr);
  for (const NodeIndex node : nodes) gathering.add(node);
  std::vector<Entry> entries = std::move(gathering).entries(*parse_duration(arguments.text("--gap")));
  HeldCounts counts;
  for (const Entry& entry : entries) counts.add(entry.standing);
  add_held_column(*standings, table);
  add_notes(*standings, counts, table, Counted::nodes);
  add_silence_notes(entries, table);
  filter.add_note(table);

  std::vector<Entry> answers = answers_of(std::move(entries), *standings);
  add_participation_notes(answers, *standings, table);
  table.answers = answers.size();
  if (const std::size_t limit = arguments.number("--limit"); limit > 0 && limit < answers.size()) answers.resize(limit);
  table.rows = rows_of(model, std::move(answers), standings, has_kinds);
  return table;
}

}  // namespace

extern const Verb events_verb;
constinit const Verb events_verb{.name = "events",
                                 .summary = "what happened when: participants, places, and the gaps between",
                                 .example = "-g graphs/inter-korean events --actor mou --during 2018/2021",
                                 .parameters = parameters,
                                 .run = run,
                                 .takes_filters = true,
                                 .noun = "event"};

}  // namespace throughline
