// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/raster_info.h"

#include <gdal.h>

#include <algorithm>
#include <cmath>

#include "gis/geo/gdal_session.h"

namespace gis {

namespace {

constexpr int kMostBands = 32;

RasterBandInfo describeBand(GDALRasterBandH band) {
  RasterBandInfo info;
  info.type = GDALGetDataTypeName(GDALGetRasterDataType(band));
  info.interpretation = GDALGetColorInterpretationName(GDALGetRasterColorInterpretation(band));
  int has = 0;
  const double nodata = GDALGetRasterNoDataValue(band, &has);
  if (has) info.nodata = nodata;
  info.scale_ratio = GDALGetRasterScale(band, &has);
  if (!has) info.scale_ratio = 1;
  info.value_offset = GDALGetRasterOffset(band, &has);
  if (!has) info.value_offset = 0;
  return info;
}

}  // namespace

RasterInfo describeRaster(void* dataset) {
  RasterInfo info;
  if (const GDALDriverH driver = GDALGetDatasetDriver(dataset)) info.driver = GDALGetDriverShortName(driver);
  info.columns = GDALGetRasterXSize(dataset);
  info.rows = GDALGetRasterYSize(dataset);
  info.band_count = GDALGetRasterCount(dataset);
  for (int i = 1; i <= std::min(info.band_count, kMostBands); ++i)
    if (const GDALRasterBandH band = GDALGetRasterBand(dataset, i)) info.bands.push_back(describeBand(band));
  if (info.band_count > 0)
    if (const GDALRasterBandH band = GDALGetRasterBand(dataset, 1))
      for (int i = 0; i < GDALGetOverviewCount(band); ++i)
        if (const GDALRasterBandH overview = GDALGetOverview(band, i))
          info.overview_sizes.push_back({GDALGetRasterBandXSize(overview), GDALGetRasterBandYSize(overview)});
  info.crs = crsText(GDALGetSpatialRef(dataset));
  if (info.crs.empty()) info.crs = crsText(GDALGetGCPSpatialRef(dataset));

  std::array<double, 6> t{};
  if (GDALGetGeoTransform(dataset, t.data()) == CE_None &&
      std::ranges::all_of(t, [](double v) { return std::isfinite(v); })) {
    info.placed = true;
    info.rotated = t[2] != 0 || t[4] != 0;
    info.cell_width = std::hypot(t[1], t[4]);
    info.cell_height = std::hypot(t[2], t[5]);
    MapBox box;
    for (const double column : {0.0, static_cast<double>(info.columns)})
      for (const double row : {0.0, static_cast<double>(info.rows)})
        box.add(MapXY{t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5]});
    if (!box.empty() && std::isfinite(box.width_m())) info.extent = box;
  } else if (GDALGetGCPCount(dataset) > 0 || GDALGetMetadata(dataset, "RPC")) {
    info.placed = true;
    MapBox box;
    const GDAL_GCP* points = GDALGetGCPs(dataset);
    for (int i = 0; i < GDALGetGCPCount(dataset); ++i) box.add(MapXY{points[i].dfGCPX, points[i].dfGCPY});
    if (!box.empty()) info.extent = box;
  }
  return info;
}

}  // namespace gis
