// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/footprint/footprint_sketch.h"

#include <cmath>

#include "app/settings/theme.h"
#include "gis/geo/geodesic.h"

namespace app {
namespace {

// Metres on the map for one on the ground, from a step eastwards.
double scaleAt(const MapDocument& document, gis::LonLat place) {
  constexpr double kStepDeg = 0.01;
  const gis::LonLat east{place.lon_deg + kStepDeg, place.lat_deg};
  const auto a = document.toMap(place), b = document.toMap(east);
  if (!a || !b) return 1;
  return std::hypot(b->x_m - a->x_m, b->y_m - a->y_m) / gis::geodesicBetween(place, east).dist_m;
}

QColor colourOf(std::size_t part, std::size_t count) {
  if (count < 2) return {};
  // One hue, the worst the strongest: warning colours are for warnings.
  const double worst = 1 - static_cast<double>(part) / static_cast<double>(count);
  const bool dark = currentTheme() == layers::Theme::kDark;
  return QColor::fromHsvF(0.86, static_cast<float>(0.25 + 0.5 * worst),
                          dark ? 0.92f : static_cast<float>(0.75 - 0.25 * worst));
}

}  // namespace

MapSketch sketchOf(const gis::Footprint& footprint, const MapDocument& document, std::size_t at_most) {
  std::size_t corners = 0;
  for (const auto& part : footprint.classes)
    for (const auto& shape : part.shapes)
      for (const auto& line : shape.lines) corners += line.size();
  MapSketch sketch;
  if (corners > at_most) return sketch;
  for (std::size_t c = 0; c < footprint.classes.size(); ++c)
    for (const auto& shape : footprint.classes[c].shapes) {
      MapSketch::Piece piece;
      piece.colour = colourOf(c, footprint.classes.size());
      for (const auto& line : shape.lines) {
        auto& mapped = piece.lines.emplace_back();
        for (const gis::LonLat place : line)
          if (const auto at = document.toMap(place)) mapped.push_back(*at);
      }
      if (shape.kind == gis::ShapeKind::kReach && !shape.lines.empty() && !shape.lines.front().empty())
        piece.reach_m = shape.reach_m * scaleAt(document, shape.lines.front().front());
      sketch.pieces.push_back(std::move(piece));
    }
  return sketch;
}

gis::MapBox boxOf(const MapSketch& sketch) {
  gis::MapBox box;
  for (const MapSketch::Piece& piece : sketch.pieces) {
    gis::MapBox own;
    for (const auto& line : piece.lines)
      for (const gis::MapXY p : line) own.add(p);
    if (!own.empty()) box.add(own.grown(piece.reach_m));
  }
  return box;
}

}  // namespace app
