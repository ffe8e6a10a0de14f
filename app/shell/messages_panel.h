// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace app {

struct Message;
class MessageList;

// What the user should know (消息): newest first, each with its time, one sentence, details on demand and an action.
class MessagesPanel : public QWidget {
  Q_OBJECT
 public:
  explicit MessagesPanel(MessageList& messages, QWidget* parent = nullptr);
  static QString sentence(const Message& message);
  int rowCount() const;

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void rebuild();
  QWidget* rowFor(const Message& message);

  MessageList& m_messages;
  QVBoxLayout* m_rows;
  QLabel* m_empty;
  QToolButton* m_clear;
  bool m_marking = false;
};

}  // namespace app
