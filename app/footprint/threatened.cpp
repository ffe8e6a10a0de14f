// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/footprint/threatened.h"

namespace app {

gis::Footprint ringsFootprint(gis::LonLat centre, const std::vector<double>& radii_m,
                              const std::vector<QString>& names) {
  gis::Footprint footprint;
  for (std::size_t i = 0; i < radii_m.size(); ++i) {
    gis::FootprintShape shape;
    shape.kind = gis::ShapeKind::kReach;
    shape.lines = {{centre}};
    shape.reach_m = radii_m[i];
    footprint.classes.push_back({std::to_string(static_cast<long>(radii_m[i])),
                                 i < names.size() ? names[i].toStdString() : std::string(),
                                 {std::move(shape)}});
  }
  return footprint;
}

bool showThreatened(PanelContext& context, const ThreatenedPlace& place) {
  if (context.map.open_panel) context.map.open_panel(QStringLiteral("exposure"));
  if (!context.map.ask_exposure) return false;
  context.map.ask_exposure(place);
  return true;
}

}  // namespace app
