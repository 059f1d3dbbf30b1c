// SPDX-License-Identifier: Apache-2.0
// How wide text really is: Pango extents in the very font that the figure names, Hangul included. Everything that
// places labels asks here, and what measures finished figures (lint); nothing estimates.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "view/scene.hpp"

namespace throughline {

// How far a text inks above its base line and below it; negative when it does not reach the line.
struct Ink {
  double above = 0;
  double below = 0;
};

class TextMetrics {
 public:
  // Of our own figures' font, or of another family. Throws Failure when there is no usable font at all.
  TextMetrics();
  explicit TextMetrics(std::string_view family);
  ~TextMetrics();
  TextMetrics(const TextMetrics&) = delete;
  TextMetrics& operator=(const TextMetrics&) = delete;

  double width(std::string_view text, double size, Weight weight = Weight::regular) const;

  // Height above and below the base line that any text of this size may use.
  double ascent(double size) const;
  double descent(double size) const;
  // How far the base line lies below the middle of a line.
  double rise(double size) const { return (ascent(size) - descent(size)) / 2; }

  // What this very text inks, where ascent and descent hold any.
  Ink ink(std::string_view text, double size, Weight weight = Weight::regular) const;
  // Characters that no installed font can draw.
  std::size_t missing_glyphs(std::string_view text) const;

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
