// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gis {

// How somebody is called (叫应渠道). kPhone is an officer who dials; the others work by themselves.
enum class Channel { kPhone, kSms, kVoice, kGateway, kDoor };
constexpr int kChannelCount = 5;

// How far one target has come. In this order: a later one implies those before it, down to kSending.
enum class Reach { kPlanned, kSending, kDelivered, kAnswered, kHeard, kConfirmed, kOnPost, kMoving, kDone };

// What became of a target when its call-out was closed, or before. Exactly one for each.
enum class Outcome {
  kOpen,         // none yet
  kDone,         // fed back that all is done
  kConfirmed,    // confirmed, without the last feedback
  kHeard,        // heard or answered, and never confirmed
  kUnreached,    // silent to the end
  kCannotServe,  // and nobody in their place
  kStoodDown,    // others of the group were enough
  kWithdrawn,    // the warning was cancelled, or an officer took it back
};

enum class EventKind {
  kStarted,        // of the whole call-out; number: targets
  kTryBegun,       // number: step * 1000 + try
  kAttemptQueued,  // waits for a line
  kAttemptHanded,  // a line has taken it
  kClaimed,        // an officer has taken it; actor
  kReleased,       // and given it back, or was away too long
  kDelivered,
  kFailed,  // text: reason
  kAnswered,
  kHungUp,  // number: second
  kHeard,   // the digit told last was repeated
  kConfirmed,
  kOnPost,
  kMoved,  // number: people moved so far
  kDone,
  kCannotServe,
  kNote,            // what was said or written, in their words
  kAttemptStopped,  // nobody need ring any more; text: why
  kDeputyAsked,     // text: person
  kEscalated,       // the superior is told; number: the notice
  kNeighbourAsked,  // text: person
  kDoorKnock,       // somebody goes there
  kPostVacant,      // a step that has nobody; number: step
  kSilent,          // the ladder is at its end
  kNoticeOpened,    // a target made on the way: a superior who is told of the silent; text: person
  kNoticeListed,    // target: the notice, number: one of the silent
  kAwakeOverdue,    // not confirmed in time
  kFeedbackOverdue,
  kProgressOverdue,
  kHolderChanged,  // somebody else stands for the target now; text: person
  kSkipped,        // by an officer: on to the next step
  kReopened,       // by a raised level or an officer: called again; number: kReopenedCorrecting, or 0
  kRaised,         // the whole call-out; text: colour
  kStoodDown,
  kWithdrawn,
  kUnknownReply,  // from a number nobody here has; of the whole call-out
  kClockJump,     // number: by how many ms the wall clock left ours
  kFinal,         // number: Outcome
  kClosed,        // of the whole call-out
  kTaskDone,      // of the response level; number: place in the plan's tasks; text: what was said
  kByHand,        // of the whole call-out: what waits for a line goes to officers as well; number: how many
  kActedLate,     // timers acted after their time; number: the worst of them, ms; text: how many acted
};

// The number of a kReopened that takes back what an officer booked by mistake: its clock goes on.
constexpr std::int64_t kReopenedCorrecting = 1;

enum class TimerKind {
  kAnswerDue,    // since a line took the first attempt of a try
  kRetry,        // the pause between two tries
  kQueueDue,     // no line has taken any attempt
  kAwakeDue,     // the clock of the rule: 5 min in Changzhi
  kFeedbackDue,  // since the confirmation
  kProgressDue,  // since the last progress
  kClaimDue,     // an officer has had a number for long without a word
};
constexpr int kTimerCount = 7;

// What a channel or an officer says about one attempt.
enum class ReceiptKind {
  kDelivered,
  kFailed,
  kAnswered,
  kHungUp,
  kHeard,
  kConfirmed,
  kOnPost,
  kMoved,
  kDone,
  kCannotServe,
  kNote
};

// Stable lower-case names for logs and JSON.
std::string_view channelName(Channel channel);
std::optional<Channel> channelNamed(std::string_view name);
std::string_view reachName(Reach reach);
std::string_view outcomeName(Outcome outcome);
std::string_view eventName(EventKind kind);
std::optional<EventKind> eventNamed(std::string_view name);
std::string_view timerName(TimerKind kind);
std::optional<TimerKind> timerNamed(std::string_view name);
std::string_view receiptName(ReceiptKind kind);
std::optional<ReceiptKind> receiptNamed(std::string_view name);

}  // namespace gis
