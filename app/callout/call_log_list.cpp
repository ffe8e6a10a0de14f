// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/call_log_list.h"

#include <QEvent>
#include <QStyle>
#include <algorithm>

#include "app/callout/callout_words.h"
#include "app/settings/theme.h"
#include "app/warning_text/callout_text.h"

namespace app {

CallLogList::CallLogList(QWidget* parent) : QListWidget(parent) {
  setWordWrap(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // Always there: the width of a line must not depend on how many there are.
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const int target = item->data(Qt::UserRole).toInt();
    if (target >= 0) emit personWanted(target);
  });
}

void CallLogList::forget() {
  m_seq = -1;
  clear();
}

QSize CallLogList::sizeOf(const QString& text) const {
  const int margin = style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1;
  const QRect room(0, 0, std::max(1, viewport()->width() - 2 * margin - 1), INT_MAX / 2);
  return {0, fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height() + dp(2)};
}

QListWidgetItem* CallLogList::itemOf(const LogLine& line, const CalloutFacts& facts) const {
  QString text = beijingText(line.at_utc_ms, QStringLiteral("HH:mm:ss  "));
  const bool person = line.target >= 0 && line.target < static_cast<int>(facts.persons.size());
  if (person) text += personText(facts.persons[static_cast<std::size_t>(line.target)]) + QStringLiteral(": ");
  text += eventText(line, facts);
  auto* item = new QListWidgetItem(text);
  item->setData(Qt::UserRole, person ? line.target : -1);
  item->setSizeHint(sizeOf(text));
  using enum gis::EventKind;
  if (line.kind == kSilent || line.kind == kUnknownReply) item->setForeground(currentColours().danger);
  if (line.kind == kAwakeOverdue || line.kind == kFeedbackOverdue || line.kind == kProgressOverdue)
    item->setForeground(currentColours().caution);
  return item;
}

void CallLogList::setView(const CalloutViewPtr& view) {
  if (!view || view->last_seq == m_seq) return;
  const auto is_new = [this](const LogLine& line) { return line.seq > m_seq; };
  const auto known = std::ranges::find_if_not(view->log, is_new);
  setUpdatesEnabled(false);
  // Nothing shown is left: what stays would only be moved.
  if (known == view->log.end()) clear();
  int row = 0;
  for (auto line = view->log.begin(); line != known; ++line) insertItem(row++, itemOf(*line, *view->facts));
  while (count() > static_cast<int>(view->log.size())) delete takeItem(count() - 1);
  setUpdatesEnabled(true);
  m_seq = view->last_seq;
}

void CallLogList::measureAll() {
  for (int row = 0; row < count(); ++row) item(row)->setSizeHint(sizeOf(item(row)->text()));
}

void CallLogList::resizeEvent(QResizeEvent* event) {
  QListWidget::resizeEvent(event);
  if (event->oldSize().width() != event->size().width()) measureAll();
}

void CallLogList::changeEvent(QEvent* event) {
  QListWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) measureAll();
}

}  // namespace app
