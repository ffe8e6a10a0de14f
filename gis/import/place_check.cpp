// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/place_check.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gis/geo/gcj02.h"
#include "gis/geo/geodesic.h"

namespace gis {

namespace {

constexpr std::size_t kFewest = 3;
constexpr double kSurveyM = 30;
constexpr double kSameThingM = 5000;
constexpr double kMetresPerDegree = 111'195;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double apartM(LonLat a, LonLat b) { return geodesicBetween(a, b).dist_m; }

template <class Correct>
double medianOff(const std::vector<PlacePair>& pairs, Correct correct) {
  std::vector<double> off_m;
  for (const PlacePair& pair : pairs) off_m.push_back(apartM(correct(pair.in_file), pair.known));
  return median(std::move(off_m));
}

}  // namespace

std::optional<PlaceFinding> checkPlaces(const std::vector<PlacePair>& all) {
  std::vector<PlacePair> pairs;
  for (const PlacePair& pair : all)
    if (apartM(pair.in_file, pair.known) <= kSameThingM) pairs.push_back(pair);
  if (pairs.size() < kFewest) return std::nullopt;
  PlaceFinding found;
  found.places = pairs.size();
  found.off_m = medianOff(pairs, [](LonLat p) { return p; });
  if (found.off_m < kSurveyM) return std::nullopt;
  std::vector<double> east_m, north_m;
  for (const PlacePair& pair : pairs) {
    east_m.push_back((pair.known.lon_deg - pair.in_file.lon_deg) * kMetresPerDegree *
                     std::cos(pair.known.lat_deg * std::numbers::pi / 180));
    north_m.push_back((pair.known.lat_deg - pair.in_file.lat_deg) * kMetresPerDegree);
  }
  found.east_m = median(east_m);
  found.north_m = median(north_m);
  const double gcj02_m = medianOff(pairs, [](LonLat p) { return gcj02ToWgs84(p); });
  const double bd09_m = medianOff(pairs, [](LonLat p) { return gcj02ToWgs84(bd09ToGcj02(p)); });
  std::vector<double> rest_m;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    rest_m.push_back(std::hypot(east_m[i] - found.east_m, north_m[i] - found.north_m));
  // Within a city both shifts are nearly constant, so they come first where they fit.
  if (std::min(gcj02_m, bd09_m) < std::max(kSurveyM, 0.35 * found.off_m))
    found.shifted = gcj02_m <= bd09_m ? ShiftedMap::kGcj02 : ShiftedMap::kBd09;
  else
    found.constant = median(std::move(rest_m)) < 0.3 * found.off_m;
  if (found.shifted == ShiftedMap::kNone && !found.constant) return std::nullopt;
  return found;
}

}  // namespace gis
