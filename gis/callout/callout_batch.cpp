// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_batch.h"

#include <algorithm>

namespace gis {
namespace {

constexpr std::int64_t kMsPerS = 1000;
constexpr int kStepTryBase = 1000;
constexpr char kNoticeLadder[] = "@notice";
constexpr int kNoticeWaitS = 90, kNoticeRetryS = 30;

}  // namespace

const Ladder& noticeLadder() {
  static const Ladder ladder{kNoticeLadder,
                             {LadderStep{RungKind::kCall,
                                         {Channel::kPhone, Channel::kSms},
                                         ChannelOrder::kParallel,
                                         2,
                                         kNoticeWaitS,
                                         kNoticeRetryS,
                                         600}}};
  return ladder;
}

void CalloutBatch::emit(int target, EventKind kind, std::string actor, std::string attempt, std::int64_t number,
                        std::string text) {
  CalloutEvent event;
  event.seq = m_state.lastSeq() + 1;
  event.at_utc_ms = m_now_utc_ms;
  event.target = target;
  event.kind = kind;
  event.actor = std::move(actor);
  event.attempt = std::move(attempt);
  event.number = number;
  event.text = std::move(text);
  event.hash = eventHash(m_state.lastHash(), event);
  m_state.apply(event);
  m_events.push_back(std::move(event));
}

void CalloutBatch::setTimer(int target, TimerKind kind, std::int64_t due_utc_ms) {
  m_timers.push_back({target, kind, due_utc_ms, m_state.generation(target, kind), false});
}

void CalloutBatch::clearTimer(int target, TimerKind kind) { m_timers.push_back({target, kind, 0, 0, true}); }

const Ladder* CalloutBatch::ladderOf(int index) const {
  const std::string& id = target(index).plan.ladder;
  return id == kNoticeLadder ? &noticeLadder() : m_state.snapshot().plan.ladder(id);
}

const LadderStep* CalloutBatch::stepOf(int index) const {
  const Ladder* ladder = ladderOf(index);
  const int step = target(index).step;
  if (!ladder || step < 0 || step >= static_cast<int>(ladder->steps.size())) return nullptr;
  return &ladder->steps[static_cast<std::size_t>(step)];
}

void CalloutBatch::beginTarget(int index, int step) {
  const TargetState& t = target(index);
  if (const int awake_s = t.plan.clocks.awake_s; awake_s > 0 && !t.awake_overdue)
    setTimer(index, TimerKind::kAwakeDue, t.reached_utc_ms[0] + awake_s * kMsPerS);
  beginStep(index, step);
}

int CalloutBatch::stepOfCall(const CalloutAttempt& attempt) const {
  const Ladder* ladder = ladderOf(attempt.target);
  if (!ladder || attempt.channel != Channel::kPhone || attempt.step <= 0 ||
      attempt.step >= static_cast<int>(ladder->steps.size()))
    return 0;
  const LadderStep& rung = ladder->steps[static_cast<std::size_t>(attempt.step)];
  return personFor(attempt.target, rung) == attempt.person ? attempt.step : 0;
}

int CalloutBatch::personFor(int index, const LadderStep& step) const {
  const TargetState& t = target(index);
  switch (step.kind) {
    case RungKind::kCall:
    case RungKind::kDoorKnock:
      // A holder who was put in by an officer is called instead of the planned one.
      return t.holder;
    case RungKind::kDeputy:
      return t.plan.deputy;
    case RungKind::kSuperior:
      return t.plan.superior;
    case RungKind::kNeighbour:
      return t.plan.neighbour;
  }
  return -1;
}

void CalloutBatch::beginStep(int index, int step) {
  const Ladder* ladder = ladderOf(index);
  for (; ladder && step < static_cast<int>(ladder->steps.size()); ++step) {
    const LadderStep& rung = ladder->steps[static_cast<std::size_t>(step)];
    const int person = personFor(index, rung);
    if (person < 0) {
      emit(index, EventKind::kPostVacant, "engine", {}, step, std::string(stepName(rung.kind)));
      continue;
    }
    if (rung.kind == RungKind::kSuperior) return escalate(index, step, rung);
    // A person who said that they cannot serve is not called again; whoever stands at their door may still go.
    if (rung.kind == RungKind::kCall && target(index).cannot_serve) continue;
    const std::string& uuid = m_state.snapshot().persons[static_cast<std::size_t>(person)].uuid;
    if (rung.kind == RungKind::kDeputy) emit(index, EventKind::kDeputyAsked, "engine", {}, step, uuid);
    if (rung.kind == RungKind::kNeighbour) emit(index, EventKind::kNeighbourAsked, "engine", {}, step, uuid);
    if (rung.kind == RungKind::kDoorKnock) emit(index, EventKind::kDoorKnock, "engine", {}, step);
    return beginTry(index, step, 1);
  }
  for (const TimerKind kind : {TimerKind::kAnswerDue, TimerKind::kRetry, TimerKind::kQueueDue, TimerKind::kClaimDue})
    clearTimer(index, kind);
  if (!target(index).silent && !target(index).confirmed()) emit(index, EventKind::kSilent);
}

bool CalloutBatch::queueAttempt(int index, Channel channel, int person) {
  const TargetState& t = target(index);
  // One number waits once for a line, whatever the tries.
  for (const int at : t.attempts) {
    const CalloutAttempt& other = m_state.attempts()[static_cast<std::size_t>(at)];
    if (other.state == AttemptState::kQueued && other.channel == channel && other.person == person) return true;
  }
  const CalloutPerson& whom = m_state.snapshot().persons[static_cast<std::size_t>(person)];
  const std::string id = attemptId(index, t.round, t.step, t.try_number, channel);
  if (m_state.attemptOf(id) >= 0) return false;
  emit(index, EventKind::kAttemptQueued, "engine", id, 0, whom.uuid);
  if (channel != Channel::kDoor && channel != Channel::kGateway && whom.phones.empty()) {
    emit(index, EventKind::kFailed, "engine", id, 0, "no_number");
    return false;
  }
  return true;
}

std::string CalloutBatch::queueByHand(int index, int attempts_before) {
  const TargetState& t = target(index);
  if (t.holder < 0) return {};
  const CalloutPerson& whom = m_state.snapshot().persons[static_cast<std::size_t>(t.holder)];
  if (whom.phones.empty()) return {};
  // The tries of officers are counted apart from the ladder's: 900 and up.
  constexpr int kByHand = 900;
  const std::string id = attemptId(index, t.round, t.step, kByHand + attempts_before, Channel::kPhone);
  if (m_state.attemptOf(id) >= 0) return {};
  emit(index, EventKind::kAttemptQueued, "engine", id, 0, whom.uuid);
  return id;
}

void CalloutBatch::beginTry(int index, int step, int try_number) {
  emit(index, EventKind::kTryBegun, "engine", {}, std::int64_t{step} * kStepTryBase + try_number);
  clearTimer(index, TimerKind::kRetry);
  clearTimer(index, TimerKind::kAnswerDue);
  const LadderStep* rung = stepOf(index);
  if (!rung) return;
  const int person = personFor(index, *rung);
  bool waiting = false;
  if (rung->order == ChannelOrder::kInTurn) {
    waiting = queueNextInTurn(index);
  } else {
    for (const Channel channel : rung->channels) waiting = queueAttempt(index, channel, person) || waiting;
  }
  if (!waiting) return tryFailed(index);
  setTimer(index, TimerKind::kQueueDue, m_now_utc_ms + rung->queue_s * kMsPerS);
}

bool CalloutBatch::queueNextInTurn(int index) {
  const LadderStep* rung = stepOf(index);
  if (!rung || rung->order != ChannelOrder::kInTurn) return false;
  const TargetState& t = target(index);
  const int person = personFor(index, *rung);
  for (const Channel channel : rung->channels) {
    if (m_state.attemptOf(attemptId(index, t.round, t.step, t.try_number, channel)) >= 0) continue;
    if (queueAttempt(index, channel, person)) return true;
  }
  return false;
}

bool CalloutBatch::hasOpenAttempt(int index) const {
  return std::ranges::any_of(target(index).attempts, [&](int at) {
    const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
    return attempt.is_open() && attempt.step == target(index).step && attempt.try_number == target(index).try_number;
  });
}

void CalloutBatch::tryIsOver(int index) {
  const LadderStep* rung = stepOf(index);
  if (!rung || target(index).settled() || target(index).confirmed()) return;
  if (queueNextInTurn(index)) {
    clearTimer(index, TimerKind::kAnswerDue);
    setTimer(index, TimerKind::kQueueDue, m_now_utc_ms + rung->queue_s * kMsPerS);
    return;
  }
  if (target(index).try_number < rung->tries)
    beginTry(index, target(index).step, target(index).try_number + 1);
  else
    beginStep(index, target(index).step + 1);
}

bool CalloutBatch::wasDialled(int index) const {
  const TargetState& t = target(index);
  return std::ranges::any_of(t.attempts, [&](int at) {
    const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
    return attempt.step == t.step && attempt.try_number == t.try_number && attempt.handed_utc_ms != 0;
  });
}

void CalloutBatch::queueIsOver(int index) {
  const LadderStep* rung = stepOf(index);
  if (!rung || target(index).settled() || target(index).confirmed()) return;
  const bool by_officers = std::ranges::all_of(
      rung->channels, [](Channel channel) { return channel == Channel::kPhone || channel == Channel::kDoor; });
  if (by_officers && !wasDialled(index)) return beginStep(index, target(index).step + 1);
  tryIsOver(index);
}

void CalloutBatch::tryFailed(int index) {
  const LadderStep* rung = stepOf(index);
  if (!rung || target(index).settled() || target(index).confirmed()) return;
  clearTimer(index, TimerKind::kAnswerDue);
  clearTimer(index, TimerKind::kQueueDue);
  if (queueNextInTurn(index)) return setTimer(index, TimerKind::kQueueDue, m_now_utc_ms + rung->queue_s * kMsPerS);
  const TargetState& t = target(index);
  // A post without a number has none a minute later either.
  if (!wasDialled(index)) return beginStep(index, t.step + 1);
  if (t.try_number >= rung->tries || rung->retry_s == 0) return tryIsOver(index);
  setTimer(index, TimerKind::kRetry, m_now_utc_ms + rung->retry_s * kMsPerS);
}

void CalloutBatch::stopAttempts(int index, const std::string& why) {
  const std::vector<int> attempts = target(index).attempts;
  for (const int at : attempts) {
    const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
    if (attempt.is_open()) emit(index, EventKind::kAttemptStopped, "engine", attempt.id, 0, why);
  }
  for (const TimerKind kind : {TimerKind::kAnswerDue, TimerKind::kRetry, TimerKind::kQueueDue, TimerKind::kClaimDue})
    clearTimer(index, kind);
}

void CalloutBatch::escalate(int index, int step, const LadderStep& rung) {
  emit(index, EventKind::kTryBegun, "engine", {}, std::int64_t{step} * kStepTryBase + 1);
  const int superior = target(index).plan.superior;
  // One call tells a superior of all the silent: a notice that has not been confirmed yet takes one more name.
  int notice = -1;
  for (std::size_t i = m_state.snapshot().targets.size(); i < m_state.targets().size(); ++i) {
    const TargetState& t = m_state.targets()[i];
    if (t.is_notice && t.plan.person == superior && !t.confirmed() && t.outcome == Outcome::kOpen && !t.silent)
      notice = static_cast<int>(i);
  }
  const bool is_new = notice < 0;
  if (is_new) {
    notice = static_cast<int>(m_state.targets().size());
    emit(notice, EventKind::kNoticeOpened, "engine", kNoticeLadder, 0,
         m_state.snapshot().persons[static_cast<std::size_t>(superior)].uuid);
  }
  emit(index, EventKind::kEscalated, "engine", {}, notice);
  emit(notice, EventKind::kNoticeListed, "engine", {}, index);
  if (is_new) beginStep(notice, 0);
  setTimer(index, TimerKind::kAnswerDue, m_now_utc_ms + rung.wait_s * kMsPerS);
}

void CalloutBatch::confirmed(int index) {
  stopAttempts(index, "confirmed");
  clearTimer(index, TimerKind::kAwakeDue);
  if (const int feedback_s = target(index).plan.clocks.feedback_s; feedback_s > 0)
    setTimer(index, TimerKind::kFeedbackDue, m_now_utc_ms + feedback_s * kMsPerS);
  standDownGroup(index);
}

void CalloutBatch::fedBack(int index) {
  clearTimer(index, TimerKind::kFeedbackDue);
  const int progress_s = target(index).plan.clocks.progress_s;
  if (progress_s > 0 && target(index).reach != Reach::kDone)
    setTimer(index, TimerKind::kProgressDue, m_now_utc_ms + progress_s * kMsPerS);
  else
    clearTimer(index, TimerKind::kProgressDue);
}

void CalloutBatch::standDownGroup(int index) {
  const CalloutTarget plan = target(index).plan;
  if (plan.group.empty() || plan.quorum <= 0) return;
  std::vector<int> open;
  int confirmed = 0;
  for (std::size_t i = 0; i < m_state.targets().size(); ++i) {
    const TargetState& t = m_state.targets()[i];
    if (t.plan.group != plan.group) continue;
    if (t.confirmed())
      ++confirmed;
    else if (t.outcome == Outcome::kOpen)
      open.push_back(static_cast<int>(i));
  }
  if (confirmed < plan.quorum) return;
  for (const int other : open) {
    stopAttempts(other, "quorum");
    clearTimer(other, TimerKind::kAwakeDue);
    emit(other, EventKind::kStoodDown);
  }
}

}  // namespace gis
