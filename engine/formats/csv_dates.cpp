// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "time/edtf.hpp"

namespace throughline {
namespace {

constexpr std::string_view unit_names[] = {"day", "month", "year"};
constexpr std::string_view unit_marks[] = {"일", "월", "년"};
constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december"};

// A run of digits, or the name of a month as its number.
struct Piece {
  std::string digits;
  std::optional<DateUnit> unit;  // as its name or its mark says
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <typename Belongs>
std::string_view take(std::string_view& rest, Belongs belongs) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), belongs);
  const auto taken = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(taken.size());
  return taken;
}

// By its name or the first three letters of it, or four: "Sept".
std::optional<std::size_t> month_of(std::string_view word) {
  const std::string name = fold_for_search(word);
  for (std::size_t i = 0; i < std::size(months); ++i)
    if (name == months[i] || ((name.size() == 3 || name == "sept") && months[i].starts_with(name))) return i + 1;
  return std::nullopt;
}

// What may follow a number without a blank: "3rd", "12월".
std::optional<DateUnit> take_mark(std::string_view& rest) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (rest.starts_with(ending) && (rest.size() == 2 || !is_letter(rest[2]))) {
      rest.remove_prefix(2);
      return DateUnit::day;
    }
  for (std::size_t i = 0; i < std::size(unit_marks); ++i)
    if (rest.starts_with(unit_marks[i])) {
      rest.remove_prefix(unit_marks[i].size());
      return static_cast<DateUnit>(i);
    }
  return std::nullopt;
}

std::optional<std::vector<Piece>> pieces_of(std::string_view rest) {
  std::vector<Piece> pieces;
  while (!rest.empty()) {
    take(rest, [](char c) { return std::string_view(" ,/.-").find(c) != std::string_view::npos; });
    if (rest.empty()) break;
    if (const std::string_view digits = take(rest, is_digit); !digits.empty()) {
      pieces.push_back({std::string(digits), take_mark(rest)});
      continue;
    }
    const std::optional<std::size_t> month = month_of(take(rest, is_letter));
    if (!month) return std::nullopt;
    pieces.push_back({std::to_string(*month), DateUnit::month});
  }
  return pieces;
}

// "20251203": two digits each, four of the year.
std::vector<Piece> cut_apart(std::string_view digits, const DateOrder& order) {
  std::vector<Piece> pieces;
  for (const DateUnit unit : order) {
    const std::size_t width = unit == DateUnit::year ? 4 : 2;
    pieces.push_back({std::string(digits.substr(0, width)), std::nullopt});
    digits.remove_prefix(width);
  }
  return pieces;
}

// What the pieces are: as marked, the others in the stated order. Of fewer than three the day is missed first, then the
// month.
std::vector<DateUnit> units_of(const std::vector<Piece>& pieces, const DateOrder& order) {
  std::vector<DateUnit> open(order.begin(), order.end());
  if (pieces.size() < 3) std::erase(open, DateUnit::day);
  if (pieces.size() < 2) std::erase(open, DateUnit::month);
  for (const Piece& piece : pieces)
    if (piece.unit) std::erase(open, *piece.unit);
  std::vector<DateUnit> units;
  for (const Piece& piece : pieces) {
    if (!piece.unit && open.empty()) return {};
    units.push_back(piece.unit ? *piece.unit : open.front());
    if (!piece.unit) open.erase(open.begin());
  }
  return units;
}

std::optional<std::string> written(const std::vector<Piece>& pieces, const DateOrder& order) {
  if (pieces.empty() || pieces.size() > order.size()) return std::nullopt;
  const std::vector<DateUnit> units = units_of(pieces, order);
  std::array<std::string, 3> parts;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::size_t width = units[i] == DateUnit::year ? 4 : 2;
    const std::size_t digits = pieces[i].digits.size();
    std::string& part = parts[static_cast<std::size_t>(units[i])];
    if ((units[i] == DateUnit::year ? digits != width : digits > width) || !part.empty()) return std::nullopt;
    part = fmt::format("{:0>{}}", pieces[i].digits, width);
  }
  const auto& [day, month, year] = parts;
  if (year.empty() || (month.empty() && !day.empty())) return std::nullopt;
  return fmt::format("{}{}{}{}{}", year, month.empty() ? "" : "-", month, day.empty() ? "" : "-", day);
}

std::optional<std::string> date_part(std::string_view text, const DateOrder& order) {
  if (text.size() == 8 && std::all_of(text.begin(), text.end(), is_digit))
    return written(cut_apart(text, order), order);
  const auto pieces = pieces_of(text);
  return pieces ? written(*pieces, order) : std::nullopt;
}

}  // namespace

std::optional<DateOrder> parse_date_order(std::string_view text) {
  DateOrder order{};
  std::size_t count = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view word = take(rest, is_letter);
    if (word.empty()) {
      rest.remove_prefix(1);
      continue;
    }
    const auto* const unit = std::find(std::begin(unit_names), std::end(unit_names), fold_for_search(word));
    if (unit == std::end(unit_names) || count == order.size()) return std::nullopt;
    order[count++] = static_cast<DateUnit>(unit - std::begin(unit_names));
  }
  const bool has_all = count == 3 && order[0] != order[1] && order[1] != order[2] && order[0] != order[2];
  return has_all ? std::optional(order) : std::nullopt;
}

std::optional<std::string> edtf_of(std::string_view text, const DateOrder& order) {
  const std::size_t colon = text.find(':');
  std::string_view date = text;
  std::string time;
  if (colon != std::string_view::npos) {  // "2014-01-01 00:00:00", "…T00:00"
    const std::size_t gap = text.find_last_of(" T", colon);
    if (gap == std::string_view::npos) return std::nullopt;
    date = text.substr(0, gap);
    time = fmt::format("T{}{}", colon - gap == 2 ? "0" : "", text.substr(gap + 1));
  }
  std::optional<std::string> edtf = date_part(trim(date), order);
  EdtfError error;
  if (edtf) *edtf += time;
  return edtf && parse_edtf(*edtf, error) ? edtf : std::nullopt;
}

}  // namespace throughline
