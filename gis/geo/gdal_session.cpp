// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/gdal_session.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <ogr_srs_api.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <mutex>

namespace gis {

namespace {

constexpr std::size_t kMostMessages = 20;

// A local file must never make the program wait for a server, so drivers that ask one are taken out. That of tile
// services stays: it also reads tiles that are kept on the disk, and openGdal() lets nothing else through.
constexpr std::array kNetworkDrivers = {
    "WMTS", "WCS",      "WFS",      "OAPIF", "OGCAPI",        "STACIT", "CSW",        "HTTP",    "EEDA",    "EEDAI",
    "DAAS", "PLMOSAIC", "PLSCENES", "NGW",   "Elasticsearch", "Carto",  "AmigoCloud", "CouchDB", "Cloudant"};

// A description of tiles that would be asked of a server.
bool asksAServer(const std::filesystem::path& file) {
  constexpr std::size_t kEnough = 4096;
  std::string text(kEnough, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return text.find("<GDAL_WMS") != std::string::npos && text.find("<OfflineMode>true<") == std::string::npos;
}

void collect(CPLErr severity, CPLErrorNum number, const char* message) {
  if (auto* session = static_cast<GdalSession*>(CPLGetErrorHandlerUserData())) session->note(severity, number, message);
}

void registerOnce() {
  static std::once_flag once;
  std::call_once(once, [] {
    CPLSetErrorHandler(CPLQuietErrorHandler);      // GDAL's own worker threads
    CPLSetConfigOption("GDAL_HTTP_TIMEOUT", "3");  // for what a file names by address
    CPLSetConfigOption("GDAL_HTTP_CONNECTTIMEOUT", "2");
    // GDAL would take a twentieth of the machine's memory; the map keeps what it made from blocks itself.
    GDALSetCacheMax64(GIntBig{64} << 20);
    GDALAllRegister();
    for (const char* name : kNetworkDrivers)
      if (const GDALDriverH driver = GDALGetDriverByName(name)) {
        GDALDeregisterDriver(driver);
        GDALDestroyDriver(driver);  // nobody else owns it any more
      }
  });
}

}  // namespace

GdalSession::GdalSession() {
  registerOnce();
  CPLPushErrorHandlerEx(collect, this);
  CPLErrorReset();
}

GdalSession::~GdalSession() { CPLPopErrorHandler(); }

void GdalSession::note(int severity, int number, const char* message) {
  if (number == CPLE_OutOfMemory) m_out_of_memory = true;
  std::vector<std::string>* list = severity >= CE_Failure ? &m_errors : severity == CE_Warning ? &m_warnings : nullptr;
  if (list && list->size() < kMostMessages) list->emplace_back(message);
}

std::string GdalSession::errorText() const {
  std::string text;
  for (const std::string& error : m_errors) text += (text.empty() ? "" : "; ") + error;
  return text;
}

void GdalSession::clear() {
  m_errors.clear();
  m_warnings.clear();
  m_out_of_memory = false;
  CPLErrorReset();
}

Result<GdalDataset> openGdal(const std::filesystem::path& path, SourceKind kind, GdalSession& session,
                             const char* const* open_options) {
  const std::string name = path.string();
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (status.type() == std::filesystem::file_type::not_found) return fail(ErrorCode::kNotFound, name);
  if (failed == std::errc::too_many_symbolic_link_levels)
    return fail(ErrorCode::kNotFound, name, "a link that leads back to itself");
  // Opening a pipe would wait for a writer for ever.
  if (status.type() == std::filesystem::file_type::fifo || status.type() == std::filesystem::file_type::socket)
    return fail(ErrorCode::kUnsupportedFormat, name, "not a regular file");
  if (::access(path.c_str(), R_OK) != 0) return fail(ErrorCode::kPermissionDenied, name);
  if (status.type() == std::filesystem::file_type::regular && std::filesystem::file_size(path, failed) == 0 && !failed)
    return fail(ErrorCode::kEmptyFile, name);
  if (status.type() == std::filesystem::file_type::regular && asksAServer(path))
    return fail(ErrorCode::kUnsupportedFormat, name, "it describes a map of the network");
  session.clear();
  unsigned flags = GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
  if (kind != SourceKind::kRaster) flags |= GDAL_OF_VECTOR;
  if (kind != SourceKind::kVector) flags |= GDAL_OF_RASTER;
  GdalDataset dataset(GDALOpenEx(name.c_str(), flags, nullptr, open_options, nullptr));
  if (dataset && kind == SourceKind::kRaster && endsBeforeLastBlock(dataset.get(), path))
    return fail(ErrorCode::kDamagedFile, name, "the file ends before its last block");
  if (dataset) return dataset;
  const std::string text = session.errorText();
  // An SQLite file that is no GeoPackage is whole, only of another kind.
  const bool unknown = text.empty() || text.find("not recognized as") != std::string::npos ||
                       text.find("required GeoPackage tables") != std::string::npos;
  return fail(unknown ? ErrorCode::kUnsupportedFormat : ErrorCode::kDamagedFile, name, text);
}

bool endsBeforeLastBlock(GDALDatasetH dataset, const std::filesystem::path& path) {
  const GDALDriverH driver = GDALGetDatasetDriver(dataset);
  if (!driver || std::string_view(GDALGetDriverShortName(driver)) != "GTiff" || GDALGetRasterCount(dataset) < 1)
    return false;
  const GDALRasterBandH band = GDALGetRasterBand(dataset, GDALGetRasterCount(dataset));
  int width = 0;
  int height = 0;
  GDALGetBlockSize(band, &width, &height);
  if (width <= 0 || height <= 0) return false;
  const std::string block =
      fmt::format("{}_{}", (GDALGetRasterBandXSize(band) - 1) / width, (GDALGetRasterBandYSize(band) - 1) / height);
  const auto fact = [&](const char* what) -> unsigned long long {
    const char* text = GDALGetMetadataItem(band, (what + block).c_str(), "TIFF");
    return text ? std::strtoull(text, nullptr, 10) : 0;  // 0: a block that was never written
  };
  const unsigned long long end = fact("BLOCK_OFFSET_") + fact("BLOCK_SIZE_");
  std::error_code failed;
  const auto there = std::filesystem::file_size(path, failed);
  return !failed && end > there;
}

std::string crsText(void* spatial_reference) {
  if (!spatial_reference || OSRIsLocal(spatial_reference)) return {};
  const char* authority = OSRGetAuthorityName(spatial_reference, nullptr);
  const char* code = OSRGetAuthorityCode(spatial_reference, nullptr);
  if (authority && code) return std::string(authority) + ":" + code;

  int matches = 0;
  int* confidence = nullptr;
  OGRSpatialReferenceH* found = OSRFindMatches(spatial_reference, nullptr, &matches, &confidence);
  std::string text;
  if (matches > 0 && confidence[0] >= 90) {
    authority = OSRGetAuthorityName(found[0], nullptr);
    code = OSRGetAuthorityCode(found[0], nullptr);
    if (authority && code) text = std::string(authority) + ":" + code;
  }
  OSRFreeSRSArray(found);
  CPLFree(confidence);
  if (!text.empty()) return text;

  char* wkt = nullptr;
  const char* const options[] = {"FORMAT=WKT2_2018", nullptr};
  if (OSRExportToWktEx(spatial_reference, &wkt, options) == OGRERR_NONE && wkt) text = wkt;
  CPLFree(wkt);
  return text;
}

}  // namespace gis
