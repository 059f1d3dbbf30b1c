// SPDX-License-Identifier: Apache-2.0
#include "formats/tree.hpp"

#include <fmt/format.h>
#include <libfyaml.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/text.hpp"

namespace throughline {
namespace {

// Values that aliases repeat can multiply into an attack or a mistake. A larger file may repeat more.
constexpr std::size_t fewest_copies = 100'000;
std::size_t most_copies(std::string_view text) { return std::max(fewest_copies, text.size()); }
constexpr std::size_t deepest = 64;

// What is in brackets may be a key up to the end of its line: so long libfyaml keeps all of it, at some hundred bytes
// for each bracket. Where one is that many others of its line are still open around.
std::optional<std::size_t> line_of_many_brackets(std::string_view text) {
  constexpr std::size_t many = 4096;
  std::size_t open = 0;
  for (std::size_t at = 0; (at = text.find_first_of("[]{}\"\n", at)) != std::string_view::npos; ++at) {
    const char c = text[at];
    if (c == '\n') open = 0;
    if ((c == '[' || c == '{') && ++open > many) return at;
    if ((c == ']' || c == '}') && open > 0) --open;
    if (c != '"') continue;
    const std::size_t end = text.find_first_of("\"\n", at + 1);
    if (end != std::string_view::npos && text[end] == '"') at = end;
  }
  return std::nullopt;
}

class TreeReader {
 public:
  TreeReader(const Inputs& inputs, std::uint16_t input, StringPool& strings, Diagnostics& diagnostics)
      : input_(input), strings_(strings), diagnostics_(diagnostics), text_(inputs[input].text) {
    fy_diag_cfg diag_config;
    fy_diag_cfg_default(&diag_config);
    diag_config.fp = nullptr;
    diag_config.output_fn = [](fy_diag*, void*, const char*, std::size_t) {};
    diag_.reset(fy_diag_create(&diag_config));
    fy_diag_set_collect_errors(diag_.get(), true);
    const fy_parse_cfg config{nullptr,
                              static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_JSON_NONE),
                              nullptr, diag_.get()};
    parser_.reset(fy_parser_create(&config));
    fy_parser_set_string(parser_.get(), text_.data(), text_.size());
  }

  ~TreeReader() { fy_parser_event_free(parser_.get(), event_); }
  TreeReader(const TreeReader&) = delete;
  TreeReader& operator=(const TreeReader&) = delete;

  std::vector<Tree> read() {
    if (const auto deep = line_of_many_brackets(text_)) {
      last_place_ = Inputs::location(input_, *deep, 1);
      fail("nested more than 64 deep");
      return {};
    }
    std::vector<Tree> documents;
    while (next()) {
      if (event_->type == FYET_DOCUMENT_START) {
        anchors_.clear();
      } else if (event_->type == FYET_SCALAR || event_->type == FYET_SEQUENCE_START ||
                 event_->type == FYET_MAPPING_START) {
        documents.push_back(node());
      }
      if (failed_) return {};
    }
    if (!failed_ && fy_parser_get_stream_error(parser_.get())) report_syntax();
    if (failed_) return {};
    std::erase_if(documents, [](const Tree& d) { return d.is_scalar() && d.said.text == StringId::empty; });
    return documents;
  }

 private:
  using Diag = std::unique_ptr<fy_diag, decltype(&fy_diag_destroy)>;
  using Parser = std::unique_ptr<fy_parser, decltype(&fy_parser_destroy)>;

  bool next() {
    fy_parser_event_free(parser_.get(), event_);
    event_ = failed_ ? nullptr : fy_parser_parse(parser_.get());
    return event_ != nullptr;
  }

  // The node that the current event starts; on return the current event is its last.
  Tree node() {
    switch (event_->type) {
      case FYET_SCALAR: return remember(event_->scalar.anchor, scalar());
      case FYET_SEQUENCE_START:
        return collection(Tree::Shape::list, event_->sequence_start.anchor, event_->sequence_start.sequence_start,
                          FYET_SEQUENCE_END);
      case FYET_MAPPING_START:
        return collection(Tree::Shape::mapping, event_->mapping_start.anchor, event_->mapping_start.mapping_start,
                          FYET_MAPPING_END);
      case FYET_ALIAS: return alias();
      default: return fail("unexpected structure"), Tree{};
    }
  }

  Tree scalar() {
    std::size_t size = 0;
    fy_token* token = event_->scalar.value;
    const char* text = token ? fy_token_get_text(token, &size) : nullptr;
    Tree node;
    if (text) node.said.text = strings_.intern(to_nfc({text, size}));
    node.said.at = token ? place(token) : last_place_;
    last_place_ = node.said.at;
    return node;
  }

  Tree collection(Tree::Shape shape, fy_token* anchor, fy_token* start, fy_event_type end) {
    Tree node;
    node.shape = shape;
    node.said.at = start ? place(start) : last_place_;
    const std::string name = text_of(anchor);
    const bool starts_here = start != nullptr;
    if (++depth_ > deepest) fail("nested more than 64 deep");
    while (next() && event_->type != end) node.children.push_back(this->node());
    --depth_;
    if (!event_ && !failed_) report_syntax();
    if (!starts_here && !node.children.empty()) node.said.at = node.children.front().said.at;
    if (shape == Tree::Shape::mapping) drop_repeated_keys(node, strings_, diagnostics_);
    if (!name.empty()) anchors_[name] = node;
    return node;
  }

  Tree remember(fy_token* anchor, Tree node) {
    const std::string name = text_of(anchor);
    if (!name.empty()) anchors_[name] = node;
    return node;
  }

  Tree alias() {
    const std::string name = text_of(event_->alias.anchor);
    const auto known = anchors_.find(name);
    if (known == anchors_.end()) {
      diagnostics_.report(Code::yaml_syntax, place(event_->alias.anchor),
                          fmt::format("no anchor `&{}` before this alias", name));
      failed_ = true;
      return {};
    }
    copies_ += size_of(known->second);
    if (copies_ > most_copies(text_))
      fail(fmt::format("aliases repeat more than {}", count_of(most_copies(text_), "value")));
    return known->second;
  }

  static std::size_t size_of(const Tree& node) {
    std::size_t size = 1;
    for (const Tree& child : node.children) size += size_of(child);
    return size;
  }

  static std::string text_of(fy_token* token) {
    std::size_t size = 0;
    const char* text = token ? fy_token_get_text(token, &size) : nullptr;
    return text ? std::string(text, size) : std::string();
  }

  Location place(fy_token* token) const {
    const fy_mark* start = fy_token_start_mark(token);
    const fy_mark* end = fy_token_end_mark(token);
    if (!start) return last_place_;
    const std::size_t from = std::min(start->input_pos, text_.size());
    const std::size_t to = end ? std::clamp(end->input_pos, from, text_.size()) : from;
    return Inputs::location(input_, from, std::max<std::size_t>(1, to - from));
  }

  void fail(const std::string& message) {
    if (!failed_) diagnostics_.report(Code::yaml_syntax, last_place_, message);
    failed_ = true;
  }

  // The first error is the cause, those after it follow from it.
  void report_syntax() {
    failed_ = true;
    void* cursor = nullptr;
    const fy_diag_error* error = fy_diag_errors_iterate(diag_.get(), &cursor);
    if (!error) {
      diagnostics_.report(Code::yaml_syntax, Inputs::location(input_, 0, 1), "not well-formed YAML");
      return;
    }
    diagnostics_.report(Code::yaml_syntax, line_and_column(error->line, error->column),
                        fmt::format("not well-formed YAML: {}", error->msg));
  }

  Location line_and_column(int line, int column) const {
    std::size_t start = 0;
    for (int i = 1; i < line; ++i) {
      const std::size_t end = text_.find('\n', start);
      if (end == std::string_view::npos) break;
      start = end + 1;
    }
    const std::size_t offset = std::min(start + static_cast<std::size_t>(std::max(column - 1, 0)), text_.size());
    return Inputs::location(input_, offset, 1);
  }

  std::uint16_t input_;
  StringPool& strings_;
  Diagnostics& diagnostics_;
  std::string_view text_;
  Diag diag_{nullptr, &fy_diag_destroy};
  Parser parser_{nullptr, &fy_parser_destroy};
  fy_event* event_ = nullptr;
  std::map<std::string, Tree> anchors_;
  Location last_place_ = Inputs::location(input_, 0, 1);
  std::size_t copies_ = 0;
  std::size_t depth_ = 0;
  bool failed_ = false;
};

}  // namespace

void drop_repeated_keys(Tree& mapping, const StringPool& strings, Diagnostics& diagnostics) {
  std::map<StringId, Location> seen;
  std::vector<Tree> kept;
  for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2) {
    Tree& key = mapping.children[i];
    if (!key.is_scalar()) {
      diagnostics.report(Code::wrong_shape, key.said.at, "a key that is a list or a mapping");
      continue;
    }
    const auto [first, is_new] = seen.emplace(key.said.text, key.said.at);
    if (!is_new) {
      diagnostics
          .report(Code::duplicate_key, key.said.at,
                  fmt::format("the key `{}` stands twice in one mapping", strings[key.said.text]))
          .note(first->second, "first here");
      continue;
    }
    kept.push_back(std::move(key));
    kept.push_back(std::move(mapping.children[i + 1]));
  }
  mapping.children = std::move(kept);
}

std::vector<Tree> read_yaml_trees(const Inputs& inputs, std::uint16_t input, StringPool& strings,
                                  Diagnostics& diagnostics) {
  return TreeReader(inputs, input, strings, diagnostics).read();
}

}  // namespace throughline
