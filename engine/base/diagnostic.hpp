// SPDX-License-Identifier: Apache-2.0
// Problems in what the user wrote are values: a code from the table, a place, a message. Readers and rules add to a
// Diagnostics and carry on, so one run reports all; diagnostic_text.hpp prints them.
//
//   diagnostics.report(Code::unknown_node, where, "no node `ada`").hint("did you mean `adam`?");
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/location.hpp"

namespace throughline {

// A note is worth reading and no fault.
enum class Severity { error, warning, note };
std::string_view name(Severity severity);

enum class Code {
#define THROUGHLINE_DIAGNOSTIC(name, severity, id, meaning, remedy) name,
#include "base/diagnostic_codes.def"
#undef THROUGHLINE_DIAGNOSTIC
};

struct CodeRow {
  Code code;
  Severity severity;
  std::string_view name;
  std::string_view id;
  std::string_view meaning;
  std::string_view remedy;
};

std::span<const CodeRow> diagnostic_codes();
const CodeRow& row_of(Code code);

struct Note {
  Location where;  // may be unknown
  std::string text;
};

struct Diagnostic {
  Code code;
  Location where;       // unknown for what was not written in a file
  std::string message;  // lower case, no final period, user text in backticks
  std::string hint;     // what to do, if more is known than the table says
  std::vector<Note> notes;

  Severity severity() const { return row_of(code).severity; }
};

class Diagnostics {
 public:
  // Handle to the diagnostic just reported, valid until the next report.
  class Entry {
   public:
    explicit Entry(Diagnostic& diagnostic) : diagnostic_(diagnostic) {}
    Entry& hint(std::string text) { return diagnostic_.hint = std::move(text), *this; }
    Entry& note(Location where, std::string text) {
      return diagnostic_.notes.push_back({where, std::move(text)}), *this;
    }

   private:
    Diagnostic& diagnostic_;
  };

  Entry report(Code code, Location where, std::string message);
  void add(Diagnostic diagnostic);

  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  std::span<const Diagnostic> list() const { return list_; }

 private:
  std::vector<Diagnostic> list_;
  std::size_t errors_ = 0;
};

// ", did you mean `x`?" material: the hint for the candidate nearest to `wrong`, or an empty text.
std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> candidates);

}  // namespace throughline
