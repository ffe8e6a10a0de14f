// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis {

// A base map that a server hands out in tiles of 256 pixels in web Mercator (XYZ, TMS, WMTS): an address with {z}, {x}
// and {y}, or {-y} where rows count from the south. What was fetched is kept on the disk, and drawing reads nothing but
// what is kept: no picture ever waits for a server.
struct OnlineMap {
  std::string title;
  std::string address;
  int finest_zoom = 18;
  friend bool operator==(const OnlineMap&, const OnlineMap&) = default;
};

// The ending of the files in basemaps/ that name one.
inline constexpr std::string_view kOnlineMapEnding = ".online.xml";
bool isOnlineMapFile(const std::filesystem::path& file);

// Fails with kInvalidArgument and says what is missing: a title that can be a file's name, http or https, {z}, {x},
// {y}.
Result<OnlineMap> checkOnlineMap(OnlineMap map);
// The maps of a WMTS capabilities document (OGC 07-057r7) that come in web Mercator. Fails with kDamagedFile,
// kNoData when there is none.
Result<std::vector<OnlineMap>> onlineMapsOfWmts(const std::string& capabilities);
// Asks a server for its capabilities. Waits for it a few seconds at most. Fails with kIoFailed.
Result<std::string> fetchCapabilities(const std::string& address);

// Writes the file that names the map, a service description that other programs with GDAL read, too. Fails with
// kAlreadyExists and as writing does.
Result<std::filesystem::path> writeOnlineMap(const OnlineMap& map, const std::filesystem::path& basemaps_folder);
Result<OnlineMap> readOnlineMap(const std::filesystem::path& file);
// A file that RasterReader opens and that never asks the network: what is not kept in `cache_folder` stays empty.
Result<std::filesystem::path> keptOnlineMap(const std::filesystem::path& file,
                                            const std::filesystem::path& cache_folder);

// What fetching came to.
struct FetchedTiles {
  int wanted = 0;
  int fetched = 0;  // those that were not there before
};
// Sees to it that the tiles of a box (degrees) for a resolution on the ground are kept. At most 600 tiles; the server
// is waited for a few seconds at most, and left alone after the first tile that it does not answer for: kIoFailed with
// GDAL's words. Polls `cancel` between tiles.
Result<FetchedTiles> fetchOnlineTiles(const std::filesystem::path& file, const std::filesystem::path& cache_folder,
                                      const LonLatBox& box, double ground_m_per_px, const CancelToken& cancel = {});

}  // namespace gis
