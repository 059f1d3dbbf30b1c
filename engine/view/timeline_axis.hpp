// SPDX-License-Identifier: Apache-2.0
// The time axis of a timeline: linear between its breaks, the same number of pixels a day everywhere. A break leaves
// out a long silence; the days on both sides keep their true places.
//
//   const TimeAxis axis(occupied_days, 190, 1040, 60);
//   axis.x_of(day_of(2018, 4, 27));   // where that day begins
#pragma once

#include <string>
#include <vector>

#include "time/calendar.hpp"
#include "view/sheet.hpp"

namespace throughline {

// Days on which something is drawn to happen, both ends included.
struct DayRange {
  Day first = 0;
  Day last = 0;

  friend bool operator==(const DayRange&, const DayRange&) = default;
  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

// The days from `from` up to, not including, `to` are left out.
struct Omission {
  Day from = 0;
  Day to = 0;
  std::string span;  // "7 years", exactly what is left out

  friend bool operator==(const Omission&, const Omission&) = default;
};

// The silences worth a break: nothing happens in them and each is more than a third of what would remain. None when
// breaking would leave nothing but single dates, for then the silences are what there is to see.
// Or each that is as long as was asked for.
std::vector<Omission> find_silences(std::vector<DayRange> occupied, const Breaks& breaks = {});

// "1997 to 2014", the days left out.
std::string days_left_out(const Omission& silence);

struct AxisPiece {  // one stretch of true time, from the first date to the last without the insets
  Day from = 0;
  Day to = 0;  // not included
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
  };

  // Requires at least one range. Leaves out the silences that are worth it, or these.
  TimeAxis(const std::vector<DayRange>& occupied, const Room& room);
  TimeAxis(const std::vector<DayRange>& occupied, const Room& room, const std::vector<Omission>& silences);

  // Where a day begins (its end is where the next one begins).
  double x_of(Day day) const;
  // The middle of a day.
  double middle_of(Day day) const;

  double left() const { return left_; }  // of the room, the insets included
  double right() const { return right_; }
  double pixels_per_day() const { return scale_; }
  const std::vector<AxisPiece>& pieces() const { return pieces_; }
  const std::vector<AxisBreak>& breaks() const { return breaks_; }

 private:
  void place_pieces(Day first, Day end, const std::vector<Omission>& silences, const Room& room);

  double left_;
  double right_;
  double scale_ = 1;
  std::vector<AxisPiece> pieces_;
  std::vector<AxisBreak> breaks_;
};

}  // namespace throughline
