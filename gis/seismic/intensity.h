// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

#include "gis/core/error.h"

namespace gis::seismic {

// Degrees of the Chinese intensity scale (GB/T 17742-2020), 1 to 12 with fractions.
using Intensity = double;

// Zones of the Chinese seismic zonation map with attenuation relations of their own, and an older pair of relations for
// comparison. Shanxi lies in kEast.
enum class AttenuationZone {
  kEast,          // 东部强震区
  kMedium,        // 中强地震区
  kQinghaiTibet,  // 青藏区
  kXinjiang,      // 新疆区
  kEast2000,      // 东部, Wang Suyun et al. 2000
  kWest2000,      // 西部, Wang Suyun et al. 2000
};
inline constexpr AttenuationZone kAttenuationZones[] = {AttenuationZone::kEast,         AttenuationZone::kMedium,
                                                        AttenuationZone::kQinghaiTibet, AttenuationZone::kXinjiang,
                                                        AttenuationZone::kEast2000,     AttenuationZone::kWest2000};

// How a relation is named in files and on the command line, and where it was published; sigma in degrees.
struct RelationInfo {
  std::string_view id;
  std::string_view source;
  double sigma = 0;
};
RelationInfo relationInfo(AttenuationZone zone);
// By its id; kEast2000 is "wang2000-east". Fails with kUnknownName.
Result<AttenuationZone> zoneOf(std::string_view id);

// Half axes of the ellipse within which an intensity is reached; 0 where it is not reached anywhere.
struct SemiAxes {
  double long_km = 0;
  double short_km = 0;
};

// Seismic intensity by distance: I = A + B M + C lg(R + R0), one set of coefficients along the long axis, one along the
// short one; M surface-wave magnitude Ms, R epicentral distance in km. Source: GB 18306-2015 宣贯教材 (Gao Mengtan,
// 2015), p. 172; kEast2000 and kWest2000: Wang Suyun, Yu Yanxiang, Gao Ajia, Yan Xiujie 2000,
// 中国分区地震动衰减关系的确定, Earthquake Research in China 16(2). Standard deviation 0.52 (medium) to 0.66
// (Qinghai-Tibet) of one degree. Valid for M 5 to 8.5, R to 300 km and point sources: above M 7 the rupture is long and
// the ellipse too short. The depth is no part of it: the relations are means over shallow earthquakes. All fail with
// kOutOfRange.

// Intensity at the epicentre, by the long axis (both agree to 0.001; in the relations of 2000 to 0.02).
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
