// SPDX-License-Identifier: Apache-2.0
// How everything in a graph stands to a question about time: certainly, possibly, never, or undated when no date says.
// Used by the verbs and by the figures; a Snapshots of them is what the verbs walk.
//
//   const Standings standings(graph, standpoint);
//   if (standings.of(relation).held == Held::certainly) …
//
// What must agree is told in judge.hpp, what a policy picks in policy.hpp. Denied is what is denied or disproven, of a
// time that fits.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/paths.hpp"
#include "graph/snapshot.hpp"
#include "model/status_over_time.hpp"
#include "query/judge.hpp"
#include "query/table.hpp"
#include "query/together.hpp"

namespace throughline {

struct TimeStanding {
  Held held = Held::certainly;
  bool is_denied = false;     // then `held` is never
  bool by_tolerance = false;  // without the tolerance of `~` it would stand otherwise
  bool is_set_aside = false;  // by the policy; then `held` is never

  bool operator==(const TimeStanding&) const = default;
};

// What stood how, of one sort of thing.
struct HeldCounts {
  std::size_t certainly = 0;
  std::size_t possibly = 0;
  std::size_t undated = 0;
  std::size_t never = 0;      // without what is denied
  std::size_t set_aside = 0;  // by the policy

  void add(const TimeStanding& standing);
};

class Standings {
 public:
  Standings(const Graph& graph, Standpoint standpoint);
  Standings(const Standings&) = delete;  // its judges refer to its standpoint

  const Model& model() const { return model_; }
  const Standpoint& standpoint() const { return standpoint_; }
  bool is_asked() const { return standpoint_.is_asked(); }
  // Only what is at least so well is an answer.
  Held least() const { return standpoint_.certain_only ? Held::certainly : Held::undated; }

  // When nothing is asked, all stand as they do in a TimeStanding of its own.
  TimeStanding of(NodeIndex node) const;
  TimeStanding of(RelationIndex relation) const;
  // Of a relation that is denied: how surely that is said of the time asked about.
  TimeStanding of_denial(RelationIndex relation) const;
  // The same as `of` without telling whether a tolerance decided, for walks over many: half of the work.
  TimeStanding at_a_glance(RelationIndex relation) const;
  // Whether it was published by --known-by.
  TimeStanding of(SourceIndex source) const;
  Held at_a_glance(const Chain& chain) const;
  // The same of relations that are no more than their gist. Requires that gists decide.
  Passage::OfDate at_a_glance(GistDate by) const;
  bool gists_decide() const { return !standpoint_.known_by && !standpoint_.policy.is_asked(); }
  // A date or status that is claimed of a node, by itself. Requires a claim of the model.
  TimeStanding of(const Claim& claim) const;

  // How a relation or a chain is stated, whatever its time (certainty.hpp), among the claims that count.
  Verdict certainty_of(RelationIndex relation) const { return tolerant_.certainty_of(relation); }
  Verdict certainty_of(const Chain& chain) const;

  // The weakest step decides, and whether all can have held on one day of those asked about. Requires that none is
  // denied.
  TimeStanding of(const Chain& chain) const;

  // Are several days asked about? Then each step of a chain may stand better than all of them together.
  bool asks_for_one_of_days() const { return asked_days_ && !tolerant_.asks_one_day(); }
  const std::optional<Edtf>& asked_days() const { return asked_days_; }

  // Whether a claim of an event's date counts: it was known, and is not set aside. Asks these standings.
  ClaimCounts counts() const;

  // Of the claims that were known. Requires that the question asks when.
  std::vector<StatusOn> statuses_of(const Node& node) const;

  HeldCounts count_relations() const;
  Snapshots snapshots() const;

  // The tolerance that may have decided about things of these dates: "±1 year decided".
  std::string tolerance_text(std::span<const DateIndex> dates) const;
  std::string tolerance_text(DateIndex when) const { return tolerance_text({&when, 1}); }

 private:
  bool can_fall_apart(const Chain& chain) const;
  Verdict together_then(const Chain& chain, const Reading& reading) const;
  // Whether --known-by and --policy let a claim count, whatever its date.
  Verdict known(const Claim& claim) const;
  const Node& node_of(const Claim& claim) const;

  const Model& model_;
  Standpoint standpoint_;
  std::optional<Edtf> asked_days_;  // one of which a chain must have held on
  Judge tolerant_;
  Judge exact_;  // without the tolerance of `~`
};

// Rows are made into JSON after the answer, when its verb has returned.
using SharedStandings = std::shared_ptr<const Standings>;

// "certainly", "possibly", "undated", "never"; "denied", "set aside".
std::string_view held_word(const TimeStanding& standing);
std::string_view held_word(Held held);
// The heading of a group: "Certainly".
std::string_view held_heading(const TimeStanding& standing);

// What is counted, in words.
enum class Counted : std::uint8_t { relations, nodes };

// "7 certainly, 3 more possibly, 12 more if undated relations held".
std::string range_text(const Standpoint& standpoint, const HeldCounts& counts, Counted counted);
// "41 relations did not hold as of 2019", "1 node not known by 2020": what the clocks of the question rule out.
std::string never_text(const Standpoint& standpoint, std::size_t count, Counted counted);

// "--policy source:gazette". Requires a policy that sets things aside.
std::string policy_words(const Model& model, const Policy& policy);
// "2 relations set aside by --policy best".
std::string set_aside_text(const Model& model, const Policy& policy, std::size_t count, Counted counted);

// A column for programs and a heading for people, where a time was asked about.
void add_held_column(const Standings& standings, Table& table);
void place_row(const Standings& standings, const TimeStanding& standing, Row& row);

// The notes below an answer that was asked about a time: how many there are, as a range; how many did not hold.
void add_notes(const Standings& standings, const HeldCounts& counts, Table& table,
               Counted counted = Counted::relations);

}  // namespace throughline
