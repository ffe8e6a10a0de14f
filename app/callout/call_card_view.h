// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>
#include <optional>
#include <vector>

#include "app/callout/callout_view.h"
#include "gis/callout/callout_engine.h"

class QLabel;
class QPushButton;
class QLineEdit;

namespace app {

// The number an officer has in hand: whom, the number, what to read out, and one key for what came of it (1 confirmed,
// 2 heard only, 3 no answer, 4 busy, 5 wrong number, 6 cannot serve, 7 moved so many people). What was booked last
// stands below for ten seconds and can be taken back. Window's thread.
class CallCardView : public QFrame {
  Q_OBJECT
 public:
  explicit CallCardView(QWidget* parent = nullptr);
  void setView(const CalloutViewPtr& view);
  const std::optional<CallCard>& card() const { return m_card; }
  // Presses the key of an answer, 1 to 7; false: there is nothing in hand, or 7 still needs its number.
  bool answer(int key);
  // Takes back what was booked last, while it is shown.
  bool undo();
  QLineEdit* moved() const { return m_moved; }
  QLabel* booked() const { return m_booked; }

 signals:
  void nextWanted();
  void releaseWanted(const QString& attempt);
  void said(const std::vector<gis::Receipt>& receipts);
  // `moved_people`: as many as had been moved before.
  void undoWanted(const QString& attempt, std::int64_t moved_people);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void retranslate();
  void refreshTime(std::int64_t now_utc_ms);
  void tell(const QString& sentence, bool can_undo);
  QString whyGone(const CalloutView& view) const;
  // As high as it needs, and as the highest card so far: nothing below may jump under the pointer.
  void keepHeight();

  std::optional<CallCard> m_card;
  int m_waiting = 0;
  std::int64_t m_now_utc_ms = 0;
  std::string m_let_go;  // the attempt that was answered or given back here
  std::optional<CallCard> m_last;
  QElapsedTimer m_fresh;  // since another number came
  QTimer m_told;
  int m_highest = 0;
  QLabel* m_who;
  QLabel* m_phone;
  QLabel* m_detail;
  QLabel* m_script;
  QPushButton* m_next;
  QPushButton* m_back;
  QWidget* m_answers;
  std::vector<QPushButton*> m_buttons;
  QLineEdit* m_moved;
  QLabel* m_booked;
  QPushButton* m_undo;
};

}  // namespace app
