// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>

#include "gis/geo/projector.h"
#include "gis/raster/hillshade.h"
#include "gis/raster/raster_reader.h"
#include "gis/raster/raster_writer.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

constexpr MapXY kCorner{400000, 4030000};

class Raster : public testing::Test {
 protected:
  void SetUp() override {
    m_folder = fs::temp_directory_path() / ("fengsui_raster_" + std::to_string(::getpid()) + "_" +
                                            testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(m_folder);
  }
  void TearDown() override { fs::remove_all(m_folder); }
  std::string bytesOf(const fs::path& file) const {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  fs::path m_folder;
};

// Rises 1 m per 10 m eastwards and 2 m per 10 m northwards: any resampling of a plane is the plane.
double planeAt(MapXY p) { return (p.x_m - kCorner.x_m) * 0.1 + (p.y_m - kCorner.y_m) * 0.2 + 7000; }

std::vector<float> plane(int columns, int rows, double cell_m) {
  std::vector<float> z;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column)
      z.push_back(
          static_cast<float>(planeAt({kCorner.x_m + (column + 0.5) * cell_m, kCorner.y_m - (row + 0.5) * cell_m})));
  return z;
}

}  // namespace

TEST_F(Raster, WritesWhatItReadsBack) {
  const fs::path file = m_folder / "dem.tif";
  std::vector<float> z = plane(300, 200, 30);
  z[5 * 300 + 7] = NAN;
  ASSERT_TRUE(writeDem(file, z, 300, 200, kCorner, 30, "EPSG:4547"));
  const auto reader = RasterReader::open(file, "EPSG:4547");
  ASSERT_TRUE(reader) << reader.error().detail;
  EXPECT_EQ(reader->info().crs, "EPSG:4547");
  EXPECT_EQ(reader->cellSizeM(), 30);
  EXPECT_FALSE(reader->isPicture());
  EXPECT_EQ(reader->extent(), (MapBox{400000, 4024000, 409000, 4030000}));
  const auto all = reader->readValues(reader->extent(), 300, 200);
  ASSERT_TRUE(all);
  for (std::size_t i = 0; i < z.size(); ++i) {
    if (std::isnan(z[i]))
      EXPECT_TRUE(std::isnan(all->values[i]));
    else
      ASSERT_EQ(all->values[i], z[i]) << i;
  }
  // A window over the edge: nothing outside, the same cells inside.
  const auto edge = reader->readValues({399100, 4027000, 400300, 4030600}, 40, 120);
  ASSERT_TRUE(edge);
  EXPECT_TRUE(std::isnan(edge->values[0]));
  EXPECT_TRUE(std::isnan(edge->values[19 * 40 + 35]));
  EXPECT_EQ(edge->values[20 * 40 + 30], z[0]);
  EXPECT_EQ(edge->values[21 * 40 + 32], z[300 + 2]);
  const auto apart = reader->readValues({0, 0, 100, 100}, 10, 10);
  ASSERT_TRUE(apart);
  EXPECT_TRUE(std::isnan(apart->values[55]));
}

TEST_F(Raster, GivesTheSameBytesAgain) {
  const std::vector<float> z = plane(1200, 700, 30);
  ASSERT_TRUE(writeDem(m_folder / "a.tif", z, 1200, 700, kCorner, 30, "EPSG:4547"));
  ASSERT_TRUE(writeDem(m_folder / "b.tif", z, 1200, 700, kCorner, 30, "EPSG:4547"));
  const std::string a = bytesOf(m_folder / "a.tif");
  EXPECT_GT(a.size(), 1000U);
  EXPECT_TRUE(a == bytesOf(m_folder / "b.tif"));
  EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), {}), 2) << "no temporary file stays";
  const auto reader = RasterReader::open(m_folder / "a.tif", "EPSG:4547");
  ASSERT_TRUE(reader);
  EXPECT_FALSE(reader->info().overview_sizes.empty());
  EXPECT_TRUE(std::isnan(reader->info().bands[0].nodata.value()));
}

TEST_F(Raster, WarpsToAnotherSystem) {
  ASSERT_TRUE(writeDem(m_folder / "dem.tif", plane(400, 400, 30), 400, 400, kCorner, 30, "EPSG:4547"));
  const auto reader = RasterReader::open(m_folder / "dem.tif", "EPSG:4546");
  ASSERT_TRUE(reader) << reader.error().detail;
  const auto projector = Projector::create("EPSG:4547", "EPSG:4546");
  const MapXY middle{kCorner.x_m + 6000, kCorner.y_m - 6000};
  const auto there = projector->forward({middle.x_m, middle.y_m});
  const auto got = reader->readValues({there->x - 45, there->y - 45, there->x + 45, there->y + 45}, 3, 3);
  ASSERT_TRUE(got);
  EXPECT_NEAR(got->values[4], planeAt(middle), 1.5) << "an eighth of a cell on this slope, and bilinear";
  const MapBox box = reader->extent();
  const auto corner = reader->readValues({box.min_x_m, box.max_y_m - 30, box.min_x_m + 30, box.max_y_m}, 1, 1);
  ASSERT_TRUE(corner);
  EXPECT_TRUE(std::isnan(corner->values[0])) << "the turned square leaves its corners empty";
}

TEST_F(Raster, ShowsCoarseViewsFromOverviews) {
  ASSERT_TRUE(writeDem(m_folder / "dem.tif", plane(2048, 2048, 30), 2048, 2048, kCorner, 30, "EPSG:4547"));
  const auto reader = RasterReader::open(m_folder / "dem.tif", "EPSG:4547");
  ASSERT_TRUE(reader);
  const auto small = reader->readValues(reader->extent(), 64, 64);
  ASSERT_TRUE(small);
  for (int i = 1; i < 63; ++i) {
    const MapXY centre{kCorner.x_m + (i + 0.5) * 960, kCorner.y_m - (i + 0.5) * 960};
    EXPECT_NEAR(small->values[static_cast<std::size_t>(i * 64 + i)], planeAt(centre), 10) << i;
  }
}

TEST_F(Raster, MakesPictures) {
  ASSERT_TRUE(writeDem(m_folder / "dem.tif", plane(100, 100, 30), 100, 100, kCorner, 30, "EPSG:4547"));
  const auto reader = RasterReader::open(m_folder / "dem.tif", "EPSG:4547");
  ASSERT_TRUE(reader);
  const auto picture = reader->readPicture(reader->extent().grown(300), 120, 120);
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->rgba[3], 0) << "outside";
  const auto at = [&](int x, int y) { return &picture->rgba[static_cast<std::size_t>(y * 120 + x) * 4]; };
  EXPECT_EQ(at(60, 60)[3], 255);
  EXPECT_EQ(at(60, 60)[0], at(60, 60)[1]);
  EXPECT_LT(at(30, 60)[0], at(90, 60)[0]) << "higher is lighter";
}

TEST_F(Raster, SaysWhatIsWrong) {
  const std::vector<float> z(100, 1.F);
  EXPECT_EQ(writeDem(m_folder / "a.tif", z, 10, 11, kCorner, 30, "EPSG:4547").error().code,
            ErrorCode::kInvalidArgument);
  EXPECT_EQ(writeDem(m_folder / "a.tif", z, 10, 10, kCorner, 30, "EPSG:0").error().code, ErrorCode::kUnknownCrs);
  EXPECT_EQ(writeDem(m_folder / "no/where/a.tif", z, 10, 10, kCorner, 30, "EPSG:4547").error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(RasterReader::open(m_folder / "a.tif", "EPSG:4547").error().code, ErrorCode::kNotFound);

  // A plain ESRI grid without .prj has no reference system.
  std::ofstream(m_folder / "grid.asc") << "ncols 3\nnrows 2\nxllcorner 400000\nyllcorner 4000000\ncellsize 30\n"
                                          "NODATA_value -9999\n1 2 3\n4 -9999 6\n";
  const auto asked = RasterReader::open(m_folder / "grid.asc", "EPSG:4547");
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().code, ErrorCode::kMissingCrs);
  const auto grid = RasterReader::open(m_folder / "grid.asc", "EPSG:4547", "EPSG:4547");
  ASSERT_TRUE(grid);
  const auto values = grid->readValues(grid->extent(), 3, 2);
  ASSERT_TRUE(values);
  EXPECT_EQ(values->values[0], 1);
  EXPECT_TRUE(std::isnan(values->values[4]));
  EXPECT_EQ(values->values[5], 6);
  EXPECT_EQ(grid->readValues(grid->extent(), 0, 2).error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(grid->readValues(grid->extent(), 3, 2, 2).error().code, ErrorCode::kInvalidArgument);

  ASSERT_TRUE(writeDem(m_folder / "whole.tif", plane(600, 600, 30), 600, 600, kCorner, 30, "EPSG:4547"));
  const std::string bytes = bytesOf(m_folder / "whole.tif");
  std::ofstream(m_folder / "cut.tif", std::ios::binary) << bytes.substr(0, bytes.size() / 2);
  // Also where only the last bytes are gone: its overviews would draw, and nobody would notice.
  for (const std::size_t length : {bytes.size() / 2, bytes.size() * 9 / 10, bytes.size() - 100}) {
    std::ofstream(m_folder / "cut.tif", std::ios::binary) << bytes.substr(0, length);
    const auto cut = RasterReader::open(m_folder / "cut.tif", "EPSG:4547");
    ASSERT_FALSE(cut) << length << " of " << bytes.size();
    EXPECT_EQ(cut.error().code, ErrorCode::kDamagedFile);
  }
}

TEST(Hillshade, MeetsHornsFormulaOnPlanes) {
  // Slope and aspect of a plane are exact, so is cos of the angle between its normal and the sun.
  struct Case {
    double per_m_east, per_m_north, azimuth_deg, altitude_deg, light;
  };
  const double half = std::sqrt(0.5);
  for (const Case& c :
       {Case{0, 0, 315, 45, half}, Case{0, 0, 10, 30, 0.5}, Case{1, 0, 270, 45, 1.0}, Case{1, 0, 90, 45, 0},
        Case{0, 1, 180, 45, 1.0}, Case{0, -1, 0, 45, 1.0}, Case{half, -half, 315, 45, 1.0},
        Case{0.5, 0, 270, 30, (0.5 + 0.5 * std::sqrt(0.75)) / std::sqrt(1.25)}}) {
    std::vector<float> z;
    for (int row = 0; row < 5; ++row)
      for (int column = 0; column < 5; ++column)
        z.push_back(static_cast<float>(1000 + column * 30 * c.per_m_east - row * 30 * c.per_m_north));
    HillshadeOptions options;
    options.azimuth_deg = c.azimuth_deg, options.altitude_deg = c.altitude_deg;
    const auto shade = hillshade(z, 5, 5, 30, options);
    ASSERT_EQ(shade.size(), 25U);
    EXPECT_NEAR(shade[12], 1 + 254 * c.light, 1) << c.per_m_east << " " << c.per_m_north << " " << c.azimuth_deg;
  }
}

TEST(Hillshade, LeavesNothingWhereThereIsNothing) {
  std::vector<float> z(25, 100.F);
  z[12] = NAN;
  for (const HillshadeLight light : {HillshadeLight::kSingle, HillshadeLight::kMultidirectional}) {
    HillshadeOptions options;
    options.light = light;
    const auto shade = hillshade(z, 5, 5, 30, options);
    EXPECT_EQ(shade[12], 0);
    EXPECT_EQ(std::ranges::count(shade, 0), 1);
    EXPECT_EQ(std::ranges::count(shade, shade[0]), 24) << "flat is flat, also beside the hole";
  }
  EXPECT_TRUE(hillshade(z, 4, 5, 30).empty());
  EXPECT_TRUE(hillshade(z, 5, 5, 0).empty());
}

}  // namespace gis
