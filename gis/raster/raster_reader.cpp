// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/raster_reader.h"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal.h>
#include <gdal_utils.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <type_traits>

#include "gis/geo/gdal_session.h"
#include "gis/raster/grid_warp.h"

namespace gis {

namespace {

constexpr int kLargestSide_px = 16384;
// What the stretch of a band is taken from: windows of 64 cells, eight by eight of them, spread over the raster.
constexpr int kStretchWindow = 64, kStretchWindowsPerSide = 8;
constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

struct SrsDelete {
  void operator()(void* srs) const { OSRDestroySpatialReference(srs); }
};
using Srs = std::unique_ptr<void, SrsDelete>;

Srs makeSrs(const std::string& crs) {
  Srs srs(OSRNewSpatialReference(nullptr));
  if (crs.empty() || OSRSetFromUserInput(srs.get(), crs.c_str()) != OGRERR_NONE) srs.reset();
  return srs;
}

std::string wktOf(const Srs& srs) {
  char* wkt = nullptr;
  OSRExportToWkt(srs.get(), &wkt);
  std::string text = wkt ? wkt : "";
  CPLFree(wkt);
  return text;
}

int stopWhenCancelled(double, const char*, void* token) {
  return static_cast<const CancelToken*>(token)->cancelled() ? FALSE : TRUE;
}

// The value that stands for nothing in a band, when that is how the band says it. Comparing values then costs nothing,
// while GDAL's mask of such a band knows no overviews and would read every cell of a coarse window.
std::optional<float> emptyValueOf(GDALRasterBandH band) {
  int has = 0;
  const double value = GDALGetRasterNoDataValue(band, &has);
  if (!has || GDALGetMaskFlags(band) != GMF_NODATA) return std::nullopt;
  return static_cast<float>(value);
}

// Where a window of the map meets the raster: cells of the raster (fractions allowed) and pixels of the answer.
struct Overlap {
  double cell_x, cell_y, cells_wide, cells_high;
  int px_x, px_y, px_wide, px_high;
};

struct WarpOptionsDelete {
  void operator()(GDALWarpAppOptions* options) const { GDALWarpAppOptionsFree(options); }
};

}  // namespace

struct RasterReader::Impl {
  GdalDataset source;
  GdalDataset warped;            // only for sources that are turned or placed by control points
  std::optional<GridWarp> grid;  // for north-up sources in another system
  RasterInfo info;
  MapBox extent;
  std::array<double, 6> transform{};
  int columns = 0;
  int rows = 0;
  bool palette = false;
  bool picture = false;
  std::string name;
  struct Stretch {
    double low, high;
  };
  mutable std::optional<Stretch> stretch;

  GDALDatasetH dataset() const { return warped ? warped.get() : source.get(); }

  Result<void> place(const std::string& map_crs, const std::string& source_crs);
  std::optional<Overlap> overlap(const MapBox& window, int width_px, int height_px) const;
  // Reads one band into a piece of `out` (a full answer of width_px), as T.
  template <class T>
  Result<void> readBand(int band, const Overlap& at, GDALDataType type, T* out, int width_px,
                        const CancelToken& cancel) const;
  // 255 where there is data, for the overlap only. Not for bands with a NoData value: see emptyValue().
  Result<std::vector<std::uint8_t>> readMask(int band, const Overlap& at, const CancelToken& cancel) const;
  // Pixels of the answer read through `grid`, NaN where there is nothing.
  Result<std::vector<float>> readGrid(GDALRasterBandH band, const Overlap& at, std::optional<float> nothing,
                                      const CancelToken& cancel) const;
  bool allValid(int band) const { return GDALGetMaskFlags(GDALGetRasterBand(dataset(), band)) == GMF_ALL_VALID; }
  std::optional<float> emptyValue(int band) const { return emptyValueOf(GDALGetRasterBand(dataset(), band)); }
  Stretch stretchOf(int band) const;
  Result<void> bandToGrey(int band, int channel, const Overlap& at, RasterPicture& picture_out,
                          const CancelToken& cancel) const;
};

Result<void> RasterReader::Impl::place(const std::string& map_crs, const std::string& source_crs) {
  const Srs from = makeSrs(source_crs), to = makeSrs(map_crs);
  if (!from) return fail(ErrorCode::kUnknownCrs, source_crs);
  if (!to) return fail(ErrorCode::kUnknownCrs, map_crs);
  std::array<double, 6> own{};
  const bool straight = info.extent && info.cell_width > 0 && !info.rotated &&
                        GDALGetGeoTransform(source.get(), own.data()) == CE_None && own[1] > 0 && own[5] < 0;
  if (!straight || !OSRIsSame(from.get(), to.get())) {
    const std::string from_wkt = wktOf(from), to_wkt = wktOf(to);
    std::vector<const char*> arguments = {"-of",    "VRT",
                                          "-s_srs", from_wkt.c_str(),
                                          "-t_srs", to_wkt.c_str(),
                                          "-et",    "0.125",
                                          "-r",     palette ? "near" : "bilinear"};
    // GDAL makes masks of whole-number alpha bands only; quantities become floats with NaN around.
    if (picture && (info.bands.front().type == "Byte" || info.bands.front().type == "UInt16"))
      arguments.push_back("-dstalpha");
    else
      arguments.insert(arguments.end(), {"-ot", "Float32", "-dstnodata", "nan"});
    arguments.push_back(nullptr);
    const std::unique_ptr<GDALWarpAppOptions, WarpOptionsDelete> options(
        GDALWarpAppOptionsNew(const_cast<char**>(arguments.data()), nullptr));
    GDALDatasetH input = source.get();
    warped.reset(GDALWarp("", nullptr, 1, &input, options.get(), nullptr));
    if (!warped) return fail(ErrorCode::kNoData, name, "not placed in " + map_crs);
  }
  columns = GDALGetRasterXSize(dataset()), rows = GDALGetRasterYSize(dataset());
  GDALGetGeoTransform(dataset(), transform.data());
  extent.add(MapXY{transform[0], transform[3]});
  extent.add(MapXY{transform[0] + columns * transform[1], transform[3] + rows * transform[5]});
  if (warped && straight)
    if (auto through = GridWarp::create(map_crs, source_crs, own)) {
      grid = std::move(*through);
      warped.reset();  // it told the extent and the size of a cell
    }
  return {};
}

std::optional<Overlap> RasterReader::Impl::overlap(const MapBox& window, int width_px, int height_px) const {
  const double px_w = window.width_m() / width_px, px_h = window.height_m() / height_px;
  // Pixels whose centre lies on the raster.
  const auto first = [](double edge, double size) { return static_cast<int>(std::ceil(edge / size - 0.5)); };
  const double left = std::clamp(extent.min_x_m - window.min_x_m, -px_w, window.width_m());
  const double right = std::clamp(extent.max_x_m - window.min_x_m, 0.0, window.width_m() + px_w);
  const double top = std::clamp(window.max_y_m - extent.max_y_m, -px_h, window.height_m());
  const double bottom = std::clamp(window.max_y_m - extent.min_y_m, 0.0, window.height_m() + px_h);
  Overlap o{};
  o.px_x = std::max(0, first(left, px_w)), o.px_y = std::max(0, first(top, px_h));
  o.px_wide = std::min(width_px, first(right, px_w)) - o.px_x;
  o.px_high = std::min(height_px, first(bottom, px_h)) - o.px_y;
  if (o.px_wide <= 0 || o.px_high <= 0) return std::nullopt;
  o.cell_x = (window.min_x_m + o.px_x * px_w - transform[0]) / transform[1];
  o.cell_y = (window.max_y_m - o.px_y * px_h - transform[3]) / transform[5];
  o.cells_wide = o.px_wide * px_w / transform[1];
  o.cells_high = o.px_high * px_h / -transform[5];
  // Half a pixel may stand over the raster's edge; GDAL wants none of it.
  const double end_x = std::min(o.cell_x + o.cells_wide, static_cast<double>(columns));
  const double end_y = std::min(o.cell_y + o.cells_high, static_cast<double>(rows));
  o.cell_x = std::max(0.0, o.cell_x), o.cell_y = std::max(0.0, o.cell_y);
  o.cells_wide = end_x - o.cell_x, o.cells_high = end_y - o.cell_y;
  if (o.cells_wide <= 0 || o.cells_high <= 0) return std::nullopt;
  return o;
}

Result<std::vector<float>> RasterReader::Impl::readGrid(GDALRasterBandH band, const Overlap& at,
                                                        std::optional<float> nothing, const CancelToken& cancel) const {
  const double columns_per_px = at.cells_wide / at.px_wide, rows_per_px = at.cells_high / at.px_high;
  const GridWarp::Pixels pixels{{transform[0] + (at.cell_x + columns_per_px / 2) * transform[1],
                                 transform[3] + (at.cell_y + rows_per_px / 2) * transform[5]},
                                columns_per_px * transform[1],
                                rows_per_px * -transform[5],
                                at.px_wide,
                                at.px_high};
  return grid->read(band, pixels, palette, nothing, name, cancel);
}

template <class T>
Result<void> RasterReader::Impl::readBand(int band, const Overlap& at, GDALDataType type, T* out, int width_px,
                                          const CancelToken& cancel) const {
  if constexpr (std::is_same_v<T, float>)
    if (grid) {
      const auto read = readGrid(GDALGetRasterBand(dataset(), band), at, emptyValue(band), cancel);
      if (!read) return std::unexpected(read.error());
      for (int row = 0; row < at.px_high; ++row)
        std::copy_n(read->data() + static_cast<std::ptrdiff_t>(row) * at.px_wide, at.px_wide,
                    out + static_cast<std::ptrdiff_t>(at.px_y + row) * width_px + at.px_x);
      return {};
    }
  GDALRasterIOExtraArg extra;
  INIT_RASTERIO_EXTRA_ARG(extra);
  extra.bFloatingPointWindowValidity = TRUE;
  extra.dfXOff = at.cell_x, extra.dfYOff = at.cell_y;
  extra.dfXSize = at.cells_wide, extra.dfYSize = at.cells_high;
  extra.eResampleAlg = palette ? GRIORA_NearestNeighbour : GRIORA_Bilinear;
  CancelToken token = cancel;
  extra.pfnProgress = stopWhenCancelled;
  extra.pProgressData = &token;
  const int x = std::min(static_cast<int>(at.cell_x), columns - 1), y = std::min(static_cast<int>(at.cell_y), rows - 1);
  const int wide = std::clamp(static_cast<int>(std::ceil(at.cell_x + at.cells_wide)) - x, 1, columns - x);
  const int high = std::clamp(static_cast<int>(std::ceil(at.cell_y + at.cells_high)) - y, 1, rows - y);
  GdalSession session;
  T* first = out + static_cast<std::ptrdiff_t>(at.px_y) * width_px + at.px_x;
  const GDALRasterBandH handle =
      band > 0 ? GDALGetRasterBand(dataset(), band) : GDALGetMaskBand(GDALGetRasterBand(dataset(), -band));
  if (band <= 0 || mustThin(handle, static_cast<int>(std::min(at.cells_wide / at.px_wide, 1e6))))
    extra.eResampleAlg = GRIORA_NearestNeighbour;
  const CPLErr done =
      GDALRasterIOEx(handle, GF_Read, x, y, wide, high, first, at.px_wide, at.px_high, type,
                     static_cast<GSpacing>(sizeof(T)), static_cast<GSpacing>(sizeof(T)) * width_px, &extra);
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, name);
  if (done != CE_None) return fail(ErrorCode::kDamagedFile, name, session.errorText());
  return {};
}

Result<std::vector<std::uint8_t>> RasterReader::Impl::readMask(int band, const Overlap& at,
                                                               const CancelToken& cancel) const {
  std::vector<std::uint8_t> mask(static_cast<std::size_t>(at.px_wide) * static_cast<std::size_t>(at.px_high), 255);
  if (grid) {
    const GDALRasterBandH handle = GDALGetRasterBand(dataset(), band);
    const auto nothing = emptyValue(band);
    const bool by_value = nothing || allValid(band);  // then only the raster's edge and its empty cells count
    const auto read = readGrid(by_value ? handle : GDALGetMaskBand(handle), at, nothing, cancel);
    if (!read) return std::unexpected(read.error());
    std::ranges::transform(*read, mask.begin(), [by_value](float v) {
      return std::isnan(v) ? std::uint8_t{0} : by_value ? std::uint8_t{255} : static_cast<std::uint8_t>(v + 0.5F);
    });
    return mask;
  }
  if (allValid(band)) return mask;
  Overlap whole = at;
  whole.px_x = whole.px_y = 0;
  const auto read = readBand(-band, whole, GDT_Byte, mask.data(), at.px_wide, cancel);
  if (!read) return std::unexpected(read.error());
  return mask;
}

RasterReader::Impl::Stretch RasterReader::Impl::stretchOf(int band) const {
  if (info.bands.front().type == "Byte") return {0, 255};
  if (stretch) return *stretch;
  const GdalSession quiet;
  // Not GDAL's statistics or histogram: it would write them into a file of its own beside one that is only looked at.
  const GDALRasterBandH handle = GDALGetRasterBand(source.get(), band);
  const int width = GDALGetRasterBandXSize(handle), height = GDALGetRasterBandYSize(handle);
  const int wide = std::min(width, kStretchWindow), high_cells = std::min(height, kStretchWindow);
  std::vector<float> cells(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high_cells));
  const auto nothing = emptyValueOf(handle);
  double number = 0, sum = 0, squares = 0, least = std::numeric_limits<double>::max(), most = -least;
  for (int i = 0; i < kStretchWindowsPerSide * kStretchWindowsPerSide; ++i) {
    const int x =
        static_cast<int>(std::int64_t{width - wide} * (i % kStretchWindowsPerSide) / (kStretchWindowsPerSide - 1));
    const int y = static_cast<int>(std::int64_t{height - high_cells} * (i / kStretchWindowsPerSide) /
                                   (kStretchWindowsPerSide - 1));
    if (GDALRasterIO(handle, GF_Read, x, y, wide, high_cells, cells.data(), wide, high_cells, GDT_Float32, 0, 0) !=
        CE_None)
      continue;  // a damaged place says so when it is drawn
    for (const float cell : cells) {
      const auto value = static_cast<double>(cell);
      if (!std::isfinite(value) || cell == nothing) continue;
      ++number, sum += value, squares += value * value;
      least = std::min(least, value), most = std::max(most, value);
    }
  }
  double low = 0, high = 0;
  if (number > 0) {
    const double mean = sum / number, deviation = std::sqrt(std::max(0.0, squares / number - mean * mean));
    low = std::max(least, mean - 2 * deviation), high = std::min(most, mean + 2 * deviation);
  }
  if (!(high > low)) high = low + 1;
  stretch = Stretch{low, high};
  return *stretch;
}

Result<void> RasterReader::Impl::bandToGrey(int band, int channel, const Overlap& at, RasterPicture& out,
                                            const CancelToken& cancel) const {
  const auto cells = static_cast<std::size_t>(at.px_wide) * static_cast<std::size_t>(at.px_high);
  std::vector<float> values(cells);
  Overlap whole = at;
  whole.px_x = whole.px_y = 0;
  if (auto read = readBand(band, whole, GDT_Float32, values.data(), at.px_wide, cancel); !read) return read;
  const Stretch limits = stretchOf(band);
  const double per_value = 255 / (limits.high - limits.low);
  for (int row = 0; row < at.px_high; ++row)
    for (int column = 0; column < at.px_wide; ++column) {
      const auto value =
          static_cast<double>(values[static_cast<std::size_t>(row) * static_cast<std::size_t>(at.px_wide) +
                                     static_cast<std::size_t>(column)]);
      const std::size_t pixel = (static_cast<std::size_t>(at.px_y + row) * static_cast<std::size_t>(out.columns) +
                                 static_cast<std::size_t>(at.px_x + column)) *
                                4;
      const double grey = std::isfinite(value) ? std::clamp((value - limits.low) * per_value, 0.0, 255.0) : 0;
      out.rgba[pixel + static_cast<std::size_t>(channel)] = static_cast<std::uint8_t>(std::lround(grey));
    }
  return {};
}

RasterReader::RasterReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
RasterReader::RasterReader(RasterReader&&) noexcept = default;
RasterReader& RasterReader::operator=(RasterReader&&) noexcept = default;
RasterReader::~RasterReader() = default;

Result<RasterReader> RasterReader::open(const std::filesystem::path& file, const std::string& map_crs,
                                        const std::string& crs_override) {
  GdalSession session;
  auto dataset = openGdal(file, SourceKind::kRaster, session);
  if (!dataset) return std::unexpected(std::move(dataset.error()));
  auto impl = std::make_unique<Impl>();
  impl->name = file.string();
  impl->source = std::move(*dataset);
  impl->info = describeRaster(impl->source.get());
  if (impl->info.band_count == 0) return fail(ErrorCode::kNoData, impl->name, "no bands");
  if (impl->info.crs.empty() && crs_override.empty()) return fail(ErrorCode::kMissingCrs, impl->name);
  if (!impl->info.placed) return fail(ErrorCode::kNoData, impl->name, "no position on the earth");
  impl->palette = GDALGetRasterColorTable(GDALGetRasterBand(impl->source.get(), 1)) != nullptr;
  const auto& bands = impl->info.bands;
  impl->picture =
      impl->palette || bands.front().interpretation == "Red" || (bands.size() >= 3 && bands.front().type == "Byte");
  if (auto placed = impl->place(map_crs, crs_override.empty() ? impl->info.crs : crs_override); !placed) {
    if (placed.error().detail.empty()) placed.error().detail = session.errorText();
    return std::unexpected(std::move(placed.error()));
  }
  return RasterReader(std::move(impl));
}

const RasterInfo& RasterReader::info() const { return m_impl->info; }
MapBox RasterReader::extent() const { return m_impl->extent; }
double RasterReader::cellSizeM() const { return m_impl->transform[1]; }
bool RasterReader::isPicture() const { return m_impl->picture; }

Result<RasterValues> RasterReader::readValues(const MapBox& window, int columns, int rows, int band,
                                              const CancelToken& cancel) const {
  if (columns <= 0 || rows <= 0 || columns > kLargestSide_px || rows > kLargestSide_px || window.width_m() <= 0 ||
      window.height_m() <= 0 || band < 1 || band > static_cast<int>(m_impl->info.bands.size()))
    return fail(ErrorCode::kInvalidArgument, m_impl->name, fmt::format("{} x {} px, band {}", columns, rows, band));
  RasterValues out{columns, rows, {}};
  out.values.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), kNothing);
  const auto at = m_impl->overlap(window, columns, rows);
  if (!at) return out;
  if (auto read = m_impl->readBand(band, *at, GDT_Float32, out.values.data(), columns, cancel); !read)
    return std::unexpected(std::move(read.error()));
  const auto nothing = m_impl->emptyValue(band);
  const bool by_value = nothing || (m_impl->grid && m_impl->allValid(band));
  const auto mask = by_value ? Result<std::vector<std::uint8_t>>{} : m_impl->readMask(band, *at, cancel);
  if (!mask) return std::unexpected(mask.error());
  const RasterBandInfo& info = m_impl->info.bands[static_cast<std::size_t>(band - 1)];
  for (int row = 0; row < at->px_high; ++row)
    for (int column = 0; column < at->px_wide; ++column) {
      float& value = out.values[static_cast<std::size_t>(at->px_y + row) * static_cast<std::size_t>(columns) +
                                static_cast<std::size_t>(at->px_x + column)];
      const bool data = by_value ? !std::isnan(value) && value != nothing
                                 : (*mask)[static_cast<std::size_t>(row) * static_cast<std::size_t>(at->px_wide) +
                                           static_cast<std::size_t>(column)] != 0;
      value = data ? static_cast<float>(static_cast<double>(value) * info.scale_ratio + info.value_offset) : kNothing;
    }
  return out;
}

Result<RasterPicture> RasterReader::readPicture(const MapBox& window, int columns, int rows,
                                                const CancelToken& cancel) const {
  if (columns <= 0 || rows <= 0 || columns > kLargestSide_px || rows > kLargestSide_px || window.width_m() <= 0 ||
      window.height_m() <= 0)
    return fail(ErrorCode::kInvalidArgument, m_impl->name, fmt::format("{} x {} px", columns, rows));
  RasterPicture out{columns, rows, {}};
  out.rgba.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) * 4, 0);
  const auto at = m_impl->overlap(window, columns, rows);
  if (!at) return out;
  const bool colours = !m_impl->palette && m_impl->info.bands.size() >= 3;
  for (int channel = 0; channel < (colours ? 3 : 1); ++channel)
    if (auto read = m_impl->bandToGrey(channel + 1, channel, *at, out, cancel); !read)
      return std::unexpected(std::move(read.error()));
  const auto mask = m_impl->readMask(1, *at, cancel);
  if (!mask) return std::unexpected(mask.error());
  const GDALColorTableH table =
      m_impl->palette ? GDALGetRasterColorTable(GDALGetRasterBand(m_impl->source.get(), 1)) : nullptr;
  for (int row = 0; row < at->px_high; ++row)
    for (int column = 0; column < at->px_wide; ++column) {
      std::uint8_t* pixel =
          out.rgba.data() + (static_cast<std::size_t>(at->px_y + row) * static_cast<std::size_t>(columns) +
                             static_cast<std::size_t>(at->px_x + column)) *
                                4;
      pixel[3] = (*mask)[static_cast<std::size_t>(row) * static_cast<std::size_t>(at->px_wide) +
                         static_cast<std::size_t>(column)];
      if (table) {
        const GDALColorEntry* entry = GDALGetColorEntry(table, pixel[0]);
        const GDALColorEntry none{0, 0, 0, 0};
        const GDALColorEntry& c = entry ? *entry : none;
        const auto byte = [](short v) { return static_cast<std::uint8_t>(std::clamp<int>(v, 0, 255)); };
        pixel[0] = byte(c.c1), pixel[1] = byte(c.c2), pixel[2] = byte(c.c3);
        if (pixel[3] != 0) pixel[3] = byte(c.c4);
      } else if (!colours) {
        pixel[1] = pixel[2] = pixel[0];
      }
    }
  return out;
}

}  // namespace gis
