// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/feature_store.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <cmath>

#include "gis/store/code_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

class FeatureStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Workspace::create(temporary / "w", kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    fillSmallCity(workspace->db(), 3000);
  }
  const Database& db() { return workspace->db(); }
  TemporaryFolder temporary;
  std::optional<Workspace> workspace;
};

}  // namespace

TEST_F(FeatureStoreTest, ListsTheFeatureTables) {
  const auto tables = FeatureStore(db()).tables();
  ASSERT_OK(tables);
  EXPECT_EQ(tables->front().table, "division");
  EXPECT_EQ(tables->front().kind, GeometryKind::kPolygon);
  EXPECT_EQ(tables->front().geometry_column, "geom");
  EXPECT_EQ(tables->front().identifier, "行政区划");
  EXPECT_GE(tables->size(), 30U);
  for (const FeatureTable& table : *tables) {
    // What people draw is points, lines and areas in one table.
    EXPECT_EQ(table.kind == GeometryKind::kNone, table.table == "plot_object") << table.table;
    EXPECT_TRUE(FeatureStore(db()).read(table.table, {})) << table.table;
  }
}

TEST_F(FeatureStoreTest, ReadsGeometryAndAttributesInRowOrder) {
  double last_ratio = -1;
  const auto read = FeatureStore(db()).read("building", {"division_code", "structure", "footprint_m2", "built_year"},
                                            {}, [&](double ratio) {
                                              EXPECT_GE(ratio, last_ratio);
                                              last_ratio = ratio;
                                            });
  ASSERT_OK(read);
  EXPECT_EQ(last_ratio, 1.0);
  const FeatureColumns& columns = read->value;
  EXPECT_TRUE(read->warnings.empty());
  ASSERT_EQ(columns.featureCount(), 3000U);
  EXPECT_EQ(columns.crs, "EPSG:4490");
  EXPECT_TRUE(columns.geographic);
  EXPECT_EQ(columns.kind, GeometryKind::kPolygon);
  ASSERT_EQ(columns.feature_start.size(), 3001U);
  ASSERT_EQ(columns.part_start.size(), 3001U);
  EXPECT_EQ(columns.vertexCount(), 15000U);
  EXPECT_EQ(columns.fid[1234], 1235);
  EXPECT_DOUBLE_EQ(columns.xy[2 * columns.part_start[501]], 112.3002);
  const AttributeColumn* code = columns.find("division_code");
  ASSERT_NE(code, nullptr);
  EXPECT_EQ(code->dictionary, std::vector<std::string>{"140431100201"});
  EXPECT_EQ(columns.find("structure")->integers[8], 2);
  EXPECT_DOUBLE_EQ(columns.find("footprint_m2")->reals[51], 91.5);
  EXPECT_EQ(columns.find("built_year")->integers[0], AttributeColumn::kNullInteger);
  EXPECT_EQ(columns.find("built_year")->integers[1], 1961);
  EXPECT_EQ(columns.find("residents"), nullptr);
}

TEST_F(FeatureStoreTest, UnknownNamesAreRefused) {
  const FeatureStore store(db());
  const auto table = store.read("castle", {});
  EXPECT_CODE(table, kInvalidArgument);
  const auto column = store.read("building", {"colour"});
  EXPECT_CODE(column, kInvalidArgument);
  const auto injected = store.read("building\"; DROP TABLE building; --", {});
  EXPECT_CODE(injected, kInvalidArgument);
  const auto without = store.read("population_village", {});
  EXPECT_CODE(without, kInvalidArgument);
  const auto count = store.count("castle");
  EXPECT_CODE(count, kInvalidArgument);
  EXPECT_EQ(*store.count("building"), 3000);
}

TEST_F(FeatureStoreTest, BrokenRowsAreLeftOutWithAWarning) {
  // As another program may leave it, which knows neither our checks nor our triggers.
  db().sql().exec(
      "DROP TRIGGER building_numbers_update; PRAGMA ignore_check_constraints=ON; UPDATE building SET geom=x'00' WHERE "
      "fid=10; UPDATE building SET "
      "geom=x'4750001100000000010300000000000000' "
      "WHERE fid=11; UPDATE building SET geom=(SELECT substr(geom,1,60) FROM building WHERE fid=1) WHERE fid=12; "
      "UPDATE building SET geom='text' WHERE fid=13; UPDATE building SET built_year='nineteen' WHERE fid=14; "
      "UPDATE division SET geom=NULL WHERE fid=2");
  const auto read = FeatureStore(db()).read("building", {"built_year"});
  ASSERT_OK(read);
  EXPECT_EQ(read->value.featureCount(), 2996U);
  EXPECT_EQ(read->value.find("built_year")->integers.size(), 2996U);
  ASSERT_EQ(read->warnings.size(), 5U);
  EXPECT_EQ(read->warnings[0].code, WarningCode::kGeometrySkipped);
  EXPECT_EQ(read->warnings[0].subject, "building 10");
  EXPECT_EQ(read->warnings[1].detail, "empty geometry");
  EXPECT_EQ(read->warnings[4].code, WarningCode::kValueUnreadable);
  EXPECT_EQ(read->value.find("built_year")->integers[9], AttributeColumn::kNullInteger);
  const auto divisions = FeatureStore(db()).read("division", {});
  ASSERT_OK(divisions);
  ASSERT_EQ(divisions->warnings.size(), 1U);
  EXPECT_EQ(divisions->warnings[0].detail, "no geometry");
}

TEST_F(FeatureStoreTest, ThousandsOfBrokenRowsAreCountedNotListed) {
  db().sql().exec("UPDATE building SET geom=x'00'");
  const auto read = FeatureStore(db()).read("building", {});
  ASSERT_OK(read);
  EXPECT_EQ(read->value.featureCount(), 0U);
  ASSERT_EQ(read->warnings.size(), 6U);
  EXPECT_EQ(read->warnings.back().detail, "2995 more like these");
}

TEST_F(FeatureStoreTest, CancelIsAResult) {
  const CancelToken cancel = CancelToken::create();
  cancel.cancel();
  const auto read = FeatureStore(db()).read("building", {}, cancel);
  EXPECT_CODE(read, kCancelled);
}

TEST_F(FeatureStoreTest, OneRowForTheInspector) {
  const auto row = FeatureStore(db()).row("building", 1);
  ASSERT_OK(row);
  EXPECT_EQ(row->front().column, "fid");
  const auto value = [&](const char* name) {
    for (const FieldValue& field : *row)
      if (field.column == name) return field.value;
    return decltype(FieldValue::value){"missing"};
  };
  EXPECT_EQ(std::get<std::string>(value("division_code")), "140431100201");
  EXPECT_EQ(std::get<std::int64_t>(value("storeys")), 1);
  EXPECT_EQ(std::get<double>(value("footprint_m2")), 90.5);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(value("built_year")));
  EXPECT_EQ(std::get<std::string>(value("geom")), "missing");
  const auto none = FeatureStore(db()).row("building", 999999);
  EXPECT_CODE(none, kNoData);
}

TEST_F(FeatureStoreTest, CodeListsHaveBothNamesAndTheStandard) {
  const auto lists = CodeStore(db()).all();
  ASSERT_OK(lists);
  ASSERT_TRUE(lists->contains("code_geo_type"));
  const auto& types = lists->at("code_geo_type");
  ASSERT_EQ(types.size(), 8U);
  EXPECT_EQ(types[1].code, "01");
  EXPECT_EQ(types[1].name_zh, "滑坡");
  EXPECT_EQ(types[1].name_en, "Landslide");
  for (const auto& [table, entries] : *lists) {
    EXPECT_FALSE(entries.empty()) << table;
    for (const CodeEntry& entry : entries) {
      EXPECT_FALSE(entry.name_zh.empty()) << table << entry.code;
      EXPECT_FALSE(entry.name_en.empty()) << table << entry.code;
      EXPECT_FALSE(entry.standard.empty()) << table << entry.code;
    }
  }
}

}  // namespace gis
