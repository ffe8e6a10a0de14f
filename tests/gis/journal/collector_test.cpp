// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include "gis/journal/attachment.h"
#include "gis/journal/journal_note.h"
#include "gis/keep/backup_store.h"

#include "tests/gis/journal/journal_world.h"

namespace gis::journal {
namespace {

struct Collecting : ::testing::Test {
  JournalWorld w;
  std::optional<JournalCollector> collector;
  void SetUp() override {
    auto opened = JournalCollector::open(*w.journal, *w.clock);
    ASSERT_TRUE(opened.has_value()) << say(opened);
    collector.emplace(std::move(*opened));
    ASSERT_TRUE(collector->beginAt(kNoon_utc_ms - kMinute_ms).has_value());
  }
  int collect() {
    const auto report = collector->collect(w.folder / "w");
    EXPECT_TRUE(report.has_value()) << say(report);
    if (!report) return -1;
    for (const Error& trouble : report->troubles) ADD_FAILURE() << trouble.trail.back() << ": " << trouble.detail;
    return report->added;
  }
};

TEST_F(Collecting, EverySourceCanBeReadInAnEmptyWorkspace) { EXPECT_EQ(collect(), 0); }

TEST_F(Collecting, WarningsComeOnceAndStartTheirClocks) {
  w.keepWarning("A", "red", kNoon_utc_ms);
  w.keepWarning("old", "red", kNoon_utc_ms - 10 * kMinute_ms);
  w.keepWarning("drill", "red", kNoon_utc_ms, "Alert", "Exercise");
  EXPECT_EQ(collect(), 2) << "not what was before the journal";
  EXPECT_EQ(collect(), 0);
  const auto real = w.entries();
  ASSERT_EQ(real.size(), 1U);
  EXPECT_EQ(real[0].kind, "warning_in");
  EXPECT_EQ(real[0].text.zh, "暴雨 A");
  EXPECT_EQ(real[0].thing_id, "A");
  EXPECT_EQ(w.state().running(false).size(), 3U);
  EXPECT_EQ(w.state().running(true).size(), 6U);
  w.keepWarning("A2", "red", kNoon_utc_ms, "Cancel");
  EXPECT_EQ(collect(), 1);
  EXPECT_EQ(w.entries().back().kind, "warning_cancel");
}

TEST_F(Collecting, ARecordThatComesLateIsNotMissed) {
  w.keepWarning("B", "blue", kNoon_utc_ms + 60 * kMinute_ms);
  w.pass(61);
  EXPECT_EQ(collect(), 1);
  w.keepWarning("A", "blue", kNoon_utc_ms + 1);  // of a laptop that was brought back
  EXPECT_EQ(collect(), 1);
}

TEST_F(Collecting, TwoWindowsWriteARecordOnce) {
  auto other = Workspace::open(w.folder / "w", OpenMode::kReadWrite);
  ASSERT_TRUE(other.has_value()) << say(other);
  UuidSource uuids(w.clock, 8);
  auto journal = JournalStore::open(other->db(), *w.clock, uuids);
  ASSERT_TRUE(journal.has_value());
  auto second = JournalCollector::open(*journal, *w.clock);
  ASSERT_TRUE(second.has_value());
  for (int i = 0; i < 20; ++i) {
    w.keepWarning("W" + std::to_string(i), "blue", kNoon_utc_ms + i);
    const auto report = second->collect(w.folder / "w");
    ASSERT_TRUE(report.has_value()) << say(report);
    EXPECT_EQ(report->added, 1);
    if (i % 2 == 0) w.keepWarning("V" + std::to_string(i), "blue", kNoon_utc_ms + i);
    EXPECT_EQ(collect(), i % 2 == 0 ? 1 : 0) << "what the other window wrote is there";
  }
  EXPECT_EQ(w.entries().size(), 30U);
  EXPECT_FALSE(w.journal->verify()->broken_seq.has_value());
}

TEST_F(Collecting, ACallOutBeginsFallsSilentTogetherAndCloses) {
  w.sql(
      "INSERT INTO callout VALUES ('019de000-0000-7000-8d00-000000000001','王和镇叫应','A',0,1,'王岚',"
      "'{\"persons\":[[\"u\",\"李一\"],[\"u\",\"李二\"]],\"targets\":[[0],[1]]}','d')");
  const auto event = [&](int seq, int minute, const char* kind, int target, int number) {
    w.sql("INSERT INTO callout_event VALUES ('019de000-0000-7000-8d00-000000000001'," + std::to_string(seq) + "," +
          std::to_string(kNoon_utc_ms + minute * kMinute_ms) + "," + std::to_string(target) + ",'" + kind +
          "','','engine'," + std::to_string(number) + ",'','h')");
  };
  w.keepWarning("A", "red", kNoon_utc_ms);
  event(1, 1, "started", -1, 2);
  w.pass(2);
  EXPECT_EQ(collect(), 2);
  EXPECT_EQ(w.state().clock("1/callout")->stand, ClockStand::kDone) << "the call-out answers the warning";
  event(2, 3, "silent", 0, 0);
  event(3, 4, "silent", 1, 0);
  w.pass(3);
  EXPECT_EQ(collect(), 0) << "the ten minutes are not over";
  w.pass(10);
  EXPECT_EQ(collect(), 1);
  EXPECT_EQ(w.entries().back().text.zh, "王和镇叫应：2 人无应答（李一、李二）");
  event(4, 14, "final", 0, 4);
  event(5, 14, "final", 1, 2);
  event(6, 14, "closed", -1, 0);
  EXPECT_EQ(collect(), 1);
  EXPECT_EQ(w.entries().back().text.zh, "王和镇叫应：叫应结束，1 人确认，1 人未确认");
  EXPECT_EQ(w.entries().back().author, "烽燧");
}

TEST_F(Collecting, ARiverOverItsStageIsToldWhenItRisesOverIt) {
  const std::string code = "S1";
  w.sql("PRAGMA foreign_keys=OFF");  // a station without its city
  w.sql(
      "INSERT INTO monitoring_station (geom, station_code, division_code, name, kind, uuid, created_utc, changed_utc, "
      "source) VALUES (x'475000018a11000001010000000000000000205c400000000000404240', 'S1', '140400', '石梁站', "
      "'river', "
      "'019de000-0000-7000-8d00-000000000008', 'x', 'x', 't')");
  w.sql(
      "INSERT INTO gauge (station_code, warning_stage_m, guaranteed_stage_m, uuid, created_utc, changed_utc, source) "
      "VALUES ('" +
      code + "', 10, 12, '019de000-0000-7000-8d00-000000000009', 'x', 'x', 't')");
  int minute = 0;
  for (const char* level : {"9.5", "10.2", "11", "12.5", "9", "10.1"})
    w.sql("INSERT INTO water_reading (station_code, at_utc_ms, level_m) VALUES ('" + code + "'," +
          std::to_string(kNoon_utc_ms + kMinute_ms * minute++) + "," + level + ")");
  EXPECT_EQ(collect(), 3);
  EXPECT_EQ(w.entries()[1].level, "red");
  ASSERT_TRUE(w.entries()[1].where.has_value());
  EXPECT_EQ(w.entries()[1].where->lon_deg, 112.5);
  EXPECT_NE(w.entries()[1].text.zh.find("保证水位 12.00 m"), std::string::npos) << w.entries()[1].text.zh;
}

TEST_F(Collecting, ABackupByHandIsTold) {
  const auto copy = backUpWorkspace(w.folder / "w", BackupReason::kByHand, *w.clock);
  ASSERT_TRUE(copy.has_value()) << say(copy);
  EXPECT_EQ(collect(), 1);
  EXPECT_EQ(collect(), 0);
  EXPECT_EQ(w.entries().back().text.zh, "手工备份");
}

TEST_F(Collecting, ASourceThatFailsIsToldAndStopsNoOther) {
  auto sources = builtInJournalSources();
  ASSERT_TRUE(sources.has_value());
  JournalSource bad;
  bad.id = "bad", bad.needs = {"warning_message"}, bad.sql = "SELECT nothing FROM nowhere", bad.text = {"a", "a"};
  sources->insert(sources->begin(), bad);
  JournalCollector all(*w.journal, *w.clock, *sources);
  w.keepWarning("A", "red", kNoon_utc_ms);
  const auto report = all.collect(w.folder / "w");
  ASSERT_TRUE(report.has_value()) << say(report);
  EXPECT_EQ(report->added, 1);
  ASSERT_EQ(report->troubles.size(), 1U);
  EXPECT_EQ(report->troubles[0].trail.back(), "bad");
}

TEST(JournalText, BracesAreFilledByName) {
  EXPECT_EQ(filled("{a}：{b} m{c}", {{"a", "浊漳河"}, {"b", "3.2"}}), "浊漳河：3.2 m");
  EXPECT_EQ(filled("{a", {{"a", "x"}}), "{a");
}

TEST(JournalNote, ARoomWithoutADatabaseWritesAnEntry) {
  JournalWorld w;
  EntryDraft draft = JournalWorld::call("打印图件：一张");
  draft.kind = "map_printed";
  const auto entry = noteInJournal(w.folder / "w", draft);
  ASSERT_TRUE(entry.has_value()) << say(entry);
  EXPECT_EQ(w.entries().back().uuid, entry->uuid);
  EXPECT_EQ(noteInJournal(w.folder / "none", draft).error().code, ErrorCode::kNotFound);
}

TEST(Attachments, AreKeptOnceByContentAndProved) {
  JournalWorld w;
  const auto file = w.folder / "通知.PDF";
  std::ofstream(file) << "first";
  const auto kept = keepAttachment(w.folder / "w", file);
  ASSERT_TRUE(kept.has_value()) << say(kept);
  EXPECT_EQ(kept->name, "通知.PDF");
  EXPECT_EQ(kept->kind, "pdf");
  EXPECT_TRUE(isWhole(w.folder / "w", *kept));
  EXPECT_EQ(keepAttachment(w.folder / "w", file)->sha256, kept->sha256);
  std::ofstream(attachmentFile(w.folder / "w", *kept)) << "other";
  EXPECT_FALSE(isWhole(w.folder / "w", *kept));
  EXPECT_EQ(keepAttachment(w.folder / "w", w.folder / "none").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace gis::journal
