// SPDX-License-Identifier: Apache-2.0
#include "formats/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "base/diagnostic_text.hpp"
#include "base/encoding.hpp"
#include "base/failure.hpp"
#include "base/text.hpp"
#include "formats/foreign_records.hpp"
#include "formats/format.hpp"
#include "formats/load_tables.hpp"
#include "formats/load_text.hpp"
#include "model/resolve.hpp"

namespace throughline {
namespace {

// Each once: two formats may share one.
std::string extensions(bool of_our_own) {
  std::vector<std::string> list;
  for (const Format* format : formats())
    if (format->is_readable() && (format->is_own || !of_our_own))
      for (const std::string_view each : split(format->extensions, ' '))
        if (std::find(list.begin(), list.end(), each) == list.end()) list.emplace_back(each);
  return join(list, " ");
}

class Loader {
 public:
  Loader(const Files& files, Diagnostics& diagnostics, Progress* progress) : files_(files), diagnostics_(diagnostics) {
    inputs_.set_progress(progress);
  }

  void add_path(const std::string& path) {
    switch (files_.kind(path)) {
      case PathKind::missing: throw Failure(fmt::format("{}: no such file or folder", path));
      case PathKind::folder: return add_folder(path);
      default: return add_file(path);
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
        add_file(path);
      } else {
        if (format->is_streamed) passed_over_.push_back(path);
        if (other.empty()) other = path;
      }
    }
    if (found > 0) return;
    if (!other.empty())
      throw Failure(
          fmt::format("{}: no graph file in this folder; {} is another format, name it itself", folder, other));
    throw Failure(fmt::format("{}: no graph file in this folder; looked for {}", folder, extensions(true)));
  }

  void add_stdin(std::string text) {
    const Format* format = format_to_read({}, text);
    if (!format) format = find_format(mappings_.empty() ? "yaml" : "csv");
    if (!format->is_streamed) return add_text("<stdin>", std::move(text), *format);
    add_kept("<stdin>", std::move(text), *format);
  }

  // In the words of `tables`.
  void add_mapping(const std::string& yaml) { mappings_.push_back(inputs_.add("--table", yaml)); }

  Model finish() { return wholes_.empty() ? finish_records() : finish_whole(); }

 private:
  using OpenBytes = std::function<std::unique_ptr<ByteStream>()>;

  // A text that is not kept: how it is to be read may be said by a file that is read before it.
  struct Waiting {
    std::string name;
    const Format* format;
    OpenBytes open;
  };

  struct Whole {
    std::string name;
    Bytes bytes;
    const Format* format;
  };

  // Its rows are in their places already; what joins them to others, the texts of records, is not in it.
  Model finish_whole() {
    const Whole& whole = wholes_.front();
    if (wholes_.size() > 1 || seen_.size() > 1) {
      diagnostics_.report(Code::snapshot_not_alone, {},
                          fmt::format("{} is a whole graph and can't be read with other files", whole.name));
    } else if (std::optional<Model> model = whole.format->open(whole.name, whole.bytes, diagnostics_)) {
      for (const Diagnostic& remark : model->remarks) diagnostics_.add(remark);
      return std::move(*model);
    }
    Model none;
    none.inputs = std::move(inputs_);
    return none;
  }

  Model finish_records() {
    read_formats([](const Format& format) { return format.is_own; });
    read_mappings();
    open_tables();
    read_formats([](const Format& format) { return !format.is_own; });
    complete_foreign(records_, diagnostics_);
    const bool has_nodes = !records_.nodes.empty();
    inputs_.set_progress(nullptr);  // it need not live as long as the model
    Model model = resolve(std::move(records_), std::move(inputs_), diagnostics_);
    if (!has_nodes && !diagnostics_.has_errors()) report_empty(model.inputs);
    if (!diagnostics_.has_errors()) model.remarks = sorted(diagnostics_, model.inputs);
    return model;
  }

  // Not so when the same file was given twice, by itself and in its folder.
  bool is_new(const std::string& name) { return seen_.insert(normal_path(name)).second; }

  void add_file(const std::string& path) {
    const Format* by_name = format_to_read(extension_of(path), {});
    if (!by_name && !mappings_.empty()) by_name = find_format("csv");  // a table of any name, laid out by --table
    if (by_name && by_name->is_streamed) return add_streamed(path, *by_name);
    if (by_name && by_name->open) return add_whole(path, files_.map(path), *by_name);
    std::string bytes = files_.read(path);
    const Format* format = format_to_read(extension_of(path), bytes);
    if (!format) throw Failure(fmt::format("{}: not a format that can be read; known are {}", path, extensions(false)));
    if (format->is_streamed) return add_streamed(path, *format);
    add_text(path, std::move(bytes), *format);
  }

  void add_whole(const std::string& name, Bytes bytes, const Format& format) {
    if (is_new(name)) wholes_.push_back({name, std::move(bytes), &format});
  }

  void add_streamed(const std::string& path, const Format& format) {
    if (!is_new(path)) return;
    if (files_.kind(path) == PathKind::other) return add_kept(path, files_.read(path), format);
    waiting_.push_back({path, &format, [&files = files_, path] { return files.open(path); }});
  }

  // A pipe gives its text once only.
  void add_kept(const std::string& name, std::string text, const Format& format) {
    const auto kept = std::make_shared<const std::string>(std::move(text));
    waiting_.push_back({name, &format, [kept] { return std::make_unique<TextStream>(kept); }});
  }

  void add_text(std::string name, std::string text, const Format& format) {
    if (format.open) return add_whole(name, owned(std::move(text)), format);
    if (!is_new(name)) return;
    const std::string encoding = to_utf8_of(text, format);
    const std::uint16_t input = inputs_.add(std::move(name), std::move(text), !format.is_own);
    const std::string_view content = inputs_[input].text;
    bool is_ascii = true;
    if (trim(content).empty()) {
      diagnostics_.report(Code::empty_file, Inputs::location(input, 0, 1), "the file holds nothing");
    } else if (const auto bad = find_no_text(content, is_ascii)) {
      report_no_text(inputs_, input, *bad, format, encoding, diagnostics_);
    } else {
      by_format_[&format].push_back(input);
    }
  }

  template <typename Fits>
  void read_formats(Fits fits) {
    for (const Format* format : formats())
      if (const auto which = by_format_.find(format); which != by_format_.end() && fits(*format))
        format->read(inputs_, which->second, records_, diagnostics_);
  }

  void read_mappings() {
    RecordReader reader(records_, diagnostics_);
    for (const std::uint16_t input : mappings_)
      for (const Tree& tree : read_yaml_trees(inputs_, input, records_.strings, diagnostics_))
        reader.read_table_option(tree);
  }

  // The tables that a graph names are read beside those that were named with -g; each is told how it is laid out.
  void open_tables() {
    for (TableRecord& table : records_.tables)
      if (table.file.given() && !is_mapping(table.file.at)) add_table(table);
    for (const std::string& path : passed_over_)
      if (!seen_.contains(normal_path(path)))
        diagnostics_.report(Code::table_passed_over, {},
                            fmt::format("{} was not read: no graph names it under `tables`", path));
    const std::vector<TableRecord> written = std::move(records_.tables);
    records_.tables.clear();
    for (const Waiting& waiting : waiting_) open(waiting, written);
    for (const TableRecord& table : written)
      if (table.file.given() && is_mapping(table.file.at) && !is_used(table))
        diagnostics_.report(Code::unread_table, table.file.at,
                            fmt::format("no table `{}` was named with -g", text(table.file)));
  }

  void add_table(const TableRecord& table) {
    const std::string path = beside(inputs_[table.file.at.input].name, text(table.file));
    const Format* format = format_to_read(extension_of(path), {});
    if (seen_.contains(normal_path(path)) && !(format && format->is_own)) return;
    if (files_.kind(path) != PathKind::file) {
      diagnostics_.report(Code::unread_table, table.file.at, fmt::format("no file {}", path));
    } else if (format && format->is_own) {
      diagnostics_.report(Code::unread_table, table.file.at, fmt::format("{} is no table", path));
    } else {
      add_streamed(path, format && format->is_streamed ? *format : *find_format("csv"));
    }
  }

  void open(const Waiting& waiting, const std::vector<TableRecord>& tables) {
    std::vector<TableRecord> own = mappings_of(waiting.name, tables, naming());
    const std::string encoding = declared_encoding(own, records_.strings, diagnostics_);
    const std::uint16_t input = inputs_.add_stream(
        waiting.name, encoding, [open = waiting.open, encoding] { return decoded(open(), encoding); });
    for (TableRecord& table : own) {
      table.input = input;
      records_.tables.push_back(std::move(table));
    }
    by_format_[waiting.format].push_back(input);
  }

  bool is_used(const TableRecord& table) const {
    return std::any_of(waiting_.begin(), waiting_.end(),
                       [&](const Waiting& each) { return describes(table, each.name, naming()); });
  }

  bool is_mapping(Location at) const { return is_option(at, naming()); }
  TableNaming naming() const { return {inputs_, records_.strings, mappings_}; }

  std::string_view text(const Said& said) const { return records_.strings[said.text]; }

  // What people write for throughline and holds nothing is a slip; other programs write such files.
  void report_empty(const Inputs& inputs) {
    const std::size_t first = mappings_.size();  // they stand before all files
    const bool is_foreign = inputs.size() > first && inputs[static_cast<std::uint16_t>(first)].is_foreign;
    diagnostics_.report(is_foreign ? Code::empty_foreign_file : Code::empty_graph,
                        inputs.size() > first ? Inputs::location(static_cast<std::uint16_t>(first), 0, 1) : Location{},
                        "the graph has no nodes");
  }

  const Files& files_;
  Diagnostics& diagnostics_;
  Inputs inputs_;
  Records records_;
  std::set<std::string> seen_;
  std::vector<Whole> wholes_;
  std::map<const Format*, std::vector<std::uint16_t>> by_format_;
  std::vector<Waiting> waiting_;
  std::vector<std::string> passed_over_;  // tables in folders
  std::vector<std::uint16_t> mappings_;   // inputs: texts of --table
};

}  // namespace

Model load(std::span<const std::string> paths, const Files& files, std::string stdin_text, Diagnostics& diagnostics,
           TableMappings tables, Progress* progress) {
  Loader loader(files, diagnostics, progress);
  for (const std::string& mapping : tables) loader.add_mapping(mapping);
  std::vector<std::string> unique;
  for (const std::string& path : paths)
    if (std::find(unique.begin(), unique.end(), path) == unique.end()) unique.push_back(path);
  for (const std::string& path : unique) {
    if (path != "-") {
      loader.add_path(path);
    } else {
      loader.add_stdin(std::move(stdin_text));
    }
  }
  return loader.finish();
}

}  // namespace throughline
