// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/text.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {

extern const Rule text_overlap_rule, text_clipped_rule, text_crossed_rule, tunnel_rule, crossings_rule,
    node_overlap_rule, smallest_text_rule, type_scale_rule, text_contrast_rule, mark_contrast_rule, color_alone_rule,
    color_distance_rule, palette_rule, legend_rule, direct_labels_rule, frame_rule, accessible_rule, reading_order_rule,
    text_stays_text_rule, korean_rule, wrapping_rule, uncertain_rule, open_ends_rule, file_size_rule;

namespace {

constexpr std::array<const Rule*, 24> all = {
    &text_overlap_rule, &text_clipped_rule,   &text_crossed_rule,  &tunnel_rule,          &crossings_rule,
    &node_overlap_rule, &smallest_text_rule,  &type_scale_rule,    &text_contrast_rule,   &mark_contrast_rule,
    &color_alone_rule,  &color_distance_rule, &palette_rule,       &legend_rule,          &direct_labels_rule,
    &frame_rule,        &accessible_rule,     &reading_order_rule, &text_stays_text_rule, &korean_rule,
    &wrapping_rule,     &uncertain_rule,      &open_ends_rule,     &file_size_rule};

constexpr std::size_t most_findings = 200;

}  // namespace

std::span<const Rule* const> rules() { return all; }

std::string_view name(Verdict verdict) {
  constexpr std::array<std::string_view, 4> names{"pass", "fail", "advice", "not measured"};
  return names[static_cast<std::size_t>(verdict)];
}

Verdict verdict_of(const Rule& rule, const Measured& measured) {
  if (!measured.findings.empty()) return rule.force == Force::hard ? Verdict::fail : Verdict::advice;
  return measured.reason.empty() ? Verdict::pass : Verdict::not_measured;
}

bool is_full(const Measured& measured) { return measured.findings.size() >= most_findings; }

std::size_t count_found(const Measured& measured) { return measured.findings.size() + measured.more; }

void add(Measured& measured, Finding finding) {
  if (is_full(measured))
    ++measured.more;
  else
    measured.findings.push_back(std::move(finding));
}

Measured not_measured(std::string reason) {
  Measured measured;
  measured.reason = std::move(reason);
  return measured;
}

std::string pixels(double length) {
  const double rounded = std::round(length * 10) / 10;
  return rounded == std::round(rounded) ? fmt::format("{:.0f}", rounded) : fmt::format("{:.1f}", rounded);
}

std::string gap_in_words(double length) {
  return length < 0 ? fmt::format("overlap by {} px", pixels(-length)) : fmt::format("are {} px apart", pixels(length));
}

std::string shown(const Text& text) { return fmt::format("`{}`", shorten(trim(text.text), 40)); }

std::string shown(const Node& node) {
  return fmt::format("`{}`", shorten(node.name.substr(0, node.name.find('\n')), 40));
}

std::string shown(const Figure& figure, const Edge& edge) {
  const std::string& name = edge.name.empty() ? figure.elements[edge.element].tag : edge.name;
  return fmt::format("`{}`", shorten(name.substr(0, name.find('\n')), 60));
}

Finding finding_of(std::string message, std::uint32_t element) {
  return {std::move(message), element, no_element, {}, {}};
}

Finding finding_at(const Text& text, std::string message) {
  return {std::move(message), text.element, no_element, text.text, text.box};
}

Finding finding_at(const Node& node, std::string message) {
  return {std::move(message), node.element, no_element, {}, node.box};
}

Finding finding_at(const Figure& figure, const Edge& edge, std::string message) {
  Finding finding{std::move(message), edge.element, no_element, {}, {}};
  if (!edge.lines.empty()) finding.box = figure.shapes[edge.lines[0]].box;
  return finding;
}

}  // namespace throughline::lint
