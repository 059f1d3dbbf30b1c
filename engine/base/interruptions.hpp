// SPDX-License-Identifier: Apache-2.0
// While one of these lives, an interruption from the keyboard or the system waits: the program ends when all files that
// belong together stand, and leaves no temporary one behind.
//
//   const InterruptionsWait interruptions_wait;
#pragma once

#include <csignal>

namespace throughline {

class InterruptionsWait {
 public:
  InterruptionsWait() {
    sigset_t waiting;
    sigemptyset(&waiting);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&waiting, signal);
    ::pthread_sigmask(SIG_BLOCK, &waiting, &before_);
  }
  ~InterruptionsWait() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  InterruptionsWait(const InterruptionsWait&) = delete;
  InterruptionsWait& operator=(const InterruptionsWait&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace throughline
