// SPDX-License-Identifier: Apache-2.0
// How wide text really is: Pango extents in the very font that the figure names, Hangul included. Everything that
// places labels asks here; nothing estimates.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "view/scene.hpp"

namespace throughline {

class TextMetrics {
 public:
  TextMetrics();  // throws Failure when there is no usable font at all
  ~TextMetrics();
  TextMetrics(const TextMetrics&) = delete;
  TextMetrics& operator=(const TextMetrics&) = delete;

  double width(std::string_view text, double size, Weight weight = Weight::regular) const;

  // Height above and below the base line that any text of this size may use.
  double ascent(double size) const;
  double descent(double size) const;

  // Broken at spaces (never inside a word, Korean included) into lines of at most `width`; one longer word stands
  // alone.
  std::vector<std::string> wrap(std::string_view text, double size, Weight weight, double width) const;

  // The family the figure names; and the one asked for, if it is missing here and another had to stand in (else empty).
  const std::string& family() const;
  const std::string& missing_family() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The box that a placed text really covers.
Box bounds(const TextMetrics& metrics, const Text& text);

}  // namespace throughline
