// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/fire_near.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gis/geo/coordinate_text.h"
#include "gis/geo/geodesic.h"

namespace gis::fire {
namespace {

constexpr double kMPerDegree = 111'320;
constexpr double kMostOffRoadM = 5000;

double turn(double a, double b) { return std::abs(std::remainder(a - b, 360)); }

LonLatBox boxAbout(LonLat p, double reach_m) {
  const double lat = reach_m / kMPerDegree;
  const double lon = lat / std::max(0.1, std::cos(p.lat_deg * std::numbers::pi / 180));
  return {p.lon_deg - lon, p.lat_deg - lat, p.lon_deg + lon, p.lat_deg + lat};
}

std::optional<MapXY> onMap(const Projector& to_map, LonLat p) {
  const auto at = to_map.forward({p.lon_deg, p.lat_deg});
  if (!at || !std::isfinite(at->x) || !std::isfinite(at->y)) return std::nullopt;
  return MapXY{at->x, at->y};
}

void addTravel(std::vector<NearPlace>& places, const Projector& to_map, const RoadTravel& travel, FireAnswer& answer,
               MapXY fire, const CancelToken& cancel) {
  const auto root = travel.place(fire, kMostOffRoadM);
  if (!root) return;
  answer.off_road_m = root->off_road_m;
  const TravelTree tree = travel.search(*root, TravelDirection::kTowards, kImpassable - 1, {}, cancel);
  for (NearPlace& near : places) {
    const auto at = onMap(to_map, near.place.where);
    const auto place = at ? travel.place(*at, kMostOffRoadM) : std::nullopt;
    const auto route = place ? tree.routeTo(*place) : std::nullopt;
    if (!route) continue;
    near.travel_min = route->duration_ms / 60000.0;
    near.road_km = route->dist_m / 1000;
    near.last_m = root->off_road_m;
  }
}

}  // namespace

double windSectorHalfDeg(double wind_m_per_s) {
  const double ratio = std::min(8.0, 1 + 0.0012 * std::pow(std::max(0.0, wind_m_per_s) * 3.6, 2.154));
  return std::max(10.0, std::atan(1 / ratio) * 180 / std::numbers::pi);
}

Result<void> checkInCity(const Database& db, LonLat where) {
  const auto box = FirePlaceStore(db).cityBox();
  if (!box) return std::unexpected(box.error());
  if (box->empty()) return {};
  const LonLat nearest{std::clamp(where.lon_deg, box->west_deg, box->east_deg),
                       std::clamp(where.lat_deg, box->south_deg, box->north_deg)};
  const double dist_m = geodesicBetween(where, nearest).dist_m;
  if (dist_m <= kCityMarginM) return {};
  return fail(ErrorCode::kOutOfRange, formatDecimal(where, 4),
              fmt::format("the place lies {:.0f} km outside the city", dist_m / 1000));
}

Result<FireAnswer> fireNear(const Database& db, const Projector& to_map, const RoadTravel* travel,
                            const FireQuestion& question, const CancelToken& cancel) {
  if (auto inside = checkInCity(db, question.where); !inside) return std::unexpected(std::move(inside.error()));
  const auto fire = onMap(to_map, question.where);
  if (!fire) return fail(ErrorCode::kOutOfRange, "where");
  const FirePlaceStore store(db);
  FireAnswer answer;
  answer.where = question.where;
  if (question.wind) answer.sector_half_deg = windSectorHalfDeg(question.wind->m_per_s);
  auto places = store.within(boxAbout(question.where, question.reach_m));
  if (!places) return std::unexpected(std::move(places.error()));
  auto teams = store.teams();
  if (!teams) return std::unexpected(std::move(teams.error()));
  std::ranges::move(*teams, std::back_inserter(*places));

  std::vector<NearPlace> near;
  const NearPlace* nearest = nullptr;
  near.reserve(places->size());
  for (FirePlace& place : *places) {
    NearPlace one;
    const GeodesicLine line = geodesicBetween(question.where, place.where);
    if (line.dist_m > question.reach_m && place.kind != PlaceKind::kTeam) continue;
    one.dist_m = line.dist_m;
    one.bearing_deg = line.azimuth_deg < 0 ? line.azimuth_deg + 360 : line.azimuth_deg;
    one.downwind = question.wind && question.wind->m_per_s > 0 &&
                   turn(one.bearing_deg, question.wind->from_deg + 180) <= answer.sector_half_deg;
    one.place = std::move(place);
    if (one.place.kind == PlaceKind::kVillage)
      for (FireRing& ring : answer.rings)
        if (one.dist_m <= ring.radius_m) ++ring.villages, ring.people += std::max<std::int64_t>(0, one.place.people);
    near.push_back(std::move(one));
  }
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "fire");

  // The nearest of each kind by distance; twice as many teams, of which the quickest stay.
  const auto rank = [](const NearPlace& p) { return static_cast<int>(p.place.kind); };
  std::ranges::sort(near, [&](const NearPlace& a, const NearPlace& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.dist_m < b.dist_m;
  });
  std::vector<NearPlace> kept;
  std::size_t of_kind = 0;
  int before = -1;
  for (NearPlace& p : near) {
    if (rank(p) != before) before = rank(p), of_kind = 0;
    if (++of_kind <= question.each * (p.place.kind == PlaceKind::kTeam ? 3 : 1)) kept.push_back(std::move(p));
  }
  if (travel) addTravel(kept, to_map, *travel, answer, *fire, cancel);
  std::ranges::stable_sort(kept, [&](const NearPlace& a, const NearPlace& b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (a.place.kind != PlaceKind::kTeam) return a.dist_m < b.dist_m;
    return a.travel_min.value_or(1e9) < b.travel_min.value_or(1e9);
  });
  of_kind = 0, before = -1;
  std::erase_if(kept, [&](const NearPlace& p) {
    if (rank(p) != before) before = rank(p), of_kind = 0;
    return ++of_kind > question.each;
  });
  answer.places = std::move(kept);
  for (const NearPlace& p : answer.places)
    if (p.place.kind == PlaceKind::kVillage && (!nearest || p.dist_m < nearest->dist_m)) nearest = &p;
  if (nearest) {
    auto names = store.divisionNames(nearest->place.division_code);
    if (!names) return std::unexpected(std::move(names.error()));
    answer.divisions = std::move(*names);
    auto persons = store.persons(nearest->place.division_code);
    if (!persons) return std::unexpected(std::move(persons.error()));
    answer.persons = std::move(*persons);
  }
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "fire");
  return answer;
}

}  // namespace gis::fire
