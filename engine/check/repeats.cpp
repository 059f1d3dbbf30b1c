// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <tuple>
#include <vector>

#include "check/dated.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

bool says_the_same(const Model& model, const Relation& a, const Relation& b) {
  const auto what = [&](const Relation& r) {
    return std::tuple(r.from, r.type, r.to, model.date_text(r.when), model.date_words(r), r.role, r.assertion);
  };
  const auto properties = [&](const Relation& r) {
    std::vector<std::pair<StringId, StringId>> list;
    for (const Property& property : model.properties_of(r)) list.emplace_back(property.key, property.value);
    return list;
  };
  return what(a) == what(b) && properties(a) == properties(b);
}

// Relations that say the same stand side by side in the model's order.
std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  const auto& relations = input.model.relations;
  for (std::size_t i = 1; i < relations.size(); ++i)
    if (says_the_same(input.model, relations[i - 1], relations[i]))
      diagnostics
          .report(Code::repeated_relation, relations[i].at,
                  fmt::format("`{}` is said twice", words_of(input.model, relations[i])))
          .note(relations[i - 1].at, "first here")
          .hint("keep one relation, with both citations under `evidence`");
  return relations.size();
}

}  // namespace

extern const Rule repeats_rule;
constinit const Rule repeats_rule{"repeats", "no relation is said twice", "relation", run};

}  // namespace throughline
