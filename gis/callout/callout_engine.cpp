// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_engine.h"

#include <algorithm>

#include "gis/callout/callout_batch.h"

namespace gis {
namespace {

constexpr std::int64_t kTalkingMs = 30 * 1000;  // nobody escalates over a talk
constexpr std::size_t kMostTimersAtOnce = 2000;
constexpr std::size_t kFewOf = 4;  // reading one by one pays for less than a quarter

EventKind eventOf(ReceiptKind kind) {
  constexpr std::array kEvents = {EventKind::kDelivered,   EventKind::kFailed, EventKind::kAnswered,
                                  EventKind::kHungUp,      EventKind::kHeard,  EventKind::kConfirmed,
                                  EventKind::kOnPost,      EventKind::kMoved,  EventKind::kDone,
                                  EventKind::kCannotServe, EventKind::kNote};
  return kEvents[static_cast<std::size_t>(kind)];
}

// A clock of the rule says once that it has run out, whoever acts on it and however often.
bool isRuleClock(TimerKind kind) {
  return kind == TimerKind::kAwakeDue || kind == TimerKind::kFeedbackDue || kind == TimerKind::kProgressDue;
}

// Whether the receipt says something that is not known yet.
bool isNews(const Receipt& receipt, const CalloutAttempt& attempt, const TargetState& target) {
  switch (receipt.kind) {
    case ReceiptKind::kDelivered:
      return attempt.is_open() && target.reach < Reach::kDelivered;
    case ReceiptKind::kFailed:
    case ReceiptKind::kHungUp:
      return attempt.is_open();
    case ReceiptKind::kAnswered:
      return attempt.is_open() && !attempt.answered;
    case ReceiptKind::kHeard:
      return target.reach < Reach::kHeard;
    case ReceiptKind::kConfirmed:
      return target.reach < Reach::kConfirmed;
    case ReceiptKind::kOnPost:
      return target.reach < Reach::kOnPost;
    case ReceiptKind::kMoved:
      return target.reach < Reach::kDone && (receipt.number != target.moved_people || target.reach < Reach::kMoving);
    case ReceiptKind::kDone:
      return target.reach < Reach::kDone;
    case ReceiptKind::kCannotServe:
      return !target.cannot_serve && !target.confirmed();
    case ReceiptKind::kNote:
      return !receipt.text.empty();
  }
  return false;
}

}  // namespace

Outcome outcomeOf(const TargetState& target) {
  if (target.outcome != Outcome::kOpen) return target.outcome;
  if (target.reach == Reach::kDone) return Outcome::kDone;
  if (target.confirmed()) return Outcome::kConfirmed;
  if (target.cannot_serve) return Outcome::kCannotServe;
  return target.reach >= Reach::kAnswered ? Outcome::kHeard : Outcome::kUnreached;
}

CalloutEngine::CalloutEngine(CalloutSnapshot snapshot, CalloutLog& log) : m_state(std::move(snapshot)), m_log(&log) {}

Result<void> CalloutEngine::load() {
  m_state = CalloutState(m_state.snapshot());
  m_timers.clear();
  m_due.clear();
  return catchUp();
}

void CalloutEngine::setTimer(const CalloutTimer& timer) {
  const auto at = static_cast<std::size_t>(timer.target) * kTimerCount + static_cast<std::size_t>(timer.kind);
  if (at >= m_timers.size())
    for (std::size_t i = m_timers.size(); i <= at; ++i) {
      CalloutTimer none;
      none.is_cleared = true;
      m_timers.push_back(none);
    }
  CalloutTimer& kept = m_timers[at];
  if (!kept.is_cleared) m_due.erase({kept.due_utc_ms, kept.target, kept.kind});
  kept = timer;
  if (!kept.is_cleared) m_due.insert({kept.due_utc_ms, kept.target, kept.kind});
}

// Events of others come with the timers that they set: those of the targets they name are read again, all of them when
// that is most.
Result<void> CalloutEngine::catchUp() {
  const bool is_first = m_state.lastSeq() == 0;
  const auto events = m_log->eventsAfter(m_state.lastSeq());
  if (!events) return std::unexpected(events.error());
  if (events->empty()) return {};
  std::vector<int> touched;
  for (const CalloutEvent& event : *events) {
    m_state.apply(event);
    if (event.target >= 0) touched.push_back(event.target);
  }
  m_others_write = m_others_write || !is_first;
  std::ranges::sort(touched);
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  if (touched.size() * kFewOf < m_state.targets().size()) return readTimersOf(touched);
  const auto timers = m_log->timers();
  if (!timers) return std::unexpected(timers.error());
  m_timers.clear();
  m_due.clear();
  for (const CalloutTimer& timer : *timers) setTimer(timer);
  return {};
}

Result<void> CalloutEngine::readTimersOf(std::span<const int> targets) {
  const auto timers = m_log->timersOf(targets);
  if (!timers) return std::unexpected(timers.error());
  for (const int target : targets)
    for (int kind = 0; kind < kTimerCount; ++kind) setTimer({target, static_cast<TimerKind>(kind), 0, 0, true});
  for (const CalloutTimer& timer : *timers) setTimer(timer);
  return {};
}

// Some timers change without an event (a wait goes on while somebody talks, a clock ends where nothing is left to say):
// where others write, the log is asked before anything is done.
Result<std::vector<CalloutTimer>> CalloutEngine::dueTimers(std::int64_t now_utc_ms) {
  const auto due = [&] {
    std::vector<CalloutTimer> timers;
    for (const auto& [due_utc_ms, target, kind] : m_due) {
      if (due_utc_ms > now_utc_ms || timers.size() >= kMostTimersAtOnce) break;
      timers.push_back(m_timers[static_cast<std::size_t>(target) * kTimerCount + static_cast<std::size_t>(kind)]);
    }
    return timers;
  };
  std::vector<CalloutTimer> timers = due();
  if (timers.empty() || !m_others_write) return timers;
  std::vector<int> targets;
  for (const CalloutTimer& timer : timers)
    if (!isRuleClock(timer.kind)) targets.push_back(timer.target);
  if (targets.empty()) return timers;
  std::ranges::sort(targets);
  targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
  if (auto read = readTimersOf(targets); !read) return std::unexpected(read.error());
  return due();
}

// `work` gets a batch of its own and puts into it what happens.
template <class Work>
Result<void> CalloutEngine::decide(Work&& work) {
  bool touched = false;
  auto done = m_log->exclusively([&]() -> Result<void> {
    if (auto read = catchUp(); !read) return read;
    touched = true;
    return work();
  });
  // The state went ahead of a log that was rolled back.
  if (!done && touched && done.error().code != ErrorCode::kAlreadyExists) {
    if (auto again = load(); !again) return again;
  }
  return done;
}

class CalloutEngine::Batch : public CalloutBatch {
 public:
  Batch(CalloutEngine& engine, std::int64_t now_utc_ms)
      : CalloutBatch(engine.m_state, std::max(now_utc_ms, engine.m_state.lastUtcMs())), m_engine(engine) {}
  Result<void> write() {
    if (events().empty() && timers().empty()) return {};
    if (auto written = m_engine.m_log->append(events(), timers()); !written) return written;
    for (const CalloutTimer& timer : timers()) m_engine.setTimer(timer);
    return {};
  }

 private:
  CalloutEngine& m_engine;
};

Result<void> CalloutEngine::start(std::int64_t now_utc_ms) {
  return decide([&]() -> Result<void> {
    if (m_state.started()) return fail(ErrorCode::kAlreadyExists, m_state.snapshot().title);
    Batch batch(*this, now_utc_ms);
    const int count = static_cast<int>(m_state.targets().size());
    batch.emit(-1, EventKind::kStarted, "engine", {}, count, std::string(colourName(m_state.colour())));
    for (int i = 0; i < count; ++i) batch.beginTarget(i);
    return batch.write();
  });
}

std::optional<std::int64_t> CalloutEngine::nextDueUtcMs() const {
  for (const auto& [due_utc_ms, target, kind] : m_due) {
    const auto at = static_cast<std::size_t>(target) * kTimerCount + static_cast<std::size_t>(kind);
    if (m_timers[at].generation == m_state.generation(target, kind)) return due_utc_ms;
  }
  return std::nullopt;
}

Result<bool> CalloutEngine::tick(std::int64_t now_utc_ms) {
  bool happened = false;
  auto done = decide([&]() -> Result<void> {
    if (!m_state.started() || m_state.closed()) return {};
    Batch batch(*this, now_utc_ms);
    const auto due = dueTimers(batch.now());
    if (!due) return std::unexpected(due.error());
    std::int64_t late_ms = 0;
    int acted = 0;
    for (const CalloutTimer& timer : *due) {
      batch.clearTimer(timer.target, timer.kind);
      const TargetState& target = batch.target(timer.target);
      // Stale: something else has happened to its target since it was set.
      if (timer.generation != m_state.generation(timer.target, timer.kind) || target.settled()) continue;
      late_ms = std::max(late_ms, batch.now() - timer.due_utc_ms);
      ++acted;
      switch (timer.kind) {
        case TimerKind::kAwakeDue:
          if (!target.confirmed() && !target.awake_overdue) batch.emit(timer.target, EventKind::kAwakeOverdue);
          break;
        case TimerKind::kFeedbackDue:
          if (!target.feedback_overdue) batch.emit(timer.target, EventKind::kFeedbackOverdue);
          break;
        case TimerKind::kProgressDue:
          if (!target.progress_overdue) batch.emit(timer.target, EventKind::kProgressOverdue);
          break;
        case TimerKind::kClaimDue:
          for (const int at : target.attempts) {
            const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
            if (attempt.is_open() && !attempt.claimed_by.empty()) {
              batch.emit(timer.target, EventKind::kReleased, attempt.claimed_by, attempt.id, 0, "no word");
              break;
            }
          }
          break;
        case TimerKind::kAnswerDue: {
          // Somebody is on the line with them, or an officer has the number in hand.
          const bool talking = std::ranges::any_of(target.attempts, [&](int at) {
            const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
            return attempt.is_open() && attempt.state == AttemptState::kHanded &&
                   (attempt.answered || !attempt.claimed_by.empty()) &&
                   batch.now() - attempt.handed_utc_ms < kClaimMs * 2;
          });
          if (talking)
            batch.setTimer(timer.target, TimerKind::kAnswerDue, batch.now() + kTalkingMs);
          else
            batch.tryIsOver(timer.target);
          break;
        }
        case TimerKind::kQueueDue:
          batch.queueIsOver(timer.target);
          break;
        case TimerKind::kRetry:
          batch.tryIsOver(timer.target);
          break;
      }
    }
    // Kept with the rest, so that an audit can say how punctual the engine was; on a clock of its own it always is.
    if (late_ms > 0) batch.emit(-1, EventKind::kActedLate, "engine", {}, late_ms, std::to_string(acted));
    happened = !batch.events().empty() || !due->empty();
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return happened;
}

Result<bool> CalloutEngine::hand(const std::string& id, const std::string& line, std::int64_t now_utc_ms) {
  bool taken = false;
  auto done = decide([&]() -> Result<void> {
    const int at = m_state.attemptOf(id);
    if (at < 0 || m_state.closed()) return {};
    const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
    const int index = attempt.target;
    const TargetState& target = m_state.targets()[static_cast<std::size_t>(index)];
    if (attempt.state != AttemptState::kQueued || target.settled() || target.confirmed()) return {};
    Batch batch(*this, now_utc_ms);
    const bool of_this_try = attempt.step == target.step && attempt.try_number == target.try_number;
    batch.emit(index, EventKind::kAttemptHanded, line, id);
    // The wait for an answer begins with the first line that dials; a number that waited from an earlier try counts.
    const auto timer = static_cast<std::size_t>(index) * kTimerCount + static_cast<std::size_t>(TimerKind::kAnswerDue);
    const bool runs = timer < m_timers.size() && !m_timers[timer].is_cleared &&
                      m_timers[timer].generation == m_state.generation(index, TimerKind::kAnswerDue);
    if (const LadderStep* step = batch.stepOf(index); step && (!runs || !of_this_try))
      batch.setTimer(index, TimerKind::kAnswerDue, batch.now() + step->wait_s * std::int64_t{1000});
    batch.clearTimer(index, TimerKind::kQueueDue);
    taken = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return taken;
}

Result<ReceiptOutcome> CalloutEngine::receive(const Receipt& receipt, std::int64_t now_utc_ms) {
  auto outcome = ReceiptOutcome::kIgnored;
  auto done = decide([&]() -> Result<void> {
    const int at = m_state.attemptOf(receipt.attempt);
    if (at < 0 || m_state.closed()) return {};
    const int index = m_state.attempts()[static_cast<std::size_t>(at)].target;
    const TargetState& target = m_state.targets()[static_cast<std::size_t>(index)];
    const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
    // What was answered to the warning before says nothing about the raised one.
    if (attempt.round != target.round && receipt.kind != ReceiptKind::kNote) return {};
    if (target.outcome != Outcome::kOpen || !isNews(receipt, attempt, target)) return {};
    Batch batch(*this, now_utc_ms);
    const bool was_confirmed = target.confirmed();
    const bool of_this_try = attempt.step == target.step && attempt.try_number == target.try_number;
    batch.emit(index, eventOf(receipt.kind), receipt.actor, receipt.attempt, receipt.number, receipt.text);
    switch (receipt.kind) {
      case ReceiptKind::kFailed:
      case ReceiptKind::kHungUp:
        batch.clearTimer(index, TimerKind::kClaimDue);
        if (of_this_try && !was_confirmed && !batch.hasOpenAttempt(index)) batch.tryFailed(index);
        break;
      case ReceiptKind::kConfirmed:
      case ReceiptKind::kOnPost:
      case ReceiptKind::kMoved:
      case ReceiptKind::kDone:
        if (!was_confirmed) batch.confirmed(index);
        if (receipt.kind != ReceiptKind::kConfirmed) batch.fedBack(index);
        break;
      case ReceiptKind::kCannotServe: {
        batch.stopAttempts(index, "cannot_serve");
        // The deputy at once, wherever in the ladder that step is; without one the next step.
        const Ladder* ladder = m_state.snapshot().plan.ladder(target.plan.ladder);
        int next = target.step + 1;
        if (ladder)
          for (int s = target.step + 1; s < static_cast<int>(ladder->steps.size()); ++s)
            if (ladder->steps[static_cast<std::size_t>(s)].kind == RungKind::kDeputy) {
              next = s;
              break;
            }
        batch.beginStep(index, next);
        break;
      }
      case ReceiptKind::kDelivered:
      case ReceiptKind::kAnswered:
      case ReceiptKind::kHeard:
      case ReceiptKind::kNote:
        break;
    }
    outcome = ReceiptOutcome::kTaken;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return outcome;
}

Result<ReceiptOutcome> CalloutEngine::receiveFrom(std::string_view phone, Receipt receipt, std::int64_t now_utc_ms) {
  // The latest attempt to that number that a line has taken.
  for (auto attempt = m_state.attempts().rbegin(); attempt != m_state.attempts().rend(); ++attempt) {
    if (attempt->person < 0 || attempt->handed_utc_ms == 0) continue;
    const auto& phones = m_state.snapshot().persons[static_cast<std::size_t>(attempt->person)].phones;
    if (std::ranges::find(phones, phone) == phones.end()) continue;
    receipt.attempt = attempt->id;
    return receive(receipt, now_utc_ms);
  }
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed()) return {};
    Batch batch(*this, now_utc_ms);
    batch.emit(-1, EventKind::kUnknownReply, receipt.actor, {}, 0, receipt.text);
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return ReceiptOutcome::kIgnored;
}

std::vector<std::string> CalloutEngine::queued(Channel channel, std::size_t most) const {
  std::vector<std::string> ids;
  for (const auto& [distance_m, queued_utc_ms, target, at] : m_state.waiting(channel)) {
    if (ids.size() >= most) break;
    const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
    if (attempt.claimed_by.empty()) ids.push_back(attempt.id);
  }
  return ids;
}

Result<std::string> CalloutEngine::claim(const std::string& officer, std::int64_t now_utc_ms) {
  std::string claimed;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed()) return {};
    for (const CalloutAttempt& attempt : m_state.attempts())
      if (attempt.is_open() && attempt.claimed_by == officer) {
        claimed = attempt.id;
        return {};
      }
    auto next = queued(Channel::kPhone, 1);
    if (next.empty()) next = queued(Channel::kDoor, 1);
    if (next.empty()) return {};
    claimed = next.front();
    const int index = m_state.attempts()[static_cast<std::size_t>(m_state.attemptOf(claimed))].target;
    Batch batch(*this, now_utc_ms);
    batch.emit(index, EventKind::kClaimed, officer, claimed);
    batch.emit(index, EventKind::kAttemptHanded, officer, claimed);
    batch.clearTimer(index, TimerKind::kQueueDue);
    batch.setTimer(index, TimerKind::kClaimDue, batch.now() + kClaimMs);
    if (const LadderStep* step = batch.stepOf(index))
      batch.setTimer(index, TimerKind::kAnswerDue, batch.now() + step->wait_s * std::int64_t{1000});
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return claimed;
}

Result<bool> CalloutEngine::release(const std::string& id, const std::string& officer, std::int64_t now_utc_ms) {
  bool released = false;
  auto done = decide([&]() -> Result<void> {
    const int at = m_state.attemptOf(id);
    if (at < 0 || m_state.closed()) return {};
    const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
    if (!attempt.is_open() || attempt.claimed_by != officer) return {};
    Batch batch(*this, now_utc_ms);
    batch.emit(attempt.target, EventKind::kReleased, officer, id);
    batch.clearTimer(attempt.target, TimerKind::kClaimDue);
    released = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return released;
}

Result<std::string> CalloutEngine::takeOver(int index, const std::string& officer, const std::string& reason,
                                            std::int64_t now_utc_ms) {
  std::string taken;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || index < 0 || index >= static_cast<int>(m_state.targets().size())) return {};
    const TargetState& target = m_state.targets()[static_cast<std::size_t>(index)];
    if (target.settled() || target.confirmed() || target.step < 0) return {};
    Batch batch(*this, now_utc_ms);
    // An open telephone attempt, whoever has it; a number in hand of somebody else's is given back.
    for (const CalloutAttempt& attempt : m_state.attempts()) {
      if (!attempt.is_open()) continue;
      if (attempt.target == index && attempt.channel == Channel::kPhone) {
        if (attempt.claimed_by == officer) taken = attempt.id;
      } else if (attempt.claimed_by == officer) {
        batch.emit(attempt.target, EventKind::kReleased, officer, attempt.id, 0, "another first");
        batch.clearTimer(attempt.target, TimerKind::kClaimDue);
      }
    }
    if (!taken.empty()) return batch.write();
    std::string open;
    int attempts_by_phone = 0;
    for (const int at : target.attempts) {
      const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
      if (attempt.channel != Channel::kPhone) continue;
      ++attempts_by_phone;
      if (attempt.is_open()) open = attempt.id;
    }
    if (open.empty()) open = batch.queueByHand(index, attempts_by_phone);
    if (open.empty()) return batch.write();
    const CalloutAttempt& before = m_state.attempts()[static_cast<std::size_t>(m_state.attemptOf(open))];
    if (!before.claimed_by.empty()) batch.emit(index, EventKind::kReleased, before.claimed_by, open, 0, "taken over");
    if (!reason.empty()) batch.emit(index, EventKind::kNote, officer, open, 0, reason);
    batch.emit(index, EventKind::kClaimed, officer, open);
    if (m_state.attempts()[static_cast<std::size_t>(m_state.attemptOf(open))].state == AttemptState::kQueued)
      batch.emit(index, EventKind::kAttemptHanded, officer, open);
    for (const TimerKind kind : {TimerKind::kQueueDue, TimerKind::kRetry}) batch.clearTimer(index, kind);
    batch.setTimer(index, TimerKind::kClaimDue, batch.now() + kClaimMs);
    if (const LadderStep* step = batch.stepOf(index))
      batch.setTimer(index, TimerKind::kAnswerDue, batch.now() + std::max(step->wait_s, 60) * std::int64_t{1000});
    taken = open;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return taken;
}

Result<bool> CalloutEngine::taskDone(int task, const std::string& officer, const std::string& text,
                                     std::int64_t now_utc_ms) {
  bool changed = false;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || task < 0 || task >= static_cast<int>(m_state.snapshot().plan.tasks.size())) return {};
    if (m_state.tasksDone().contains(task)) return {};
    Batch batch(*this, now_utc_ms);
    batch.emit(-1, EventKind::kTaskDone, officer, {}, task, text);
    changed = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return changed;
}

Result<bool> CalloutEngine::skip(int target, const std::string& officer, const std::string& reason,
                                 std::int64_t now_utc_ms) {
  bool changed = false;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || target < 0 || target >= static_cast<int>(m_state.targets().size())) return {};
    const TargetState& state = m_state.targets()[static_cast<std::size_t>(target)];
    if (state.settled() || state.confirmed() || state.silent) return {};
    Batch batch(*this, now_utc_ms);
    batch.emit(target, EventKind::kSkipped, officer, {}, state.step, reason);
    batch.stopAttempts(target, "skipped");
    batch.beginStep(target, state.step + 1);
    changed = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return changed;
}

Result<bool> CalloutEngine::reopen(int target, const std::string& officer, const std::string& reason,
                                   std::int64_t now_utc_ms) {
  bool changed = false;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || target < 0 || target >= static_cast<int>(m_state.targets().size())) return {};
    Batch batch(*this, now_utc_ms);
    batch.stopAttempts(target, "reopened");
    batch.emit(target, EventKind::kReopened, officer, {}, 0, reason);
    batch.beginTarget(target);
    changed = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return changed;
}

Result<bool> CalloutEngine::correct(const std::string& attempt, std::int64_t moved_people, const std::string& officer,
                                    const std::string& reason, std::int64_t now_utc_ms) {
  bool changed = false;
  auto done = decide([&]() -> Result<void> {
    const int at = m_state.attemptOf(attempt);
    if (m_state.closed() || at < 0) return {};
    const CalloutAttempt booked = m_state.attempts()[static_cast<std::size_t>(at)];
    const int target = booked.target;
    Batch batch(*this, now_utc_ms);
    batch.stopAttempts(target, "corrected");
    for (const TimerKind kind : {TimerKind::kFeedbackDue, TimerKind::kProgressDue}) batch.clearTimer(target, kind);
    if (batch.target(target).moved_people != moved_people)
      batch.emit(target, EventKind::kMoved, officer, {}, moved_people);
    batch.emit(target, EventKind::kReopened, officer, {}, kReopenedCorrecting, reason);
    batch.beginTarget(target, batch.stepOfCall(booked));
    changed = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return changed;
}

Result<int> CalloutEngine::callByHand(const std::string& officer, std::int64_t now_utc_ms) {
  int queued = 0;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || !m_state.started()) return {};
    std::set<int> waiting;
    for (const Channel channel : {Channel::kSms, Channel::kVoice, Channel::kGateway})
      for (const auto& [distance_m, queued_utc_ms, target, attempt] : m_state.waiting(channel)) waiting.insert(target);
    Batch batch(*this, now_utc_ms);
    for (const int index : waiting) {
      const TargetState& target = m_state.targets()[static_cast<std::size_t>(index)];
      if (target.settled() || target.confirmed()) continue;
      int by_phone = 0;
      bool open = false;
      for (const int at : target.attempts) {
        const CalloutAttempt& attempt = m_state.attempts()[static_cast<std::size_t>(at)];
        if (attempt.channel != Channel::kPhone) continue;
        ++by_phone;
        open = open || attempt.is_open();
      }
      if (open || batch.queueByHand(index, by_phone).empty()) continue;
      ++queued;
    }
    if (queued > 0) batch.emit(-1, EventKind::kByHand, officer, {}, queued);
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return queued;
}

Result<bool> CalloutEngine::withdraw(int target, const std::string& officer, const std::string& reason,
                                     std::int64_t now_utc_ms) {
  bool changed = false;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || target < 0 || target >= static_cast<int>(m_state.targets().size())) return {};
    if (m_state.targets()[static_cast<std::size_t>(target)].outcome != Outcome::kOpen) return {};
    Batch batch(*this, now_utc_ms);
    batch.stopAttempts(target, "withdrawn");
    batch.emit(target, EventKind::kWithdrawn, officer, {}, 0, reason);
    changed = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return changed;
}

Result<bool> CalloutEngine::changeHolder(int target, const std::string& person_uuid, const std::string& officer,
                                         const std::string& reason, std::int64_t now_utc_ms) {
  if (m_state.personOf(person_uuid) < 0) return fail(ErrorCode::kUnknownName, person_uuid);
  bool changed = false;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || target < 0 || target >= static_cast<int>(m_state.targets().size())) return {};
    const TargetState& state = m_state.targets()[static_cast<std::size_t>(target)];
    if (state.settled() || state.confirmed() || state.holder == m_state.personOf(person_uuid)) return {};
    Batch batch(*this, now_utc_ms);
    batch.stopAttempts(target, "holder_changed");
    batch.emit(target, EventKind::kHolderChanged, officer, {}, 0, person_uuid);
    if (!reason.empty()) batch.emit(target, EventKind::kNote, officer, {}, 0, reason);
    // The clock of the rule goes on: the place has been without an answer since the start.
    if (const int awake_s = state.plan.clocks.awake_s; awake_s > 0 && !state.awake_overdue)
      batch.setTimer(target, TimerKind::kAwakeDue, state.reached_utc_ms[0] + awake_s * std::int64_t{1000});
    batch.beginStep(target, 0);
    changed = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return changed;
}

Result<bool> CalloutEngine::raise(WarningColour colour, const std::string& officer, std::int64_t now_utc_ms) {
  bool changed = false;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || !m_state.started() || colour >= m_state.colour()) return {};
    Batch batch(*this, now_utc_ms);
    batch.emit(-1, EventKind::kRaised, officer, {}, 0, std::string(colourName(colour)));
    const int count = static_cast<int>(m_state.targets().size());
    for (int i = 0; i < count; ++i) {
      const TargetState& target = m_state.targets()[static_cast<std::size_t>(i)];
      if (target.is_notice || target.outcome == Outcome::kWithdrawn) continue;
      batch.stopAttempts(i, "raised");
      batch.emit(i, EventKind::kReopened, officer, {}, 0, std::string(colourName(colour)));
      batch.beginTarget(i);
    }
    changed = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return changed;
}

Result<bool> CalloutEngine::withdrawAll(const std::string& officer, const std::string& reason,
                                        std::int64_t now_utc_ms) {
  bool changed = false;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || !m_state.started()) return {};
    Batch batch(*this, now_utc_ms);
    const int count = static_cast<int>(m_state.targets().size());
    for (int i = 0; i < count; ++i) {
      const TargetState& target = m_state.targets()[static_cast<std::size_t>(i)];
      if (target.settled()) continue;
      batch.stopAttempts(i, "withdrawn");
      batch.emit(i, EventKind::kWithdrawn, officer, {}, 0, reason);
      changed = true;
    }
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return changed;
}

Result<bool> CalloutEngine::close(const std::string& officer, std::int64_t now_utc_ms, const std::string& reason) {
  bool changed = false;
  auto done = decide([&]() -> Result<void> {
    if (m_state.closed() || !m_state.started()) return {};
    Batch batch(*this, now_utc_ms);
    const int count = static_cast<int>(m_state.targets().size());
    for (int i = 0; i < count; ++i) {
      const TargetState& target = m_state.targets()[static_cast<std::size_t>(i)];
      batch.stopAttempts(i, "closed");
      for (const TimerKind kind : {TimerKind::kAwakeDue, TimerKind::kFeedbackDue, TimerKind::kProgressDue})
        batch.clearTimer(i, kind);
      batch.emit(i, EventKind::kFinal, officer, {}, static_cast<std::int64_t>(outcomeOf(target)));
    }
    batch.emit(-1, EventKind::kClosed, officer, {}, 0, reason);
    changed = true;
    return batch.write();
  });
  if (!done) return std::unexpected(done.error());
  return changed;
}

Result<void> CalloutEngine::noteClockJump(std::int64_t by_ms, std::int64_t now_utc_ms) {
  return decide([&]() -> Result<void> {
    if (!m_state.started() || m_state.closed()) return {};
    Batch batch(*this, now_utc_ms);
    batch.emit(-1, EventKind::kClockJump, "engine", {}, by_ms);
    return batch.write();
  });
}

}  // namespace gis
