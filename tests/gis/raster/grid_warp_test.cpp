// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/grid_warp.h"

#include <gdal.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>

#include "gis/geo/gdal_session.h"
#include "gis/raster/raster_reader.h"
#include "gis/raster/raster_writer.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

// One degree of CGCS2000 whose value is a plane in longitude and latitude: reading it tells where one reads.
constexpr int kSide = 1800;
constexpr double kCell_deg = 1.0 / kSide, kWest_deg = 112.5, kNorth_deg = 37;
double warpPlaneAt(double lon_deg, double lat_deg) { return (lon_deg - 112) * 3000 + (lat_deg - 35) * 1000; }

class GridWarps : public testing::Test {
 protected:
  void SetUp() override {
    m_folder = fs::temp_directory_path() / ("fengsui_grid_warp_" + std::to_string(::getpid()) + "_" +
                                            testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(m_folder);
    std::vector<float> z;
    for (int row = 0; row < kSide; ++row)
      for (int column = 0; column < kSide; ++column) {
        const bool hole = std::abs(column - 900) < 50 && std::abs(row - 300) < 50;
        z.push_back(hole ? NAN
                         : static_cast<float>(warpPlaneAt(kWest_deg + (column + 0.5) * kCell_deg,
                                                          kNorth_deg - (row + 0.5) * kCell_deg)));
      }
    ASSERT_TRUE(writeDem(m_folder / "cog.tif", z, kSide, kSide, {kWest_deg, kNorth_deg}, kCell_deg, "EPSG:4490"));
    // The same without overviews.
    const GdalSession session;
    const GdalDataset source(GDALOpen((m_folder / "cog.tif").c_str(), GA_ReadOnly));
    const GdalDataset plain(GDALCreateCopy(GDALGetDriverByName("GTiff"), (m_folder / "plain.tif").c_str(), source.get(),
                                           FALSE, nullptr, nullptr, nullptr));
    ASSERT_TRUE(plain) << session.errorText();
  }
  void TearDown() override { fs::remove_all(m_folder); }
  fs::path m_folder;
};

}  // namespace

TEST_F(GridWarps, EveryPixelIsReadWherePlaced) {
  const auto projector = Projector::create("EPSG:4547", "EPSG:4490");
  for (const char* name : {"cog.tif", "plain.tif"}) {
    const auto reader = RasterReader::open(m_folder / name, "EPSG:4547");
    ASSERT_TRUE(reader) << reader.error().detail;
    for (const double pixel_m : {5.0, 30.0, 62.0, 250.0, 900.0}) {
      const int side = std::min(258, static_cast<int>(80000 / pixel_m));
      const MapXY c = reader->extent().centre();
      const double half_m = side * pixel_m / 2;
      const auto read =
          reader->readValues({c.x_m - half_m, c.y_m - half_m, c.x_m + half_m, c.y_m + half_m}, side, side);
      ASSERT_TRUE(read);
      // An eighth of a cell, or of a pixel where that is larger: the plane rises 3000 m a degree of longitude. Without
      // overviews the nearest cell stands for a pixel of many.
      const bool thinned = std::string(name) == "plain.tif" && pixel_m / 60 > 8;
      const double allowed = 3000 * std::max(kCell_deg, pixel_m / 89000) * (thinned ? 0.8 : 0.125);
      int seen = 0;
      for (int row = 0; row < side; row += 3)
        for (int column = 0; column < side; column += 3) {
          const float got = read->values[static_cast<std::size_t>(row * side + column)];
          const auto at =
              projector->forward({c.x_m - half_m + (column + 0.5) * pixel_m, c.y_m + half_m - (row + 0.5) * pixel_m});
          // Beside the hole a shrunk cell stands for its known part only.
          const double from_hole_deg = std::max(std::abs(at->x - (kWest_deg + 900 * kCell_deg)),
                                                std::abs(at->y - (kNorth_deg - 300 * kCell_deg)));
          if (from_hole_deg < 50 * kCell_deg + 2 * pixel_m / 89000) continue;
          if (!std::isnan(got)) {
            ++seen;
            ASSERT_NEAR(static_cast<double>(got), warpPlaneAt(at->x, at->y), allowed)
                << name << " " << pixel_m << " m, " << column << " " << row;
          }
        }
      EXPECT_GT(seen, side * side / 9 / 2) << name << pixel_m;
    }
  }
}

TEST_F(GridWarps, HolesAndEdgesAreEmpty) {
  const auto reader = RasterReader::open(m_folder / "cog.tif", "EPSG:4547");
  ASSERT_TRUE(reader);
  const auto to_map = Projector::create("EPSG:4490", "EPSG:4547");
  const auto valueAt = [&](double lon_deg, double lat_deg) {
    const auto at = to_map->forward({lon_deg, lat_deg});
    const auto read = reader->readValues({at->x - 90, at->y - 90, at->x + 90, at->y + 90}, 3, 3);
    return read->values[4];
  };
  const double hole_lon = kWest_deg + 900 * kCell_deg, hole_lat = kNorth_deg - 300 * kCell_deg;
  EXPECT_TRUE(std::isnan(valueAt(hole_lon, hole_lat)));
  EXPECT_TRUE(std::isnan(valueAt(hole_lon + 48 * kCell_deg, hole_lat)));
  EXPECT_FALSE(std::isnan(valueAt(hole_lon + 53 * kCell_deg, hole_lat)));
  EXPECT_TRUE(std::isnan(valueAt(kWest_deg - 2 * kCell_deg, 36.5)));
  EXPECT_FALSE(std::isnan(valueAt(kWest_deg + 2 * kCell_deg, 36.5)));
  // As a picture the same cells are clear.
  const auto at = to_map->forward({hole_lon, hole_lat});
  const auto picture = reader->readPicture({at->x - 9000, at->y - 9000, at->x + 9000, at->y + 9000}, 60, 60);
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->rgba[(30 * 60 + 30) * 4 + 3], 0);
  EXPECT_EQ(picture->rgba[(2 * 60 + 2) * 4 + 3], 255);
}

TEST_F(GridWarps, WindowsBeyondEverySenseAreEmpty) {
  const auto reader = RasterReader::open(m_folder / "cog.tif", "EPSG:4547");
  ASSERT_TRUE(reader);
  for (const double far_m : {3e7, 1e9, 1e15}) {
    const auto read = reader->readValues({far_m, far_m, far_m * 1.5, far_m * 1.5}, 40, 40);
    ASSERT_TRUE(read) << far_m;
    EXPECT_TRUE(std::ranges::all_of(read->values, [](float v) { return std::isnan(v); })) << far_m;
  }
  const auto all = reader->readValues({-3e7, -3e7, 3e7, 3e7}, 64, 64);
  ASSERT_TRUE(all);
}

TEST_F(GridWarps, StopsWhenCancelled) {
  const auto reader = RasterReader::open(m_folder / "plain.tif", "EPSG:4547");
  ASSERT_TRUE(reader);
  const CancelToken cancel = CancelToken::create();
  cancel.cancel();
  const auto read = reader->readValues(reader->extent(), 100, 100, 1, cancel);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kCancelled);
}

}  // namespace gis
