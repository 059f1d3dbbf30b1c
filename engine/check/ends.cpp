// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

std::string list_of(const std::vector<std::string>& kinds) { return kinds.empty() ? "any kind" : join(kinds, " or "); }

void check_end(const CheckInput& input, const Relation& relation, bool is_start, Diagnostics& diagnostics) {
  const Model& model = input.model;
  const RelationType& type = model.type_of(relation);
  const Node& node = model[is_start ? relation.from : relation.to];
  const std::vector<std::string>& kinds = is_start ? type.from : type.to;
  const std::string& kind = model.kind_of(node).name;
  if (accepts(kinds, kind)) return;
  auto entry = diagnostics.report(Code::wrong_end_kind, relation.at,
                                  fmt::format("`{}` {} at {}, but `{}` is of kind {}", type.name,
                                              is_start ? "starts" : "ends", list_of(kinds), model.text(node.id), kind));
  entry.note(node.at, fmt::format("`{}` is defined here", model.text(node.id)));
  const bool turned = accepts(type.from, model.kind_of(model[relation.to]).name) &&
                      accepts(type.to, model.kind_of(model[relation.from]).name);
  entry.hint(turned ? "the other way round it would fit"
                    : "`throughline list relations` shows which kinds each type joins");
}

std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  for (const Relation& relation : input.model.relations) {
    check_end(input, relation, true, diagnostics);
    check_end(input, relation, false, diagnostics);
  }
  return input.model.relations.size();
}

}  // namespace

extern const Rule ends_rule;
constinit const Rule ends_rule{"ends", "relations join the kinds of node that their type is for", "relation", run};

}  // namespace throughline
