// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/drought.h"

#include <algorithm>
#include <cmath>

namespace gis::flood {

Result<DroughtGrade> droughtGrade(double indicator_percent, const std::vector<DroughtLimit>& limits) {
  if (!std::isfinite(indicator_percent)) return fail(ErrorCode::kOutOfRange, "indicator_percent");
  DroughtGrade worst = DroughtGrade::kNone;
  for (const DroughtLimit& limit : limits) {
    for (const DroughtLimit& other : limits)
      if (other.grade > limit.grade && other.at_most_percent > limit.at_most_percent)
        return fail(ErrorCode::kInvalidArgument, "drought_limit", "a worse grade has the higher limit");
    if (indicator_percent <= limit.at_most_percent) worst = std::max(worst, limit.grade);
  }
  return worst;
}

Result<double> percentOfNormal(double value, double normal) {
  if (!(normal > 0)) return fail(ErrorCode::kOutOfRange, "normal");
  if (!(value >= 0)) return fail(ErrorCode::kOutOfRange, "value");
  return 100 * value / normal;
}

Result<double> departurePercent(double value, double normal) {
  const auto percent = percentOfNormal(value, normal);
  if (!percent) return percent;
  return *percent - 100;
}

}  // namespace gis::flood
