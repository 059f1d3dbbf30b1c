// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "check/dated.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

bool must_live(const RelationType& type, bool is_start) {
  return type.timing != Timing::free && (is_start || type.timing != Timing::start_lives);
}

// A date that is no interval tells no life: it may be that of the founding, or of a mention.
std::vector<DateIndex> lives_of(const Model& model, const Node& node) {
  std::vector<DateIndex> dates = dates_of(model, node);
  const bool tells_life =
      std::all_of(dates.begin(), dates.end(), [&](DateIndex date) { return model[date].extent.is_interval; });
  return tells_life ? dates : std::vector<DateIndex>();
}

void check_end(const Model& model, const Relation& relation, bool is_start, Diagnostics& diagnostics) {
  const Node& actor = model[is_start ? relation.from : relation.to];
  if (model.kind_of(actor).name != "actor" || !must_live(model.type_of(relation), is_start)) return;
  const std::vector<DateIndex> lives = lives_of(model, actor);
  const DateIndex when = model.date_of(relation);
  if (!sticks_out(model, when, lives)) return;
  diagnostics
      .report(Code::acts_outside_life, relation.at,
              fmt::format("{}, outside the life of `{}`", dated(model, words_of(model, relation), when),
                          model.text(actor.id)))
      .note(actor.at, dated(model, model.text(actor.id), lives));
}

std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  const Model& model = input.model;
  std::size_t records = 0;
  for (const Relation& relation : model.relations) {
    if (model.date_of(relation) == none<DateIndex> || relation.assertion != Assertion::asserted) continue;
    ++records;
    check_end(model, relation, true, diagnostics);
    // What an initiative or event does to an actor, it may do to one that is gone or yet to come.
    if (model.kind_of(model[relation.from]).name == "actor") check_end(model, relation, false, diagnostics);
  }
  return records;
}

}  // namespace

extern const Rule lives_rule;
constinit const Rule lives_rule{"lives", "no actor acts before its birth or founding, or after its end",
                                "dated relation", run};

}  // namespace throughline
