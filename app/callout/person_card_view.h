// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <optional>

#include "app/callout/callout_view.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace app {

enum class PersonAction { kCallNow, kSkip, kAgain, kWithdraw, kStandIn };

// One person of the call-out: post, number, who stands in, what happened, how often they answered before; what an
// officer may do for them, each with a reason. Window's thread.
class PersonCardView : public QFrame {
  Q_OBJECT
 public:
  explicit PersonCardView(QWidget* parent = nullptr);
  void setCard(CalloutViewPtr view, const std::optional<PersonCard>& card);
  int target() const { return m_card ? m_card->target : -1; }
  QComboBox* reason() const { return m_reason; }

 signals:
  // `stand_in`: the person who takes over; of kStandIn.
  void wanted(app::PersonAction action, int target, const QString& reason, const std::string& stand_in);
  void closed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void refresh();
  void act(PersonAction action, const std::string& stand_in = {});

  CalloutViewPtr m_view;
  std::optional<PersonCard> m_card;
  QLabel* m_name;
  QLabel* m_facts;
  QLabel* m_events;
  QComboBox* m_reason;
  QPushButton* m_call;
  QPushButton* m_skip;
  QPushButton* m_again;
  QPushButton* m_withdraw;
  QToolButton* m_stand_in;
  QToolButton* m_close;
};

}  // namespace app
