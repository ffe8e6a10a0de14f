// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/grid_warp.h"

#include <gdal.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gis/geo/gdal_session.h"

namespace gis {

namespace {

constexpr int kNodeStep_px = 16;
constexpr float kNoCell = std::numeric_limits<float>::quiet_NaN();

struct Cell {
  double column = 0, row = 0;  // fractions of the source's cells, 0 = its edge
  bool finite() const { return std::isfinite(column) && std::isfinite(row); }
};

// Where every 16th pixel lies in the source.
struct Nodes {
  int columns = 0, rows = 0;
  std::vector<Cell> cells;
  const Cell& at(int column, int row) const {
    return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
  }
};

// A piece of the source, shrunk.
struct Piece {
  int first = 0, count = 0;  // cells of the source
  int shrunk = 0;            // cells of the piece
  int factor = 1;
  // From cells of the source to the centres of the piece's cells.
  double inside(double cell) const { return (cell - first) * shrunk / count - 0.5; }
};

Piece pieceFor(double least, double most, int pixels, int size) {
  Piece piece;
  // Half a cell too fine rather than too coarse; powers of two are what overviews have.
  const double per_pixel = std::clamp((most - least) / pixels, 1.0, 1e6);
  piece.factor = 1 << static_cast<int>(std::log2(per_pixel * 1.2));
  const double reach = 2.0 * piece.factor;
  const double first = std::clamp(std::floor(least - reach), 0.0, static_cast<double>(size));
  const double end = std::clamp(std::ceil(most + reach), 0.0, static_cast<double>(size));
  piece.first = static_cast<int>(first) / piece.factor * piece.factor;
  piece.count = std::max(0, static_cast<int>(end) - piece.first);
  piece.shrunk = (piece.count + piece.factor - 1) / piece.factor;
  return piece;
}

int stopWarpWhenCancelled(double, const char*, void* token) {
  return static_cast<const CancelToken*>(token)->cancelled() ? FALSE : TRUE;
}

class Mixer {
 public:
  Mixer(std::vector<float> values, const Piece& across, const Piece& down, bool as_codes)
      : m_values(std::move(values)), m_across(across), m_down(down), m_as_codes(as_codes) {}

  float at(const Cell& cell) const {
    const double x = m_across.inside(cell.column), y = m_down.inside(cell.row);
    if (m_as_codes) return value(static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y)));
    const double left = std::floor(x), top = std::floor(y);
    const auto right_part = static_cast<float>(x - left), low_part = static_cast<float>(y - top);
    const int column = static_cast<int>(left), row = static_cast<int>(top);
    const float nw = value(column, row), ne = value(column + 1, row);
    const float sw = value(column, row + 1), se = value(column + 1, row + 1);
    const float north = nw + (ne - nw) * right_part, south = sw + (se - sw) * right_part;
    const float all = north + (south - north) * low_part;
    if (!std::isnan(all)) return all;
    float sum = 0, known = 0;
    const auto add = [&](float v, float part) {
      if (!std::isnan(v)) sum += v * part, known += part;
    };
    add(nw, (1 - right_part) * (1 - low_part)), add(ne, right_part * (1 - low_part));
    add(sw, (1 - right_part) * low_part), add(se, right_part * low_part);
    return known >= 0.5F ? sum / known : kNoCell;
  }

 private:
  float value(int column, int row) const {
    const auto x = static_cast<std::size_t>(std::clamp(column, 0, m_across.shrunk - 1));
    const auto y = static_cast<std::size_t>(std::clamp(row, 0, m_down.shrunk - 1));
    return m_values[y * static_cast<std::size_t>(m_across.shrunk) + x];
  }
  std::vector<float> m_values;
  Piece m_across, m_down;
  bool m_as_codes;
};

}  // namespace

bool mustThin(void* band, int factor) {
  constexpr int kMostAveraged = 8;
  int best = 1;
  for (int i = 0; i < GDALGetOverviewCount(band); ++i) {
    const GDALRasterBandH overview = GDALGetOverview(band, i);
    if (!overview || GDALGetRasterBandXSize(overview) <= 0) continue;
    const int shrinks =
        (GDALGetRasterBandXSize(band) + GDALGetRasterBandXSize(overview) / 2) / GDALGetRasterBandXSize(overview);
    if (shrinks <= factor) best = std::max(best, shrinks);
  }
  return factor / best > kMostAveraged;
}

Result<GridWarp> GridWarp::create(const std::string& map_crs, const std::string& source_crs,
                                  const std::array<double, 6>& source_transform) {
  auto projector = Projector::create(map_crs, source_crs);
  if (!projector) return std::unexpected(std::move(projector.error()));
  return GridWarp(std::move(*projector), source_transform);
}

Result<std::vector<float>> GridWarp::read(void* band, const Pixels& pixels, bool as_codes, std::optional<float> nodata,
                                          const std::string& name, const CancelToken& cancel) const {
  std::vector<float> out(static_cast<std::size_t>(pixels.columns) * static_cast<std::size_t>(pixels.rows), kNoCell);
  Nodes nodes;
  nodes.columns = (pixels.columns - 1) / kNodeStep_px + 2, nodes.rows = (pixels.rows - 1) / kNodeStep_px + 2;
  std::vector<double> xy;
  for (int row = 0; row < nodes.rows; ++row)
    for (int column = 0; column < nodes.columns; ++column) {
      xy.push_back(pixels.first_centre.x_m + column * kNodeStep_px * pixels.step_x_m);
      xy.push_back(pixels.first_centre.y_m - row * kNodeStep_px * pixels.step_y_m);
    }
  m_to_source.forwardAll(xy);
  double west = std::numeric_limits<double>::infinity(), north = west, east = -west, south = -west;
  for (std::size_t i = 0; i < xy.size(); i += 2) {
    const Cell cell{(xy[i] - m_transform[0]) / m_transform[1], (xy[i + 1] - m_transform[3]) / m_transform[5]};
    nodes.cells.push_back(cell);
    if (!cell.finite()) continue;
    west = std::min(west, cell.column), east = std::max(east, cell.column);
    north = std::min(north, cell.row), south = std::max(south, cell.row);
  }
  if (!(west <= east)) return out;
  const int width = GDALGetRasterBandXSize(band), height = GDALGetRasterBandYSize(band);
  const Piece across = pieceFor(west, east, (nodes.columns - 1) * kNodeStep_px, width);
  const Piece down = pieceFor(north, south, (nodes.rows - 1) * kNodeStep_px, height);
  if (across.count <= 0 || down.count <= 0) return out;

  GDALRasterIOExtraArg extra;
  INIT_RASTERIO_EXTRA_ARG(extra);
  const int factor = std::max(across.factor, down.factor);
  const bool average = !as_codes && factor > 1 && !mustThin(band, factor);
  extra.eResampleAlg = average ? GRIORA_Average : GRIORA_NearestNeighbour;
  CancelToken token = cancel;
  extra.pfnProgress = stopWarpWhenCancelled;
  extra.pProgressData = &token;
  std::vector<float> values(static_cast<std::size_t>(across.shrunk) * static_cast<std::size_t>(down.shrunk));
  const GdalSession session;
  const CPLErr done = GDALRasterIOEx(band, GF_Read, across.first, down.first, across.count, down.count, values.data(),
                                     across.shrunk, down.shrunk, GDT_Float32, 0, 0, &extra);
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, name);
  if (done != CE_None) return fail(ErrorCode::kDamagedFile, name, session.errorText());
  if (nodata && !std::isnan(*nodata)) std::ranges::replace(values, *nodata, kNoCell);

  const Mixer mixer(std::move(values), across, down, as_codes);
  for (int row = 0; row < pixels.rows; ++row) {
    const int above = row / kNodeStep_px;
    const double down_part = static_cast<double>(row % kNodeStep_px) / kNodeStep_px;
    float* to = out.data() + static_cast<std::ptrdiff_t>(row) * pixels.columns;
    for (int square = 0; square * kNodeStep_px < pixels.columns; ++square) {
      const Cell &nw = nodes.at(square, above), &ne = nodes.at(square + 1, above);
      const Cell &sw = nodes.at(square, above + 1), &se = nodes.at(square + 1, above + 1);
      if (!nw.finite() || !ne.finite() || !sw.finite() || !se.finite()) continue;
      const Cell left{nw.column + (sw.column - nw.column) * down_part, nw.row + (sw.row - nw.row) * down_part};
      const Cell right{ne.column + (se.column - ne.column) * down_part, ne.row + (se.row - ne.row) * down_part};
      const int first = square * kNodeStep_px, end = std::min(first + kNodeStep_px, pixels.columns);
      for (int column = first; column < end; ++column) {
        const double part = static_cast<double>(column - first) / kNodeStep_px;
        const Cell cell{left.column + (right.column - left.column) * part, left.row + (right.row - left.row) * part};
        if (cell.column >= 0 && cell.row >= 0 && cell.column <= width && cell.row <= height)
          to[column] = mixer.at(cell);
      }
    }
  }
  return out;
}

}  // namespace gis
