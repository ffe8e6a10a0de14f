// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident_timeline/timeline_report.h"

#include <QCoreApplication>

#include "app/incident_timeline/incident_words.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace incident = gis::incident;

struct TimelineReport {
  Q_DECLARE_TR_FUNCTIONS(TimelineReport)
};

QString said(const std::string& text) { return QString::fromStdString(text); }
QString moment(std::int64_t utc_ms) { return utc_ms == 0 ? QStringLiteral("-") : beijingTimeText(utc_ms); }

ReportTable figuresTable(const incident::Incident& one, const incident::IncidentCatalogue& catalogue) {
  ReportTable table;
  table.title = TimelineReport::tr("Figures");
  table.columns = {{TimelineReport::tr("Figure"), {}, 0, 22},
                   {TimelineReport::tr("Value"), {}, 0, 18},
                   {TimelineReport::tr("As of"), {}, 0, 18},
                   {TimelineReport::tr("Told by"), {}, 0, 20}};
  for (const incident::FigureKind& kind : catalogue.figures) {
    const auto found = one.figures.find(kind.id);
    if (found == one.figures.end()) continue;
    const incident::FigureEntry& entry = found->second.entry;
    table.rows.push_back({bothText(kind.name), figureValue(catalogue, kind.id, entry.value), moment(entry.as_of_utc_ms),
                          said(entry.source)});
  }
  return table;
}

// What the counties told of their shares.
ReportTable countiesTable(const incident::Incident& one, const incident::IncidentCatalogue& catalogue) {
  ReportTable table;
  table.title = TimelineReport::tr("Figures by county");
  table.columns = {{TimelineReport::tr("County"), {}, 0, 14},
                   {TimelineReport::tr("Figure"), {}, 0, 22},
                   {TimelineReport::tr("Value"), {}, 0, 18},
                   {TimelineReport::tr("As of"), {}, 0, 18},
                   {TimelineReport::tr("Told by"), {}, 0, 20}};
  for (const auto& [code, county] : one.counties)
    for (const incident::FigureKind& kind : catalogue.figures) {
      const auto found = county.figures.find(kind.id);
      if (found == county.figures.end()) continue;
      const incident::FigureEntry& entry = found->second.entry;
      table.rows.push_back({said(county.name), bothText(kind.name), figureValue(catalogue, kind.id, entry.value),
                            moment(entry.as_of_utc_ms), said(entry.source)});
    }
  return table;
}

ReportTable tasksTable(const incident::Incident& one, std::int64_t now_utc_ms) {
  ReportTable table;
  table.title = TimelineReport::tr("Tasks");
  table.columns = {{TimelineReport::tr("No."), {}, 0, 6},    {TimelineReport::tr("Task"), {}, 0, 40},
                   {TimelineReport::tr("Owner"), {}, 0, 20}, {TimelineReport::tr("Deadline"), {}, 0, 18},
                   {TimelineReport::tr("State"), {}, 0, 14}, {TimelineReport::tr("Clause"), {}, 0, 12},
                   {TimelineReport::tr("Remark"), {}, 0, 24}};
  for (const incident::Task& task : incident::tasksInOrder(one, now_utc_ms)) {
    const bool late = task.isOverdue(now_utc_ms);
    table.rows.push_back(
        {task.number, said(task.draft.text), said(task.draft.owner),
         ReportCell(moment(task.draft.deadline_utc_ms), late ? ReportTone::kAlarm : ReportTone::kPlain),
         ReportCell(late ? TimelineReport::tr("overdue") : taskStateText(task.state),
                    late ? ReportTone::kAlarm : ReportTone::kPlain),
         said(task.draft.clause), said(task.words)});
  }
  return table;
}

ReportTable courseTable(const std::vector<incident::TimelineEntry>& timeline,
                        const incident::IncidentCatalogue& catalogue) {
  ReportTable table;
  table.title = TimelineReport::tr("Time line");
  table.columns = {{TimelineReport::tr("Time"), {}, 0, 18},
                   {TimelineReport::tr("What happened"), {}, 0, 70},
                   {TimelineReport::tr("By"), {}, 0, 18}};
  for (const incident::TimelineEntry& entry : timeline)
    table.rows.push_back({moment(entry.at_utc_ms), timelineText(entry, catalogue), timelineActor(entry)});
  return table;
}

}  // namespace

Report timelineReport(const incident::Incident& one, const std::vector<incident::TimelineEntry>& timeline,
                      const incident::IncidentCatalogue& catalogue, const QString& city, bool is_demo,
                      std::int64_t now_utc_ms) {
  Report report;
  report.title = TimelineReport::tr("Course of the incident: %1").arg(said(one.head.title));
  report.subtitle = QStringLiteral("%1  %2").arg(city, said(one.number));
  QStringList marks;
  if (is_demo) marks << TimelineReport::tr("DEMONSTRATION DATA");
  if (one.is_drill) marks << TimelineReport::tr("DRILL");
  report.mark = marks.join(QStringLiteral("  "));
  report.summary = {TimelineReport::tr("%1, %2. Happened %3, known %4. Grade %5; response: %6.")
                        .arg(typeText(catalogue, one.head.type), incidentStateText(one.state),
                             moment(one.head.occurred_utc_ms), moment(one.head.known_utc_ms),
                             gradeText(one.grade ? std::optional(one.grade->grade) : std::nullopt),
                             levelText(one.response.level))};
  ReportSection standing;
  standing.paragraphs << TimelineReport::tr("Place: %1").arg(incidentPlace(one.head));
  if (!one.head.cause.empty()) standing.paragraphs << TimelineReport::tr("Cause: %1").arg(said(one.head.cause));
  standing.paragraphs << gradeReasons(incident::proposeGrade(catalogue, one));
  if (!one.figures.empty()) standing.tables.push_back(figuresTable(one, catalogue));
  if (!one.counties.empty()) standing.tables.push_back(countiesTable(one, catalogue));
  if (!one.tasks.empty()) standing.tables.push_back(tasksTable(one, now_utc_ms));
  standing.tables.push_back(courseTable(timeline, catalogue));
  report.sections.push_back(std::move(standing));
  report.figures_sheet = TimelineReport::tr("How it stands");
  report.provenance = {TimelineReport::tr("From the log of the incident in %1, as recorded until %2.")
                           .arg(city, beijingTimeText(now_utc_ms))};
  if (!one.events.empty())
    report.provenance << TimelineReport::tr("%1 events; the last has the hash %2.")
                             .arg(one.events.size())
                             .arg(said(one.events.back().hash));
  return report;
}

}  // namespace app
