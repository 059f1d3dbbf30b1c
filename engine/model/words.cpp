// SPDX-License-Identifier: Apache-2.0
#include "model/words.hpp"

namespace throughline {
namespace {

constexpr std::string_view statuses[] = {"",          "proposed", "planned", "adopted",  "ongoing",
                                         "suspended", "stalled",  "ended",   "rejected", "cancelled"};
constexpr std::string_view assertions[] = {"asserted", "planned", "denied", "disproven"};
constexpr std::string_view confidences[] = {"stated", "inferred", "doubtful"};
constexpr std::string_view directions[] = {"none", "forward", "backward", "both", "last"};
constexpr std::string_view lines[] = {"solid", "dashed", "dotted"};
constexpr std::string_view ends[] = {"none", "from", "to"};

}  // namespace

template <>
std::span<const std::string_view> words_of<Status>() {
  return statuses;
}
template <>
std::span<const std::string_view> words_of<Assertion>() {
  return assertions;
}
template <>
std::span<const std::string_view> words_of<Confidence>() {
  return confidences;
}
template <>
std::span<const std::string_view> words_of<Leads>() {
  return directions;
}
template <>
std::span<const std::string_view> words_of<Line>() {
  return lines;
}
template <>
std::span<const std::string_view> words_of<DatedBy>() {
  return ends;
}

}  // namespace throughline
