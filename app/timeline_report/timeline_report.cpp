// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline_report/timeline_report.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

#include "app/warning_text/callout_text.h"

namespace app {
namespace {

struct KindWords {
  const char* kind;
  const char* words;
};

// %n is what the kind counts.
constexpr KindWords kWords[] = {
    {"warning_alert", QT_TRANSLATE_NOOP("Timeline", "Warning")},
    {"warning_update", QT_TRANSLATE_NOOP("Timeline", "Warning changed")},
    {"warning_cancel", QT_TRANSLATE_NOOP("Timeline", "Warning over")},
    {"callout_begun", QT_TRANSLATE_NOOP("Timeline", "Call-out begun")},
    {"callout_raised", QT_TRANSLATE_NOOP("Timeline", "Call-out raised")},
    {"callout_closed", QT_TRANSLATE_NOOP("Timeline", "Call-out closed")},
    {"callout_count_confirmed", QT_TRANSLATE_NOOP("Timeline", "%1 more have confirmed")},
    {"callout_count_escalated", QT_TRANSLATE_NOOP("Timeline", "%1 passed on to their superiors")},
    {"requisition_requested", QT_TRANSLATE_NOOP("Timeline", "Stock asked for")},
    {"requisition_approved", QT_TRANSLATE_NOOP("Timeline", "Stock approved")},
    {"requisition_rejected", QT_TRANSLATE_NOOP("Timeline", "Stock refused")},
    {"requisition_picked", QT_TRANSLATE_NOOP("Timeline", "Stock picked")},
    {"requisition_dispatched", QT_TRANSLATE_NOOP("Timeline", "Stock dispatched")},
    {"requisition_received", QT_TRANSLATE_NOOP("Timeline", "Stock received")},
    {"requisition_closed", QT_TRANSLATE_NOOP("Timeline", "Requisition closed")},
    {"requisition_cancelled", QT_TRANSLATE_NOOP("Timeline", "Requisition withdrawn")},
    {"edit", QT_TRANSLATE_NOOP("Timeline", "Data changed")},
    {"rain", QT_TRANSLATE_NOOP("Timeline", "Rain up to %1 mm in an hour, most at station")},
    {"drill_note", QT_TRANSLATE_NOOP("Timeline", "Controllers")},
    {"journal", QT_TRANSLATE_NOOP("Timeline", "Journal")},
    {"incident_opened", QT_TRANSLATE_NOOP("Timeline", "Incident opened")},
    {"incident_grade", QT_TRANSLATE_NOOP("Timeline", "Incident graded")},
    {"incident_response", QT_TRANSLATE_NOOP("Timeline", "Response level")},
    {"evacuation_begun", QT_TRANSLATE_NOOP("Timeline", "Evacuation begun")},
    {"evacuation_moved", QT_TRANSLATE_NOOP("Timeline", "%1 people moved")},
    {"evacuation_arrived", QT_TRANSLATE_NOOP("Timeline", "%1 people arrived")},
    {"evacuation_ended", QT_TRANSLATE_NOOP("Timeline", "Evacuation ended")},
};

QString say(const char* text) { return QCoreApplication::translate("Timeline", text); }

QString kindWords(const gis::TimelineEntry& entry) {
  const auto found = std::ranges::find_if(kWords, [&](const KindWords& one) { return entry.kind == one.kind; });
  if (found != std::end(kWords)) {
    const QString words = say(found->words);
    return words.contains(QLatin1String("%1")) ? words.arg(entry.number) : words;
  }
  // Kinds of rooms that came later, and the ledger's: by their room.
  if (entry.kind.starts_with("stock_")) return say(QT_TRANSLATE_NOOP("Timeline", "Stock booked"));
  if (entry.kind.starts_with("incident_")) return say(QT_TRANSLATE_NOOP("Timeline", "Incident"));
  if (entry.kind.starts_with("evacuation_")) return say(QT_TRANSLATE_NOOP("Timeline", "Evacuation"));
  return QString::fromStdString(entry.kind);
}

ReportTable entriesTable(const std::vector<gis::TimelineEntry>& entries) {
  ReportTable table;
  table.title = say(QT_TRANSLATE_NOOP("Timeline", "What happened"));
  for (const char* title : {QT_TRANSLATE_NOOP("Timeline", "Time"), QT_TRANSLATE_NOOP("Timeline", "What"),
                            QT_TRANSLATE_NOOP("Timeline", "Details"), QT_TRANSLATE_NOOP("Timeline", "Who")})
    table.columns.push_back({say(title)});
  for (const gis::TimelineEntry& entry : entries)
    table.rows.push_back({timelineTime(entry.at_utc_ms),
                          ReportCell((entry.is_drill ? QStringLiteral("【演练】") : QString()) + timelineText(entry),
                                     entry.is_key ? ReportTone::kStrong : ReportTone::kPlain),
                          QString::fromStdString(entry.detail), QString::fromStdString(entry.actor)});
  return table;
}

}  // namespace

QString timelineTime(std::int64_t utc_ms) { return beijingText(utc_ms, QStringLiteral("MM-dd HH:mm:ss")); }

QString timelineText(const gis::TimelineEntry& entry) {
  const QString subject = QString::fromStdString(entry.subject), words = kindWords(entry);
  return subject.isEmpty() ? words : say(QT_TRANSLATE_NOOP("Timeline", "%1: %2")).arg(words, subject);
}

Report timelineReport(const gis::EventSpan& span, const std::vector<gis::TimelineEntry>& entries, const QString& city,
                      bool is_demo) {
  Report report;
  report.title = say(QT_TRANSLATE_NOOP("Timeline", "Time line of the event"));
  report.subtitle = city + QStringLiteral("  ") + beijingText(span.from_utc_ms, QStringLiteral("yyyy-MM-dd HH:mm")) +
                    QStringLiteral(" — ") + beijingText(span.to_utc_ms, QStringLiteral("yyyy-MM-dd HH:mm"));
  QStringList marks;
  if (std::ranges::any_of(entries, &gis::TimelineEntry::is_drill)) marks << say(QT_TRANSLATE_NOOP("Timeline", "DRILL"));
  if (is_demo) marks << say(QT_TRANSLATE_NOOP("Timeline", "DEMONSTRATION DATA"));
  report.mark = marks.join(QStringLiteral(" · "));
  if (!span.title.empty()) report.summary << QString::fromStdString(span.title);
  for (const gis::TimelineEntry& entry : entries)
    if (entry.is_key) report.summary << timelineTime(entry.at_utc_ms) + QStringLiteral("  ") + timelineText(entry);
  ReportSection section;
  section.tables.push_back(entriesTable(entries));
  report.sections.push_back(std::move(section));
  report.provenance << say(QT_TRANSLATE_NOOP("Timeline", "Times are Beijing time, as they were recorded."));
  return report;
}

}  // namespace app
