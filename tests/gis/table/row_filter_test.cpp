// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/row_filter.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "tests/gis/table/table_test_support.h"

namespace gis {
namespace {

class RowFilterTest : public TableTest {
 protected:
  const TableData building = loaded("building");
  const TableData division = loaded("division");
  const std::vector<ColumnNaming> naming = {{"storeys", {"层数", "Storeys"}, 1},
                                            {"structure", {"结构类型", "Structure"}, 1},
                                            {"footprint_m2", {"占地面积", "Footprint"}, 0.0001}};

  std::vector<std::int64_t> found(const TableData& data, const std::string& text) {
    const auto filter = parseRowFilter(text, data.schema, naming);
    if (!filter) throw std::runtime_error(say(filter));
    const auto marks = matchRows(data, *filter, allColumns(data), codes);
    if (!marks) throw std::runtime_error(say(marks));
    std::vector<std::int64_t> fids;
    for (std::size_t row = 0; row < marks->size(); ++row)
      if ((*marks)[row]) fids.push_back(data.fids[row]);
    return fids;
  }
  std::vector<std::int64_t> asked(const std::string& table, const std::string& where) {
    std::vector<std::int64_t> fids;
    SQLite::Statement rows(workspace.db().sql(), "SELECT fid FROM " + table + " WHERE " + where + " ORDER BY fid");
    while (rows.executeStep()) fids.push_back(rows.getColumn(0).getInt64());
    return fids;
  }
};

TEST_F(RowFilterTest, SaysWhatTheDatabaseSays) {
  const std::pair<const char*, const char*> cases[] = {
      {"storeys=2", "storeys=2"},
      {"storeys = 2", "storeys=2"},
      {"层数＞1", "storeys>1"},
      {"storeys>=2 residents<2", "storeys>=2 AND residents<2"},
      {"storeys=3 | residents=4", "storeys=3 OR residents=4"},
      {"storeys=3 或 residents=4 storeys=1", "storeys=3 OR (residents=4 AND storeys=1)"},
      {"built_year=", "built_year IS NULL"},
      {"built_year!=", "built_year IS NOT NULL"},
      {"built_year=1990..2000", "built_year BETWEEN 1990 AND 2000"},
      {"built_year<1990", "built_year<1990"},
      {"-structure=1", "structure<>1"},
      {"structure!=钢结构", "structure<>3"},
      {"structure=masonry", "structure=1"},
      {"结构类型=钢*", "structure IN (2,3)"},
      {"structure~结构", "structure IN (1,2,3,4,5,6)"},
      {"footprint_m2>=100.5", "footprint_m2>=100.5"},
      {"占地面积>=0.01005", "footprint_m2>=100.5"},
      {"footprint_m2>-1", "footprint_m2>-1"},
      {"窑洞", "structure=7"},
      {"窑洞 -storeys=2", "structure=7 AND storeys<>2"},
      {"uuid=019DE000-0000-7000-8000-000000001007", "uuid='019de000-0000-7000-8000-000000001007'"},
      {"", "1"},
      {"   ", "1"},
  };
  for (const auto& [text, where] : cases) EXPECT_EQ(found(building, text), asked("building", where)) << text;
}

TEST_F(RowFilterTest, WordsAreFoundInAnyColumn) {
  EXPECT_EQ(found(division, "沁"), asked("division", "name LIKE '%沁%'"));
  EXPECT_EQ(found(division, "QYX"), asked("division", "pinyin_initials='qyx'"));
  EXPECT_EQ(found(division, "140431100 村"), asked("division", "code='140431100201'"));
  EXPECT_EQ(found(division, "\"沁源 县\""), asked("division", "0"));
  EXPECT_EQ(found(division, "name=*县"), asked("division", "name LIKE '%县'"));
  EXPECT_EQ(found(division, "name=沁*县 | name=长*"), asked("division", "name IN ('沁源县','长治市')"));
}

TEST_F(RowFilterTest, SaysWhatIsWrong) {
  const auto wrong = [&](const char* text) { return parseRowFilter(text, building.schema, naming); };
  EXPECT_CODE(wrong("colour=red"), kUnknownName);
  EXPECT_EQ(wrong("colour=red").error().subject, "colour");
  EXPECT_CODE(wrong("storeys>"), kInvalidArgument);
  EXPECT_CODE(wrong("storeys>many"), kInvalidArgument);
  EXPECT_CODE(wrong("> 3"), kInvalidArgument);
  EXPECT_CODE(wrong("\"open"), kInvalidArgument);
  EXPECT_CODE(wrong("storeys=1.."), kInvalidArgument);
}

TEST_F(RowFilterTest, NothingTypedReachesTheDatabase) {
  EXPECT_TRUE(found(building, "uuid=\"'; DROP TABLE building; --\"").empty());
  EXPECT_EQ(asked("building", "1").size(), 60u);
}

TEST_F(RowFilterTest, ColumnsNeeded) {
  const auto filter = parseRowFilter("storeys=2 窑洞", building.schema);
  ASSERT_OK(filter);
  const std::size_t storeys = *building.schema.find("storeys");
  EXPECT_THAT(columnsNeeded(*filter, {1}), ::testing::ElementsAre(1, storeys));
  EXPECT_THAT(columnsNeeded(*parseRowFilter("storeys=2", building.schema), {1}), ::testing::ElementsAre(storeys));
}

TEST_F(RowFilterTest, BothHold) {
  const auto one = parseRowFilter("storeys=2 | storeys=3", building.schema);
  const auto other = parseRowFilter("structure=2 | structure=5", building.schema);
  ASSERT_OK(one);
  ASSERT_OK(other);
  const auto marks = matchRows(building, bothHold(*one, *other), {}, codes);
  ASSERT_OK(marks);
  const auto expected = asked("building", "storeys IN (2,3) AND structure IN (2,5)");
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(*marks, std::uint8_t{1})), expected.size());
  EXPECT_FALSE(expected.empty());
  // Asking nothing leaves the other as it is.
  EXPECT_EQ(bothHold(*one, {}).any_of.size(), 2u);
  EXPECT_EQ(bothHold({}, *other).any_of.size(), 2u);
}

// Whatever is typed gives an answer or a reason, and the answer is one byte a row.
TEST(RowFilterProperty, AnyTextIsReadOrRefused) {
  TableSchema schema;
  schema.columns = {{"a", CellKind::kInteger, false, {}, {}, {}}, {"b", CellKind::kText, false, {}, {}, {}}};
  rc::check([&] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "b", "=", ">", "<=", "!=", "|", "-", "\"", " ", "..", "3", "王", "＝", "*", "~", "或", "\xEF"));
    std::string text;
    for (const std::string& part : parts) text += part;
    const auto filter = parseRowFilter(text, schema);
    if (!filter)
      RC_ASSERT(filter.error().code == ErrorCode::kInvalidArgument || filter.error().code == ErrorCode::kUnknownName);
  });
}

}  // namespace
}  // namespace gis
