// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace throughline {
namespace {

constexpr CodeRow rows[] = {
#define THROUGHLINE_DIAGNOSTIC(name, severity, id, meaning, remedy) \
  {Code::name, Severity::severity, #name, id, meaning, remedy},
#include "base/diagnostic_codes.def"
#undef THROUGHLINE_DIAGNOSTIC
};

}  // namespace

std::span<const CodeRow> diagnostic_codes() { return rows; }

const CodeRow& row_of(Code code) { return rows[static_cast<std::size_t>(code)]; }

std::string_view name(Severity severity) {
  constexpr std::string_view names[] = {"error", "warning", "note"};
  return names[static_cast<std::size_t>(severity)];
}

Diagnostics::Entry Diagnostics::report(Code code, Location where, std::string message) {
  add({code, where, std::move(message), {}, {}});
  return Entry(list_.back());
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity() == Severity::error) ++errors_;
  list_.push_back(std::move(diagnostic));
}

std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> candidates) {
  const std::string_view found = nearest(wrong, candidates);
  return found.empty() ? std::string() : fmt::format("did you mean `{}`?", found);
}

}  // namespace throughline
