// SPDX-License-Identifier: Apache-2.0
#include "base/byte_stream.hpp"

namespace throughline {

std::string read_all(ByteStream& stream) {
  constexpr std::size_t least = std::size_t{1} << 16;
  std::string text(std::max(stream.size() + 1, least), '\0');  // one more, to see the end without growing
  for (std::size_t used = 0;;) {
    const std::size_t room = text.size() - used;
    const std::size_t count = stream.read(std::span(text).subspan(used));
    used += count;
    if (count < room) return text.resize(used), text;
    text.resize(text.size() * 2);
  }
}

}  // namespace throughline
