// SPDX-License-Identifier: Apache-2.0
// Files for tests. MemoryFiles holds a few texts, may lie over other Files, and keeps what is written to it: no test
// touches the disk. RepositoryFiles reads this repository, wherever the test is started.
//
//   MemoryFiles files({{"story.yaml", "actors: …"}}, &repository);
#pragma once

#include <map>
#include <string>

#include "base/files.hpp"

namespace throughline {

class MemoryFiles final : public Files {
 public:
  using Contents = std::map<std::string, std::string>;

  explicit MemoryFiles(Contents contents = {}, const Files* below = nullptr);

  PathKind kind(const std::string& path) const override;
  std::string read(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;
  // Throws Failure when the folder of `path` does not exist, as the disk does.
  void write(const std::string& path, std::string_view content) override;

  const Contents& written() const { return written_; }

 private:
  const std::string* find(const std::string& path) const;

  Contents contents_;
  Contents written_;
  const Files* below_;
};

class RepositoryFiles final : public Files {
 public:
  PathKind kind(const std::string& path) const override;
  std::string read(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;
  [[noreturn]] void write(const std::string& path, std::string_view content) override;  // always throws Failure

 private:
  DiskFiles disk_;
};

// The root of the repository, with a slash at its end.
std::string repository_root();

}  // namespace throughline
