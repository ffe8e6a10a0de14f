// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/edit/cell_value.h"

namespace gis {

enum class PlotKind { kPoint, kLine, kArrow, kArea, kCircle, kText };

// One thing drawn over the map. `points`: point and text one; line and arrow two or more, the arrow's head last; area
// three or more, not closed; circle its centre.
struct PlotObject {
  std::string uuid;  // empty: not stored yet
  std::string sheet_uuid;
  PlotKind kind = PlotKind::kPoint;
  std::string symbol;  // point: a name in resources/icons/map
  std::string label;   // text: the text itself
  std::string colour = "#d7263d";
  double width_px = 3;  // lines; text: a quarter of its height
  bool dashed = false;
  double radius_m = 0;  // circle
  double position = 0;  // greater lies above
  std::vector<LonLat> points;
};

// A named sheet of plotted objects, shown or hidden as one.
struct PlotSheet {
  std::string uuid;
  std::string name;
  bool visible = true;
  double position = 0;
};

// A named view of the map.
struct MapBookmark {
  std::string uuid;
  std::string name;
  LonLat centre;
  double scale_denominator = 0;
};

std::string_view plotKindName(PlotKind kind);
std::optional<PlotKind> plotKindOf(std::string_view name);

// How many points an object of a kind has at least.
std::size_t leastPoints(PlotKind kind);

// A circle on the ellipsoid as a closed ring of 72 vertices.
std::vector<LonLat> circleRing(LonLat centre, double radius_m);

// The cells of a row for RowEditor. Fails with kInvalidArgument: too few points, a radius or a number that is none.
Result<RowCells> cellsOf(const PlotObject& object);
RowCells cellsOf(const PlotSheet& sheet);
RowCells cellsOf(const MapBookmark& bookmark);

}  // namespace gis
