// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QListWidget>

#include "app/callout/callout_view.h"

namespace app {

// What has happened, the newest on top, as many lines as the view carries. Only lines that are new are laid out: a
// call-out of ten thousand writes hundreds between two updates. Window's thread.
class CallLogList final : public QListWidget {
  Q_OBJECT
 public:
  explicit CallLogList(QWidget* parent = nullptr);
  void setView(const CalloutViewPtr& view);
  // Every line is written anew by the next setView: another call-out or another language.
  void forget();

 signals:
  // A line about a person was activated.
  void personWanted(int target);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QListWidgetItem* itemOf(const LogLine& line, const CalloutFacts& facts) const;
  QSize sizeOf(const QString& text) const;
  void measureAll();

  std::int64_t m_seq = -1;
};

}  // namespace app
