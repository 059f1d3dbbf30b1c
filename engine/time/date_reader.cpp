// SPDX-License-Identifier: Apache-2.0
#include "time/date_reader.hpp"

#include <fmt/format.h>

#include "time/calendar.hpp"
#include "time/masks.hpp"
#include "time/time_reader.hpp"
#include "time/year_reader.hpp"

namespace throughline {
namespace {

class DateReader {
 public:
  explicit DateReader(EdtfCursor cursor) : cursor_(cursor) {}

  std::optional<Date> read() {
    const bool is_read = read_whole_year() && read_parts() && read_time_of_day();
    if (!is_read || !(cursor_.is_at_end() || cursor_.refuse_rest())) return std::nullopt;
    return is_real_month() && is_real_day() ? std::optional(date_) : std::nullopt;
  }

 private:
  // At the right of a part a qualifier holds for all parts so far.
  void take_right_qualifier() {
    const Qualifier qualifier = cursor_.take_qualifier();
    if (qualifier == Qualifier::none) return;
    date_.year.qualifier = date_.year.qualifier | qualifier;
    if (date_.month.is_given()) date_.month.qualifier = date_.month.qualifier | qualifier;
    if (date_.day.is_given()) date_.day.qualifier = date_.day.qualifier | qualifier;
  }

  bool read_whole_year() {
    const auto year = read_year(cursor_);
    if (!year) return false;
    date_.year = *year;
    take_right_qualifier();
    if (cursor_.peek() != '-' || !is_long_form(*year)) return true;
    const std::string_view what = year->significant > 0 ? "significant digits" : "`Y`";
    return cursor_.fail(cursor_.at, cursor_.rest().size(), fmt::format("a year with {} has no months or days", what));
  }

  bool read_parts() {
    if (!cursor_.take('-')) return true;
    if (!read_part(date_.month, month_at_, "month")) return false;
    return !cursor_.take('-') || read_part(date_.day, day_at_, "day");
  }

  bool read_part(Part& part, std::size_t& place, std::string_view name) {
    const Qualifier left = cursor_.take_qualifier();
    const EdtfCursor::Run run = cursor_.take_run();
    if (run.text.size() != 2) return refuse_part(run, name);
    if (run.text == "00") return cursor_.fail(run.offset, 2, fmt::format("there is no {} `00`", name));
    place = run.offset;
    part = {static_cast<std::uint8_t>(run.digits()), run.mask(), left};
    take_right_qualifier();
    return true;
  }

  bool refuse_part(const EdtfCursor::Run& run, std::string_view name) {
    if (run.text.empty() && !cursor_.is_at_end()) return cursor_.refuse_rest();
    if (run.text.empty())
      return cursor_.fail(cursor_.at - 1, 1, fmt::format("no {} after {}", name, quoted(cursor_.since(cursor_.begin))));
    const std::string_view plural = run.text.size() == 1 ? "" : "s";
    return cursor_.fail(run.offset, run.text.size(),
                        fmt::format("{} {} has {} digit{}, not two", name, quoted(run.text), run.text.size(), plural));
  }

  bool read_time_of_day() {
    if (cursor_.peek() != 'T') return true;
    const bool has_full_day = date_.day.is_given() && !has_mask(date_) && date_.qualifier() == Qualifier::none;
    if (!has_full_day)
      return cursor_.fail(cursor_.at, cursor_.rest().size(),
                          "a time of day needs a full date, without qualifier, before it");
    date_.time = read_time(cursor_);
    return date_.time.has_value();
  }

  std::string_view written(std::size_t place) const { return cursor_.text.substr(place, 2); }

  bool is_real_month() {
    const Part& month = date_.month;
    if (month.mask != 0) return has_fitting_month();
    if (month.digits <= 12) return true;
    if (month.digits < 21 || month.digits > 41)
      return cursor_.fail(month_at_, 2, fmt::format("there is no month `{}`", written(month_at_)));
    if (!date_.day.is_given()) return true;
    return cursor_.fail(day_at_, 2, fmt::format("`{}` is a part of the year, without days", written(month_at_)));
  }

  bool has_fitting_month() {
    if (!months_that_fit(date_).empty()) return true;
    return cursor_.fail(month_at_, 2, fmt::format("no month fits `{}`", written(month_at_)));
  }

  bool is_real_day() {
    if (!date_.day.is_given()) return true;
    if (has_mask(date_)) return has_fitting_day();
    const int days = days_in_month(date_.year.value(), date_.month.digits);
    if (date_.day.digits <= days) return true;
    const std::string_view month = cursor_.text.substr(cursor_.begin, month_at_ + 2 - cursor_.begin);
    return cursor_.fail(day_at_, 2, fmt::format("`{}` has {} days, not {}", month, days, date_.day.digits));
  }

  bool has_fitting_day() {
    if (!days_that_fit(date_).empty()) return true;
    const std::string_view pattern = cursor_.text.substr(cursor_.begin, day_at_ + 2 - cursor_.begin);
    return cursor_.fail(day_at_, 2, fmt::format("no day of the calendar fits `{}`", pattern));
  }

  EdtfCursor cursor_;
  std::size_t month_at_ = 0;
  std::size_t day_at_ = 0;
  Date date_;
};

}  // namespace

std::optional<Date> read_date(std::string_view text, std::size_t begin, std::size_t end, EdtfError& error) {
  return DateReader({text, begin, end, begin, error}).read();
}

}  // namespace throughline
