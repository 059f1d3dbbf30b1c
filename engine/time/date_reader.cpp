// SPDX-License-Identifier: Apache-2.0
#include "time/date_reader.hpp"

#include <fmt/format.h>

#include <charconv>

#include "time/calendar.hpp"
#include "time/masks.hpp"
#include "time/time_reader.hpp"

namespace throughline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Qualifier> qualifier_of(char c) {
  if (c == '?') return Qualifier::uncertain;
  if (c == '~') return Qualifier::approximate;
  if (c == '%') return Qualifier::both;
  return std::nullopt;
}

struct Run {  // digits and X in a row
  std::size_t offset;
  std::string_view text;

  std::uint64_t digits() const {
    std::uint64_t value = 0;
    for (char c : text) value = value * 10 + (c == 'X' ? 0 : static_cast<std::uint64_t>(c - '0'));
    return value;
  }
  std::uint8_t mask() const {
    unsigned value = 0;
    for (char c : text) value = value << 1 | (c == 'X' ? 1 : 0);
    return static_cast<std::uint8_t>(value);
  }
};

class DateReader {
 public:
  DateReader(std::string_view text, std::size_t begin, EdtfError& error)
      : text_(text), begin_(begin), at_(begin), error_(error) {}

  std::optional<Date> read() {
    const bool is_read = read_year() && read_parts() && read_time_of_day() && is_at_end();
    if (!is_read || !is_real() || !is_supported()) return std::nullopt;
    return date_;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) { return peek() == c ? (++at_, true) : false; }

  Run take_run() {
    const std::size_t start = at_;
    while (is_digit(peek()) || peek() == 'X') ++at_;
    return {start, text_.substr(start, at_ - start)};
  }

  bool fail(std::size_t offset, std::size_t length, std::string message, std::string hint = {}) {
    error_ = {std::move(message), offset, length, std::move(hint)};
    return false;
  }

  void note_level_2(std::string_view what, std::size_t offset, std::size_t length) {
    if (!level_2_) level_2_ = not_yet_supported(what, offset, length);
  }

  bool refuse_level_2(std::string_view what) {
    error_ = not_yet_supported(what, at_, text_.size() - at_);
    return false;
  }

  Qualifier take_left_qualifier() {
    const auto qualifier = qualifier_of(peek());
    if (qualifier) note_level_2("qualifiers on parts of a date", at_++, 1);
    return qualifier.value_or(Qualifier::none);
  }

  // At the right of a part a qualifier holds for all parts so far.
  void take_right_qualifier() {
    const auto qualifier = qualifier_of(peek());
    if (!qualifier) return;
    if (++at_ < text_.size()) note_level_2("qualifiers on parts of a date", at_ - 1, 1);
    date_.year.qualifier = date_.year.qualifier | *qualifier;
    if (date_.month.is_given()) date_.month.qualifier = date_.month.qualifier | *qualifier;
    if (date_.day.is_given()) date_.day.qualifier = date_.day.qualifier | *qualifier;
  }

  bool read_year() {
    if (take('Y')) return read_long_year();
    date_.year.qualifier = take_left_qualifier();
    date_.year.is_negative = take('-');
    const Run run = take_run();
    if (run.text.size() != 4) return refuse_year(run);
    if (peek() == 'S') return refuse_level_2("significant digits");
    date_.year.digits = run.digits();
    date_.year.mask = run.mask();
    if (date_.year.is_negative && date_.year.value() == 0 && run.mask() == 0)
      return fail(begin_, 5, "`-0000` is not a year", "the year before 0001 is `0000`");
    take_right_qualifier();
    return true;
  }

  bool refuse_year(const Run& run) {
    if (run.text.empty()) return refuse_rest();
    std::string message = fmt::format("year `{}` has {} digits, not four", run.text, run.text.size());
    if (run.text.size() == 1) message = fmt::format("year `{}` has one digit, not four", run.text);
    return fail(run.offset, run.text.size(), std::move(message), year_hint(run.text));
  }

  // Empty for what looks like more than a year: the whole text gets a hint then.
  std::string year_hint(std::string_view digits) const {
    if (begin_ > 0 || at_ < text_.size()) return {};
    const std::string_view sign = date_.year.is_negative ? "-" : "";
    if (digits.size() == 2) return fmt::format("a century is written `{0}{1}XX`, a year `{0}{1:0>4}`", sign, digits);
    if (digits.size() == 3) return fmt::format("a decade is written `{0}{1}X`, a year `{0}{1:0>4}`", sign, digits);
    if (digits.size() == 1) return fmt::format("did you mean `{}{:0>4}`?", sign, digits);
    if (digits.size() == 8 || digits[0] == '0') return {};
    return fmt::format("longer years begin with Y: `Y{}{}`", sign, digits);
  }

  bool read_long_year() {
    date_.year.is_negative = take('-');
    const std::size_t start = at_;
    while (is_digit(peek())) ++at_;
    const std::string_view digits = text_.substr(start, at_ - start);
    if (digits.empty()) return refuse_rest();
    if (peek() == 'E') return refuse_level_2("years with an exponent");
    if (peek() == 'S') return refuse_level_2("significant digits");
    if (!set_long_year(digits)) return false;
    if (peek() == '-') return fail(at_, text_.size() - at_, "a year with `Y` has no months or days");
    take_right_qualifier();
    return true;
  }

  bool set_long_year(std::string_view digits) {
    const std::string_view written = text_.substr(begin_, at_ - begin_);
    const std::string_view sign = date_.year.is_negative ? "-" : "";
    if (digits.size() <= 4)
      return fail(begin_, written.size(), fmt::format("`{}` has `Y` but no more than four digits", written),
                  fmt::format("write `{}{:0>4}`", sign, digits));
    if (digits[0] == '0') return fail(begin_, written.size(), fmt::format("year `{}` begins with 0", written));
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), date_.year.digits);
    if (result.ec != std::errc() || date_.year.digits > static_cast<std::uint64_t>(max_year))
      return fail(begin_, written.size(), fmt::format("year `{}` has more than 15 digits", written));
    return true;
  }

  bool read_parts() {
    return !take('-') ||
           (read_part(date_.month, month_at_, "month") && (!take('-') || read_part(date_.day, day_at_, "day")));
  }

  bool read_part(Part& part, std::size_t& place, std::string_view name) {
    const Qualifier left = take_left_qualifier();
    const Run run = take_run();
    if (run.text.size() != 2) return refuse_part(run, name);
    if (run.text == "00") return fail(run.offset, 2, fmt::format("there is no {} `00`", name));
    place = run.offset;
    part = {static_cast<std::uint8_t>(run.digits()), run.mask(), left};
    take_right_qualifier();
    return true;
  }

  bool refuse_part(const Run& run, std::string_view name) {
    if (run.text.empty() && at_ < text_.size()) return refuse_rest();
    if (run.text.empty())
      return fail(at_ - 1, 1, fmt::format("no {} after `{}`", name, text_.substr(begin_, at_ - begin_)));
    const std::string_view plural = run.text.size() == 1 ? "" : "s";
    return fail(run.offset, run.text.size(),
                fmt::format("{} `{}` has {} digit{}, not two", name, run.text, run.text.size(), plural));
  }

  bool read_time_of_day() {
    if (peek() != 'T') return true;
    const bool has_full_day = date_.day.is_given() && !has_mask(date_) && date_.qualifier() == Qualifier::none;
    if (!has_full_day)
      return fail(at_, text_.size() - at_, "a time of day needs a full date, without qualifier, before it");
    date_.time = read_time(text_, at_, error_);
    return date_.time.has_value();
  }

  bool is_at_end() { return at_ == text_.size() || refuse_rest(); }

  bool refuse_rest() {
    const std::string_view before = text_.substr(begin_, at_ - begin_);
    const std::string_view rest = text_.substr(at_);
    if (before.empty()) return fail(at_, rest.size(), fmt::format("`{}` is not a date", rest));
    if (rest.empty()) return fail(begin_, before.size(), fmt::format("`{}` is not a date", before));
    return fail(at_, rest.size(), fmt::format("`{}` does not belong after `{}`", rest, before));
  }

  bool is_real() { return is_real_month() && is_real_day(); }

  bool is_real_month() {
    const int month = date_.month.digits;
    if (date_.month.mask != 0 || month <= 12) return true;
    const std::string_view written = text_.substr(month_at_, 2);
    if (month < 21 || month > 41) return fail(month_at_, 2, fmt::format("there is no month `{}`", written));
    if (month > 24) note_level_2("quarters and other parts of a year (25–41)", month_at_, 2);
    if (date_.day.is_given()) return fail(day_at_, 2, fmt::format("`{}` is a part of the year, without days", written));
    return true;
  }

  bool is_real_day() {
    if (date_.month.mask != 0 || date_.day.mask != 0 || date_.month.digits > 12) return true;
    const std::int64_t year = date_.year.mask == 0 ? date_.year.value() : 0;  // a leap year, when it is unspecified
    const int days = date_.month.is_given() ? days_in_month(year, date_.month.digits) : 31;
    if (date_.day.digits <= days) return true;
    return fail(
        day_at_, 2,
        fmt::format("`{}` has {} days, not {}", text_.substr(begin_, day_at_ - begin_ - 1), days, date_.day.digits));
  }

  bool is_supported() {
    if (mask_level(date_) == 2)
      note_level_2(fmt::format("unspecified digits as in `{}`", text_.substr(begin_)), text_.find('X', begin_), 1);
    if (level_2_) error_ = *level_2_;
    return !level_2_;
  }

  std::string_view text_;  // ends where the date ends
  std::size_t begin_;
  std::size_t at_;
  std::size_t month_at_ = 0;
  std::size_t day_at_ = 0;
  Date date_;
  EdtfError& error_;
  std::optional<EdtfError> level_2_;
};

}  // namespace

EdtfError not_yet_supported(std::string_view what, std::size_t offset, std::size_t length) {
  return {fmt::format("{} are EDTF level 2, which is not supported yet", what), offset, length, {}};
}

std::optional<Date> read_date(std::string_view text, std::size_t begin, std::size_t end, EdtfError& error) {
  return DateReader(text.substr(0, end), begin, error).read();
}

}  // namespace throughline
