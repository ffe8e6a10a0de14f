// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/seismic/ground_motion.h"

namespace gis::seismic {

// Where the outer line of the zone of degree I is drawn: where I is just reached (usual in China), or at I - 0.5.
enum class ZoneEdge { kAtDegree, kHalfBelow };
enum class RuptureModel { kPoint, kLine };
enum class TimeOfDay { kDay, kNight };

// A supposed earthquake and how it is computed.
struct QuakeScenario {
  std::string name;
  double surface_mag = 6.5;
  LonLat epicentre;
  std::optional<double> depth_km;  // enters PGA and PGV alone
  double strike_deg = 25;          // of the long axis, clockwise from north, 0 to below 360
  std::string strike_from;         // the fault it was taken from; empty: typed
  AttenuationZone zone = AttenuationZone::kEast;
  MotionRelation motion = MotionRelation::kGb18306;
  SiteClass site = SiteClass::kII;
  ZoneEdge edge = ZoneEdge::kAtDegree;
  RuptureModel rupture = RuptureModel::kPoint;
  TimeOfDay time_of_day = TimeOfDay::kNight;
  std::int64_t origin_utc_ms = 0;  // 0: not an event that happened
};

// Farthest epicentre from the region that still makes sense: the relations' reach.
inline constexpr double kReachKm = 300;

// Fails with kOutOfRange; the subject names the field (surface_mag, depth_km, strike_deg, epicentre), the detail its
// range. An epicentre may lie up to kReachKm outside `region`; an empty region takes any place in China's longitudes.
Result<void> checkScenario(const QuakeScenario& scenario, const LonLatBox& region = {});

// Length of the rupture at the surface, km: lg SRL = -3.22 + 0.69 M. Source: Wells & Coppersmith 1994, table 2A, all
// slip types, M 5.2 to 8.1. Used from M 6.5 on, zero below.
double ruptureLengthKm(const QuakeScenario& scenario);

// The zone of one degree: within the half axes about the rupture (a point, or a line along the strike).
struct Isoseismal {
  int degree = 6;
  SemiAxes axes;             // about a point of the rupture
  double rupture_km = 0;     // by which it is longer along the strike
  double area_km2 = 0;       // of the whole ellipse, the inner zones with it
  std::vector<LonLat> ring;  // closed, clockwise from the strike's end
};
constexpr int kLowestDegree = 6;
constexpr int kHighestDegree = 12;

// Zones from the epicentre's degree down to `lowest`; only those that exist. Fails as checkScenario does.
Result<std::vector<Isoseismal>> isoseismals(const QuakeScenario& scenario, int lowest = kLowestDegree);

// What shakes at one place.
struct Shaking {
  double dist_km = 0;  // from the rupture
  double off_axis_deg = 0;
  Intensity intensity = 1;     // by the intensity relation
  GroundMotion motion;         // with the site's factor on both
  Intensity instrumental = 1;  // GB/T 17742-2020 from the motion
};
// Fails with kOutOfRange beyond the relations' reach.
Result<Shaking> shakingAt(const QuakeScenario& scenario, LonLat place);

// "Ⅶ" for 7; the digits outside 1 to 12.
std::string romanDegree(int degree);

}  // namespace gis::seismic
