// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/warning_text/callout_document.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <map>

#include "app/warning_text/callout_text.h"

namespace app {
namespace {

QString say(const char* text) { return QCoreApplication::translate("CalloutDocument", text); }

QString timeText(std::int64_t utc_ms) { return beijingText(utc_ms, QStringLiteral("yyyy-MM-dd HH:mm:ss")); }

ReportTable placesTable(const gis::CalloutReport& report) {
  ReportTable table;
  table.title = say(QT_TRANSLATE_NOOP("CalloutDocument", "By county and town"));
  for (const char* title :
       {QT_TRANSLATE_NOOP("CalloutDocument", "Place"), QT_TRANSLATE_NOOP("CalloutDocument", "To call"),
        QT_TRANSLATE_NOOP("CalloutDocument", "Answered"), QT_TRANSLATE_NOOP("CalloutDocument", "Heard to the end"),
        QT_TRANSLATE_NOOP("CalloutDocument", "Confirmed"), QT_TRANSLATE_NOOP("CalloutDocument", "In time"),
        QT_TRANSLATE_NOOP("CalloutDocument", "Not confirmed"), QT_TRANSLATE_NOOP("CalloutDocument", "Confirmed late"),
        QT_TRANSLATE_NOOP("CalloutDocument", "Fed back"), QT_TRANSLATE_NOOP("CalloutDocument", "Feedback overdue"),
        QT_TRANSLATE_NOOP("CalloutDocument", "Silent"), QT_TRANSLATE_NOOP("CalloutDocument", "Half confirmed after"),
        QT_TRANSLATE_NOOP("CalloutDocument", "95 % confirmed after")})
    table.columns.push_back({say(title)});
  for (const gis::PlaceReport& place : report.places) {
    const QString name =
        QString(2 * std::max(0, place.division.level - 2), QChar(0x3000)) + QString::fromStdString(place.division.name);
    table.rows.push_back(
        {name, place.tally.issued, place.tally.answered, place.tally.heard, place.tally.confirmed, place.awake_in_time,
         ReportCell(place.tally.unconfirmed, place.tally.unconfirmed > 0 ? ReportTone::kAlarm : ReportTone::kPlain),
         place.tally.late, place.tally.fed_back, place.tally.feedback_late,
         ReportCell(place.tally.silent, place.tally.silent > 0 ? ReportTone::kAlarm : ReportTone::kPlain),
         durationText(place.confirmed.median_ms), durationText(place.confirmed.p95_ms)});
  }
  return table;
}

ReportTable failedTable(const gis::CalloutReport& report, std::size_t most_names) {
  ReportTable table;
  table.title = say(QT_TRANSLATE_NOOP("CalloutDocument", "Not reached, or late"));
  for (const char* title : {QT_TRANSLATE_NOOP("CalloutDocument", "Name"), QT_TRANSLATE_NOOP("CalloutDocument", "Post"),
                            QT_TRANSLATE_NOOP("CalloutDocument", "Place"), QT_TRANSLATE_NOOP("CalloutDocument", "Why"),
                            QT_TRANSLATE_NOOP("CalloutDocument", "Attempts")})
    table.columns.push_back({say(title)});
  // Who confirmed late stands after those who never did.
  for (const bool late : {false, true})
    for (const gis::FailedPerson& person : report.failed) {
      if ((person.reason == "late") != late || table.rows.size() >= most_names) continue;
      table.rows.push_back({QString::fromStdString(person.name), QString::fromStdString(person.post),
                            QString::fromStdString(person.place), failureText(person.reason), person.attempts});
    }
  if (table.rows.size() < report.failed.size())
    table.after = say(QT_TRANSLATE_NOOP("CalloutDocument", "%1 more are in the Excel report."))
                      .arg(report.failed.size() - table.rows.size());
  return table;
}

// How many of each county and town, by reason: what a leader reads before the names.
ReportTable failedPlacesTable(const gis::CalloutReport& report) {
  constexpr std::array kReasons = {"silent", "hung_up", "not_called", "no_number", "cannot_serve", "late"};
  ReportTable table;
  table.title = say(QT_TRANSLATE_NOOP("CalloutDocument", "Not reached, or late, by county and town"));
  table.columns = {{say(QT_TRANSLATE_NOOP("CalloutDocument", "Place"))},
                   {say(QT_TRANSLATE_NOOP("CalloutDocument", "Persons"))}};
  for (const char* reason : kReasons) table.columns.push_back({failureText(reason)});
  std::map<std::pair<QString, QString>, std::array<int, kReasons.size() + 1>> counts;
  for (const gis::FailedPerson& person : report.failed) {
    const QString county = QString::fromStdString(person.county), town = QString::fromStdString(person.town);
    const auto at = static_cast<std::size_t>(std::ranges::find(kReasons, person.reason) - kReasons.begin());
    for (const QString& place : town.isEmpty() ? QStringList{QString()} : QStringList{QString(), town}) {
      auto& row = counts[{county, place}];
      ++row[0];
      if (at < kReasons.size()) ++row[at + 1];
    }
  }
  for (const auto& [place, row] : counts) {
    const QString name = place.second.isEmpty() ? place.first : QString(2, QChar(0x3000)) + place.second;
    std::vector<ReportCell> cells{name};
    for (const int count : row) cells.emplace_back(count);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

ReportTable channelsTable(const gis::CalloutReport& report) {
  ReportTable table;
  table.title = say(QT_TRANSLATE_NOOP("CalloutDocument", "By channel"));
  for (const char* title :
       {QT_TRANSLATE_NOOP("CalloutDocument", "Channel"), QT_TRANSLATE_NOOP("CalloutDocument", "Attempts"),
        QT_TRANSLATE_NOOP("CalloutDocument", "Answered"), QT_TRANSLATE_NOOP("CalloutDocument", "Confirmed"),
        QT_TRANSLATE_NOOP("CalloutDocument", "Failed")})
    table.columns.push_back({say(title)});
  for (const gis::ChannelReport& channel : report.channels)
    table.rows.push_back(
        {channelText(channel.channel), channel.attempts, channel.answered, channel.confirmed, channel.failed});
  return table;
}

}  // namespace

QString failureText(std::string_view reason) {
  if (reason == "cannot_serve") return say(QT_TRANSLATE_NOOP("CalloutDocument", "cannot serve"));
  if (reason == "no_number") return say(QT_TRANSLATE_NOOP("CalloutDocument", "no number"));
  if (reason == "not_called") return say(QT_TRANSLATE_NOOP("CalloutDocument", "has a number, was never dialled"));
  if (reason == "hung_up") return say(QT_TRANSLATE_NOOP("CalloutDocument", "hung up early"));
  if (reason == "late") return say(QT_TRANSLATE_NOOP("CalloutDocument", "confirmed, but late"));
  return say(QT_TRANSLATE_NOOP("CalloutDocument", "no answer"));
}

Report calloutDocument(const gis::CalloutReport& report, const QString& city, bool is_demo, std::size_t most_names) {
  Report document;
  document.title = say(QT_TRANSLATE_NOOP("CalloutDocument", "Call-and-respond report"));
  document.subtitle = city + QStringLiteral("  ") + QString::fromStdString(report.title);
  QStringList marks;
  if (is_demo) marks << say(QT_TRANSLATE_NOOP("CalloutDocument", "DEMONSTRATION DATA"));
  if (report.is_drill) marks << say(QT_TRANSLATE_NOOP("CalloutDocument", "DRILL"));
  document.mark = marks.join(QStringLiteral("  "));
  const gis::Tally tally = report.places.empty() ? gis::Tally() : report.places.front().tally;
  document.summary = {
      say(QT_TRANSLATE_NOOP("CalloutDocument",
                            "From %1 to %2: %3 persons to call, %4 called, %5 confirmed; not confirmed %6, confirmed "
                            "late %7, feedback overdue %8."))
          .arg(timeText(report.started_utc_ms), timeText(report.until_utc_ms))
          .arg(tally.issued)
          .arg(tally.sent)
          .arg(tally.confirmed)
          .arg(tally.unconfirmed)
          .arg(tally.late)
          .arg(tally.feedback_late)};
  if (!report.closing_reason.empty())
    document.summary << say(QT_TRANSLATE_NOOP("CalloutDocument", "Closed before all had confirmed: %1"))
                            .arg(QString::fromStdString(report.closing_reason));
  ReportSection section;
  if (!report.failed.empty()) section.tables.push_back(failedPlacesTable(report));
  section.tables.push_back(placesTable(report));
  section.tables.push_back(channelsTable(report));
  if (!report.failed.empty()) section.tables.push_back(failedTable(report, most_names));
  document.sections = {std::move(section)};
  document.provenance = {say(QT_TRANSLATE_NOOP("CalloutDocument", "Log of %1 entries; its last hash (BLAKE2b-256): %2"))
                             .arg(report.events)
                             .arg(QString::fromStdString(report.last_hash))};
  return document;
}

}  // namespace app
