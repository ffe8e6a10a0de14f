// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/overview_cache.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_utils.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <vector>

#include "gis/geo/gdal_session.h"

namespace gis {
namespace {

constexpr double kMostCells = 25e6;
constexpr int kSmallestSide = 256;

// 64-bit FNV-1a (Fowler, Noll, Vo): not for secrets, only to tell files apart.
class Fingerprint {
 public:
  void add(const void* bytes, std::size_t count) {
    const auto* at = static_cast<const unsigned char*>(bytes);
    for (std::size_t i = 0; i < count; ++i) m_hash = (m_hash ^ at[i]) * 0x100000001b3ULL;
  }
  std::uint64_t value() const { return m_hash; }

 private:
  std::uint64_t m_hash = 0xcbf29ce484222325ULL;
};

std::optional<std::filesystem::path> placeOf(const std::filesystem::path& file, const std::filesystem::path& folder) {
  std::error_code failed;
  const std::string name = std::filesystem::absolute(file, failed).lexically_normal().string();
  const auto size = std::filesystem::file_size(file, failed);
  if (failed) return std::nullopt;
  const auto changed = std::filesystem::last_write_time(file, failed).time_since_epoch().count();
  Fingerprint print;
  print.add(name.data(), name.size());
  print.add(&size, sizeof size);
  print.add(&changed, sizeof changed);
  constexpr std::size_t kEndBytes = std::size_t{64} << 10;
  std::vector<char> bytes(std::min<std::size_t>(kEndBytes, size));
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  print.add(bytes.data(), static_cast<std::size_t>(in.gcount()));
  in.seekg(-static_cast<std::streamoff>(bytes.size()), std::ios::end);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  print.add(bytes.data(), static_cast<std::size_t>(in.gcount()));
  return folder / fmt::format("{:016x}.vrt", print.value());
}

std::filesystem::path overviewsOf(const std::filesystem::path& virtual_file) { return virtual_file.string() + ".ovr"; }

struct Watch {
  const CancelToken& cancel;
  const Progress& progress;
};
int CPL_STDCALL onProgress(double done_ratio, const char*, void* data) {
  const auto& watch = *static_cast<const Watch*>(data);
  if (watch.progress) watch.progress(done_ratio);
  return watch.cancel.cancelled() ? FALSE : TRUE;
}

// Settings of GDAL that hold for this thread while it lives.
class ThreadOption {
 public:
  ThreadOption(const char* key, const char* value) : m_key(key) { CPLSetThreadLocalConfigOption(key, value); }
  ~ThreadOption() { CPLSetThreadLocalConfigOption(m_key, nullptr); }
  ThreadOption(const ThreadOption&) = delete;
  ThreadOption& operator=(const ThreadOption&) = delete;

 private:
  const char* m_key;
};

ErrorCode overviewFailure(const std::filesystem::path& folder, double bytes) {
  std::error_code failed;
  if (::access(folder.c_str(), W_OK) != 0) return ErrorCode::kPermissionDenied;
  const auto space = std::filesystem::space(folder, failed);
  return !failed && static_cast<double>(space.available) < bytes ? ErrorCode::kDiskFull : ErrorCode::kIoFailed;
}

}  // namespace

bool wantsOverviews(const RasterInfo& info) {
  double smallest = static_cast<double>(info.columns) * info.rows;
  for (const auto& [columns, rows] : info.overview_sizes)
    smallest = std::min(smallest, static_cast<double>(columns) * rows);
  return info.placed && smallest > kMostCells;
}

std::optional<std::filesystem::path> cachedOverviews(const std::filesystem::path& file,
                                                     const std::filesystem::path& folder) {
  const auto place = placeOf(file, folder);
  std::error_code failed;
  if (!place || !std::filesystem::exists(*place, failed) || !std::filesystem::exists(overviewsOf(*place), failed))
    return std::nullopt;
  return place;
}

Result<std::filesystem::path> buildOverviews(const std::filesystem::path& file, const std::filesystem::path& folder,
                                             const CancelToken& cancel, const Progress& progress) {
  GdalSession session;
  auto source = openGdal(file, SourceKind::kRaster, session);
  if (!source) return std::unexpected(source.error());
  const auto place = placeOf(file, folder);
  if (!place) return fail(ErrorCode::kNotFound, file.string());
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed || ::access(folder.c_str(), W_OK) != 0) return fail(ErrorCode::kPermissionDenied, folder.string());

  // Under another name first; whoever looks for it finds all of it or nothing.
  const std::filesystem::path partial = folder / fmt::format(".{}.{}.vrt", place->stem().string(), ::getpid());
  const auto forget = [&] {
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    std::filesystem::remove(overviewsOf(partial), ignored);
  };
  const int columns = GDALGetRasterXSize(source->get()), rows = GDALGetRasterYSize(source->get());
  const int bands = GDALGetRasterCount(source->get());
  const GDALRasterBandH band = GDALGetRasterBand(source->get(), 1);
  const bool classes = GDALGetRasterColorTable(band) != nullptr || GDALGetRasterCategoryNames(band) != nullptr;
  const double bytes =
      static_cast<double>(columns) * rows * bands * GDALGetDataTypeSizeBytes(GDALGetRasterDataType(band)) / 3;
  {
    // A virtual raster names its source by the whole path: the cache does not move with the file.
    const std::string name = std::filesystem::absolute(file, failed).string();
    const GdalDataset whole(GDALOpen(name.c_str(), GA_ReadOnly));
    const GdalDataset made(whole ? GDALCreateCopy(GDALGetDriverByName("VRT"), partial.c_str(), whole.get(), FALSE,
                                                  nullptr, nullptr, nullptr)
                                 : nullptr);
    if (!made) {
      forget();
      return fail(overviewFailure(folder, bytes), folder.string(), session.errorText());
    }
  }
  std::vector<int> factors;
  for (int factor = 2; std::max(columns, rows) / factor >= kSmallestSide; factor *= 2) factors.push_back(factor);
  CPLErr built = CE_Failure;
  {
    const ThreadOption compress("COMPRESS_OVERVIEW", "DEFLATE"), level("ZLEVEL_OVERVIEW", "1"),
        predictor("PREDICTOR_OVERVIEW", "2"), big("BIGTIFF_OVERVIEW", "IF_SAFER");
    const GdalDataset target(GDALOpen(partial.c_str(), GA_ReadOnly));
    Watch watch{cancel, progress};
    if (target)
      built = GDALBuildOverviews(target.get(), classes ? "NEAREST" : "AVERAGE", static_cast<int>(factors.size()),
                                 factors.data(), 0, nullptr, onProgress, &watch);
  }  // flushed here; a full disk shows only now
  if (cancel.cancelled()) {
    forget();
    return fail(ErrorCode::kCancelled, file.string());
  }
  if (built != CE_None || !session.errors().empty() || !std::filesystem::exists(overviewsOf(partial), failed)) {
    forget();
    return fail(overviewFailure(folder, bytes), folder.string(), session.errorText());
  }
  // The overviews first: without the virtual raster nobody sees them.
  std::filesystem::rename(overviewsOf(partial), overviewsOf(*place), failed);
  if (!failed) std::filesystem::rename(partial, *place, failed);
  if (failed) {
    forget();
    return fail(ErrorCode::kIoFailed, folder.string(), failed.message());
  }
  return *place;
}

}  // namespace gis
