// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "gis/geology/geology_records.h"

namespace gis::geology {

// "Dual control" (双控): every hazard point and every risk area is managed, the area by an owner and through its
// points. What is missing:
enum class DualGap {
  kAreaWithoutOwner,
  kOwnerWithoutPhone,
  kAreaWithoutShape,
  kPointOutsideAreas,
  kPointWithoutMonitor,
  kMonitorWithoutPhone,
  kAreaNamesLostPoint,  // a code that no point has
  kPointFarFromArea,    // the area that names it does not contain it
};
// "area_without_owner" ...
std::string gapName(DualGap gap);

struct DualArea {
  std::size_t area = 0;             // place in `areas`
  std::vector<std::size_t> points;  // places in `points`
  std::int64_t people = 0;          // threatened at its points
};

struct DualFinding {
  DualGap gap = DualGap::kAreaWithoutOwner;
  bool of_area = false;
  std::size_t at = 0;  // place in areas or points
};

struct DualControl {
  std::vector<DualArea> areas;
  std::vector<DualFinding> findings;  // by gap, then by place
  std::size_t areas_whole = 0;        // with owner, phone and a shape
  std::size_t points_whole = 0;       // in an area, with a monitor who has a phone
};

// `monitors` are the persons that answer for an object (their object_uuid). Pure.
DualControl dualControl(std::span<const HazardPoint> points, std::span<const RiskArea> areas,
                        std::span<const Responsible> monitors);

}  // namespace gis::geology
