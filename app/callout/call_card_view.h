// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <optional>
#include <vector>

#include "app/callout/callout_view.h"
#include "gis/callout/callout_engine.h"

class QLabel;
class QPushButton;
class QSpinBox;

namespace app {

// The number an officer has in hand: whom, the number, what to read out, and one key for what came of it (1 confirmed,
// 2 heard only, 3 no answer, 4 busy, 5 wrong number, 6 cannot serve, 7 moved so many people). Window's thread.
class CallCardView : public QFrame {
  Q_OBJECT
 public:
  explicit CallCardView(QWidget* parent = nullptr);
  void setCard(const std::optional<CallCard>& card, int waiting, std::int64_t now_utc_ms);
  const std::optional<CallCard>& card() const { return m_card; }
  // Presses the key of an answer, 1 to 7; false: there is nothing in hand.
  bool answer(int key);

 signals:
  void nextWanted();
  void releaseWanted(const QString& attempt);
  void said(const std::vector<gis::Receipt>& receipts);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void retranslate();
  void refreshTime(std::int64_t now_utc_ms);

  std::optional<CallCard> m_card;
  int m_waiting = 0;
  std::int64_t m_now_utc_ms = 0;
  QLabel* m_who;
  QLabel* m_phone;
  QLabel* m_detail;
  QLabel* m_script;
  QPushButton* m_next;
  QPushButton* m_back;
  QWidget* m_answers;
  std::vector<QPushButton*> m_buttons;
  QSpinBox* m_moved;
};

}  // namespace app
