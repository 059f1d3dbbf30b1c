// SPDX-License-Identifier: Apache-2.0
#include "support/memory_files.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"

namespace throughline {
namespace {

using Paths = std::vector<std::string>;

TEST(MemoryFiles, lists_a_folder_as_the_disk_does) {
  const MemoryFiles files({{"g/b.yaml", ""}, {"g/a/c.yaml", ""}, {"g/.hidden", ""}, {"other.yaml", ""}});
  EXPECT_EQ(files.list("g"), (Paths{"g/a/c.yaml", "g/b.yaml"}));
  EXPECT_EQ(files.list("./g/"), (Paths{"./g/a/c.yaml", "./g/b.yaml"}));
  EXPECT_EQ(files.kind("g"), PathKind::folder);
  EXPECT_EQ(files.kind("g/../other.yaml"), PathKind::file);
  EXPECT_EQ(files.kind("nowhere"), PathKind::missing);
  EXPECT_THROW(files.list("nowhere"), Failure);
  EXPECT_THROW(files.read("g"), Failure);
}

TEST(MemoryFiles, lies_over_the_repository_and_leaves_it_as_it_is) {
  const RepositoryFiles repository;
  MemoryFiles files({{"graphs/more.yaml", "more"}}, &repository);
  EXPECT_EQ(files.read("graphs/README.md"), repository.read("graphs/README.md"));
  files.write("graphs/README.md", "new");
  EXPECT_EQ(files.read("graphs/README.md"), "new");
  EXPECT_NE(repository.read("graphs/README.md"), "new");
  EXPECT_EQ(files.written().size(), 1U);
  const Paths listed = files.list("graphs");
  EXPECT_EQ(std::count(listed.begin(), listed.end(), "graphs/more.yaml"), 1);
  EXPECT_EQ(std::count(listed.begin(), listed.end(), "graphs/README.md"), 1);
}

TEST(MemoryFiles, writes_only_into_folders_that_exist) {
  MemoryFiles files(MemoryFiles::Contents{{"out/keep", ""}});
  EXPECT_NO_THROW(files.write("out/a.svg", "x"));
  EXPECT_NO_THROW(files.write("a.svg", "x"));
  EXPECT_THROW(files.write("no/a.svg", "x"), Failure);
}

TEST(RepositoryFiles, messages_hide_where_the_repository_lies) {
  try {
    RepositoryFiles().read("no/such.yaml");
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_STREQ(failure.what(), "no/such.yaml: cannot read: No such file or directory");
  }
}

}  // namespace
}  // namespace throughline
