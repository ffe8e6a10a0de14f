// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal_report/journal_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include "app/text/error_text.h"

namespace app {
namespace {

namespace journal = gis::journal;

constexpr std::int64_t kMinuteMs = 60'000, kHourMin = 60, kDayMin = 1440;
constexpr int kBeijingOffsetS = 8 * 3600;

struct JournalWords {
  Q_DECLARE_TR_FUNCTIONS(JournalWords)
};

QString spanText(std::int64_t span_ms) {
  const std::int64_t minutes = span_ms / kMinuteMs;
  if (minutes < kHourMin) return JournalWords::tr("%1 min").arg(minutes);
  if (minutes < kDayMin)
    return JournalWords::tr("%1 h %2 min").arg(minutes / kHourMin).arg(minutes % kHourMin, 2, 10, QLatin1Char('0'));
  return JournalWords::tr("%1 d %2 h").arg(minutes / kDayMin).arg(minutes % kDayMin / kHourMin);
}

// What the journal says is missing, in the reader's language; empty: nothing that is known here.
QString missingText(const QString& detail) {
  const std::pair<const char*, QString> known[] = {
      {"what happened", JournalWords::tr("Say what happened.")},
      {"who writes it", JournalWords::tr("Say who writes it.")},
      {"what is right", JournalWords::tr("Say what is right instead.")},
      {"why it is withdrawn", JournalWords::tr("Say why it is withdrawn.")},
      {"a shift needs a leader", JournalWords::tr("Name the leader of the shift.")},
      {"a shift needs at least one officer", JournalWords::tr("Name at least one officer of the shift.")},
      {"a shift is on duty; it hands over", JournalWords::tr("A shift is on duty already: hand over instead.")},
      {"nobody is on duty; begin a shift", JournalWords::tr("Nobody is on duty: begin a shift.")},
      {"nobody is on duty", JournalWords::tr("Nobody is on duty: begin a shift.")},
      {"it is done already", JournalWords::tr("This is done already.")},
      {"a shift cannot be withdrawn: hand over or end it",
       JournalWords::tr("A shift cannot be withdrawn: hand over or end it.")},
  };
  for (const auto& [english, said] : known)
    if (detail == QLatin1String(english)) return said;
  return {};
}

}  // namespace

QString journalText(const journal::TwoTexts& texts) {
  const bool chinese = QLocale().language() == QLocale::Chinese;
  const std::string& wanted = chinese ? texts.zh : texts.en;
  return QString::fromStdString(!wanted.empty() ? wanted : chinese ? texts.en : texts.zh);
}

QString kindText(const std::vector<journal::KindName>& kinds, const std::string& kind) {
  for (const journal::KindName& one : kinds)
    if (one.code == kind) return journalText({one.name_zh, one.name_en});
  return QString::fromStdString(kind);
}

QString journalLevelText(const std::string& level) {
  if (level == "red") return JournalWords::tr("red");
  if (level == "orange") return JournalWords::tr("orange");
  if (level == "yellow") return JournalWords::tr("yellow");
  if (level == "blue") return JournalWords::tr("blue");
  return level.empty() ? QString() : JournalWords::tr("grade %1").arg(QString::fromStdString(level));
}

QString watchText(const journal::Watch& watch) {
  QStringList officers;
  for (const std::string& one : watch.officers) officers << QString::fromStdString(one);
  return JournalWords::tr("Leader %1 · officers %2")
      .arg(QString::fromStdString(watch.leader), officers.join(JournalWords::tr(", ", "between names")));
}

QString remainingText(const journal::ClockState& clock, std::int64_t now_utc_ms) {
  if (clock.clock.due_utc_ms == 0) return JournalWords::tr("no time set");
  const std::int64_t left_ms = clock.clock.due_utc_ms - now_utc_ms;
  return left_ms >= 0 ? JournalWords::tr("%1 left").arg(spanText(left_ms))
                      : JournalWords::tr("%1 overdue").arg(spanText(-left_ms));
}

QString clockStandText(const journal::ClockState& clock) {
  switch (clock.stand) {
    case journal::ClockStand::kRunning:
      return JournalWords::tr("running");
    case journal::ClockStand::kOverdue:
      return JournalWords::tr("overdue");
    case journal::ClockStand::kDone:
      return clock.late() ? JournalWords::tr("done late") : JournalWords::tr("done");
    case journal::ClockStand::kVoid:
      return JournalWords::tr("withdrawn");
  }
  return {};
}

QString journalTrouble(const gis::Error& error) {
  const QString detail = QString::fromStdString(error.detail);
  if (const QString said = missingText(detail); !said.isEmpty()) return said;
  const QString name = QString::fromStdString(error.subject);
  if (detail == QLatin1String("does not hand over: not on duty"))
    return JournalWords::tr("“%1” is not on duty and cannot hand over; type the name as it stands above.").arg(name);
  if (detail == QLatin1String("does not take over: not of the next shift"))
    return JournalWords::tr("“%1” is not of the next shift and cannot take over.").arg(name);
  if (detail == QLatin1String("no clock of the journal has this name"))
    return JournalWords::tr("The journal has no deadline “%1”; “fengsui journal clocks” lists them.").arg(name);
  if (detail == QLatin1String("the journal has no entry of this number"))
    return JournalWords::tr("The journal has no entry %1.").arg(name);
  if (detail == QLatin1String("the workspace has no journal yet"))
    return JournalWords::tr("This workspace is of an earlier version and has no journal; bring it up to date first.");
  return errorSentence(error);
}

QString roomOfThing(const std::string& thing_kind) {
  static const std::pair<const char*, const char*> kRooms[] = {
      {"warning", "weather"},   {"callout", "callout"}, {"stock_move", "stocks"},    {"stock_requisition", "stocks"},
      {"danger", "danger"},     {"station", "flood"},   {"edit_step", "changes"},    {"field_package", "field"},
      {"incident", "incident"}, {"report", "report"},   {"evacuation", "evacuation"}};
  for (const auto& [kind, room] : kRooms)
    if (thing_kind == kind) return QLatin1String(room);
  return {};
}

gis::Result<std::int64_t> journalMoment(const std::string& typed, DayEdge edge) {
  const QString text = QString::fromStdString(typed).trimmed();
  static const QRegularExpression zoned(QStringLiteral("T.*(Z|[+-]\\d\\d:?\\d\\d)$"));
  if (const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd")); day.isValid()) {
    const std::int64_t begins = QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, kBeijingOffsetS).toMSecsSinceEpoch();
    return edge == DayEdge::kBeginning ? begins : begins + kDayMin * kMinuteMs - 1;
  }
  QDateTime moment = QDateTime::fromString(QString(text).replace(QLatin1Char(' '), QLatin1Char('T')), Qt::ISODate);
  if (!moment.isValid())
    return gis::fail(gis::ErrorCode::kInvalidArgument, typed,
                     "a day like 2026-05-01, or a moment like 2026-05-01 08:30 or 2026-05-01T00:30:00Z is expected");
  if (!zoned.match(text).hasMatch())
    moment = QDateTime(moment.date(), moment.time(), Qt::OffsetFromUTC, kBeijingOffsetS);
  return moment.toMSecsSinceEpoch();
}

}  // namespace app
