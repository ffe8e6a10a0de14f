// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "gis/callout/callout_event.h"
#include "gis/callout/callout_snapshot.h"

namespace gis {

enum class AttemptState { kQueued, kHanded, kFailed, kStopped, kEnded };

// One try to reach a target over one channel.
struct CalloutAttempt {
  std::string id;
  int target = -1;
  Channel channel = Channel::kPhone;
  int person = -1;  // whose number
  int round = 0, step = 0, try_number = 0;
  AttemptState state = AttemptState::kQueued;
  std::int64_t queued_utc_ms = 0, handed_utc_ms = 0;
  std::string claimed_by;  // an officer
  bool answered = false;   // a talk is going on, or was
  bool is_open() const { return state == AttemptState::kQueued || state == AttemptState::kHanded; }
};

// Where one target stands. Times are 0 until it happened, of the present round.
struct TargetState {
  CalloutTarget plan;
  bool is_notice = false;   // a superior who is told of the silent
  std::vector<int> listed;  // the silent whom a notice names
  int holder = -1;          // person who answers for it now
  int round = 0;            // called again by a raised level: the next round
  int step = -1, try_number = 0;
  int generation = 0;  // grows with everything that makes older timers stale
  Reach reach = Reach::kPlanned;
  bool handed = false;                           // a line or an officer has had an attempt of this round
  std::array<std::int64_t, 9> reached_utc_ms{};  // by Reach; kPlanned when the call-out (or round) began
  int confirmed_by = -1;                         // person
  std::int64_t moved_people = 0;
  bool cannot_serve = false, silent = false, escalated = false;
  std::int64_t given_on_utc_ms = 0;  // first time a superior, a visitor or nobody was left; 0: on the telephone still
  bool awake_overdue = false, feedback_overdue = false, progress_overdue = false;
  Outcome outcome = Outcome::kOpen;
  std::vector<int> attempts;  // into CalloutState::attempts

  bool confirmed() const { return reach >= Reach::kConfirmed; }
  // Nothing more is asked of it: final, or fed back to the end.
  bool settled() const { return outcome != Outcome::kOpen || reach == Reach::kDone; }
};

// A call-out as it stands after its events; made of nothing else, so that everybody who has the same events sees the
// same. One thread.
class CalloutState {
 public:
  explicit CalloutState(CalloutSnapshot snapshot);
  // Events in order of their numbers. One that names what is not there is passed over.
  void apply(const CalloutEvent& event);

  const CalloutSnapshot& snapshot() const { return m_snapshot; }
  const std::vector<TargetState>& targets() const { return m_targets; }
  const std::vector<CalloutAttempt>& attempts() const { return m_attempts; }
  int attemptOf(std::string_view id) const;  // -1: none
  // Attempts of a channel that wait for a line, nearest to the danger first, then oldest: distance_m, time, target,
  // attempt.
  using Waiting = std::set<std::tuple<double, std::int64_t, int, int>>;
  const Waiting& waiting(Channel channel) const { return m_waiting[static_cast<std::size_t>(channel)]; }
  std::int64_t lastSeq() const { return m_last_seq; }
  std::int64_t lastUtcMs() const { return m_last_utc_ms; }
  const std::string& lastHash() const { return m_last_hash; }
  bool started() const { return m_started_utc_ms != 0; }
  std::int64_t startedUtcMs() const { return m_started_utc_ms; }
  bool closed() const { return m_closed_utc_ms != 0; }
  std::int64_t closedUtcMs() const { return m_closed_utc_ms; }
  // Why it was closed while somebody had not confirmed; empty: nothing was said.
  const std::string& closingReason() const { return m_closing_reason; }
  WarningColour colour() const { return m_colour; }
  // Tasks of the response level that were reported as done: place in the plan's tasks -> when, by whom.
  struct TaskReport {
    std::int64_t at_utc_ms = 0;
    std::string officer, text;
  };
  const std::map<int, TaskReport>& tasksDone() const { return m_tasks_done; }
  // The generation a timer of this kind is measured by.
  int generation(int target, TimerKind kind) const;
  int personOf(std::string_view uuid) const;  // -1: none
  // Into snapshot().divisions, -1: none there. They are asked for every target at every beat.
  int divisionOf(int target) const { return m_division_of[static_cast<std::size_t>(target)]; }
  int parentOf(int division) const { return m_parent_of[static_cast<std::size_t>(division)]; }

 private:
  int divisionAt(const std::string& code) const;
  void reached(TargetState& target, Reach reach, std::int64_t utc_ms);
  std::tuple<double, std::int64_t, int, int> waitingKey(int attempt) const;
  void applyAttempt(const CalloutEvent& event, TargetState& target);
  void applyProgress(const CalloutEvent& event, TargetState& target);

  CalloutSnapshot m_snapshot;
  std::vector<TargetState> m_targets;
  std::vector<CalloutAttempt> m_attempts;
  std::array<Waiting, kChannelCount> m_waiting;
  std::unordered_map<std::string, int> m_attempt_of, m_person_of, m_division_at;
  std::vector<int> m_division_of, m_parent_of;
  std::int64_t m_last_seq = 0, m_last_utc_ms = 0, m_started_utc_ms = 0, m_closed_utc_ms = 0;
  std::string m_last_hash, m_closing_reason;
  WarningColour m_colour;
  std::map<int, TaskReport> m_tasks_done;
};

// "12.0.1.2.sms"
std::string attemptId(int target, int round, int step, int try_number, Channel channel);

}  // namespace gis
