// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/gdal_reader.h"

#include <gtest/gtest.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <functional>

#include "gis/geo/gdal_session.h"
#include "gis/vector/source_info.h"
#include "gis/vector/text_encoding.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

constexpr const char* kGbkChangzhi = "\xB3\xA4\xD6\xCE\xCA\xD0";  // 长治市 in GBK

class VectorReader : public testing::Test {
 protected:
  void SetUp() override {
    m_folder = fs::temp_directory_path() / ("fengsui_vector_" + std::to_string(::getpid()) + "_" +
                                            testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(m_folder);
  }
  void TearDown() override { fs::remove_all(m_folder); }
  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(m_folder / name, std::ios::binary) << bytes;
    return m_folder / name;
  }
  // A shapefile of one point with raw bytes in its text field.
  fs::path shapefile(const std::string& text, const std::string& code_page, int language_byte) const {
    const fs::path file = m_folder / "data.shp";
    {
      const GdalSession session;
      const GdalDataset dataset(
          GDALCreate(GDALGetDriverByName("ESRI Shapefile"), file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
      const char* const options[] = {"ENCODING=", nullptr};
      const OGRSpatialReferenceH srs = OSRNewSpatialReference(nullptr);
      OSRImportFromEPSG(srs, 4490);
      const OGRLayerH layer = GDALDatasetCreateLayer(dataset.get(), "data", srs, wkbPoint, const_cast<char**>(options));
      const OGRFieldDefnH field = OGR_Fld_Create("NAME", OFTString);
      OGR_L_CreateField(layer, field, 1);
      OGR_Fld_Destroy(field);
      const OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
      OGR_F_SetFieldString(feature, 0, text.c_str());
      const OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
      OGR_G_SetPoint_2D(point, 0, 113.1, 36.2);
      OGR_F_SetGeometryDirectly(feature, point);
      EXPECT_EQ(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
      OGR_F_Destroy(feature);
      OSRDestroySpatialReference(srs);
    }
    fs::remove(m_folder / "data.cpg");
    if (!code_page.empty()) write("data.cpg", code_page);
    std::fstream dbf(m_folder / "data.dbf", std::ios::in | std::ios::out | std::ios::binary);
    dbf.seekp(29);
    dbf.put(static_cast<char>(language_byte));
    return file;
  }

  fs::path m_folder;
};

std::string textOf(const FeatureColumns& columns, const std::string& name, std::size_t feature) {
  const AttributeColumn* column = columns.find(name);
  if (!column || column->codes.at(feature) == AttributeColumn::kNullCode) return "(null)";
  return column->dictionary.at(column->codes.at(feature));
}

bool warned(const std::vector<Warning>& warnings, WarningCode code, const std::string& detail = {}) {
  for (const Warning& w : warnings)
    if (w.code == code && (detail.empty() || w.detail == detail)) return true;
  return false;
}

}  // namespace

TEST_F(VectorReader, ReadsChineseTextHoweverItIsMarked) {
  struct Case {
    const char* bytes;
    const char* code_page;
    int language_byte;
    bool guessed;
  };
  for (const Case& c :
       {Case{kGbkChangzhi, "", 0x4D, false}, Case{kGbkChangzhi, "936", 0, false},
        Case{kGbkChangzhi, "GBK", 0x57, false}, Case{kGbkChangzhi, "", 0, true}, Case{kGbkChangzhi, "", 0x57, true},
        Case{kGbkChangzhi, "UTF-8", 0, true}, Case{kGbkChangzhi, "ISO-8859-1", 0x57, true},
        Case{"长治市", "UTF-8", 0, false}, Case{"长治市", "", 0, false}, Case{"长治市", "ISO-8859-1", 0x57, true}}) {
    SCOPED_TRACE(std::string("cpg '") + c.code_page + "', language byte " + std::to_string(c.language_byte));
    const fs::path file = shapefile(c.bytes, c.code_page, c.language_byte);
    const auto read = readVectorLayer(file);
    ASSERT_TRUE(read) << read.error().detail;
    ASSERT_EQ(read->value.size(), 1U);
    EXPECT_EQ(textOf(read->value[0], "NAME", 0), "长治市");
    EXPECT_EQ(warned(read->warnings, WarningCode::kEncodingGuessed), c.guessed);
    EXPECT_EQ(read->value[0].crs, "EPSG:4490");
    EXPECT_TRUE(read->value[0].geographic);
    const auto layers = listVectorLayers(file);
    ASSERT_TRUE(layers);
    EXPECT_EQ(layers->at(0).encoding, std::string_view(c.bytes) == kGbkChangzhi ? "GBK" : "UTF-8");
    EXPECT_EQ(layers->at(0).count, 1);
  }
}

TEST_F(VectorReader, NamesEachBrokenFeatureAndReadsTheRest) {
  const fs::path file = write("broken.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","id":1,"properties":{"n":"good"},"geometry":{"type":"Polygon","coordinates":[[[113,36],[113.1,36],[113.1,36.1],[113,36]]]}},
    {"type":"Feature","id":2,"properties":{"n":"two corners"},"geometry":{"type":"Polygon","coordinates":[[[113,36],[113.1,36],[113,36]]]}},
    {"type":"Feature","id":3,"properties":{"n":"open"},"geometry":{"type":"Polygon","coordinates":[[[113,36],[113.1,36],[113.1,36.1],[113,36.1]]]}},
    {"type":"Feature","id":4,"properties":{"n":"no geometry"},"geometry":null},
    {"type":"Feature","id":5,"properties":{"n":"infinite"},"geometry":{"type":"Polygon","coordinates":[[[1e999,36],[113.1,36],[113.1,36.1],[113,36]]]}},
    {"type":"Feature","id":6,"properties":{"n":"bad hole"},"geometry":{"type":"Polygon","coordinates":[[[113,36],[113.1,36],[113.1,36.1],[113,36]],[[113.05,36.01],[113.06,36.01],[113.05,36.01]]]}},
    {"type":"Feature","id":7,"properties":{"n":"empty"},"geometry":{"type":"Polygon","coordinates":[]}}]})");
  const auto read = readVectorLayer(file);
  ASSERT_TRUE(read) << read.error().detail;
  ASSERT_EQ(read->value.size(), 1U);
  const FeatureColumns& columns = read->value[0];
  EXPECT_EQ(columns.kind, GeometryKind::kPolygon);
  EXPECT_EQ(columns.fid, (std::vector<std::int64_t>{1, 3, 6}));
  std::set<std::string> skipped;
  for (const Warning& warning : read->warnings)
    if (warning.code == WarningCode::kGeometrySkipped) skipped.insert(warning.subject);
  EXPECT_EQ(skipped, (std::set<std::string>{"2", "4", "5", "6", "7"}));
  EXPECT_TRUE(warned(read->warnings, WarningCode::kGeometryRepaired, "1")) << "one ring was open";
  for (std::size_t part = 0; part + 1 < columns.part_start.size(); ++part) {
    const std::size_t first = columns.part_start[part] * 2, last = columns.part_start[part + 1] * 2 - 2;
    EXPECT_EQ(columns.xy[first], columns.xy[last]);
    EXPECT_EQ(columns.xy[first + 1], columns.xy[last + 1]);
  }
}

TEST_F(VectorReader, SortsMixedGeometryByKind) {
  const fs::path file = write("mixed.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","id":1,"properties":{},"geometry":{"type":"GeometryCollection","geometries":[
      {"type":"Point","coordinates":[113,36,900]},{"type":"LineString","coordinates":[[113,36],[114,37]]},
      {"type":"MultiPolygon","coordinates":[[[[113,36],[114,36],[114,37],[113,36]]],[[[115,36],[116,36],[116,37],[115,36]]]]}]}},
    {"type":"Feature","id":2,"properties":{},"geometry":{"type":"MultiPoint","coordinates":[[113,36],[114,36]]}}]})");
  const auto read = readVectorLayer(file);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->value.size(), 3U);
  EXPECT_EQ(read->value[0].kind, GeometryKind::kPoint);
  EXPECT_EQ(read->value[0].fid, (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(read->value[0].vertexCount(), 3U);
  EXPECT_EQ(read->value[1].kind, GeometryKind::kLine);
  EXPECT_EQ(read->value[2].kind, GeometryKind::kPolygon);
  EXPECT_EQ(read->value[2].part_start, (std::vector<std::uint32_t>{0, 4, 8}));
}

TEST_F(VectorReader, TurnsTablesWithCoordinatesIntoPoints) {
  const fs::path file =
      write("stations.csv", std::string("站名,经度,纬度,code,rain_mm\n") +
                                "长治,113.11,36.19,0042,12.5\n沁源,112.34,36.5,0043,\n坏,abc,36,0044,1\n");
  const auto read = readVectorLayer(file);
  ASSERT_TRUE(read) << read.error().detail;
  const FeatureColumns& points = read->value.at(0);
  EXPECT_EQ(points.kind, GeometryKind::kPoint);
  ASSERT_EQ(points.featureCount(), 2U);
  EXPECT_EQ(points.xy, (std::vector<double>{113.11, 36.19, 112.34, 36.5}));
  EXPECT_EQ(textOf(points, "站名", 1), "沁源");
  EXPECT_EQ(textOf(points, "code", 0), "0042") << "leading zeros are part of a code";
  ASSERT_EQ(points.find("rain_mm")->type, AttributeType::kReal);
  EXPECT_EQ(points.find("rain_mm")->reals[0], 12.5);
  EXPECT_TRUE(std::isnan(points.find("rain_mm")->reals[1]));
  EXPECT_TRUE(warned(read->warnings, WarningCode::kMissingCrsAssumed, "EPSG:4490"));
  EXPECT_TRUE(warned(read->warnings, WarningCode::kGeometrySkipped));
}

TEST_F(VectorReader, ReadsGbkTables) {
  const fs::path file = write("gbk.csv", std::string("name,lon,lat\n") + kGbkChangzhi + ",113.11,36.19\n");
  const auto read = readVectorLayer(file);
  ASSERT_TRUE(read);
  EXPECT_EQ(textOf(read->value.at(0), "name", 0), "长治市");
  EXPECT_TRUE(warned(read->warnings, WarningCode::kEncodingGuessed, "GBK"));
}

TEST_F(VectorReader, AsksForAMissingReferenceSystem) {
  const fs::path projected = write("points.csv", "x,y\n420267.254,4007112.823\n");
  const auto asked = readVectorLayer(projected);
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().code, ErrorCode::kMissingCrs);
  VectorReadOptions options;
  options.crs_override = "EPSG:4547";
  const auto read = readVectorLayer(projected, options);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->value.at(0).crs, "EPSG:4547");
  EXPECT_FALSE(read->value.at(0).geographic);

  const fs::path shape = shapefile("a", "", 0);
  fs::remove(m_folder / "data.prj");
  EXPECT_EQ(readVectorLayer(shape).error().code, ErrorCode::kMissingCrs);
  const auto info = describeSource(shape);
  ASSERT_TRUE(info);
  EXPECT_TRUE(warned(info->warnings, WarningCode::kMissingCrsAssumed));
}

TEST_F(VectorReader, StopsAtTheLimitAndWhenCancelled) {
  std::string csv = "lon,lat\n";
  for (int i = 0; i < 1000; ++i) csv += "113.1,36.2\n";
  const fs::path file = write("many.csv", csv);
  VectorReadOptions options;
  options.max_features = 10;
  const auto read = readVectorLayer(file, options);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->value.at(0).featureCount(), 10U);
  EXPECT_TRUE(warned(read->warnings, WarningCode::kTooManyFeatures));
  const CancelToken stopped = CancelToken::create();
  stopped.cancel();
  EXPECT_EQ(readVectorLayer(file, {}, stopped).error().code, ErrorCode::kCancelled);
}

TEST_F(VectorReader, SaysWhatIsWrongWithAFile) {
  EXPECT_EQ(readVectorLayer(m_folder / "nowhere.shp").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(readVectorLayer(write("empty.geojson", "")).error().code, ErrorCode::kEmptyFile);
  EXPECT_EQ(readVectorLayer(write("text.txt", "not a map")).error().code, ErrorCode::kUnsupportedFormat);
  EXPECT_EQ(readVectorLayer(write("cut.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type")).error().code,
            ErrorCode::kDamagedFile);
  EXPECT_EQ(readVectorLayer(write("table.csv", "a,b\n1,2\n")).error().code, ErrorCode::kNoData);
  EXPECT_EQ(readVectorLayer(write("text.txt", "not a map")).error().subject, (m_folder / "text.txt").string());
}

TEST_F(VectorReader, SuspectsExchangedAxes) {
  const auto info = describeSource(
      write("turned.geojson",
            R"({"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[36.2,113.1]}})"));
  ASSERT_TRUE(info);
  EXPECT_TRUE(warned(info->warnings, WarningCode::kCoordinatesSuspect, "longitude and latitude exchanged"));
  const auto good = describeSource(
      write("good.geojson",
            R"({"type":"Feature","properties":{"名":"a"},"geometry":{"type":"Point","coordinates":[113.1,36.2]}})"));
  ASSERT_TRUE(good);
  EXPECT_TRUE(good->warnings.empty());
  ASSERT_EQ(good->layers.size(), 1U);
  EXPECT_EQ(good->driver, "GeoJSON");
  EXPECT_EQ(good->layers[0].layer.crs, "EPSG:4326");
  EXPECT_EQ(good->layers[0].layer.fields.at(0).name, "名");
  EXPECT_NEAR(good->layers[0].lon_lat_extent->west_deg, 113.1, 1e-6);
}

TEST_F(VectorReader, ReadsTheSharedSamples) {
  const fs::path data = fs::path(FENGSUI_SOURCE_DIR) / "../shared/data";
  if (!fs::exists(data)) GTEST_SKIP() << "no ../shared/data beside the tree";
  const auto counties = readVectorLayer(data / "admin/datav_140400_counties_wgs84.geojson");
  ASSERT_TRUE(counties);
  EXPECT_EQ(counties->value.at(0).featureCount(), 12U);
  const auto fires = readVectorLayer(data / "fire/firms_modis_20230801_02_north_china.csv");
  ASSERT_TRUE(fires) << fires.error().detail;
  EXPECT_EQ(fires->value.at(0).kind, GeometryKind::kPoint);
  const auto rivers = readVectorLayer(data / "hydro/nfgis_1to4m_hyd2.geojson");
  ASSERT_TRUE(rivers);
}

TEST(TextEncoding, AlwaysGivesUtf8) {
  for (const std::string& bytes : {std::string("\xFF\xFE\x80"), std::string("\xE9\x95"), std::string("\xB3\xA4\xD6"),
                                   std::string("a\0b", 3), std::string("\xED\xA0\x80"), std::string("\xC0\xAF")})
    for (const char* encoding : {"UTF-8", "GBK", "ISO-8859-1", "BIG5", "no such thing", ""}) {
      const std::string text = toUtf8(bytes, encoding);
      EXPECT_TRUE(isUtf8(text)) << encoding;
    }
  EXPECT_EQ(toUtf8("\xB3\xA4\xD6\xCE\xCA\xD0", "GBK"), "长治市");
  EXPECT_EQ(toUtf8("\xB3\xA4\xD6", "GBK"), "长") << "a character cut off at the end is dropped";
  EXPECT_EQ(toUtf8("长\xE6\xB2", "UTF-8"), "长");
  EXPECT_EQ(toUtf8("caf\xE9", "ISO-8859-1"), "café");
  EXPECT_EQ(encodingFromCodePage("ANSI 936"), "GBK");
  EXPECT_EQ(encodingFromCodePage("utf8"), "UTF-8");
  EXPECT_EQ(encodingFromCodePage("1252"), "CP1252");
  EXPECT_EQ(encodingFromCodePage("System"), "");
  EncodingGuess german;
  german.add("M\xFCnchen"), german.add("K\xF6ln");
  EXPECT_EQ(german.best(), "ISO-8859-1");
}

}  // namespace gis
