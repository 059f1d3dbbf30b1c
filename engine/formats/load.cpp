// SPDX-License-Identifier: Apache-2.0
#include "formats/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "formats/format.hpp"
#include "model/resolve.hpp"

namespace throughline {
namespace {

const Format* readable_format(const std::string& path) {
  const Format* format = format_of_extension(extension_of(path));
  return format && format->read ? format : nullptr;
}

std::string readable_extensions() {
  std::string list;
  for (const Format* format : formats())
    if (format->read) list += (list.empty() ? "" : " ") + std::string(format->extensions);
  return list;
}

// Standard input has no ending that says what it is. A first line that is a JSON object by itself is a row; flow YAML
// is none.
bool is_json_row(std::string_view text) {
  const std::string_view first =
      trim(trim(text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text).substr(0, text.find('\n')));
  return first.starts_with('{') && nlohmann::json::accept(first.substr(0, first.find('\n')));
}

class Loader {
 public:
  Loader(const Files& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  void add_path(const std::string& path) {
    switch (files_.kind(path)) {
      case PathKind::missing: throw Failure(fmt::format("{}: no such file or folder", path));
      case PathKind::folder: return add_folder(path);
      default: break;
    }
    const Format* format = readable_format(path);
    if (!format)
      throw Failure(fmt::format("{}: not a format that can be read; known are {}", path, readable_extensions()));
    add_text(path, files_.read(path), *format);
  }

  void add_folder(const std::string& folder) {
    const std::string base = folder.size() > 1 && folder.ends_with('/') ? folder.substr(0, folder.size() - 1) : folder;
    std::size_t found = 0;
    for (const std::string& path : files_.list(base)) {
      const Format* format = readable_format(path);
      if (!format) continue;
      ++found;
      add_text(path, files_.read(path), *format);
    }
    if (found == 0)
      throw Failure(fmt::format("{}: no graph file in this folder; looked for {}", folder, readable_extensions()));
  }

  void add_text(std::string name, std::string text, const Format& format) {
    const std::string place = std::filesystem::path(name).lexically_normal().string();
    if (!seen_.insert(place).second) return;  // the same file twice, by itself and in its folder
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    const std::uint16_t input = inputs_.add(std::move(name), std::move(text));
    const std::string_view content = inputs_[input].text;
    if (trim(content).empty()) {
      diagnostics_.report(Code::empty_file, Inputs::location(input, 0, 1), "the file holds nothing");
    } else if (const auto bad = find_invalid_utf8(content)) {
      const auto byte = static_cast<unsigned char>(content[*bad]);
      diagnostics_
          .report(Code::invalid_utf8, Inputs::location(input, *bad, 1), fmt::format("byte 0x{:02X} is not UTF-8", byte))
          .hint("the whole file is passed over; save it as UTF-8");
    } else {
      by_format_[&format].push_back(input);
    }
  }

  Model finish() {
    Records records;
    for (const Format* format : formats())
      if (const auto which = by_format_.find(format); which != by_format_.end())
        format->read(inputs_, which->second, records, diagnostics_);
    const bool has_nodes = !records.nodes.empty();
    const Location first = inputs_.size() > 0 ? Inputs::location(0, 0, 1) : Location{};
    Model model = resolve(std::move(records), std::move(inputs_), diagnostics_);
    if (!has_nodes && !diagnostics_.has_errors())
      diagnostics_.report(Code::empty_graph, first, "the graph has no nodes");
    return model;
  }

 private:
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
    const bool is_rows = is_json_row(stdin_text);
    loader.add_text("<stdin>", std::move(stdin_text), *find_format(is_rows ? "jsonl" : "yaml"));
  }
  return loader.finish();
}

}  // namespace throughline
