// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/avoidance.h"

namespace gis::seismic {

Result<AvoidanceRule> faultAvoidance(int degree, int age_code, BuildingCategory category,
                                     std::optional<double> cover_m) {
  if (degree < 6 || degree > 9) return fail(ErrorCode::kOutOfRange, "degree", "6 to 9");
  if (degree < 8) return AvoidanceRule{Avoidance::kNotNeeded, 0, "degree"};
  if (age_code != 1) return AvoidanceRule{Avoidance::kNotNeeded, 0, "age"};
  if (cover_m && *cover_m > (degree == 8 ? 60 : 90)) return AvoidanceRule{Avoidance::kNotNeeded, 0, "cover"};
  switch (category) {
    case BuildingCategory::kSpecial:
      return AvoidanceRule{Avoidance::kSpecialStudy, 0, {}};
    case BuildingCategory::kImportant:
      return AvoidanceRule{Avoidance::kDistance, degree == 8 ? 200.0 : 400.0, {}};
    case BuildingCategory::kUsual:
      return AvoidanceRule{Avoidance::kDistance, degree == 8 ? 100.0 : 200.0, {}};
    case BuildingCategory::kMinor:
      break;
  }
  return AvoidanceRule{Avoidance::kNoDistance, 0, {}};
}

}  // namespace gis::seismic
