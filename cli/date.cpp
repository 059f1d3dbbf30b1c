// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <istream>

#include "cli/command.hpp"
#include "time/wording.hpp"
#include "time/worlds.hpp"

namespace throughline::cli {
namespace {

constexpr Parameter parameters[] = {
    {"TEXT", "…", "EDTF values of any level; without any, each line of standard input is one", ""},
    {"--lang", "LANG", "language of the words: en or ko", "en"},
};

constexpr Column columns[] = {{"text", "Value"},    {"words", "Means"}, {"earliest", "Earliest"},
                              {"latest", "Latest"}, {"level", "Level"}, {"canonical", "Canonical", Shown::only_in_csv}};

Json day_json(const std::optional<std::string>& day) { return day ? Json(*day) : Json(); }
Json bounds_json(const BoundTexts& bounds) {
  return {{"earliest", day_json(bounds.earliest)}, {"latest", day_json(bounds.latest)}};
}

Json explained_json(const std::string& text, const Edtf& value, Language language) {
  const Extent extent = extent_of(value);
  const ExtentTexts days = print_extent(value);
  return {{"text", text},
          {"valid", true},
          {"level", level_of(text, value)},
          {"canonical", print_edtf(value)},
          {"earliest", day_json(days.start.earliest)},
          {"latest", day_json(days.end.latest)},
          {"start", bounds_json(days.start)},
          {"end", bounds_json(days.end)},
          {"uncertain", extent.uncertain},
          {"approximate", extent.approximate},
          {"ongoing", extent.ongoing},
          {"end_unknown", extent.end_unknown},
          {"words", words(value, language)}};
}

Row explained(const std::string& text, const Edtf& value, Language language) {
  const ExtentTexts days = print_extent(value);
  Row row;
  row.cells = {text,
               words(value, language),
               days.start.earliest.value_or("open"),
               days.end.latest.value_or("open"),
               std::to_string(level_of(text, value)),
               print_edtf(value)};
  row.data = [text, value, language] { return explained_json(text, value, language); };
  return row;
}

Row refused(const std::string& text, const EdtfError& error) {
  Row row;
  row.cells = {text, fmt::format("not EDTF: {}", error.message), "", "", "", ""};
  if (!error.hint.empty()) row.details.push_back(error.hint);
  row.data = [text, error] {
    return Json{{"text", text}, {"valid", false}, {"error", error.message}, {"offset", error.offset}};
  };
  return row;
}

std::vector<std::string> values_of(const Invocation& invocation) {
  const auto given = invocation.arguments.all("TEXT");
  std::vector<std::string> values(given.begin(), given.end());
  if (!values.empty()) return values;
  for (std::string line; std::getline(invocation.world.in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    values.push_back(line);
  }
  return values;
}

int run(const Invocation& invocation) {
  const std::string_view lang = invocation.arguments.text("--lang");
  if (lang != "en" && lang != "ko") throw UsageError(fmt::format("no words in the language `{}`; en or ko", lang));
  const Language language = lang == "ko" ? Language::korean : Language::english;
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = "no value was given",
              .notes = {},
              .noun = "value"};
  bool all_valid = true;
  for (const std::string& text : values_of(invocation)) {
    EdtfError error;
    const std::optional<Edtf> value = parse_edtf(text, error);
    all_valid = all_valid && value.has_value();
    table.rows.push_back(value ? explained(text, *value, language) : refused(text, error));
  }
  const int status = print_table(invocation, std::move(table));
  return all_valid ? status : data_errors;
}

}  // namespace

extern const Command date_command;
constinit const Command date_command{"date",
                                     "explain an EDTF date: valid or not, level, bounds, in words",
                                     "date 2018~ 2022/.. '[2018-04,2018-05]'",
                                     parameters,
                                     true,
                                     run,
                                     nullptr};

}  // namespace throughline::cli
