// SPDX-License-Identifier: Apache-2.0
// The draft of 2012 is in many catalogues still; each of its forms is refused with the one that replaced it.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "time/advice.hpp"
#include "time/edtf_cursor.hpp"
#include "time/value_reader.hpp"

namespace throughline {
namespace {

struct Spelling {
  std::string_view old_one;
  std::string_view new_one;
};

constexpr Spelling spellings[] = {{"unknown", ""}, {"open", ".."}, {"?~", "%"}, {"~?", "%"}, {"u", "X"},
                                  {"x", "X"},      {"y", "Y"},     {"e", "E"},  {"p", "S"}};

struct Modern {
  std::string text;
  std::size_t offset = std::string_view::npos;  // of the first old spelling
  std::size_t length = 0;
};

const Spelling* spelling_at(std::string_view text, std::size_t at) {
  const auto* found = std::find_if(std::begin(spellings), std::end(spellings), [&](const Spelling& spelling) {
    return text.substr(at).starts_with(spelling.old_one);
  });
  return found == std::end(spellings) ? nullptr : found;
}

// Nothing when the text has a character that neither EDTF nor its draft knows.
std::optional<Modern> modernised(std::string_view text) {
  Modern modern;
  for (std::size_t at = 0; at < text.size();) {
    const Spelling* spelling = spelling_at(text, at);
    if (spelling == nullptr && std::string_view("0123456789-?~%/X.YES[]{}, ").find(text[at]) == std::string_view::npos)
      return std::nullopt;
    if (spelling != nullptr && modern.length == 0) modern.offset = at, modern.length = spelling->old_one.size();
    modern.text += spelling == nullptr ? text.substr(at, 1) : spelling->new_one;
    at += spelling == nullptr ? 1 : spelling->old_one.size();
  }
  return modern;
}

// What to write instead: the modern text if it is one, else what its own refusal advises.
std::string advice_for(const std::string& modern) {
  EdtfError error;
  return read_value(modern, error) ? fmt::format("write `{}`", modern) : error.hint;
}

std::optional<EdtfError> old_spelling(std::string_view text) {
  const auto modern = modernised(text);
  if (!modern || modern->length == 0) return std::nullopt;
  const std::string_view old = text.substr(modern->offset, modern->length);
  const bool says_something = modern->text.find_first_of("0123456789X") != std::string::npos;
  if (!says_something && text != "unknown" && text != "open") return std::nullopt;
  return EdtfError{fmt::format("`{}` is from the 2012 draft of EDTF", old), modern->offset, modern->length,
                   says_something ? advice_for(modern->text) : "leave the date out"};
}

// Parts and groups of a date of the draft, `(2011)-06-04~`. A mark behind a parenthesis holds for the parts within; any
// other mark holds for the parts before it that no parenthesis has closed in.
class GroupReader {
 public:
  explicit GroupReader(std::string_view text) : text_(text) {}

  // The date with a mark at the left of each part, as EDTF has them now; nothing when it is not such a date.
  std::optional<std::string> read() {
    while (at_ < text_.size())
      if (!read_sign()) return std::nullopt;
    if (!open_.empty()) return std::nullopt;
    std::string modern;
    for (const DraftPart& part : parts_)
      modern += fmt::format("{}{}{}", modern.empty() ? "" : "-", mark_of(part.qualifier), part.text);
    return modern;
  }

 private:
  struct DraftPart {
    std::string text;
    Qualifier qualifier = Qualifier::none;
    bool is_closed_in = false;
  };

  bool read_sign() {
    if (text_[at_] == '(') return open_.push_back(parts_.size()), ++at_, true;
    if (text_[at_] == ')') return close();
    if (text_[at_] == '-' && !parts_.empty()) return ++at_, true;
    if (const Qualifier mark = take_marks(); mark != Qualifier::none) return qualify_open_parts(mark), true;
    const std::size_t start = at_;
    if (text_[at_] == '-') ++at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == 'X')) ++at_;
    if (at_ == start) return false;
    parts_.push_back({std::string(text_.substr(start, at_ - start))});
    return true;
  }

  Qualifier take_marks() {
    Qualifier all = Qualifier::none;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] != '?' && text_[at_] != '~') break;
      all = all | (text_[at_] == '?' ? Qualifier::uncertain : Qualifier::approximate);
    }
    return all;
  }

  bool close() {
    if (open_.empty()) return false;
    ++at_;
    const Qualifier mark = take_marks();
    for (std::size_t i = open_.back(); i < parts_.size(); ++i) {
      parts_[i].qualifier = parts_[i].qualifier | mark;
      parts_[i].is_closed_in = true;
    }
    open_.pop_back();
    return true;
  }

  void qualify_open_parts(Qualifier mark) {
    for (DraftPart& part : parts_)
      if (!part.is_closed_in) part.qualifier = part.qualifier | mark;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<DraftPart> parts_;
  std::vector<std::size_t> open_;
};

// The canonical form of a date of the draft; empty when there is none.
std::string ungrouped(std::string_view text) {
  if (text.empty() || text == "..") return std::string(text);
  const auto modern = GroupReader(text).read();
  EdtfError ignored;
  const auto value = modern ? read_value(*modern, ignored) : std::nullopt;
  return value ? print_edtf(*value) : std::string();
}

std::optional<EdtfError> old_groups(std::string_view text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.find(')', std::min(open, text.size()));
  if (open == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  const std::size_t slash = text.find('/');
  std::string modern = ungrouped(text.substr(0, slash));
  if (slash != std::string_view::npos) modern += "/" + ungrouped(text.substr(slash + 1));
  if (!is_value(modern)) return std::nullopt;
  const std::string_view group = text.substr(open, close + 1 - open);
  return EdtfError{fmt::format("`{}` is from the 2012 draft of EDTF", group), open, group.size(),
                   fmt::format("write `{}`", modern)};
}

// `2001-21^southernHemisphere`: the season of a hemisphere has a number of its own today.
std::optional<EdtfError> old_season(std::string_view text) {
  const std::size_t caret = text.find('^');
  EdtfError ignored;
  const auto value = caret == std::string_view::npos ? std::nullopt : read_value(text.substr(0, caret), ignored);
  const auto* date = value ? std::get_if<Date>(&value->value) : nullptr;
  if (date == nullptr || date->month.digits < 21 || date->month.digits > 24) return std::nullopt;
  const std::string_view place = text.substr(caret);
  Date modern = *date;
  if (place.starts_with("^north")) modern.month.digits += 4;
  if (place.starts_with("^south")) modern.month.digits += 8;
  return EdtfError{fmt::format("{} is from the 2012 draft of EDTF", quoted(place)), caret, place.size(),
                   fmt::format("write `{}`", print_edtf(modern))};
}

}  // namespace

std::optional<EdtfError> old_form(std::string_view text) {
  if (auto season = old_season(text)) return season;
  if (auto groups = old_groups(text)) return groups;
  return old_spelling(text);
}

}  // namespace throughline
