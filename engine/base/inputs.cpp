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
  inputs_.push_back({.name = std::move(name), .text = std::move(text), .is_foreign = is_foreign});
  line_starts_.emplace_back();
  columns_.emplace_back();
  return static_cast<std::uint16_t>(inputs_.size() - 1);
}

std::uint16_t Inputs::add(std::string name, bool is_foreign, InputPlaces places) {
  const std::uint16_t index = add(std::move(name), {}, is_foreign);
  inputs_[index].has_text = false;
  line_starts_[index] = std::move(places.line_starts);
  columns_[index] = std::move(places.columns);
  return index;
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
  if (!inputs_[where.input].has_text)
    return {static_cast<std::size_t>(next - starts.begin()), column_without_text(where, start), {}, 0};
  std::string_view line = std::string_view(text).substr(start);
  line = line.substr(0, line.find_first_of("\r\n"));
  const std::size_t in_line = std::min<std::size_t>(where.offset - start, line.size());
  return {static_cast<std::size_t>(next - starts.begin()), count_characters(line.substr(0, in_line)) + 1, line,
          in_line};
}

std::size_t Inputs::column_without_text(Location where, std::size_t line_start) const {
  const std::vector<InputPlaces::Column>& columns = columns_[where.input];
  const auto at =
      std::lower_bound(columns.begin(), columns.end(), where.offset,
                       [](const InputPlaces::Column& c, std::uint32_t offset) { return c.offset < offset; });
  return at != columns.end() && at->offset == where.offset ? at->column : where.offset - line_start + 1;
}

// One sweep: a text may be one long line with all places on it.
InputPlaces Inputs::places(std::uint16_t index, std::span<const std::uint32_t> offsets) const {
  InputPlaces places{starts_of(index), columns_[index]};
  if (!inputs_[index].has_text) return places;
  const std::string_view text = inputs_[index].text;
  std::size_t line = 0;
  std::size_t counted_to = 0;  // in bytes, within the line
  std::size_t column = 1;
  std::size_t line_end = std::min(text.find_first_of("\r\n"), text.size());
  for (const std::uint32_t offset : offsets) {
    for (; line + 1 < places.line_starts.size() && places.line_starts[line + 1] <= offset; column = 1) {
      counted_to = places.line_starts[++line];
      line_end = std::min(text.find_first_of("\r\n", counted_to), text.size());
    }
    const std::size_t end = std::min<std::size_t>(offset, line_end);
    if (end > counted_to) column += count_characters(text.substr(counted_to, end - counted_to));
    counted_to = std::max(counted_to, end);
    if (column != offset - places.line_starts[line] + 1)
      places.columns.push_back({offset, static_cast<std::uint32_t>(column)});
  }
  return places;
}

std::string_view Inputs::text(Location where) const {
  if (!inputs_[where.input].has_text) return {};
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
