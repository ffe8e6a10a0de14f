// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <cstdint>

class QCheckBox;
class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace app {

// Above a table that is shown as it was (历史状态): which moment, what differs from now, and the way back. Window's
// thread.
class PastBar : public QFrame {
  Q_OBJECT
 public:
  explicit PastBar(QWidget* parent = nullptr);
  std::int64_t utcMs() const;
  bool onlyDifferent() const;
  // What was found; empty while it is being looked for.
  void say(const QString& text);
  void focusMoment();

 signals:
  void momentChosen();
  void onlyDifferentChanged();
  void leave();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  QLabel *m_title, *m_said;
  QDateTimeEdit* m_moment;
  QPushButton *m_show, *m_leave;
  QCheckBox* m_only;
};

}  // namespace app
