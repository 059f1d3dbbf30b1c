// SPDX-License-Identifier: Apache-2.0
// A text of entities cut into entities, without parsing them, so that no more than one is in memory as a tree. Objects
// one after another (lines, for most), or a list of them.
//
//   FtmPieces pieces(text);
//   while (const auto piece = pieces.next()) …          // {"id": …, "schema": …}
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace throughline {

class FtmPieces {
 public:
  explicit FtmPieces(std::string_view text) : text_(text) {}
  // The next entity as it stands there; what is no object is handed out up to the end of its line.
  std::optional<std::string_view> next();
  // A list that does not end.
  bool is_open() const { return in_list_ && !is_closed_; }
  // Where something follows in a list with no comma before it: no more is handed out.
  std::optional<std::size_t> lacks_comma() const { return lacks_comma_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool in_list_ = false;
  bool is_closed_ = false;
  bool needs_comma_ = false;
  std::optional<std::size_t> lacks_comma_;
};

}  // namespace throughline
