// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal_report/journal_report.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/journal_report/journal_words.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace journal = gis::journal;

struct JournalReport {
  Q_DECLARE_TR_FUNCTIONS(JournalReport)
};

QString plain(const std::string& text) { return QString::fromStdString(text); }

bool touches(const journal::Shift& shift, const JournalExtract& extract) {
  return shift.began_utc_ms <= extract.until_utc_ms &&
         (shift.last_seq == 0 || shift.ended_utc_ms >= extract.from_utc_ms);
}

ReportTable shiftTable(const JournalExtract& extract) {
  ReportTable table;
  table.title = JournalReport::tr("On duty");
  table.columns = {{JournalReport::tr("From")},     {JournalReport::tr("To")},     {JournalReport::tr("Leader")},
                   {JournalReport::tr("Officers")}, {JournalReport::tr("Gave")},   {JournalReport::tr("Took")},
                   {JournalReport::tr("Open")},     {JournalReport::tr("Remarks")}};
  for (const journal::Shift& shift : extract.state.shifts) {
    if (!touches(shift, extract)) continue;
    QStringList officers;
    for (const std::string& one : shift.watch.officers) officers << plain(one);
    const auto& over = shift.handed_over;
    table.rows.push_back({beijingTimeText(shift.began_utc_ms),
                          shift.last_seq == 0 ? QString() : beijingTimeText(shift.ended_utc_ms),
                          plain(shift.watch.leader), officers.join(QStringLiteral("、")),
                          over ? plain(over->gives) : QString(), over ? plain(over->takes) : QString(),
                          over ? ReportCell(static_cast<std::int64_t>(over->clocks.size())) : ReportCell(),
                          over ? plain(over->remarks) : QString()});
  }
  return table;
}

ReportTable clockTable(const JournalExtract& extract, bool is_drill) {
  ReportTable table;
  table.title = JournalReport::tr("Deadlines");
  table.columns = {{JournalReport::tr("Entry")}, {JournalReport::tr("What")},  {JournalReport::tr("Who")},
                   {JournalReport::tr("Due")},   {JournalReport::tr("Stand")}, {JournalReport::tr("Done")},
                   {JournalReport::tr("Rule")}};
  for (const journal::ClockState& clock : extract.state.clocks) {
    const bool earlier =
        clock.started_utc_ms < extract.from_utc_ms && !clock.open() && clock.done_utc_ms < extract.from_utc_ms;
    if (clock.is_drill != is_drill || clock.started_utc_ms > extract.until_utc_ms || earlier) continue;
    const ReportTone tone = clock.stand == journal::ClockStand::kOverdue ? ReportTone::kAlarm
                            : clock.late()                               ? ReportTone::kCaution
                                                                         : ReportTone::kPlain;
    table.rows.push_back({clock.entry_seq, journalText(clock.clock.what), journalText(clock.clock.who),
                          clock.clock.due_utc_ms == 0 ? QString() : beijingTimeText(clock.clock.due_utc_ms),
                          ReportCell(clockStandText(clock), tone),
                          clock.done_seq == 0 ? QString() : beijingTimeText(clock.done_utc_ms),
                          journalText(clock.clock.source)});
  }
  return table;
}

QString entryText(const JournalExtract& extract, const journal::Entry& entry) {
  QString text = journalText(entry.text);
  if (entry.corrects_seq)
    text = (entry.withdraws ? JournalReport::tr("Withdraws %1: %2") : JournalReport::tr("Corrects %1: %2"))
               .arg(*entry.corrects_seq)
               .arg(text);
  if (const auto corrected = extract.state.corrected.find(entry.seq); corrected != extract.state.corrected.end())
    text += JournalReport::tr(" (see %1)").arg(corrected->second);
  for (const journal::Attachment& one : entry.attachments) text += QStringLiteral(" [%1]").arg(plain(one.name));
  return text;
}

ReportTable entryTable(const JournalExtract& extract) {
  ReportTable table;
  table.title = JournalReport::tr("Entries");
  table.columns = {{JournalReport::tr("No.")},        {JournalReport::tr("Time")},
                   {JournalReport::tr("Kind")},       {JournalReport::tr("What"), {}, 0, 60},
                   {JournalReport::tr("People")},     {JournalReport::tr("Place")},
                   {JournalReport::tr("Written by")}, {JournalReport::tr("Written at")}};
  for (const journal::Entry& entry : extract.entries)
    table.rows.push_back({entry.seq, beijingTimeText(entry.at_utc_ms), kindText(extract.kinds, entry.kind),
                          entryText(extract, entry), plain(entry.people), plain(entry.place), plain(entry.author),
                          beijingTimeText(entry.recorded_utc_ms)});
  return table;
}

}  // namespace

gis::Result<JournalExtract> extractJournal(const journal::JournalStore& store, const journal::JournalQuery& query) {
  JournalExtract extract;
  auto entries = store.entries(query);
  if (!entries) return std::unexpected(entries.error());
  auto kinds = store.kinds();
  if (!kinds) return std::unexpected(kinds.error());
  auto state = store.state(query.as_of_utc_ms);
  if (!state) return std::unexpected(state.error());
  auto check = store.verify();
  if (!check) return std::unexpected(check.error());
  extract.entries = std::move(*entries);
  extract.kinds = std::move(*kinds);
  extract.state = std::move(*state);
  extract.check = std::move(*check);
  extract.now_utc_ms = query.as_of_utc_ms.value_or(store.nowUtcMs());
  extract.from_utc_ms = query.since_utc_ms.value_or(extract.entries.empty() ? 0 : extract.entries.front().at_utc_ms);
  extract.until_utc_ms = query.until_utc_ms.value_or(extract.now_utc_ms);
  return extract;
}

Report journalReport(const JournalExtract& extract, const QString& city, bool is_demo, bool is_drill) {
  Report report;
  report.title = JournalReport::tr("Duty journal");
  report.subtitle = JournalReport::tr("%1  %2 to %3")
                        .arg(city, beijingTimeText(extract.from_utc_ms), beijingTimeText(extract.until_utc_ms));
  if (is_drill) report.mark = JournalReport::tr("DRILL");
  if (is_demo)
    report.mark += (report.mark.isEmpty() ? QString() : QStringLiteral(" ")) + JournalReport::tr("DEMONSTRATION DATA");
  ReportSection section;
  ReportTable clocks = clockTable(extract, is_drill);
  constexpr std::size_t kStand = 4;
  const auto late = std::ranges::count_if(
      clocks.rows, [](const std::vector<ReportCell>& row) { return row[kStand].tone != ReportTone::kPlain; });
  report.summary = {JournalReport::tr("%1 entries; %2 deadlines, %3 of them overdue or met late.")
                        .arg(extract.entries.size())
                        .arg(clocks.rows.size())
                        .arg(late)};
  for (ReportTable& table : std::vector<ReportTable>{shiftTable(extract), std::move(clocks), entryTable(extract)})
    if (!table.rows.empty()) section.tables.push_back(std::move(table));
  report.sections = {std::move(section)};
  ReportSection signatures;
  signatures.title = JournalReport::tr("Signatures");
  signatures.paragraphs = {JournalReport::tr("Handed over by: ____________________   Date: ______________"),
                           JournalReport::tr("Taken over by: ____________________   Date: ______________")};
  report.sections.push_back(std::move(signatures));
  report.provenance = {
      JournalReport::tr("As recorded at %1. Entries are never changed; corrections stand beside what they correct.")
          .arg(beijingTimeText(extract.now_utc_ms)),
      extract.check.broken_seq
          ? JournalReport::tr("ATTENTION: the chain of hashes breaks at entry %1.").arg(*extract.check.broken_seq)
          : JournalReport::tr("The chain of %1 entries is whole; hash of the last: %2")
                .arg(extract.check.entries)
                .arg(plain(extract.check.last_hash))};
  return report;
}

}  // namespace app
