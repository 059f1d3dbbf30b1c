// SPDX-License-Identifier: Apache-2.0
// Folders of the disk as graphs lie in them: links that lead back up end.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/failure.hpp"
#include "base/files.hpp"

namespace throughline {
namespace {

namespace fs = std::filesystem;

TEST(DiskFiles, links_that_go_round_are_followed_once) {
  const fs::path root = fs::path(testing::TempDir()) / "links_that_go_round";
  fs::remove_all(root);
  fs::create_directories(root / "graph" / "part");
  fs::create_directories(root / "elsewhere");
  fs::create_directory_symlink(root / "graph", root / "graph" / "part" / "up");
  fs::create_directory_symlink(root / "elsewhere", root / "graph" / "more");
  fs::create_directory_symlink(root / "graph", root / "elsewhere" / "back");
  std::ofstream(root / "graph" / "a.yaml") << "a";
  std::ofstream(root / "graph" / "part" / "b.yaml") << "b";
  std::ofstream(root / "elsewhere" / "c.yaml") << "c";
  const std::string graph = (root / "graph").string();
  EXPECT_EQ(DiskFiles().list(graph),
            (std::vector<std::string>{graph + "/a.yaml", graph + "/more/c.yaml", graph + "/part/b.yaml"}));
  fs::remove_all(root);
}

TEST(DiskFiles, several_are_written_together_or_none) {
  const fs::path root = fs::path(testing::TempDir()) / "written_together";
  fs::remove_all(root);
  fs::create_directories(root / "b");
  const auto path = [&](const char* name) { return (root / name).string(); };
  DiskFiles files;
  EXPECT_THROW(files.write_together({{path("a"), "first"}, {path("b"), "a folder is in the way"}}), Failure);
  EXPECT_THROW(files.write_together({{path("a"), "first"}, {path("nowhere/c"), "no such folder"}}), Failure);
  EXPECT_EQ(std::distance(fs::directory_iterator(root), fs::directory_iterator()), 1);
  files.write_together({{path("a"), "first"}, {path("c"), "second"}});
  EXPECT_EQ(files.read(path("a")) + files.read(path("c")), "firstsecond");
  fs::remove_all(root);
}

}  // namespace
}  // namespace throughline
