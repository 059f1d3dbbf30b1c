// SPDX-License-Identifier: Apache-2.0
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "cli/run.hpp"

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string system_date() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &local);
  return text;
}

bool wants_color(int descriptor) {
  return isatty(descriptor) != 0 && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

}  // namespace

int main(int count, char** values) {
  std::ios::sync_with_stdio(false);
  throughline::DiskFiles files;
  throughline::cli::World world{std::cin,
                                std::cout,
                                std::cerr,
                                files,
                                system_date(),
                                environment("THROUGHLINE_GRAPH"),
                                wants_color(STDOUT_FILENO),
                                wants_color(STDERR_FILENO),
                                terminal_width(),
                                isatty(STDERR_FILENO) != 0};
  const int status = throughline::cli::run(std::vector<std::string>(values + 1, values + count), world);
  std::cout.flush();
  if (!std::cout) {
    std::cerr << "throughline: cannot write to standard output\n";
    return throughline::cli::world_failed;
  }
  return status;
}
