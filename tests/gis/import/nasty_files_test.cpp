// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/gauss_krueger.h"
#include "gis/geo/gcj02.h"
#include "gis/geo/geodesic.h"
#include "gis/geo/projector.h"
#include "tests/gis/import/import_test_support.h"

// Files as they come from other offices; each ends in right rows or in the right question.
namespace gis {

namespace {

const std::vector<std::string> kSchoolFields = {"学校名称", "学校类型", "在校生数", "教职工数"};

std::vector<std::string> gbkAll(std::vector<std::string> texts) {
  for (std::string& text : texts) text = gbk(text);
  return texts;
}

// Two schools that nobody knows yet, as a shapefile of GBK bytes.
MadeFile gbkSchools() {
  return {"ESRI Shapefile",
          "EPSG:4490",
          "Point",
          gbkAll(kSchoolFields),
          {{pointWkt(112.31, 36.51), {gbk("第一小学"), gbk("小学"), "120", "11"}},
           {pointWkt(112.315, 36.515), {gbk("第二初级中学"), gbk("初中"), "420", "35"}}}};
}

// The known schools, each moved by `move`, as CSV.
template <class Move>
std::string movedSchools(Move move) {
  std::string csv = "学校名称,类型,学生数,教师人数,经度,纬度\n";
  for (const KnownSchool& school : kSchools) {
    const LonLat moved = move(school.where);
    csv += fmt::format("{},小学,100,10,{:.9f},{:.9f}\n", school.name, moved.lon_deg, moved.lat_deg);
  }
  return csv;
}

class NastyFile : public ImportTest {
 protected:
  void expectTwoSchools(const ImportOutcome& outcome) {
    EXPECT_EQ(outcome.counts.added, 2) << rejectedOf(outcome);
    EXPECT_EQ(text("SELECT group_concat(name||kind||pupils||division_code) FROM (SELECT * FROM school ORDER BY fid)"),
              "第一小学2120140431100201,第二初级中学3420140431100201");
    expectAt(place("school", "第一小学"), {112.31, 36.51});
  }
};

TEST_F(NastyFile, GbkWithoutCodePage) {
  const auto file = temporary / "schools.shp";
  makeFile(file, gbkSchools());
  const ImportDraft made = draft(file);
  EXPECT_EQ(made.encoding.value, "GBK");
  EXPECT_EQ(made.encoding.reason, GuessReason::kBytes);
  EXPECT_EQ(made.table.value, "school");
  expectTwoSchools(import(file));
}

TEST_F(NastyFile, LanguageByteOfGbk) {
  const auto file = temporary / "schools.shp";
  makeFile(file, gbkSchools());
  setDbfLanguage(file, 0x4D);
  EXPECT_EQ(draft(file).encoding.reason, GuessReason::kFile);
  expectTwoSchools(import(file));
}

TEST_F(NastyFile, WrongCodePage) {
  const auto file = temporary / "schools.shp";
  makeFile(file, gbkSchools());
  setCodePage(file, "UTF-8");
  EXPECT_EQ(draft(file).encoding.reason, GuessReason::kBytes);
  expectTwoSchools(import(file));
}

TEST_F(NastyFile, NamesInPinyinAndInitials) {
  MadeFile content = gbkSchools();
  content.fields = {"XXMC", "xuexiaolei", "ZXSS", "jiaozhigon"};
  const auto file = temporary / "xuexiao.shp";
  makeFile(file, content);
  expectTwoSchools(import(file));
}

TEST_F(NastyFile, ZoneNumberInTheEastingWithoutSystem) {
  const int zone = *gaussKruegerZone(112.31);
  const auto projector = Projector::create("EPSG:4490", gaussKruegerCrs(zone, ZonePrefix::kWith));
  ASSERT_OK(projector);
  MadeFile content = gbkSchools();
  content.crs = "";
  for (auto& row : content.rows) {
    const LonLat at = row.values[2] == "120" ? LonLat{112.31, 36.51} : LonLat{112.315, 36.515};
    const auto xy = projector->forward({at.lon_deg, at.lat_deg});
    ASSERT_OK(xy);
    EXPECT_GT(xy->x, 3.7e7);
    row.wkt = pointWkt(xy->x, xy->y);
  }
  const auto file = temporary / "schools.shp";
  makeFile(file, content);
  const ImportDraft made = draft(file);
  EXPECT_EQ(made.crs.value, gaussKruegerCrs(zone, ZonePrefix::kWith));
  EXPECT_EQ(made.crs.reason, GuessReason::kZoneNumber);
  expectTwoSchools(import(file));
}

TEST_F(NastyFile, LatitudeInTheColumnOfLongitude) {
  addSchools();
  const auto file = temporary / "schools.csv";
  writeBytes(file, movedSchools([](LonLat p) { return LonLat{p.lat_deg, p.lon_deg}; }));
  const ImportDraft made = draft(file);
  EXPECT_TRUE(made.mapping.swap_axes);
  const ImportOutcome outcome = import(file);
  EXPECT_EQ(outcome.counts.unchanged, 5) << rejectedOf(outcome);
}

TEST_F(NastyFile, ShiftOfGaode) {
  addSchools();
  const auto file = temporary / "schools.csv";
  writeBytes(file, movedSchools([](LonLat p) { return wgs84ToGcj02(p); }));
  const ImportDraft made = draft(file);
  ASSERT_EQ(questionsOf(made), "shifted_map=gcj02");
  EXPECT_NE(made.questions[0].detail.find(", 5"), std::string::npos) << made.questions[0].detail;
  // The answer: then every school is where it was.
  DraftWishes answered;
  answered.crs = "gcj02";
  EXPECT_EQ(import(file, answered).counts.unchanged, 5);
}

TEST_F(NastyFile, ShiftOfBaidu) {
  addSchools();
  const auto file = temporary / "schools.csv";
  writeBytes(file, movedSchools([](LonLat p) { return gcj02ToBd09(wgs84ToGcj02(p)); }));
  EXPECT_EQ(questionsOf(draft(file)), "shifted_map=bd09");
  DraftWishes answered;
  answered.crs = "bd09";
  EXPECT_EQ(import(file, answered).counts.unchanged, 5);
}

TEST_F(NastyFile, ShiftThatOnlyTheNameSpeaksOf) {
  const auto file = temporary / "学校_高德坐标.csv";
  writeBytes(file, movedSchools([](LonLat p) { return wgs84ToGcj02(p); }));
  EXPECT_EQ(questionsOf(draft(file)), "shifted_map=gcj02");
}

TEST_F(NastyFile, PlacesOffByTheSameEverywhere) {
  addSchools();
  const auto file = temporary / "schools.csv";
  writeBytes(file, movedSchools([](LonLat p) { return LonLat{p.lon_deg + 0.001, p.lat_deg}; }));
  const ImportDraft made = draft(file);
  EXPECT_EQ(questionsOf(made).substr(0, 10), "offset=-89");
  // Left as it is: the schools move.
  Mapping mapping = made.mapping;
  mapping.match_place_m = 200;
  mapping.accepted.insert("offset");
  const auto outcome = apply(file, mapping);
  ASSERT_OK(outcome);
  EXPECT_EQ(outcome->counts.changed, 5);
}

TEST_F(NastyFile, AllOfItMovedByKilometres) {
  addSchools();
  const auto file = temporary / "schools.csv";
  writeBytes(file, movedSchools([](LonLat p) { return LonLat{p.lon_deg + 0.129, p.lat_deg + 0.129}; }));
  const ImportDraft made = draft(file);
  ASSERT_EQ(questionsOf(made).substr(0, 11), "offset=-115") << questionsOf(made);
  EXPECT_NE(made.questions[0].detail.find(", 5"), std::string::npos) << made.questions[0].detail;
  // Taken back, all are where they were.
  Mapping mapping = made.mapping;
  const std::string& offset = made.questions[0].suggestion;
  mapping.shift_east_m = std::stod(offset);
  mapping.shift_north_m = std::stod(offset.substr(offset.find(',') + 1));
  const auto outcome = apply(file, mapping);
  ASSERT_OK(outcome);
  EXPECT_EQ(outcome->counts.added, 0);
}

// Names that occur again elsewhere are no offset.
TEST_F(NastyFile, TheSameNamesInAnotherCounty) {
  addSchools();
  const auto file = temporary / "schools.csv";
  int n = 0;
  writeBytes(file, movedSchools([&](LonLat p) {
               ++n;
               return LonLat{p.lon_deg + 0.1 * n, p.lat_deg + (n % 2 == 0 ? 0.2 : -0.1)};
             }));
  EXPECT_EQ(questionsOf(draft(file)).find("offset"), std::string::npos) << questionsOf(draft(file));
}

// Real borders of the city as three publishers have them (GCJ-02 though it claims WGS84; displaced by 0.129 degrees in
// both axes; coarse but where it belongs).
TEST_F(NastyFile, PublishedBordersOfTheCity) {
  const std::filesystem::path folder = std::filesystem::path(FENGSUI_SOURCE_DIR) / "../shared/data/admin";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no ../shared/data beside the tree";
  // The counties with the true borders first.
  DraftWishes divisions;
  divisions.table = "division";
  const auto counties = folder / "datav_140400_counties_wgs84.geojson";
  ImportDraft truth = draft(counties, divisions);
  for (const auto& [column, value] : {std::pair{"level", "3"}, {"source", "test"}, {"parent_code", "140400000000"}})
    truth.mapping.columns[column] = {ColumnRule::From::kValue, {}, value, 1, {}};
  truth.mapping.columns["code"] = {ColumnRule::From::kField, "adcode", {}, 1, {}};
  truth.mapping.columns["name"] = {ColumnRule::From::kField, "name", {}, 1, {}};
  const auto known = apply(counties, truth.mapping);
  ASSERT_OK(known);
  ASSERT_EQ(known->counts.rejected, 0) << rejectedOf(*known);
  EXPECT_NE(questionsOf(draft(folder / "datav_140400_full_gcj02_2021.geojson", divisions)).find("shifted_map=gcj02"),
            std::string::npos)
      << questionsOf(draft(folder / "datav_140400_full_gcj02_2021.geojson", divisions));
  EXPECT_NE(questionsOf(draft(folder / "mca2019_counties.geojson", divisions)).find("offset=-11"), std::string::npos)
      << questionsOf(draft(folder / "mca2019_counties.geojson", divisions));
  const std::string coarse = questionsOf(draft(folder / "ctamap2021_tudigong_1404_wgs84.geojson", divisions));
  EXPECT_EQ(coarse.find("offset"), std::string::npos) << coarse;
  EXPECT_EQ(coarse.find("shifted_map"), std::string::npos) << coarse;
}

TEST_F(NastyFile, Xian80) {
  addSchools();
  MadeFile content = gbkSchools();
  content.crs = "EPSG:4610";
  content.rows.clear();
  for (const KnownSchool& school : kSchools) {
    // What the datum is off in these parts: about 60 m to the west, 30 m to the south.
    const LonLat moved = geodesicDestination(geodesicDestination(school.where, 270, 60), 180, 30);
    content.rows.push_back({pointWkt(moved.lon_deg, moved.lat_deg), {gbk(school.name), gbk("小学"), "100", "10"}});
  }
  const auto file = temporary / "schools.shp";
  makeFile(file, content);
  const ImportDraft made = draft(file);
  ASSERT_EQ(made.questions.size(), 1U) << questionsOf(made);
  EXPECT_EQ(made.questions[0].kind, QuestionKind::kOldDatum);
  EXPECT_EQ(made.questions[0].subject, "Xi'an 80");
  Mapping mapping = made.mapping;
  ASSERT_EQ(std::sscanf(made.questions[0].suggestion.c_str(), "%lf,%lf", &mapping.shift_east_m, &mapping.shift_north_m),
            2);
  EXPECT_NEAR(mapping.shift_east_m, 60, 1);
  EXPECT_NEAR(mapping.shift_north_m, 30, 1);
  const auto outcome = apply(file, mapping);
  ASSERT_OK(outcome);
  EXPECT_EQ(outcome->counts.rejected + outcome->counts.added, 0) << rejectedOf(*outcome);
  expectAt(place("school", "沁河中学"), kSchools[1].where, 1e-5);
}

TEST_F(NastyFile, Xian80WithoutKnownPlaces) {
  MadeFile content = gbkSchools();
  content.crs = "EPSG:4610";
  const auto file = temporary / "schools.shp";
  makeFile(file, content);
  EXPECT_EQ(questionsOf(draft(file)), "old_datum");
}

TEST_F(NastyFile, MergedHeadersOfASpreadsheet) {
  const auto file = temporary / "汇总表.xlsx";
  makeFile(file, {"XLSX",
                  "",
                  "None",
                  {"沁源县学校汇总表", "", "", "", "", ""},
                  {{"", {"学校名称", "学校类型", "规模", "", "坐标", ""}},
                   {"", {"", "", "在校生数（人）", "教职工数", "经度", "纬度"}},
                   {"", {"第一小学", "小学", "120", "11", "112.31", "36.51"}},
                   {"", {"第二初级中学", "初中", "420", "35", "112.315", "36.515"}},
                   {"", {"合计", "", "540", "", "", ""}}}});
  const ImportDraft made = draft(file);
  EXPECT_EQ(made.source.header, (HeaderRows{1, 2}));
  EXPECT_EQ(made.mapping.x_field, "坐标 经度");
  const ImportOutcome outcome = import(file);
  expectTwoSchools(outcome);
  // The sum at the bottom is told with the row number that the spreadsheet shows.
  EXPECT_EQ(rejectedOf(outcome), "6 no_geometry");
}

TEST_F(NastyFile, DegreesMinutesAndSeconds) {
  const auto file = temporary / "schools.csv";
  writeBytes(file,
             "学校名称,类型,学生数,教师人数,经度,纬度\n第一小学,小学,120,11,112°18′36″,36°30′36″\n"
             "第二初级中学,初中,420,35,112°18′54″,36°30′54″\n");
  expectTwoSchools(import(file));
}

MadeFile houses(const std::string& driver, const std::string& geometry, std::vector<MadeFile::Row> rows) {
  return {driver, "EPSG:4490", geometry, {"房屋结构", "房屋用途", "层数"}, std::move(rows)};
}

TEST_F(NastyFile, FileGeodatabase) {
  const auto file = temporary / "房屋.gdb";
  makeFile(file,
           houses("OpenFileGDB", "MultiPolygon",
                  {{"MULTIPOLYGON (((112.31 36.51, 112.3101 36.51, 112.3101 36.5101, 112.31 36.5101, 112.31 36.51)))",
                    {"砖混", "住宅", "2"}}}));
  const ImportOutcome outcome = import(file);
  EXPECT_EQ(outcome.counts.added, 1) << rejectedOf(outcome);
  EXPECT_EQ(text("SELECT structure||' '||use||' '||storeys||' '||division_code FROM building WHERE fid>4"),
            "1 1 2 140431100201");
  // The footprint is measured: about 8.9 m by 11.1 m.
  EXPECT_NEAR(std::stod(text("SELECT footprint_m2 FROM building WHERE fid>4")), 99.3, 0.5);
}

TEST_F(NastyFile, HeightsAndMeasures) {
  const auto file = temporary / "buildings.gpkg";
  makeFile(
      file,
      houses("GPKG", "Polygon ZM",
             {{"POLYGON ZM ((112.31 36.51 900 0, 112.3101 36.51 900 1, 112.3101 36.5101 900 2, 112.31 36.51 900 3))",
               {"2", "1", "6"}}}));
  EXPECT_EQ(import(file).counts.added, 1);
}

TEST_F(NastyFile, Curves) {
  const auto file = temporary / "buildings.gpkg";
  makeFile(file,
           houses("GPKG", "CurvePolygon",
                  {{"CURVEPOLYGON (CIRCULARSTRING (112.31 36.51, 112.3102 36.51, 112.31 36.51))", {"3", "4", "1"}}}));
  const ImportOutcome outcome = import(file);
  EXPECT_EQ(outcome.counts.added, 1) << rejectedOf(outcome);
  // A circle of 0.0001 degrees: pi * 8.93 m * 11.1 m.
  EXPECT_NEAR(std::stod(text("SELECT footprint_m2 FROM building WHERE fid>4")), 312, 3);
}

TEST_F(NastyFile, EmptyGeometry) {
  MadeFile content = gbkSchools();
  content.rows.push_back({"", {gbk("无处小学"), gbk("小学"), "10", "1"}});
  const auto file = temporary / "schools.shp";
  makeFile(file, content);
  const ImportOutcome outcome = import(file);
  expectTwoSchools(outcome);
  EXPECT_EQ(rejectedOf(outcome), "3 no_geometry");
}

TEST_F(NastyFile, DuplicateCodes) {
  const auto file = temporary / "隐患点.csv";
  const std::string rest = ",滑坡,小型,小型,较差,分散农户,3,12,50,降雨,巡视,112.31,36.51\n";
  writeBytes(file,
             "统一编号,名称,灾害类型,规模等级,险情等级,稳定性,威胁对象,威胁户数,威胁人口,威胁财产(万元),诱发因素,"
             "监测方式,经度,纬度\n"
             "140431010001,甲" +
                 rest + "140431010001,乙" + rest + "140431010002,丙" + rest + "140431020003,丁" + rest);
  const ImportOutcome outcome = import(file);
  EXPECT_EQ(outcome.counts.added, 2);
  // The fourth code says rockfall, the column landslide.
  EXPECT_EQ(rejectedOf(outcome), "3 duplicate; 5 rule");
  EXPECT_EQ(text("SELECT threatened_property_yuan FROM geohazard_point WHERE name='甲'"), "500000.0");
}

TEST_F(NastyFile, CodesThatASpreadsheetMadeNumbers) {
  const auto file = temporary / "人口.csv";
  writeBytes(file,
             "行政区划代码,总人口,户数,0-14岁,15-64岁,65岁以上,统计时间\n140431100201.0,\"1,200\",400,200.0,800,200,"
             "2025年12月31日\n");
  const ImportOutcome outcome = import(file);
  EXPECT_EQ(outcome.counts.added, 1) << rejectedOf(outcome);
  EXPECT_EQ(text("SELECT division_code||' '||population||' '||as_of FROM population_village"),
            "140431100201 1200 2025-12-31");
}

TEST_F(NastyFile, NumbersThatFitNowhere) {
  MadeFile content = gbkSchools();
  content.crs = "";
  for (auto& row : content.rows) row.wkt = pointWkt(5e8, 5e8);
  const auto file = temporary / "schools.shp";
  makeFile(file, content);
  EXPECT_EQ(questionsOf(draft(file)), "crs_unknown");
}

TEST_F(NastyFile, SystemThatPutsItFarAway) {
  // Metres of the zone, declared as those of the next one but three.
  const auto projector = Projector::create("EPSG:4490", gaussKruegerCrs(37, ZonePrefix::kWithout));
  ASSERT_OK(projector);
  const auto xy = projector->forward({112.31, 36.51});
  ASSERT_OK(xy);
  MadeFile content = gbkSchools();
  content.crs = gaussKruegerCrs(40, ZonePrefix::kWithout);
  for (auto& row : content.rows) row.wkt = pointWkt(xy->x, xy->y);
  const auto file = temporary / "schools.shp";
  makeFile(file, content);
  EXPECT_EQ(questionsOf(draft(file)), "crs_far_away=" + gaussKruegerCrs(37, ZonePrefix::kWithout));
}

TEST_F(NastyFile, LinesForATableOfPoints) {
  MadeFile content = gbkSchools();
  content.geometry = "LineString";
  for (auto& row : content.rows) row.wkt = "LINESTRING (112.31 36.51, 112.315 36.515)";
  const auto file = temporary / "schools.shp";
  makeFile(file, content);
  DraftWishes wishes;
  wishes.table = "school";
  EXPECT_EQ(questionsOf(draft(file, wishes)), "geometry_kind");
}

TEST_F(NastyFile, NothingThatATableCouldBeFor) {
  const auto file = temporary / "x.csv";
  writeBytes(file, "foo,bar\nsome,thing\n");
  EXPECT_EQ(questionsOf(draft(file)), "table");
}

TEST_F(NastyFile, EmptyAndBrokenFiles) {
  const auto code = [&](const std::string& name, const std::string& bytes) {
    writeBytes(temporary / name, bytes);
    const auto made = draftImport(db(), temporary / name);
    return made ? std::string("opened") : errorName(made.error().code);
  };
  EXPECT_EQ(code("empty.csv", ""), "empty_file");
  EXPECT_EQ(code("broken.xlsx", "PK\x03\x04 nothing"), "unsupported_format");
  EXPECT_EQ(code("broken.shp", "nothing"), "not_found");
  EXPECT_EQ(code("only_header.csv", "学校名称,学校类型,在校生数,教职工数,经度,纬度\n"), "opened");
}

}  // namespace

}  // namespace gis
