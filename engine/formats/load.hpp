// SPDX-License-Identifier: Apache-2.0
// Files and folders → one Model: finds the files, detects their formats, reads, resolves. All problems of all files are
// reported.
#pragma once

#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "model/model.hpp"

namespace throughline {

// Each path is a file, a folder (all files of our own dialect in it, at any depth), or "-" for `stdin_text`, whose
// format is told by what it holds: YAML when nothing else recognises it. Throws Failure when a path does not exist,
// can't be read, or is of no known format.
Model load(std::span<const std::string> paths, const Files& files, std::string stdin_text, Diagnostics& diagnostics);

}  // namespace throughline
