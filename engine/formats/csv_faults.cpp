// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_faults.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_dates = 20;

constexpr Code codes[] = {Code::short_row, Code::long_row, Code::empty_cell, Code::stray_quote, Code::unclosed_quote};

std::string order_words(const DateOrder& order) {
  constexpr std::string_view names[] = {"day", "month", "year"};
  return fmt::format("{}/{}/{}", names[static_cast<std::size_t>(order[0])], names[static_cast<std::size_t>(order[1])],
                     names[static_cast<std::size_t>(order[2])]);
}

}  // namespace

void RowFaults::join(Fault& fault, const Fault& more, std::size_t rows) {
  const std::size_t count = fault.count;
  if (count == 0 && more.count > 0) {
    fault = more;
    fault.row += rows;
  }
  fault.count = count + more.count;
}

void RowFaults::add(RowFault fault, Location at, std::size_t row, std::string_view detail) {
  Fault& known = faults_[static_cast<std::size_t>(fault)];
  if (known.count++ == 0) known = {1, at, row, 0, std::string(detail)};
}

void RowFaults::add_date(std::string_view text, Location at, std::size_t row, std::size_t column) {
  const auto known = dates_.find(text);
  if (known != dates_.end()) {
    ++known->second.count;
  } else if (dates_.size() < most_dates) {
    dates_.emplace(text, Fault{1, at, row, column, {}});
  } else {
    ++more_dates_;
  }
}

void RowFaults::append(const RowFaults& part, std::size_t rows) {
  for (std::size_t i = 0; i < faults_.size(); ++i) join(faults_[i], part.faults_[i], rows);
  for (const auto& [text, fault] : part.dates_)
    if (dates_.contains(text) || dates_.size() < most_dates) {
      join(dates_[text], fault, rows);
    } else {
      ++more_dates_;
    }
  more_dates_ += part.more_dates_;
}

void RowFaults::report(const CsvLayout& layout, Diagnostics& diagnostics) const {
  const std::size_t columns = layout.columns.size();
  for (std::size_t i = 0; i < faults_.size(); ++i) {
    const auto& [count, at, row, column, detail] = faults_[i];
    if (count == 0) continue;
    const std::string others = count == 1 ? "" : fmt::format("; so have {} more", count_of(count - 1, "row"));
    std::string message;
    switch (static_cast<RowFault>(i)) {
      case RowFault::short_row:
        message = fmt::format("row {} has {} of {}: what is missing counts as empty", row, detail,
                              count_of(columns, "field"));
        break;
      case RowFault::long_row:
        message = fmt::format("row {} has {} for {}", row, detail, count_of(columns, "column"));
        break;
      case RowFault::empty_cell: message = fmt::format("row {} has no `{}`", row, detail); break;
      case RowFault::stray_quote:
        message = fmt::format("row {} has text behind a closing quote: the field is taken as written", row);
        break;
      case RowFault::unclosed_quote: message = fmt::format("row {} opens a quote that is never closed", row); break;
    }
    diagnostics.report(codes[i], at, message + others);
  }
  report_dates(layout, diagnostics);
}

void RowFaults::report_dates(const CsvLayout& layout, Diagnostics& diagnostics) const {
  for (const auto& [text, fault] : dates_) {
    const std::string place =
        fmt::format("row {}, column `{}`{}", fault.row, layout.columns[fault.column].header,
                    fault.count == 1 ? "" : fmt::format(", and {} more", count_of(fault.count - 1, "time")));
    if (layout.dates) {
      diagnostics.report(Code::bad_date, fault.at,
                         fmt::format("`{}` is neither EDTF nor a date in the order {} ({})", shorten(text, 60),
                                     order_words(*layout.dates), place));
    } else {
      diagnostics
          .report(Code::bad_table_date, fault.at,
                  fmt::format("`{}` is not an EDTF date ({})", shorten(text, 60), place))
          .hint(
              "if it is a date, say in which order it is written: `dates: day/month/year`; if not, make the column a "
              "property or skip it");
    }
  }
  if (more_dates_ > 0 && !dates_.empty())
    diagnostics.report(layout.dates ? Code::bad_date : Code::bad_table_date, dates_.begin()->second.at,
                       fmt::format("and {} cells more with such dates", more_dates_));
}

}  // namespace throughline
