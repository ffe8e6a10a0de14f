// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/error.h"

namespace gis::geology {

// An infinite slope (无限斜坡): a layer of soil parallel to its surface.
struct InfiniteSlope {
  double cohesion_kpa = 0;        // effective c'
  double friction_deg = 0;        // effective phi'
  double unit_weight_kn_m3 = 18;  // gamma
  double depth_m = 0;             // z, vertical
  double slope_deg = 0;           // beta
  double wet_ratio = 0;           // m = height of water / depth, 0..1
  double water_kn_m3 = 9.81;      // gamma_w
};
// Factor of safety [c' + (g - m gw) z cos2b tan f'] / (g z sin b cos b); below 1 it moves. Source:
// Skempton & DeLory 1957; Das, Principles of Geotechnical Engineering. Fails with kOutOfRange: slope not in (0, 90),
// depth or weight not positive, friction not in 0..60, wet_ratio not in 0..1, negative cohesion.
Result<double> safetyFactor(const InfiniteSlope& slope);

// Critical acceleration (g) of Newmark's sliding block, (FS - 1) sin a, a the thrust angle. Source: Newmark 1965,
// Geotechnique 15. Fails with kOutOfRange: FS below 1 (it moves without any shaking), angle not in (0, 90).
Result<double> criticalAccelerationG(double safety_ratio, double thrust_deg);

// Newmark displacement, cm: log D = 0.215 + log[(1 - ac/amax)^2.341 (ac/amax)^-1.438], sigma 0.510 (log10). Source:
// Jibson 2007, Engineering Geology 91, equation 6. Fails with kOutOfRange unless 0 < ac < amax.
struct NewmarkDisplacement {
  double median_cm = 0;
  double low_cm = 0;   // one standard deviation down
  double high_cm = 0;  // and up
};
Result<NewmarkDisplacement> newmarkDisplacement(double critical_of_g_ratio, double peak_of_g_ratio);

// SINMAP's index of stability SI = {C + cos t [1 - min(R a / (T sin t), 1) r] tan f} / sin t. Source: Pack, Tarboton &
// Goodwin 1998. `wetness_ratio` is R a / (T sin t); r = rho_w / rho_s. Fails with kOutOfRange.
Result<double> sinmapIndex(double cohesion_ratio, double slope_deg, double wetness_ratio, double density_ratio,
                           double friction_deg);

// How far a debris flow or landslide runs: tan a = H / L, log(H/L) = -0.15663 log V + 0.62419, V in m3. Source:
// Scheidegger 1973, Rock Mechanics 5. Yields L in m for a fall H. Fails with kOutOfRange unless V is at least 1e5 (his
// slides are larger) and H positive.
Result<double> runoutM(double volume_m3, double fall_m);

}  // namespace gis::geology
