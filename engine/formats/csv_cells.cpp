// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_cells.hpp"

#include "base/text.hpp"
#include "model/index.hpp"
#include "time/edtf.hpp"

namespace throughline {

StringId CsvCells::text(const CsvScanner& scanner, const CsvField& field, std::size_t column, bool is_ascii) {
  const std::string_view raw = scanner.value(field, scratch_);
  if (!raw.empty() && static_cast<unsigned char>(raw.front()) <= ' ' && trim(raw).empty()) return StringId::empty;
  Above& above = above_[column];
  if (raw == above.raw) return above.text;
  const StringId id = is_ascii ? strings_.intern(raw) : normal(raw);
  const bool is_of_the_text = raw.data() != scratch_.data();
  above = is_of_the_text ? Above{raw, id} : Above{};
  return id;
}

StringId CsvCells::normal(std::string_view raw) {
  const StringId id = raw_.intern(raw);
  if (position(id) >= normal_.size()) {
    normal_.resize(position(id) + 1, StringId::empty);
    normal_[position(id)] = strings_.intern(to_nfc(raw));
  }
  return normal_[position(id)];
}

std::optional<StringId> CsvCells::date(StringId text, const std::optional<DateOrder>& order) {
  const std::size_t at = position(text);
  if (at >= is_date_.size()) {
    is_date_.resize(std::max(at + 1, strings_.size()), Known::no);
    edtf_.resize(is_date_.size(), StringId::empty);
  }
  if (is_date_[at] == Known::no) {
    const std::string_view written = strings_[text];
    EdtfError error;
    std::optional<std::string> edtf;
    if (parse_edtf(written, error)) {
      edtf = written;
    } else if (order) {
      edtf = edtf_of(written, *order);
    }
    is_date_[at] = edtf ? Known::date : Known::bad;
    if (edtf) edtf_[at] = strings_.intern(*edtf);
  }
  return is_date_[at] == Known::date ? std::optional(edtf_[at]) : std::nullopt;
}

}  // namespace throughline
