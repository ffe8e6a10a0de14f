// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/dam_break.h"

#include <cmath>

namespace gis::flood {

Result<DamBreak> damBreak(double water_m3, double water_depth_m, double breach_height_m) {
  if (!(water_m3 >= 1e4 && water_m3 <= 7e8)) return fail(ErrorCode::kOutOfRange, "water_m3");
  if (!(water_depth_m >= 3 && water_depth_m <= 95)) return fail(ErrorCode::kOutOfRange, "water_depth_m");
  if (!(breach_height_m >= 3 && breach_height_m <= 95)) return fail(ErrorCode::kOutOfRange, "breach_height_m");
  const double peak_m3_per_s = 0.607 * std::pow(water_m3, 0.295) * std::pow(water_depth_m, 1.24);
  const double formation_h = 0.00254 * std::pow(water_m3, 0.53) * std::pow(breach_height_m, -0.90);
  return DamBreak{{peak_m3_per_s, 0.53 * peak_m3_per_s, 2.3 * peak_m3_per_s},
                  {formation_h, 0.38 * formation_h, 7.3 * formation_h}};
}

}  // namespace gis::flood
