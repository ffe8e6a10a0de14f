// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/course_page.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/incident_timeline/incident_words.h"
#include "app/incident_timeline/timeline_report.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

enum CourseColumn { kCourseTime, kCourseWhat, kCourseBy, kCourseColumns };

}  // namespace

CoursePage::CoursePage(PanelContext& context, QWidget* parent)
    : IncidentPage(context, parent),
      m_trouble(new QLabel),
      m_table(new QTableWidget),
      m_export(new QPushButton),
      m_read(context.pools, Pool::kIo),
      m_save(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(4));
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  m_trouble->hide();
  column->addWidget(m_trouble);
  m_table->setColumnCount(kCourseColumns);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setTabKeyNavigation(false);
  m_table->setWordWrap(true);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(kCourseWhat, QHeaderView::Stretch);
  column->addWidget(m_table, 1);
  column->addWidget(m_export, 0, Qt::AlignRight);
  connect(m_export, &QPushButton::clicked, this, &CoursePage::askForFile);
  retranslate();
}

void CoursePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showIncident();
}

void CoursePage::showIncident() {
  const gis::incident::Incident* one = incident();
  setEnabled(one != nullptr);
  if (!one) {
    m_timeline.clear();
    m_read_for.clear();
    return showRows();
  }
  if (isVisible() && m_read_for != one->uuid + std::to_string(one->events.size())) return read();
  showRows();
}

void CoursePage::read() {
  const auto& workspace = m_context.document.workspace();
  const gis::incident::Incident* one = incident();
  if (!workspace || !one) return;
  m_read_for = one->uuid + std::to_string(one->events.size());
  m_read.ask([folder = workspace->folder, uuid = one->uuid](
                 const gis::CancelToken&, const gis::Progress&) { return readTimeline(folder, uuid); },
             [this](gis::Result<IncidentTimeline> timeline) {
               m_trouble->setVisible(!timeline.has_value());
               if (!timeline) {
                 m_read_for.clear();
                 return m_trouble->setText(incidentTrouble(timeline.error()));
               }
               m_timeline = std::move(*timeline);
               showRows();
             });
}

void CoursePage::showRows() {
  m_table->setRowCount(0);
  m_export->setEnabled(!m_timeline.empty());
  if (!m_view) return;
  for (auto entry = m_timeline.rbegin(); entry != m_timeline.rend(); ++entry) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, kCourseTime, new QTableWidgetItem(beijingTimeText(entry->at_utc_ms)));
    m_table->setItem(row, kCourseWhat, new QTableWidgetItem(timelineText(*entry, m_view->catalogue)));
    m_table->setItem(row, kCourseBy, new QTableWidgetItem(timelineActor(*entry)));
  }
  m_table->resizeColumnToContents(kCourseTime);
  m_table->resizeRowsToContents();
}

void CoursePage::askForFile() {
  const gis::incident::Incident* one = incident();
  if (!one) return;
  const QString file = QFileDialog::getSaveFileName(this, tr("Save the time line"),
                                                    m_context.settings.filesFolder() + QLatin1Char('/') +
                                                        QString::fromStdString(one->number) + QStringLiteral(".xlsx"),
                                                    tr("Excel (*.xlsx);;PDF (*.pdf)"));
  if (!file.isEmpty()) save(file);
}

void CoursePage::save(const QString& file) {
  const gis::incident::Incident* one = incident();
  if (!one) return;
  const Report report = timelineReport(*one, m_timeline, m_view->catalogue, m_context.document.cityName(),
                                       m_context.document.isDemo(), m_view->now_utc_ms);
  m_save.ask(
      [file, report](const gis::CancelToken&, const gis::Progress&) { return writeReport(file.toStdString(), report); },
      [this, file](gis::Result<void> done) {
        if (!done) return m_context.messages.add(done.error());
        if (m_context.map.say) m_context.map.say(tr("Saved: %1").arg(file));
      });
}

void CoursePage::retranslate() {
  m_table->setHorizontalHeaderLabels({tr("Time"), tr("What happened"), tr("By")});
  m_export->setText(tr("Save as Excel or PDF …"));
}

}  // namespace app
