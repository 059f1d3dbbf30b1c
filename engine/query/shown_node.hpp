// SPDX-License-Identifier: Apache-2.0
// What is said of a node, gathered for `show`: its relations in order, what differs among its claims, who carries it.
// show_node.cpp makes rows of it for people, show_node_json.cpp the object for programs.
//
//   const ShownNode record(question, node);
//   for (const Step& step : record.steps) …
#pragma once

#include <vector>

#include "query/show_record.hpp"

namespace throughline {

// A source, and how many claims of a record it carries.
struct Carrier {
  SourceIndex source;
  std::size_t claims = 0;
};

struct ShownNode {
  ShownNode(SharedRecordQuestion of, NodeIndex node);

  const Model& model() const { return question->model; }
  const Node& node() const { return model()[index]; }
  const Standings& standings() const { return question->standings; }
  bool is_differing(const Claim* claim) const;
  bool is_differing(const Step& step) const;
  // Of all that is said of it, whatever time is asked about: the record itself is a claim, each date, status, relation.
  std::vector<Carrier> carriers() const;

  SharedRecordQuestion question;
  NodeIndex index;
  std::vector<Step> steps;  // grouped by what they say; within a group by time, then by name
  // Claims and relations with rivals (model/rivals.hpp), together with these: of its dates, of its statuses, and of its
  // steps a group for each type and other end. They stand side by side; nobody is judged.
  std::vector<std::vector<const Claim*>> differing_claims;
  std::vector<std::vector<Step>> differing_relations;
};

Json json_of(const ShownNode& record);

}  // namespace throughline
