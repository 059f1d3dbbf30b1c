// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"

#include <iconv.h>

#include <utility>

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

 private:
  iconv_t handle_;
};

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

}  // namespace throughline
