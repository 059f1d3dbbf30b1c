// SPDX-License-Identifier: Apache-2.0
// A graph made up in memory for benchmarks, the same for the same numbers: actors, events and initiatives with an
// English name, a Korean name and an alias, relations of types that fit their ends, dated over two decades, each with a
// quote of its own from one of a hundred sources. Few nodes have many relations, as in graphs that people write.
//
//   const Model model = generated_model({.nodes = 100'000, .relations = 1'000'000});
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "model/model.hpp"

namespace throughline {

struct GeneratedGraph {
  std::size_t nodes = 100'000;
  std::size_t relations = 1'000'000;
  std::uint64_t seed = 20140101;
};

class GraphGenerator {
 public:
  explicit GraphGenerator(GeneratedGraph wanted) : wanted_(wanted), random_(wanted.seed) {}

  Model model() {
    add_input();
    add_sources();
    add_dates();
    for (std::size_t i = 0; i < wanted_.nodes; ++i) add_node(i);
    add_relations();
    return std::move(model_);
  }

 private:
  static constexpr std::size_t source_count = 100;
  static constexpr std::array sections = {"actor", "actor", "actor", "event", "initiative"};
  static constexpr std::array english = {"harbour",  "border",   "peace",       "railway",  "health",   "trade",
                                         "maritime", "regional", "council",     "joint",    "family",   "exchange",
                                         "energy",   "security", "unification", "science",  "culture",  "forest",
                                         "nuclear",  "youth",    "water",       "northern", "eastern",  "islands",
                                         "dialogue", "relief",   "economic",    "zone",     "ministry", "office"};
  static constexpr std::array korean = {"통일", "평화", "교류", "협력", "남북", "경제", "위원회",
                                        "재단", "철도", "보건", "산림", "해양", "지역", "공동",
                                        "사업", "추진", "장관", "회담", "선언", "특구"};

  std::size_t any(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

  // Inverse of the distribution function of Zipf's law with exponent 1, continuous: rank = n^u.
  std::size_t few_often(std::size_t count) {
    const double u = std::uniform_real_distribution<double>(0, 1)(random_);
    return std::min(count - 1, static_cast<std::size_t>(std::pow(static_cast<double>(count), u)) - 1);
  }

  // Words of the language, and among them rarer ones, as texts have.
  std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += i == 0 ? "" : " ";
      if (any(4) == 0) {
        text += fmt::format("{}{}", english[any(english.size())], rare_ending(few_often(20'000)));
      } else {
        text += any(8) == 0 ? korean[any(korean.size())] : english[few_often(english.size())];
      }
    }
    return text;
  }

  static std::string rare_ending(std::size_t number) {
    std::string ending;
    for (; number > 0; number /= 20) ending += "bcdfghjklmnprstvwxyz"[number % 20];
    return ending;
  }

  static std::string rare_syllables(std::size_t number) {
    std::string text;
    for (std::size_t rest = number; rest > 0; rest /= korean.size()) text += korean[rest % korean.size()];
    return text;
  }

  StringId text(const std::string& text) { return model_.strings.intern(text); }

  // A line for each relation, so that places have line numbers.
  void add_input() { model_.inputs.add("generated.yaml", std::string(wanted_.relations, '\n')); }

  void add_sources() {
    for (std::size_t i = 0; i < source_count; ++i) {
      Source source{};
      source.id = text(fmt::format("source-{:03}", i));
      source.title = text(fmt::format("Report {} on {}", i, words(3)));
      model_.sources.push_back(source);
    }
  }

  void add_dates() {
    for (std::size_t i = 0; i < 7'000; ++i) {
      const std::string day = fmt::format("{}-{:02}-{:02}", 2004 + i / 350, 1 + i % 12, 1 + i % 28);
      const std::string written = i % 5 == 0 ? fmt::format("{}/{}", day, 2025) : i % 11 == 0 ? day.substr(0, 4) : day;
      EdtfError error;
      WrittenDate date;
      date.text = date.edtf = text(written);
      date.value = parse_edtf(written, error).value();
      date.extent = extent_of(date.value);
      model_.dates.push_back(std::move(date));
    }
  }

  DateIndex any_date() { return DateIndex{static_cast<std::uint32_t>(any(model_.dates.size()))}; }

  Slice add_citation(std::size_t number) {
    Citation citation{.source = SourceIndex{static_cast<std::uint32_t>(any(source_count))},
                      .at = Inputs::location(0, number, 1)};
    citation.quote = text(fmt::format("{} {} {}", words(5 + any(6)), number, words(2)));
    model_.citations.push_back(citation);
    return {static_cast<std::uint32_t>(model_.citations.size()) - 1, 1};
  }

  void add_node(std::size_t number) {
    Node node{};
    node.id = text(fmt::format("n{:07}", number));
    node.name = text(fmt::format("{} {}", words(2), number));
    node.kind = model_.vocabulary.find_kind(sections[number % sections.size()]);
    node.when = any_date();
    node.names = {static_cast<std::uint32_t>(model_.names.size()), 1};
    model_.names.push_back(
        {text("ko"), text(fmt::format("{} {}", rare_syllables(number + korean.size()), korean[any(korean.size())]))});
    node.aliases = {static_cast<std::uint32_t>(model_.aliases.size()), 1};
    model_.aliases.push_back(text(fmt::format("{}{}", english[any(english.size())], rare_ending(number + 20))));
    node.claims = {static_cast<std::uint32_t>(model_.claims.size()), 1};
    Claim claim{};
    claim.about = Claim::About::when;
    claim.date = node.when;
    model_.claims.push_back(claim);
    model_.nodes.push_back(node);
  }

  RelationTypeIndex fitting_type(NodeIndex from, NodeIndex to) {
    const auto& types = model_.vocabulary.relation_types();
    for (std::size_t tries = 0; tries < 20; ++tries) {
      const std::size_t i = any(types.size());
      if (accepts(types[i].from, model_.kind_of(model_[from]).name) &&
          accepts(types[i].to, model_.kind_of(model_[to]).name))
        return RelationTypeIndex{static_cast<std::uint16_t>(i)};
    }
    return model_.vocabulary.find_relation_type("related_to");
  }

  // In the order that the model promises.
  void add_relations() {
    struct Drawn {
      NodeIndex from;
      NodeIndex to;
      RelationTypeIndex type;
    };
    const auto drawn_node = [this] { return NodeIndex{static_cast<std::uint32_t>(few_often(wanted_.nodes))}; };
    std::vector<Drawn> drawn;
    for (std::size_t i = 0; i < wanted_.relations; ++i) {
      const NodeIndex from = drawn_node();
      const NodeIndex to = drawn_node();
      drawn.push_back({from, to, fitting_type(from, to)});
    }
    const auto key = [](const Drawn& each) { return std::tuple(each.from, each.type, each.to); };
    std::sort(drawn.begin(), drawn.end(), [&](const Drawn& a, const Drawn& b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      Relation relation{.from = drawn[i].from,
                        .to = drawn[i].to,
                        .type = drawn[i].type,
                        .citations = {},
                        .at = Inputs::location(0, i, 1)};
      relation.when = any(10) == 0 ? none<DateIndex> : any_date();
      relation.citations = add_citation(i);
      model_.relations.push_back(relation);
    }
  }

  GeneratedGraph wanted_;
  std::mt19937_64 random_;
  Model model_;
};

inline Model generated_model(GeneratedGraph wanted) { return GraphGenerator(wanted).model(); }

}  // namespace throughline
