// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string_view>

#include "gis/core/error.h"

namespace gis::seismic {

// Categories of buildings by what their failure would mean (GB 50223): 甲 乙 丙 丁.
enum class BuildingCategory { kSpecial, kImportant, kUsual, kMinor };

enum class Avoidance {
  kNotNeeded,     // the rupture at the surface may be disregarded
  kDistance,      // keep dist_m from the main trace
  kSpecialStudy,  // 专门研究
  kNoDistance,    // the standard gives none for minor buildings
};
struct AvoidanceRule {
  Avoidance kind = Avoidance::kNotNeeded;
  double dist_m = 0;
  std::string_view reason;  // of kNotNeeded: "degree", "age", "cover"
};

// Least distance from the main trace of a seismogenic fault. It may be disregarded below degree VIII, for a fault
// without activity in the Holocene, and under more than 60 m (VIII) or 90 m (IX) of soil. `age_code`: code_fault_age, 1
// the Holocene. Source: GB 50011-2010 (2016 edition) 4.1.7 and table 4.1.7; 待核实. Fails with kOutOfRange unless the
// degree is 6 to 9.
Result<AvoidanceRule> faultAvoidance(int degree, int age_code, BuildingCategory category,
                                     std::optional<double> cover_m = {});

}  // namespace gis::seismic
