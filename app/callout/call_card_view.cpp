// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/call_card_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
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
constexpr int kToldMs = 10'000;  // how long a booking can be taken back
constexpr int kSettleMs = 300;   // a click meant for what stood here before
constexpr int kLeastHeight = 200;
constexpr std::int64_t kCountdownMs = 30'000, kBackSlackMs = 1500;

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
      m_moved(new QLineEdit),
      m_booked(new QLabel),
      m_undo(new QPushButton) {
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
    button->setProperty("role", "key");
    connect(button, &QPushButton::clicked, this, [this, i] {
      if (!m_fresh.isValid() || m_fresh.elapsed() >= kSettleMs) answer(i + 1);
    });
    grid->addWidget(button, i / kColumns, i % kColumns);
    m_buttons.push_back(button);
  }
  m_moved->setValidator(new QIntValidator(0, kMostMoved, m_moved));
  m_moved->setAlignment(Qt::AlignRight);
  m_back->setProperty("role", "key");
  grid->addWidget(m_moved, 2, 1);
  grid->addWidget(m_back, 2, 2);
  column->addWidget(m_answers);
  column->addWidget(m_next);
  auto* told = new QHBoxLayout;
  m_booked->setProperty("role", "second");
  m_booked->setTextFormat(Qt::PlainText);
  m_booked->setWordWrap(true);
  m_undo->setFocusPolicy(Qt::TabFocus);
  told->addWidget(m_booked, 1);
  told->addWidget(m_undo);
  column->addLayout(told);
  column->addStretch(1);
  m_booked->hide();
  m_undo->hide();
  m_told.setSingleShot(true);
  m_told.setInterval(kToldMs);
  connect(&m_told, &QTimer::timeout, this, [this] { tell({}, false); });
  connect(m_undo, &QPushButton::clicked, this, &CallCardView::undo);
  connect(m_moved, &QLineEdit::returnPressed, this, [this] { answer(kMovedKey + 1); });
  connect(m_next, &QPushButton::clicked, this, [this] {
    // The button goes when the number comes; the keys 1 to 7 must not go with it.
    setFocus();
    emit nextWanted();
  });
  connect(m_back, &QPushButton::clicked, this, [this] {
    if (!m_card) return;
    m_let_go = m_card->attempt;
    emit releaseWanted(QString::fromStdString(m_card->attempt));
  });
  retranslate();
}

// Why the number in hand is gone, when it was not this officer who let it go.
QString CallCardView::whyGone(const CalloutView& view) const {
  if (!m_card || m_card->attempt == m_let_go || view.is_closed) return {};
  const bool planned = !m_card->is_notice && m_card->target < static_cast<int>(view.persons.size());
  if (planned && view.persons[static_cast<std::size_t>(m_card->target)].confirmed_utc_ms != 0)
    return tr("%1 has confirmed meanwhile: this number need not be rung any more.")
        .arg(m_card->stands_for.isEmpty() ? m_card->name : m_card->stands_for);
  if (m_card->due_utc_ms != 0 && view.now_utc_ms + kBackSlackMs >= m_card->due_utc_ms)
    return tr("%1: more than 3 minutes, given back.").arg(m_card->name);
  return {};
}

void CallCardView::setView(const CalloutViewPtr& view) {
  const std::optional<CallCard>& card = view->card;
  const bool same_card = card.has_value() == m_card.has_value() && (!card || card->attempt == m_card->attempt);
  const bool same = same_card && view->waiting == m_waiting;
  const QString gone = same_card ? QString() : whyGone(*view);
  m_card = card;
  m_waiting = view->waiting;
  m_now_utc_ms = view->now_utc_ms;
  if (!gone.isEmpty()) tell(gone, false);
  if (same) return refreshTime(m_now_utc_ms);
  if (!same_card) {
    // What was typed belongs to the person it was typed for; a longer queue is no other person.
    m_moved->clear();
    m_fresh.start();
  }
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
  if (chosen.kind == gis::ReceiptKind::kMoved) {
    // Nobody said how many: that is not nought.
    if (m_moved->text().trimmed().isEmpty()) {
      m_moved->setFocus();
      return false;
    }
    receipt.number = m_moved->text().trimmed().toLongLong();
  }
  std::vector<gis::Receipt> receipts{receipt};
  // Heard, and the talk is over: the ladder goes on.
  if (chosen.kind == gis::ReceiptKind::kHeard) {
    receipt.kind = gis::ReceiptKind::kHungUp;
    receipt.number = (m_now_utc_ms - m_card->since_utc_ms) / 1000;
    receipts.push_back(receipt);
  }
  QString what = tr(m_card->is_door ? chosen.at_door : chosen.text);
  if (chosen.kind == gis::ReceiptKind::kMoved) what += QStringLiteral(" %1").arg(receipt.number);
  m_last = m_card;
  m_let_go = m_card->attempt;
  tell(tr("Booked: %1 → %2").arg(m_card->name, what), true);
  m_moved->clear();
  setFocus();
  emit said(receipts);
  return true;
}

bool CallCardView::undo() {
  if (!m_last || m_undo->isHidden()) return false;
  const CallCard last = *m_last;
  m_last.reset();
  // The number in hand goes back for this one.
  if (m_card) m_let_go = m_card->attempt;
  tell(tr("Taken back: %1 is called again.").arg(last.name), false);
  emit undoWanted(QString::fromStdString(last.attempt), last.moved_people);
  return true;
}

void CallCardView::tell(const QString& sentence, bool can_undo) {
  m_booked->setText(sentence);
  m_booked->setVisible(!sentence.isEmpty());
  m_undo->setVisible(can_undo);
  if (sentence.isEmpty())
    m_last.reset();
  else
    m_told.start();
  keepHeight();
}

void CallCardView::keepHeight() {
  if (!layout() || width() <= 0) return;
  const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
  // Who has had no number yet needs no room for one.
  const bool busy = m_card || (m_waiting > 0 && m_highest > 0);
  if (m_card) m_highest = std::max(m_highest, needed);
  setMinimumHeight(busy ? std::max({needed, m_highest, dp(kLeastHeight)}) : needed);
}

void CallCardView::resizeEvent(QResizeEvent* event) {
  if (event->size().width() != event->oldSize().width()) {
    m_highest = 0;
    keepHeight();
  }
  QFrame::resizeEvent(event);
}

void CallCardView::keyPressEvent(QKeyEvent* event) {
  if (answer(event->key() - Qt::Key_0)) return;
  if (event->key() == Qt::Key_Backspace && undo()) return;
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
  const std::int64_t left_ms = m_card->due_utc_ms - now_utc_ms;
  if (m_card->due_utc_ms != 0 && left_ms < kCountdownMs)
    parts.prepend(tr("goes back in %1").arg(clockText(std::max<std::int64_t>(0, left_ms))));
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
  m_moved->setPlaceholderText(tr("people, then Enter"));
  m_back->setText(tr("Give back"));
  m_back->setToolTip(tr("Somebody else takes this number"));
  m_next->setText(m_waiting > 0 ? tr("Next number (%1 waiting)").arg(m_waiting) : tr("No number waits for an officer"));
  m_next->setEnabled(m_waiting > 0);
  m_next->setVisible(!has);
  m_answers->setVisible(has);
  for (QLabel* label : {m_who, m_phone, m_detail, m_script}) label->setVisible(has);
  m_undo->setText(tr("Take back (Backspace)"));
  setProperty("active", has);
  if (!has) return keepHeight();
  const QString who = QStringLiteral("%1 %2 %3").arg(m_card->place, m_card->post, m_card->name).simplified();
  m_who->setText(m_card->stands_for.isEmpty() ? who : tr("In place of %1: %2").arg(m_card->stands_for, who));
  m_phone->setText(m_card->is_door           ? tr("Send somebody to the door")
                   : m_card->phone.isEmpty() ? tr("no number")
                                             : m_card->phone);
  m_script->setText(m_card->is_notice ? tr("Tell them who is silent: %1").arg(m_card->script) : m_card->script);
  refreshTime(m_now_utc_ms);
  keepHeight();
}

}  // namespace app
