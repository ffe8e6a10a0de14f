// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "gis/briefing/briefing_store.h"
#include "tests/gis/store/store_test_support.h"

namespace {

using namespace gis::briefing;

TEST(BriefingTemplates, ShippedOnesAreWholeInBothLanguages) {
  const auto all = templates();
  ASSERT_TRUE(all) << all.error().subject << ": " << all.error().detail;
  ASSERT_GE(all->size(), 2U);
  for (const Template& one : *all) {
    std::set<std::string> pages;
    for (const Page& page : one.pages) {
      EXPECT_TRUE(pages.insert(page.id).second) << one.id << ": " << page.id << " twice";
      EXPECT_NE(page.title.zh, page.title.en);
      std::set<std::string> blocks;
      for (const Block& block : page.blocks) EXPECT_TRUE(blocks.insert(block.id).second) << page.id << ": " << block.id;
    }
    EXPECT_TRUE(one.pages.front().is_cover);
    EXPECT_TRUE(one.pages.back().is_sources);
  }
  EXPECT_GE(templateOf("flood")->pages.size(), 20U);
}

TEST(BriefingTemplates, BlocksOfAPageDoNotLieOnEachOther) {
  const auto all = templates();
  ASSERT_TRUE(all);
  for (const Template& one : *all)
    for (const Page& page : one.pages)
      for (std::size_t a = 0; a < page.blocks.size(); ++a)
        for (std::size_t b = a + 1; b < page.blocks.size(); ++b) {
          const Block &p = page.blocks[a], &q = page.blocks[b];
          const bool apart = p.left + p.width <= q.left || q.left + q.width <= p.left || p.top + p.height <= q.top ||
                             q.top + q.height <= p.top;
          EXPECT_TRUE(apart) << one.id << "/" << page.id << ": " << p.id << " and " << q.id;
        }
}

TEST(BriefingTemplates, WhatIsWrongIsNamed) {
  const auto wrong = [](const char* text) { return readTemplate(text, "x.json").error().detail; };
  EXPECT_NE(wrong(R"({"id":"x","title":{"zh":"甲","en":"a"},"pages":[{"id":"p","title":{"zh":"甲"}}]})").find("p: en"),
            std::string::npos);
  const std::string begin = R"({"id":"x","title":{"zh":"甲","en":"a"},"pages":[{"id":"p","title":{"zh":"甲","en":"a"},)"
                            R"("blocks":[{"id":"b","kind":)";
  const std::string end = R"("source":{"zh":"甲","en":"a"},"empty":{"zh":"甲","en":"a"},"sql":"SELECT 1"}]}]})";
  EXPECT_NE(wrong((begin + R"("cake",)" + end).c_str()).find("cake"), std::string::npos);
  EXPECT_NE(wrong((begin + R"("table",)" + end).c_str()).find("columns is missing"), std::string::npos);
  EXPECT_NE(wrong((begin + R"("bars","at":[9,0,4,8],)" + end).c_str()).find("outside the page"), std::string::npos);
  EXPECT_TRUE(readTemplate((begin + R"("bars",)" + end), "x.json"));
  EXPECT_EQ(templateOf("storm").error().code, gis::ErrorCode::kUnknownName);
}

TEST(BriefingFactTable, SentencesAreFilledIn) {
  const FactTable table{{"name", "people", "rain_mm"}, {{std::string("漳泽"), std::int64_t{12345}, 61.26}}, 0};
  EXPECT_EQ(filledIn("{name}: {people}, {rain_mm:1} mm, {nothing}", table, 0), "漳泽: 12,345, 61.3 mm, —");
  EXPECT_EQ(cellText(FactCell(-0.01), 1), "0.0");
  EXPECT_EQ(cellText(FactCell(-1234.5), 1), "-1,234.5");
  EXPECT_TRUE(std::isnan(table.number(0, "name")));
  EXPECT_EQ(table.tone(0), 0);
}

TEST(BriefingStoreTest, EverySqlOfTheTemplatesRunsOnAnEmptyWorkspace) {
  const gis::TemporaryFolder folder;
  auto workspace = gis::Workspace::create(folder / "w", gis::kMayDay);
  ASSERT_TRUE(workspace);
  const BriefingStore store(workspace->db());
  const auto tables = store.tables();
  ASSERT_TRUE(tables);
  const Parameters parameters{{{"as_of_ms", 1777593600000}},
                              {{"as_of_day", "2026-05-01"},
                               {"lang", "zh"},
                               {"city_code", "140400"},
                               {"danger_villages", "[]"},
                               {"danger_counties", "[]"}}};
  int asked = 0;
  const auto ask = [&](const Question& question, const std::string& where) {
    for (const std::string& table : question.tables)
      if (!tables->contains(table)) return;
    if (question.sql.empty()) return;
    const auto answer = store.ask(question.sql, parameters);
    EXPECT_TRUE(answer) << where << ": " << answer.error().detail;
    ++asked;
  };
  const auto all = templates();
  ASSERT_TRUE(all);
  for (const Template& one : *all)
    for (const Page& page : one.pages) {
      if (page.headline) ask(page.headline->question, page.id + "/headline");
      for (const Block& block : page.blocks) ask(block.question, page.id + "/" + block.id);
    }
  EXPECT_GT(asked, 15);
}

TEST(BriefingStoreTest, OnlyReads) {
  const gis::TemporaryFolder folder;
  auto workspace = gis::Workspace::create(folder / "w", gis::kMayDay);
  ASSERT_TRUE(workspace);
  const BriefingStore store(workspace->db());
  EXPECT_EQ(store.ask("DELETE FROM division", {}).error().code, gis::ErrorCode::kSqlFailed);
  EXPECT_EQ(store.ask("SELECT nothing FROM nowhere", {}).error().code, gis::ErrorCode::kSqlFailed);
}

}  // namespace
