// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <sstream>

#include "cli/figure.hpp"
#include "formats/format.hpp"
#include "render/figure.hpp"
#include "view/build_view.hpp"

namespace throughline::cli {
namespace {

constexpr Parameter parameters[] = {
    {"IN", "…", "files or folders to read, like -g", ""},
    {"--output", "FILE", "where to write; - is standard output", "", true, "-o"},
    {"--to", "FORMAT", "json (node-link) or dot, whatever the file is called", ""},
};

std::string target_format(const Arguments& arguments, const std::string& path) {
  if (arguments.has("--to")) return std::string(arguments.text("--to"));
  const std::string extension = extension_of(path);
  if (extension == ".dot" || extension == ".gv") return "dot";
  const Format* format = format_of_extension(extension);
  return format ? std::string(format->name) : std::string();
}

// The whole graph, nothing left out: DOT is written by Graphviz itself, from the view that draw uses.
std::string whole_as_dot(const Model& model) {
  const Graph graph(model);
  Scope scope;
  scope.max_nodes = 0;
  return write_dot(build_diagram(graph, scope, select(graph, scope), stamp()));
}

std::string converted(const Model& model, const std::string& format) {
  if (format == "dot") return whole_as_dot(model);
  std::ostringstream out;
  find_format(format)->write(model, out);
  return out.str();
}

int run(const Invocation& invocation) {
  const std::string path(invocation.arguments.text("--output"));
  const std::string format = target_format(invocation.arguments, path);
  const Format* writer = find_format(format);
  if (format != "dot" && (!writer || !writer->write))
    throw UsageError(fmt::format("cannot write `{}`: name the file .json or .dot, or give --to json or --to dot",
                                 format.empty() ? path : format));
  Invocation with_inputs = invocation;
  for (const std::string& input : invocation.arguments.all("IN")) with_inputs.graphs.push_back(input);
  const std::optional<Model> model = load_graph(with_inputs);
  if (!model) return data_errors;
  write_output(invocation, path, converted(*model, format));
  return fine;
}

}  // namespace

extern const Command convert_command;
constinit const Command convert_command{"convert",
                                        "write a graph in another format: node-link JSON, DOT",
                                        "convert graphs/inter-korean -o graph.json",
                                        parameters,
                                        false,
                                        run,
                                        nullptr};

}  // namespace throughline::cli
