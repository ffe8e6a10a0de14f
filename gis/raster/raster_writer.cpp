// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/raster_writer.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <ogr_srs_api.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "gis/geo/gdal_session.h"

namespace gis {

namespace {

struct WriterSrsDelete {
  void operator()(void* srs) const { OSRDestroySpatialReference(srs); }
};

// A view of the caller's cells as a GDAL dataset; nothing is copied.
GdalDataset wrap(std::span<const float> cells, int columns, int rows) {
  GdalDataset dataset(GDALCreate(GDALGetDriverByName("MEM"), "", columns, rows, 0, GDT_Float32, nullptr));
  if (!dataset) return dataset;
  std::array<char, 64> pointer{};
  CPLPrintPointer(pointer.data(), const_cast<float*>(cells.data()), static_cast<int>(pointer.size()) - 1);
  char** options = CSLSetNameValue(nullptr, "DATAPOINTER", pointer.data());
  const CPLErr added = GDALAddBand(dataset.get(), GDT_Float32, options);
  CSLDestroy(options);
  if (added != CE_None) dataset.reset();
  return dataset;
}

ErrorCode writeFailure(const std::filesystem::path& file, std::size_t bytes) {
  std::error_code failed;
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  if (!std::filesystem::exists(folder, failed)) return ErrorCode::kNotFound;
  if (::access(folder.c_str(), W_OK) != 0) return ErrorCode::kPermissionDenied;
  const auto space = std::filesystem::space(folder, failed);
  return !failed && space.available < bytes / 4 ? ErrorCode::kDiskFull : ErrorCode::kIoFailed;
}

}  // namespace

Result<void> writeDem(const std::filesystem::path& file, std::span<const float> elevation_m, int columns, int rows,
                      MapXY top_left, double cell_m, const std::string& crs) {
  const std::string name = file.string();
  if (columns <= 0 || rows <= 0 || !(cell_m > 0) || !std::isfinite(top_left.x_m) || !std::isfinite(top_left.y_m) ||
      elevation_m.size() != static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))
    return fail(ErrorCode::kInvalidArgument, name, fmt::format("{} x {} cells of {} m", columns, rows, cell_m));

  GdalSession session;
  const std::unique_ptr<void, WriterSrsDelete> srs(OSRNewSpatialReference(nullptr));
  if (OSRSetFromUserInput(srs.get(), crs.c_str()) != OGRERR_NONE)
    return fail(ErrorCode::kUnknownCrs, crs, session.errorText());
  const GdalDataset cells = wrap(elevation_m, columns, rows);
  if (!cells) return fail(ErrorCode::kIoFailed, name, session.errorText());
  std::array<double, 6> transform = {top_left.x_m, cell_m, 0, top_left.y_m, 0, -cell_m};
  GDALSetGeoTransform(cells.get(), transform.data());
  GDALSetSpatialRef(cells.get(), srs.get());
  GDALSetRasterNoDataValue(GDALGetRasterBand(cells.get(), 1), std::numeric_limits<double>::quiet_NaN());

  const std::filesystem::path partial = name + ".part";
  const char* const options[] = {"COMPRESS=DEFLATE", "LEVEL=1",       "PREDICTOR=YES",
                                 "BLOCKSIZE=512",    "NUM_THREADS=2", "OVERVIEW_RESAMPLING=AVERAGE",
                                 "BIGTIFF=IF_SAFER", nullptr};
  std::error_code ignored;
  GdalDataset written(
      GDALCreateCopy(GDALGetDriverByName("COG"), partial.c_str(), cells.get(), FALSE, options, nullptr, nullptr));
  const bool made = written != nullptr;
  written.reset();  // flushes; a full disk shows only now
  if (!made || !session.errors().empty()) {
    const ErrorCode code = writeFailure(file, elevation_m.size_bytes());
    std::filesystem::remove(partial, ignored);
    return fail(code, name, session.errorText());
  }
  std::error_code failed;
  std::filesystem::rename(partial, file, failed);
  if (failed) {
    std::filesystem::remove(partial, ignored);
    return fail(ErrorCode::kIoFailed, name, failed.message());
  }
  return {};
}

}  // namespace gis
