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
constexpr double kFarM = 300'000;          // a whole file may be this far off, if all of it is
constexpr double kFarScatterRatio = 0.05;  // of the offset: then it is one offset and no chance
constexpr double kCheckMetresPerDegree = 111'195;

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

namespace {

// What has to be added to each place of the file, in metres.
struct Offsets {
  std::vector<double> east_m, north_m;
  double middle_east_m = 0, middle_north_m = 0;
  double scatter_m = 0;  // median distance of an offset from the middle one
};

Offsets offsetsOf(const std::vector<PlacePair>& pairs) {
  Offsets offsets;
  for (const PlacePair& pair : pairs) {
    offsets.east_m.push_back((pair.known.lon_deg - pair.in_file.lon_deg) * kCheckMetresPerDegree *
                             std::cos(pair.known.lat_deg * std::numbers::pi / 180));
    offsets.north_m.push_back((pair.known.lat_deg - pair.in_file.lat_deg) * kCheckMetresPerDegree);
  }
  offsets.middle_east_m = median(offsets.east_m);
  offsets.middle_north_m = median(offsets.north_m);
  std::vector<double> rest_m;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    rest_m.push_back(
        std::hypot(offsets.east_m[i] - offsets.middle_east_m, offsets.north_m[i] - offsets.middle_north_m));
  offsets.scatter_m = median(std::move(rest_m));
  return offsets;
}

std::vector<PlacePair> within(const std::vector<PlacePair>& all, double at_most_m) {
  std::vector<PlacePair> pairs;
  for (const PlacePair& pair : all)
    if (apartM(pair.in_file, pair.known) <= at_most_m) pairs.push_back(pair);
  return pairs;
}

// Where hardly anything is where it is known to be: a file that was moved as a whole, by kilometres.
std::optional<PlaceFinding> checkFar(const std::vector<PlacePair>& all) {
  const std::vector<PlacePair> pairs = within(all, kFarM);
  if (pairs.size() < kFewest) return std::nullopt;
  const Offsets offsets = offsetsOf(pairs);
  PlaceFinding found;
  found.places = pairs.size();
  found.off_m = medianOff(pairs, [](LonLat p) { return p; });
  found.east_m = offsets.middle_east_m;
  found.north_m = offsets.middle_north_m;
  found.constant = found.off_m > kSameThingM && offsets.scatter_m < kFarScatterRatio * found.off_m;
  return found.constant ? std::optional(found) : std::nullopt;
}

}  // namespace

std::optional<PlaceFinding> checkPlaces(const std::vector<PlacePair>& all) {
  const std::vector<PlacePair> pairs = within(all, kSameThingM);
  if (pairs.size() < kFewest || 2 * pairs.size() < all.size())
    if (auto far = checkFar(all)) return far;
  if (pairs.size() < kFewest) return std::nullopt;
  PlaceFinding found;
  found.places = pairs.size();
  found.off_m = medianOff(pairs, [](LonLat p) { return p; });
  if (found.off_m < kSurveyM) return std::nullopt;
  const Offsets offsets = offsetsOf(pairs);
  found.east_m = offsets.middle_east_m;
  found.north_m = offsets.middle_north_m;
  const double gcj02_m = medianOff(pairs, [](LonLat p) { return gcj02ToWgs84(p); });
  const double bd09_m = medianOff(pairs, [](LonLat p) { return gcj02ToWgs84(bd09ToGcj02(p)); });
  // Within a city both shifts are nearly constant, so they come first where they fit.
  if (std::min(gcj02_m, bd09_m) < std::max(kSurveyM, 0.35 * found.off_m))
    found.shifted = gcj02_m <= bd09_m ? ShiftedMap::kGcj02 : ShiftedMap::kBd09;
  else
    found.constant = offsets.scatter_m < 0.3 * found.off_m;
  if (found.shifted == ShiftedMap::kNone && !found.constant) return std::nullopt;
  return found;
}

}  // namespace gis
