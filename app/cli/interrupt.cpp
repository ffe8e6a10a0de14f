// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <array>
#include <atomic>
#include <csignal>

namespace app {
namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};

// A signal handler has no other way to what it shall stop.
std::atomic<const gis::CancelToken*> running{nullptr};
static_assert(std::atomic<const gis::CancelToken*>::is_always_lock_free && std::atomic<bool>::is_always_lock_free,
              "else a signal handler may not touch them");

void onSignal(int) {
  if (const gis::CancelToken* token = running.load()) token->cancel();
}

}  // namespace

Interrupt::Interrupt() {
  running = &m_token;
  // A file that grows beyond the account's limit is then a failed write with a sentence, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
  for (const int number : kSignals) {
    struct sigaction before {};
    // Who started us with a signal ignored (nohup) meant it.
    if (sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    sigaction(number, &action, nullptr);
  }
}

Interrupt::~Interrupt() {
  for (const int number : kSignals) {
    struct sigaction now {};
    if (sigaction(number, nullptr, &now) == 0 && now.sa_handler == onSignal) std::signal(number, SIG_DFL);
  }
  running = nullptr;
}

}  // namespace app
