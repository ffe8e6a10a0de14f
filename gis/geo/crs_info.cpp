// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/crs_info.h"

#include "gis/geo/proj_handles.h"
#include "gis/geo/projector.h"

namespace gis {

Result<CrsInfo> describeCrs(const std::string& crs) {
  const ProjContext context = makeProjContext();
  const ProjObject object = parseCrs(context.get(), crs);
  if (!object) return fail(ErrorCode::kUnknownCrs, crs, projErrorText(context.get()));
  CrsInfo info;
  if (const char* name = proj_get_name(object.get())) info.name = name;
  info.geographic = isGeographic(context.get(), object.get());
  LonLatBox area;
  if (proj_get_area_of_use(context.get(), object.get(), &area.west_deg, &area.south_deg, &area.east_deg,
                           &area.north_deg, nullptr) != 0 &&
      area.west_deg >= -180 && area.west_deg <= area.east_deg && area.south_deg <= area.north_deg)
    info.area = area;
  return info;
}

Result<LonLatBox> lonLatExtent(const MapBox& extent, const std::string& crs) {
  if (extent.empty()) return fail(ErrorCode::kOutOfRange, "empty extent");
  const auto projector = Projector::create(crs, "EPSG:4490");
  if (!projector) return std::unexpected(projector.error());
  constexpr int kSteps = 20;
  LonLatBox box;
  for (int i = 0; i <= kSteps; ++i) {
    const double x = extent.min_x_m + extent.width_m() * i / kSteps;
    const double y = extent.min_y_m + extent.height_m() * i / kSteps;
    for (const MapXY p :
         {MapXY{x, extent.min_y_m}, MapXY{x, extent.max_y_m}, MapXY{extent.min_x_m, y}, MapXY{extent.max_x_m, y}}) {
      const auto at = projector->forward({p.x_m, p.y_m});
      if (!at) return std::unexpected(at.error());
      box.add(LonLat{at->x, at->y});
    }
  }
  return box;
}

}  // namespace gis
