// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "formats/record_reader.hpp"

namespace throughline {
namespace {

constexpr std::string_view relative_date_keys[] = {"after", "before", "during", "within"};
constexpr std::string_view date_claim_keys[] = {"date",   "after", "before",       "during",       "within",
                                                "source", "quote", "quote_prefix", "quote_suffix", "evidence"};
constexpr std::string_view status_claim_keys[] = {"is",           "when",         "source",  "quote",
                                                  "quote_prefix", "quote_suffix", "evidence"};

std::uint32_t size_of(const auto& column) { return static_cast<std::uint32_t>(column.size()); }

}  // namespace

Slice RecordReader::read_claims(const Tree& body) {
  const std::uint32_t first = size_of(records_.claims);
  constexpr std::array<std::tuple<std::string_view, FieldName, std::string_view>, 2> rows = {
      {{"when", FieldName::when, "date"}, {"status", FieldName::status, "is"}}};
  for (const auto& [key, field, value_key] : rows) {
    const Tree* tree = find(body, key);
    if (!tree) continue;
    if (tree->is_list() && tree->children.empty())
      diagnostics_.report(Code::empty_value, tree->said.at, fmt::format("`{}` is an empty list", key));
    if (tree->is_list()) {
      for (const Tree& entry : tree->children) read_claim(field, value_key, entry);
    } else {
      read_claim(field, value_key, *tree);
    }
  }
  return {first, size_of(records_.claims) - first};
}

void RecordReader::read_claim(FieldName field, std::string_view value_key, const Tree& tree) {
  if (!tree.is_mapping()) {
    if (const auto said = text_of(tree, value_key)) records_.claims.push_back({field, *said, {}, {}});
    return;
  }
  if (field == FieldName::when) check_keys(tree, date_claim_keys, "claim of a date");
  if (field == FieldName::status) check_keys(tree, status_claim_keys, "claim of a status");
  std::optional<ClaimRecord> claim = claim_of(field, value_key, tree);
  if (!claim) return;
  claim->citations = read_citations(tree);
  records_.claims.push_back(*claim);
}

std::optional<ClaimRecord> RecordReader::claim_of(FieldName field, std::string_view value_key, const Tree& tree) {
  if (field == FieldName::when && is_relative_date(tree)) {
    if (const Tree* date = find(tree, "date"))
      diagnostics_.report(Code::bad_relative_date, date->said.at, "a `date` beside `after`, `before` or `during`")
          .hint("make them two claims, a list under `when`");
    const RelativeDateIndex relative = read_relative_date(tree);
    if (relative == none<RelativeDateIndex>) return std::nullopt;
    const auto& [words, at, after, before, during, within] = records_.relative_dates[position(relative)];
    return ClaimRecord{field, {words, at}, {}, {}, relative};
  }
  const std::optional<Said> value = read_text(tree, value_key);
  if (!value) {
    diagnostics_.report(Code::missing_field, tree.said.at, fmt::format("a claim without `{}`", value_key));
    return std::nullopt;
  }
  ClaimRecord claim{field, *value, {}, {}};
  const Tree* when = field == FieldName::status ? find(tree, "when") : nullptr;
  if (when && when->is_mapping()) {
    check_keys(*when, relative_date_keys, "date told by others");
    claim.relative = read_relative_date(*when);
  } else if (when) {
    claim.when = text_of(*when, "when").value_or(Said{});
  }
  return claim;
}

// The date of a relation: a field when it is a text.
RelativeDateIndex RecordReader::read_when(const Tree& body) {
  const Tree* when = find(body, "when");
  if (!when) return none<RelativeDateIndex>;
  if (when->is_mapping()) {
    check_keys(*when, relative_date_keys, "date told by others");
    return read_relative_date(*when);
  }
  if (const auto said = text_of(*when, "when")) records_.fields.push_back({FieldName::when, StringId::empty, *said});
  return none<RelativeDateIndex>;
}

bool RecordReader::is_relative_date(const Tree& tree) const {
  return std::any_of(std::begin(relative_date_keys), std::end(relative_date_keys),
                     [&](std::string_view key) { return find(tree, key) != nullptr; });
}

RelativeDateIndex RecordReader::read_relative_date(const Tree& tree) {
  RelativeDateRecord record{};
  std::string words;
  const std::array<Said*, 4> fields = {&record.after, &record.before, &record.during, &record.within};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view key = relative_date_keys[i];
    if (!find(tree, key)) continue;
    const std::optional<Said> said = read_text(tree, key);
    if (!said) return none<RelativeDateIndex>;
    *fields[i] = *said;
    if (!record.at.is_known()) record.at = said->at;
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", key, text(said->text));
  }
  if (!record.after.given() && !record.before.given() && !record.during.given()) {
    diagnostics_.report(Code::bad_relative_date, record.at.is_known() ? record.at : tree.said.at,
                        "a date without `after`, `before` or `during`");
    return none<RelativeDateIndex>;
  }
  record.words = intern(words);
  records_.relative_dates.push_back(record);
  return RelativeDateIndex{size_of(records_.relative_dates) - 1};
}

}  // namespace throughline
