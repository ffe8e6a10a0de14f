// SPDX-License-Identifier: GPL-3.0-or-later
#include <cpl_string.h>
#include <gdal.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <vector>

#include "gis/geo/gdal_session.h"
#include "gis/raster/raster_reader.h"

namespace gis {
namespace {

constexpr int kHugeSide = 52'000;  // cells of four bytes: 10.8 GB, of which the disk holds what was written
constexpr double kCell_m = 2, kWest_m = 380'000, kNorth_m = 4'100'000;

long peakMiB() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// A sparse GeoTIFF with one square of 512 cells in its middle that holds 7.
std::filesystem::path makeHuge() {
  const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("fengsui-huge-" + std::to_string(::getpid()) + ".tif");
  GdalSession session;
  const char* const options[] = {"SPARSE_OK=TRUE", "TILED=YES", "BIGTIFF=YES", nullptr};
  const GdalDataset made(GDALCreate(GDALGetDriverByName("GTiff"), file.c_str(), kHugeSide, kHugeSide, 1, GDT_Float32,
                                    const_cast<char**>(options)));
  std::array<double, 6> transform = {kWest_m, kCell_m, 0, kNorth_m, 0, -kCell_m};
  GDALSetGeoTransform(made.get(), transform.data());
  GDALSetProjection(made.get(), "EPSG:4547");
  const GDALRasterBandH band = GDALGetRasterBand(made.get(), 1);
  GDALSetRasterNoDataValue(band, -1);
  std::vector<float> square(512 * 512, 7.0F);
  const CPLErr written = GDALRasterIO(band, GF_Write, kHugeSide / 2 - 256, kHugeSide / 2 - 256, 512, 512, square.data(),
                                      512, 512, GDT_Float32, 0, 0);
  EXPECT_EQ(written, CE_None);
  return file;
}

TEST(HugeRaster, TenGigabytesAreShownWithoutBeingLoaded) {
  const std::filesystem::path file = makeHuge();
  ASSERT_GT(std::uintmax_t{kHugeSide} * kHugeSide * sizeof(float), 10'000'000'000U);
  const long before_mib = peakMiB();
  const auto reader = RasterReader::open(file, "EPSG:4547");
  ASSERT_TRUE(reader.has_value());
  const double middle_x_m = kWest_m + kHugeSide / 2 * kCell_m, middle_y_m = kNorth_m - kHugeSide / 2 * kCell_m;
  const auto about = [&](double half_m) {
    return MapBox{middle_x_m - half_m, middle_y_m - half_m, middle_x_m + half_m, middle_y_m + half_m};
  };
  const auto near = reader->readValues(about(256), 256, 256);
  ASSERT_TRUE(near.has_value());
  EXPECT_EQ(near->values[128 * 256 + 128], 7.0F);
  const auto edge = reader->readValues(about(1024), 256, 256);
  ASSERT_TRUE(edge.has_value());
  EXPECT_TRUE(std::isnan(edge->values[0])) << "what was never written is nothing";
  const auto whole = reader->readValues(reader->extent(), 512, 512);
  ASSERT_TRUE(whole.has_value());
  EXPECT_TRUE(std::isnan(whole->values[0]));
  EXPECT_EQ(whole->values[256 * 512 + 256], 7.0F) << "a square of five pixels";
  EXPECT_LT(peakMiB() - before_mib, 300);
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace gis
