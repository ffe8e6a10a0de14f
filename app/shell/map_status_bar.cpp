// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/map_status_bar.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QToolButton>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/map/measure_text.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "gis/geo/coordinate_text.h"

namespace app {

namespace {
// CGCS2000 3-degree Gauss-Krueger without zone prefix: EPSG 4534 (CM 75 E) to 4554 (CM 135 E).
constexpr int kFirstGkCode = 4534, kLastGkCode = 4554, kFirstMeridianDeg = 75;
constexpr int kJobsMs = 50;  // fast enough to watch
}  // namespace

MapStatusBar::MapStatusBar(JobList& jobs, MessageList& messages, MapDocument& document, QWidget* parent)
    : QStatusBar(parent),
      m_jobs(jobs),
      m_messages(messages),
      m_document(document),
      m_text(new QLabel),
      m_job(new QToolButton),
      m_bar(new QProgressBar),
      m_lon_lat(new QLabel),
      m_projected(new QLabel),
      m_scale(new QLineEdit),
      m_unread(new QToolButton) {
  setSizeGripEnabled(false);
  m_bar->setRange(0, 1000);
  m_bar->setTextVisible(false);
  m_bar->setFixedWidth(dp(96));
  m_scale->setFixedWidth(dp(104));
  m_scale->setAlignment(Qt::AlignRight);
  m_scale->setFocusPolicy(Qt::ClickFocus);  // the window never starts in it
  m_lon_lat->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_unread->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  addWidget(m_text, 1);
  addPermanentWidget(m_job);
  addPermanentWidget(m_bar);
  addPermanentWidget(m_lon_lat);
  addPermanentWidget(m_projected);
  addPermanentWidget(m_scale);
  addPermanentWidget(m_unread);
  // A bar paints itself at once, however often it is set.
  m_jobs_soon.setSingleShot(true);
  m_jobs_soon.setInterval(kJobsMs);
  connect(&m_jobs_soon, &QTimer::timeout, this, &MapStatusBar::refreshJobs);
  connect(&jobs, &JobList::summaryChanged, this, [this] {
    if (!m_jobs_soon.isActive()) m_jobs_soon.start();
  });
  connect(&messages, &MessageList::changed, this, &MapStatusBar::refreshMessages);
  connect(m_unread, &QToolButton::clicked, this, &MapStatusBar::messagesWanted);
  connect(m_job, &QToolButton::clicked, this, &MapStatusBar::jobsWanted);
  connect(m_scale, &QLineEdit::returnPressed, this, [this] {
    const double denominator = scaleFromText(m_scale->text());
    if (denominator > 0) {
      emit scaleWanted(denominator);
    } else {
      say(tr("Type a scale such as 1:50,000 or 50000."));
    }
    m_scale->clearFocus();
  });
  retranslate();
}

QString MapStatusBar::crsName(const std::string& crs) {
  const QString text = QString::fromStdString(crs);
  if (text.startsWith(QLatin1String("EPSG:"))) {
    const int code = text.mid(5).toInt();
    if (code >= kFirstGkCode && code <= kLastGkCode)
      return QStringLiteral("CGCS2000 / 3° GK CM %1°E").arg(kFirstMeridianDeg + 3 * (code - kFirstGkCode));
    return text;
  }
  return QStringLiteral("CRS");
}

void MapStatusBar::setPointer(std::optional<gis::MapXY> where) {
  m_pointer = where;
  const auto lon_lat = where ? m_document.toLonLat(*where) : std::nullopt;
  m_lon_lat->setText(lon_lat ? QString::fromStdString(gis::formatDecimal(*lon_lat, 5)) : QString());
  const QString crs = crsName(m_document.mapCrs());
  m_projected->setText(
      where ? QStringLiteral("%1  E %2  N %3").arg(crs).arg(where->x_m, 0, 'f', 0).arg(where->y_m, 0, 'f', 0) : crs);
}

void MapStatusBar::setScaleDenominator(double denominator) {
  if (!m_scale->hasFocus()) m_scale->setText(scaleText(denominator));
}

void MapStatusBar::say(const QString& text) {
  m_said = text;
  m_text->setText(text);
}

void MapStatusBar::sayHint(const QString& hint) {
  if (!hint.isEmpty() || (!m_hint.isEmpty() && m_said == m_hint)) say(hint);
  m_hint = hint;
}

void MapStatusBar::refreshJobs() {
  const int running = m_jobs.runningCount();
  m_job->setVisible(running > 0);
  m_bar->setVisible(running > 0);
  m_job->setText(running > 1 ? tr("%1 (+%2)").arg(m_jobs.runningTitle()).arg(running - 1) : m_jobs.runningTitle());
  m_bar->setValue(static_cast<int>(m_jobs.runningProgressRatio() * 1000));
}

void MapStatusBar::refreshMessages() {
  const int unread = m_messages.unreadCount();
  const ThemeColours& c = currentColours();
  const QColor colour = unread == 0 ? c.text_faint : (m_messages.unreadHasErrors() ? c.danger : c.caution);
  m_unread->setIcon(QIcon(iconPixmap(QStringLiteral("message"), colour, dp(16), devicePixelRatioF())));
  m_unread->setText(unread == 0 ? QString() : QString::number(unread));
  m_unread->setToolTip(unread == 0 ? tr("No unread messages") : tr("%n unread message(s)", nullptr, unread));
  m_unread->setAccessibleName(m_unread->toolTip());
}

void MapStatusBar::retranslate() {
  m_scale->setToolTip(tr("Scale; type another and press Enter"));
  m_scale->setAccessibleName(tr("Map scale"));
  m_job->setToolTip(tr("Show the jobs"));
  refreshJobs();
  refreshMessages();
  setPointer(m_pointer);
}

void MapStatusBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange) retranslate();
  QStatusBar::changeEvent(event);
}

}  // namespace app
