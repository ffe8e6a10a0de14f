// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_state.h"

namespace gis {

namespace {
constexpr int kTryBase = 1000;
}

std::string attemptId(int target, int round, int step, int try_number, Channel channel) {
  return fmt::format("{}.{}.{}.{}.{}", target, round, step, try_number, channelName(channel));
}

CalloutState::CalloutState(CalloutSnapshot snapshot) : m_snapshot(std::move(snapshot)), m_colour(m_snapshot.colour) {
  for (std::size_t i = 0; i < m_snapshot.persons.size(); ++i)
    m_person_of.emplace(m_snapshot.persons[i].uuid, static_cast<int>(i));
  for (std::size_t i = 0; i < m_snapshot.divisions.size(); ++i)
    m_division_at.emplace(m_snapshot.divisions[i].code, static_cast<int>(i));
  m_parent_of.reserve(m_snapshot.divisions.size());
  for (const CalloutDivision& division : m_snapshot.divisions) m_parent_of.push_back(divisionAt(division.parent_code));
  m_targets.reserve(m_snapshot.targets.size());
  m_division_of.reserve(m_snapshot.targets.size());
  for (const CalloutTarget& target : m_snapshot.targets) {
    TargetState state;
    state.plan = target;
    state.holder = target.person;
    m_targets.push_back(std::move(state));
    m_division_of.push_back(divisionAt(target.division_code));
  }
}

int CalloutState::divisionAt(const std::string& code) const {
  const auto found = m_division_at.find(code);
  return found == m_division_at.end() ? -1 : found->second;
}

int CalloutState::attemptOf(std::string_view id) const {
  const auto found = m_attempt_of.find(std::string(id));
  return found == m_attempt_of.end() ? -1 : found->second;
}

int CalloutState::personOf(std::string_view uuid) const {
  const auto found = m_person_of.find(std::string(uuid));
  return found == m_person_of.end() ? -1 : found->second;
}

int CalloutState::generation(int target, TimerKind kind) const {
  const TargetState& state = m_targets[static_cast<std::size_t>(target)];
  switch (kind) {
    case TimerKind::kAwakeDue:
      return state.round;
    case TimerKind::kFeedbackDue:
    case TimerKind::kProgressDue:
      // A feedback makes older clocks stale; so does a new round.
      return state.round * kTryBase + static_cast<int>(state.reach);
    case TimerKind::kAnswerDue:
    case TimerKind::kRetry:
    case TimerKind::kQueueDue:
    case TimerKind::kClaimDue:
      break;
  }
  return state.generation;
}

void CalloutState::reached(TargetState& target, Reach reach, std::int64_t utc_ms) {
  // What comes later implies what comes before: nobody confirms without having answered.
  for (int r = static_cast<int>(Reach::kSending); r <= static_cast<int>(reach); ++r) {
    // On post and on the move are feedbacks of their own, not steps towards done.
    const auto step = static_cast<Reach>(r);
    if ((step == Reach::kOnPost || step == Reach::kMoving) && step != reach) continue;
    auto& at_utc_ms = target.reached_utc_ms[static_cast<std::size_t>(r)];
    if (at_utc_ms == 0) at_utc_ms = utc_ms;
  }
  if (reach > target.reach) target.reach = reach;
}

void CalloutState::applyAttempt(const CalloutEvent& event, TargetState& target) {
  if (event.kind == EventKind::kAttemptQueued) {
    CalloutAttempt attempt;
    attempt.id = event.attempt;
    attempt.target = event.target;
    attempt.channel = channelNamed(event.attempt.substr(event.attempt.rfind('.') + 1)).value_or(Channel::kPhone);
    attempt.person = personOf(event.text);
    attempt.round = target.round;
    attempt.step = target.step;
    attempt.try_number = target.try_number;
    attempt.queued_utc_ms = event.at_utc_ms;
    target.attempts.push_back(static_cast<int>(m_attempts.size()));
    m_attempt_of.emplace(attempt.id, static_cast<int>(m_attempts.size()));
    m_attempts.push_back(std::move(attempt));
    const int made = static_cast<int>(m_attempts.size()) - 1;
    m_waiting[static_cast<std::size_t>(m_attempts.back().channel)].insert(waitingKey(made));
    reached(target, Reach::kSending, event.at_utc_ms);
    return;
  }
  const int at = attemptOf(event.attempt);
  if (at < 0) return;
  CalloutAttempt& attempt = m_attempts[static_cast<std::size_t>(at)];
  const bool waited = attempt.state == AttemptState::kQueued;
  switch (event.kind) {
    case EventKind::kAttemptHanded:
      attempt.state = AttemptState::kHanded;
      attempt.handed_utc_ms = event.at_utc_ms;
      target.handed = true;
      break;
    case EventKind::kClaimed:
      attempt.claimed_by = event.actor;
      break;
    case EventKind::kReleased:
      attempt.claimed_by.clear();
      break;
    case EventKind::kFailed:
      attempt.state = AttemptState::kFailed;
      break;
    case EventKind::kAttemptStopped:
      attempt.state = AttemptState::kStopped;
      break;
    case EventKind::kHungUp:
    case EventKind::kConfirmed:
      attempt.answered = true;
      attempt.state = AttemptState::kEnded;
      break;
    case EventKind::kAnswered:
    case EventKind::kHeard:
      attempt.answered = true;
      break;
    default:
      break;
  }
  if (waited && attempt.state != AttemptState::kQueued)
    m_waiting[static_cast<std::size_t>(attempt.channel)].erase(waitingKey(at));
}

std::tuple<double, std::int64_t, int, int> CalloutState::waitingKey(int index) const {
  const CalloutAttempt& attempt = m_attempts[static_cast<std::size_t>(index)];
  const double distance_m = m_targets[static_cast<std::size_t>(attempt.target)].plan.distance_m;
  return {distance_m, attempt.queued_utc_ms, attempt.target, index};
}

void CalloutState::applyProgress(const CalloutEvent& event, TargetState& target) {
  switch (event.kind) {
    case EventKind::kTryBegun:
      target.step = static_cast<int>(event.number / kTryBase);
      target.try_number = static_cast<int>(event.number % kTryBase);
      ++target.generation;
      break;
    case EventKind::kDelivered:
      reached(target, Reach::kDelivered, event.at_utc_ms);
      break;
    case EventKind::kAnswered:
    case EventKind::kHungUp:
      reached(target, Reach::kAnswered, event.at_utc_ms);
      break;
    case EventKind::kHeard:
      reached(target, Reach::kHeard, event.at_utc_ms);
      break;
    case EventKind::kConfirmed: {
      reached(target, Reach::kConfirmed, event.at_utc_ms);
      const int attempt = attemptOf(event.attempt);
      target.confirmed_by = attempt >= 0 ? m_attempts[static_cast<std::size_t>(attempt)].person : target.holder;
      target.silent = false;
      target.cannot_serve = false;
      ++target.generation;
      break;
    }
    case EventKind::kOnPost:
      reached(target, Reach::kOnPost, event.at_utc_ms);
      break;
    case EventKind::kMoved:
      target.moved_people = event.number;
      reached(target, Reach::kMoving, event.at_utc_ms);
      break;
    case EventKind::kDone:
      reached(target, Reach::kDone, event.at_utc_ms);
      ++target.generation;
      break;
    case EventKind::kCannotServe:
      reached(target, Reach::kAnswered, event.at_utc_ms);
      target.cannot_serve = true;
      ++target.generation;
      break;
    case EventKind::kDeputyAsked:
    case EventKind::kNeighbourAsked:
    case EventKind::kHolderChanged:
      if (const int person = personOf(event.text); person >= 0) target.holder = person;
      if (event.kind == EventKind::kHolderChanged) {
        // Somebody new stands for the place: what the one before did not do counts for nothing against them.
        target.cannot_serve = target.silent = target.escalated = false;
        target.given_on_utc_ms = 0;
        ++target.round;
        ++target.generation;
      }
      break;
    case EventKind::kEscalated:
    case EventKind::kDoorKnock:
      target.escalated = true;
      if (target.given_on_utc_ms == 0) target.given_on_utc_ms = event.at_utc_ms;
      break;
    case EventKind::kSilent:
      target.silent = true;
      if (target.given_on_utc_ms == 0) target.given_on_utc_ms = event.at_utc_ms;
      break;
    case EventKind::kAwakeOverdue:
      target.awake_overdue = true;
      break;
    case EventKind::kFeedbackOverdue:
      target.feedback_overdue = true;
      break;
    case EventKind::kProgressOverdue:
      target.progress_overdue = true;
      break;
    case EventKind::kSkipped:
      ++target.generation;
      break;
    case EventKind::kReopened:
      ++target.round;
      ++target.generation;
      target.step = -1;
      target.try_number = 0;
      target.reach = Reach::kPlanned;
      target.handed = false;
      // A booking that is taken back does not start the clock of the rule anew: the place has waited since then.
      {
        const std::int64_t began_utc_ms =
            event.number == kReopenedCorrecting ? target.reached_utc_ms[0] : event.at_utc_ms;
        target.reached_utc_ms.fill(0);
        target.reached_utc_ms[0] = began_utc_ms;
      }
      target.holder = target.plan.person;
      target.cannot_serve = target.silent = target.escalated = false;
      target.given_on_utc_ms = 0;
      if (event.number != kReopenedCorrecting) target.awake_overdue = false;
      target.feedback_overdue = target.progress_overdue = false;
      target.outcome = Outcome::kOpen;
      break;
    case EventKind::kStoodDown:
      target.outcome = Outcome::kStoodDown;
      ++target.generation;
      break;
    case EventKind::kWithdrawn:
      target.outcome = Outcome::kWithdrawn;
      ++target.generation;
      break;
    case EventKind::kFinal:
      target.outcome = static_cast<Outcome>(event.number);
      ++target.generation;
      break;
    case EventKind::kNoticeListed:
      target.listed.push_back(static_cast<int>(event.number));
      break;
    default:
      break;
  }
}

void CalloutState::apply(const CalloutEvent& event) {
  m_last_seq = event.seq;
  m_last_utc_ms = std::max(m_last_utc_ms, event.at_utc_ms);
  m_last_hash = event.hash;
  if (event.kind == EventKind::kStarted) {
    m_started_utc_ms = event.at_utc_ms;
    for (TargetState& target : m_targets) target.reached_utc_ms[0] = event.at_utc_ms;
  } else if (event.kind == EventKind::kClosed) {
    m_closed_utc_ms = event.at_utc_ms;
    m_closing_reason = event.text;
  } else if (event.kind == EventKind::kRaised) {
    m_colour = colourNamed(event.text).value_or(m_colour);
  } else if (event.kind == EventKind::kTaskDone) {
    m_tasks_done[static_cast<int>(event.number)] = {event.at_utc_ms, event.actor, event.text};
  } else if (event.kind == EventKind::kNoticeOpened) {
    const int person = personOf(event.text);
    if (person < 0 || event.target != static_cast<int>(m_targets.size())) return;
    TargetState notice;
    notice.is_notice = true;
    notice.plan.person = notice.holder = person;
    notice.plan.division_code = m_snapshot.persons[static_cast<std::size_t>(person)].division_code;
    notice.plan.ladder = event.attempt;  // the ladder of a notice
    notice.reached_utc_ms[0] = event.at_utc_ms;
    m_division_of.push_back(divisionAt(notice.plan.division_code));
    m_targets.push_back(std::move(notice));
  }
  if (event.target < 0 || event.target >= static_cast<int>(m_targets.size())) return;
  TargetState& target = m_targets[static_cast<std::size_t>(event.target)];
  if (event.kind != EventKind::kNoticeOpened && !event.attempt.empty()) applyAttempt(event, target);
  applyProgress(event, target);
}

}  // namespace gis
