// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/text.hpp"

namespace throughline {
namespace {

using namespace std::string_view_literals;

// UTF-32LE begins like UTF-16LE: it is asked first.
constexpr std::pair<std::string_view, std::string_view> marks[] = {{"\xEF\xBB\xBF"sv, "UTF-8"},
                                                                   {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                                                   {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                                                   {"\xFF\xFE"sv, "UTF-16LE"},
                                                                   {"\xFE\xFF"sv, "UTF-16BE"}};

class Converter {
 public:
  explicit Converter(std::string_view encoding) : handle_(iconv_open("UTF-8", std::string(encoding).c_str())) {}
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  std::optional<std::string> convert(std::string_view bytes) {
    std::string out(bytes.size() * 4, '\0');  // no encoding has a byte that takes more
    char* from = const_cast<char*>(bytes.data());
    char* to = out.data();
    std::size_t left = bytes.size();
    std::size_t room = out.size();
    if (iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1) || left > 0) return std::nullopt;
    out.resize(out.size() - room);
    return out;
  }

  // As far as there are whole characters in `bytes` and room in `to`: what is used is taken off both. False at one that
  // is not of the encoding.
  bool convert_some(std::string_view& bytes, std::span<char>& to) {
    char* from = const_cast<char*>(bytes.data());
    char* out = to.data();
    std::size_t left = bytes.size();
    std::size_t room = to.size();
    const bool is_done = iconv(handle_, &from, &left, &out, &room) != static_cast<std::size_t>(-1);
    const bool is_broken = !is_done && errno == EILSEQ;
    bytes.remove_prefix(bytes.size() - left);
    to = to.subspan(to.size() - room);
    return !is_broken;
  }

 private:
  iconv_t handle_;
};

// Passes what comes, behind the few bytes that were looked at for a mark.
class MarkedStream final : public ByteStream {
 public:
  MarkedStream(std::string start, std::unique_ptr<ByteStream> rest)
      : start_(std::move(start)), rest_(std::move(rest)) {}

  std::size_t read(std::span<char> room) override {
    const std::size_t first = std::min(room.size(), start_.size());
    std::copy_n(start_.data(), first, room.data());
    start_.erase(0, first);
    return first + rest_->read(room.subspan(first));
  }
  std::size_t size() const override { return rest_->size(); }

 private:
  std::string start_;
  std::unique_ptr<ByteStream> rest_;
};

class DecodedStream final : public ByteStream {
 public:
  DecodedStream(std::unique_ptr<ByteStream> bytes, std::string_view encoding)
      : bytes_(std::move(bytes)), converter_(encoding), in_(block_bytes, '\0'), out_(block_bytes, '\0') {}

  std::size_t read(std::span<char> room) override {
    std::size_t used = 0;
    while (used < room.size() && (!ready_.empty() || decode_more())) {
      const std::size_t count = std::min(room.size() - used, ready_.size());
      std::copy_n(ready_.data(), count, room.data() + used);
      ready_.remove_prefix(count);
      used += count;
    }
    return used;
  }
  std::size_t size() const override { return bytes_->size(); }

 private:
  static constexpr std::size_t block_bytes = std::size_t{1} << 16;

  bool decode_more() {
    while (!unread_.empty() || fill()) {
      std::span<char> room(out_);
      const bool is_sound = converter_.convert_some(unread_, room);
      ready_ = std::string_view(out_).substr(0, out_.size() - room.size());
      if (!ready_.empty()) return true;
      if (is_sound && fill()) continue;  // it was the beginning of a character
      out_.front() = unread_.front();    // it is none of this encoding
      unread_.remove_prefix(1);
      ready_ = std::string_view(out_).substr(0, 1);
      return true;
    }
    return false;
  }

  bool fill() {
    const std::size_t kept = unread_.size();
    std::memmove(in_.data(), unread_.data(), kept);
    const std::size_t count = bytes_->read(std::span(in_).subspan(kept));
    unread_ = std::string_view(in_).substr(0, kept + count);
    return count > 0;
  }

  std::unique_ptr<ByteStream> bytes_;
  Converter converter_;
  std::string in_;
  std::string out_;
  std::string_view unread_{in_.data(), 0};  // of in_
  std::string_view ready_;                  // of out_
};

std::size_t count_between(std::string_view bytes, unsigned char first, unsigned char last) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [&](char c) {
    return static_cast<unsigned char>(c) >= first && static_cast<unsigned char>(c) <= last;
  }));
}

// Whether the bytes are Korean text in CP949: half of what is not ASCII is, at least, Hangul.
bool is_korean(std::string_view bytes) {
  const std::optional<std::string> text = to_utf8(bytes.substr(0, bytes.find_last_of('\n')), "CP949");
  if (!text) return false;
  const std::u32string points = characters(*text);
  const auto is_hangul = [](char32_t c) { return c >= U'가' && c <= U'힣'; };
  const auto hangul = std::count_if(points.begin(), points.end(), is_hangul);
  return hangul * 2 > std::count_if(points.begin(), points.end(), [](char32_t c) { return c >= 0x80; });
}

}  // namespace

std::string_view encoding_of_mark(std::string_view bytes) {
  for (const auto& [mark, encoding] : marks)
    if (bytes.starts_with(mark)) return encoding;
  return {};
}

std::string_view without_mark(std::string_view bytes) {
  for (const auto& [mark, encoding] : marks)
    if (bytes.starts_with(mark)) return bytes.substr(mark.size());
  return bytes;
}

bool is_encoding(std::string_view name) { return Converter(name).is_open(); }

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding) {
  return Converter(encoding).convert(bytes);
}

std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> bytes, std::string_view encoding) {
  std::string start(4, '\0');  // of the longest mark
  start.resize(bytes->read(start));
  const std::string_view marked = encoding_of_mark(start);
  const std::string_view known = marked.empty() ? encoding : marked;
  auto stream = std::make_unique<MarkedStream>(std::string(without_mark(start)), std::move(bytes));
  if (known.empty() || known == "UTF-8") return stream;
  return std::make_unique<DecodedStream>(std::move(stream), known);
}

// By what people's spreadsheets write: letters with accents are above 0xC0 in Windows-1252, below 0xA0 on a Macintosh.
std::vector<std::string_view> likely_encodings(std::string_view bytes) {
  const std::size_t nulls = count_between(bytes, 0, 0);
  const bool are_all = nulls > bytes.size() - bytes.size() / 4;  // a damaged file, no text in pairs of bytes
  if (nulls > bytes.size() / 8 && !are_all && bytes.size() > 2) {
    std::size_t at_even = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 2) at_even += bytes[i] == '\0' ? 1 : 0;
    return {at_even * 2 > nulls ? "UTF-16BE" : "UTF-16LE"};
  }
  std::vector<std::string_view> likely;
  if (is_korean(bytes)) likely.push_back("CP949");
  const std::size_t low = count_between(bytes, 0x80, 0x90) + count_between(bytes, 0x98, 0x9F);
  const bool is_macintosh = low > count_between(bytes, 0xC0, 0xFF);
  likely.insert(likely.end(),
                {is_macintosh ? "macintosh" : "windows-1252", is_macintosh ? "windows-1252" : "macintosh"});
  return likely;
}

}  // namespace throughline
