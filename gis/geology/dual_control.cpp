// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/dual_control.h"

#include <algorithm>

#include "gis/geology/rain_grading.h"

namespace gis::geology {

bool RiskArea::contains(LonLat p) const {
  bool inside = false;
  for (const auto& ring : rings)
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
      if ((ring[i].lat_deg > p.lat_deg) != (ring[j].lat_deg > p.lat_deg) &&
          p.lon_deg < (ring[j].lon_deg - ring[i].lon_deg) * (p.lat_deg - ring[i].lat_deg) /
                              (ring[j].lat_deg - ring[i].lat_deg) +
                          ring[i].lon_deg)
        inside = !inside;
  return inside;
}

LonLat RiskArea::middle() const {
  LonLatBox box;
  for (const auto& ring : rings)
    for (const LonLat& p : ring) box.add(p);
  return box.empty() ? LonLat{} : box.centre();
}

std::string gapName(DualGap gap) {
  constexpr const char* kNames[] = {"area_without_owner",    "owner_without_phone",   "area_without_shape",
                                    "point_outside_areas",   "point_without_monitor", "monitor_without_phone",
                                    "area_names_lost_point", "point_outside_its_area"};
  return kNames[static_cast<int>(gap)];
}

DualControl dualControl(std::span<const HazardPoint> points, std::span<const RiskArea> areas,
                        std::span<const Responsible> monitors) {
  DualControl control;
  std::map<std::string, bool> has_phone;  // of a monitor, by the object's uuid
  for (const Responsible& person : monitors)
    if (!person.object_uuid.empty()) has_phone[person.object_uuid] |= !person.contact.phone.empty();
  std::map<std::string, std::size_t> by_code;
  for (std::size_t i = 0; i < points.size(); ++i) by_code[points[i].code] = i;
  const auto of = pointsOfAreas(points, areas);
  std::vector<std::uint8_t> covered(points.size(), 0);
  const auto note = [&](DualGap gap, bool of_area, std::size_t at) { control.findings.push_back({gap, of_area, at}); };
  for (std::size_t a = 0; a < areas.size(); ++a) {
    const RiskArea& area = areas[a];
    DualArea dual{a, of[a], 0};
    for (const std::size_t i : of[a]) {
      dual.people += points[i].people;
      covered[i] = 1;
    }
    control.areas.push_back(std::move(dual));
    if (area.owner.empty())
      note(DualGap::kAreaWithoutOwner, true, a);
    else if (area.owner_phone.empty())
      note(DualGap::kOwnerWithoutPhone, true, a);
    if (area.rings.empty()) note(DualGap::kAreaWithoutShape, true, a);
    if (!area.owner.empty() && !area.owner_phone.empty() && !area.rings.empty()) ++control.areas_whole;
    if (area.hazard_code.empty()) continue;
    const auto named = by_code.find(area.hazard_code);
    if (named == by_code.end())
      note(DualGap::kAreaNamesLostPoint, true, a);
    else if (!area.rings.empty() && !area.contains(points[named->second].where))
      note(DualGap::kPointFarFromArea, true, a);
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!covered[i]) note(DualGap::kPointOutsideAreas, false, i);
    const auto monitor = has_phone.find(points[i].uuid);
    if (monitor == has_phone.end())
      note(DualGap::kPointWithoutMonitor, false, i);
    else if (!monitor->second)
      note(DualGap::kMonitorWithoutPhone, false, i);
    if (covered[i] && monitor != has_phone.end() && monitor->second) ++control.points_whole;
  }
  std::ranges::stable_sort(control.findings, {}, &DualFinding::gap);
  return control;
}

}  // namespace gis::geology
