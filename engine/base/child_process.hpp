// SPDX-License-Identifier: Apache-2.0
// Work done in a forked child, with limits. Graphviz keeps global state, can corrupt its heap and can run for hours: in
// a child each figure starts fresh, repeats byte for byte, and a crash costs one figure, not the program.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace throughline {

struct ChildLimits {
  unsigned cpu_seconds = 20;
  unsigned wall_seconds = 60;
  std::size_t memory_megabytes = 4096;  // of address space; not held under a sanitizer, which needs terabytes of it
};

struct ChildResult {
  bool finished = false;
  std::string output;  // what `work` returned
  std::string reason;  // when not finished: "it took longer than 20 s", "it was ended by signal 11" …
};

// `work` sees the parent's memory as it was; nothing it changes survives but what it returns, and what it prints to
// stderr is lost (Graphviz grumbles there past its own error handler). Throws Failure when no process can be made. An
// exception in `work` counts as not finished, its text as the reason.
ChildResult run_in_child(const std::function<std::string()>& work, const ChildLimits& limits);

// Each in a child of its own, all at once; results in the order of the works.
std::vector<ChildResult> run_in_children(std::span<const std::function<std::string()>> works,
                                         const ChildLimits& limits);

// Several texts as one, for the way through the pipe, and back.
std::string pack(const std::vector<std::string>& texts);
std::vector<std::string> unpack(const std::string& packed);

}  // namespace throughline
