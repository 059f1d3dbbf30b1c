// SPDX-License-Identifier: Apache-2.0
#include "formats/xml_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "formats/xml_form.hpp"

namespace throughline {
namespace {

// An XML declaration is near the beginning, the root element not far.
constexpr std::size_t beginning = 16384;

// "UTF-16" in ASCII bytes is a slip of the program that wrote them.
bool can_declare_itself(std::string_view encoding) {
  std::string upper(encoding);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return !upper.starts_with("UTF-16") && !upper.starts_with("UTF-32") && !upper.starts_with("UCS-") &&
         !upper.starts_with("ISO-10646-UCS") && upper != "UTF-8" && upper != "UTF8";
}

std::string in_utf8(std::string_view bytes) {
  const std::string_view marked = encoding_of_mark(bytes);
  const std::string_view encoding = marked.empty() ? xml_encoding_of(bytes) : marked;
  const std::string_view start = without_mark(bytes).substr(0, beginning);
  if (!encoding.starts_with("UTF-16") && !encoding.starts_with("UTF-32")) return std::string(start);
  return to_utf8(start, encoding).value_or(std::string());
}

// The start tag of the root, from its name on; empty when there is none.
std::string_view root_tag(std::string_view text) {
  while (true) {
    text = trim(text);
    if (!text.starts_with('<')) return {};
    std::string_view end = ">";
    if (text.starts_with("<!--")) end = "-->";
    if (text.starts_with("<?")) end = "?>";
    if (text.starts_with("<!DOCTYPE") && text.find('[') < text.find('>')) end = "]>";
    if (text[1 < text.size() ? 1 : 0] != '?' && !text.starts_with("<!")) return text.substr(1);
    const std::size_t found = text.find(end);
    if (found == std::string_view::npos) return {};
    text.remove_prefix(found + end.size());
  }
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& child) { return local_name(child) == name; });
}

pugi::xml_attribute attribute_of(const pugi::xml_node& node, std::string_view name) {
  return node.find_attribute([&](const pugi::xml_attribute& each) { return each.name() == name; });
}

std::size_t count_within(const pugi::xml_node& node, std::string_view name) {
  std::size_t count = 0;
  for (const pugi::xml_node& child : node.children())
    count += (local_name(child) == name ? 1U : 0U) + count_within(child, name);
  return count;
}

bool has_xml_root(std::string_view bytes, std::string_view name) {
  const std::string text = in_utf8(bytes);
  const std::string_view tag = root_tag(text);
  return without_prefix(tag.substr(0, tag.find_first_of(" \t\r\n/>"))) == name;
}

std::string_view xml_encoding_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("<\0"sv)) return "UTF-16LE";
  if (bytes.starts_with("\0<"sv)) return "UTF-16BE";
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.substr(0, beginning).find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_not_of(" \t\r\n=", at + std::string_view("encoding").size());
  if (at == std::string_view::npos || (declaration[at] != '"' && declaration[at] != '\'')) return {};
  const std::string_view rest = declaration.substr(at + 1);
  const std::string_view encoding = rest.substr(0, std::min(rest.find(declaration[at]), rest.size()));
  return can_declare_itself(encoding) ? encoding : std::string_view();
}

XmlFile::XmlFile(const Inputs& inputs, std::uint16_t input)
    : inputs_(inputs), input_(input), text_(inputs[input].text) {}

pugi::xml_node XmlFile::read(std::string_view root, Diagnostics& diagnostics, WhiteSpace kept) {
  const std::string_view text = inputs_[input_].text;
  if (const auto problem = find_xml_problem(text, deepest_xml)) {
    auto entry = diagnostics.report(Code::xml_syntax, inputs_.locate(input_, problem->piece), problem->message);
    if (!problem->hint.empty()) entry.hint(problem->hint);
    if (!problem->other.empty()) entry.note(inputs_.locate(input_, problem->other), problem->note);
    return {};
  }
  // White space alone is a value where an element asks for it; our own rows stand in processing instructions.
  const unsigned flags = pugi::parse_default | pugi::parse_pi |
                         (kept == WhiteSpace::all ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single);
  const auto result = document_.load_buffer_inplace(text_.data(), text_.size(), flags, pugi::encoding_utf8);
  if (!result) return report(result, diagnostics), pugi::xml_node();
  const pugi::xml_node found = document_.document_element();
  if (local_name(found) == root) return found;
  diagnostics.report(Code::xml_root, at(found.name()),
                     fmt::format("the root element is `{}`, not `{}`", shorten(found.name(), 40), root));
  return {};
}

bool XmlFile::report(const pugi::xml_parse_result& result, Diagnostics& diagnostics) const {
  std::string message = result.description();
  if (result.status == pugi::status_bad_attribute) message = "an attribute that is not `name=\"value\"`";
  message[0] = static_cast<char>(message[0] >= 'A' && message[0] <= 'Z' ? message[0] - 'A' + 'a' : message[0]);
  const auto last = static_cast<std::ptrdiff_t>(text_.size()) - 1;
  const auto offset = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(result.offset, 0, last));
  diagnostics.report(Code::xml_syntax, Inputs::location(input_, offset, 1), message);
  return false;
}

Location XmlFile::at(std::string_view piece) const {
  const std::less<> before;
  if (before(piece.data(), text_.data()) || !before(piece.data(), text_.data() + text_.size())) return {};
  return Inputs::location(input_, static_cast<std::size_t>(piece.data() - text_.data()), piece.size());
}

Location XmlFile::at(const pugi::xml_attribute& attribute, const pugi::xml_node& node) const {
  const std::string_view value = attribute.value();
  return value.empty() ? at(node.name()) : at(value);
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  std::size_t kept_from = std::string::npos;  // what sections of character data hold is kept whole
  std::size_t kept_to = 0;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    if (child.type() == pugi::node_cdata) kept_from = std::min(kept_from, text.size());
    text += child.value();
    if (child.type() == pugi::node_cdata) kept_to = text.size();
  }
  if (std::string_view(node.attribute("xml:space").value()) == "preserve") return text;
  const std::string_view inner = trim(text);
  const std::size_t first = inner.empty() ? text.size() : static_cast<std::size_t>(inner.data() - text.data());
  const std::size_t from = std::min(kept_from, first);
  const std::size_t to = std::max(kept_to, first + inner.size());
  return text.substr(from, to - from);
}

void Unread::add(std::string_view what, Location where, std::size_t count) {
  if (count == 0) return;
  if (!first_.is_known()) first_ = where;
  const auto at = counts_.find(what);
  at == counts_.end() ? static_cast<void>(counts_.emplace(what, count)) : static_cast<void>(at->second += count);
}

void Unread::report(Diagnostics& diagnostics) const {
  if (counts_.empty()) return;
  std::vector<std::string> list;
  for (const auto& [what, count] : counts_) list.push_back(fmt::format("{} ({})", what, count));
  diagnostics.report(Code::foreign_unread, first_, fmt::format("not read, the first of it here: {}", join(list, ", ")));
}

}  // namespace throughline
