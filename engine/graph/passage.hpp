// SPDX-License-Identifier: Apache-2.0
// Which relations of a model may be walked, in which direction, how they stand to what was asked, and which of them are
// weak. A rule says so of each relation when a walk first comes to it, so that a walk costs what it reaches. Used by
// paths.hpp and network.hpp.
//
//   const Passage passage(relations, [&](RelationIndex relation) { return Passage::Terms{.forward = true}; });
//   Reach reach(graph, passage.at_least(Held::possibly));
#pragma once

#include <functional>
#include <memory>
#include <vector>

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

  // Of all relations of the model, also those that a snapshot leaves out. Without a rule none may be walked but those
  // that are allowed. What the rule refers to must outlive the passage and all that were made of it.
  explicit Passage(std::size_t relations, Rule rule = {})
      : memo_(std::make_shared<Memo>(std::vector<std::uint8_t>(relations, unknown), std::move(rule))) {}

  void allow(RelationIndex relation, const Terms& terms) { memo_->bits[position(relation)] = bits_of(terms); }

  // The same, less what stands worse. Costs nothing: the two share what they know.
  Passage at_least(Held least) const {
    Passage narrower = *this;
    narrower.least_ = least;
    return narrower;
  }

  bool allows(const Step& step) const {
    const std::uint8_t bits = bits_at(step.relation);
    return (bits & (step.direction == Direction::forward ? forward : backward)) != 0 && bits >> held_shift >= least();
  }
  bool is_weak(RelationIndex relation) const { return (bits_at(relation) & weak) != 0; }
  bool is_last(const Step& step) const {
    return (bits_at(step.relation) & (step.direction == Direction::forward ? last : last_backward)) != 0;
  }
  Held held(RelationIndex relation) const { return static_cast<Held>(bits_at(relation) >> held_shift); }

 private:
  enum : std::uint8_t { unknown = 0, forward = 1, backward = 2, weak = 4, last = 8, last_backward = 16, known = 32 };
  static constexpr int held_shift = 6;

  struct Memo {
    Memo(std::vector<std::uint8_t> nothing, Rule how) : bits(std::move(nothing)), rule(std::move(how)) {}
    std::vector<std::uint8_t> bits;
    Rule rule;
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
  std::uint8_t least() const { return static_cast<std::uint8_t>(least_); }

  std::shared_ptr<Memo> memo_;
  Held least_ = Held::never;
};

}  // namespace throughline
