// SPDX-License-Identifier: Apache-2.0
#include "base/inputs.hpp"

#include <algorithm>
#include <limits>

#include "base/failure.hpp"
#include "base/fingerprint.hpp"
#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_kept = std::size_t{1} << 20;  // bytes; larger texts are read again when they are shown

void require_length(const std::string& name, std::size_t bytes) {
  if (bytes > std::numeric_limits<std::uint32_t>::max())
    throw Failure(name + ": larger than 4 GiB; split it into several files");
}

}  // namespace

// Watches a text on its way: how long it is, and whether it is the same the next time.
class Inputs::PassingStream final : public ByteStream {
 public:
  PassingStream(const std::string& name, Passage& passage) : name_(name), passage_(passage), stream_(passage.open()) {}

  std::size_t read(std::span<char> room) override {
    const std::size_t count = stream_->read(room);
    fingerprint_.add({room.data(), count});
    passed_ += count;
    require_length(name_, passed_);
    const std::size_t kept = std::min(count, most_kept - std::min(most_kept, head_.size()));
    head_.append(room.data(), kept);
    if (count < room.size()) end();
    return count;
  }

  std::size_t size() const override { return stream_->size(); }

 private:
  void end() {
    if (passage_.fingerprint.value_or(fingerprint_.value()) != fingerprint_.value())
      throw Failure(name_ + ": changed while it was read; try again");
    passage_.fingerprint = fingerprint_.value();
    if (passed_ == head_.size()) passage_.text = head_;
    passage_.head = std::move(head_);
  }

  const std::string& name_;
  Passage& passage_;
  std::unique_ptr<ByteStream> stream_;
  Fingerprint fingerprint_;
  std::size_t passed_ = 0;
  std::string head_;
};

std::uint16_t Inputs::add(std::string name, std::string text, bool is_foreign) {
  require_length(name, text.size());
  return add(Input{.name = std::move(name), .text = std::move(text), .encoding = {}, .is_foreign = is_foreign}, {});
}

std::uint16_t Inputs::add_stream(std::string name, std::string encoding, OpenText open) {
  return add(Input{.name = std::move(name), .text = {}, .encoding = std::move(encoding), .is_foreign = true},
             {.open = std::move(open), .fingerprint = {}, .head = {}, .text = {}});
}

std::uint16_t Inputs::add(Input input, Passage passage) {
  if (inputs_.size() >= Location::nowhere) throw Failure("more than 65534 files in one graph; join some of them");
  inputs_.push_back(std::move(input));
  passages_.push_back(std::move(passage));
  line_starts_.emplace_back();
  looked_at_.push_back(0);
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

std::unique_ptr<ByteStream> Inputs::open(std::uint16_t index) const {
  if (!passages_[index].open) return std::make_unique<TextStream>(inputs_[index].text);
  return std::make_unique<PassingStream>(inputs_[index].name, passages_[index]);
}

const std::string& Inputs::text_of(std::uint16_t index) const {
  Passage& passage = passages_[index];
  if (!passage.open) return inputs_[index].text;
  if (!passage.text) {
    std::string text = read_all(*open(index));
    passage.text = std::move(text);
  }
  return *passage.text;
}

Location Inputs::location(std::uint16_t index, std::size_t offset, std::size_t length) {
  constexpr std::size_t longest = std::numeric_limits<std::uint16_t>::max();
  return {static_cast<std::uint32_t>(offset), index, static_cast<std::uint16_t>(std::min(length, longest))};
}

Location Inputs::locate(std::uint16_t index, std::string_view piece) const {
  return location(index, static_cast<std::size_t>(piece.data() - inputs_[index].text.data()), piece.size());
}

const std::string& Inputs::text_around(Location where) const {
  constexpr std::size_t long_line = 4096;
  const Passage& passage = passages_[where.input];
  const bool is_in_head = !passage.text && where.offset + long_line < passage.head.size();
  return is_in_head ? passage.head : text_of(where.input);
}

const std::vector<std::uint32_t>& Inputs::starts_of(std::uint16_t index) const {
  return starts_of(index, text_of(index));
}

// Of the head of a text first, and anew when more of it is needed.
const std::vector<std::uint32_t>& Inputs::starts_of(std::uint16_t index, const std::string& text) const {
  std::vector<std::uint32_t>& starts = line_starts_[index];
  if (!starts.empty() && looked_at_[index] >= text.size()) return starts;
  starts.assign(1, 0);
  looked_at_[index] = text.size();
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
      starts.push_back(static_cast<std::uint32_t>(i + 1));
  return starts;
}

std::size_t Inputs::line(Location where) const {
  const std::vector<std::uint32_t>& starts = starts_of(where.input, text_around(where));
  return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), where.offset) - starts.begin());
}

Position Inputs::position(Location where) const {
  const std::string& text = text_around(where);
  const std::vector<std::uint32_t>& starts = starts_of(where.input, text);
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
  const std::string_view text = text_of(index);
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
  return std::string_view(text_around(where)).substr(where.offset, where.length);
}

Location Inputs::part(Location whole, std::string_view as_read, std::size_t offset, std::size_t length) const {
  if (text(whole) != as_read || offset >= whole.length) return whole;
  Location part = whole;
  part.offset += static_cast<std::uint32_t>(offset);
  part.length = static_cast<std::uint16_t>(std::clamp<std::size_t>(length, 1, whole.length - offset));
  return part;
}

}  // namespace throughline
