// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "check/rule.hpp"

namespace throughline {
namespace {

void check_text(const Model& model, const Source& source, const StoredText& text, Diagnostics& diagnostics) {
  const std::string_view id = model.text(source.id);
  if (!text.problem.empty()) {
    diagnostics.report(Code::text_unreadable, source.text_at,
                       fmt::format("the stored text of `{}` cannot be read: {}", id, text.problem));
    return;
  }
  const std::string pinned = fold_for_search(model.text(source.sha256));
  if (source.sha256 == StringId::empty || pinned == text.sha256) return;
  if (text.path.empty()) {
    diagnostics.report(Code::missing_field, source.sha256_at,
                       fmt::format("source `{}` has a `sha256` but no `text`", id));
    return;
  }
  diagnostics
      .report(Code::text_changed, source.sha256_at, fmt::format("{} is not the text that was pinned here", text.path))
      .hint(fmt::format("its SHA-256 is now {}", text.sha256));
}

std::size_t run(CheckInput& input, Diagnostics& diagnostics) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < input.texts.size(); ++i) {
    check_text(input.model, input.model.sources[i], input.texts[i], diagnostics);
    count += input.texts[i].path.empty() ? 0 : 1;
  }
  return count;
}

}  // namespace

extern const Rule texts_rule;
constinit const Rule texts_rule{"texts", "stored texts can be read and are the ones that were pinned", "stored text",
                                run};

}  // namespace throughline
