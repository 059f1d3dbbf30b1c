// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_layout.hpp"

#include <cmath>
#include <set>

#include "view/diagram_inspect.hpp"
#include "view/diagram_question.hpp"
#include "view/diagram_routing.hpp"
#include "view/geometry.hpp"

namespace throughline {
namespace {

constexpr unsigned variations = 8;
constexpr std::size_t many_boxes = 200;  // from here on nothing is tried twice, and no lines are led round boxes

using Arrangements = std::vector<Arrangement>;

Arrangement with_engine(std::string engine, double spread = 1) {
  Arrangement arrangement;
  arrangement.engine = std::move(engine);
  arrangement.spread = spread;
  return arrangement;
}

Arrangement columns() {
  Arrangement arrangement;
  arrangement.columns = true;
  return arrangement;
}

struct Structure {
  std::set<int> levels;
  std::set<int> joined;  // levels with lines within them
  std::size_t events = 0;
  std::size_t boxes = 0;
  bool columns_are_told = false;
};

Structure structure_of(const DiagramPlan& plan) {
  Structure found;
  for (const PlannedNode& node : plan.nodes) {
    found.levels.insert(node.level);
    found.events += node.level == 1 ? 1 : 0;
  }
  for (const PlannedEdge& edge : plan.edges) {
    const int level = plan.nodes[edge.from].level;
    if (edge.from != edge.to && level == plan.nodes[edge.to].level) found.joined.insert(level);
  }
  found.columns_are_told = !plan.nodes.empty() && plan.nodes.front().node->column;
  found.boxes = plan.nodes.size() + plan.beads.size();
  return found;
}

// Columns by level; then levels with lines inside spread over two or three, each alone and all together.
void add_columns(const Structure& structure, Arrangement base, Arrangements& all) {
  all.push_back(base);
  Arrangement everything = base;
  for (const int level : structure.joined) {
    Arrangement one = base;
    one.split[static_cast<std::size_t>(level)] = everything.split[static_cast<std::size_t>(level)] = 2;
    all.push_back(one);
  }
  if (structure.joined.size() > 1) all.push_back(everything);
  if (structure.joined.count(2) == 0) return;
  everything.split[2] = 3;
  all.push_back(everything);
}

Arrangements layered(const Structure& structure) {
  constexpr std::size_t few_events = 4;  // not worth a column
  Arrangements all{{}};
  all.emplace_back();
  all.back().left_to_right = false;
  if (structure.columns_are_told) {
    for (Arrangement& each : all) each.columns = true;
    return all;
  }
  if (structure.levels.size() < 2) return all;
  add_columns(structure, columns(), all);
  if (structure.events == 0 || structure.events > few_events || structure.levels.count(2) == 0) return all;
  Structure joined = structure;
  joined.joined.erase(1);
  joined.joined.insert(2);
  Arrangement base = columns();
  base.events_join = true;
  add_columns(joined, base, all);
  return all;
}

Arrangements arrangements_for(const DiagramView& view, const Structure& structure) {
  const std::string& wanted = view.layout;
  if (structure.boxes > many_boxes) {
    Arrangement quick = with_engine(wanted.empty() ? "sfdp" : wanted);
    quick.straight_lines = quick.engine != "dot";
    return {quick};
  }
  if (!wanted.empty() && wanted != "dot") return {with_engine(wanted)};
  Arrangements all = layered(structure);
  if (structure.levels.size() == 1 && wanted.empty() && !structure.columns_are_told)
    all.push_back(with_engine("neato"));
  return all;
}

Arrangements closer(Arrangements arrangements, Density density) {
  for (Arrangement& arrangement : arrangements) arrangement.density = density;
  return arrangements;
}

// The last resort: rows of boxes, straight lines behind them, no labels on them.
PlannedDiagram grid(const DiagramView& view, const TextMetrics& metrics) {
  constexpr double gap = 40;
  PlannedDiagram result{plan_diagram(view, with_engine("grid"), metrics), {}};
  PlacedDiagram& placed = result.placed;
  placed.engine = "grid";
  double cell_width = 0;
  double cell_height = 0;
  for (const PlannedNode& node : result.plan.nodes) {
    cell_width = std::max(cell_width, node.width + gap);
    cell_height = std::max(cell_height, node.height + gap);
  }
  const auto count = static_cast<double>(result.plan.nodes.size());
  const auto per_row =
      static_cast<std::size_t>(std::max(1.0, std::ceil(std::sqrt(count * cell_height / (cell_width + 1)))));
  for (std::size_t i = 0; i < result.plan.nodes.size(); ++i) {
    const PlannedNode& node = result.plan.nodes[i];
    placed.nodes.push_back({cell_width * static_cast<double>(i % per_row),
                            cell_height * static_cast<double>(i / per_row), node.width, node.height});
  }
  result.plan.beads.clear();
  for (PlannedEdge& edge : result.plan.edges) {
    edge.bead.reset();
    placed.edges.push_back({{straight(placed.nodes[edge.from].center(), placed.nodes[edge.to].center())}});
  }
  placed.groups.resize(result.plan.groups.size());
  inspect(result.plan, placed);
  return result;
}

class Chooser {
 public:
  Chooser(const DiagramView& view, const LayoutEngine& engine, const TextMetrics& metrics)
      : view_(view), engine_(engine), metrics_(metrics) {}

  enum class Until { end, failure, no_faults };

  // All are laid out at once, then judged in their order, up to the first that fails or leaves nothing to wish.
  void consider(const Arrangements& arrangements, Until until = Until::end) {
    std::vector<DiagramPlan> plans;
    std::vector<Question> questions;
    std::vector<LayoutGraph> graphs;
    for (const Arrangement& arrangement : arrangements) {
      plans.push_back(plan_diagram(view_, arrangement, metrics_));
      questions.push_back(question_of(plans.back()));
      graphs.push_back(questions.back().graph);
    }
    std::vector<std::optional<Layout>> layouts = engine_(graphs);
    for (std::size_t i = 0; i < plans.size(); ++i) {
      if (until == Until::no_faults && best_->placed.faults == 0) return;
      if (layouts[i])
        judge(std::move(plans[i]), questions[i], std::move(*layouts[i]));
      else if (until != Until::end)
        return;
    }
  }

  // More room, as long as something is still in the way of something.
  void loosen() {
    if (best_->placed.faults > 0) consider(spread_out({1.4, 2.0, 2.8}), Until::no_faults);
  }

  // A little too wide for the page: closer together.
  void tighten() {
    const double widest = widest_drawing(best_->plan);
    if (best_->placed.width <= widest || best_->placed.width > 1.15 * widest) return;
    consider(spread_out({0.9, 0.8}), Until::failure);
  }

  // The same again in another order of statements: often with fewer crossings.
  void vary() {
    if (best_->placed.crossings == 0 && best_->placed.faults == 0) return;
    const bool was_crowded = is_crowded();
    consider(varied(best_->plan.arrangement), Until::failure);
    // What would fit the page but for a fault may be found without.
    if (was_crowded && promise_) consider(varied(*promise_), Until::failure);
  }

  std::optional<PlannedDiagram> take() { return std::move(best_); }
  // Narrower boxes make room for one more column.
  bool wants_narrower_boxes() const { return is_too_wide() || (best_ && lines_within_columns(best_->plan) > 0); }
  // Too wide, or a tangle.
  bool is_crowded() const { return is_too_wide() || (best_ && best_->placed.crossings > best_->plan.edges.size()); }
  bool is_too_wide() const { return best_ && best_->placed.width > widest_drawing(best_->plan); }
  bool has_any() const { return best_.has_value(); }

 private:
  static Arrangements varied(const Arrangement& arrangement) {
    Arrangements all(variations, arrangement);
    for (unsigned i = 0; i < variations; ++i) all[i].variation = i + 1;
    return all;
  }

  Arrangements spread_out(std::initializer_list<double> spreads) const {
    Arrangements all;
    for (const double spread : spreads) {
      all.push_back(best_->plan.arrangement);
      all.back().spread = spread;
    }
    return all;
  }

  void judge(DiagramPlan plan, const Question& question, Layout layout) {
    if (plan.arrangement.engine == "dot") calm_lines(question.graph, plan.nodes.size(), layout);
    PlacedDiagram placed = answer_of(plan, question, std::move(layout));
    inspect(plan, placed);
    const double cost = cost_of(plan, placed);
    const double promised = cost - cost_of_faults(placed);
    if (placed.faults > 0 && placed.width <= widest_drawing(plan) && (!promise_ || promised < promised_cost_)) {
      promise_ = plan.arrangement;
      promised_cost_ = promised;
    }
    if (best_ && cost >= best_cost_) return;
    best_ = PlannedDiagram{std::move(plan), std::move(placed)};
    best_cost_ = cost;
  }

  const DiagramView& view_;
  const LayoutEngine& engine_;
  const TextMetrics& metrics_;
  std::optional<PlannedDiagram> best_;
  double best_cost_ = 0;
  std::optional<Arrangement> promise_;  // the best of those that fit the page but have faults
  double promised_cost_ = 0;            // without them
};

}  // namespace

PlannedDiagram arrange(const DiagramView& view, const LayoutEngine& engine, const TextMetrics& metrics) {
  const Structure structure = structure_of(plan_diagram(view, {}, metrics));
  Chooser chooser(view, engine, metrics);
  if (structure.boxes == 0) return grid(view, metrics);
  const Arrangements arrangements = arrangements_for(view, structure);
  chooser.consider(arrangements);
  if (structure.boxes <= many_boxes && chooser.wants_narrower_boxes())
    chooser.consider(closer(arrangements, Density::compact));
  if (structure.boxes <= many_boxes && chooser.is_crowded()) chooser.consider(closer(arrangements, Density::narrow));
  if (!chooser.has_any()) chooser.consider({with_engine("sfdp")});
  if (!chooser.has_any()) return grid(view, metrics);
  if (structure.boxes <= many_boxes) {
    chooser.vary();
    chooser.tighten();
    chooser.loosen();
  }
  return *chooser.take();
}

}  // namespace throughline
