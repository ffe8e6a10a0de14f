// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/briefing/fact_rows.h"
#include "app/text/moment_text.h"
#include "gis/callout/callout_report.h"
#include "gis/callout/callout_store.h"

namespace app {
namespace {

using gis::briefing::FactTable;
using Answer = gis::Result<FactTable>;

// The newest call-out that had begun, as it stood at the moment; nothing when there was none.
gis::Result<std::optional<gis::CalloutReport>> newest(BriefingFacts& facts) {
  gis::CalloutStore store(facts.workspace().db());
  const auto all = store.all();
  if (!all) return std::unexpected(all.error());
  const auto found = std::ranges::find_if(
      *all, [&](const gis::CalloutRecord& record) { return record.created_utc_ms <= facts.asOfUtcMs(); });
  if (found == all->end()) return std::nullopt;
  auto snapshot = store.snapshot(found->uuid);
  if (!snapshot) return std::unexpected(std::move(snapshot.error()));
  gis::CalloutState state(std::move(*snapshot));
  const auto events = gis::CalloutLogStore(facts.workspace().db(), found->uuid).eventsAfter(0);
  if (!events) return std::unexpected(events.error());
  for (const gis::CalloutEvent& event : *events)
    if (event.at_utc_ms <= facts.asOfUtcMs()) state.apply(event);
  return gis::reportOf(state, facts.asOfUtcMs());
}

Answer calloutLine(BriefingFacts& facts) {
  const auto report = newest(facts);
  if (!report) return std::unexpected(report.error());
  FactTable table{{"title", "begun", "issued", "confirmed", "silent", "state", "tone"}, {}, 0};
  if (!*report || (*report)->places.empty()) return table;
  const gis::CalloutReport& now = **report;
  const gis::Tally& tally = now.places.front().tally;
  table.rows.push_back(FactRow{now.title, beijingTimeText(now.started_utc_ms).toStdString(), std::int64_t{tally.issued},
                               std::int64_t{tally.confirmed}, std::int64_t{tally.silent},
                               now.is_closed ? factWords(QT_TRANSLATE_NOOP("BriefingFacts", "closed"))
                                             : factWords(QT_TRANSLATE_NOOP("BriefingFacts", "running")),
                               std::int64_t{tally.silent > 0 && !now.is_closed ? 2 : 0}});
  return table;
}

Answer calloutFigures(BriefingFacts& facts) {
  const auto report = newest(facts);
  if (!report) return std::unexpected(report.error());
  FactTable table{{"name", "value", "unit", "tone"}, {}, 0};
  if (!*report || (*report)->places.empty()) return table;
  const gis::Tally& tally = (*report)->places.front().tally;
  const std::string people = factWords(QT_TRANSLATE_NOOP("BriefingFacts", "people"));
  const auto add = [&](const char* name, std::int64_t value, std::int64_t tone) {
    table.rows.push_back(FactRow{factWords(name), value, people, tone});
  };
  add(QT_TRANSLATE_NOOP("BriefingFacts", "To be called"), tally.issued, 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Answered"), tally.answered, 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Confirmed"), tally.confirmed, 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Silent"), tally.silent, tally.silent ? 1 : 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Raised to superiors"), tally.escalated, 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Moved"), tally.moved_people, 0);
  return table;
}

Answer byCounty(BriefingFacts& facts) {
  const auto report = newest(facts);
  if (!report) return std::unexpected(report.error());
  FactTable table{
      {"place", "issued", "answered", "confirmed", "silent", "late", "share_percent", "value", "tone"}, {}, 0};
  if (!*report) return table;
  for (const gis::PlaceReport& place : (*report)->places) {
    if (place.division.level < 3 || place.tally.issued == 0) continue;
    const double percent = 100.0 * place.tally.confirmed / place.tally.issued;
    table.rows.push_back(FactRow{place.division.name, std::int64_t{place.tally.issued},
                                 std::int64_t{place.tally.answered}, std::int64_t{place.tally.confirmed},
                                 std::int64_t{place.tally.silent}, std::int64_t{place.tally.late}, percent, percent,
                                 std::int64_t{place.tally.silent ? 2 : 0}});
  }
  return table;
}

Answer silent(BriefingFacts& facts) {
  const auto report = newest(facts);
  if (!report) return std::unexpected(report.error());
  FactTable table{{"name", "post", "place", "attempts", "reason", "tone"}, {}, 0};
  if (!*report) return table;
  for (const gis::FailedPerson& person : (*report)->failed) {
    if (person.reason == "late") continue;
    const std::string reason =
        person.reason == "silent"         ? factWords(QT_TRANSLATE_NOOP("BriefingFacts", "no answer"))
        : person.reason == "cannot_serve" ? factWords(QT_TRANSLATE_NOOP("BriefingFacts", "cannot serve"))
        : person.reason == "no_number"    ? factWords(QT_TRANSLATE_NOOP("BriefingFacts", "no number"))
        : person.reason == "hung_up"      ? factWords(QT_TRANSLATE_NOOP("BriefingFacts", "hung up"))
                                          : factWords(QT_TRANSLATE_NOOP("BriefingFacts", "not called"));
    table.rows.push_back(FactRow{person.name, person.post, person.place, std::int64_t{person.attempts}, reason,
                                 std::int64_t{person.reason == "silent" ? 1 : 2}});
  }
  return table;
}

Answer course(BriefingFacts& facts) {
  const auto report = newest(facts);
  if (!report) return std::unexpected(report.error());
  FactTable table{{"x_utc_ms", "line", "y"}, {}, 0};
  if (!*report) return table;
  const std::string name = factWords(QT_TRANSLATE_NOOP("BriefingFacts", "Confirmed"));
  for (const gis::CoursePoint& point : (*report)->course)
    table.rows.push_back(
        FactRow{(*report)->started_utc_ms + point.after_ms, name, static_cast<double>(point.confirmed)});
  return table;
}

}  // namespace

FactFunctions calloutFacts() {
  return {{"callout.line", calloutLine},
          {"callout.figures", calloutFigures},
          {"callout.by_county", byCounty},
          {"callout.silent", silent},
          {"callout.course", course}};
}

}  // namespace app
