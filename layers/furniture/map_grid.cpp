// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/furniture/map_grid.h"

#include <array>
#include <cmath>

namespace layers {
namespace {

constexpr double kLeastLines = 4;
constexpr int kMostLines = 40;  // a view that no step suits draws nothing rather than a black sheet
constexpr int kSteps = 16;      // pieces of a bent line; at a city's scale the chord is off by less than 0.1 px
constexpr double kFarAwayPx = 1e5;

// Degrees of the ground under a view: its edges and its middle.
gis::LonLatBox groundUnder(const MapView& view, const gis::Projector& to_map) {
  gis::LonLatBox box;
  const auto add = [&](double x_ratio, double y_ratio) {
    const gis::MapXY p = view.toMap({view.width_px * x_ratio, view.height_px * y_ratio});
    const auto at = to_map.inverse({p.x_m, p.y_m});
    if (at && std::isfinite(at->x) && std::isfinite(at->y)) box.add(gis::LonLat{at->x, at->y});
  };
  for (int i = 0; i <= kSteps; ++i) {
    const double part = static_cast<double>(i) / kSteps;
    add(part, 0), add(part, 0.5), add(part, 1), add(0, part), add(1, part);
  }
  return box;
}

void addLine(MapGrid& grid, GridLine line) {
  if (line.points.size() > 1) grid.lines.push_back(std::move(line));
}

}  // namespace

double graticuleStepDeg(double span_deg) {
  if (!(span_deg > 0) || !std::isfinite(span_deg)) return 0;
  constexpr std::array kSteps30 = {30.0, 20.0, 15.0, 10.0, 5.0, 2.0, 1.0};
  for (const double unit_deg : {1.0, 1 / 60.0, 1 / 3600.0})
    for (const double step : kSteps30)
      if (span_deg / (step * unit_deg) >= kLeastLines) return step * unit_deg;
  return 1 / 3600.0;
}

double kilometreStepM(double span_m) {
  if (!(span_m > 0) || !std::isfinite(span_m)) return 0;
  const double most_m = span_m / kLeastLines;
  const double power_m = std::pow(10, std::floor(std::log10(most_m)));
  for (const double step : {5.0, 2.0, 1.0})
    if (step * power_m <= most_m) return std::max(1.0, step * power_m);
  return std::max(1.0, power_m);
}

QString degreesText(double value_deg, GridAxis axis, double step_deg) {
  // Whole seconds first: 59.9999999 minutes are a degree.
  const long long seconds = std::llround(std::abs(value_deg) * 3600);
  QString text = QString::number(seconds / 3600) + QChar(0x00b0);
  if (step_deg < 0.999) text += QStringLiteral("%1′").arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
  if (step_deg < 0.999 / 60) text += QStringLiteral("%1″").arg(seconds % 60, 2, 10, QLatin1Char('0'));
  if (seconds == 0) return text;
  const bool east_west = axis == GridAxis::kEasting;
  return text + QLatin1Char(value_deg < 0 ? (east_west ? 'W' : 'S') : (east_west ? 'E' : 'N'));
}

MapGrid graticule(const MapView& view, const gis::Projector& to_map) {
  MapGrid grid;
  const gis::LonLatBox ground = groundUnder(view, to_map);
  if (ground.empty()) return grid;
  const double step_deg =
      graticuleStepDeg(std::max(ground.east_deg - ground.west_deg, ground.north_deg - ground.south_deg));
  if (step_deg <= 0) return grid;
  const auto linesAlong = [&](GridAxis axis, double from_deg, double to_deg, double low_deg, double high_deg) {
    const auto first = static_cast<long long>(std::ceil(from_deg / step_deg));
    const auto last = static_cast<long long>(std::floor(to_deg / step_deg));
    if (last - first > kMostLines) return;
    for (long long i = first; i <= last; ++i) {
      const double value_deg = static_cast<double>(i) * step_deg;
      GridLine line{axis, degreesText(value_deg, axis, step_deg), {}};
      for (int k = 0; k <= kSteps; ++k) {
        const double along_deg = low_deg + (high_deg - low_deg) * k / kSteps;
        const auto at = axis == GridAxis::kEasting ? to_map.forward({value_deg, along_deg})
                                                   : to_map.forward({along_deg, value_deg});
        if (!at) continue;
        const gis::PixelXY p = view.toPixel({at->x, at->y});
        if (std::abs(p.x_px) < kFarAwayPx && std::abs(p.y_px) < kFarAwayPx) line.points << QPointF(p.x_px, p.y_px);
      }
      addLine(grid, std::move(line));
    }
  };
  // A step beyond the view, so that lines reach its corners.
  const double south_deg = std::max(-89.0, ground.south_deg - step_deg);
  const double north_deg = std::min(89.0, ground.north_deg + step_deg);
  linesAlong(GridAxis::kEasting, ground.west_deg, ground.east_deg, south_deg, north_deg);
  linesAlong(GridAxis::kNorthing, ground.south_deg, ground.north_deg, std::max(-180.0, ground.west_deg - step_deg),
             std::min(180.0, ground.east_deg + step_deg));
  return grid;
}

MapGrid kilometreGrid(const MapView& view) {
  MapGrid grid;
  const gis::MapBox box = view.box();
  const double step_m = kilometreStepM(std::max(box.width_m(), box.height_m()));
  if (step_m <= 0 || !std::isfinite(box.min_x_m + box.max_y_m)) return grid;
  const int decimals = step_m >= 1000 ? 0 : step_m >= 100 ? 1 : step_m >= 10 ? 2 : 3;
  const auto linesAlong = [&](GridAxis axis, double from_m, double to_m) {
    const double first = std::ceil(from_m / step_m), last = std::floor(to_m / step_m);
    if (last - first > kMostLines) return;
    for (double i = first; i <= last; ++i) {
      const double value_m = i * step_m;
      GridLine line{axis, QString::number(value_m / 1000, 'f', decimals), {}};
      if (axis == GridAxis::kEasting) {
        const double x_px = view.toPixel({value_m, box.max_y_m}).x_px;
        line.points << QPointF(x_px, 0) << QPointF(x_px, view.height_px);
      } else {
        const double y_px = view.toPixel({box.min_x_m, value_m}).y_px;
        line.points << QPointF(0, y_px) << QPointF(view.width_px, y_px);
      }
      addLine(grid, std::move(line));
    }
  };
  linesAlong(GridAxis::kEasting, box.min_x_m, box.max_x_m);
  linesAlong(GridAxis::kNorthing, box.min_y_m, box.max_y_m);
  return grid;
}

}  // namespace layers
