// SPDX-License-Identifier: Apache-2.0
#include "formats/output.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace throughline {

std::string Output::from_here(std::string_view file, std::string_view path) const {
  if (path_ == "-") return std::string(path);
  const auto absolute = [](const std::filesystem::path& place) {
    return std::filesystem::absolute(place).lexically_normal();
  };
  const std::filesystem::path folder = absolute(std::filesystem::path(path_)).parent_path();
  return absolute(throughline::beside(file, path)).lexically_relative(folder).generic_string();
}

std::string Output::path_beside(std::string_view name) const {
  const std::string extension = extension_of(path_);
  const std::string_view stem = std::string_view(path_).substr(0, path_.size() - extension.size());
  return fmt::format("{}-{}{}", stem, name, extension_of(name).empty() ? extension : "");
}

std::map<std::string, std::string> Output::others() const {
  std::map<std::string, std::string> texts;
  for (const auto& [name, text] : others_) texts[path_beside(name)] = text.str();
  return texts;
}

}  // namespace throughline
