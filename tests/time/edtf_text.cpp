// SPDX-License-Identifier: Apache-2.0
#include "edtf_text.hpp"

#include <fmt/format.h>

namespace throughline {
namespace {

std::string pick(std::initializer_list<std::string> texts) {
  return *rc::gen::elementOf(std::vector<std::string>(texts));
}

int number(int first, int last) { return *rc::gen::inRange(first, last + 1); }

std::string any_year() {
  switch (number(0, 5)) {
    case 0: return fmt::format("-{:04}", number(1, 9999));
    case 1: return fmt::format("Y{}{}", pick({"", "-"}), number(10'000, 2'000'000'000));
    default: return fmt::format("{:04}", number(0, 9999));
  }
}

std::string any_qualifier() { return pick({"", "", "?", "~", "%"}); }

std::string any_day() {
  return fmt::format("{}{:04}-{:02}-{:02}", pick({"", "", "-"}), number(1, 9999), number(1, 12), number(1, 28));
}

}  // namespace

rc::Gen<std::string> any_date_text() {
  return rc::gen::exec([] {
    switch (number(0, 3)) {
      case 0: return any_year() + any_qualifier();
      case 1: return fmt::format("{:04}-{:02}{}", number(0, 9999), number(1, 12), any_qualifier());
      case 2: return fmt::format("{:04}-{:02}{}", number(0, 9999), number(21, 24), any_qualifier());
      default: return any_day() + any_qualifier();
    }
  });
}

rc::Gen<std::string> any_masked_text() {
  return rc::gen::exec([] {
    switch (number(0, 4)) {
      case 0: return fmt::format("{}{:03}X{}", pick({"", "-"}), number(0, 999), any_qualifier());
      case 1: return fmt::format("{}{:02}XX{}", pick({"", "-"}), number(0, 99), any_qualifier());
      case 2: return fmt::format("{:04}-XX{}", number(0, 9999), any_qualifier());
      case 3: return fmt::format("{:04}-XX-XX{}", number(0, 9999), any_qualifier());
      default: return fmt::format("{:04}-{:02}-XX{}", number(0, 9999), number(1, 12), any_qualifier());
    }
  });
}

rc::Gen<std::string> any_timed_text() {
  return rc::gen::exec([] {
    const std::string seconds = pick({"", fmt::format(":{:02}", number(0, 59))});
    const std::string shift = fmt::format("{}{:02}", pick({"+", "-"}), number(1, 14));
    return fmt::format("{}T{:02}:{:02}{}{}", any_day(), number(0, 23), number(0, 59), seconds,
                       pick({"", "Z", shift, shift + fmt::format(":{:02}", number(0, 59))}));
  });
}

rc::Gen<std::string> any_interval_text() {
  return rc::gen::exec([] {
    const std::string date = *any_date_text();
    switch (number(0, 5)) {
      case 0: return date + "/..";
      case 1: return date + "/";
      case 2: return "../" + date;
      case 3: return "/" + date;
      default: return date + "/" + *any_date_text();
    }
  });
}

}  // namespace throughline
