// SPDX-License-Identifier: Apache-2.0
#include "base/child_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <optional>

#include "base/failure.hpp"

namespace throughline {
namespace {

constexpr char success = '+';
constexpr char trouble = '-';

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(1);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_all(int file) {
  std::string bytes;
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t got = read(file, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

void apply(const ChildLimits& limits) {
  const rlimit cpu{limits.cpu_seconds, limits.cpu_seconds + 1};
  setrlimit(RLIMIT_CPU, &cpu);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
#if !defined(__SANITIZE_ADDRESS__)
  const rlim_t bytes = static_cast<rlim_t>(limits.memory_megabytes) << 20U;
  const rlimit memory{bytes, bytes};
  setrlimit(RLIMIT_AS, &memory);
#endif
  for (const int ends : {SIGXCPU, SIGALRM, SIGSEGV, SIGABRT, SIGPIPE}) std::signal(ends, SIG_DFL);
  alarm(limits.wall_seconds);
}

[[noreturn]] void be_child(int pipe_end, const std::function<std::string()>& work, const ChildLimits& limits) {
  apply(limits);
  if (const int nowhere = open("/dev/null", O_WRONLY); nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  char verdict = success;
  std::string result;
  try {
    result = work();
  } catch (const std::bad_alloc&) {
    verdict = trouble;
    result = "it needed too much memory";
  } catch (const std::exception& error) {
    verdict = trouble;
    result = error.what();
  }
  write_all(pipe_end, {&verdict, 1});
  write_all(pipe_end, result);
  _exit(0);  // no destructors: the parent's temporary files and buffers are not the child's to close
}

std::string reason_for(int status, const ChildLimits& limits) {
  if (!WIFSIGNALED(status)) return "it ended early";
  const int signal = WTERMSIG(status);
  if (signal == SIGXCPU || signal == SIGKILL)
    return fmt::format("it took more than {} s of processor time", limits.cpu_seconds);
  if (signal == SIGALRM) return fmt::format("it took longer than {} s", limits.wall_seconds);
  return fmt::format("it was ended by signal {} ({})", signal, strsignal(signal));
}

struct Child {
  pid_t process = 0;
  int output = 0;  // the end of its pipe that is read
};

// Nothing, and errno, when no process can be made.
std::optional<Child> start(const std::function<std::string()>& work, const ChildLimits& limits) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const pid_t process = fork();
  if (process < 0) {
    const int why = errno;
    close(ends[0]);
    close(ends[1]);
    errno = why;
    return std::nullopt;
  }
  if (process == 0) {
    close(ends[0]);
    be_child(ends[1], work, limits);
  }
  close(ends[1]);
  return Child{process, ends[0]};
}

ChildResult result_of(const Child& child, const ChildLimits& limits) {
  std::string bytes = read_all(child.output);
  close(child.output);
  int status = 0;
  while (waitpid(child.process, &status, 0) < 0 && errno == EINTR) continue;

  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || bytes.empty()) return {false, {}, reason_for(status, limits)};
  const bool finished = bytes.front() == success;
  bytes.erase(0, 1);
  if (!finished) return {false, {}, std::move(bytes)};
  return {true, std::move(bytes), {}};
}

}  // namespace

ChildResult run_in_child(const std::function<std::string()>& work, const ChildLimits& limits) {
  return run_in_children({&work, 1}, limits).front();
}

std::vector<ChildResult> run_in_children(std::span<const std::function<std::string()>> works,
                                         const ChildLimits& limits) {
  std::vector<Child> children;
  for (const auto& work : works) {
    const std::optional<Child> child = start(work, limits);
    if (child) {
      children.push_back(*child);
      continue;
    }
    const std::string why = std::strerror(errno);
    for (const Child& other : children) result_of(other, limits);
    throw Failure(fmt::format("cannot start a process: {}", why));
  }
  std::vector<ChildResult> results;
  for (const Child& child : children) results.push_back(result_of(child, limits));
  return results;
}

std::string pack(const std::vector<std::string>& texts) {
  std::string packed;
  for (const std::string& text : texts) packed += fmt::format("{}:{}", text.size(), text);
  return packed;
}

std::vector<std::string> unpack(const std::string& packed) {
  std::vector<std::string> texts;
  std::size_t at = 0;
  while (at < packed.size()) {
    const std::size_t colon = packed.find(':', at);
    const std::size_t length = std::stoul(packed.substr(at, colon - at));
    texts.push_back(packed.substr(colon + 1, length));
    at = colon + 1 + length;
  }
  return texts;
}

}  // namespace throughline
