// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/report_store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "gis/office/docx_writer.h"
#include "gis/situation/deadline.h"
#include "gis/situation/draft_document.h"
#include "tests/gis/situation/situation_test_support.h"

using namespace gis::situation;
using tests::kHourMs;
using tests::kNoonMs;

namespace {

class IssuedReports : public testing::Test {
 protected:
  gis::Result<IssuedReport> issue(ReportKind kind, std::int64_t at_utc_ms, Blanks more = {}) {
    ReportWish wish{kind, m_incident, at_utc_ms, tests::allTyped(kind), false, {}};
    for (const auto& [name, words] : more) wish.typed[name] = words;
    const auto clock = std::make_shared<gis::FixedClock>(at_utc_ms);
    gis::UuidSource uuids(clock, ++m_seed);
    return issueReport(m_city.db(), tests::reportCatalogue(), wish, "李值班", *clock, uuids);
  }
  Draft draft(ReportKind kind, std::int64_t at_utc_ms) {
    const ReportWish wish{kind, m_incident, at_utc_ms, tests::allTyped(kind), false, {}};
    const auto material = gatherMaterial(m_city.db(), tests::reportCatalogue(), wish);
    EXPECT_TRUE(material) << material.error().subject << material.error().detail;
    return makeDraft(tests::reportCatalogue(), *material);
  }

  tests::ReportCity m_city;
  std::uint64_t m_seed = 0;
  std::string m_incident = tests::addIncident(m_city.db(), "1", false);
};

}  // namespace

TEST_F(IssuedReports, OneNightFromFirstToFinal) {
  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs - kHourMs / 4);
  const auto first = issue(ReportKind::kFirst, kNoonMs);
  ASSERT_TRUE(first) << first.error().subject << " " << first.error().detail;
  EXPECT_EQ(first->number, "长应急报〔2026〕1号");
  EXPECT_EQ(first->title, "关于事发地（标题用）已核实山洪灾害的首报");

  tests::tellFigures(m_city.db(), m_incident, {{"injured", 15}, {"missing", 0}}, kNoonMs + kHourMs);
  const auto fell = issue(ReportKind::kUpdate, kNoonMs + 2 * kHourMs);
  ASSERT_FALSE(fell);
  EXPECT_EQ(fell.error().subject, "missing");
  EXPECT_EQ(fell.error().detail, "fell");
  const auto update = issue(ReportKind::kUpdate, kNoonMs + 2 * kHourMs, {{"reason.missing", "两人已找到"}});
  ASSERT_TRUE(update) << update.error().subject << " " << update.error().detail;
  EXPECT_EQ(update->serial, 2);

  const auto kept = ReportStore(m_city.db()).content(update->number);
  ASSERT_TRUE(kept);
  bool says = false;
  for (const DraftBlock& block : kept->blocks)
    for (const Piece& piece : block.pieces) says = says || piece.text == "15（上次12，+3）";
  EXPECT_TRUE(says);
  const auto last = issue(ReportKind::kFinal, kNoonMs + 5 * kHourMs);
  ASSERT_TRUE(last) << last.error().subject << " " << last.error().detail;
  EXPECT_EQ(ReportStore(m_city.db()).firstBroken().value(), std::nullopt);
  EXPECT_EQ(ReportStore(m_city.db()).issued(kNoonMs).value().size(), 1U) << "as it was known at noon";
}

TEST_F(IssuedReports, TheStatisticsHaveEachCountyBesideTheWhole) {
  const auto tell = [&](const std::map<std::string, double>& figures, std::int64_t at, const char* code = "",
                        const char* county = "") {
    tests::tellFigures(m_city.db(), m_incident, figures, at, code, county);
  };
  tell(tests::floodFigures(), kNoonMs - kHourMs / 4);
  tell({{"dead", 1}, {"affected_people", 500}}, kNoonMs - kHourMs / 4, "140431", "沁源县");
  tell({{"affected_people", 300}}, kNoonMs - kHourMs / 4, "140423", "襄垣县");
  const auto short_of = issue(ReportKind::kStatistics, kNoonMs);
  ASSERT_FALSE(short_of) << "500 + 300 are not 860";
  EXPECT_EQ(short_of.error().subject, "affected_people");
  EXPECT_EQ(short_of.error().detail, "totals");
  ASSERT_TRUE(issue(ReportKind::kFirst, kNoonMs)) << "papers without counties do not wait for them";

  tell({{"affected_people", 360}}, kNoonMs + kHourMs, "140423", "襄垣县");
  const auto first = issue(ReportKind::kStatistics, kNoonMs + kHourMs);
  ASSERT_TRUE(first) << first.error().subject << " " << first.error().detail;
  const auto kept = ReportStore(m_city.db()).content(first->number);
  ASSERT_TRUE(kept);
  const auto table = std::ranges::find_if(kept->blocks, [](const DraftBlock& block) { return !block.lines.empty(); });
  ASSERT_NE(table, kept->blocks.end());
  EXPECT_THAT(table->counties, testing::ElementsAre("襄垣县", "沁源县"));
  const auto line = [](const DraftBlock& block, const char* fact) {
    return *std::ranges::find(block.lines, fact, &DraftLine::fact);
  };
  EXPECT_EQ(line(*table, "affected_people").counties[0].value, "360");
  EXPECT_EQ(line(*table, "dead").counties[0].value, "—") << "it told no dead";
  EXPECT_EQ(line(*table, "dead").counties[1].value, "1");
  EXPECT_TRUE(gis::office::writeDocx(documentOf(*kept, "x")));

  tell({{"affected_people", 900}}, kNoonMs + 2 * kHourMs);
  tell({{"affected_people", 400}}, kNoonMs + 2 * kHourMs, "140423", "襄垣县");
  const Draft second = draft(ReportKind::kStatistics, kNoonMs + 3 * kHourMs);
  EXPECT_TRUE(second.findings.empty()) << (second.findings.empty() ? "" : second.findings[0].detail);
  const auto again = std::ranges::find_if(second.blocks, [](const DraftBlock& block) { return !block.lines.empty(); });
  EXPECT_EQ(line(*again, "affected_people").counties[0].change, "+40");
  EXPECT_EQ(line(*again, "affected_people").counties[1].change, "") << "as it was";
  EXPECT_EQ(line(*again, "affected_people").change, "+40");
}

TEST_F(IssuedReports, TwelveCountiesStandInTwoTablesThatFill) {
  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs - kHourMs / 4);
  for (int i = 0; i < 12; ++i)
    tests::tellFigures(m_city.db(), m_incident, {{"houses_damaged", i}, {"crop_ha", 0.5}}, kNoonMs - kHourMs / 4,
                       fmt::format("1404{:02}", i), fmt::format("第{}县", i));
  const Draft made = draft(ReportKind::kStatistics, kNoonMs);
  const gis::office::Document document = documentOf(made, "x");
  EXPECT_TRUE(document.landscape);
  int tables = 0;
  for (const gis::office::Block& block : document.blocks)
    if (const auto* table = std::get_if<gis::office::Table>(&block)) {
      ++tables;
      EXPECT_FALSE(gis::office::placedCells(*table).empty()) << "no hole, no overlap";
    }
  EXPECT_EQ(tables, 2);
}

TEST_F(IssuedReports, AReportIsWhatItSaidAndGivesTheSameFileAgain) {
  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs - kHourMs / 4);
  const auto first = issue(ReportKind::kFirst, kNoonMs);
  ASSERT_TRUE(first);
  const Draft once = ReportStore(m_city.db()).content(first->number).value();
  tests::tellFigures(m_city.db(), m_incident, {{"dead", 3}}, kNoonMs + kHourMs);
  const Draft again = ReportStore(m_city.db()).content(first->number).value();
  EXPECT_EQ(draftText(once), draftText(again));
  EXPECT_EQ(gis::office::writeDocx(documentOf(once, "a")).value(),
            gis::office::writeDocx(documentOf(again, "a")).value());
  EXPECT_THROW(m_city.db().sql().exec("UPDATE issued_report SET title='x'"), SQLite::Exception);
  EXPECT_THROW(m_city.db().sql().exec("DELETE FROM issued_report"), SQLite::Exception);
  m_city.db().sql().exec(
      "DROP TRIGGER issued_report_is_final; UPDATE issued_report SET content=replace(content,'12','11')");
  EXPECT_EQ(ReportStore(m_city.db()).firstBroken().value(), first->number);
}

TEST_F(IssuedReports, NothingIsIssuedWithAFindingOrWithoutAName) {
  const auto bare = issue(ReportKind::kFirst, kNoonMs);
  ASSERT_FALSE(bare);
  EXPECT_EQ(bare.error().code, gis::ErrorCode::kInvalidArgument);
  EXPECT_EQ(bare.error().detail, "no_data");
  EXPECT_TRUE(ReportStore(m_city.db()).issued(kNoonMs * 2).value().empty());
  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs - kHourMs / 4);
  const gis::FixedClock clock(kNoonMs);
  gis::UuidSource uuids(std::make_shared<gis::FixedClock>(kNoonMs), 1);
  const auto nameless =
      ReportStore(m_city.db())
          .issue([&](const std::string&) { return draft(ReportKind::kFirst, kNoonMs); }, {}, clock, uuids);
  EXPECT_EQ(nameless.error().subject, "by");
}

TEST_F(IssuedReports, WhatWasNotKnownYetIsNotInTheReport) {
  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs + kHourMs);
  EXPECT_FALSE(draft(ReportKind::kFirst, kNoonMs).facts.contains("dead"));
  EXPECT_TRUE(draft(ReportKind::kFirst, kNoonMs + kHourMs).facts.contains("dead"));
}

TEST_F(IssuedReports, DrillsAreCountedByThemselvesAndGoWithoutATrace) {
  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs - kHourMs / 4);
  ASSERT_TRUE(issue(ReportKind::kFirst, kNoonMs));
  const std::string real = m_incident;
  m_incident = tests::addIncident(m_city.db(), "2", true);
  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs - kHourMs / 4);
  const auto drill = issue(ReportKind::kFirst, kNoonMs);
  ASSERT_TRUE(drill) << drill.error().subject << drill.error().detail;
  EXPECT_EQ(drill->number, "演练长应急报〔2026〕1号");
  EXPECT_TRUE(drill->title.starts_with("【演练】"));
  EXPECT_EQ(ReportStore(m_city.db()).removeDrills().value(), 1);
  EXPECT_EQ(ReportStore(m_city.db()).firstBroken().value(), std::nullopt);
  m_incident = real;
  EXPECT_EQ(issue(ReportKind::kUpdate, kNoonMs + kHourMs).value().serial, 2);
}

TEST_F(IssuedReports, TheNumbersFormIsTheOfficesOwn) {
  m_city.db().sql().exec("INSERT INTO workspace_setting VALUES ('report_number_form','某值〔{year}〕第{serial}期')");
  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs - kHourMs / 4);
  EXPECT_EQ(issue(ReportKind::kFirst, kNoonMs).value().number, "某值〔2026〕第1期");
}

TEST_F(IssuedReports, ADrillsCityIsNumberedByItsOwnName) {
  m_city.db().sql().exec("UPDATE workspace_setting SET value='【演练】长治市' WHERE key='city_name_zh'");
  EXPECT_EQ(ReportStore(m_city.db()).office().value().number_form, "长应急报〔{year}〕{serial}号");
}

TEST_F(IssuedReports, EveryNumberHasItsRows) {
  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs - kHourMs / 4);
  tests::tellFigures(m_city.db(), m_incident, {{"dead", 2}}, kNoonMs - kHourMs / 8);
  const FactQuestion question{m_incident, kNoonMs, false};
  const FactStore facts(m_city.db());
  const auto rows = facts.rows(*tests::reportCatalogue().fact("dead"), question);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->rows.size(), 2U);
  EXPECT_EQ(rows->rows[0][1], "2");
  EXPECT_EQ(rows->rows[0][2], "沁源县应急局");
  EXPECT_EQ(rows->rows[0].size(), rows->titles.size());
  for (const FactDefinition& fact : tests::reportCatalogue().facts) {
    const auto any = facts.rows(fact, question);
    ASSERT_TRUE(any) << fact.name << ": " << any.error().detail;
  }
  EXPECT_EQ(facts.facts(tests::reportCatalogue().facts, question).value().at("dead").text, "2");
  EXPECT_EQ(facts.facts(tests::reportCatalogue().facts, question).value().at("incident_type").text, "山洪");
}

TEST_F(IssuedReports, ADailyReportNeedsNoIncident) {
  m_incident.clear();
  const auto daily = issue(ReportKind::kDaily, kNoonMs);
  ASSERT_TRUE(daily) << daily.error().subject << " " << daily.error().detail;
  EXPECT_TRUE(daily->incident_uuid.empty());
}

TEST_F(IssuedReports, DeadlinesRunFromWhenTheOfficeLearnedOfIt) {
  const ReportStore store(m_city.db());
  const auto due = [&](std::int64_t now_utc_ms) {
    return deadlinesOf(tests::reportCatalogue(), store.incidents(now_utc_ms).value(), store.issued(now_utc_ms).value(),
                       now_utc_ms);
  };
  const auto before = due(kNoonMs);
  ASSERT_EQ(before.size(), 3U);
  EXPECT_EQ(before[0].kind, DueKind::kDaily) << "six o'clock has passed and nobody reported";
  EXPECT_LT(before[0].leftMs(kNoonMs), 0);
  EXPECT_EQ(before[1].kind, DueKind::kPhone);
  EXPECT_EQ(before[1].leftMs(kNoonMs), 0);
  EXPECT_EQ(before[2].kind, DueKind::kFirst);
  EXPECT_EQ(before[2].leftMs(kNoonMs), kHourMs / 2);

  tests::tellFigures(m_city.db(), m_incident, tests::floodFigures(), kNoonMs - kHourMs / 4);
  ASSERT_TRUE(issue(ReportKind::kFirst, kNoonMs));
  const auto after = due(kNoonMs);
  ASSERT_EQ(after.size(), 2U);
  EXPECT_EQ(after[1].kind, DueKind::kUpdate);
  EXPECT_EQ(after[1].due_utc_ms, kNoonMs + 5 * kHourMs) << "17:00";
  ASSERT_TRUE(issue(ReportKind::kFinal, kNoonMs + kHourMs));
  EXPECT_EQ(due(kNoonMs + kHourMs).size(), 1U);
}
