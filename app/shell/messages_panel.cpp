// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/messages_panel.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/core/message_list.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/detail_text.h"
#include "app/text/error_text.h"

namespace app {

namespace {

constexpr std::size_t kMostRows = 100;  // more than anyone reads; the list itself keeps them

QString detailsOf(const Message& message) {
  QStringList lines;
  if (const auto* error = std::get_if<gis::Error>(&message.what)) {
    lines << QString::fromStdString(gis::errorName(error->code));
    if (!error->subject.empty()) lines << QString::fromStdString(error->subject);
    if (!error->detail.empty()) lines << detailText(error->detail);
    for (const std::string& step : error->trail) lines << QStringLiteral("← ") + QString::fromStdString(step);
  } else if (const auto* warning = std::get_if<gis::Warning>(&message.what)) {
    lines << QString::fromStdString(gis::warningName(warning->code)) << QString::fromStdString(warning->subject)
          << detailText(warning->detail);
  }
  lines.removeAll(QString());
  return lines.join(QLatin1Char('\n'));
}

}  // namespace

MessagesPanel::MessagesPanel(MessageList& messages, QWidget* parent)
    : QWidget(parent), m_messages(messages), m_rows(new QVBoxLayout), m_empty(new QLabel), m_clear(new QToolButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* content = new QWidget;
  m_rows->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  m_rows->setSpacing(dp(8));
  content->setLayout(m_rows);
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  column->addWidget(scroll, 1);
  m_empty->setProperty("role", "second");
  m_clear->setProperty("link", true);
  connect(m_clear, &QToolButton::clicked, &m_messages, &MessageList::clear);
  connect(&m_messages, &MessageList::changed, this, [this] {
    if (!m_marking) rebuild();
  });
  rebuild();
}

QString MessagesPanel::sentence(const Message& message) {
  QString text;
  if (const auto* error = std::get_if<gis::Error>(&message.what)) text = errorSentence(*error);
  if (const auto* warning = std::get_if<gis::Warning>(&message.what)) text = warningSentence(*warning);
  if (const auto* made = std::get_if<Message::Text>(&message.what)) text = (*made)();
  if (message.times > 1) text += QStringLiteral("  ×%1").arg(message.times);
  return text;
}

int MessagesPanel::rowCount() const { return static_cast<int>(std::min(m_messages.messages().size(), kMostRows)); }

QWidget* MessagesPanel::rowFor(const Message& message) {
  const ThemeColours& c = currentColours();
  auto* row = new QWidget;
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(dp(8));
  const auto [icon, colour] = message.severity == Severity::kError     ? std::pair{QStringLiteral("error"), c.danger}
                              : message.severity == Severity::kWarning ? std::pair{QStringLiteral("warning"), c.caution}
                                                                       : std::pair{QStringLiteral("info"), c.accent};
  auto* mark = new QLabel;
  mark->setPixmap(iconPixmap(icon, colour, dp(16), devicePixelRatioF()));
  auto* time = new QLabel(QDateTime::fromMSecsSinceEpoch(message.at_utc_ms).toString(QStringLiteral("HH:mm:ss")));
  time->setProperty("role", "faint");
  auto* words = new QVBoxLayout;
  words->setSpacing(dp(4));
  auto* text = new QLabel(sentence(message).toHtmlEscaped());
  text->setWordWrap(true);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  words->addWidget(text);
  line->addWidget(mark, 0, Qt::AlignTop);
  line->addWidget(time, 0, Qt::AlignTop);
  line->addLayout(words, 1);
  if (message.action) {
    auto* act = new QToolButton;
    act->setText(message.action_text());
    act->setProperty("link", true);
    connect(act, &QToolButton::clicked, this, [action = message.action] { action(); });
    line->addWidget(act, 0, Qt::AlignTop);
  }
  const QString details = detailsOf(message);
  if (!details.isEmpty()) {
    auto* more = new QToolButton;
    more->setText(tr("Details"));
    more->setCheckable(true);
    more->setProperty("link", true);
    line->addWidget(more, 0, Qt::AlignTop);
    connect(more, &QToolButton::toggled, row, [words, details](bool open) {
      if (open) {
        auto* label = new QLabel(details.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
        label->setProperty("role", "faint");
        words->addWidget(label);
      } else if (words->count() > 1) {
        delete words->takeAt(1)->widget();
      }
    });
  }
  return row;
}

void MessagesPanel::rebuild() {
  setWindowTitle(tr("Messages"));
  m_empty->setText(tr("No messages. Trouble with files and layers is listed here, with what to do about it."));
  m_clear->setText(tr("Clear the list"));
  m_empty->setParent(nullptr);
  m_clear->setParent(nullptr);
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    if (QWidget* row = item->widget(); row && row != m_empty && row != m_clear) {
      row->hide();
      row->deleteLater();  // a button of it may be what was just clicked
    }
    delete item;
  }
  std::size_t shown = 0;
  for (const Message& message : m_messages.messages()) {
    if (++shown > kMostRows) break;
    m_rows->addWidget(rowFor(message));
  }
  if (shown == 0) {
    m_rows->addWidget(m_empty);
    m_empty->show();
  } else {
    m_rows->addWidget(m_clear, 0, Qt::AlignLeft);
    m_clear->show();
  }
  m_rows->addStretch();
  if (isVisible() && m_messages.unreadCount() > 0) {
    m_marking = true;
    m_messages.markRead();
    m_marking = false;
  }
}

void MessagesPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_marking = true;
  m_messages.markRead();
  m_marking = false;
}

void MessagesPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) rebuild();
  QWidget::changeEvent(event);
}

}  // namespace app
