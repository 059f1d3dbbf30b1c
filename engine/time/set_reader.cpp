// SPDX-License-Identifier: Apache-2.0
#include "time/set_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "time/date_order.hpp"
#include "time/date_reader.hpp"
#include "time/edtf_cursor.hpp"

namespace throughline {
namespace {

class SetReader {
 public:
  SetReader(std::string_view text, EdtfError& error) : text_(text), error_(error) {}

  std::optional<Set> read() {
    if (!has_brackets()) return std::nullopt;
    set_.kind = text_[0] == '[' ? Set::Kind::one_of : Set::Kind::all_of;
    const std::size_t end = text_.size() - 1;
    for (std::size_t at = 1; at <= end;) {
      const std::size_t comma = std::min(text_.find(',', at), end);
      if (!read_member(at, comma)) return std::nullopt;
      at = comma + 1;
    }
    return std::move(set_);
  }

 private:
  bool fail(std::size_t offset, std::size_t length, std::string message, std::string hint = {}) {
    error_ = {std::move(message), offset, length, std::move(hint)};
    return false;
  }

  bool has_brackets() {
    const char closing = text_[0] == '[' ? ']' : '}';
    const std::size_t found = text_.find_first_of("[]{}", 1);
    if (found == std::string_view::npos)
      return fail(0, 1, fmt::format("no `{}` closes the set", closing), fmt::format("end it with `{}`", closing));
    if (text_[found] == '[' || text_[found] == '{') return fail(found, 1, "a set has no sets within");
    if (text_[found] != closing)
      return fail(found, 1, fmt::format("`{}` is closed by `{}`", text_[0], text_[found]),
                  fmt::format("end the set with `{}`", closing));
    if (found + 1 == text_.size()) return true;
    return fail(found + 1, text_.size() - found - 1,
                fmt::format("{} does not belong after the set", quoted(text_.substr(found + 1))));
  }

  // The member in text[begin, end), the blanks after a comma before it included.
  bool read_member(std::size_t begin, std::size_t end) {
    const std::size_t comma = begin - 1;
    const bool is_first = comma == 0;
    while (!is_first && begin < end && text_[begin] == ' ') ++begin;
    if (begin == end) return refuse_nothing(comma, end);
    if (const auto blank = text_.substr(begin, end - begin).find(' '); blank != std::string_view::npos)
      return fail(begin + blank, 1, "a set has blanks only after its commas", "leave it out");
    const auto dots = text_.substr(begin, end - begin).find("..");
    return dots == std::string_view::npos ? read_single(begin, end) : read_range(begin, begin + dots, end);
  }

  bool refuse_nothing(std::size_t comma, std::size_t end) {
    const bool is_last = end + 1 == text_.size();
    if (comma == 0 && is_last) return fail(0, text_.size(), "the set is empty", "leave the date out");
    if (comma == 0) return fail(end, 1, "no date before the comma", "leave the comma out");
    return fail(comma, 1, "no date after the comma", "leave the comma out");
  }

  bool read_single(std::size_t begin, std::size_t end) {
    const auto date = read_member_date(begin, end);
    if (date) set_.members.emplace_back(*date);
    return date.has_value();
  }

  bool read_range(std::size_t begin, std::size_t dots, std::size_t end) {
    Range range;
    if (dots > begin && !(range.first = read_member_date(begin, dots))) return false;
    if (dots + 2 < end && !(range.last = read_member_date(dots + 2, end))) return false;
    if (!range.first && !range.last) return fail(begin, end - begin, "the range names no date");
    if (range.first && range.last && !can_reach(*range.first, *range.last)) return refuse_order(begin, end, range);
    set_.members.emplace_back(std::move(range));
    return true;
  }

  bool refuse_order(std::size_t begin, std::size_t end, const Range& range) {
    const std::string first = print_edtf(*range.first);
    const std::string last = print_edtf(*range.last);
    return fail(begin, end - begin, fmt::format("the range ends before it starts: `{}` is before `{}`", last, first),
                fmt::format("did you mean `{}..{}`?", last, first));
  }

  std::optional<Date> read_member_date(std::size_t begin, std::size_t end) {
    auto date = read_date(text_, begin, end, error_);
    if (date && date->time) {
      fail(text_.find('T', begin), 1, "a set has no times of day");
      return std::nullopt;
    }
    return date;
  }

  std::string_view text_;
  EdtfError& error_;
  Set set_;
};

}  // namespace

std::optional<Set> read_set(std::string_view text, EdtfError& error) { return SetReader(text, error).read(); }

}  // namespace throughline
