// SPDX-License-Identifier: Apache-2.0
#include "query/evidence.hpp"
#include "query/shown_node.hpp"

namespace throughline {
namespace {

class Telling {
 public:
  explicit Telling(const ShownNode& record)
      : record_(record), model_(record.model()), node_(record.node()), standings_(record.standings()) {}

  Json json() const {
    Json data = node_reference(model_, record_.index);
    data["type"] = text_json(text(node_.type));
    data["names"] = Json::object();
    for (const LocalName& name : model_.names_of(node_))
      data["names"][std::string(text(name.language))] = text(name.text);
    data["aliases"] = Json::array();
    for (const StringId alias : model_.aliases_of(node_)) data["aliases"].push_back(text(alias));
    data["when"] = date_json(model_, node_.when);
    data["status"] = node_.status == Status::none ? Json() : Json(name(node_.status));
    data["place"] = text_json(text(node_.place));
    data["note"] = text_json(text(node_.note));
    data["url"] = text_json(text(node_.url));
    data["properties"] = Json::object();
    for (const Property& property : model_.properties_of(node_))
      data["properties"][std::string(text(property.key))] = text(property.value);
    data["evidence"] = evidence_json(model_, node_.citations);
    data["claims"] = claims_json();
    add_standing(data, standings_, standings_.of(record_.index), {&node_.when, 1});
    if (standings_.standpoint().asks_when()) data["status_then"] = status_then_json();
    data["relations"] = Json::array();
    for (const Step& step : record_.steps)
      if (record_.question->is_answer(standings_.of(step.relation)))
        data["relations"].push_back(step_json(model_, record_.index, step, standings_));
    data["differing"] = differing_json();
    data["sources"] = Json::array();
    for (const Carrier& carrier : record_.carriers())
      data["sources"].push_back({{"source", text(model_[carrier.source].id)},
                                 {"title", text(model_[carrier.source].title)},
                                 {"claims", carrier.claims}});
    return data;
  }

 private:
  std::string_view text(StringId id) const { return model_.text(id); }

  Json differing_json() const {
    Json list = Json::array();
    for (const auto& group : record_.differing_claims) {
      Json claims = Json::array();
      for (const Claim* claim : group) claims.push_back(claim_json(*claim));
      list.push_back({{"about", group.front()->about == Claim::About::when ? "when" : "status"}, {"claims", claims}});
    }
    for (const auto& group : record_.differing_relations) {
      Json relations = Json::array();
      for (const Step& step : group)
        if (record_.question->is_answer(standings_.of(step.relation)))
          relations.push_back(step_json(model_, record_.index, step, standings_));
      list.push_back({{"about", "relation"}, {"relations", relations}});
    }
    return list;
  }

  Json status_then_json() const {
    Json list = Json::array();
    for (const StatusOn& then : standings_.statuses_of(node_)) {
      list.push_back({{"status", name(then.status)}});
      add_standing(list.back(), standings_, {held_of(then.verdict), false, then.by_tolerance},
                   {&model_.claims[then.claim].date, 1});
    }
    return list;
  }

  Json claims_json() const {
    Json list = Json::array();
    for (const Claim& claim : model_.claims_of(node_)) list.push_back(claim_json(claim));
    return list;
  }

  Json claim_json(const Claim& claim) const {
    const bool is_date = claim.about == Claim::About::when;
    Json data = {{"about", is_date ? "when" : "status"},
                 {"status", is_date ? Json() : Json(name(claim.status))},
                 {"when", date_json(model_, claim.date)},
                 {"evidence", evidence_json(model_, claim.citations)}};
    if (is_date) add_standing(data, standings_, standings_.of(claim), {&claim.date, 1});
    return data;
  }

  const ShownNode& record_;
  const Model& model_;
  const Node& node_;
  const Standings& standings_;
};

}  // namespace

Json json_of(const ShownNode& record) { return Telling(record).json(); }

}  // namespace throughline
