// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string_view>

#include "gis/core/error.h"
#include "gis/seismic/intensity.h"

namespace gis::seismic {

// Site classes of GB 18306-2015 appendix E; the relations are for class II.
enum class SiteClass { kI0, kI1, kII, kIII, kIV };
Result<SiteClass> siteClassOf(std::string_view id);  // "I0", "I1", "II", "III", "IV"
std::string_view siteClassName(SiteClass site);

// Two prints of the same relation: decimal logarithms as in the appendix of GB 18306-2015, and natural logarithms as
// in OpenQuake; they differ by up to 2 percent.
enum class MotionRelation { kGb18306, kNaturalLogarithm };

struct GroundMotion {
  double pga_gal = 0;  // cm/s2
  double pgv_cm_per_s = 0;
};

// Peak acceleration and velocity: lg Y = A + B M + C lg(R + D e^(E M)), one set of coefficients along the long axis,
// one along the short one, another A and B above M 6.5; a place has the motion of the ellipse that passes through it. R
// epicentral distance in km; with `depth_km` R becomes sqrt(R2 + depth2), and between the axes the logarithms are
// mixed along an ellipse. Standard deviation of lg Y 0.236 (PGA), 0.271 (PGV). Class II sites, horizontal. Source: Yu
// Yanxiang, Li Shanyou, Xiao Liang 2013, 中国地震动参数区划图地震动衰减关系; GB 18306-2015 appendix; kNaturalLogarithm:
// OpenQuake hazardlib yu_2013 (Ms). The relations of 2000 have none of their own: their zone of 2013 is taken. Valid
// for M 5 to 8.5, R to 300 km, depth above 0 to 70 km; else kOutOfRange.
Result<GroundMotion> groundMotionAt(AttenuationZone zone, double surface_mag, double dist_km, double off_axis_deg,
                                    std::optional<double> depth_km = {},
                                    MotionRelation relation = MotionRelation::kGb18306);

// By how much the site makes PGA greater than on class II, at a PGA of class II. Between the table's steps it is
// interpolated. Source: GB 18306-2015 appendix E. Fails with kOutOfRange unless pga_gal is positive.
Result<double> siteFactor(SiteClass site, double pga_gal);

}  // namespace gis::seismic
