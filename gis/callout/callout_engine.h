// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "gis/callout/callout_log.h"
#include "gis/callout/callout_state.h"

namespace gis {

// How long an officer may have a number in hand without a word.
constexpr std::int64_t kClaimMs = 3 * 60 * 1000;

// What a channel or an officer says about an attempt.
struct Receipt {
  std::string attempt;
  ReceiptKind kind = ReceiptKind::kNote;
  std::string actor;        // line or officer
  std::int64_t number = 0;  // kHungUp: second; kMoved: people so far
  std::string text;         // kFailed: reason; kNote: the words
};

// A receipt that changes nothing (it came twice, or too late) is no error.
enum class ReceiptOutcome { kTaken, kIgnored };

// The engine of 叫应: it decides what happens next and writes it down before anything is done. Every decision is made
// inside CalloutLog::exclusively() after what other programs wrote was read, so several windows may drive one call-out.
// `now_utc_ms` must not go backwards: give it EngineClock's time. A failure (a full disk) leaves log and state as they
// were. One thread per object.
class CalloutEngine {
 public:
  // The log must outlive the engine.
  CalloutEngine(CalloutSnapshot snapshot, CalloutLog& log);
  // Reads all that is there: to go on after a kill, or to look. Call it first.
  Result<void> load();
  // Reads what others wrote since; decides nothing.
  Result<void> look() { return catchUp(); }

  // Queues the first try of every target. kAlreadyExists: it was started before.
  Result<void> start(std::int64_t now_utc_ms);
  // Acts on the timers that are due, in the order of their times. True: something happened.
  Result<bool> tick(std::int64_t now_utc_ms);
  // The earliest timer that still means something.
  std::optional<std::int64_t> nextDueUtcMs() const;

  // A line takes an attempt: from now on it may dial. False: it is no longer to be dialled.
  Result<bool> hand(const std::string& attempt, const std::string& line, std::int64_t now_utc_ms);
  Result<ReceiptOutcome> receive(const Receipt& receipt, std::int64_t now_utc_ms);
  // From a number: of the latest attempt there, or of nobody here (kUnknownReply; the number itself is not kept).
  Result<ReceiptOutcome> receiveFrom(std::string_view phone, Receipt receipt, std::int64_t now_utc_ms);
  // The attempts a channel's lines may take now, nearest to the danger first, then oldest.
  std::vector<std::string> queued(Channel channel, std::size_t most) const;
  // The next number for an officer who dials; theirs alone until a receipt, release() or three minutes of silence. The
  // one they still have is given again. Empty: nobody is to be called.
  Result<std::string> claim(const std::string& officer, std::int64_t now_utc_ms);
  Result<bool> release(const std::string& attempt, const std::string& officer, std::int64_t now_utc_ms);

  // The officer calls this person by hand now, whatever the ladder does and whoever else has the number in hand: their
  // attempt becomes this officer's, or a telephone attempt is made. What the officer had in hand before is given back.
  // Empty: the target is settled, confirmed, or has no number.
  Result<std::string> takeOver(int target, const std::string& officer, const std::string& reason,
                               std::int64_t now_utc_ms);
  // What an officer booked of this attempt was wrong: the entry stays in the log, and the one who was rung is called
  // again, with the clock of the rule going on: a deputy as the deputy, not the post-holder from the beginning.
  // `moved_people`: as many as had been moved before. False: it would change nothing.
  Result<bool> correct(const std::string& attempt, std::int64_t moved_people, const std::string& officer,
                       const std::string& reason, std::int64_t now_utc_ms);
  // Whose messages or automatic calls wait for a line is put before the officers as well. How many that were.
  Result<int> callByHand(const std::string& officer, std::int64_t now_utc_ms);
  // What an officer may do, each with a reason. False: it would change nothing.
  Result<bool> skip(int target, const std::string& officer, const std::string& reason, std::int64_t now_utc_ms);
  Result<bool> reopen(int target, const std::string& officer, const std::string& reason, std::int64_t now_utc_ms);
  Result<bool> withdraw(int target, const std::string& officer, const std::string& reason, std::int64_t now_utc_ms);
  Result<bool> changeHolder(int target, const std::string& person_uuid, const std::string& officer,
                            const std::string& reason, std::int64_t now_utc_ms);
  // A higher level: everybody is called again, who had confirmed as well.
  Result<bool> raise(WarningColour colour, const std::string& officer, std::int64_t now_utc_ms);
  // The warning was cancelled: all that is open is withdrawn.
  Result<bool> withdrawAll(const std::string& officer, const std::string& reason, std::int64_t now_utc_ms);
  // A task of the response level is done: its place in the plan. False: it was, or there is none.
  Result<bool> taskDone(int task, const std::string& officer, const std::string& text, std::int64_t now_utc_ms);
  // Gives every target its outcome. Nothing is taken afterwards. `reason`: why, when somebody has not confirmed.
  Result<bool> close(const std::string& officer, std::int64_t now_utc_ms, const std::string& reason = {});
  // The wall clock left ours by so much; told for the record.
  Result<void> noteClockJump(std::int64_t by_ms, std::int64_t now_utc_ms);

  const CalloutState& state() const { return m_state; }
  const std::vector<CalloutTimer>& timers() const { return m_timers; }

 private:
  class Batch;
  template <class Work>
  Result<void> decide(Work&& work);
  Result<void> catchUp();
  Result<void> readTimersOf(std::span<const int> targets);
  Result<std::vector<CalloutTimer>> dueTimers(std::int64_t now_utc_ms);
  void setTimer(const CalloutTimer& timer);

  CalloutState m_state;
  CalloutLog* m_log;
  std::vector<CalloutTimer> m_timers;  // by target * kTimerCount + kind; is_cleared: none
  std::set<std::tuple<std::int64_t, int, TimerKind>> m_due;
  bool m_others_write = false;  // another program has written into the log since it was first read
};

// What a target's outcome is when the call-out is closed now.
Outcome outcomeOf(const TargetState& target);

}  // namespace gis
