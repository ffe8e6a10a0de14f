// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/scenario.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "gis/geo/geodesic.h"

namespace gis::seismic {
namespace {

constexpr double kPerDegree = std::numbers::pi / 180;
constexpr int kRingPoints = 144;

double distanceToBoxKm(const LonLatBox& box, LonLat p) {
  const LonLat nearest{std::clamp(p.lon_deg, box.west_deg, box.east_deg),
                       std::clamp(p.lat_deg, box.south_deg, box.north_deg)};
  return geodesicBetween(p, nearest).dist_m / 1000;
}

}  // namespace

Result<void> checkScenario(const QuakeScenario& s, const LonLatBox& region) {
  if (!(s.surface_mag >= 5 && s.surface_mag <= 8.5)) return fail(ErrorCode::kOutOfRange, "surface_mag", "5.0 to 8.5");
  if (s.depth_km && !(*s.depth_km > 0 && *s.depth_km <= 70)) return fail(ErrorCode::kOutOfRange, "depth_km", "0 to 70");
  if (!(s.strike_deg >= 0 && s.strike_deg < 360)) return fail(ErrorCode::kOutOfRange, "strike_deg", "0 to 360");
  const auto [lon, lat] = s.epicentre;
  if (!(lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54)) return fail(ErrorCode::kOutOfRange, "epicentre", "China");
  if (!region.empty() && distanceToBoxKm(region, s.epicentre) > kReachKm)
    return fail(ErrorCode::kOutOfRange, "epicentre", "300 km");
  return {};
}

double ruptureLengthKm(const QuakeScenario& s) {
  if (s.rupture == RuptureModel::kPoint || s.surface_mag < 6.5) return 0;
  return std::pow(10.0, -3.22 + 0.69 * s.surface_mag);
}

Result<std::vector<Isoseismal>> isoseismals(const QuakeScenario& s, int lowest) {
  if (auto fine = checkScenario(s); !fine) return std::unexpected(fine.error());
  std::vector<Isoseismal> zones;
  const double rupture_km = ruptureLengthKm(s);
  for (int degree = kHighestDegree; degree >= std::max(1, lowest); --degree) {
    const auto axes = semiAxes(s.zone, s.surface_mag, s.edge == ZoneEdge::kAtDegree ? degree : degree - 0.5);
    if (!axes) return std::unexpected(axes.error());
    if (axes->long_km <= 0 || axes->short_km <= 0) continue;
    Isoseismal zone{degree,
                    *axes,
                    rupture_km,
                    std::numbers::pi * axes->long_km * axes->short_km + 2 * rupture_km * axes->short_km,
                    {}};
    for (int i = 0; i <= kRingPoints; ++i) {
      const double angle = 2 * std::numbers::pi * (i % kRingPoints) / kRingPoints;
      const double cosine = std::cos(angle);
      const double along = axes->long_km * cosine + (cosine >= 0 ? 1 : -1) * rupture_km / 2;
      const double across = axes->short_km * std::sin(angle);
      zone.ring.push_back(geodesicDestination(s.epicentre, s.strike_deg + std::atan2(across, along) / kPerDegree,
                                              std::hypot(along, across) * 1000));
    }
    zones.push_back(std::move(zone));
  }
  return zones;
}

Result<Shaking> shakingAt(const QuakeScenario& s, LonLat place) {
  const GeodesicLine line = geodesicBetween(s.epicentre, place);
  const double off = (line.azimuth_deg - s.strike_deg) * kPerDegree;
  const double r_km = line.dist_m / 1000;
  const double along = std::max(0.0, std::abs(r_km * std::cos(off)) - ruptureLengthKm(s) / 2);
  const double across = std::abs(r_km * std::sin(off));
  Shaking found;
  found.dist_km = std::hypot(along, across);
  found.off_axis_deg = found.dist_km > 0 ? std::atan2(across, along) / kPerDegree : 0;
  const auto intensity = intensityAt(s.zone, s.surface_mag, found.dist_km, found.off_axis_deg);
  if (!intensity) return std::unexpected(intensity.error());
  const auto motion = groundMotionAt(s.zone, s.surface_mag, found.dist_km, found.off_axis_deg, s.depth_km, s.motion);
  if (!motion) return std::unexpected(motion.error());
  const auto factor = siteFactor(s.site, motion->pga_gal);
  if (!factor) return std::unexpected(factor.error());
  found.intensity = *intensity;
  found.motion = {motion->pga_gal * *factor, motion->pgv_cm_per_s * *factor};
  const auto instrumental = instrumentalIntensity(found.motion.pga_gal / 100, found.motion.pgv_cm_per_s / 100);
  if (!instrumental) return std::unexpected(instrumental.error());
  found.instrumental = *instrumental;
  return found;
}

std::string romanDegree(int degree) {
  constexpr std::array<const char*, 12> kRoman{"Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ", "Ⅺ", "Ⅻ"};
  return degree >= 1 && degree <= 12 ? kRoman[static_cast<std::size_t>(degree - 1)] : std::to_string(degree);
}

}  // namespace gis::seismic
