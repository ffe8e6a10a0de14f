// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/past_bar.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/settings/theme.h"

namespace app {

PastBar::PastBar(QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel),
      m_said(new QLabel),
      m_moment(new QDateTimeEdit(QDateTime::currentDateTime().addDays(-1))),
      m_show(new QPushButton),
      m_leave(new QPushButton),
      m_only(new QCheckBox) {
  setProperty("role", "card");
  setProperty("active", true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(dp(10), dp(6), dp(10), dp(6));
  row->setSpacing(dp(8));
  m_moment->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
  m_moment->setCalendarPopup(true);
  m_moment->setMaximumDateTime(QDateTime::currentDateTime().addSecs(60));
  m_said->setProperty("role", "second");
  row->addWidget(m_title);
  row->addWidget(m_moment);
  row->addWidget(m_show);
  row->addWidget(m_only);
  row->addWidget(m_said, 1);
  row->addWidget(m_leave);
  connect(m_show, &QPushButton::clicked, this, &PastBar::momentChosen);
  connect(m_only, &QCheckBox::toggled, this, &PastBar::onlyDifferentChanged);
  connect(m_leave, &QPushButton::clicked, this, &PastBar::leave);
  retranslate();
}

std::int64_t PastBar::utcMs() const {
  // The whole minute that is named.
  return m_moment->dateTime().toMSecsSinceEpoch() / 60000 * 60000 + 59999;
}

bool PastBar::onlyDifferent() const { return m_only->isChecked(); }

void PastBar::say(const QString& text) { m_said->setText(text); }

void PastBar::focusMoment() {
  m_moment->setMaximumDateTime(QDateTime::currentDateTime().addSecs(60));
  m_moment->setFocus(Qt::OtherFocusReason);
}

void PastBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void PastBar::retranslate() {
  m_title->setText(tr("The table as it was on"));
  m_moment->setAccessibleName(tr("The table as it was on"));
  m_show->setText(tr("Show"));
  m_only->setText(tr("Only what is different now"));
  m_leave->setText(tr("Back to now"));
}

}  // namespace app
