// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "formats/format.hpp"
#include "formats/ftm_reader.hpp"
#include "formats/ftm_writer.hpp"

namespace throughline {
namespace {

bool is_ftm(std::string_view text) {
  const std::optional<std::string_view> first = FtmPieces(text).next();
  return first && first->starts_with('{') && first->find("\"schema\"") != std::string_view::npos &&
         first->find("\"properties\"") != std::string_view::npos;
}

void read_ftm(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records, Diagnostics& diagnostics) {
  ForeignRecords foreign(records, diagnostics);
  FtmReader reader(records, foreign, diagnostics);
  for (const std::uint16_t input : which) reader.read_rows(inputs, input);
  for (const std::uint16_t input : which) reader.read(inputs, input);
  reader.finish();
}

}  // namespace

extern const Format ftm_format;
constinit const Format ftm_format{
    .name = "ftm",
    .extensions = ".ftm .jsonl .ndjson .json",
    .summary = "entities of FollowTheMoney: lines or a list, with `schema` and `properties`",
    .recognises = is_ftm,
    .read = read_ftm,
    .write = write_ftm};

}  // namespace throughline
