// SPDX-License-Identifier: Apache-2.0
#include "support/case_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.hpp"

namespace throughline {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string without_comment(std::string_view line) {
  return std::string(trim(line.substr(0, std::min(line.find(" #"), line.size()))));
}

std::optional<int> parse_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string from_hex(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return !is_space(c) && c != '\n'; });
  if (digits.size() % 2 != 0) throw CaseError("an odd number of hex digits");
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(&digits[i], &digits[i] + 2, value, 16);
    if (error != std::errc() || end != &digits[i] + 2) throw CaseError("hex digits expected");
    bytes += static_cast<char>(value);
  }
  return bytes;
}

// A path as `graph:` gives it: an inline file or folder, a path, or the name of a fixture.
std::string graph_path(const std::string& name, const MemoryFiles::Contents& files) {
  const bool is_inline = std::any_of(files.begin(), files.end(), [&](const auto& file) {
    return file.first == name || file.first.starts_with(name + "/");
  });
  return is_inline || name.find('/') != std::string::npos ? name : "fixtures/" + name;
}

class Parser {
 public:
  Parser(std::string path, std::string_view text) : text_(text) { case_.path = std::move(path); }

  Case parse() {
    try {
      read_header();
      while (at_ < text_.size()) read_section();
      finish();
    } catch (const CaseError& error) {
      throw CaseError(fmt::format("{}:{}: {}", case_.path, line_number_, error.what()));
    }
    return std::move(case_);
  }

 private:
  bool at_section() const { return text_.substr(at_).starts_with(case_section_mark); }

  std::string_view take_line() {
    ++line_number_;
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view line = text_.substr(at_, end - at_);
    at_ = std::min(end + 1, text_.size());
    return line;
  }

  std::string_view take_body() {
    const std::size_t start = at_;
    while (at_ < text_.size() && !at_section()) take_line();
    return text_.substr(start, at_ - start);
  }

  void read_header() {
    while (at_ < text_.size() && !at_section()) {
      const std::string_view line = take_line();
      if (line.starts_with('#')) {
        is_explained_ = is_explained_ || !trim(line.substr(1)).empty();
      } else if (!trim(line).empty()) {
        read_field(line);
      }
    }
  }

  void read_field(std::string_view line) {
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string_view key = line.substr(0, colon);
    const std::string_view rest = line.substr(std::min(colon + 1, line.size()));
    const std::string value = without_comment(rest);
    Surroundings& around = case_.surroundings;
    if (key == "graph") {
      graphs_.push_back(value);
    } else if (key == "today") {
      around.today = value;
    } else if (key == "default_graph") {
      around.default_graph = value;
    } else if (key == "terminal_width") {
      around.terminal_width = static_cast<std::size_t>(parse_number(value).value_or(0));
    } else if (key == "run") {
      if (has_run_) throw CaseError("a second `run:`");
      has_run_ = true;
      case_.arguments = split_command(rest);
    } else {
      throw CaseError(fmt::format("`{}` is none of graph, today, default_graph, terminal_width, run", key));
    }
  }

  void read_section() {
    const std::size_t start = at_;
    const std::vector<std::string> words = split_command(take_line().substr(case_section_mark.size()));
    const std::string_view kind = words.empty() ? "" : std::string_view(words[0]);
    if (kind == "file" || kind == "file-hex" || kind == "stdin") {
      if (in_expectations_) throw CaseError("input below an expectation");
      return read_input(words);
    }
    if (!in_expectations_) case_.input = text_.substr(0, start);
    in_expectations_ = true;
    if (kind == "exit") return read_exit(words);
    read_expectation(words);
  }

  void read_input(const std::vector<std::string>& words) {
    const bool is_stdin = words[0] == "stdin";
    if (words.size() != (is_stdin ? 1U : 2U)) throw CaseError("a `file` section has one name, `stdin` has none");
    const std::string_view body = take_body();
    if (is_stdin) {
      case_.surroundings.in = body;
    } else {
      case_.files[words[1]] = words[0] == "file" ? std::string(body) : from_hex(body);
    }
  }

  void read_exit(const std::vector<std::string>& words) {
    const std::optional<int> status = words.size() == 2 ? parse_number(words[1]) : std::nullopt;
    if (!status) throw CaseError("`exit` needs a number");
    case_.exit = *status;
    if (!trim(take_body()).empty()) throw CaseError("text below `exit`");
  }

  void read_expectation(const std::vector<std::string>& words) {
    const bool is_stream = !words.empty() && (words[0] == "stdout" || words[0] == "stderr");
    const bool is_written = words.size() >= 2 && words[0] == "wrote";
    if (!is_stream && !is_written) {
      throw CaseError("a section is one of file, file-hex, stdin, stdout, stderr, wrote, exit");
    }
    Expectation expected;
    expected.name = words[is_written ? 1 : 0];
    const std::size_t modifier = is_written ? 2 : 1;
    if (words.size() > modifier) expected.match = parse_match(words[modifier]);
    expected.text = take_body();
    (is_written ? case_.written : case_.streams).push_back(std::move(expected));
  }

  static Match parse_match(std::string_view word) {
    if (word == "has") return Match::has;
    if (word == "starts") return Match::starts;
    throw CaseError(fmt::format("`{}` is neither `has` nor `starts`", word));
  }

  void finish() {
    if (!in_expectations_) case_.input = text_;
    if (!is_explained_) throw CaseError("no comment says which rule the case protects");
    if (!has_run_) throw CaseError("no `run:`");
    std::vector<std::string> arguments;
    for (const std::string& graph : graphs_) {
      if (graph == "none") continue;
      arguments.insert(arguments.end(), {"-g", graph_path(graph, case_.files)});
    }
    case_.arguments.insert(case_.arguments.begin(), arguments.begin(), arguments.end());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_number_ = 0;
  Case case_;
  std::vector<std::string> graphs_;
  bool is_explained_ = false;
  bool has_run_ = false;
  bool in_expectations_ = false;
};

}  // namespace

Case parse_case(std::string path, std::string_view text) { return Parser(std::move(path), text).parse(); }

std::vector<std::string> split_command(std::string_view line) {
  std::vector<std::string> words;
  bool in_word = false;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote == 0 && is_space(c)) {
      in_word = false;
      continue;
    }
    if (quote == 0 && !in_word && c == '#') break;
    if (!in_word) words.emplace_back();
    in_word = true;
    const bool escapes = c == '\\' && i + 1 < line.size() &&
                         (quote == 0 || (quote == '"' && (line[i + 1] == '"' || line[i + 1] == '\\')));
    if (escapes) {
      words.back() += line[++i];
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else if (c == quote && quote != 0) {
      quote = 0;
    } else {
      words.back() += c;
    }
  }
  if (quote != 0) throw CaseError("a quote is not closed");
  return words;
}

}  // namespace throughline
