// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "gis/core/error.h"

namespace gis::flood {

// Drought grade 旱情等级; the value is the code in code_drought_grade.
enum class DroughtGrade { kNone = 0, kLight = 1, kModerate = 2, kSevere = 3, kExtreme = 4 };

// A grade begins where the indicator is at or below `at_most_percent`. As data (table drought_limit): the limits of SL
// 424-2008 旱情等级标准 are shipped with their confidence and can be changed.
struct DroughtLimit {
  DroughtGrade grade = DroughtGrade::kLight;
  double at_most_percent = 0;
};
// The worst grade whose limit is reached. Fails with kOutOfRange for a value that is no number, kInvalidArgument where
// a worse grade has the higher limit.
Result<DroughtGrade> droughtGrade(double indicator_percent, const std::vector<DroughtLimit>& limits);

// Percent of normal 占常年百分比 and the departure from it 距平百分率 (-100 when there is nothing). Fails with
// kOutOfRange unless the normal is positive and the value not negative.
Result<double> percentOfNormal(double value, double normal);
Result<double> departurePercent(double value, double normal);

}  // namespace gis::flood
