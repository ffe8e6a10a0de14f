// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/overview_cache.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "gis/raster/raster_reader.h"
#include "tests/layers/raster/raster_files.h"

namespace {

class OverviewCache : public raster_files::Folder {
 protected:
  std::filesystem::path raster(int side, double value) {
    raster_files::Plan plan;
    plan.columns = plan.rows = side;
    plan.creation = {"TILED=YES"};
    plan.nodata = -9999;
    plan.value = [value](int, int x, int y) { return x < 100 && y < 100 ? -9999.0 : value + x; };
    raster_files::writeGeoTiff(m_folder / "big.tif", plan);
    return m_folder / "big.tif";
  }
  std::size_t filesIn(const std::filesystem::path& folder) const {
    std::error_code failed;
    const std::filesystem::directory_iterator files(folder, failed);
    return failed ? 0 : static_cast<std::size_t>(std::distance(begin(files), end(files)));
  }
};

TEST_F(OverviewCache, OnlyBigRastersWithoutWantThem) {
  gis::RasterInfo info;
  info.placed = true;
  info.columns = info.rows = 4000;
  EXPECT_FALSE(gis::wantsOverviews(info));
  info.columns = 40000;
  EXPECT_TRUE(gis::wantsOverviews(info));
  info.overview_sizes = {{10000, 1000}};
  EXPECT_FALSE(gis::wantsOverviews(info));
  info.overview_sizes.clear();
  info.placed = false;
  EXPECT_FALSE(gis::wantsOverviews(info));
}

TEST_F(OverviewCache, ShowTheSameRasterInSmaller) {
  const auto file = raster(2000, 5);
  const auto folder = m_folder / "cache" / "overviews";
  EXPECT_FALSE(gis::cachedOverviews(file, folder));
  double reported = 0;
  const auto made = gis::buildOverviews(file, folder, {}, [&](double ratio) { reported = std::max(reported, ratio); });
  ASSERT_TRUE(made.has_value()) << made.error().detail;
  EXPECT_EQ(reported, 1);
  EXPECT_EQ(gis::cachedOverviews(file, folder), *made);
  EXPECT_EQ(filesIn(folder), 2U);
  EXPECT_FALSE(std::filesystem::exists(file.string() + ".ovr")) << "nothing beside the file";
  EXPECT_FALSE(std::filesystem::exists(file.string() + ".aux.xml"));

  const auto plain = gis::RasterReader::open(file, "EPSG:4547"), quick = gis::RasterReader::open(*made, "EPSG:4547");
  ASSERT_TRUE(plain.has_value() && quick.has_value());
  EXPECT_TRUE(plain->info().overview_sizes.empty());
  EXPECT_GE(quick->info().overview_sizes.size(), 2U);
  EXPECT_EQ(plain->extent(), quick->extent());
  const auto a = plain->readValues(plain->extent(), 50, 50), b = quick->readValues(plain->extent(), 50, 50);
  ASSERT_TRUE(a.has_value() && b.has_value());
  for (std::size_t i = 0; i < a->values.size(); ++i) {
    EXPECT_EQ(std::isnan(a->values[i]), std::isnan(b->values[i])) << i;
    if (!std::isnan(a->values[i])) {
      EXPECT_NEAR(a->values[i], b->values[i], 8) << i;
    }
  }
}

TEST_F(OverviewCache, AChangedFileFindsNone) {
  const auto folder = m_folder / "cache";
  const auto file = raster(600, 5);
  ASSERT_TRUE(gis::buildOverviews(file, folder).has_value());
  raster(600, 6);
  std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) + std::chrono::seconds(2));
  EXPECT_FALSE(gis::cachedOverviews(file, folder));
  std::filesystem::remove(file);
  EXPECT_FALSE(gis::cachedOverviews(file, folder));
  EXPECT_EQ(gis::buildOverviews(file, folder).error().code, gis::ErrorCode::kNotFound);
}

TEST_F(OverviewCache, CancelledOrImpossibleLeavesNothing) {
  const auto folder = m_folder / "cache";
  const auto file = raster(1500, 5);
  const gis::CancelToken cancel = gis::CancelToken::create();
  const auto stopped = gis::buildOverviews(file, folder, cancel, [&](double) { cancel.cancel(); });
  ASSERT_FALSE(stopped.has_value());
  EXPECT_EQ(stopped.error().code, gis::ErrorCode::kCancelled);
  EXPECT_EQ(filesIn(folder), 0U);
  // A file stands where the folder should be.
  EXPECT_EQ(gis::buildOverviews(file, file / "cache").error().code, gis::ErrorCode::kPermissionDenied);
}

}  // namespace
