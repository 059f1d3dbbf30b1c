// SPDX-License-Identifier: Apache-2.0
#include "query/links_question.hpp"

#include "query/parameters.hpp"
#include "query/selector.hpp"

namespace throughline {

extern const Verb links_verb;

namespace {

// What is said on the command line comes before what the view says, and that before the fallbacks.
std::vector<std::string> words_for(const Model& model, const Arguments& arguments, const ViewDefinition* view,
                                   const std::string& option) {
  const std::span<const std::string> said = arguments.all(option);
  std::vector<std::string> words(said.begin(), said.end());
  if (!view || arguments.has(option)) return words;
  const std::span<const StringId> values = view->values(model.strings, option.substr(2));
  if (!values.empty()) words.clear();
  for (const StringId id : values) words.emplace_back(model.text(id));
  return words;
}

std::vector<bool> marked(const Model& model, std::span<const NodeIndex> nodes) {
  std::vector<bool> marks(model.nodes.size(), false);
  for (const NodeIndex node : nodes) marks[position(node)] = true;
  return marks;
}

}  // namespace

LinksAsked links_asked(const Model& model, const Arguments& arguments, const ViewDefinition* view, const Filter& filter,
                       Diagnostics& diagnostics) {
  LinksAsked asked;
  asked.links.from = select_all(model, words_for(model, arguments, view, "--from"), diagnostics);
  asked.links.to = select_all(model, words_for(model, arguments, view, "--to"), diagnostics);
  for (std::vector<NodeIndex>* ends : {&asked.links.from, &asked.links.to})
    std::erase_if(*ends, [&](NodeIndex node) { return !filter.keeps(node); });
  asked.links.hops = arguments.number("--hops");
  if (view && !arguments.has("--hops")) asked.links.hops = view->number(model.strings, "hops", asked.links.hops);
  asked.links.all = arguments.has("--all");
  asked.walk.leads_only = !arguments.has("--any-direction");
  if (arguments.has("--through"))
    asked.walk.may_pass = marked(model, select_all(model, arguments.all("--through"), diagnostics));
  return asked;
}

void fall_back_as_links(Arguments& arguments) {
  for (const Parameter* parameter : parameters_of(links_verb))
    if (!parameter->fallback.empty()) arguments.fall_back(parameter->name, parameter->fallback);
}

}  // namespace throughline
