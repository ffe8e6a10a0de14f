// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/person_card_view.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/callout/callout_words.h"
#include "app/core/wheel_pass.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/warning_text/callout_text.h"

namespace app {

PersonCardView::PersonCardView(QWidget* parent)
    : QFrame(parent),
      m_name(new QLabel),
      m_facts(new QLabel),
      m_events(new QLabel),
      m_reason(new QComboBox),
      m_call(new QPushButton),
      m_skip(new QPushButton),
      m_again(new QPushButton),
      m_withdraw(new QPushButton),
      m_stand_in(new QToolButton),
      m_close(new QToolButton) {
  setProperty("role", "card");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(10), dp(6), dp(6), dp(8));
  column->setSpacing(dp(4));
  auto* top = new QHBoxLayout;
  m_name->setProperty("role", "heading");
  m_facts->setProperty("role", "second");
  for (QLabel* label : {m_name, m_facts, m_events}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  m_events->setAlignment(Qt::AlignTop);
  top->addWidget(m_name, 1);
  top->addWidget(m_close);
  column->addLayout(top);
  column->addWidget(m_facts);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(m_events);
  scroll->setMinimumHeight(dp(60));
  column->addWidget(scroll, 1);
  m_reason->setEditable(true);
  m_reason->setInsertPolicy(QComboBox::NoInsert);
  // A reason that nobody chose would stand in the log.
  passWheel(*m_reason);
  column->addWidget(m_reason);
  auto* grid = new QGridLayout;
  grid->setSpacing(dp(4));
  grid->addWidget(m_call, 0, 0);
  grid->addWidget(m_again, 0, 1);
  grid->addWidget(m_skip, 0, 2);
  grid->addWidget(m_stand_in, 1, 0, 1, 2);
  grid->addWidget(m_withdraw, 1, 2);
  m_stand_in->setPopupMode(QToolButton::InstantPopup);
  m_stand_in->setProperty("role", "chip");
  m_stand_in->setMenu(new QMenu(m_stand_in));
  m_stand_in->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  column->addLayout(grid);
  connect(m_call, &QPushButton::clicked, this, [this] { act(PersonAction::kCallNow); });
  connect(m_skip, &QPushButton::clicked, this, [this] { act(PersonAction::kSkip); });
  connect(m_again, &QPushButton::clicked, this, [this] { act(PersonAction::kAgain); });
  connect(m_withdraw, &QPushButton::clicked, this, [this] { act(PersonAction::kWithdraw); });
  connect(m_close, &QToolButton::clicked, this, &PersonCardView::closed);
  connect(m_reason, &QComboBox::editTextChanged, this, [this] { refresh(); });
  retranslate();
}

void PersonCardView::act(PersonAction action, const std::string& stand_in) {
  if (!m_card) return;
  emit wanted(action, m_card->target, m_reason->currentText().trimmed(), stand_in);
  m_reason->setCurrentText({});
}

void PersonCardView::setCard(CalloutViewPtr view, const std::optional<PersonCard>& card) {
  m_view = std::move(view);
  m_card = card;
  setVisible(m_card.has_value());
  QMenu* menu = m_stand_in->menu();
  menu->clear();
  if (m_card)
    for (const PersonCard::Stand& stand : m_card->stand_ins)
      menu->addAction(stand.text, this, [this, uuid = stand.uuid] { act(PersonAction::kStandIn, uuid); });
  refresh();
}

void PersonCardView::refresh() {
  if (!m_card || !m_view || m_card->target < 0 || m_card->target >= static_cast<int>(m_view->persons.size())) return;
  const auto at = static_cast<std::size_t>(m_card->target);
  const PersonFacts& facts = m_view->facts->persons[at];
  const PersonNow& now = m_view->persons[at];
  m_name->setText(QStringLiteral("%1  %2").arg(personText(facts), standText(now)));
  QStringList lines{facts.phone.isEmpty() ? tr("no number") : facts.phone};
  if (!facts.unit.isEmpty()) lines.front() += QStringLiteral("  ") + facts.unit;
  lines << tr("Deputy: %1   Superior: %2")
               .arg(facts.deputy.isEmpty() ? QStringLiteral("—") : facts.deputy,
                    facts.superior.isEmpty() ? QStringLiteral("—") : facts.superior);
  int real = 0, answered = 0, drills = 0, answered_drills = 0;
  for (const gis::PersonHistory& row : m_card->history) {
    (row.is_drill ? drills : real) += 1;
    if (row.answered > 0) (row.is_drill ? answered_drills : answered) += 1;
  }
  lines << tr("Answered in %1 of %2 call-outs and %3 of %4 drills")
               .arg(answered)
               .arg(real)
               .arg(answered_drills)
               .arg(drills);
  m_facts->setText(lines.join(QLatin1Char('\n')));
  QStringList events;
  for (auto line = m_card->events.rbegin(); line != m_card->events.rend(); ++line)
    events << beijingText(line->at_utc_ms, QStringLiteral("HH:mm:ss  ")) + eventText(*line, *m_view->facts);
  m_events->setText(events.isEmpty() ? tr("Nothing has happened yet.") : events.join(QLatin1Char('\n')));
  const bool open = !m_view->is_closed && m_view->can_write && !m_view->has_made_people;
  const bool unsettled = open && !now.settled;
  const bool reason = !m_reason->currentText().trimmed().isEmpty();
  m_call->setEnabled(unsettled && now.reach < gis::Reach::kConfirmed && !facts.phone.isEmpty());
  m_skip->setEnabled(unsettled && reason && now.reach < gis::Reach::kConfirmed && !now.silent);
  m_again->setEnabled(open && reason);
  m_withdraw->setEnabled(unsettled && reason);
  m_stand_in->setEnabled(unsettled && reason && now.reach < gis::Reach::kConfirmed && !m_card->stand_ins.empty());
  m_reason->setEnabled(open);
}

void PersonCardView::retranslate() {
  m_close->setIcon(themedIcon(QStringLiteral("close")));
  m_close->setToolTip(tr("Close the card"));
  m_call->setText(tr("Call now"));
  m_call->setToolTip(tr("This officer telephones now, whatever else is tried"));
  m_skip->setText(tr("Next step"));
  m_skip->setToolTip(tr("Skips what is being tried: the next rung of the ladder"));
  m_again->setText(tr("Call again"));
  m_again->setToolTip(tr("From the first step, even if they had confirmed"));
  m_withdraw->setText(tr("Withdraw"));
  m_withdraw->setToolTip(tr("Nobody calls this person any more"));
  m_stand_in->setText(tr("Somebody else takes over ▾"));
  const QString kept = m_reason->currentText();
  const QSignalBlocker quiet(m_reason);
  m_reason->clear();
  m_reason->addItems({tr("reached another way"), tr("ill or away"), tr("change of shift"), tr("wrong person"),
                      tr("ordered by the leader on duty")});
  m_reason->lineEdit()->setPlaceholderText(tr("Reason (needed to change something)"));
  m_reason->setCurrentIndex(-1);
  m_reason->setCurrentText(kept);
  refresh();
}

void PersonCardView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

}  // namespace app
