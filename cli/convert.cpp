// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/interruptions.hpp"
#include "base/text.hpp"
#include "cli/figure.hpp"
#include "formats/format.hpp"

namespace throughline::cli {
namespace {

constexpr Parameter parameters[] = {
    {"IN", "…", "files or folders to read, like -g", ""},
    {"--output", "FILE", "where to write; - is standard output", "", true, "-o"},
    {"--to", "FORMAT", "a format of `list formats` that is written, whatever the file is called", ""},
    {"--strict", "", "write nothing if the format can't carry all of the graph", ""},
};

std::string writable_formats() {
  std::vector<std::string> list;
  for (const Format* format : formats())
    if (format->write)
      list.push_back(format->extensions.empty() ? std::string(format->name)
                                                : fmt::format("{} ({})", format->name, format->extensions));
  return join(list, ", ");
}

const Format& target_format(const Arguments& arguments, const std::string& path) {
  const std::string_view named = arguments.text("--to");
  const Format* format = named.empty() ? format_to_write(extension_of(path)) : find_format(named);
  if (format && format->write) return *format;
  throw UsageError(fmt::format("cannot write `{}`: name the file, or give --to, after one of {}",
                               named.empty() ? path : named, writable_formats()));
}

void report_losses(const Losses& losses, const Format& format, Diagnostics& diagnostics) {
  for (const auto& [what, count] : losses.counts())
    diagnostics.report(Code::not_carried, {},
                       fmt::format("{} has no place for {}: {} left out", format.name, what, count));
}

void write(const Invocation& invocation, const Output& output) {
  const auto others = output.others();
  if (output.path() == "-" && !others.empty())
    throw UsageError("this format is several files: give --output a file's name, the others are written beside it");
  const InterruptionsWait interruptions_wait;
  for (const auto& [path, text] : others) write_output(invocation, path, text);
  write_output(invocation, output.path(), output.text());
}

int run(const Invocation& invocation) {
  const std::string path(invocation.arguments.text("--output"));
  const Format& format = target_format(invocation.arguments, path);
  Invocation with_inputs = invocation;
  for (const std::string& input : invocation.arguments.all("IN")) with_inputs.graphs.push_back(input);
  const std::optional<Model> model = load_graph(with_inputs);
  if (!model) return data_errors;
  Output output(path);
  Losses losses;
  format.write(*model, output, losses);
  Diagnostics diagnostics;
  report_losses(losses, format, diagnostics);
  print_diagnostics(invocation, diagnostics, model->inputs);
  if (invocation.arguments.has("--strict") && !losses.empty()) {
    invocation.world.err << "throughline: nothing was written, for --strict was given\n";
    return data_errors;
  }
  write(invocation, output);
  return fine;
}

}  // namespace

extern const Command convert_command;
constinit const Command convert_command{"convert",
                                        "write a graph in another format: node-link JSON, GraphML, CSV …",
                                        "convert graphs/inter-korean -o graph.json",
                                        parameters,
                                        false,
                                        run,
                                        nullptr};

}  // namespace throughline::cli
