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

// How tables of separated values are laid out that are not named by a graph: each is YAML in the words of `tables`
// (graphs/README.md): the names of the columns in order ("source relation target date"), the settings of one table, or
// of several by their file.
using TableMappings = std::span<const std::string>;

// Each path is a file, a folder (all files of our own dialect in it, at any depth), or "-" for `stdin_text`, whose
// format is told by what it holds: YAML when nothing else recognises it. Throws Failure when a path does not exist,
// can't be read, or is of no known format. With tables among them the files are asked again for what a message shows:
// `files` must live as long as the model.
Model load(std::span<const std::string> paths, const Files& files, std::string stdin_text, Diagnostics& diagnostics,
           TableMappings tables = {}, Progress* progress = nullptr);

}  // namespace throughline
