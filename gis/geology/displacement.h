// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "gis/core/error.h"
#include "gis/geology/rain_rule.h"

namespace gis::geology {

// One reading of a displacement gauge: days since any beginning, millimetres since any beginning.
struct DisplacementReading {
  double t_d = 0;
  double s_mm = 0;
};

// The improved tangent angle (改进切线角) of a creeping slope: T = S / v, v the mean rate of its steady stage, and
// a_i = arctan[(T_i - T_(i-1)) / (t_i - t_(i-1))]. Below 45 degrees nothing, from 45 blue, above it yellow, from 80
// orange, from 85 red. A level counts only after `least_in_row` readings in a row with growing rates, so that one step
// of rain does not alarm. Source: Xu Qiang et al. 2009 (许强等，滑坡时空演化规律及预警预报研究), classes there; the
// rule of readings in a row is this program's.
struct TangentAngle {
  double t_d = 0;
  double rate_mm_per_d = 0;
  double angle_deg = 0;
  RainLevel level = RainLevel::kNone;  // what the angle alone says
};
struct TangentAngles {
  double steady_mm_per_d = 0;
  std::vector<TangentAngle> readings;  // one less than were given
  RainLevel level = RainLevel::kNone;  // that holds at the end
};
// Fails with kInvalidArgument: fewer than three readings, times that do not grow, a steady stage of fewer than two
// readings or whose mean rate is not positive (kOutOfRange).
Result<TangentAngles> tangentAngles(std::span<const DisplacementReading> readings, double steady_from_d,
                                    double steady_to_d, int least_in_row = 3);

// Minutes until failure of a slope in its third stage of creep: log10 t = 2.33 - 0.916 log10 e, e the strain rate in
// 1e-4 per minute; about a factor of 3.9 either way (0.59 in log10). Source: Saito 1965. Fails with kOutOfRange unless
// the rate is positive.
struct SaitoTime {
  double median_min = 0;
  double low_min = 0;
  double high_min = 0;
};
Result<SaitoTime> saitoTime(double strain_rate_1e4_per_min);

// Time of failure from three times at which equal amounts of displacement were reached, in days or any other unit: t1 +
// (t2-t1)^2 / 2 /
// [(t2-t1) - (t3-t1)/2]. Source: Saito 1969. Fails with kOutOfRange when it does not speed up.
Result<double> saitoFailure(double t1_d, double t2_d, double t3_d);

// Time (days) at which the inverse of the rate falls to nothing, a straight line through the readings' inverse rates
// (Fukuzono 1985, exponent 2). Nothing when it does not fall. Fails as tangentAngles.
Result<std::optional<double>> inverseVelocityFailure(std::span<const DisplacementReading> readings);

}  // namespace gis::geology
