// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/message_list.h"

namespace app {

namespace {

constexpr std::size_t kAtMost = 500;

bool sameTrouble(const Message& a, const Message& b) {
  const auto* error_a = std::get_if<gis::Error>(&a.what);
  const auto* error_b = std::get_if<gis::Error>(&b.what);
  if (error_a && error_b)
    return error_a->code == error_b->code && error_a->subject == error_b->subject && error_a->detail == error_b->detail;
  const auto* warning_a = std::get_if<gis::Warning>(&a.what);
  const auto* warning_b = std::get_if<gis::Warning>(&b.what);
  return warning_a && warning_b && warning_a->code == warning_b->code && warning_a->subject == warning_b->subject &&
         warning_a->detail == warning_b->detail;
}

}  // namespace

void MessageList::add(gis::Error error, Message::Text action_text, std::function<void()> action) {
  if (error.code == gis::ErrorCode::kCancelled) return;
  push({0, Severity::kError, std::move(error), std::move(action_text), std::move(action)});
}

void MessageList::add(gis::Warning warning, Message::Text action_text, std::function<void()> action) {
  push({0, Severity::kWarning, std::move(warning), std::move(action_text), std::move(action)});
}

void MessageList::add(Severity severity, Message::Text text, Message::Text action_text, std::function<void()> action) {
  push({0, severity, std::move(text), std::move(action_text), std::move(action)});
}

void MessageList::push(Message message) {
  message.at_utc_ms = m_clock.nowUtcMs();
  if (!m_messages.empty() && sameTrouble(m_messages.front(), message)) {
    m_messages.front().at_utc_ms = message.at_utc_ms;
    ++m_messages.front().times;
  } else {
    if (message.severity != Severity::kInfo) {
      ++m_unread;
      m_unread_errors = m_unread_errors || message.severity == Severity::kError;
    }
    m_messages.push_front(std::move(message));
    if (m_messages.size() > kAtMost) m_messages.pop_back();
  }
  emit changed();
}

void MessageList::clear() {
  m_messages.clear();
  markRead();
}

void MessageList::markRead() {
  m_unread = 0;
  m_unread_errors = false;
  emit changed();
}

}  // namespace app
