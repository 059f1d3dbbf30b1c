// SPDX-License-Identifier: Apache-2.0
#include "cli/figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "model/figure_words.hpp"
#include "query/links_question.hpp"
#include "query/selector.hpp"
#include "render/renderer.hpp"
#include "view/links_shown.hpp"
#include "view/theme.hpp"

namespace throughline::cli {
namespace {

template <typename Index>
Index known(Index index, Code code, std::string_view what, const std::string& word,
            const std::vector<std::string_view>& names, Diagnostics& diagnostics) {
  if (index == none<Index>)
    diagnostics.report(code, {}, fmt::format("no {} `{}`", what, word)).hint(did_you_mean(word, names));
  return index;
}

std::string one_of(const std::string& word, std::string_view option, std::span<const std::string_view> words) {
  if (word.empty() || std::find(words.begin(), words.end(), word) != words.end()) return word;
  throw UsageError(fmt::format("{} takes one of {}, not `{}`", option, fmt::join(words, ", "), word));
}

double dpi_of(const Arguments& arguments) {
  if (!arguments.has("--dpi")) return Sheet().dpi;
  const auto dpi = static_cast<double>(arguments.number("--dpi"));
  if (dpi >= coarsest_dpi && dpi <= finest_dpi) return dpi;
  throw UsageError(fmt::format("--dpi takes {} to {} dots, not {}", coarsest_dpi, finest_dpi, dpi));
}

Sheet sheet_of(const Arguments& arguments, bool is_vertical) {
  Sheet sheet;
  if (const auto theme = one_of(std::string(arguments.text("--theme")), "--theme", theme::names()); !theme.empty())
    sheet.theme = theme;
  sheet.dpi = dpi_of(arguments);
  sheet.is_vertical = is_vertical || arguments.has("--vertical");
  if (!arguments.has("--width")) {
    if (sheet.is_vertical) sheet.width = usual_vertical_sheet;
    return sheet;
  }
  const double narrowest = sheet.is_vertical ? narrowest_vertical_sheet : narrowest_sheet;
  sheet.width = static_cast<double>(arguments.number("--width"));
  if (sheet.width < narrowest || sheet.width > widest_sheet)
    throw UsageError(fmt::format("--width takes {} to {} px, not {}{}", narrowest, widest_sheet, sheet.width,
                                 sheet.width < narrowest_sheet && sheet.width >= narrowest_vertical_sheet
                                     ? "; a timeline that runs down (--vertical) may be narrower"
                                     : ""));
  return sheet;
}

Breaks breaks_of(std::string_view word) {
  if (const auto breaks = parse_breaks(word)) return *breaks;
  throw UsageError(fmt::format("--breaks takes auto, none or a length such as `5 years`, not `{}`", word));
}

Pages pages_asked(std::string_view word) {
  if (const auto pages = parse_pages(word)) return *pages;
  throw UsageError(fmt::format("--pages takes none or a length such as `10 years`, not `{}`", word));
}

// Those that only `links` knows; --source is one of figures, too.
constexpr std::string_view own_of_links[] = {"--through", "--any-direction", "--all",  "--relation",
                                             "--role",    "--confidence",    "--topic"};

void give(const Arguments& arguments, std::string_view option, Arguments& links) {
  const std::span<const std::string> words = arguments.all(option);
  if (arguments.has(option)) links.give(option, {words.begin(), words.end()});
}

// The ways to say which part of the graph a figure shows; one excludes the others.
void refuse_two_parts(const Arguments& arguments) {
  const std::string_view ends = arguments.has("--from") ? "--from" : "--to";
  std::vector<std::string_view> given;
  for (const std::string_view option : {std::string_view("--around"), std::string_view("--between"), ends})
    if (arguments.has(option)) given.push_back(option);
  if (given.size() < 2) return;
  throw UsageError(
      fmt::format("{} and {} exclude each other: a figure shows the one or the other", given[0], given[1]));
}

// What `links` would be asked; of a view, less what the command line says. Where all links begin, or all end.
std::vector<NodeIndex> ask_links(const Model& model, const Arguments& arguments, Scope& scope,
                                 Diagnostics& diagnostics) {
  if (arguments.has("--from") || arguments.has("--to")) {
    if (!scope.links) scope.links.emplace();
    fall_back_as_links(*scope.links);
  }
  for (const std::string_view option : own_of_links)
    if (arguments.has(option) && !scope.links)
      throw UsageError(fmt::format("{} goes with --from or --to: it says which links a figure shows", option));
  if (!scope.links) return {};
  for (const std::string_view option : {"--from", "--to", "--hops", "--source"}) give(arguments, option, *scope.links);
  for (const std::string_view option : own_of_links) give(arguments, option, *scope.links);
  const Filter filter(model, *scope.links, diagnostics);
  const LinkQuestion links = links_asked(model, *scope.links, nullptr, filter, diagnostics).links;
  std::vector<NodeIndex> single;
  for (const auto& ends : {links.from, links.to})
    if (ends.size() == 1) single.push_back(ends.front());
  return single;
}

// The ends of chains and links, which are to stand out.
std::vector<NodeIndex> name_nodes(const Model& model, const Arguments& arguments, Scope& scope,
                                  Diagnostics& diagnostics) {
  refuse_two_parts(arguments);
  const bool asks_between = arguments.has("--between");
  const bool asks_links = arguments.has("--from") || arguments.has("--to");
  if (asks_between || arguments.has("--around") || asks_links) {
    scope.around.clear(), scope.between.clear(), scope.nodes.clear();
    if (!asks_links) scope.links.reset();
  }
  for (const std::string& word : arguments.all("--around"))
    if (const NodeIndex node = select_node(model, word, diagnostics); node != none<NodeIndex>)
      scope.around.push_back(node);
  for (const std::string& word : arguments.all("--between"))
    scope.between.push_back(select_node(model, word, diagnostics));
  const std::vector<NodeIndex> single = ask_links(model, arguments, scope, diagnostics);
  if (arguments.has("--hops")) scope.hops = arguments.number("--hops");
  if (arguments.has("--hops") && scope.between.empty() && !scope.links)
    throw UsageError(
        "--hops says how long chains of --between, or of --from and --to, may be; --depth goes with --around");
  if (!diagnostics.has_errors() && !scope.between.empty() && scope.between[0] == scope.between[1])
    diagnostics.report(Code::contradictory_question, {},
                       fmt::format("a chain leads from one node to another; both ends of --between are {}",
                                   model.text(model[scope.between[0]].name)));
  return scope.links ? single : scope.between;
}

// What is said on the command line comes before what the view says.
Scope scope_of(const Model& model, const Arguments& arguments, bool is_timeline, Diagnostics& diagnostics) {
  Scope scope;
  const ViewDefinition* view =
      arguments.has("--view") ? select_view(model, arguments.text("--view"), diagnostics) : nullptr;
  if (view) scope = throughline::scope_of(model, *view);
  scope.time = standpoint_of(model, arguments, diagnostics, view);
  const std::vector<NodeIndex> ends = name_nodes(model, arguments, scope, diagnostics);
  if (arguments.has("--source")) scope.sources.clear();
  if (arguments.has("--kind")) scope.kinds.clear();
  if (arguments.has("--type")) scope.types.clear();
  for (const std::string& word : arguments.all("--source"))
    scope.sources.push_back(select_source(model, word, diagnostics));
  for (const std::string& word : arguments.all("--kind"))
    scope.kinds.push_back(known(model.vocabulary.find_kind(word), Code::unknown_kind, "kind", word,
                                model.vocabulary.kind_names(), diagnostics));
  for (const std::string& word : arguments.all("--type")) scope.types.push_back(word);
  if (arguments.has("--depth")) scope.depth = arguments.number("--depth");
  if (arguments.has("--max-nodes")) scope.max_nodes = arguments.number("--max-nodes");
  if (arguments.has("--title")) scope.title = arguments.text("--title");
  if (const auto layout = one_of(std::string(arguments.text("--layout")), "--layout", layout_words); !layout.empty())
    scope.layout = layout;
  if (const auto lanes = one_of(std::string(arguments.text("--lanes")), "--lanes", lane_words); !lanes.empty())
    scope.lanes = lanes;
  if (const auto by = one_of(std::string(arguments.text("--cluster")), "--cluster", cluster_words); !by.empty())
    scope.cluster = by == "none" ? "" : by;
  for (const std::string& word : arguments.all("--highlight")) add_highlight(model, word, scope.highlight, diagnostics);
  if (arguments.has("--breaks")) scope.breaks = breaks_of(arguments.text("--breaks"));
  if (arguments.has("--pages")) scope.pages = pages_asked(arguments.text("--pages"));
  scope.sheet = sheet_of(arguments, is_timeline && scope.sheet.is_vertical);
  if (scope.lanes == "view" && is_timeline && scope.nodes.empty() && scope.around.empty())
    throw UsageError("lanes by view are the nodes that a view lists or that --around names; none is named here");
  if (!scope.highlight.is_asked() && !ends.empty()) scope.highlight = {ends, {}, false};
  return scope;
}

std::string format_of(const Arguments& arguments, const std::string& path) {
  const std::string given(arguments.text("--format"));
  const std::string extension = extension_of(path);
  std::string names;
  for (const Renderer* renderer : renderers()) {
    if (given.empty() ? renderer->extension == extension : renderer->name == given) return std::string(renderer->name);
    names += fmt::format("{}{}", names.empty() ? "" : ", ", renderer->name);
  }
  if (!given.empty()) throw UsageError(fmt::format("`{}` is no format of figures; one of: {}", given, names));
  throw UsageError(fmt::format(
      "`{}` does not say what to draw; name the file with one of these endings, or give --format: {}", path, names));
}

// Why nothing is left of what the figure would show without its question about time.
std::string time_hint(const Standpoint& time, const Selection& selection) {
  const HeldCounts& nodes = selection.all_nodes;
  std::vector<std::string> reasons;
  if (nodes.never > 0) reasons.push_back(never_text(time, nodes.never, Counted::nodes));
  if (time.certain_only && nodes.possibly + nodes.undated > 0)
    reasons.push_back(fmt::format("--certain leaves out {}", count_of(nodes.possibly + nodes.undated, "node")));
  return join(reasons, "; ");
}

std::string why_empty(const Model& model, const Scope& scope, const Selection& selection) {
  if (!selection.chains) return "no node fits all that is asked of this figure";
  if (scope.links)
    return fmt::format("{} from {} to {} within {}", none_words("links", scope.time),
                       ends_words(model, *scope.links, "--from"), ends_words(model, *scope.links, "--to"),
                       count_of(selection.chains->hops, "hop"));
  return fmt::format("{} from {} to {} within {}", none_words("chain", scope.time),
                     model.text(model[scope.between[0]].name), model.text(model[scope.between[1]].name),
                     count_of(selection.chains->hops, "hop"));
}

// What is named to be emphasised and is not there would leave a figure that merely recedes.
void report_unseen(const Model& model, const Arguments& arguments, const Selection& selection,
                   Diagnostics& diagnostics) {
  for (const std::string& word : arguments.all("--highlight")) {
    Highlight highlight;
    Diagnostics said_before;
    add_highlight(model, word, highlight, said_before);
    if (!shows_any_of(selection, highlight))
      diagnostics.report(Code::highlight_unseen, {}, fmt::format("nothing in this figure is `{}`", word));
  }
}

// "story-2.svg" of "story.svg".
std::string path_of_page(const std::string& path, std::size_t number) {
  const std::string extension = extension_of(path);
  return fmt::format("{}-{}{}", path.substr(0, path.size() - extension.size()), number,
                     path.substr(path.size() - extension.size()));
}

void report_left_out(const Scope& scope, const Selection& selection, Diagnostics& diagnostics) {
  if (selection.left_out.empty()) return;
  diagnostics
      .report(Code::figure_reduced, {},
              fmt::format("{} left out, {} drawn", count_of(selection.left_out.size(), "node"), selection.nodes.size()))
      .hint(scope.links        ? "--max-nodes 0 draws all; --from, --to or --hops draw a part"
            : selection.chains ? "--max-nodes 0 draws all"
                               : "--max-nodes 0 draws all; --view, --around, --source or --kind draw a part");
}

void write_pages(const Invocation& invocation, const std::string& path, const std::vector<std::string>& figures) {
  std::vector<WrittenFile> files;
  for (const std::string& figure : figures) files.push_back({path_of_page(path, files.size() + 1), figure});
  invocation.world.files.write_together(files);
}

}  // namespace

std::optional<Model> load_other_graph(const Invocation& invocation, std::string_view path) {
  Invocation other = invocation;
  other.graphs = {std::string(path)};
  return load_graph(other);
}

std::string stamp() { return "drawn by throughline " THROUGHLINE_VERSION; }

void write_output(const Invocation& invocation, const std::string& path, const std::string& content) {
  if (path == "-") {
    invocation.world.out << content;
    return;
  }
  invocation.world.files.write(path, content);
}

int make_figure(const Invocation& invocation, bool dated_first, const MakeFigure& make) {
  const std::string path(invocation.arguments.text("--output"));
  const std::string format = format_of(invocation.arguments, path);
  if (invocation.arguments.has("--dpi") && format != "png")
    throw UsageError(fmt::format("--dpi says how many dots a PNG has; {} has none", format));
  const std::optional<Model> model = load_graph(invocation);
  if (!model) return data_errors;
  Diagnostics diagnostics;
  Scope scope = scope_of(*model, invocation.arguments, dated_first, diagnostics);
  scope.dated_first = dated_first;
  if (diagnostics.has_errors()) return print_diagnostics(invocation, diagnostics, model->inputs);
  const bool is_paged = dated_first && scope.pages.each.has_value();
  if (is_paged && path == "-") throw UsageError("pages are several files: give --output the name of a file");
  const Graph graph(*model);
  Scope asked = scope;
  if (invocation.arguments.has("--diff")) asked.max_nodes = 0;  // what changed decides what is left out
  const Selection selection = select(graph, asked);
  if (selection.nodes.empty()) {
    diagnostics.report(Code::nothing_to_draw, {}, why_empty(*model, scope, selection) + "; nothing was written")
        .hint(time_hint(scope.time, selection));
    return print_diagnostics(invocation, diagnostics, model->inputs);
  }
  report_unseen(*model, invocation.arguments, selection, diagnostics);
  report_left_out(scope, selection, diagnostics);
  const auto figures = make(graph, scope, selection, format, diagnostics);
  if (diagnostics.has_errors()) return print_diagnostics(invocation, diagnostics, model->inputs);
  if (is_paged)
    write_pages(invocation, path, figures);
  else
    write_output(invocation, path, figures.front());
  return print_diagnostics(invocation, diagnostics, model->inputs);
}

}  // namespace throughline::cli
