// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cmath>
#include <set>

#include "gis/table/text_scan.h"
#include "tests/gis/table/table_test_support.h"

namespace gis {
namespace {

TEST(ColumnData, FewValuesStandOnceManyStandPerRow) {
  ColumnBuilder few(CellKind::kText);
  for (int i = 0; i < 1000; ++i) few.add(i % 2 ? "甲" : "ABC");
  few.addEmpty();
  const auto short_column = few.finish();
  ASSERT_OK(short_column);
  EXPECT_EQ(short_column->entryCount(), 3u);
  EXPECT_EQ(short_column->textOf(short_column->entryOf(2)), "abc");
  EXPECT_EQ(short_column->textOf(short_column->entryOf(1000)), "");

  ColumnBuilder many(CellKind::kInteger);
  constexpr std::int64_t kRows = 70000;
  for (std::int64_t i = 0; i < kRows; ++i) i % 1000 == 999 ? many.addEmpty() : many.add(i * 3);
  const auto long_column = many.finish();
  ASSERT_OK(long_column);
  EXPECT_TRUE(long_column->codes.empty());
  ASSERT_EQ(long_column->entryCount(), static_cast<std::size_t>(kRows));
  for (std::size_t i = 0; i < kRows; ++i) {
    if (i % 1000 == 999) {
      ASSERT_TRUE(std::isnan(long_column->numbers[i]));
      ASSERT_EQ(long_column->textOf(i), "");
    } else {
      ASSERT_EQ(long_column->numbers[i], 3.0 * static_cast<double>(i));
      ASSERT_EQ(long_column->textOf(i), std::to_string(3 * i));
    }
  }
}

TEST(TextScan, FindsWhatAPlainSearchFinds) {
  for (const std::string needle : {"a", "ab", "aba", "县", "a县b", "abababababababababab"}) {
    std::string texts;
    std::vector<std::uint32_t> start{0};
    std::vector<std::uint8_t> wanted;
    std::uint32_t state = 7;
    for (int i = 0; i < 500; ++i) {
      std::string text;
      for (state = state * 1664525 + 1013904223; (state >> 16) % 23 != 0; state = state * 1664525 + 1013904223)
        text += (state >> 20) % 3 == 0 ? "a" : ((state >> 20) % 3 == 1 ? "b" : "县");
      if (i == 250) text += needle;
      wanted.push_back(text.find(needle) != std::string::npos);
      texts += text;
      texts += '\0';
      start.push_back(static_cast<std::uint32_t>(texts.size()));
    }
    std::vector<std::uint8_t> hit(wanted.size());
    markTextsWith(needle, texts, start, hit);
    EXPECT_EQ(hit, wanted) << needle;
  }
}

using TableDataTest = TableTest;

TEST_F(TableDataTest, ListsTablesAndColumns) {
  const auto tables = TableSchemaStore(workspace.db()).tables();
  ASSERT_OK(tables);
  std::set<std::string> names;
  for (const TableSummary& table : *tables) names.insert(table.table);
  EXPECT_TRUE(names.contains("building") && names.contains("responsible_person") && names.contains("division"));
  const auto schema = TableSchemaStore(workspace.db()).schema("building");
  ASSERT_OK(schema);
  EXPECT_EQ(schema->key, "fid");
  EXPECT_EQ(schema->geometry_column, "geom");
  EXPECT_EQ(schema->columns[*schema->find("structure")].code_table, "code_structure");
  EXPECT_EQ(schema->columns[*schema->find("division_code")].parent_table, "division");
  EXPECT_EQ(schema->columns[*schema->find("footprint_m2")].kind, CellKind::kReal);
  EXPECT_TRUE(schema->hasUuid());
  EXPECT_CODE(TableSchemaStore(workspace.db()).schema("nowhere"), kUnknownName);
  EXPECT_CODE(TableSchemaStore(workspace.db()).schema("code_structure"), kUnknownName);
}

TEST_F(TableDataTest, SortsByNumberAndKeepsEmptyOnesLast) {
  const TableData data = loaded("building");
  const std::size_t year = *data.schema.find("built_year");
  for (const SortOrder order : {SortOrder::kAscending, SortOrder::kDescending}) {
    const auto rows = sortedRows(data, year, order, codes);
    ASSERT_OK(rows);
    std::vector<std::int64_t> got;
    for (const std::uint32_t row : *rows) got.push_back(data.fids[row]);
    std::vector<std::int64_t> wanted;
    SQLite::Statement asked(workspace.db().sql(),
                            std::string("SELECT fid FROM building ORDER BY built_year IS NULL, built_year ") +
                                (order == SortOrder::kAscending ? "" : "DESC") + ", fid");
    while (asked.executeStep()) wanted.push_back(asked.getColumn(0).getInt64());
    EXPECT_EQ(got, wanted);
  }
}

TEST_F(TableDataTest, SortsNamesByPinyin) {
  const TableData data = loaded("division");
  const auto rows = sortedRows(data, *data.schema.find("name"), SortOrder::kAscending, codes);
  ASSERT_OK(rows);
  const auto& names = *data.columns[*data.schema.find("name")];
  std::vector<std::string> got;
  for (const std::uint32_t row : *rows) got.emplace_back(names.textOf(names.entryOf(row)));
  EXPECT_THAT(got, ::testing::ElementsAre("韩家沟村", "沁河镇", "沁源县", "武乡县", "长治市"));
}

TEST_F(TableDataTest, ReadsAWindowInTheOrderAsked) {
  const TableData data = loaded("building");
  const TableDataStore store(workspace.db());
  const std::size_t storeys = *data.schema.find("storeys");
  const std::vector<std::int64_t> fids{7, 3, 9999, 5};
  const auto rows = store.rows(data.schema, {storeys}, fids);
  ASSERT_OK(rows);
  ASSERT_EQ(rows->size(), 3u);
  EXPECT_EQ((*rows)[0].fid, 7);
  EXPECT_EQ((*rows)[1].fid, 3);
  EXPECT_EQ((*rows)[0].cells[0], CellValue(std::int64_t{1 + 6 % 3}));
  const auto first = store.firstRows(data.schema, {storeys}, 4);
  ASSERT_OK(first);
  ASSERT_EQ(first->size(), 4u);
  EXPECT_EQ(first->back().fid, 4);
}

TEST_F(TableDataTest, BoxOfRows) {
  const TableData data = loaded("building");
  const TableDataStore store(workspace.db());
  const std::vector<std::int64_t> fids{1, 3};
  const auto box = store.box(data.schema, fids);
  ASSERT_OK(box);
  EXPECT_NEAR(box->west_deg, 112.3, 1e-9);
  EXPECT_NEAR(box->east_deg, 112.3 + 0.0004 + 0.0001, 1e-9);
}

TEST_F(TableDataTest, CancelledWhileLoading) {
  const auto cancel = CancelToken::create();
  cancel.cancel();
  const auto schema = TableSchemaStore(workspace.db()).schema("building");
  EXPECT_CODE(TableDataStore(workspace.db()).load(*schema, {0}, cancel), kCancelled);
}

}  // namespace
}  // namespace gis
