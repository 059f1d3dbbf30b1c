// SPDX-License-Identifier: Apache-2.0
// Which status a node had at a date, out of all that is claimed of it. A status holds from its date until the next one
// starts; one that is dated by an interval with an end holds during it. Two that start on one day hold both. A claim
// without a date may have held at any time, one with `?` may be wrong. Used by `show`, `timeline` and `draw`.
//
//   for (const StatusOn& on : statuses_on(model, plan, as_of))
//     fmt::print("{} {}\n", name(on.status), name(on.verdict));
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "model/model.hpp"

namespace throughline {

struct StatusOn {
  Status status;
  Verdict verdict;            // certain: this one and no other, in every world
  bool by_tolerance = false;  // without the tolerance of `~` the verdict would differ
  std::uint32_t claim;        // position in Model::claims of the last claim that can make it so

  bool operator==(const StatusOn&) const = default;
};

// Whether a claim counts: impossible, it is left out; possible, it may be wrong. Without one, all count.
using ClaimFilter = std::function<Verdict(const Claim&)>;

// As of some one day of `as_of`. One entry a status, in the order of the claims; empty when none can have held by then.
std::vector<StatusOn> statuses_on(const Model& model, const Node& node, const Edtf& as_of,
                                  const ClaimFilter& known = {});

}  // namespace throughline
