// SPDX-License-Identifier: Apache-2.0
// The time axis of a timeline: linear between its breaks, the same number of pixels a day everywhere. A break leaves
// out a long silence; the days on both sides keep their true places. It counts days, or minutes of a clock where times
// of day are drawn: a Count is then a minute, and a day has 1440 of them.
//
//   const TimeAxis axis(occupied_days, 190, 1040, 60);
//   axis.x_of(day_of(2018, 4, 27));   // where that day begins
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "time/calendar.hpp"
#include "time/clock.hpp"
#include "view/sheet.hpp"

namespace throughline {

using Count = std::int64_t;  // of days or minutes since 1970 began

// Days, or minutes, on which something is drawn to happen, both ends included.
struct DayRange {
  Count first = 0;
  Count last = 0;

  friend bool operator==(const DayRange&, const DayRange&) = default;
  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

// The days, or minutes, from `from` up to, not including, `to` are left out.
struct Omission {
  Count from = 0;
  Count to = 0;
  std::string span;  // "7 years", exactly what is left out

  friend bool operator==(const Omission&, const Omission&) = default;
};

// The silences worth a break: nothing happens in them and each is more than a third of what would remain. None when
// breaking would leave nothing but single dates, for then the silences are what there is to see.
// Or each that is as long as was asked for.
std::vector<Omission> find_silences(std::vector<DayRange> occupied, const Breaks& breaks = {}, Count per_day = 1);

// "1997 to 2014", the days left out; "2018-04-27T12:00 to 2018-04-27T16:59", the minutes.
std::string days_left_out(const Omission& silence);
std::string minutes_left_out(const Omission& silence);

// What a page of a long timeline shows of it. All pages have one scale and one look.
struct PageWindow {
  Count first = 0;  // both included
  Count last = 0;
  Count longest = 0;        // of all pages
  bool opens_left = false;  // something on some page is open there
  bool opens_right = false;
  bool has_links = false;   // some page has relations
  bool has_before = false;  // a page before this one
  bool has_after = false;

  bool operator==(const PageWindow&) const = default;
};

struct AxisPiece {  // one stretch of true time, from the first date to the last without the insets
  Count from = 0;
  Count to = 0;  // not included
  double left = 0;
  double right = 0;
};

struct AxisBreak {  // between two pieces
  Omission silence;
  double left = 0;
  double right = 0;
};

class TimeAxis {
 public:
  struct Room {
    double left = 0;
    double right = 0;
    double inset_left = 0;  // kept free between the left edge and the first date, part of the axis all the same
    double inset_right = 0;
    double break_width = 60;
    Count per_day = 1;
    std::optional<PageWindow> page;  // then exactly what is occupied is shown, at the scale of the longest page
  };

  // Requires at least one range. Leaves out the silences that are worth it, or these.
  TimeAxis(const std::vector<DayRange>& occupied, const Room& room);
  TimeAxis(const std::vector<DayRange>& occupied, const Room& room, const std::vector<Omission>& silences);

  // Where a day, or minute, begins (its end is where the next one begins).
  double x_of(Count count) const;
  // The middle of the day that begins here.
  double middle_of(Count count) const;

  // Of one of several figures: what lies beyond goes on on another.
  const std::optional<PageWindow>& page() const { return page_; }

  double left() const { return left_; }  // of the room, the insets included
  double right() const { return right_; }
  Count per_day() const { return per_day_; }
  double pixels_per_count() const { return scale_; }
  double pixels_per_day() const { return scale_ * static_cast<double>(per_day_); }
  const std::vector<AxisPiece>& pieces() const { return pieces_; }
  const std::vector<AxisBreak>& breaks() const { return breaks_; }

 private:
  void place_pieces(Count first, Count end, const std::vector<Omission>& silences, const Room& room);

  double left_;
  double right_;
  Count per_day_ = 1;
  std::optional<PageWindow> page_;
  double scale_ = 1;
  std::vector<AxisPiece> pieces_;
  std::vector<AxisBreak> breaks_;
};

}  // namespace throughline
