// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/crs_candidates.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace gis {

namespace {

constexpr double kMetresPerDegree = 111'195;  // of a great circle on the mean sphere, 6371 km
constexpr double kFalseEastingM = 500'000;
constexpr double kNearDeg = 0.5;  // around the workspace's extent
constexpr LonLatBox kChina{73, 17, 136, 54};

CrsCandidate lonLat(const char* crs, Datum datum) { return {crs, datum, CrsForm::kLonLat, 0, 0, 0, {}}; }

void addZones(std::vector<CrsCandidate>& all, Datum datum, int width_deg, int with_number, int without_number) {
  // 3-degree zones 25..45 have central meridians 75..135; 6-degree zones 13..23 have 75..135.
  const int first = width_deg == 3 ? 25 : 13, last = width_deg == 3 ? 45 : 23;
  for (int zone = first; zone <= last; ++zone) {
    const int meridian_deg = width_deg == 3 ? zone * 3 : zone * 6 - 3;
    for (const bool numbered : {false, true})
      all.push_back({"EPSG:" + std::to_string((numbered ? with_number : without_number) + zone - first),
                     datum,
                     CrsForm::kGaussKrueger,
                     width_deg,
                     numbered ? zone : 0,
                     meridian_deg,
                     {}});
  }
}

std::optional<LonLat> placed(const CrsCandidate& candidate, MapXY p) {
  switch (candidate.form) {
    case CrsForm::kLonLat:
      if (std::abs(p.x_m) > 180 || std::abs(p.y_m) > 90) return std::nullopt;
      return LonLat{p.x_m, p.y_m};
    case CrsForm::kWebMercator: {
      constexpr double kRadiusM = 6'378'137;
      const double lat = std::atan(std::sinh(p.y_m / kRadiusM));
      return LonLat{p.x_m / kRadiusM * 180 / std::numbers::pi, lat * 180 / std::numbers::pi};
    }
    case CrsForm::kGaussKrueger:
    case CrsForm::kUtm: {
      const double easting_m = p.x_m - candidate.zone * 1e6 - kFalseEastingM;
      const double lat_deg = p.y_m / kMetresPerDegree;
      // A zone number that is missing or one too many puts the point a thousand kilometres off: no one draws there.
      if (std::abs(easting_m) > kFalseEastingM || std::abs(lat_deg) > 80) return std::nullopt;
      return LonLat{
          candidate.central_meridian_deg + easting_m / (kMetresPerDegree * std::cos(lat_deg * std::numbers::pi / 180)),
          lat_deg};
    }
  }
  return std::nullopt;
}

bool inside(const LonLatBox& box, LonLat p, double margin_deg) {
  return p.lon_deg >= box.west_deg - margin_deg && p.lon_deg <= box.east_deg + margin_deg &&
         p.lat_deg >= box.south_deg - margin_deg && p.lat_deg <= box.north_deg + margin_deg;
}

Plausibility judge(const CrsCandidate& candidate, const MapBox& extent, const LonLatBox& near) {
  if (extent.empty()) return Plausibility::kInChina;
  const auto low = placed(candidate, {extent.min_x_m, extent.min_y_m}),
             high = placed(candidate, {extent.max_x_m, extent.max_y_m}), middle = placed(candidate, extent.centre());
  if (!low || !high || !middle) return Plausibility::kNowhere;
  if (!near.empty()) {
    const bool apart = high->lon_deg < near.west_deg - kNearDeg || low->lon_deg > near.east_deg + kNearDeg ||
                       high->lat_deg < near.south_deg - kNearDeg || low->lat_deg > near.north_deg + kNearDeg;
    if (!apart) return Plausibility::kNear;
  }
  return inside(kChina, *middle, 0) ? Plausibility::kInChina : Plausibility::kNowhere;
}

// Near the central meridian a zone is meant; three degrees away another one would have been taken.
double offMeridian(const CrsCandidate& candidate, const MapBox& extent) {
  if (extent.empty() || candidate.zone_width_deg == 0) return 0;
  const auto middle = placed(candidate, extent.centre());
  if (!middle) return 0;
  return std::max(0.0, std::abs(middle->lon_deg - candidate.central_meridian_deg) - candidate.zone_width_deg / 2.0);
}

}  // namespace

std::vector<CrsCandidate> crsCandidates(const MapBox& extent, const LonLatBox& near) {
  std::vector<CrsCandidate> all = {lonLat("EPSG:4490", Datum::kCgcs2000), lonLat("EPSG:4326", Datum::kWgs84)};
  addZones(all, Datum::kCgcs2000, 3, 4513, 4534);
  addZones(all, Datum::kCgcs2000, 6, 4491, 4502);
  all.push_back({"EPSG:3857", Datum::kWgs84, CrsForm::kWebMercator, 0, 0, 0, {}});
  for (int zone = 43; zone <= 53; ++zone)
    all.push_back({"EPSG:" + std::to_string(32600 + zone), Datum::kWgs84, CrsForm::kUtm, 6, 0, zone * 6 - 183, {}});
  all.push_back(lonLat("EPSG:4610", Datum::kXian80));
  addZones(all, Datum::kXian80, 3, 2349, 2370);
  addZones(all, Datum::kXian80, 6, 2327, 2338);
  all.push_back(lonLat("EPSG:4214", Datum::kBeijing54));
  addZones(all, Datum::kBeijing54, 3, 2401, 2422);
  addZones(all, Datum::kBeijing54, 6, 21413, 21453);
  for (CrsCandidate& candidate : all) candidate.plausibility = judge(candidate, extent, near);
  std::ranges::stable_sort(all, [&](const CrsCandidate& a, const CrsCandidate& b) {
    if (a.plausibility != b.plausibility) return a.plausibility < b.plausibility;
    const double off_a = offMeridian(a, extent), off_b = offMeridian(b, extent);
    return (off_a > 0) != (off_b > 0) ? off_b > 0 : false;
  });
  return all;
}

}  // namespace gis
