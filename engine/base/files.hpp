// SPDX-License-Identifier: Apache-2.0
// The edge to the file system, an interface so that tests can put a few texts in memory. Paths are UTF-8 with `/`.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.hpp"

namespace throughline {

enum class PathKind { missing, file, folder, other };

struct WrittenFile {
  std::string path;
  std::string content;
};

// A file that is only looked at: its bytes stay where they are as long as the owner lives.
struct Bytes {
  std::string_view view;
  std::shared_ptr<const void> owner;
};
Bytes owned(std::string content);

class Files {
 public:
  virtual ~Files() = default;

  virtual PathKind kind(const std::string& path) const = 0;
  // The whole content. Throws Failure naming the path and the reason.
  virtual std::string read(const std::string& path) const = 0;
  // The same without a copy, where that can be had. A file that shrinks meanwhile ends the program.
  virtual Bytes map(const std::string& path) const { return owned(read(path)); }
  // The same content piece by piece.
  virtual std::unique_ptr<ByteStream> open(const std::string& path) const;
  // All files below a folder at any depth, as paths that start with `folder`, sorted; names that begin with a dot are
  // passed over. Throws Failure.
  virtual std::vector<std::string> list(const std::string& folder) const = 0;
  // Whole or not at all: a temporary file beside the target, then a rename. Throws Failure.
  virtual void write(const std::string& path, std::string_view content) = 0;
  // All of several or none: each stands beside its target before the first is renamed. Throws Failure.
  virtual void write_together(const std::vector<WrittenFile>& files);
};

class DiskFiles final : public Files {
 public:
  PathKind kind(const std::string& path) const override;
  std::string read(const std::string& path) const override;
  Bytes map(const std::string& path) const override;
  std::unique_ptr<ByteStream> open(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;
  void write(const std::string& path, std::string_view content) override;
  void write_together(const std::vector<WrittenFile>& files) override;
};

// `path` seen from the folder of `file`; an absolute path stays.
std::string beside(std::string_view file, std::string_view path);
// ".yaml" of "a/b.yaml", in lower case; empty when there is none.
std::string extension_of(std::string_view path);
// "a/b" of "a/b/c.yaml"; empty for a bare name.
std::string_view folder_of(std::string_view path);

}  // namespace throughline
