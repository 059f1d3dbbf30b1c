// SPDX-License-Identifier: Apache-2.0
#include "base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/failure.hpp"
#include "base/interruptions.hpp"

namespace throughline {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, std::string_view doing, int error) {
  throw Failure(fmt::format("{}: cannot {}: {}", path, doing, std::strerror(error)));
}

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

// Read, not mapped: a file that others cut short while it is read must not end the program.
class FileStream final : public ByteStream {
 public:
  explicit FileStream(const std::string& path) : path_(path), file_{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {
    if (file_.number < 0) fail(path_, "read", errno);
    struct stat status {};
    if (::fstat(file_.number, &status) != 0) fail(path_, "read", errno);
    if (S_ISDIR(status.st_mode)) fail(path_, "read", EISDIR);
    size_ = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));  // pipes and files of /proc report none
  }

  std::size_t read(std::span<char> room) override {
    std::size_t used = 0;
    while (used < room.size()) {
      const ssize_t got = ::read(file_.number, room.data() + used, room.size() - used);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) fail(path_, "read", errno);
      if (got == 0) break;
      used += static_cast<std::size_t>(got);
    }
    return used;
  }

  std::size_t size() const override { return size_; }

 private:
  std::string path_;
  Descriptor file_;
  std::size_t size_ = 0;
};

void write_all(int descriptor, std::string_view content, const std::string& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path, "write", errno);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Whole under another name beside its target, until it takes its place or is given up.
class Replacement {
 public:
  Replacement(const std::string& path, std::string_view content) : path_(path), temporary_(path + ".XXXXXX") {
    const Descriptor file{::mkostemp(temporary_.data(), O_CLOEXEC)};
    if (file.number < 0) fail(path, "write", errno);
    try {
      write_all(file.number, content, path);
      const mode_t mask = ::umask(0);
      ::umask(mask);
      if (::fchmod(file.number, 0666 & ~mask) != 0 || ::fsync(file.number) != 0) fail(path, "write", errno);
    } catch (...) {
      ::unlink(temporary_.c_str());
      throw;
    }
  }
  ~Replacement() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }
  Replacement(Replacement&& other) noexcept
      : path_(std::move(other.path_)), temporary_(std::exchange(other.temporary_, {})) {}
  Replacement& operator=(Replacement&&) = delete;

  void take_place() {
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) fail(path_, "write", errno);
    temporary_.clear();
  }

 private:
  std::string path_;
  std::string temporary_;
};

}  // namespace

Bytes owned(std::string content) {
  const auto owner = std::make_shared<const std::string>(std::move(content));
  return {*owner, owner};
}

PathKind DiskFiles::kind(const std::string& path) const {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return PathKind::missing;
  if (S_ISDIR(status.st_mode)) return PathKind::folder;
  return S_ISREG(status.st_mode) ? PathKind::file : PathKind::other;
}

std::unique_ptr<ByteStream> Files::open(const std::string& path) const {
  return std::make_unique<TextStream>(read(path));
}

std::unique_ptr<ByteStream> DiskFiles::open(const std::string& path) const {
  return std::make_unique<FileStream>(path);
}

std::string DiskFiles::read(const std::string& path) const {
  FileStream file(path);
  return read_all(file);
}

Bytes DiskFiles::map(const std::string& path) const {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) fail(path, "read", errno);
  struct stat status {};
  if (::fstat(file.number, &status) != 0) fail(path, "read", errno);
  if (!S_ISREG(status.st_mode) || status.st_size == 0) return owned(read(path));
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number, 0);
  if (start == MAP_FAILED) return owned(read(path));
  return {{static_cast<const char*>(start), size}, {start, [size](void* mapped) { ::munmap(mapped, size); }}};
}

std::vector<std::string> DiskFiles::list(const std::string& folder) const {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::follow_directory_symlink, error);
  std::vector<fs::path> above = {fs::weakly_canonical(folder)};  // links may lead back to a folder that we are in
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const bool hidden = entry->path().filename().string().starts_with('.');
    std::error_code unknown;  // a link that leads nowhere is no folder; reading it will say so
    const bool is_folder = entry->is_directory(unknown);
    if (is_folder) {
      above.resize(static_cast<std::size_t>(entry.depth()) + 1);
      const fs::path real = fs::weakly_canonical(entry->path(), unknown);
      if (hidden || std::find(above.begin(), above.end(), real) != above.end()) entry.disable_recursion_pending();
      above.push_back(real);
    }
    if (!hidden && !is_folder) paths.push_back(entry->path().string());
  }
  if (error) fail(folder, "list", error.value());
  std::sort(paths.begin(), paths.end());
  return paths;
}

void DiskFiles::write(const std::string& path, std::string_view content) {
  if (kind(path) == PathKind::other) {  // /dev/stdout and the like cannot be renamed onto
    const Descriptor device{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
    if (device.number < 0) fail(path, "write", errno);
    return write_all(device.number, content, path);
  }
  const InterruptionsWait interruptions_wait;
  Replacement(path, content).take_place();
}

void DiskFiles::write_together(const std::vector<WrittenFile>& files) {
  const InterruptionsWait interruptions_wait;
  std::vector<Replacement> replacements;
  for (const auto& [path, content] : files) {
    if (kind(path) == PathKind::folder) fail(path, "write", EISDIR);
    replacements.emplace_back(path, content);
  }
  for (Replacement& replacement : replacements) replacement.take_place();
}

void Files::write_together(const std::vector<WrittenFile>& files) {
  for (const auto& [path, content] : files) write(path, content);
}

std::string beside(std::string_view file, std::string_view path) {
  if (path.starts_with('/')) return std::string(path);
  const std::string_view folder = folder_of(file);
  return folder.empty() ? std::string(path) : fmt::format("{}/{}", folder, path);
}

std::string extension_of(std::string_view path) {
  std::string extension = fs::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

}  // namespace throughline
