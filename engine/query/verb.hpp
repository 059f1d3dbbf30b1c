// SPDX-License-Identifier: Apache-2.0
// THE TABLE of questions. A new one is a file query/<name>.cpp and a row in verbs.cpp: its parameters, help, example
// and function are data, from which the command line makes the subcommand.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "graph/graph.hpp"
#include "query/table.hpp"

namespace throughline {

struct Parameter {
  std::string_view name;   // "--hops", or "TEXT" for a positional one
  std::string_view value;  // what it takes: "N", one of "none|count"; empty for a flag; "…" if it may be repeated
  std::string_view help;
  std::string_view fallback;  // the value when it is not given; empty: none
  bool is_required = false;
  std::string_view short_name = {};  // "-o"
  bool narrows = false;              // without it there may be more answers

  bool is_positional() const { return !name.starts_with('-'); }
  bool is_flag() const { return !is_positional() && value.empty(); }
};

constexpr Parameter narrowing(Parameter parameter) {
  parameter.narrows = true;
  return parameter;
}

// What was given for the parameters of a verb, by name, and what holds when nothing was given.
class Arguments {
 public:
  void give(std::string_view name, std::vector<std::string> values) { given_[std::string(name)] = std::move(values); }
  void forget(std::string_view name) { given_.erase(std::string(name)); }
  void fall_back(std::string_view name, std::string_view value) {
    fallbacks_[std::string(name)] = {std::string(value)};
  }

  void take_back(std::string_view name) { given_.erase(std::string(name)); }

  bool has(std::string_view name) const { return given_.contains(name); }  // given, not fallen back to
  std::span<const std::string> all(std::string_view name) const;
  std::string_view text(std::string_view name) const;  // the first, or empty
  std::size_t number(std::string_view name) const;     // requires digits: the command line has checked

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> given_;
  std::map<std::string, std::vector<std::string>, std::less<>> fallbacks_;
};

struct Verb {
  std::string_view name;
  std::string_view summary;
  std::string_view example;  // arguments after the program's name
  std::span<const Parameter> parameters;
  Table (*run)(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics);
  bool takes_filters = false;        // the options of filter.hpp
  std::string_view noun = "answer";  // what an answer is: link, chain, node
};

std::span<const Verb* const> verbs();

}  // namespace throughline
