// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/flood/river_network.h"

namespace gis::flood {

// How fast a flood wave runs: kinematic celerity c = 5/3 v of a wide channel, v = h^(2/3) S^(1/2)/n (Manning). Steep
// streams are rougher: n = 0.32 S^0.38 h^-0.16 where that is more (Jarrett, J. Hydraul. Eng. 110(11) 1984, slopes 0.002
// to 0.04; steeper ones are taken as 0.04). Never faster than critical flow, v <= sqrt(g h). Source: Lighthill &
// Whitham 1955; Chow, Open-Channel Hydraulics 1959 for n 0.03-0.05. Valid: 0.1 <= h <= 20 m, 0.01 <= n <= 0.2, S >= 0;
// a slope of nothing counts as 0.0001. Else kOutOfRange.
Result<double> waveCelerityMPerS(double depth_m, double slope_ratio, double manning_n);

// Hours that a wave needs through a reach: an estimate with its range. The depth is that of the warning stage above the
// bed where it is known, else `depth_m`. Quick: a half more water and n 0.03; slow: 0.7 of the water and n 0.05.
struct TravelRule {
  double depth_m = 1.2;
  double manning_n = 0.04;
};
struct TravelTime {
  double likely_h = 0, quick_h = 0, slow_h = 0;
  TravelTime& operator+=(const TravelTime& t) {
    likely_h += t.likely_h, quick_h += t.quick_h, slow_h += t.slow_h;
    return *this;
  }
};
Result<TravelTime> travelTime(const Reach& reach, const TravelRule& rule = {});

}  // namespace gis::flood
