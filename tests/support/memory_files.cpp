// SPDX-License-Identifier: Apache-2.0
#include "support/memory_files.hpp"

#include <algorithm>
#include <filesystem>

#include "base/failure.hpp"

namespace throughline {
namespace {

std::string normal(const std::string& path) {
  std::string result = std::filesystem::path(path).lexically_normal().generic_string();
  if (result.size() > 1 && result.ends_with('/')) result.pop_back();
  return result;
}

// What stands before a file's name when it lies below `folder`.
std::string prefix_of(const std::string& folder) {
  const std::string name = normal(folder);
  return name == "." || name.empty() ? std::string() : name + "/";
}

bool is_hidden(std::string_view path) { return path.starts_with('.') || path.find("/.") != std::string_view::npos; }

std::string below_root(const std::string& path) { return path.starts_with('/') ? path : repository_root() + path; }

// Messages must not show where the repository lies on this machine.
std::string without_root(std::string text) {
  for (std::size_t at = text.find(repository_root()); at != std::string::npos; at = text.find(repository_root())) {
    text.erase(at, repository_root().size());
  }
  return text;
}

}  // namespace

std::string repository_root() { return std::string(THROUGHLINE_ROOT) + "/"; }

MemoryFiles::MemoryFiles(Contents contents, const Files* below) : below_(below) {
  for (auto& [path, content] : contents) contents_[normal(path)] = std::move(content);
}

const std::string* MemoryFiles::find(const std::string& path) const {
  const std::string name = normal(path);
  for (const Contents* contents : {&written_, &contents_}) {
    if (const auto found = contents->find(name); found != contents->end()) return &found->second;
  }
  return nullptr;
}

PathKind MemoryFiles::kind(const std::string& path) const {
  if (find(path) != nullptr) return PathKind::file;
  const std::string prefix = prefix_of(path);
  const auto lies_below = [&](const auto& entry) { return entry.first.starts_with(prefix); };
  if (std::any_of(contents_.begin(), contents_.end(), lies_below)) return PathKind::folder;
  if (std::any_of(written_.begin(), written_.end(), lies_below)) return PathKind::folder;
  if (below_ != nullptr) return below_->kind(path);
  return prefix.empty() ? PathKind::folder : PathKind::missing;
}

std::string MemoryFiles::read(const std::string& path) const {
  if (const std::string* content = find(path)) return *content;
  if (below_ != nullptr && below_->kind(path) != PathKind::missing) return below_->read(path);
  throw Failure(path +
                ": cannot read: " + (kind(path) == PathKind::folder ? "Is a directory" : "No such file or directory"));
}

std::vector<std::string> MemoryFiles::list(const std::string& folder) const {
  std::vector<std::string> paths;
  const std::string prefix = prefix_of(folder);
  const std::string shown = folder.ends_with('/') ? folder : folder + "/";
  for (const Contents* contents : {&contents_, &written_}) {
    for (const auto& [path, content] : *contents) {
      const std::string rest = path.starts_with(prefix) ? path.substr(prefix.size()) : std::string();
      if (!rest.empty() && !is_hidden(rest)) paths.push_back(shown + rest);
    }
  }
  if (below_ != nullptr && below_->kind(folder) == PathKind::folder) {
    for (std::string& path : below_->list(folder)) paths.push_back(std::move(path));
  }
  if (paths.empty() && kind(folder) != PathKind::folder) {
    throw Failure(folder + ": cannot list: No such file or directory");
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

void MemoryFiles::write(const std::string& path, std::string_view content) {
  const std::string folder(folder_of(path));
  if (!folder.empty() && kind(folder) != PathKind::folder) {
    throw Failure(path + ": cannot write: No such file or directory");
  }
  written_[normal(path)] = content;
}

PathKind RepositoryFiles::kind(const std::string& path) const { return disk_.kind(below_root(path)); }

std::string RepositoryFiles::read(const std::string& path) const {
  try {
    return disk_.read(below_root(path));
  } catch (const Failure& failure) { throw Failure(without_root(failure.what())); }
}

std::vector<std::string> RepositoryFiles::list(const std::string& folder) const {
  std::vector<std::string> paths = disk_.list(below_root(folder));
  if (!folder.starts_with('/')) {
    for (std::string& path : paths) path.erase(0, repository_root().size());
  }
  return paths;
}

void RepositoryFiles::write(const std::string& path, std::string_view) {
  throw Failure(path + ": cannot write: tests leave the repository as it is");
}

}  // namespace throughline
