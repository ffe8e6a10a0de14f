// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_types.h"

#include <algorithm>
#include <array>

namespace gis {
namespace {

constexpr std::array<std::string_view, kChannelCount> kChannels = {"phone", "sms", "voice", "gateway", "door"};
constexpr std::array<std::string_view, 9> kReaches = {"planned",   "sending", "delivered", "answered", "heard",
                                                      "confirmed", "on_post", "moving",    "done"};
constexpr std::array<std::string_view, 8> kOutcomes = {"open",      "done",         "confirmed",  "heard",
                                                       "unreached", "cannot_serve", "stood_down", "withdrawn"};
constexpr std::array<std::string_view, 42> kEvents = {"started",
                                                      "try_begun",
                                                      "attempt_queued",
                                                      "attempt_handed",
                                                      "claimed",
                                                      "released",
                                                      "delivered",
                                                      "failed",
                                                      "answered",
                                                      "hung_up",
                                                      "heard",
                                                      "confirmed",
                                                      "on_post",
                                                      "moved",
                                                      "done",
                                                      "cannot_serve",
                                                      "note",
                                                      "attempt_stopped",
                                                      "deputy_asked",
                                                      "escalated",
                                                      "neighbour_asked",
                                                      "door_knock",
                                                      "post_vacant",
                                                      "silent",
                                                      "notice_opened",
                                                      "notice_listed",
                                                      "awake_overdue",
                                                      "feedback_overdue",
                                                      "progress_overdue",
                                                      "holder_changed",
                                                      "skipped",
                                                      "reopened",
                                                      "raised",
                                                      "stood_down",
                                                      "withdrawn",
                                                      "unknown_reply",
                                                      "clock_jump",
                                                      "final",
                                                      "closed",
                                                      "task_done",
                                                      "by_hand",
                                                      "acted_late"};
constexpr std::array<std::string_view, kTimerCount> kTimers = {"answer_due",   "retry",        "queue_due", "awake_due",
                                                               "feedback_due", "progress_due", "claim_due"};
constexpr std::array<std::string_view, 11> kReceipts = {"delivered", "failed",       "answered", "hung_up",
                                                        "heard",     "confirmed",    "on_post",  "moved",
                                                        "done",      "cannot_serve", "note"};

template <class Enum, std::size_t kCount>
std::optional<Enum> named(const std::array<std::string_view, kCount>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(std::distance(names.begin(), found));
}

}  // namespace

std::string_view channelName(Channel channel) { return kChannels[static_cast<std::size_t>(channel)]; }
std::optional<Channel> channelNamed(std::string_view name) { return named<Channel>(kChannels, name); }
std::string_view reachName(Reach reach) { return kReaches[static_cast<std::size_t>(reach)]; }
std::string_view outcomeName(Outcome outcome) { return kOutcomes[static_cast<std::size_t>(outcome)]; }
std::string_view eventName(EventKind kind) { return kEvents[static_cast<std::size_t>(kind)]; }
std::optional<EventKind> eventNamed(std::string_view name) { return named<EventKind>(kEvents, name); }
std::string_view timerName(TimerKind kind) { return kTimers[static_cast<std::size_t>(kind)]; }
std::optional<TimerKind> timerNamed(std::string_view name) { return named<TimerKind>(kTimers, name); }
std::string_view receiptName(ReceiptKind kind) { return kReceipts[static_cast<std::size_t>(kind)]; }
std::optional<ReceiptKind> receiptNamed(std::string_view name) { return named<ReceiptKind>(kReceipts, name); }

}  // namespace gis
