// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/ground_motion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace gis::seismic {
namespace {

// One axis in decimal logarithms; A and B to M 6.5 and above.
struct MotionAxis {
  double a_low, b_low, a_high, b_high, c, d, e;

  double saturation(double m) const { return d * std::exp(e * m); }
  double at(double m, double r_km) const {
    const bool high = m > 6.5;
    return (high ? a_high : a_low) + (high ? b_high : b_low) * m + c * std::log10(r_km + saturation(m));
  }
  // Where lg Y is `value`; below 0 when it is less than that at the epicentre.
  double distance(double m, double value) const {
    const bool high = m > 6.5;
    return std::pow(10.0, (value - (high ? a_high : a_low) - (high ? b_high : b_low) * m) / c) - saturation(m);
  }
};

struct MotionAxes {
  MotionAxis long_axis, short_axis;
};
struct ZoneMotion {
  MotionAxes pga, pgv;
};

constexpr MotionAxis inDecimal(MotionAxis axis) {
  constexpr double k = 0.43429448190325176;  // lg e
  return {axis.a_low * k, axis.b_low * k, axis.a_high * k, axis.b_high * k, axis.c, axis.d, axis.e};
}

const ZoneMotion& motionOf(AttenuationZone zone, MotionRelation relation) {
  static constexpr ZoneMotion kEast{
      {{1.979, .671, 3.533, .432, -2.315, 2.088, .399}, {1.176, .660, 2.753, .418, -2.004, .944, .447}},
      {{-.363, .791, 1.437, .513, -2.103, 2.088, .399}, {-1.147, .788, .712, .502, -1.825, .944, .447}}};
  static constexpr ZoneMotion kMedium{
      {{2.417, .498, 3.706, .298, -2.079, 2.802, .295}, {1.715, .471, 2.690, .321, -1.723, 1.295, .331}},
      // -1.559: one print has -1.599, which does not bring both axes together at the epicentre.
      {{.093, .621, 1.640, .382, -1.889, 2.802, .295}, {-.589, .601, .671, .407, -1.559, 1.295, .331}}};
  static constexpr ZoneMotion kXinjiang{
      {{1.791, .720, 3.403, .472, -2.389, 1.772, .424}, {.983, .713, 2.610, .463, -2.118, .825, .465}},
      {{-.547, .840, 1.310, .554, -2.181, 1.772, .424}, {-1.351, .843, .569, .549, -1.945, .825, .465}}};
  static constexpr ZoneMotion kTibet{
      {{2.387, .645, 3.807, .411, -2.416, 2.647, .366}, {1.003, .609, 2.457, .388, -1.854, .612, .457}},
      {{-.064, .766, 1.714, .491, -2.205, 2.647, .366}, {-1.301, .741, .443, .474, -1.696, .612, .457}}};
  static constexpr ZoneMotion kEastLn{{inDecimal({4.5517, 1.5433, 8.1259, .9936, -2.315, 2.088, .399}),
                                       inDecimal({2.7048, 1.5180, 6.3319, .9614, -2.004, .944, .447})},
                                      {inDecimal({-.8349, 1.8193, 3.3051, 1.1799, -2.103, 2.088, .399}),
                                       inDecimal({-2.6381, 1.8124, 1.6376, 1.1546, -1.825, .944, .447})}};
  static constexpr ZoneMotion kMediumLn{{inDecimal({5.5591, 1.1454, 8.5238, .6854, -2.079, 2.802, .295}),
                                         inDecimal({3.9445, 1.0833, 6.1870, .7383, -1.723, 1.295, .331})},
                                        {inDecimal({.2139, 1.4283, 3.7720, .8786, -1.889, 2.802, .295}),
                                         inDecimal({-1.3547, 1.3823, 1.5433, .9361, -1.559, 1.295, .331})}};
  static constexpr ZoneMotion kXinjiangLn{{inDecimal({4.1193, 1.6560, 7.8269, 1.0856, -2.389, 1.772, .424}),
                                           inDecimal({2.2609, 1.6399, 6.0030, 1.0649, -2.118, .825, .465})},
                                          {inDecimal({-1.2581, 1.9320, 3.0130, 1.2742, -2.181, 1.772, .424}),
                                           inDecimal({-3.1073, 1.9389, 1.3087, 1.2627, -1.945, .825, .465})}};
  static constexpr ZoneMotion kTibetLn{{inDecimal({5.4901, 1.4835, 8.7561, .9453, -2.416, 2.647, .366}),
                                        inDecimal({2.3069, 1.4007, 5.6511, .8924, -1.854, .612, .457})},
                                       {inDecimal({-.1472, 1.7618, 3.9422, 1.1293, -2.205, 2.647, .366}),
                                        inDecimal({-2.9923, 1.7043, 1.0189, 1.0902, -1.696, .612, .457})}};
  const bool natural = relation == MotionRelation::kNaturalLogarithm;
  switch (zone) {
    case AttenuationZone::kEast:
    case AttenuationZone::kEast2000:
      return natural ? kEastLn : kEast;
    case AttenuationZone::kMedium:
      return natural ? kMediumLn : kMedium;
    case AttenuationZone::kQinghaiTibet:
    case AttenuationZone::kWest2000:
      return natural ? kTibetLn : kTibet;
    case AttenuationZone::kXinjiang:
      return natural ? kXinjiangLn : kXinjiang;
  }
  return kEast;
}

double motionRadiusOf(double a, double b, double sine, double cosine) {
  if (a <= 0 || b <= 0) return 0;
  return a * b / std::hypot(a * sine, b * cosine);
}

// lg Y at a place.
double logMotion(const MotionAxes& axes, double m, double r_km, double sine, double cosine,
                 std::optional<double> depth_km) {
  const auto shortOf = [&](double along_km) {
    return std::max(0.0, axes.short_axis.distance(m, axes.long_axis.at(m, along_km)));
  };
  // The half axis along strike of the ellipse through the place.
  double low = 0, high = r_km + 1;
  while (motionRadiusOf(high, shortOf(high), sine, cosine) < r_km && high < 1e5) high *= 2;
  constexpr int kHalvings = 40;
  for (int i = 0; i < kHalvings && high - low > 1e-7; ++i) {
    const double middle = (low + high) / 2;
    (motionRadiusOf(middle, shortOf(middle), sine, cosine) < r_km ? low : high) = middle;
  }
  const double along_km = (low + high) / 2;
  if (!depth_km) return axes.long_axis.at(m, along_km);
  const double on_long = axes.long_axis.at(m, std::hypot(along_km, *depth_km));
  const double on_short = axes.short_axis.at(m, std::hypot(shortOf(along_km), *depth_km));
  if (on_long > 0 && on_short > 0) return on_long * on_short / std::hypot(on_long * sine, on_short * cosine);
  return on_long * cosine * cosine + on_short * sine * sine;
}

}  // namespace

Result<SiteClass> siteClassOf(std::string_view id) {
  for (const SiteClass site : {SiteClass::kI0, SiteClass::kI1, SiteClass::kII, SiteClass::kIII, SiteClass::kIV})
    if (siteClassName(site) == id) return site;
  return fail(ErrorCode::kUnknownName, std::string(id), "I0, I1, II, III, IV");
}

std::string_view siteClassName(SiteClass site) {
  constexpr std::array<std::string_view, 5> kNames{"I0", "I1", "II", "III", "IV"};
  return kNames[static_cast<std::size_t>(site)];
}

Result<GroundMotion> groundMotionAt(AttenuationZone zone, double surface_mag, double dist_km, double off_axis_deg,
                                    std::optional<double> depth_km, MotionRelation relation) {
  if (!(surface_mag >= 5 && surface_mag <= 8.5)) return fail(ErrorCode::kOutOfRange, "surface_mag", "5.0 to 8.5");
  if (!(dist_km >= 0 && dist_km <= 300)) return fail(ErrorCode::kOutOfRange, "dist_km", "0 to 300");
  if (!std::isfinite(off_axis_deg)) return fail(ErrorCode::kOutOfRange, "off_axis_deg");
  if (depth_km && !(*depth_km > 0 && *depth_km <= 70)) return fail(ErrorCode::kOutOfRange, "depth_km", "0 to 70");
  const ZoneMotion& motion = motionOf(zone, relation);
  const double angle = off_axis_deg * std::numbers::pi / 180;
  const double sine = std::abs(std::sin(angle)), cosine = std::abs(std::cos(angle));
  return GroundMotion{std::pow(10.0, logMotion(motion.pga, surface_mag, dist_km, sine, cosine, depth_km)),
                      std::pow(10.0, logMotion(motion.pgv, surface_mag, dist_km, sine, cosine, depth_km))};
}

Result<double> siteFactor(SiteClass site, double pga_gal) {
  if (!(pga_gal > 0)) return fail(ErrorCode::kOutOfRange, "pga_gal");
  constexpr std::array kStepsG{0.05, 0.10, 0.15, 0.20, 0.30, 0.40};
  constexpr double kFactors[5][6] = {{.72, .74, .75, .76, .85, .90},
                                     {.80, .82, .83, .85, .95, 1.00},
                                     {1, 1, 1, 1, 1, 1},
                                     {1.30, 1.25, 1.15, 1.00, 1.00, 1.00},
                                     {1.25, 1.20, 1.10, 1.00, .95, .90}};
  const auto& row = kFactors[static_cast<std::size_t>(site)];
  const double g = pga_gal / 980.665;
  if (g <= kStepsG.front()) return row[0];
  for (std::size_t i = 1; i < kStepsG.size(); ++i)
    if (g <= kStepsG[i])
      return row[i - 1] + (row[i] - row[i - 1]) * (g - kStepsG[i - 1]) / (kStepsG[i] - kStepsG[i - 1]);
  return row[5];
}

}  // namespace gis::seismic
