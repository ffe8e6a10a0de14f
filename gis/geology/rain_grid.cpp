// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "gis/geology/rain_field.h"
#include "gis/raster/raster_reader.h"

namespace gis::geology {

namespace {
constexpr int kMostCells = 1500;  // a side of what is read at once
constexpr double kMarginM = 1000;
}  // namespace

Result<Loaded<RainGrid>> readRainGrid(const std::filesystem::path& file, const std::string& map_crs,
                                      std::span<const MapXY> places, int hours_per_band, const CancelToken& cancel,
                                      const Progress& progress) {
  if (hours_per_band < 1 || hours_per_band > 24) return fail(ErrorCode::kInvalidArgument, "hours_per_band", "1 to 24");
  const auto reader = RasterReader::open(file, map_crs);
  if (!reader) return std::unexpected(reader.error());
  if (reader->isPicture()) return fail(ErrorCode::kInvalidArgument, file.string(), "a picture, not a grid of rain");
  MapBox window;
  for (const MapXY& place : places) window.add(place);
  Loaded<RainGrid> loaded;
  loaded.value.at.resize(places.size());
  if (places.empty()) return loaded;
  window = window.grown(kMarginM);
  const double cell_m = std::max({reader->cellSizeM(), window.width_m() / kMostCells, window.height_m() / kMostCells});
  const int columns = std::max(1, static_cast<int>(window.width_m() / cell_m)),
            rows = std::max(1, static_cast<int>(window.height_m() / cell_m));
  const int bands = reader->info().band_count;
  std::size_t negative = 0;
  for (int band = 1; band <= bands; ++band) {
    const auto values = reader->readValues(window, columns, rows, band, cancel);
    if (!values) return std::unexpected(values.error());
    for (std::size_t i = 0; i < places.size(); ++i) {
      const int column =
          std::min(columns - 1, static_cast<int>((places[i].x_m - window.min_x_m) / window.width_m() * columns));
      const int row = std::min(rows - 1, static_cast<int>((window.max_y_m - places[i].y_m) / window.height_m() * rows));
      double mm = values->values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                                 static_cast<std::size_t>(column)];
      if (mm < 0) ++negative, mm = std::numeric_limits<double>::quiet_NaN();
      auto& series = loaded.value.at[i];
      if (!series && std::isnan(mm)) continue;
      if (!series)
        series = RainSeries{std::vector<double>(static_cast<std::size_t>((band - 1) * hours_per_band),
                                                std::numeric_limits<double>::quiet_NaN()),
                            {}};
      series->hourly_mm.insert(series->hourly_mm.end(), static_cast<std::size_t>(hours_per_band), mm / hours_per_band);
    }
    if (progress) progress(static_cast<double>(band) / bands);
  }
  loaded.value.hours = bands * hours_per_band;
  if (negative > 0)
    loaded.warnings.push_back({WarningCode::kValueUnreadable, file.filename().string(),
                               fmt::format("{}: {}", rain_trouble::kNegativeCells, negative)});
  return loaded;
}

}  // namespace gis::geology
