// SPDX-License-Identifier: Apache-2.0
// Who wants to know how far the reading of large files is. Readers tell it now and then.
#pragma once

#include <cstddef>
#include <string_view>

namespace throughline {

class Progress {
 public:
  virtual ~Progress() = default;
  // Of the file `name`, so many bytes of so many (0 when nobody knows) and so many rows have been read.
  virtual void passed(std::string_view name, std::size_t bytes, std::size_t of, std::size_t rows) = 0;
};

}  // namespace throughline
