// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <vector>

#include "gis/geo/projector.h"
#include "gis/geology/rain_run.h"
#include "layers/core/layer_state.h"

namespace layers {

// The four colours of national warning signals (红橙黄蓝), which nothing but warnings may have; none is a quiet grey.
QColor warningColour(gis::geology::RainLevel level);

// Grades of meteorological risk on the map: risk areas filled, hazard points as discs, in the four warning colours; the
// graver ones on top and larger. What has no grade (level none, or no rain known) is left out.
class RainGradeLayer final : public LayerState {
 public:
  RainGradeLayer(const gis::geology::RainRun& run, const gis::Projector& to_map);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_points.size() + m_areas.size()); }

 private:
  struct Point {
    gis::MapXY at;
    gis::geology::RainLevel level;
  };
  struct Area {
    std::vector<std::vector<gis::MapXY>> rings;
    gis::MapBox box;
    gis::geology::RainLevel level;
  };
  std::vector<Point> m_points;  // the gravest last
  std::vector<Area> m_areas;
  std::size_t m_counts[5] = {};
  gis::MapBox m_extent;
};

}  // namespace layers
