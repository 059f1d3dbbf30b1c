// SPDX-License-Identifier: Apache-2.0
#include "formats/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "base/encoding.hpp"
#include "base/failure.hpp"
#include "base/text.hpp"
#include "formats/foreign_records.hpp"
#include "formats/format.hpp"
#include "model/resolve.hpp"

namespace throughline {
namespace {

std::string extensions(bool of_our_own) {
  std::vector<std::string> list;
  for (const Format* format : formats())
    if (format->read && (format->is_own || !of_our_own)) list.emplace_back(format->extensions);
  return join(list, " ");
}

class Loader {
 public:
  Loader(const Files& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  void add_path(const std::string& path) {
    switch (files_.kind(path)) {
      case PathKind::missing: throw Failure(fmt::format("{}: no such file or folder", path));
      case PathKind::folder: return add_folder(path);
      default: return add_bytes(path, files_.read(path));
    }
  }

  // Only our own dialect: what else lies in a folder may be what was made of the graph.
  void add_folder(const std::string& folder) {
    const std::string base = folder.size() > 1 && folder.ends_with('/') ? folder.substr(0, folder.size() - 1) : folder;
    std::size_t found = 0;
    std::string other;
    for (const std::string& path : files_.list(base)) {
      const std::string extension = extension_of(path);
      if (!is_readable(extension)) continue;
      const Format* format = format_to_read(extension, {});
      if (format->is_own) {
        ++found;
        add_bytes(path, files_.read(path));
      } else if (other.empty()) {
        other = path;
      }
    }
    if (found > 0) return;
    if (!other.empty())
      throw Failure(
          fmt::format("{}: no graph file in this folder; {} is another format, name it itself", folder, other));
    throw Failure(fmt::format("{}: no graph file in this folder; looked for {}", folder, extensions(true)));
  }

  void add_bytes(const std::string& path, std::string bytes) {
    const Format* format = format_to_read(extension_of(path), bytes);
    if (!format) throw Failure(fmt::format("{}: not a format that can be read; known are {}", path, extensions(false)));
    add_text(path, std::move(bytes), *format);
  }

  void add_text(std::string name, std::string text, const Format& format) {
    const std::string place = std::filesystem::path(name).lexically_normal().string();
    if (!seen_.insert(place).second) return;  // the same file twice, by itself and in its folder
    const std::string encoding = encoding_of(text, format);
    if (std::optional<std::string> decoded = in_utf8(text, encoding)) text = std::move(*decoded);
    const std::uint16_t input = inputs_.add(std::move(name), std::move(text), !format.is_own);
    const std::string_view content = inputs_[input].text;
    if (trim(content).empty()) {
      diagnostics_.report(Code::empty_file, Inputs::location(input, 0, 1), "the file holds nothing");
    } else if (const auto bad = find_invalid_utf8(content)) {
      report_bytes(input, *bad, encoding);
    } else {
      by_format_[&format].push_back(input);
    }
  }

  Model finish() {
    Records records;
    for (const Format* format : formats())
      if (const auto which = by_format_.find(format); which != by_format_.end())
        format->read(inputs_, which->second, records, diagnostics_);
    complete_foreign(records, diagnostics_);
    const bool has_nodes = !records.nodes.empty();
    Model model = resolve(std::move(records), std::move(inputs_), diagnostics_);
    if (!has_nodes && !diagnostics_.has_errors()) report_empty(model.inputs);
    return model;
  }

 private:
  // What people write for throughline and holds nothing is a slip; other programs write such files.
  void report_empty(const Inputs& inputs) {
    const bool is_foreign = inputs.size() > 0 && inputs[0].is_foreign;
    diagnostics_.report(is_foreign ? Code::empty_foreign_file : Code::empty_graph,
                        inputs.size() > 0 ? Inputs::location(0, 0, 1) : Location{}, "the graph has no nodes");
  }

  static std::string encoding_of(std::string_view bytes, const Format& format) {
    if (const std::string_view marked = encoding_of_mark(bytes); !marked.empty()) return std::string(marked);
    const std::string_view declared = format.encoding_of ? format.encoding_of(bytes) : std::string_view();
    return declared.empty() ? "UTF-8" : std::string(declared);
  }

  // Nothing when the text is none of that encoding: it is looked at as it is, and the place shown.
  static std::optional<std::string> in_utf8(std::string_view bytes, const std::string& encoding) {
    const std::string_view text = without_mark(bytes);
    if (encoding == "UTF-8") return text.size() < bytes.size() ? std::optional(std::string(text)) : std::nullopt;
    return is_encoding(encoding) ? to_utf8(text, encoding) : std::nullopt;
  }

  void report_bytes(std::uint16_t input, std::size_t offset, const std::string& encoding) {
    const auto byte = static_cast<unsigned char>(inputs_[input].text[offset]);
    diagnostics_
        .report(Code::invalid_utf8, Inputs::location(input, offset, 1),
                fmt::format("byte 0x{:02X} is not {}", byte, encoding))
        .hint("the whole file is passed over; save it as UTF-8");
  }

  const Files& files_;
  Diagnostics& diagnostics_;
  Inputs inputs_;
  std::set<std::string> seen_;
  std::map<const Format*, std::vector<std::uint16_t>> by_format_;
};

}  // namespace

Model load(std::span<const std::string> paths, const Files& files, std::string stdin_text, Diagnostics& diagnostics) {
  Loader loader(files, diagnostics);
  std::vector<std::string> unique;
  for (const std::string& path : paths)
    if (std::find(unique.begin(), unique.end(), path) == unique.end()) unique.push_back(path);
  for (const std::string& path : unique) {
    if (path != "-") {
      loader.add_path(path);
      continue;
    }
    const Format* format = format_to_read({}, stdin_text);
    loader.add_text("<stdin>", std::move(stdin_text), format ? *format : *find_format("yaml"));
  }
  return loader.finish();
}

}  // namespace throughline
