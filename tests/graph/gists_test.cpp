// SPDX-License-Identifier: Apache-2.0
// What a gist says of a relation must be what the model says of it, however many types the model has.
#include "graph/gists.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>

namespace throughline {
namespace {

DateIndex any_date(std::mt19937& random, std::size_t dates) {
  return random() % 3 == 0 ? none<DateIndex> : DateIndex{static_cast<std::uint32_t>(random() % dates)};
}

// Relations of any of its types, dated or not, those of the built-in type `launches` by the event they start at.
std::unique_ptr<Model> model_with(std::size_t more_types, std::mt19937& random) {
  auto model = std::make_unique<Model>();
  for (std::size_t i = 0; i < more_types; ++i) {
    RelationType type;
    type.name = fmt::format("type_{}", i);
    if (i % 5 == 0) type.dated_by = DatedBy::to;
    model->vocabulary.define(type);
  }
  model->dates.resize(40);
  model->nodes.resize(30);
  for (std::size_t i = 0; i < model->nodes.size(); ++i)
    model->nodes[i].kind = model->vocabulary.find_kind(i % 2 == 0 ? "event" : "actor");
  const auto types = model->vocabulary.relation_types().size();
  const auto node = [&] { return NodeIndex{static_cast<std::uint32_t>(random() % model->nodes.size())}; };
  for (std::size_t i = 0; i < 2 * types; ++i)
    model->relations.push_back({.from = node(),
                                .to = node(),
                                .type = RelationTypeIndex{static_cast<std::uint16_t>(i % types)},
                                .when = any_date(random, model->dates.size())});
  return model;
}

TEST(Gists, say_what_the_model_says_however_many_types_it_has) {
  std::mt19937 random(5);
  std::size_t by_events = 0;
  for (const std::size_t more_types : {0, 150, 250, 255, 256, 300, 2'000}) {
    const auto owner = model_with(more_types, random);
    const Model& model = *owner;
    const GistParts parts(model);
    const std::vector<Gist> gists = gists_of(model);
    for (std::size_t i = 0; i < gists.size(); ++i) {
      const Relation& relation = model.relations[i];
      ASSERT_NE(gists[i], no_gist) << more_types;
      ASSERT_EQ(parts.type_of(gists[i]), relation.type);
      ASSERT_EQ(date_of(model, parts.dated_by(gists[i])), relation.when);
      const NodeIndex event = event_of(model, parts.dated_by(gists[i]));
      ASSERT_EQ(event == none<NodeIndex> ? nullptr : &model[event], model.event_that_dates(relation));
      by_events += event == none<NodeIndex> ? 0 : 1;
    }
  }
  EXPECT_GT(by_events, 200U);
}

TEST(Gists, have_no_room_for_more_dates_than_their_bits) {
  std::mt19937 random(6);
  const GistParts parts(*model_with(300, random));  // nine bits for types
  constexpr std::size_t room = std::size_t{1} << 23;
  const RelationTypeIndex type{299};
  EXPECT_EQ(position(parts.dated_by(parts.gist(type, room - 1))), room - 1);
  EXPECT_EQ(parts.type_of(parts.gist(type, room - 1)), type);
  EXPECT_EQ(parts.gist(type, room), no_gist);
}

TEST(Gists, are_of_what_is_stated_plainly) {
  std::mt19937 random(7);
  const auto model = model_with(0, random);
  model->relations.own(0).assertion = Assertion::disproven;
  model->relations.own(1).confidence = Confidence::inferred;
  const std::vector<Gist> gists = gists_of(*model);
  EXPECT_EQ(gists[0], no_gist);
  EXPECT_EQ(gists[1], no_gist);
  EXPECT_NE(gists[2], no_gist);
}

}  // namespace
}  // namespace throughline
