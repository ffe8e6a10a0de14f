// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/online_map.h"

#include <cpl_http.h>
#include <cpl_minixml.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <memory>
#include <numbers>
#include <optional>

#include "gis/geo/gdal_session.h"

namespace gis {

namespace {

constexpr int kTileSide_px = 256, kMostTiles = 600, kTimeout_s = 5, kFinestZoom = 22;
// Half the side of the web Mercator square: pi times the equatorial radius of WGS 84 (EPSG:3857, IOGP 373-7-2).
constexpr double kEarthRadius_m = 6378137, kHalfSide_m = kEarthRadius_m * std::numbers::pi;
constexpr double kMostLatitude_deg = 85.05;

struct XmlDelete {
  void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};
using Xml = std::unique_ptr<CPLXMLNode, XmlDelete>;

std::string escaped(const std::string& text) {
  char* made = CPLEscapeString(text.c_str(), -1, CPLES_XML);
  std::string answer = made ? made : "";
  CPLFree(made);
  return answer;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

enum class Network { kNever, kAsked };

// GDAL's service description of tiles (gdal.org, drivers/raster/wms, minidriver TMS). What is kept is never cleaned up:
// it is the map when there is no network.
std::string description(const OnlineMap& map, Network network, const std::filesystem::path& kept) {
  std::string address = map.address;
  const bool from_south = address.find("{-y}") != std::string::npos;
  replaceAll(address, "{z}", "${z}");
  replaceAll(address, "{x}", "${x}");
  replaceAll(address, from_south ? "{-y}" : "{y}", "${y}");
  std::string cache;
  if (!kept.empty())
    cache = fmt::format(
        "<Cache><Path>{}</Path><Depth>2</Depth><Unique>False</Unique><Expires>2000000000</Expires><MaxSize>2000000000</"
        "MaxSize><CleanTimeout>0</CleanTimeout>"
        "</Cache>",
        escaped(kept.string()));
  return fmt::format(
      "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>{}</ServerUrl></Service><DataWindow><UpperLeftX>{:.4f}</UpperLeftX>"
      "<UpperLeftY>{:.4f}</UpperLeftY><LowerRightX>{:.4f}</LowerRightX><LowerRightY>{:.4f}</LowerRightY>"
      "<TileLevel>{}</TileLevel><TileCountX>1</TileCountX><TileCountY>1</TileCountY><YOrigin>{}</YOrigin></DataWindow>"
      "<Projection>EPSG:3857</Projection><BlockSizeX>{}</BlockSizeX><BlockSizeY>{}</BlockSizeY><BandsCount>4</"
      "BandsCount>"
      "<Timeout>{}</Timeout><MaxConnections>2</MaxConnections><UserAgent>Fengsui</UserAgent>"
      "<ZeroBlockHttpCodes>204,404</ZeroBlockHttpCodes><OfflineMode>{}</OfflineMode>{}</GDAL_WMS>",
      escaped(address), -kHalfSide_m, kHalfSide_m, kHalfSide_m, -kHalfSide_m, map.finest_zoom,
      from_south ? "bottom" : "top", kTileSide_px, kTileSide_px, kTimeout_s,
      network == Network::kNever ? "true" : "false", cache);
}

std::filesystem::path keptFolder(const std::filesystem::path& file, const std::filesystem::path& cache_folder) {
  return cache_folder / "online" / file.stem().stem();
}

std::size_t filesIn(const std::filesystem::path& folder) {
  std::size_t count = 0;
  std::error_code failed;
  for (std::filesystem::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
       at.increment(failed))
    if (at->is_regular_file(failed)) ++count;
  return count;
}

Result<void> write(const std::filesystem::path& file, const std::string& text) {
  std::error_code ignored;  // opening will say it
  std::filesystem::create_directories(file.parent_path(), ignored);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  return out ? Result<void>{} : fail(ErrorCode::kPermissionDenied, file.string());
}

std::string child(const CPLXMLNode* node, const char* path) {
  return CPLGetXMLValue(const_cast<CPLXMLNode*>(node), path, "");
}

// Level numbers of web Mercator are 0, 1, 2 ...; some servers put a word before them.
struct MatrixSet {
  std::string name;
  std::string prefix;
  int finest_zoom = 0;
};

std::optional<MatrixSet> mercatorSet(const CPLXMLNode* set) {
  const std::string crs = child(set, "SupportedCRS");
  if (crs.find("3857") == std::string::npos && crs.find("900913") == std::string::npos) return std::nullopt;
  MatrixSet found{child(set, "Identifier"), {}, -1};
  for (const CPLXMLNode* at = set->psChild; at; at = at->psNext) {
    if (at->eType != CXT_Element || std::string_view(at->pszValue) != "TileMatrix") continue;
    const std::string id = child(at, "Identifier");
    const std::size_t digits = id.find_last_not_of("0123456789");
    const std::string prefix = digits == std::string::npos ? "" : id.substr(0, digits + 1);
    if (prefix.size() == id.size() || (found.finest_zoom >= 0 && prefix != found.prefix)) return std::nullopt;
    found.prefix = prefix;
    found.finest_zoom = std::max(found.finest_zoom, std::atoi(id.c_str() + prefix.size()));
  }
  if (found.finest_zoom < 0) return std::nullopt;
  found.finest_zoom = std::min(found.finest_zoom, kFinestZoom);
  return found;
}

}  // namespace

bool isOnlineMapFile(const std::filesystem::path& file) { return file.string().ends_with(kOnlineMapEnding); }

Result<OnlineMap> checkOnlineMap(OnlineMap map) {
  const auto bad = [&](const char* why) { return fail(ErrorCode::kInvalidArgument, map.address, why); };
  if (map.title.empty() || map.title.front() == '.' || map.title.find_first_of("/\\:,") != std::string::npos)
    return fail(ErrorCode::kInvalidArgument, map.title, "a title without / \\ : and , is expected");
  if (!map.address.starts_with("http://") && !map.address.starts_with("https://"))
    return bad("an address that begins with http:// or https:// is expected");
  for (const char* part : {"{z}", "{x}"})
    if (map.address.find(part) == std::string::npos) return bad("an address with {z}, {x} and {y} is expected");
  if (map.address.find("{y}") == std::string::npos && map.address.find("{-y}") == std::string::npos)
    return bad("an address with {z}, {x} and {y} is expected");
  if (map.finest_zoom < 1 || map.finest_zoom > kFinestZoom) return bad("a finest level from 1 to 22 is expected");
  return map;
}

Result<std::vector<OnlineMap>> onlineMapsOfWmts(const std::string& capabilities) {
  GdalSession session;
  const Xml parsed(CPLParseXMLString(capabilities.c_str()));
  if (!parsed) return fail(ErrorCode::kDamagedFile, "WMTS", session.errorText());
  CPLStripXMLNamespace(parsed.get(), nullptr, TRUE);
  const CPLXMLNode* root = CPLGetXMLNode(parsed.get(), "=Capabilities");
  const CPLXMLNode* contents = root ? CPLGetXMLNode(const_cast<CPLXMLNode*>(root), "Contents") : nullptr;
  if (!contents) return fail(ErrorCode::kDamagedFile, "WMTS", "no capabilities of a tile service");
  std::vector<MatrixSet> sets;
  for (const CPLXMLNode* at = contents->psChild; at; at = at->psNext)
    if (at->eType == CXT_Element && std::string_view(at->pszValue) == "TileMatrixSet")
      if (auto set = mercatorSet(at)) sets.push_back(std::move(*set));
  // Where tiles are asked for by key and value.
  std::string by_key;
  const CPLXMLNode* operations = CPLGetXMLNode(const_cast<CPLXMLNode*>(root), "OperationsMetadata");
  for (const CPLXMLNode* at = operations ? operations->psChild : nullptr; at; at = at->psNext)
    if (at->eType == CXT_Element && child(at, "name") == "GetTile") by_key = child(at, "DCP.HTTP.Get.href");

  std::vector<OnlineMap> maps;
  for (const CPLXMLNode* layer = contents->psChild; layer; layer = layer->psNext) {
    if (layer->eType != CXT_Element || std::string_view(layer->pszValue) != "Layer") continue;
    const std::string id = child(layer, "Identifier"), title = child(layer, "Title");
    std::string style = child(layer, "Style.Identifier"), format = child(layer, "Format"), address;
    const MatrixSet* set = nullptr;
    for (const CPLXMLNode* at = layer->psChild; at; at = at->psNext) {
      if (at->eType != CXT_Element) continue;
      const std::string_view name = at->pszValue;
      if (name == "TileMatrixSetLink") {
        const auto known = std::ranges::find(sets, child(at, "TileMatrixSet"), &MatrixSet::name);
        if (known != sets.end() && !set) set = &*known;
      }
      if (name == "ResourceURL" && child(at, "resourceType") == "tile" && address.empty())
        address = child(at, "template");
    }
    if (!set) continue;
    if (address.empty() && !by_key.empty()) {
      const char joint = by_key.ends_with('?') || by_key.ends_with('&') ? '\0'
                         : by_key.find('?') == std::string::npos        ? '?'
                                                                        : '&';
      if (joint) by_key += joint;
      address = by_key + "SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=" + id + "&STYLE=" + style +
                "&FORMAT=" + (format.empty() ? "image/png" : format) +
                "&TILEMATRIXSET={TileMatrixSet}&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}";
    }
    replaceAll(address, "{TileMatrixSet}", set->name);
    replaceAll(address, "{TileMatrix}", set->prefix + "{z}");
    replaceAll(address, "{TileRow}", "{y}");
    replaceAll(address, "{TileCol}", "{x}");
    for (const char* word : {"{Style}", "{style}"}) replaceAll(address, word, style);
    OnlineMap map{title.empty() ? id : title, address, set->finest_zoom};
    std::ranges::replace_if(
        map.title, [](char c) { return c == '/' || c == '\\' || c == ':' || c == ','; }, '-');
    if (auto good = checkOnlineMap(std::move(map))) maps.push_back(std::move(*good));
  }
  if (maps.empty()) return fail(ErrorCode::kNoData, "WMTS", "no layer in web Mercator (EPSG:3857)");
  return maps;
}

Result<std::string> fetchCapabilities(const std::string& address) {
  GdalSession session;
  const std::string timeout = "TIMEOUT=" + std::to_string(kTimeout_s);
  const char* const options[] = {timeout.c_str(), "CONNECTTIMEOUT=3", "USERAGENT=Fengsui", nullptr};
  CPLHTTPResult* got = CPLHTTPFetch(address.c_str(), const_cast<char**>(options));
  const bool good = got && got->nStatus == 0 && !got->pszErrBuf && got->nDataLen > 0;
  std::string text =
      good ? std::string(reinterpret_cast<const char*>(got->pabyData), static_cast<std::size_t>(got->nDataLen)) : "";
  const std::string why = got && got->pszErrBuf ? got->pszErrBuf : session.errorText();
  CPLHTTPDestroyResult(got);
  if (!good) return fail(ErrorCode::kIoFailed, address, why);
  return text;
}

Result<std::filesystem::path> writeOnlineMap(const OnlineMap& map, const std::filesystem::path& basemaps_folder) {
  auto checked = checkOnlineMap(map);
  if (!checked) return std::unexpected(std::move(checked.error()));
  const std::filesystem::path file = basemaps_folder / (map.title + std::string(kOnlineMapEnding));
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) return fail(ErrorCode::kAlreadyExists, file.string());
  if (auto done = write(file, description(*checked, Network::kNever, {})); !done) return std::unexpected(done.error());
  return file;
}

Result<OnlineMap> readOnlineMap(const std::filesystem::path& file) {
  GdalSession session;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return fail(ErrorCode::kNotFound, file.string());
  const Xml parsed(CPLParseXMLFile(file.c_str()));
  if (!parsed) return fail(ErrorCode::kDamagedFile, file.string(), session.errorText());
  const CPLXMLNode* root = CPLGetXMLNode(parsed.get(), "=GDAL_WMS");
  if (!root) return fail(ErrorCode::kDamagedFile, file.string(), "no description of a tile service");
  OnlineMap map{file.stem().stem().string(), child(root, "Service.ServerUrl"),
                std::atoi(child(root, "DataWindow.TileLevel").c_str())};
  const bool from_south = child(root, "DataWindow.YOrigin") == "bottom";
  replaceAll(map.address, "${z}", "{z}");
  replaceAll(map.address, "${x}", "{x}");
  replaceAll(map.address, "${y}", from_south ? "{-y}" : "{y}");
  auto checked = checkOnlineMap(std::move(map));
  if (!checked) return fail(ErrorCode::kDamagedFile, file.string(), checked.error().detail);
  return checked;
}

Result<std::filesystem::path> keptOnlineMap(const std::filesystem::path& file,
                                            const std::filesystem::path& cache_folder) {
  const auto map = readOnlineMap(file);
  if (!map) return std::unexpected(map.error());
  const std::filesystem::path kept = keptFolder(file, cache_folder);
  std::filesystem::path described = kept;
  described += ".xml";
  if (auto done = write(described, description(*map, Network::kNever, kept)); !done)
    return std::unexpected(done.error());
  return described;
}

Result<FetchedTiles> fetchOnlineTiles(const std::filesystem::path& file, const std::filesystem::path& cache_folder,
                                      const LonLatBox& box, double ground_m_per_px, const CancelToken& cancel) {
  const auto map = readOnlineMap(file);
  if (!map) return std::unexpected(map.error());
  if (box.empty() || !(ground_m_per_px > 0)) return FetchedTiles{};
  const std::filesystem::path kept = keptFolder(file, cache_folder);
  GdalSession session;
  const std::string name = description(*map, Network::kAsked, kept);
  const GdalDataset dataset(GDALOpenEx(name.c_str(), GDAL_OF_READONLY | GDAL_OF_RASTER, nullptr, nullptr, nullptr));
  if (!dataset) return fail(ErrorCode::kIoFailed, map->address, session.errorText());

  // The level whose pixels are as fine as the screen's, or a little coarser.
  const double middle_rad = (box.south_deg + box.north_deg) / 2 * std::numbers::pi / 180;
  const double of_whole = 2 * kHalfSide_m / kTileSide_px * std::cos(middle_rad) / ground_m_per_px;
  const int zoom = std::clamp(static_cast<int>(std::lround(std::log2(std::max(1.0, of_whole)))), 0, map->finest_zoom);
  const double tiles = std::exp2(zoom);
  const auto column = [&](double lon_deg) {
    return std::clamp(static_cast<int>((lon_deg + 180) / 360 * tiles), 0, static_cast<int>(tiles) - 1);
  };
  const auto row = [&](double lat_deg) {
    const double rad = std::clamp(lat_deg, -kMostLatitude_deg, kMostLatitude_deg) * std::numbers::pi / 180;
    const double from_north = (1 - std::asinh(std::tan(rad)) / std::numbers::pi) / 2;
    return std::clamp(static_cast<int>(from_north * tiles), 0, static_cast<int>(tiles) - 1);
  };
  const GDALRasterBandH band = GDALGetRasterBand(dataset.get(), 1);
  const int level = map->finest_zoom - zoom;  // overview 0 is half the finest
  const GDALRasterBandH at = level == 0 ? band : GDALGetOverview(band, level - 1);
  if (!at) return FetchedTiles{};
  FetchedTiles outcome;
  const std::size_t before = filesIn(kept);
  std::vector<std::uint8_t> block(std::size_t{kTileSide_px} * kTileSide_px);
  std::string trouble;
  for (int y = row(box.north_deg); y <= row(box.south_deg) && trouble.empty(); ++y)
    for (int x = column(box.west_deg); x <= column(box.east_deg) && trouble.empty(); ++x) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, map->title);
      if (++outcome.wanted > kMostTiles) break;
      session.clear();
      if (GDALReadBlock(at, x, y, block.data()) != CE_None) trouble = session.errorText() + " ";
    }
  outcome.fetched = static_cast<int>(filesIn(kept) - before);
  if (!trouble.empty() && outcome.fetched == 0) return fail(ErrorCode::kIoFailed, map->address, trouble);
  return outcome;
}

}  // namespace gis
