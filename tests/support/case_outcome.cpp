// SPDX-License-Identifier: Apache-2.0
// What came out, held against what a case wants: the faults in words, or the case file brought up to date.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "support/case_file.hpp"

namespace throughline {
namespace {

std::string first_difference(std::string_view wanted, std::string_view got) {
  const std::vector<std::string_view> left = split(wanted, '\n');
  const std::vector<std::string_view> right = split(got, '\n');
  std::size_t line = 0;
  while (line < left.size() && line < right.size() && left[line] == right[line]) ++line;
  const auto show = [&](const std::vector<std::string_view>& lines) {
    return line < lines.size() ? fmt::format("`{}`", lines[line]) : std::string("nothing more");
  };
  return fmt::format("line {}\n  wanted: {}\n  got:    {}", line + 1, show(left), show(right));
}

std::string fault_of_equal(std::string_view wanted, std::string_view got) {
  if (wanted == got) return {};
  if (wanted == fmt::format("{}\n", got) && !got.empty()) return "ends without a line end";
  return fmt::format("differs in {}\nall that was got:\n{}", first_difference(wanted, got), got);
}

std::string fault_of_has(std::string_view wanted, std::string_view got) {
  std::size_t from = 0;
  for (const std::string_view line : split(wanted, '\n')) {
    if (trim(line).empty()) continue;
    const std::size_t found = got.find(line, from);
    if (found == std::string_view::npos) {
      const bool is_earlier = got.find(line) != std::string_view::npos;
      return fmt::format("lacks{} `{}`\nall that was got:\n{}", is_earlier ? ", in this place," : "", line, got);
    }
    from = found + line.size();
  }
  return {};
}

std::string fault_of_start(std::string_view wanted, std::string_view got) {
  if (wanted.ends_with('\n')) wanted.remove_suffix(1);
  if (got.starts_with(wanted)) return {};
  return fmt::format("does not begin with\n{}\nit begins with\n{}", wanted, got.substr(0, wanted.size()));
}

std::string fault_of(const Expectation& expected, std::string_view got) {
  switch (expected.match) {
    case Match::equals: return fault_of_equal(expected.text, got);
    case Match::has: return fault_of_has(expected.text, got);
    case Match::starts: return fault_of_start(expected.text, got);
  }
  return {};
}

void check_stream(const Case& wanted, std::string_view name, std::string_view got, std::vector<std::string>& faults) {
  bool is_expected = false;
  for (const Expectation& expected : wanted.streams) {
    if (expected.name != name) continue;
    is_expected = true;
    if (std::string fault = fault_of(expected, got); !fault.empty())
      faults.push_back(fmt::format("{} {}", name, fault));
  }
  if (!is_expected && !got.empty()) faults.push_back(fmt::format("{} should be empty:\n{}", name, got));
}

void check_written(const Case& wanted, const Outcome& got, std::vector<std::string>& faults) {
  for (const Expectation& expected : wanted.written) {
    const auto file = got.written.find(expected.name);
    if (file == got.written.end()) {
      faults.push_back(fmt::format("{} was not written", expected.name));
    } else if (std::string fault = fault_of(expected, file->second); !fault.empty()) {
      faults.push_back(fmt::format("{} {}", expected.name, fault));
    }
  }
  for (const auto& [path, content] : got.written) {
    const bool is_expected =
        std::any_of(wanted.written.begin(), wanted.written.end(),
                    [&, &name = path](const Expectation& expected) { return expected.name == name; });
    if (!is_expected) faults.push_back(fmt::format("{} was written, and no `wrote` section says so", path));
  }
}

void check_name(const Case& wanted, const Outcome& got, std::vector<std::string>& faults) {
  const std::size_t slash = wanted.path.rfind('/');
  const bool is_bad = std::string_view(wanted.path).substr(slash + 1).starts_with("bad_");
  if (is_bad && got.exit == 0) faults.emplace_back("the name begins with `bad_`, and nothing went wrong");
  if (!is_bad && got.exit != 0) faults.emplace_back("something went wrong, and the name does not begin with `bad_`");
}

std::string written_section(std::string_view head, std::string_view text) {
  if (!text.empty() && !text.ends_with('\n')) throw CaseError(fmt::format("{} ends without a line end", head));
  if (text.starts_with(case_section_mark) ||
      text.find(fmt::format("\n{}", case_section_mark)) != std::string_view::npos) {
    throw CaseError(fmt::format("{} holds a line that reads as a section", head));
  }
  return fmt::format("{}{}\n{}", case_section_mark, head, text);
}

std::string_view word_of(Match match) {
  switch (match) {
    case Match::equals: return "";
    case Match::has: return " has";
    case Match::starts: return " starts";
  }
  return "";
}

std::string rewritten_stream(const Case& wanted, std::string_view name, std::string_view got) {
  std::string text;
  bool is_matched_in_part = false;
  for (const Expectation& expected : wanted.streams) {
    if (expected.name != name || expected.match == Match::equals) continue;
    text += fmt::format("{}{}{}\n{}", case_section_mark, name, word_of(expected.match), expected.text);
    is_matched_in_part = true;
  }
  return is_matched_in_part || got.empty() ? text : written_section(name, got);
}

std::string rewritten_file(const Expectation& expected, const Outcome& got) {
  const auto file = got.written.find(expected.name);
  const bool is_kept = expected.match != Match::equals || file == got.written.end();
  const std::string head = fmt::format("wrote {}{}", expected.name, word_of(expected.match));
  return is_kept ? fmt::format("{}{}\n{}", case_section_mark, head, expected.text)
                 : written_section(head, file->second);
}

}  // namespace

std::vector<std::string> faults(const Case& wanted, const Outcome& got) {
  std::vector<std::string> faults;
  if (got.exit != wanted.exit) {
    faults.push_back(fmt::format("exit {}, wanted {}; stderr:\n{}", got.exit, wanted.exit, got.err));
  }
  check_stream(wanted, "stdout", got.out, faults);
  check_stream(wanted, "stderr", got.err, faults);
  check_written(wanted, got, faults);
  check_name(wanted, got, faults);
  return faults;
}

std::string rewritten(const Case& wanted, const Outcome& got) {
  std::string text = wanted.input;
  text += rewritten_stream(wanted, "stdout", got.out);
  text += rewritten_stream(wanted, "stderr", got.err);
  for (const Expectation& expected : wanted.written) text += rewritten_file(expected, got);
  return text + fmt::format("{}exit {}\n", case_section_mark, got.exit);
}

}  // namespace throughline
