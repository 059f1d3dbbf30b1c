// SPDX-License-Identifier: Apache-2.0
#include "formats/xml_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::string_view not_in_names = " \t\r\n/><=\"'&;";

class Scan {
 public:
  Scan(std::string_view text, std::size_t deepest) : text_(text), deepest_(deepest) {}

  std::optional<XmlProblem> run() {
    check_characters();
    while (!problem_ && at_ < text_.size()) step();
    if (!problem_ && !open_.empty()) {
      fail(fmt::format("the file ends within the element `{}`", shown(open_.back())), text_.substr(text_.size() - 1));
      also(open_.back(), "it begins here");
    } else if (!problem_ && !has_root_) {
      fail("no element", text_.substr(0, 1));
    }
    return std::move(problem_);
  }

 private:
  void step() {
    const std::size_t next = std::min(text_.find_first_of("<&", at_), text_.size());
    if (open_.empty()) check_outside(text_.substr(at_, next - at_));
    at_ = next;
    if (problem_ || at_ == text_.size()) return;
    const std::string_view rest = text_.substr(at_);
    if (rest[0] == '&') return check_reference();
    if (rest.starts_with("<!--")) return skip("-->", "comment");
    if (rest.starts_with("<![CDATA[")) return skip("]]>", "section of character data");
    if (rest.starts_with("<?")) return skip("?>", "processing instruction");
    if (rest.starts_with("<!")) return skip_document_type();
    rest.starts_with("</") ? close() : open();
  }

  void check_characters() {
    const auto* const bad = std::find_if(text_.begin(), text_.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    if (bad == text_.end()) return;
    fail(fmt::format("the character U+{:04X}, which no XML can hold", static_cast<unsigned>(*bad)),
         text_.substr(static_cast<std::size_t>(bad - text_.begin()), 1));
  }

  // `&#0;` is no way to write what may not be written.
  static bool is_character(std::string_view digits) {
    const bool is_hex = digits.starts_with('x');
    if (is_hex) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, code, is_hex ? 16 : 10);
    if (read.ec != std::errc() || read.ptr != end) return false;
    const bool is_control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    return !is_control && !is_surrogate && code != 0xFFFE && code != 0xFFFF && code <= 0x10FFFF;
  }

  void check_outside(std::string_view between) {
    if (!trim(between).empty()) fail("text outside of the root element", trim(between).substr(0, 1));
  }

  void skip(std::string_view end, std::string_view what) {
    const std::size_t found = text_.find(end, at_ + 2);
    if (found == std::string_view::npos) return fail(fmt::format("a {} that does not end", what), text_.substr(at_, 2));
    at_ = found + end.size();
  }

  // Its own declarations stand in brackets; quotes hide both.
  void skip_document_type() {
    const std::size_t start = at_;
    std::size_t depth = 0;
    for (char quote = 0; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quote) {
        if (c == quote) quote = 0;
      } else if (text_.substr(at_).starts_with("<!--")) {
        at_ = std::min(text_.find("-->", at_), text_.size() - 3) + 2;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '<' || c == '>') {
        depth += c == '<' ? 1U : 0U;
        if (c == '>' && --depth == 0) return static_cast<void>(++at_);
      }
    }
    fail("a document type that does not end", text_.substr(start, 2));
  }

  void check_reference() {
    const std::size_t end = std::min(text_.find_first_of(not_in_names, at_ + 1), text_.size());
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    if (end == text_.size() || text_[end] != ';' || name.empty()) {
      fail("an `&` that begins no reference", text_.substr(at_, 1));
      problem_->hint = "write `&amp;`";
      return;
    }
    if (name.starts_with('#') && !is_character(name.substr(1)))
      return fail(fmt::format("`&{};` is no character", shown(name)), text_.substr(at_, end + 1 - at_));
    constexpr std::string_view known[] = {"amp", "lt", "gt", "quot", "apos"};
    if (!name.starts_with('#') && std::find(std::begin(known), std::end(known), name) == std::end(known)) {
      fail(fmt::format("the entity `{}` is not one of XML's own", shown(name)), text_.substr(at_, end + 1 - at_));
      problem_->hint = "entities of a document type are neither expanded nor followed; write the text itself";
    }
    at_ = end + 1;
  }

  // From the `<` to behind the `>`, values in quotes skipped.
  std::optional<std::string_view> tag() {
    const std::size_t start = at_;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '>') return text_.substr(start, ++at_ - start);
      if (c == '<') break;
      if (c == '"' || c == '\'') {
        names_.push_back(name_before(start));
        skip_value(c);
        if (problem_) return std::nullopt;
      }
    }
    fail("a tag that does not end", text_.substr(start, 1));
    return std::nullopt;
  }

  // The name whose value begins here, `name = "`; empty where there is none, which others will say.
  std::string_view name_before(std::size_t start) const {
    const std::string_view before = trim(text_.substr(start, at_ - start));
    if (!before.ends_with('=')) return {};
    const std::string_view name = trim(before.substr(0, before.size() - 1));
    return name.substr(std::min(name.find_last_of(not_in_names) + 1, name.size()));
  }

  std::optional<std::pair<std::string_view, std::string_view>> repeated_name() {
    std::stable_sort(names_.begin(), names_.end());
    const auto twice = std::adjacent_find(names_.begin(), names_.end());
    if (twice == names_.end() || twice->empty()) return std::nullopt;
    return std::pair(twice[0], twice[1]);
  }

  void skip_value(char quote) {
    const std::size_t start = at_;
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) return fail("a value whose quote is not closed", text_.substr(start, 1));
    // Within the value alone: to look on to the end of the file for each would take its square.
    while (!problem_ && (at_ = std::min(text_.substr(0, end).find('&', at_), end)) < end) check_reference();
    at_ = end;
  }

  static std::string_view name_of(std::string_view after) { return after.substr(0, after.find_first_of(not_in_names)); }

  void open() {
    const std::string_view rest = text_.substr(at_ + 1);
    const std::string_view name = name_of(rest);
    if (name.empty()) {
      fail("a `<` that begins no tag", text_.substr(at_, 1));
      problem_->hint = "write `&lt;`";
      return;
    }
    if (open_.empty() && has_root_) return fail("a second root element", name);
    has_root_ = true;
    names_.clear();
    const auto whole = tag();
    if (!whole) return;
    if (const auto twice = repeated_name()) {
      fail(fmt::format("the attribute `{}` stands twice in one element", shown(twice->second)), twice->second);
      return also(twice->first, "first here");
    }
    if (whole->ends_with("/>")) return;
    open_.push_back(name);
    if (open_.size() > deepest_) fail(fmt::format("elements nested more than {} deep", deepest_), name);
  }

  void close() {
    const std::string_view name = name_of(text_.substr(at_ + 2));
    const auto whole = tag();
    if (!whole) return;
    if (open_.empty()) return fail("an end tag where no element is open", *whole);
    if (open_.back() != name) {
      fail(fmt::format("`</{}>` where `</{}>` is due", shown(name), shown(open_.back())), *whole);
      return also(open_.back(), "the element that is open");
    }
    open_.pop_back();
  }

  static std::string shown(std::string_view name) { return shorten(name, 40); }
  void fail(std::string message, std::string_view piece) { problem_ = {std::move(message), piece, {}, {}, {}}; }
  void also(std::string_view piece, std::string note) {
    problem_->other = piece;
    problem_->note = std::move(note);
  }

  std::string_view text_;
  std::size_t deepest_;
  std::size_t at_ = 0;
  bool has_root_ = false;
  std::vector<std::string_view> open_;   // names of elements
  std::vector<std::string_view> names_;  // of attributes of the element at hand
  std::optional<XmlProblem> problem_;
};

}  // namespace

std::optional<XmlProblem> find_xml_problem(std::string_view text, std::size_t deepest) {
  return Scan(text, deepest).run();
}

}  // namespace throughline
