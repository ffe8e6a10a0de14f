// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/jobs_panel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "app/jobs/job_list.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

namespace {
QRect crossRect(const QRect& row) {
  const int side = dp(16);
  return {row.right() - side - dp(12), row.top() + dp(8), side, side};
}
}  // namespace

QSize JobDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {dp(200), dp(44)}; }

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const ThemeColours& c = currentColours();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRect row = option.rect;
  if (option.state & QStyle::State_Selected) painter->fillRect(row, c.accent_soft);
  const auto state = static_cast<JobState>(index.data(JobList::kStateRole).toInt());
  const double done_ratio = index.data(JobList::kProgressRole).toDouble();
  QString words;
  switch (state) {
    case JobState::kRunning:
      words = QStringLiteral("%1%").arg(std::lround(done_ratio * 100));
      break;
    case JobState::kDone:
      words = tr("done");
      break;
    case JobState::kFailed:
      words = tr("failed, see Messages");
      break;
    case JobState::kCancelled:
      words = tr("cancelled");
      break;
  }
  painter->setFont(option.font);
  painter->setPen(c.text);
  const QRect line(row.left() + dp(12), row.top() + dp(6), row.width() - dp(56), dp(20));
  painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
  painter->setPen(state == JobState::kFailed ? c.danger : c.text_second);
  painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, words);
  const QRectF track(row.left() + dp(12), row.bottom() - dp(12), row.width() - dp(24), dp(4));
  painter->setPen(Qt::NoPen);
  painter->setBrush(c.line);
  painter->drawRoundedRect(track, dp(2), dp(2));
  painter->setBrush(state == JobState::kRunning ? c.accent : c.strong_line);
  painter->drawRoundedRect(QRectF(track.left(), track.top(), track.width() * done_ratio, track.height()), dp(2), dp(2));
  if (index.data(JobList::kCancellableRole).toBool())
    painter->drawPixmap(crossRect(row).topLeft(), iconPixmap(QStringLiteral("close"), c.text_second, dp(16)));
  painter->restore();
}

bool JobDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                              const QModelIndex& index) {
  if (event->type() == QEvent::MouseButtonRelease &&
      crossRect(option.rect).contains(static_cast<QMouseEvent*>(event)->position().toPoint())) {
    static_cast<JobList*>(model)->cancel(index.row());
    return true;
  }
  return QStyledItemDelegate::editorEvent(event, model, option, index);
}

JobsPanel::JobsPanel(JobList& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_view(new QListView), m_empty(new QLabel) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_empty->setProperty("role", "second");
  m_empty->setMargin(dp(12));
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignTop);
  m_view->setModel(&jobs);
  m_view->setItemDelegate(new JobDelegate(m_view));
  m_view->installEventFilter(this);
  column->addWidget(m_empty, 1);
  column->addWidget(m_view, 1);
  connect(&jobs, &JobList::summaryChanged, this, &JobsPanel::refreshEmpty);
  retranslate();
}

void JobsPanel::refreshEmpty() {
  m_empty->setVisible(m_jobs.rowCount() == 0);
  m_view->setVisible(m_jobs.rowCount() > 0);
}

void JobsPanel::retranslate() {
  setWindowTitle(tr("Jobs"));
  m_empty->setText(tr("Nothing is running. Long work is listed here with its progress, and can be cancelled."));
  m_view->setAccessibleName(tr("Jobs"));
  refreshEmpty();
}

void JobsPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

bool JobsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_view && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
    m_jobs.cancel(m_view->currentIndex().row());
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace app
