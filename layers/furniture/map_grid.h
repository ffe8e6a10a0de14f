// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPolygonF>
#include <QString>
#include <vector>

#include "gis/geo/projector.h"
#include "layers/core/map_view.h"

namespace layers {

// Lines of equal easting (meridians) run up the map, those of equal northing (parallels) across.
enum class GridAxis { kEasting, kNorthing };

struct GridLine {
  GridAxis axis = GridAxis::kEasting;
  QString label;     // "113°15′", "4010"
  QPolygonF points;  // device-independent pixels of the view
};
struct MapGrid {
  std::vector<GridLine> lines;
  bool empty() const { return lines.empty(); }
};

// The greatest round step of which at least four fit into a span. Degrees: 1, 2, 5, 10, 15, 20 or 30 degrees, minutes
// or seconds, so that 4 to 12 lines cross the longer side of a view; metres: 1, 2 or 5 times a power of ten, at least
// one metre. 0 for a span that is no positive number.
double graticuleStepDeg(double span_deg);
double kilometreStepM(double span_m);

// Meridians and parallels (经纬网) over a view, bent as the projection has them. `to_map` goes from degrees to the
// map. Empty where the view lies beyond what the projection can tell. About 0.3 ms.
MapGrid graticule(const MapView& view, const gis::Projector& to_map);
// The plane grid of the map's own system (公里网), labelled in kilometres.
MapGrid kilometreGrid(const MapView& view);

// "113°15′E", "36°07′30″N": as far as the step needs.
QString degreesText(double value_deg, GridAxis axis, double step_deg);

}  // namespace layers
