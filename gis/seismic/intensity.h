// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/error.h"

namespace gis::seismic {

// Degrees of the Chinese intensity scale (GB/T 17742-2020), 1 to 12 with fractions.
using Intensity = double;

// Zones of the Chinese seismic zonation map with attenuation relations of their own. Shanxi lies in kEast.
enum class AttenuationZone {
  kEast,          // 东部强震区
  kMedium,        // 中强地震区
  kQinghaiTibet,  // 青藏区
  kXinjiang,      // 新疆区
};

// Half axes of the ellipse within which an intensity is reached; 0 where it is not reached anywhere.
struct SemiAxes {
  double long_km = 0;
  double short_km = 0;
};

// Seismic intensity by distance: I = A + B M + C lg(R + R0), one set of coefficients along the long axis, one along the
// short one; M surface-wave magnitude Ms, R epicentral distance in km. Source: GB 18306-2015 宣贯教材 (Gao Mengtan,
// 2015), p. 172. Standard deviation 0.52 (medium) to 0.66 (Qinghai-Tibet) of one degree. Valid for M 5 to 8.5, R to 300
// km and point sources: above M 7 the rupture is long and the ellipse too short. All fail with kOutOfRange.

// Intensity at the epicentre, by the long axis (both agree to 0.001).
Result<Intensity> epicentralIntensity(AttenuationZone zone, double surface_mag);
// Where `intensity` is just reached.
Result<SemiAxes> semiAxes(AttenuationZone zone, double surface_mag, Intensity intensity);
// Intensity at a place `dist_km` away, `off_axis_deg` from the long axis: that of the ellipse which passes through it.
Result<Intensity> intensityAt(AttenuationZone zone, double surface_mag, double dist_km, double off_axis_deg);

// Instrumental intensity of a record: I_A = 3.17 lg PGA + 6.59, I_V = 3.00 lg PGV + 9.77; I_V where both reach 6, else
// their mean; 1.0 to 12.0. PGA in m/s2 and PGV in m/s of the three components' vector sum, 0.1-10 Hz. Source: GB/T
// 17742-2020 中国地震烈度表, clause 5. Fails with kOutOfRange unless both are positive.
Result<Intensity> instrumentalIntensity(double pga_m_per_s2, double pgv_m_per_s);

}  // namespace gis::seismic
