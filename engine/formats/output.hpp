// SPDX-License-Identifier: Apache-2.0
// Where a writer writes: the file that was named and, for formats that are several files, others beside it. Nothing is
// on disk before all of it is written.
//
//   output.main() << …;  output.beside("relations") << …;      // graph.csv and graph-relations.csv
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include "base/files.hpp"

namespace throughline {

class Output {
 public:
  // `path` as the user gave it; "-" for standard output.
  explicit Output(std::string path) : path_(std::move(path)) {}

  std::ostream& main() { return main_; }
  // A name with an extension ("tables.yaml") keeps it, others get that of the main file.
  std::ostream& beside(std::string_view name) { return others_[std::string(name)]; }
  std::string path_beside(std::string_view name) const;

  // A file that `file` names by a path of its own ("sources/plan.md" in "graphs/plan.yaml"), as the output names it.
  std::string from_here(std::string_view file, std::string_view path) const;

  const std::string& path() const { return path_; }
  std::string text() const { return main_.str(); }
  // By path, whole texts.
  std::map<std::string, std::string> others() const;

 private:
  std::string path_;
  std::ostringstream main_;
  std::map<std::string, std::ostringstream> others_;  // by name
};

}  // namespace throughline
