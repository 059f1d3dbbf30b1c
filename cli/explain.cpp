// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "cli/command.hpp"

namespace throughline::cli {
namespace {

constexpr Parameter parameters[] = {
    {"CODE", "", "the code in brackets at the end of a message, or its name", "", true}};

int run(const Invocation& invocation) {
  const std::string wanted(invocation.arguments.text("CODE"));
  std::vector<std::string_view> known;
  for (const CodeRow& row : diagnostic_codes()) {
    if (fold_for_search(wanted) == fold_for_search(row.id) || wanted == row.name) {
      invocation.world.out << fmt::format("{} {} ({})\n  {}\n  what to do: {}\n", row.id, row.name, name(row.severity),
                                          row.meaning, row.remedy);
      return fine;
    }
    known.push_back(row.id);
    known.push_back(row.name);
  }
  const std::string slip = did_you_mean(wanted, known);
  throw UsageError(
      fmt::format("no code `{}`; {}", wanted, slip.empty() ? "`throughline list codes` names them" : slip));
}

}  // namespace

extern const Command explain_command;
constinit const Command explain_command{
    "explain", "what a code in a message means and what to do", "explain TL401", parameters, false, run, nullptr};

}  // namespace throughline::cli
