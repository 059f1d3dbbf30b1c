// SPDX-License-Identifier: Apache-2.0
// THE TABLE of what lint measures. A new rule is a function, in the file of its family or one of its own, and a row in
// rules.cpp. A rule that can't be decided for a figure says why: it never passes in silence.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/figure.hpp"
#include "lint/fonts.hpp"
#include "lint/roles.hpp"

namespace throughline::lint {

// A hard rule fails a figure; advice does not.
enum class Force { hard, advice };
enum class Verdict { pass, fail, advice, not_measured };
std::string_view name(Verdict verdict);

struct Finding {
  std::string message;
  std::uint32_t element = no_element;  // of the figure; none: the figure as a whole
  std::uint32_t other = no_element;    // what it collides with
  std::string text;                    // of a text
  Box box;                             // on the page, what to mark
};

struct Measured {
  std::string value;   // what was found, in short
  std::string reason;  // why something, or all, could not be measured
  std::vector<Finding> findings;
  std::size_t more = 0;  // findings beyond those kept
};

struct Subject {
  const Figure& figure;
  const Roles& roles;
  Fonts& fonts;
};

struct Rule {
  std::string_view id;  // V1; two rows may measure one rule of it
  std::string_view name;
  std::string_view limit;
  Force force;
  Measured (*measure)(const Subject& subject);
};

std::span<const Rule* const> rules();
Verdict verdict_of(const Rule& rule, const Measured& measured);

bool is_full(const Measured& measured);
std::size_t count_found(const Measured& measured);  // kept or not
// Keeps the first findings and counts the rest.
void add(Measured& measured, Finding finding);
// The same, with the finding made only if it is kept: where there may be millions.
template <typename Make>
void add_made(Measured& measured, Make make) {
  if (is_full(measured))
    ++measured.more;
  else
    add(measured, make());
}
Measured not_measured(std::string reason);
inline constexpr const char* nothing_drawn = "no node or line between nodes was found";

// For messages: "text `Seoul`", "node `Ministry`".
std::string shown(const Text& text);
std::string shown(const Node& node);
std::string shown(const Figure& figure, const Edge& edge);
// Of an element, or of the figure as a whole; without a place on the page.
Finding finding_of(std::string message, std::uint32_t element = no_element);
Finding finding_at(const Text& text, std::string message);
Finding finding_at(const Node& node, std::string message);
Finding finding_at(const Figure& figure, const Edge& edge, std::string message);
std::string pixels(double length);        // "12", "11.5"
std::string gap_in_words(double length);  // "overlap by 3 px", "are 1.5 px apart"

}  // namespace throughline::lint
