// SPDX-License-Identifier: Apache-2.0
#include "base/inputs.hpp"

#include <algorithm>
#include <limits>

#include "base/failure.hpp"
#include "base/text.hpp"

namespace throughline {

std::uint16_t Inputs::add(std::string name, std::string text, bool is_foreign) {
  if (inputs_.size() >= Location::nowhere) throw Failure("more than 65534 files in one graph; join some of them");
  if (text.size() > std::numeric_limits<std::uint32_t>::max())
    throw Failure(name + ": larger than 4 GiB; split it into several files");
  inputs_.push_back({std::move(name), std::move(text), is_foreign});
  line_starts_.emplace_back();
  return static_cast<std::uint16_t>(inputs_.size() - 1);
}

Location Inputs::location(std::uint16_t index, std::size_t offset, std::size_t length) {
  constexpr std::size_t longest = std::numeric_limits<std::uint16_t>::max();
  return {static_cast<std::uint32_t>(offset), index, static_cast<std::uint16_t>(std::min(length, longest))};
}

Location Inputs::locate(std::uint16_t index, std::string_view piece) const {
  return location(index, static_cast<std::size_t>(piece.data() - inputs_[index].text.data()), piece.size());
}

const std::vector<std::uint32_t>& Inputs::starts_of(std::uint16_t index) const {
  const std::string& text = inputs_[index].text;
  std::vector<std::uint32_t>& starts = line_starts_[index];
  if (!starts.empty()) return starts;
  starts.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
      starts.push_back(static_cast<std::uint32_t>(i + 1));
  return starts;
}

std::size_t Inputs::line(Location where) const {
  const std::vector<std::uint32_t>& starts = starts_of(where.input);
  return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), where.offset) - starts.begin());
}

Position Inputs::position(Location where) const {
  const std::string& text = inputs_[where.input].text;
  const std::vector<std::uint32_t>& starts = starts_of(where.input);
  const auto next = std::upper_bound(starts.begin(), starts.end(), where.offset);
  const std::size_t start = *(next - 1);
  std::string_view line = std::string_view(text).substr(start);
  line = line.substr(0, line.find_first_of("\r\n"));
  const std::size_t in_line = std::min<std::size_t>(where.offset - start, line.size());
  return {static_cast<std::size_t>(next - starts.begin()), count_characters(line.substr(0, in_line)) + 1, line,
          in_line};
}

std::string_view Inputs::text(Location where) const {
  return std::string_view(inputs_[where.input].text).substr(where.offset, where.length);
}

Location Inputs::part(Location whole, std::string_view as_read, std::size_t offset, std::size_t length) const {
  if (text(whole) != as_read || offset >= whole.length) return whole;
  Location part = whole;
  part.offset += static_cast<std::uint32_t>(offset);
  part.length = static_cast<std::uint16_t>(std::clamp<std::size_t>(length, 1, whole.length - offset));
  return part;
}

}  // namespace throughline
