// SPDX-License-Identifier: Apache-2.0
#include "check/stored_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"

namespace throughline {
namespace {

void fill(StoredText& stored, const std::string& content, bool is_pinned) {
  if (is_pinned) stored.sha256 = sha256_of(content);
  if (const auto bad = find_invalid_utf8(content)) {
    const auto line = 1 + std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
    stored.problem = fmt::format("{}: line {} holds byte 0x{:02X}, which is not UTF-8", stored.path, line,
                                 static_cast<unsigned char>(content[*bad]));
    return;
  }
  stored.text.emplace(content);
}

StoredText read_stored_text(const Model& model, const Source& source, const Files& files) {
  StoredText stored;
  if (source.text_path == StringId::empty) return stored;
  stored.path = beside(model.inputs.name(source.text_at), model.text(source.text_path));
  switch (files.kind(stored.path)) {
    case PathKind::missing: stored.problem = stored.path + ": no such file"; return stored;
    case PathKind::folder: stored.problem = stored.path + ": is a folder"; return stored;
    default: break;
  }
  try {
    fill(stored, files.read(stored.path), source.sha256 != StringId::empty);
  } catch (const Failure& failure) {  // one unreadable text must not hide what is wrong elsewhere
    stored.problem = failure.what();
  }
  return stored;
}

}  // namespace

std::vector<StoredText> read_stored_texts(const Model& model, const Files& files) {
  std::vector<StoredText> texts;
  for (const Source& source : model.sources) texts.push_back(read_stored_text(model, source, files));
  return texts;
}

}  // namespace throughline
