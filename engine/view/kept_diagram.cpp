// SPDX-License-Identifier: Apache-2.0
#include "view/kept_diagram.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "view/diagram_inspect.hpp"
#include "view/diagram_question.hpp"
#include "view/diagram_routing.hpp"
#include "view/element_id.hpp"
#include "view/geometry.hpp"

namespace throughline {
namespace {

constexpr std::size_t too_wide = 1000;   // against faults
constexpr std::size_t many_boxes = 200;  // from here on lines are straight

// From what changes nothing to what changes most.
constexpr KeptStretch attempts[] = {{},
                                    {.widens = true},
                                    {.keeps_labels = false},
                                    {.along = 1.12, .down = 1},
                                    {.along = 1, .down = 1.2},
                                    {.along = 1.12, .down = 1.2, .keeps_labels = false},
                                    {.along = 1.25, .down = 1.4}};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return values.empty() ? 0 : *middle;
}

class Keeper {
 public:
  Keeper(const EarlierPlaces& earlier, const DiagramView& view, const LayoutEngine& engine, const TextMetrics& metrics)
      : earlier_(earlier), view_(view), engine_(engine), metrics_(metrics) {
    Arrangement like;
    like.engine = "nop";
    like.widths = kept_widths(plan_diagram(view, like, metrics), earlier);
    plan_ = plan_diagram(view, like, metrics);
    double least = unlike(plan_);
    for (const Density density : {Density::compact, Density::narrow}) {
      like.density = density;
      DiagramPlan denser = plan_diagram(view, like, metrics);
      if (const double now = unlike(denser); now < least) least = now, plan_ = std::move(denser);
    }
  }

  KeptDiagram run() const { return counted(chosen()); }

 private:
  PlannedDiagram chosen() const {
    std::optional<PlannedDiagram> best;
    for (const KeptStretch& stretch : attempts) {
      std::optional<PlannedDiagram> tried = attempt(stretch);
      if (!tried) continue;
      if (!best || badness(*tried) < badness(*best)) best = std::move(tried);
      if (badness(*best) == 0) return std::move(*best);
      if (badness(*best) == too_wide) break;  // no stretch makes it narrower
    }
    PlannedDiagram ordinary = arrange(view_, engine_, metrics_);
    if (best && badness(*best) <= badness(ordinary)) return std::move(*best);
    return ordinary;
  }

  // How far the labels of the plan are from those of the figure in size.
  double unlike(const DiagramPlan& plan) const {
    double difference = 0;
    for (const Bead& bead : plan.beads)
      for (const std::size_t i : bead.edges)
        if (const auto found = earlier_.labels.find(element_id(plan.edges[i].edge->id)); found != earlier_.labels.end())
          difference += std::abs(found->second.width - (bead.width - 2 * diagram::bead_padding));
    return difference;
  }

  std::optional<PlannedDiagram> attempt(const KeptStretch& stretch) const {
    Arrangement arrangement = plan_.arrangement;
    KeptPlaces places = keep_nodes(plan_, earlier_, stretch);
    arrangement.left_to_right = places.left_to_right;
    arrangement.columns_told = places.columns;
    DiagramPlan plan = plan_diagram(view_, arrangement, metrics_);
    place_labels(plan, places);
    Question question = question_of(plan);
    question.graph.places = on_page(places);
    question.graph.straight_lines = question.graph.nodes.size() > many_boxes;
    std::optional<Layout> layout;
    for (const double clearance : {4.0, 2.5, 1.3, 0.5}) {
      question.graph.clearance = clearance;
      layout = std::move(engine_({&question.graph, 1}).front());
      if (!layout || !gave_up(question.graph, *layout)) break;
    }
    if (!layout) return std::nullopt;
    calm_lines(question.graph, plan.nodes.size(), *layout);
    PlacedDiagram placed = answer_of(plan, question, std::move(*layout));
    inspect(plan, placed);
    return PlannedDiagram{std::move(plan), std::move(placed)};
  }

  // After the translation that suits most.
  KeptDiagram counted(PlannedDiagram diagram) const {
    std::vector<double> along;
    std::vector<double> down;
    for (std::size_t i = 0; i < diagram.plan.nodes.size(); ++i) {
      const auto found = earlier_.nodes.find(element_id(diagram.plan.nodes[i].node->id));
      if (found == earlier_.nodes.end()) continue;
      const Point now = diagram.placed.nodes[i].center();
      along.push_back(now.x - found->second.center().x);
      down.push_back(now.y - found->second.center().y);
    }
    const Point by{median(along), median(down)};
    std::size_t moved = 0;
    for (std::size_t i = 0; i < along.size(); ++i) moved += std::hypot(along[i] - by.x, down[i] - by.y) > 1 ? 1 : 0;
    return {std::move(diagram), along.size(), moved};
  }

  // Where two boxes stand nearer to each other than twice the clearance, the engine gives up all its ways, and joins
  // the middles of boxes.
  static bool gave_up(const LayoutGraph& graph, const Layout& layout) {
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
      const std::vector<Point>& way = layout.edges[i];
      if (way.empty() || distance(way.front(), layout.nodes[graph.edges[i].from].center()) < 1) return true;
    }
    return false;
  }

  // What no figure should have: faults, groups without a box, a drawing wider than the page.
  static std::size_t badness(const PlannedDiagram& diagram) {
    const auto& [plan, placed] = diagram;
    const auto lost =
        std::count_if(placed.groups.begin(), placed.groups.end(), [](const auto& group) { return !group; });
    return placed.faults + static_cast<std::size_t>(lost) + (placed.width > widest_drawing(plan) ? too_wide : 0);
  }

  const EarlierPlaces& earlier_;
  const DiagramView& view_;
  const LayoutEngine& engine_;
  const TextMetrics& metrics_;
  DiagramPlan plan_;  // as like the earlier figure as a plan can be, without its places
};

}  // namespace

std::size_t shared_nodes(const EarlierPlaces& earlier, const DiagramView& view) {
  return static_cast<std::size_t>(std::count_if(view.nodes.begin(), view.nodes.end(), [&](const DiagramNode& node) {
    return earlier.nodes.contains(element_id(node.id));
  }));
}

KeptDiagram arrange_like(const EarlierPlaces& earlier, const DiagramView& view, const LayoutEngine& engine,
                         const TextMetrics& metrics) {
  KeptDiagram kept = Keeper(earlier, view, engine, metrics).run();
  if (kept.moved > 0) kept.diagram.placed.note = "Moved since: " + moved_text(kept, earlier) + ".";
  return kept;
}

std::string moved_text(const KeptDiagram& kept, const EarlierPlaces& earlier) {
  return fmt::format("{} of {} stand elsewhere than in {}", kept.moved, count_of(kept.kept, "node"), earlier.name);
}

}  // namespace throughline
