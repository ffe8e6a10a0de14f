// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/call_card_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <array>

#include "app/callout/callout_words.h"
#include "app/settings/theme.h"

namespace app {
namespace {

struct Answer {
  const char* text;
  const char* at_door;  // the same at somebody's door; null: there is no such answer
  gis::ReceiptKind kind;
  const char* reason;
};

// By key: 1 to 7.
constexpr std::array<Answer, 7> kAnswers = {{
    {QT_TRANSLATE_NOOP("app::CallCardView", "Confirmed"), QT_TRANSLATE_NOOP("app::CallCardView", "Found, confirmed"),
     gis::ReceiptKind::kConfirmed, ""},
    {QT_TRANSLATE_NOOP("app::CallCardView", "Heard only"), nullptr, gis::ReceiptKind::kHeard, ""},
    {QT_TRANSLATE_NOOP("app::CallCardView", "No answer"), QT_TRANSLATE_NOOP("app::CallCardView", "Nobody there"),
     gis::ReceiptKind::kFailed, "no_answer"},
    {QT_TRANSLATE_NOOP("app::CallCardView", "Busy"), nullptr, gis::ReceiptKind::kFailed, "busy"},
    {QT_TRANSLATE_NOOP("app::CallCardView", "Wrong number"), nullptr, gis::ReceiptKind::kFailed, "wrong_number"},
    {QT_TRANSLATE_NOOP("app::CallCardView", "Cannot serve"), QT_TRANSLATE_NOOP("app::CallCardView", "Cannot serve"),
     gis::ReceiptKind::kCannotServe, ""},
    {QT_TRANSLATE_NOOP("app::CallCardView", "Moved"), QT_TRANSLATE_NOOP("app::CallCardView", "Moved"),
     gis::ReceiptKind::kMoved, ""},
}};
constexpr int kMovedKey = 6;  // its index
constexpr int kColumns = 3;
constexpr int kMostMoved = 100000;

}  // namespace

CallCardView::CallCardView(QWidget* parent)
    : QFrame(parent),
      m_who(new QLabel),
      m_phone(new QLabel),
      m_detail(new QLabel),
      m_script(new QLabel),
      m_next(new QPushButton),
      m_back(new QPushButton),
      m_answers(new QWidget),
      m_moved(new QSpinBox) {
  setProperty("role", "card");
  setFocusPolicy(Qt::StrongFocus);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(10), dp(8), dp(10), dp(8));
  column->setSpacing(dp(6));
  m_who->setProperty("role", "heading");
  m_phone->setProperty("role", "title");
  m_detail->setProperty("role", "faint");
  for (QLabel* label : {m_who, m_phone, m_detail, m_script}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column->addWidget(label);
  }
  m_phone->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* grid = new QGridLayout(m_answers);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(dp(4));
  for (int i = 0; i < static_cast<int>(kAnswers.size()); ++i) {
    auto* button = new QPushButton;
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, i] { answer(i + 1); });
    grid->addWidget(button, i / kColumns, i % kColumns);
    m_buttons.push_back(button);
  }
  m_moved->setRange(0, kMostMoved);
  m_moved->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_moved->setAlignment(Qt::AlignRight);
  grid->addWidget(m_moved, 2, 1);
  grid->addWidget(m_back, 2, 2);
  column->addWidget(m_answers);
  column->addWidget(m_next);
  connect(m_next, &QPushButton::clicked, this, &CallCardView::nextWanted);
  connect(m_back, &QPushButton::clicked, this, [this] {
    if (m_card) emit releaseWanted(QString::fromStdString(m_card->attempt));
  });
  retranslate();
}

void CallCardView::setCard(const std::optional<CallCard>& card, int waiting, std::int64_t now_utc_ms) {
  const bool same_call = card.has_value() == m_card.has_value() && (!card || card->attempt == m_card->attempt);
  const bool same = same_call && waiting == m_waiting;
  m_card = card;
  m_waiting = waiting;
  m_now_utc_ms = now_utc_ms;
  if (same) return refreshTime(now_utc_ms);
  // The queue may grow while the officer types how many have moved: their number stays.
  if (!same_call) m_moved->setValue(0);
  retranslate();
}

bool CallCardView::answer(int key) {
  if (!m_card || key < 1 || key > static_cast<int>(kAnswers.size())) return false;
  const Answer& chosen = kAnswers[static_cast<std::size_t>(key - 1)];
  if (m_card->is_door && !chosen.at_door) return false;
  gis::Receipt receipt;
  receipt.attempt = m_card->attempt;
  receipt.kind = chosen.kind;
  receipt.text = m_card->is_door && chosen.kind == gis::ReceiptKind::kFailed ? "not_home" : chosen.reason;
  if (chosen.kind == gis::ReceiptKind::kMoved) receipt.number = m_moved->value();
  std::vector<gis::Receipt> receipts{receipt};
  // Heard, and the talk is over: the ladder goes on.
  if (chosen.kind == gis::ReceiptKind::kHeard) {
    receipt.kind = gis::ReceiptKind::kHungUp;
    receipt.number = (m_now_utc_ms - m_card->since_utc_ms) / 1000;
    receipts.push_back(receipt);
  }
  m_moved->setValue(0);
  emit said(receipts);
  return true;
}

void CallCardView::keyPressEvent(QKeyEvent* event) {
  if (answer(event->key() - Qt::Key_0)) return;
  if (!m_card && m_waiting > 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
    return emit nextWanted();
  QFrame::keyPressEvent(event);
}

void CallCardView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void CallCardView::refreshTime(std::int64_t now_utc_ms) {
  if (!m_card) return;
  QStringList parts{tr("%1 in hand").arg(clockText(now_utc_ms - m_card->since_utc_ms))};
  if (m_card->attempts > 1) parts << tr("attempt %1").arg(m_card->attempts);
  if (!m_card->deputy.isEmpty()) parts << tr("deputy: %1").arg(m_card->deputy);
  parts << tr("%n more waiting", nullptr, m_waiting);
  m_detail->setText(parts.join(QStringLiteral(" · ")));
}

void CallCardView::retranslate() {
  const bool has = m_card.has_value();
  for (std::size_t i = 0; i < m_buttons.size(); ++i) {
    const bool door = has && m_card->is_door;
    const char* text = door ? kAnswers[i].at_door : kAnswers[i].text;
    m_buttons[i]->setVisible(text != nullptr);
    if (text) m_buttons[i]->setText(QStringLiteral("%1 %2").arg(i + 1).arg(tr(text)));
  }
  m_buttons[kMovedKey]->setText(tr("7 Moved:"));
  m_moved->setAccessibleName(tr("People moved so far"));
  m_moved->setToolTip(m_moved->accessibleName());
  m_back->setText(tr("Give back"));
  m_back->setToolTip(tr("Somebody else takes this number"));
  m_next->setText(m_waiting > 0 ? tr("Next number (%1 waiting)").arg(m_waiting) : tr("No number waits for an officer"));
  m_next->setEnabled(m_waiting > 0);
  m_next->setVisible(!has);
  m_answers->setVisible(has);
  for (QLabel* label : {m_who, m_phone, m_detail, m_script}) label->setVisible(has);
  setProperty("active", has);
  if (!has) return;
  m_who->setText(QStringLiteral("%1 %2 %3").arg(m_card->place, m_card->post, m_card->name).simplified());
  m_phone->setText(m_card->is_door           ? tr("Send somebody to the door")
                   : m_card->phone.isEmpty() ? tr("no number")
                                             : m_card->phone);
  m_script->setText(m_card->is_notice ? tr("Tell them who is silent: %1").arg(m_card->script) : m_card->script);
  refreshTime(m_now_utc_ms);
}

}  // namespace app
