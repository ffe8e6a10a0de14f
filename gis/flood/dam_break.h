// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/error.h"

namespace gis::flood {

// A figure that is an estimate, with the range in which 95 of 100 dams lay.
struct Estimate {
  double value = 0, low = 0, high = 0;
};
struct DamBreak {
  Estimate peak_m3_per_s;
  Estimate formation_h;  // of the breach
};

// The flood of an earth dam that breaks, by regression on dams that broke: Qp = 0.607 V^0.295 h^1.24, tf = 0.00254
// V^0.53 hb^-0.90 (V water above the breach's foot in m3, h its depth, hb the breach's height in m). Source: Froehlich,
// J. Water Resour. Plan. Manage. 121(1) and Water Resources Engineering (ASCE) 1995; ranges by Wahl, J. Hydraul. Eng.
// 130(5) 2004: 0.53-2.3 of the peak, 0.38-7.3 of the time. Valid within the dams that it was made of: 10^4 <= V <=
// 7*10^8 m3, 3 <= h <= 95 m; else kOutOfRange. The equations are confirmed [F]; Wahl's ranges and the limits of V and h
// were not read at their source [U]: to be verified, and said so where they are shown. Concrete dams break otherwise.
Result<DamBreak> damBreak(double water_m3, double water_depth_m, double breach_height_m);

}  // namespace gis::flood
