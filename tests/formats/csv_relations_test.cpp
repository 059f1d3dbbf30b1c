// SPDX-License-Identifier: Apache-2.0
// The fast way of reading relations against the general one, over random texts, windows and pieces of any size.
#include "formats/csv_relations.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "formats/csv_records.hpp"
#include "formats/csv_windows.hpp"

namespace throughline {
namespace {

CsvLayout layout() {
  CsvLayout layout;
  for (const auto& [header, is_property] : {std::pair("from", false), std::pair("type", false), std::pair("to", false),
                                            std::pair("when", false), std::pair("weight", true)})
    layout.columns.push_back({header, header, is_property});
  return layout;
}

std::string said(const Records& records, const Said& said) {
  return fmt::format("{}@{}+{} ", records.strings[said.text], said.at.offset, said.at.length);
}

// All that was read, in order.
std::string told(const Records& records, const RowFaults& faults, const CsvLayout& layout) {
  std::string text;
  for (const RelationRecord& relation : records.relations) {
    text += said(records, relation.from) + said(records, relation.type) + said(records, relation.to);
    for (std::size_t i = relation.fields.first; i < relation.fields.end(); ++i)
      text += fmt::format("{}:{}={}", static_cast<int>(records.fields[i].name), records.strings[records.fields[i].key],
                          said(records, records.fields[i].value));
    text += "\n";
  }
  Diagnostics diagnostics;
  faults.report(layout, diagnostics);
  for (const Diagnostic& each : diagnostics.list()) text += fmt::format("{} {}\n", each.where.offset, each.message);
  return text;
}

std::string read_generally(const std::string& text) {
  const CsvLayout table = layout();
  Records records;
  Diagnostics diagnostics;
  RecordTable reader(table, 0, 0, records, diagnostics);
  reader.read(text, 0, true);
  return told(records, reader.faults(), table);
}

std::string read_fast(const std::string& text, std::size_t window_bytes, std::size_t piece_bytes) {
  const CsvLayout table = layout();
  Records records;
  RelationTable reader(table, 0, 0, text.size(), records, piece_bytes);
  CsvWindows windows(std::make_unique<TextStream>(text), window_bytes);
  while (windows.next()) windows.let_go(reader.read(windows.text(), windows.offset(), windows.is_last()));
  return told(records, reader.faults(), table);
}

rc::Gen<std::string> table_text() {
  const auto cell = rc::gen::element<std::string>("a", "b", "\"b\"", "\"x\ny\"", "\"say \"\"a\"\"\"", "", " c ", "통일",
                                                  "\xE1\x84\x90\xE1\x85\xA9\xE1\x86\xBC", "\"Kim\" Il", "2018",
                                                  "2018-04-27", "12/03/2025", "\"open");
  const auto record = rc::gen::map(rc::gen::container<std::vector<std::string>>(cell),
                                   [](const auto& cells) { return fmt::format("{}", fmt::join(cells, ",")); });
  const auto ended = rc::gen::apply([](const std::string& line, const std::string& end) { return line + end; }, record,
                                    rc::gen::element<std::string>("\n", "\r\n", "\r"));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(ended),
                      [](const auto& lines) { return fmt::format("{}", fmt::join(lines, "")); });
}

RC_GTEST_PROP(RelationTable, reads_what_the_general_way_reads, ()) {
  const std::string text = *table_text();
  const auto window = *rc::gen::inRange<std::size_t>(1, 100);
  const auto piece = *rc::gen::inRange<std::size_t>(1, 100);
  RC_ASSERT(read_fast(text, window, piece) == read_generally(text));
}

TEST(RelationTable, a_record_over_many_pieces) {
  const std::string text = "a,t,b,2018,\"" + std::string(1000, '\n') + "\"\nc,t,d,2019,1\n";
  EXPECT_EQ(read_fast(text, 16, 8), read_generally(text));
}

TEST(RelationTable, stops_at_a_byte_that_is_no_text) {
  const CsvLayout table = layout();
  Records records;
  RelationTable reader(table, 0, 0, 0, records);
  const std::string text = "a,t,b,2018,1\na,t,\xE9,2018,1\nc,t,d,,\n";
  reader.read(text, 100, true);
  EXPECT_EQ(reader.bad_byte(), 117U);
  EXPECT_EQ(records.relations.size(), 1U);
}

TEST(CsvWindows, refuse_a_record_that_never_ends) {
  CsvWindows windows(std::make_unique<TextStream>(std::string(CsvWindows::most_bytes + 1, 'x')));
  while (windows.next()) windows.let_go(0);
  EXPECT_TRUE(windows.is_too_long());
}

}  // namespace
}  // namespace throughline
