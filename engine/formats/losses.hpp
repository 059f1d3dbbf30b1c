// SPDX-License-Identifier: Apache-2.0
// What a format could not carry, counted by field, so that nothing is lost in silence. Writers add to it; `convert`
// prints it, and refuses to write with --strict.
//
//   losses.add("aliases of nodes", node.aliases.count);
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace throughline {

class Losses {
 public:
  // `what` names the field in the plural, and whose it is. Nothing is added when the count is 0.
  void add(std::string_view what, std::size_t count = 1) {
    if (count > 0) counts_[std::string(what)] += count;
  }

  bool empty() const { return counts_.empty(); }
  const std::map<std::string, std::size_t>& counts() const { return counts_; }  // by field

 private:
  std::map<std::string, std::size_t> counts_;
};

}  // namespace throughline
