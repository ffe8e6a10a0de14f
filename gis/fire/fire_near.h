// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/fire/fire_place_store.h"
#include "gis/geo/projector.h"
#include "gis/network/route.h"

namespace gis::fire {

struct FireWind {
  double from_deg = 0;  // where it blows from, clockwise from north
  double m_per_s = 0;
};

struct FireQuestion {
  LonLat where;
  std::optional<FireWind> wind;
  double reach_m = 10000;  // places farther than this are not looked at, teams aside
  std::size_t each = 8;    // of each kind
};

struct NearPlace {
  FirePlace place;
  double dist_m = 0;       // on the ellipsoid
  double bearing_deg = 0;  // from the fire, clockwise from north
  bool downwind = false;   // inside the wind's sector
  // By road with the vehicle asked for, towards the fire (teams, water, helipads) or between (villages, sites).
  std::optional<double> travel_min;
  double road_km = 0;
  double last_m = 0;  // from the road to the fire, on foot
};

struct FireRing {
  double radius_m;
  std::int64_t people = 0;
  std::int64_t villages = 0;
};

// The answer to "a fire here": everything by distance, and by travel time where a road leads.
struct FireAnswer {
  LonLat where;
  std::vector<std::string> divisions;                       // of the nearest village, the largest first
  std::array<FireRing, 3> rings{{{1000}, {3000}, {5000}}};  // residents of villages whose point lies inside
  std::vector<NearPlace> places;  // by kind, then by travel time (teams) or distance (the rest)
  std::vector<FirePerson> persons;
  std::optional<double> off_road_m;  // from the fire to the nearest passable road; none: no road within 5 km
  double sector_half_deg = 30;
};

// A place farther than this outside the city is a slip of the keyboard, not a fire that its teams go to.
inline constexpr double kCityMarginM = 50'000;
// Fails with kOutOfRange (detail: "the place lies N km outside the city"). A workspace without districts takes any.
Result<void> checkInCity(const Database& db, LonLat where);

// `travel` may be null (no roads): then nothing has a travel time. One thread, one connection. Fails with kOutOfRange
// (a place off the map or far outside the city), kCancelled and what the store meets.
Result<FireAnswer> fireNear(const Database& db, const Projector& to_map, const RoadTravel* travel,
                            const FireQuestion& question, const CancelToken& cancel = {});

// Half the opening of the sector into which a wind-driven fire runs: 45 degrees in a calm, 10 in a gale.
// From the length-to-width ratio of Alexander 1985 (LB = 1 + 0.0012 U^2.154, U km/h, at most 8): atan(1 / LB), at least
// 10. Source: M. E. Alexander, Estimating the length-to-breadth ratio of elliptical forest fire patterns, 1985.
double windSectorHalfDeg(double wind_m_per_s);

}  // namespace gis::fire
