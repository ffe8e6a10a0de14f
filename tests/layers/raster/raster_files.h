// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gdal.h>
#include <gdal_utils.h>
#include <gtest/gtest.h>
#include <ogr_srs_api.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gis/geo/gdal_session.h"

// Small rasters of any type, made by GDAL as foreign programs make them.
namespace raster_files {

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    m_folder = std::filesystem::temp_directory_path() / ("fengsui_blocks_" + std::to_string(::getpid()) + "_" +
                                                         testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(m_folder);
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }
  std::filesystem::path m_folder;
};

struct Plan {
  int columns = 512, rows = 512;
  int bands = 1;
  GDALDataType type = GDT_Float32;
  double left = 500000, top = 4000000, cell = 30;
  int epsg = 4547;
  std::optional<double> nodata;
  std::vector<const char*> creation;                    // driver options
  std::function<double(int band, int x, int y)> value;  // band counts from 1
};

inline void writeGeoTiff(const std::filesystem::path& file, const Plan& plan) {
  const gis::GdalSession session;
  std::vector<const char*> options = plan.creation;
  options.push_back(nullptr);
  const gis::GdalDataset dataset(GDALCreate(GDALGetDriverByName("GTiff"), file.c_str(), plan.columns, plan.rows,
                                            plan.bands, plan.type, const_cast<char**>(options.data())));
  ASSERT_TRUE(dataset) << session.errorText();
  double transform[] = {plan.left, plan.cell, 0, plan.top, 0, -plan.cell};
  GDALSetGeoTransform(dataset.get(), transform);
  OGRSpatialReferenceH srs = OSRNewSpatialReference(nullptr);
  OSRImportFromEPSG(srs, plan.epsg);
  GDALSetSpatialRef(dataset.get(), srs);
  OSRDestroySpatialReference(srs);
  for (int band = 1; band <= plan.bands; ++band) {
    const GDALRasterBandH handle = GDALGetRasterBand(dataset.get(), band);
    if (plan.nodata) GDALSetRasterNoDataValue(handle, *plan.nodata);
    std::vector<double> line(static_cast<std::size_t>(plan.columns));
    for (int y = 0; y < plan.rows; ++y) {
      for (int x = 0; x < plan.columns; ++x) line[static_cast<std::size_t>(x)] = plan.value(band, x, y);
      ASSERT_EQ(GDALRasterIO(handle, GF_Write, 0, y, plan.columns, 1, line.data(), plan.columns, 1, GDT_Float64, 0, 0),
                CE_None);
    }
  }
}

// gdal_translate and, for drivers that keep them, gdaladdo.
inline void translate(const std::filesystem::path& from, const std::filesystem::path& to,
                      std::vector<const char*> arguments, std::vector<int> overviews = {}) {
  const gis::GdalSession session;
  const gis::GdalDataset source(GDALOpen(from.c_str(), GA_ReadOnly));
  arguments.push_back(nullptr);
  GDALTranslateOptions* options = GDALTranslateOptionsNew(const_cast<char**>(arguments.data()), nullptr);
  gis::GdalDataset made(GDALTranslate(to.c_str(), source.get(), options, nullptr));
  GDALTranslateOptionsFree(options);
  ASSERT_TRUE(made) << session.errorText();
  if (overviews.empty()) return;
  made.reset(GDALOpenEx(to.c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
  ASSERT_TRUE(made) << session.errorText();
  ASSERT_EQ(GDALBuildOverviews(made.get(), "AVERAGE", static_cast<int>(overviews.size()), overviews.data(), 0, nullptr,
                               nullptr, nullptr),
            CE_None)
      << session.errorText();
}

}  // namespace raster_files
