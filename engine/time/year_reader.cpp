// SPDX-License-Identifier: Apache-2.0
#include "time/year_reader.hpp"

#include <fmt/format.h>

#include <charconv>

namespace throughline {
namespace {

constexpr std::size_t max_written_digits = 19;  // as many as fit into Year::digits whatever they are

class YearReader {
 public:
  explicit YearReader(EdtfCursor& cursor) : cursor_(cursor) {}

  std::optional<Year> read() {
    year_.qualifier = cursor_.take_qualifier();
    start_ = cursor_.at;
    const bool is_read = cursor_.take('Y') ? read_long() : read_four_digits();
    return is_read ? std::optional(year_) : std::nullopt;
  }

 private:
  bool read_four_digits() {
    year_.is_negative = cursor_.take('-');
    const EdtfCursor::Run run = cursor_.take_run();
    if (run.text.size() != 4) return refuse_length(run);
    year_.digits = run.digits();
    year_.mask = run.mask();
    if (year_.is_negative && year_.digits == 0 && year_.mask == 0)
      return cursor_.fail(start_, 5, "`-0000` is not a year", "the year before 0001 is `0000`");
    return read_significant();
  }

  bool refuse_length(const EdtfCursor::Run& run) {
    if (run.text.empty()) return cursor_.refuse_rest();
    std::string message = fmt::format("year {} has {} digits, not four", quoted(run.text), run.text.size());
    if (run.text.size() == 1) message = fmt::format("year `{}` has one digit, not four", run.text);
    return cursor_.fail(run.offset, run.text.size(), std::move(message), length_hint(run.text));
  }

  // Empty for what looks like more than a year: the whole text gets a hint then.
  std::string length_hint(std::string_view digits) const {
    if (cursor_.since(0).size() > digits.size() + (year_.is_negative ? 1 : 0) || cursor_.at < cursor_.text.size())
      return {};
    const std::string_view sign = year_.is_negative ? "-" : "";
    if (digits.size() == 1) return fmt::format("did you mean `{}{:0>4}`?", sign, digits);
    if (digits.size() == 2) return fmt::format("a century is written `{0}{1}XX`, a year `{0}{1:0>4}`", sign, digits);
    if (digits.size() == 3) return fmt::format("a decade is written `{0}{1}X`, a year `{0}{1:0>4}`", sign, digits);
    if (digits.size() == 8 || digits.size() > max_written_digits || digits[0] == '0') return {};
    return fmt::format("longer years begin with Y: `Y{}{}`", sign, digits);
  }

  bool read_long() {
    year_.is_negative = cursor_.take('-');
    const std::string_view digits = take_digits();
    if (digits.empty()) return cursor_.refuse_rest();
    if (cursor_.peek() == 'X')
      return cursor_.fail(cursor_.at, 1, "a year with `Y` has no unspecified digits",
                          "say how many are significant, as in `Y17101S3`");
    return set_digits(digits) && read_exponent() && is_long_enough(digits) && read_significant();
  }

  std::string_view take_digits() {
    const std::size_t start = cursor_.at;
    while (is_digit(cursor_.peek())) ++cursor_.at;
    return cursor_.since(start);
  }

  bool set_digits(std::string_view digits) {
    if (digits[0] == '0') return refuse_year("begins with 0", {});
    if (digits.size() > max_written_digits)
      return refuse_year(fmt::format("has {} digits, more than {}", digits.size(), max_written_digits),
                         exponent_hint(digits));
    std::from_chars(digits.data(), digits.data() + digits.size(), year_.digits);
    return true;
  }

  bool refuse_year(std::string_view what, std::string hint) {
    const std::string_view written = cursor_.since(start_);
    return cursor_.fail(start_, written.size(), fmt::format("year {} {}", quoted(written), what), std::move(hint));
  }

  std::string exponent_hint(std::string_view digits) const {
    const std::string_view kept = digits.substr(0, digits.find_last_not_of('0') + 1);
    const bool is_exact = kept.size() <= max_written_digits;
    const std::string_view shown = is_exact ? kept : digits.substr(0, 4);
    return fmt::format("{} an exponent: `Y{}{}E{}`", is_exact ? "write it with" : "round it with",
                       year_.is_negative ? "-" : "", shown, digits.size() - shown.size());
  }

  // The number after E or S; nothing when it is refused.
  std::optional<std::uint16_t> take_count(std::string_view name) {
    const std::size_t letter = cursor_.at - 1;
    const std::string_view digits = take_digits();
    const std::string_view written = cursor_.since(letter);
    std::size_t count = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    std::string fault;
    if (digits.empty()) fault = fmt::format("no {} after `{}`", name, written);
    if (!digits.empty() && digits[0] == '0') fault = fmt::format("{} {} begins with 0", name, quoted(written));
    if (fault.empty() && (result.ec != std::errc() || count > max_year_digits))
      fault = fmt::format("{} {} is more than 1,000", name, quoted(written));
    if (fault.empty()) return static_cast<std::uint16_t>(count);
    cursor_.fail(letter, written.size(), std::move(fault));
    return std::nullopt;
  }

  bool read_exponent() {
    if (!cursor_.take('E')) return true;
    const auto zeros = take_count("exponent");
    year_.zeros = zeros.value_or(0);
    return zeros.has_value();
  }

  bool is_long_enough(std::string_view digits) {
    const std::size_t count = digits.size() + year_.zeros;
    if (count > max_year_digits) return refuse_year("has more than 1,000 digits", {});
    if (count > 4) return true;
    const std::string_view written = cursor_.since(start_);
    const std::string plain = fmt::format("{:0>4}", std::string(digits) + std::string(year_.zeros, '0'));
    return cursor_.fail(start_, written.size(), fmt::format("`{}` has `Y` but no more than four digits", written),
                        fmt::format("write `{}{}`", year_.is_negative ? "-" : "", plain));
  }

  bool read_significant() {
    const std::size_t letter = cursor_.at;
    if (!cursor_.take('S')) return true;
    const auto count = take_count("number of significant digits");
    if (!count) return false;
    if (year_.mask != 0)
      return cursor_.fail(letter, cursor_.at - letter, "a year with unspecified digits has no significant ones");
    year_.significant = *count;
    return true;
  }

  EdtfCursor& cursor_;
  std::size_t start_ = 0;  // behind the qualifier
  Year year_;
};

}  // namespace

std::optional<Year> read_year(EdtfCursor& cursor) { return YearReader(cursor).read(); }

bool is_long_form(const Year& year) { return year.digits > 9999 || year.zeros > 0 || year.significant > 0; }

}  // namespace throughline
