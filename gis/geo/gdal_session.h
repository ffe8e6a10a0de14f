// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gdal.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis {

struct GdalDatasetClose {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
using GdalDataset = std::unique_ptr<void, GdalDatasetClose>;  // GDALDatasetH is void*

// While it lives, what GDAL complains about on this thread is collected here instead of printed. Making the first one
// registers GDAL's drivers (once per process, thread-safe). Must be destroyed on the thread that made it, innermost
// first.
class GdalSession {
 public:
  GdalSession();
  ~GdalSession();
  GdalSession(const GdalSession&) = delete;
  GdalSession& operator=(const GdalSession&) = delete;

  // Errors so far, first ones first, joined by "; ". Empty when there was none.
  std::string errorText() const;
  const std::vector<std::string>& errors() const { return m_errors; }
  const std::vector<std::string>& warnings() const { return m_warnings; }
  bool outOfMemory() const { return m_out_of_memory; }
  void clear();
  // For GDAL's own callback.
  void note(int severity, int number, const char* message);

 private:
  std::vector<std::string> m_errors;
  std::vector<std::string> m_warnings;
  bool m_out_of_memory = false;
};

enum class SourceKind { kVector, kRaster, kAny };

// Opens a file or folder for reading. Fails with kNotFound, kPermissionDenied, kEmptyFile, kUnsupportedFormat (no
// driver takes it) or kDamagedFile (a driver took it and gave up); subject is the path, detail GDAL's words.
Result<GdalDataset> openGdal(const std::filesystem::path& path, SourceKind kind, GdalSession& session,
                             const char* const* open_options = nullptr);

// True for a GeoTIFF that was cut off. Such a file opens and, with its overviews in front, even draws; the missing rows
// would be taken for land without data. Where its last block should end tells. openGdal(kRaster) refuses it.
bool endsBeforeLastBlock(GDALDatasetH dataset, const std::filesystem::path& path);

// The reference system of a layer or raster as text that PROJ reads: "EPSG:4490" where the authority is known, or found
// with certainty, else WKT 2. Empty for none or one without relation to the earth.
std::string crsText(void* spatial_reference);

}  // namespace gis
