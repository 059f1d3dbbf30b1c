// SPDX-License-Identifier: Apache-2.0
// Any text is a date or is refused with a reason and a place; a date comes back from its canonical text, has words and
// bounds, and every question about two of them has an answer. The second one, if any, stands on a line of its own.
#include <array>
#include <cstdlib>
#include <string_view>

#include "time/wording.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

// The fuzzer reports what aborts.
void require(bool is_so) {
  if (!is_so) std::abort();
}

std::optional<Edtf> read(std::string_view text) {
  EdtfError error;
  auto value = parse_edtf(text, error);
  if (!value) {
    require(!error.message.empty() && error.offset <= text.size() && error.length <= text.size() - error.offset);
    return value;
  }
  const std::string canonical = print_edtf(*value);
  require(parse_edtf(canonical, error) == value && error.message.empty());
  require(level_of(*value) <= level_of(text, *value) && level_of(canonical, *value) == level_of(*value));
  return value;
}

void tell(const Edtf& value) {
  require(!words(value).empty() && !words(value, Language::korean).empty() && !short_words(value).empty());
  const Extent extent = extent_of(value);
  const ExtentTexts texts = print_extent(value);
  require(extent.start.earliest.has_value() == texts.start.earliest.has_value());
  require(extent.end.latest.has_value() == texts.end.latest.has_value());
  require(extent.approximate == !tolerance_words(value, {}).empty());
  require(held_during(value, {}, {}).verdict != Verdict::impossible);
}

void ask(const Edtf& a, const Edtf& b) {
  require(overlaps(a, b, {}) == overlaps(b, a, {}));
  require(equals(a, b, {}) == equals(b, a, {}));
  require(after(a, b, {}) == before(b, a, {}));
  require(contains(a, b, {}) == during(b, a, {}));
  meets(a, b, {});
  const std::array both = {&a, &b};
  require(held_together(both, {}).verdict == overlaps(a, b, {}).verdict);
}

}  // namespace

void try_text(std::string_view text) {
  const std::size_t line = text.find('\n');
  const auto first = read(text.substr(0, line));
  const auto second = line == std::string_view::npos ? first : read(text.substr(line + 1));
  if (first) tell(*first);
  if (first && second) ask(*first, *second);
}

}  // namespace throughline

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  throughline::try_text({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
