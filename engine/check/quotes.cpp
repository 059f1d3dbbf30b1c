// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "check/quote.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_compared =
    200'000'000;  // characters of text times characters of quote, over all near texts sought

std::string source_with_quote(const CheckInput& input, const Citation& citation) {
  for (std::size_t i = 0; i < input.texts.size(); ++i) {
    if (i == position(citation.source) || !input.texts[i].text) continue;
    const auto result = find_quote(*input.texts[i].text, input.model.text(citation.quote), "", "");
    if (result.match == QuoteMatch::found) return std::string(input.model.text(input.model.sources[i].id));
  }
  return {};
}

void report_absent(const CheckInput& input, const Citation& citation, std::size_t& searched, Diagnostics& diagnostics) {
  const StoredText& stored = input.texts[position(citation.source)];
  auto entry = diagnostics.report(Code::quote_not_found, citation.at,
                                  fmt::format("this quote does not stand in {}", stored.path));
  searched += stored.text->text().size() * input.model.text(citation.quote).size();
  if (searched > most_compared) return;
  if (const std::string other = source_with_quote(input, citation); !other.empty()) {
    entry.hint(fmt::format("it stands in the text of `{}`", other));
    return;
  }
  const auto near = find_near_text(*stored.text, input.model.text(citation.quote));
  entry.hint(near ? fmt::format("the nearest text is \"{}\", line {} of {}", near->text,
                                stored.text->line_at(near->offset), stored.path)
                  : "nothing like it stands there");
}

std::string lines_of(const StoredText& stored, const std::vector<std::size_t>& offsets) {
  std::string lines;
  for (const std::size_t offset : offsets)
    lines += fmt::format("{}{}", lines.empty() ? "" : ", ", stored.text->line_at(offset));
  return fmt::format("{} {}", offsets.size() == 1 ? "line" : "lines", lines);
}

// True when the quote is verified.
bool check_quote(const CheckInput& input, const Citation& citation, std::size_t& searched, Diagnostics& diagnostics) {
  const Model& model = input.model;
  const StoredText& stored = input.texts[position(citation.source)];
  if (stored.path.empty()) {
    diagnostics.report(Code::quote_unverified, citation.at,
                       fmt::format("source `{}` has no stored text to verify this quote against",
                                   model.text(model[citation.source].id)));
    return false;
  }
  if (!stored.text) return false;  // reported once, for the source
  const QuoteResult result =
      find_quote(*stored.text, model.text(citation.quote), model.text(citation.prefix), model.text(citation.suffix));
  const std::string lines = lines_of(stored, result.offsets);
  switch (result.match) {
    case QuoteMatch::found: return true;
    case QuoteMatch::absent: report_absent(input, citation, searched, diagnostics); break;
    case QuoteMatch::cuts_word:
      diagnostics.report(Code::quote_cuts_word, citation.at,
                         fmt::format("this quote begins or ends inside a word of {}, {}", stored.path, lines));
      break;
    case QuoteMatch::ambiguous:
      diagnostics
          .report(Code::quote_ambiguous, citation.at,
                  fmt::format("this quote occurs {} times in {}: {}", result.offsets.size(), stored.path, lines))
          .hint("add `quote_prefix` or `quote_suffix`, the words next to the one meant");
      break;
    case QuoteMatch::context_differs:
      diagnostics.report(
          Code::context_not_found, citation.at,
          fmt::format("this quote stands in {}, {}, but not next to its `quote_prefix` or `quote_suffix`", stored.path,
                      lines));
      break;
  }
  return false;
}

std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  std::size_t searched = 0;
  for (const Citation& citation : input.model.citations) {
    if (citation.quote == StringId::empty) continue;
    ++input.coverage.quotes;
    if (check_quote(input, citation, searched, diagnostics)) ++input.coverage.verified;
  }
  return input.coverage.quotes;
}

}  // namespace

extern const Rule quotes_rule;
constinit const Rule quotes_rule{"quotes", "each quote stands in the stored text of its source, exactly", "quote", run};

}  // namespace throughline
