// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/dispatcher.h"

#include <algorithm>

namespace gis {
namespace {

constexpr std::array kByMachine = {Channel::kVoice, Channel::kSms, Channel::kGateway};
constexpr std::size_t kMostAtOnce = 500;
constexpr char kNoLine[] = "no_line";

}  // namespace

Result<void> Dispatcher::hear(std::int64_t now_utc_ms) {
  for (const auto& line : m_lines)
    for (LineReport& report : line->poll(now_utc_ms)) {
      // A late answer to an earlier call-out says nothing about this one.
      if (!report.callout.empty() && report.callout != m_callout) continue;
      report.receipt.actor = line->name();
      const auto taken = report.phone.empty() ? m_engine.receive(report.receipt, now_utc_ms)
                                              : m_engine.receiveFrom(report.phone, report.receipt, now_utc_ms);
      if (!taken) return std::unexpected(taken.error());
    }
  return {};
}

Result<void> Dispatcher::stopWhatIsOver() {
  for (auto open = m_open.begin(); open != m_open.end();) {
    const int at = m_engine.state().attemptOf(open->first);
    const bool over = at < 0 || !m_engine.state().attempts()[static_cast<std::size_t>(at)].is_open();
    if (over) open->second->stop(open->first);
    open = over ? m_open.erase(open) : std::next(open);
  }
  return {};
}

ChannelLine* Dispatcher::freeLine(Channel channel, std::int64_t now_utc_ms) const {
  ChannelLine* best = nullptr;
  int most = 0;
  for (const auto& line : m_lines) {
    if (line->channel() != channel) continue;
    const LineState state = line->state(now_utc_ms);
    if (!state.is_up || state.capacity - state.in_use <= most) continue;
    most = state.capacity - state.in_use;
    best = line.get();
  }
  return best;
}

Dispatch Dispatcher::dispatchOf(const CalloutAttempt& attempt) const {
  const CalloutSnapshot& snapshot = m_engine.state().snapshot();
  const TargetState& target = m_engine.state().targets()[static_cast<std::size_t>(attempt.target)];
  Dispatch dispatch;
  dispatch.callout = m_callout;
  dispatch.attempt = attempt.id;
  dispatch.is_drill = snapshot.is_drill;
  dispatch.text = target.plan.text;
  if (attempt.person >= 0) {
    const CalloutPerson& person = snapshot.persons[static_cast<std::size_t>(attempt.person)];
    dispatch.name = person.name;
    dispatch.post = person.post;
    if (!person.phones.empty()) dispatch.phone = person.phones.front();
  }
  for (const CalloutDivision& division : snapshot.divisions)
    if (division.code == target.plan.division_code) dispatch.place = division.name;
  // A superior hears who is silent.
  dispatch.is_notice = target.is_notice;
  if (target.is_notice) {
    std::string names;
    for (const int silent : target.listed) {
      const TargetState& one = m_engine.state().targets()[static_cast<std::size_t>(silent)];
      if (one.confirmed()) continue;
      const CalloutPerson& whom = snapshot.persons[static_cast<std::size_t>(one.plan.person)];
      names += (names.empty() ? "" : "、") + whom.post + whom.name;
    }
    dispatch.text = (dispatch.is_drill ? "【演练】" : "") + std::string("未应答：") + names + "。" + snapshot.title;
  }
  return dispatch;
}

// A modem that went dead keeps nothing back: what it had not sent goes to another line, or counts as failed.
Result<void> Dispatcher::moveFromSilentLines(std::int64_t now_utc_ms) {
  for (const auto& line : m_lines) {
    if (line->state(now_utc_ms).is_up) continue;
    for (const Dispatch& dispatch : line->takeBack()) {
      if (dispatch.callout != m_callout) continue;  // over
      m_open.erase(dispatch.attempt);
      ChannelLine* other = freeLine(line->channel(), now_utc_ms);
      if (other && other->send(dispatch, now_utc_ms)) {
        m_open[dispatch.attempt] = other;
        continue;
      }
      const auto taken =
          m_engine.receive({dispatch.attempt, ReceiptKind::kFailed, line->name(), 0, kNoLine}, now_utc_ms);
      if (!taken) return std::unexpected(taken.error());
    }
  }
  return {};
}

Result<int> Dispatcher::handOver(std::int64_t now_utc_ms) {
  int handed = 0;
  for (const Channel channel : kByMachine) {
    for (const std::string& id : m_engine.queued(channel, kMostAtOnce)) {
      ChannelLine* line = freeLine(channel, now_utc_ms);
      if (!line) break;
      const auto taken = m_engine.hand(id, line->name(), now_utc_ms);
      if (!taken) return std::unexpected(taken.error());
      if (!*taken) continue;
      const CalloutAttempt& attempt =
          m_engine.state().attempts()[static_cast<std::size_t>(m_engine.state().attemptOf(id))];
      const Dispatch dispatch = dispatchOf(attempt);
      if (line->send(dispatch, now_utc_ms)) {
        m_open[id] = line;
        ++handed;
        continue;
      }
      const auto failed = m_engine.receive({id, ReceiptKind::kFailed, line->name(), 0, kNoLine}, now_utc_ms);
      if (!failed) return std::unexpected(failed.error());
    }
  }
  return handed;
}

Result<int> Dispatcher::round(std::int64_t now_utc_ms) {
  if (auto heard = hear(now_utc_ms); !heard) return std::unexpected(heard.error());
  if (auto stopped = stopWhatIsOver(); !stopped) return std::unexpected(stopped.error());
  if (auto moved = moveFromSilentLines(now_utc_ms); !moved) return std::unexpected(moved.error());
  if (m_engine.state().closed()) return 0;
  return handOver(now_utc_ms);
}

LineStates Dispatcher::states(std::int64_t now_utc_ms) const {
  LineStates states;
  states.at_utc_ms = now_utc_ms;
  for (const auto& line : m_lines) states.lines.push_back(line->state(now_utc_ms));
  return states;
}

}  // namespace gis
