// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QString>
#include <cstdint>
#include <deque>
#include <functional>
#include <variant>

#include "gis/core/clock.h"
#include "gis/core/error.h"

namespace app {

enum class Severity { kInfo, kWarning, kError };

// One thing the user should read, kept as what it is (not as text), so that a change of language changes it too.
struct Message {
  using Text = std::function<QString()>;
  std::int64_t at_utc_ms = 0;
  Severity severity = Severity::kInfo;
  std::variant<gis::Error, gis::Warning, Text> what;
  Text action_text;  // the button's text; empty: no button
  std::function<void()> action;
  int times = 1;  // equal messages in a row are counted, not repeated
};

// Everything that went wrong or was passed over, newest first, at most 500. Trouble goes here instead of into dialogs.
// Window's thread only.
class MessageList : public QObject {
  Q_OBJECT
 public:
  explicit MessageList(const gis::Clock& clock, QObject* parent = nullptr) : QObject(parent), m_clock(clock) {}

  // kCancelled is a result, not trouble: it is not shown.
  void add(gis::Error error, Message::Text action_text = {}, std::function<void()> action = {});
  void add(gis::Warning warning, Message::Text action_text = {}, std::function<void()> action = {});
  void add(Severity severity, Message::Text text, Message::Text action_text = {}, std::function<void()> action = {});
  void clear();
  void markRead();

  const std::deque<Message>& messages() const { return m_messages; }
  int unreadCount() const { return m_unread; }
  bool unreadHasErrors() const { return m_unread_errors; }

 signals:
  void changed();

 private:
  void push(Message message);
  const gis::Clock& m_clock;
  std::deque<Message> m_messages;
  int m_unread = 0;
  bool m_unread_errors = false;
};

}  // namespace app
