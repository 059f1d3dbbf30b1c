// SPDX-License-Identifier: Apache-2.0
// Every tests/cases/**/*.case is a test of its own: `ctest -R links_direct`, `--gtest_filter=links.*`.
// THROUGHLINE_UPDATE_GOLDEN=1 writes what came out into the case files; the change is then read like code.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "support/case_file.hpp"

namespace throughline {
namespace {

constexpr std::string_view cases_folder = "tests/cases/";

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool is_updating() { return is_set("THROUGHLINE_UPDATE_GOLDEN"); }

Case read_case(const std::string& path) { return parse_case(path, RepositoryFiles().read(path)); }

class CaseTest : public testing::Test {
 public:
  explicit CaseTest(std::string path) : path_(std::move(path)) {}

  void TestBody() override {
    const Case wanted = read_case(path_);
    const Outcome got = run_program(wanted.arguments, wanted.surroundings, wanted.files);
    if (is_updating()) DiskFiles().write(repository_root() + path_, rewritten(wanted, got));
    for (const std::string& fault : faults(is_updating() ? read_case(path_) : wanted, got)) {
      ADD_FAILURE_AT(path_.c_str(), 1) << fault;
    }
  }

 private:
  std::string path_;
};

// "tests/cases/links/at/x.case" → {"links_at", "x"}
std::pair<std::string, std::string> names_of(const std::string& path) {
  const std::string stem =
      path.substr(cases_folder.size(), path.size() - cases_folder.size() - std::string(".case").size());
  std::string suite(folder_of(stem));
  std::replace(suite.begin(), suite.end(), '/', '_');
  const std::size_t slash = stem.rfind('/');
  return {suite.empty() ? "cases" : suite, stem.substr(slash == std::string::npos ? 0 : slash + 1)};
}

void register_case(const std::string& path) {
  const auto [suite, name] = names_of(path);
  testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                        [path]() -> CaseTest* { return new CaseTest(path); });
}

void register_cases() {
  for (const std::string& path : RepositoryFiles().list("tests/cases")) {
    if (path.ends_with(".case")) register_case(path);
  }
}

}  // namespace
}  // namespace throughline

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (throughline::is_updating() && throughline::is_set("CI")) {
    std::cerr << "THROUGHLINE_UPDATE_GOLDEN is set where CI is: expectations are not rewritten there\n";
    return 2;
  }
  throughline::register_cases();
  return RUN_ALL_TESTS();
}
