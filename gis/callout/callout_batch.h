// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "gis/callout/callout_state.h"

namespace gis {

// The events and timers of one decision: each event is applied to the state at once, so that the next step sees it, and
// all are written together. The rules of the ladder live here. One thread; lives as long as the decision.
class CalloutBatch {
 public:
  CalloutBatch(CalloutState& state, std::int64_t now_utc_ms) : m_state(state), m_now_utc_ms(now_utc_ms) {}

  void emit(int target, EventKind kind, std::string actor = "engine", std::string attempt = {}, std::int64_t number = 0,
            std::string text = {});
  void setTimer(int target, TimerKind kind, std::int64_t due_utc_ms);
  void clearTimer(int target, TimerKind kind);

  // The ladder.
  void beginTarget(int target, int step = 0);
  // The step at which an officer rang this person again; 0 when the call was none of the ladder's.
  int stepOfCall(const CalloutAttempt& attempt) const;
  void beginStep(int target, int step);
  void beginTry(int target, int step, int try_number);
  // Every attempt of this try has failed, or its time is over.
  void tryIsOver(int target);
  // No line has taken any attempt of this try. What only officers dial goes on to the next step: another try of the
  // same number would only wait behind itself.
  void queueIsOver(int target);
  // Like it, but a definite failure waits for the pause between tries.
  void tryFailed(int target);
  // A telephone attempt beside what the ladder does, for an officer who calls at once; its holder's number. Empty:
  // none.
  std::string queueByHand(int target, int attempts_before);
  void confirmed(int target);
  void fedBack(int target);
  void stopAttempts(int target, const std::string& why);
  // Whether anybody still rings or talks for it.
  bool hasOpenAttempt(int target) const;

  const std::vector<CalloutEvent>& events() const { return m_events; }
  const std::vector<CalloutTimer>& timers() const { return m_timers; }
  std::int64_t now() const { return m_now_utc_ms; }
  const TargetState& target(int index) const { return m_state.targets()[static_cast<std::size_t>(index)]; }
  const LadderStep* stepOf(int target) const;

 private:
  const Ladder* ladderOf(int target) const;
  bool queueAttempt(int target, Channel channel, int person);
  bool queueNextInTurn(int target);
  bool wasDialled(int target) const;
  int personFor(int target, const LadderStep& step) const;
  void escalate(int target, int step, const LadderStep& rung);
  void standDownGroup(int target);

  CalloutState& m_state;
  std::int64_t m_now_utc_ms;
  std::vector<CalloutEvent> m_events;
  std::vector<CalloutTimer> m_timers;
};

// The ladder of a notice to a superior: called twice, then left.
const Ladder& noticeLadder();

}  // namespace gis
