// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/intensity.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gis::seismic {
namespace {

struct Axis {
  double a;
  double b;
  double c;
  double r0_km;

  Intensity at(double magnitude, double dist_km) const { return a + b * magnitude + c * std::log10(dist_km + r0_km); }
  // Below zero where the intensity is not reached even at the epicentre.
  double distance(double magnitude, Intensity intensity) const {
    return std::pow(10.0, (intensity - a - b * magnitude) / c) - r0_km;
  }
};

struct Relation {
  Axis long_axis;
  Axis short_axis;
};

const Relation& relationOf(AttenuationZone zone) {
  static constexpr Relation kEast{{5.7123, 1.3626, -4.2903, 25}, {3.6588, 1.3626, -3.5406, 13}};
  static constexpr Relation kMedium{{5.8410, 1.0710, -3.6570, 15}, {3.9440, 1.0710, -2.8450, 7}};
  static constexpr Relation kQinghaiTibet{{6.4580, 1.2746, -4.4709, 25}, {3.3682, 1.2746, -3.3119, 9}};
  static constexpr Relation kXinjiang{{5.6018, 1.4347, -4.4899, 25}, {3.6113, 1.4347, -3.8477, 13}};
  static constexpr Relation kEast2000{{5.019, 1.446, -4.136, 24}, {2.240, 1.446, -3.070, 9}};
  static constexpr Relation kWest2000{{5.253, 1.398, -4.164, 26}, {2.019, 1.398, -2.943, 8}};
  switch (zone) {
    case AttenuationZone::kEast:
      return kEast;
    case AttenuationZone::kMedium:
      return kMedium;
    case AttenuationZone::kQinghaiTibet:
      return kQinghaiTibet;
    case AttenuationZone::kXinjiang:
      return kXinjiang;
    case AttenuationZone::kEast2000:
      return kEast2000;
    case AttenuationZone::kWest2000:
      return kWest2000;
  }
  return kEast;
}

constexpr double kLeastMagnitude = 5.0;
constexpr double kMostMagnitude = 8.5;
constexpr double kMostDistanceKm = 300;

bool validMagnitude(double magnitude) { return magnitude >= kLeastMagnitude && magnitude <= kMostMagnitude; }

SemiAxes axesOf(const Relation& relation, double magnitude, Intensity intensity) {
  return {std::max(0.0, relation.long_axis.distance(magnitude, intensity)),
          std::max(0.0, relation.short_axis.distance(magnitude, intensity))};
}

// Radius of an ellipse in the direction `angle` from its long axis.
double radiusOf(const SemiAxes& axes, double angle_rad) {
  if (axes.long_km <= 0 || axes.short_km <= 0) return 0;
  return axes.long_km * axes.short_km /
         std::hypot(axes.long_km * std::sin(angle_rad), axes.short_km * std::cos(angle_rad));
}

}  // namespace

RelationInfo relationInfo(AttenuationZone zone) {
  constexpr std::string_view kGb = "GB 18306-2015 宣贯教材（高孟潭，2015）第 172 页";
  constexpr std::string_view kWang =
      "汪素云、俞言祥、高阿甲、阎秀杰，2000，中国分区地震动衰减关系的确定，中国地震 16(2)";
  switch (zone) {
    case AttenuationZone::kEast:
      return {"gb18306-east", kGb, 0.5826};
    case AttenuationZone::kMedium:
      return {"gb18306-medium", kGb, 0.5200};
    case AttenuationZone::kQinghaiTibet:
      return {"gb18306-tibet", kGb, 0.6636};
    case AttenuationZone::kXinjiang:
      return {"gb18306-xinjiang", kGb, 0.5924};
    case AttenuationZone::kEast2000:
      return {"wang2000-east", kWang, 0.517};
    case AttenuationZone::kWest2000:
      return {"wang2000-west", kWang, 0.632};
  }
  return {};
}

Result<AttenuationZone> zoneOf(std::string_view id) {
  for (const AttenuationZone zone : kAttenuationZones)
    if (relationInfo(zone).id == id) return zone;
  return fail(ErrorCode::kUnknownName, std::string(id), "gb18306-east, gb18306-medium, gb18306-tibet, ...");
}

Result<Intensity> epicentralIntensity(AttenuationZone zone, double surface_mag) {
  if (!validMagnitude(surface_mag)) return fail(ErrorCode::kOutOfRange, "surface_mag", "5.0 to 8.5");
  return relationOf(zone).long_axis.at(surface_mag, 0);
}

Result<SemiAxes> semiAxes(AttenuationZone zone, double surface_mag, Intensity intensity) {
  if (!validMagnitude(surface_mag)) return fail(ErrorCode::kOutOfRange, "surface_mag", "5.0 to 8.5");
  if (!(intensity >= 1 && intensity <= 12)) return fail(ErrorCode::kOutOfRange, "intensity", "1 to 12");
  return axesOf(relationOf(zone), surface_mag, intensity);
}

Result<Intensity> intensityAt(AttenuationZone zone, double surface_mag, double dist_km, double off_axis_deg) {
  if (!validMagnitude(surface_mag)) return fail(ErrorCode::kOutOfRange, "surface_mag", "5.0 to 8.5");
  if (!(dist_km >= 0 && dist_km <= kMostDistanceKm)) return fail(ErrorCode::kOutOfRange, "dist_km", "0 to 300");
  if (!std::isfinite(off_axis_deg)) return fail(ErrorCode::kOutOfRange, "off_axis_deg");
  const Relation& relation = relationOf(zone);
  const double angle = off_axis_deg * std::numbers::pi / 180;
  // Along each axis the intensity is known; in between it lies between the two, and the ellipse's radius falls with it.
  const double on_long = relation.long_axis.at(surface_mag, dist_km);
  const double on_short = relation.short_axis.at(surface_mag, dist_km);
  double low = std::min(on_long, on_short);
  double high = std::max(on_long, on_short);
  constexpr int kHalvings = 40;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (radiusOf(axesOf(relation, surface_mag, middle), angle) >= dist_km ? low : high) = middle;
  }
  return std::max(1.0, (low + high) / 2);
}

Result<Intensity> instrumentalIntensity(double pga_m_per_s2, double pgv_m_per_s) {
  if (!(pga_m_per_s2 > 0) || !std::isfinite(pga_m_per_s2)) return fail(ErrorCode::kOutOfRange, "pga_m_per_s2");
  if (!(pgv_m_per_s > 0) || !std::isfinite(pgv_m_per_s)) return fail(ErrorCode::kOutOfRange, "pgv_m_per_s");
  const double by_acceleration = 3.17 * std::log10(pga_m_per_s2) + 6.59;
  const double by_velocity = 3.00 * std::log10(pgv_m_per_s) + 9.77;
  const bool strong = by_acceleration >= 6 && by_velocity >= 6;
  return std::clamp(strong ? by_velocity : (by_acceleration + by_velocity) / 2, 1.0, 12.0);
}

}  // namespace gis::seismic
