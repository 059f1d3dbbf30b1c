// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "model/resolver.hpp"

namespace throughline {
namespace {

// A mapping has no order of its own.
template <typename Entry, typename Key>
void sort_by_key(std::vector<Entry>& entries, Slice slice, Key key) {
  std::sort(entries.begin() + slice.first, entries.begin() + static_cast<std::ptrdiff_t>(slice.end()),
            [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
}

}  // namespace

void Resolver::add_sources() {
  for (const SourceRecord* record : in_order_of_ids(records_.sources, "source")) add_source(*record);
}

void Resolver::add_source(const SourceRecord& record) {
  Source source{.id = record.id.text,
                .title = StringId::empty,
                .publisher = StringId::empty,
                .at = record.id.at,
                .text_at = {},
                .sha256_at = {}};
  for (std::size_t i = record.fields.first; i < record.fields.end(); ++i) {
    const auto& [name, key, value] = records_.fields[i];
    if (name == FieldName::title) source.title = value.text;
    if (name == FieldName::publisher) source.publisher = value.text;
    if (name == FieldName::published) source.published = date_of(value);
    if (name == FieldName::url) source.url = value.text;
    if (name == FieldName::language) source.language = value.text;
    if (name == FieldName::note) source.note = value.text;
    if (name == FieldName::text) source.text_path = value.text, source.text_at = value.at;
    if (name == FieldName::sha256) source.sha256 = value.text, source.sha256_at = value.at;
  }
  if (source.title == StringId::empty) {
    diagnostics_.report(Code::missing_field, record.id.at,
                        fmt::format("source `{}` has no `title`", text(record.id.text)));
    source.title = source.id;
  }
  source_by_id_[position(source.id)] = SourceIndex{static_cast<std::uint32_t>(model_.sources.size())};
  model_.sources.push_back(source);
}

void Resolver::resolve_publishers() {
  for (Source& source : model_.sources) source.publisher_node = node_by_id_[position(source.publisher)];
}

void Resolver::add_nodes() {
  for (const NodeRecord* record : in_order_of_ids(records_.nodes, "node")) add_node(*record);
}

void Resolver::add_node(const NodeRecord& record) {
  const KindIndex kind = model_.vocabulary.find_kind(text(record.kind.text));
  if (kind == none<KindIndex>) {
    const auto names = model_.vocabulary.kind_names();
    diagnostics_.report(Code::unknown_kind, record.kind.at, fmt::format("no kind `{}`", text(record.kind.text)))
        .hint(did_you_mean(text(record.kind.text), names));
    return;
  }
  Node node{.id = record.id.text,
            .name = StringId::empty,
            .kind = kind,
            .names = {},
            .aliases = {},
            .properties = {},
            .claims = {},
            .citations = {},
            .at = record.id.at};
  node.names.first = static_cast<std::uint32_t>(model_.names.size());
  node.aliases.first = static_cast<std::uint32_t>(model_.aliases.size());
  node.properties.first = static_cast<std::uint32_t>(model_.properties.size());
  for (std::size_t i = record.fields.first; i < record.fields.end(); ++i) add_node_field(node, records_.fields[i]);
  sort_by_key(model_.names, node.names,
              [this](const LocalName& n) { return std::pair(text(n.language), text(n.text)); });
  sort_properties(node.properties);
  if (node.name == StringId::empty) {
    diagnostics_.report(Code::missing_field, record.id.at,
                        fmt::format("{} `{}` has no `name`", text(record.kind.text), text(record.id.text)));
    node.name = node.id;
  }
  add_claims(node, record.claims);
  node.citations = add_citations(record.citations);
  node_by_id_[position(node.id)] = NodeIndex{static_cast<std::uint32_t>(model_.nodes.size())};
  model_.nodes.push_back(node);
}

void Resolver::add_node_field(Node& node, const FieldRecord& field) {
  const auto& [name, key, value] = field;
  if (name == FieldName::name) node.name = value.text;
  if (name == FieldName::type) node.type = value.text;
  if (name == FieldName::place) node.place = value.text;
  if (name == FieldName::note) node.note = value.text;
  if (name == FieldName::url) node.url = value.text;
  if (name == FieldName::other_name) model_.names.push_back({key, value.text}), ++node.names.count;
  if (name == FieldName::alias) model_.aliases.push_back(value.text), ++node.aliases.count;
  if (name == FieldName::property) model_.properties.push_back({key, value.text}), ++node.properties.count;
}

void Resolver::add_claims(Node& node, Slice claims) {
  node.claims.first = static_cast<std::uint32_t>(model_.claims.size());
  for (std::size_t i = claims.first; i < claims.end(); ++i) {
    const ClaimRecord& record = records_.claims[i];
    Claim claim{.about = Claim::About::when, .citations = {}, .at = record.value.at};
    if (record.field == FieldName::status) {
      claim.about = Claim::About::status;
      claim.status = word_of<Status>(record.value, "status").value_or(Status::none);
      if (record.when.given()) claim.date = date_of(record.when);
      if (record.relative != none<RelativeDateIndex>)
        claim.date = date_of(record.relative, none<NodeIndex>, fmt::format("the status of `{}`", text(node.id)));
    } else if (record.relative != none<RelativeDateIndex>) {
      const auto index = NodeIndex{static_cast<std::uint32_t>(model_.nodes.size())};
      claim.date = date_of(record.relative, index, fmt::format("`{}`", text(node.id)));
    } else {
      claim.date = date_of(record.value);
    }
    claim.citations = add_citations(record.citations);
    model_.claims.push_back(claim);
    ++node.claims.count;
  }
}

void Resolver::choose_claims() {
  for (Node& node : model_.nodes) choose_claims(node);
}

// Until a question says otherwise, a node's date is that of its first claim, its status that of the latest dated claim;
// both in an order that does not depend on the order of writing.
void Resolver::choose_claims(Node& node) {
  const auto begin = model_.claims.begin() + node.claims.first;
  const auto end = begin + node.claims.count;
  const auto started = [this](const Claim& claim) {
    return is_placed(claim.date) ? model_[claim.date].extent.start.earliest : std::nullopt;
  };
  const auto key = [&](const Claim& claim) {
    return std::tuple(claim.about, started(claim), written(claim.date), claim.status, said_by(claim.citations));
  };
  std::sort(begin, end, [&](const Claim& a, const Claim& b) { return key(a) < key(b); });
  for (auto claim = begin; claim != end; ++claim) {
    const bool is_first = claim->about == Claim::About::when && node.when == none<DateIndex>;
    if (is_first && is_placed(claim->date)) node.when = claim->date;
    if (claim->about == Claim::About::status) node.status = claim->status;
  }
}

}  // namespace throughline
