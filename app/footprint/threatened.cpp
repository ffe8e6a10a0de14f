// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/footprint/threatened.h"

#include <QTimer>

#include "app/core/map_document.h"

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

PlaceDesk& PlaceDesk::of(MapDocument& document) {
  if (auto* desk = document.findChild<PlaceDesk*>(QString(), Qt::FindDirectChildrenOnly)) return *desk;
  return *new PlaceDesk(&document);
}

bool PlaceDesk::handOver(const ThreatenedPlace& place) {
  m_last = place;
  emit panelWanted(QStringLiteral("exposure"));
  if (m_answer) {
    m_answer(place);
    return true;
  }
  // A panel that was never open is made when it is shown, which may be a moment later.
  QTimer::singleShot(0, this, [this, place] {
    if (m_answer) m_answer(place);
  });
  return false;
}

bool showThreatened(PanelContext& context, const ThreatenedPlace& place) {
  return PlaceDesk::of(context.document).handOver(place);
}

}  // namespace app
