// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/mapping.h"

#include <gtest/gtest.h>

#include "gis/import/synonyms.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {

namespace {

TEST(ImportMapping, ComesBackFromItsTextAsItWas) {
  Mapping mapping;
  mapping.table = "school";
  mapping.encoding = "GBK";
  mapping.crs = "gcj02";
  mapping.header = HeaderRows{1, 2};
  mapping.x_field = "经度";
  mapping.y_field = "纬度";
  mapping.swap_axes = true;
  mapping.shift_east_m = 61.5;
  mapping.match = {MatchBy::kCode, MatchBy::kNameAndPlace};
  mapping.remove_missing = true;
  mapping.columns["kind"] = {ColumnRule::From::kField, "类型", {}, 1, {{"完小", "2"}}};
  mapping.columns["source"] = {ColumnRule::From::kValue, {}, "教育局", 1, {}};
  mapping.columns["division_code"] = {ColumnRule::From::kPlace, {}, {}, 1, {}};
  mapping.accepted = {"old_datum"};
  const auto read = readMapping(mappingText(mapping));
  ASSERT_OK(read);
  EXPECT_EQ(*read, mapping);
}

TEST(ImportMapping, SaysWhereADocumentIsWrong) {
  const auto subject = [](const std::string& json) {
    const auto read = readMapping(json);
    return read ? std::string("no error") : read.error().subject;
  };
  const std::string head = R"({"fengsui_mapping":1,"table":"school",)";
  EXPECT_EQ(subject("[]"), "JSON");
  EXPECT_EQ(subject(R"({"table":"school"})"), "fengsui_mapping");
  EXPECT_EQ(subject(head + R"("colums":{}})"), "colums");
  EXPECT_EQ(subject(head + R"("columns":{"kind":{"field":"a","value":"b"}}})"), "columns.kind");
  EXPECT_EQ(subject(head + R"("columns":{"kind":{"field":"a","factor":0}}})"), "columns.kind.factor");
  EXPECT_EQ(subject(head + R"("columns":{"kind":{"from":"somewhere"}}})"), "columns.kind.from");
  EXPECT_EQ(subject(head + R"("columns":{"source":{"value":"a","factor":10}}})"), "columns.source");
  EXPECT_EQ(subject(head + R"("columns":{"source":{"from":"place","values":{"a":"b"}}}})"), "columns.source");
  EXPECT_EQ(subject(head + R"("header":{"rows":3}})"), "header.rows");
  EXPECT_EQ(subject(head + R"("geometry":{"x":"lon"}})"), "geometry");
  EXPECT_EQ(subject(head + R"("match":["colour"]})"), "match");
  EXPECT_EQ(subject(head + R"("missing":"delete"})"), "missing");
}

TEST(ImportSynonyms, KnowNamesInAllTheirForms) {
  const Synonyms words = Synonyms::load();
  const auto as = [&](const char* field, const char* table, const char* column) {
    const auto found = words.match(field, table, column);
    return found ? static_cast<int>(found->as) : -1;
  };
  EXPECT_EQ(as("pupils", "school", "pupils"), static_cast<int>(NamedAs::kColumn));
  EXPECT_EQ(as("在校生数", "school", "pupils"), static_cast<int>(NamedAs::kSynonym));
  EXPECT_EQ(as("在校生数（人）", "school", "pupils"), static_cast<int>(NamedAs::kSynonym));
  EXPECT_EQ(as("规模 在校生数", "school", "pupils"), static_cast<int>(NamedAs::kSynonym));
  EXPECT_EQ(as("zaixiaoshengshu", "school", "pupils"), static_cast<int>(NamedAs::kPinyin));
  EXPECT_EQ(as("ZXSS", "school", "pupils"), static_cast<int>(NamedAs::kInitials));
  EXPECT_EQ(as("threatened", "geohazard_point", "threatened_people"), static_cast<int>(NamedAs::kCutOff));
  EXPECT_EQ(as("防洪限制水", "reservoir", "flood_limit_level_m"), static_cast<int>(NamedAs::kCutOff));
  EXPECT_EQ(as("天气", "school", "pupils"), -1);
}

TEST(ImportSynonyms, EveryCharacterHasItsPinyin) {
  const Synonyms words = Synonyms::load();
  // A character without pinyin would make the whole word unknown.
  EXPECT_TRUE(words.match("fanghongxianzhishuiwei", "reservoir", "flood_limit_level_m"));
  EXPECT_TRUE(words.match("tongyibianhao", "geohazard_point", "hazard_code"));
  EXPECT_TRUE(words.match("xingzhengquhuadaima", "school", "division_code"));
}

TEST(ImportSynonyms, TurnUnitsIntoTheColumns) {
  const Synonyms words = Synonyms::load();
  EXPECT_DOUBLE_EQ(words.factorFor("总库容（万立方米）", "capacity_m3"), 1e4);
  EXPECT_NEAR(words.factorFor("面积(亩)", "area_m2"), 666.667, 0.001);
  EXPECT_DOUBLE_EQ(words.factorFor("流域面积(公顷)", "area_km2"), 0.01);
  EXPECT_DOUBLE_EQ(words.factorFor("威胁财产(万元)", "threatened_property_yuan"), 1e4);
  EXPECT_DOUBLE_EQ(words.factorFor("长度(公里)", "length_m"), 1e3);
  EXPECT_DOUBLE_EQ(words.factorFor("面积(万元)", "area_m2"), 1);
  EXPECT_DOUBLE_EQ(words.factorFor("面积", "area_m2"), 1);
}

}  // namespace

}  // namespace gis
