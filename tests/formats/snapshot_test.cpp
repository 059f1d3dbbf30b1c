// SPDX-License-Identifier: Apache-2.0
// A snapshot opens as the model it was made of; one that chance or malice has changed is refused, or opens as another
// model that holds together.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cstring>

#include "formats/format.hpp"
#include "formats/load.hpp"
#include "formats/snapshot.hpp"
#include "graph/graph.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

constexpr std::string_view people = R"(graph: {title: Quay, tolerance: 2 years}
kinds: {ship: {plural: ships}}
relation_types:
  berths_at: {label: berths at, from: [ship], to: [actor]}
sources:
  log: {title: Harbour log, published: 2020-05}
actors:
  quay: {name: 부두, aliases: [The Quay], when: "1999~/..", source: log, quote: "부두는"}
  mole: {name: Mole, relations: [{part_of: quay, when: 2001, role: 방파제, source: log, properties: {length: 40 m}}]}
events:
  opening: {name: Opening, when: {after: tern, within: 3 weeks}}
  closing: {name: Closing, when: {after: mole}}
ships:
  tern: {name: Tern, when: 2005-06-01, relations: [{berths_at: quay, status: denied, source: log}]}
views:
  all: {title: All of it, nodes: [quay, tern]}
questions:
  who: {ask: links, from: actor}
)";
constexpr std::string_view more = R"(actors:
  gull: {name: Gull, when: ["2001", "2002"], relations: [{part_of: quay, when: 2003}]}
)";

Model loaded(const std::vector<std::string>& paths, const Files& files, Diagnostics& diagnostics) {
  return load(paths, files, {}, diagnostics);
}

std::string written(const Model& model, std::string_view format) {
  Output output("out.tlx");
  Losses losses;
  find_format(format)->write(model, output, losses);
  return output.text();
}

const MemoryFiles& yaml_files() {
  static const MemoryFiles files({{"people.yaml", std::string(people)}, {"more.yaml", std::string(more)}});
  return files;
}

Model yaml_model(const std::vector<std::string>& paths = {"people.yaml", "more.yaml"}) {
  Diagnostics diagnostics;
  Model model = loaded(paths, yaml_files(), diagnostics);
  for (const Diagnostic& each : diagnostics.list()) EXPECT_NE(each.severity(), Severity::error) << each.message;
  return model;
}

std::optional<Model> opened(std::string bytes, Diagnostics& diagnostics) {
  return snapshot::open("out.tlx", owned(std::move(bytes)), diagnostics);
}

std::vector<std::string_view> ids_of(const Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (const Diagnostic& each : diagnostics.list()) ids.push_back(row_of(each.code).id);
  return ids;
}

TEST(Snapshot, opens_as_the_model_it_was_made_of) {
  const Model model = yaml_model();
  Diagnostics diagnostics;
  const std::optional<Model> again = opened(written(model, "tlx"), diagnostics);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(written(*again, "jsonl"), written(model, "jsonl"));
  EXPECT_EQ(written(*again, "json"), written(model, "json"));
  EXPECT_EQ(again->reading, model.reading);
  ASSERT_EQ(again->remarks.size(), 1U);  // `mole` has no date
  EXPECT_EQ(again->remarks[0].message, model.remarks.at(0).message);
  EXPECT_EQ(written(*again, "tlx"), written(model, "tlx"));
}

TEST(Snapshot, is_the_same_whatever_the_order_of_files) {
  EXPECT_EQ(written(yaml_model({"people.yaml", "more.yaml"}), "tlx"),
            written(yaml_model({"more.yaml", "people.yaml"}), "tlx"));
}

TEST(Snapshot, places_are_those_of_the_files) {
  const Model model = yaml_model();
  Diagnostics diagnostics;
  const std::optional<Model> again = opened(written(model, "tlx"), diagnostics);
  ASSERT_TRUE(again.has_value());
  ASSERT_EQ(again->relations.size(), model.relations.size());
  const auto place = [](const Model& from, Location at) {
    const Position position = from.inputs.position(at);
    return fmt::format("{}:{}:{}", from.inputs.name(at), position.line, position.column);
  };
  for (std::size_t i = 0; i < model.relations.size(); ++i)
    EXPECT_EQ(place(*again, again->relations[i].at), place(model, model.relations[i].at));
  for (std::size_t i = 0; i < model.nodes.size(); ++i)
    for (std::size_t k = 0; k < model.nodes[i].citations.count; ++k)
      EXPECT_EQ(place(*again, again->citations_of(again->nodes[i].citations)[k].at),
                place(model, model.citations_of(model.nodes[i].citations)[k].at));
}

TEST(Snapshot, each_byte_that_is_changed_is_found) {
  const std::string whole = written(yaml_model(), "tlx");
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    Diagnostics diagnostics;
    ASSERT_FALSE(opened(std::move(changed), diagnostics).has_value()) << "byte " << i;
    ASSERT_EQ(diagnostics.errors(), 1U);
  }
}

TEST(Snapshot, one_that_is_cut_off_anywhere_is_refused) {
  const std::string whole = written(yaml_model(), "tlx");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    Diagnostics diagnostics;
    ASSERT_FALSE(opened(whole.substr(0, size), diagnostics).has_value()) << size << " bytes";
    ASSERT_EQ(ids_of(diagnostics), std::vector<std::string_view>{"TL170"});
  }
}

// A checksum that was made to fit again: whatever opens must hold together, here and in the graph.
TEST(Snapshot, a_forged_one_is_refused_or_holds_together) {
  const std::string whole = written(yaml_model(), "tlx");
  constexpr std::array<unsigned char, 4> values = {0xFF, 0x00, 0x7F, 0x01};
  for (std::size_t i = sizeof(snapshot::Header); i < whole.size(); i += 3) {
    std::string forged = whole;
    forged[i] = static_cast<char>(values[i % values.size()]);
    snapshot::Header header;
    std::memcpy(&header, forged.data(), sizeof header);
    header.checksum = snapshot::checksum_of(header, std::string_view(forged).substr(sizeof header));
    std::memcpy(forged.data(), &header, sizeof header);
    Diagnostics diagnostics;
    const std::optional<Model> model = opened(std::move(forged), diagnostics);
    if (!model) continue;
    const Graph graph(*model);
    for (const Relation& relation : model->relations)
      if (relation.at.is_known()) model->inputs.position(relation.at);
    written(*model, "jsonl");
  }
}

TEST(Snapshot, another_version_or_order_of_bytes_is_told_from_damage) {
  const std::string whole = written(yaml_model(), "tlx");
  const auto refusal_with = [&](auto change) {
    std::string other = whole;
    snapshot::Header header;
    std::memcpy(&header, other.data(), sizeof header);
    change(header);
    header.checksum = snapshot::checksum_of(header, std::string_view(other).substr(sizeof header));
    std::memcpy(other.data(), &header, sizeof header);
    Diagnostics diagnostics;
    EXPECT_FALSE(opened(std::move(other), diagnostics).has_value());
    return ids_of(diagnostics).front();
  };
  EXPECT_EQ(refusal_with([](auto& header) { ++header.version; }), "TL171");
  EXPECT_EQ(refusal_with([](auto& header) { ++header.layout; }), "TL171");
  EXPECT_EQ(refusal_with([](auto& header) { header.byte_order = 0x04030201; }), "TL171");
  EXPECT_EQ(refusal_with([](auto& header) { ++header.size; }), "TL170");
}

TEST(Snapshot, is_opened_alone) {
  MemoryFiles files({{"a.tlx", written(yaml_model(), "tlx")}, {"more.yaml", std::string(more)}});
  Diagnostics alone;
  EXPECT_EQ(loaded({"a.tlx"}, files, alone).nodes.size(), 6U);
  EXPECT_FALSE(alone.has_errors());
  Diagnostics together;
  loaded({"a.tlx", "more.yaml"}, files, together);
  EXPECT_EQ(ids_of(together), std::vector<std::string_view>{"TL172"});
}

// Texts of a snapshot are looked up by intern() only when somebody asks.
TEST(Snapshot, texts_are_interned_once) {
  Diagnostics diagnostics;
  std::optional<Model> model = opened(written(yaml_model(), "tlx"), diagnostics);
  ASSERT_TRUE(model.has_value());
  EXPECT_EQ(model->strings.intern("quay"), model->nodes[static_cast<std::size_t>(model->find_node("quay"))].id);
  const std::size_t size = model->strings.size();
  EXPECT_EQ(static_cast<std::size_t>(model->strings.intern("never said before")), size);
}

}  // namespace
}  // namespace throughline
