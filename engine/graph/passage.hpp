// SPDX-License-Identifier: Apache-2.0
// Which relations of a model may be walked, in which direction, how they stand to what was asked, and which of them are
// weak. A rule says so of each relation when a walk first comes to it, so that a walk costs what it reaches; of those
// that are no more than their gist, their types and dates decide, each asked once. Used by paths.hpp and network.hpp.
//
//   const Passage passage(relations, [&](RelationIndex relation) { return Passage::Terms{.forward = true}; });
//   Reach reach(graph, passage.at_least(Held::possibly));
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "graph/gists.hpp"
#include "graph/graph.hpp"
#include "graph/held.hpp"

namespace throughline {

class Passage {
 public:
  struct Terms {
    bool forward = false;
    bool backward = false;
    bool weak = false;
    bool last = false;           // walked forwards, nothing may follow it
    bool last_backward = false;  // walked backwards
    Held held = Held::certainly;
  };
  using Rule = std::function<Terms(RelationIndex)>;

  // The same for relations that are no more than their gist: in which directions a type may be walked, and how what is
  // dated so stands. `met` counts those that a date or, where types are left out, a type keeps from being walked; it
  // must outlive the passage.
  struct Met {
    std::size_t never_held = 0;
    std::size_t of_types_left_out = 0;
  };
  struct OfType {
    Terms terms;
    bool is_left_out = false;  // although it could be walked
  };
  struct OfDate {
    Held held = Held::certainly;
    bool weak = false;
  };
  struct GistRules {
    std::vector<OfType> types;  // empty: the rule says it all
    GistParts parts;
    std::size_t count_dated_by = 0;
    std::function<OfDate(GistDate)> of_date;
    Met* met = nullptr;
  };

  // Of all relations of the model, also those that a snapshot leaves out. Without a rule none may be walked but those
  // that are allowed. What the rule refers to must outlive the passage and all that were made of it.
  explicit Passage(std::size_t relations, Rule rule = {}) : Passage(relations, std::move(rule), GistRules{}) {}
  Passage(std::size_t relations, Rule rule, GistRules gist_rules, std::vector<bool> may_pass = {});

  void allow(RelationIndex relation, const Terms& terms) { memo_->bits[position(relation)] = bits_of(terms); }

  // The same, less what stands worse. Costs nothing: the two share what they know.
  Passage at_least(Held least) const {
    Passage narrower = *this;
    narrower.least_ = least;
    return narrower;
  }

  Held least() const { return least_; }

  bool allows(const Step& step) const {
    const std::optional<Held> held = walked(step, bits_at(step.relation));
    return held && *held >= least_;
  }
  // The same, quicker, for whoever has the gist at hand.
  bool allows(const Step& step, Gist gist) const {
    const std::optional<Held> held = walked(step, gist);
    return held && *held >= least_;
  }
  // How the relation stands, if it may be walked so whatever is asked for at least.
  std::optional<Held> walked(const Step& step, Gist gist) const {
    if (gist == no_gist || memo_->of_types.empty()) return walked(step, bits_at(step.relation));
    const GistParts& parts = memo_->gist_rules.parts;
    const std::uint8_t type = memo_->of_types[position(parts.type_of(gist))];
    if (type == unknown) return std::nullopt;
    const std::uint8_t date = memo_->of_dates[position(parts.dated_by(gist))];
    if (type == left_out || date >> held_shift == 0) return walked(step, known_bits(step.relation, gist));
    const auto bits = static_cast<std::uint8_t>(type | date);
    const std::optional<Held> held = walked(step, bits);
    if (held) memo_->bits[position(step.relation)] = bits;
    return held;
  }
  bool is_weak(RelationIndex relation) const { return (bits_at(relation) & weak) != 0; }
  // Nothing may follow the step: it says so itself, or no chain may pass through where it leads.
  bool is_last(const Step& step) const {
    if ((bits_at(step.relation) & (step.direction == Direction::forward ? last : last_backward)) != 0) return true;
    return !memo_->may_pass.empty() && !memo_->may_pass[position(step.to)];
  }
  Held held(RelationIndex relation) const { return static_cast<Held>(bits_at(relation) >> held_shift); }

 private:
  enum : std::uint8_t { unknown = 0, forward = 1, backward = 2, weak = 4, last = 8, last_backward = 16, known = 32 };
  static constexpr int held_shift = 6;

  static constexpr std::uint8_t left_out = known;  // of a type, and of nothing else

  struct Memo {
    std::vector<std::uint8_t> bits;  // by relation
    Rule rule;
    GistRules gist_rules;
    std::vector<std::uint8_t> of_types;  // of those in one direction or both, without how they stand
    std::vector<std::uint8_t> of_dates;  // unknown: not asked yet
    std::vector<bool> may_pass;          // by node; empty: all

    std::uint8_t judge(Gist gist);
  };

  static std::uint8_t bits_of(const Terms& terms) {
    return static_cast<std::uint8_t>((terms.forward ? forward : 0) | (terms.backward ? backward : 0) |
                                     (terms.weak ? weak : 0) | (terms.last ? last : 0) |
                                     (terms.last_backward ? last_backward : 0) | known |
                                     static_cast<int>(terms.held) << held_shift);
  }
  std::uint8_t bits_at(RelationIndex relation) const {
    std::uint8_t& bits = memo_->bits[position(relation)];
    if (bits == unknown) bits = bits_of(memo_->rule ? memo_->rule(relation) : Terms{});
    return bits;
  }
  std::uint8_t known_bits(RelationIndex relation, Gist gist) const {
    std::uint8_t& bits = memo_->bits[position(relation)];
    if (bits == unknown) bits = memo_->judge(gist);
    return bits;
  }
  std::optional<Held> walked(const Step& step, std::uint8_t bits) const {
    const bool is_way = (bits & (step.direction == Direction::forward ? forward : backward)) != 0;
    return is_way ? std::optional(static_cast<Held>(bits >> held_shift)) : std::nullopt;
  }

  std::shared_ptr<Memo> memo_;
  Held least_ = Held::never;
};

}  // namespace throughline
