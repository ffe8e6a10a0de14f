// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/areal_rain.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace gis::flood {
namespace {

double squareM2(MapXY a, MapXY b) { return (a.x_m - b.x_m) * (a.x_m - b.x_m) + (a.y_m - b.y_m) * (a.y_m - b.y_m); }

double ringAreaM2(const std::vector<MapXY>& ring) {
  if (ring.size() < 3) return 0;
  double twice = 0;
  const MapXY o = ring.front();  // near the ring: no digits are lost
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const MapXY &a = ring[i], &b = ring[(i + 1) % ring.size()];
    twice += (a.x_m - o.x_m) * (b.y_m - o.y_m) - (b.x_m - o.x_m) * (a.y_m - o.y_m);
  }
  return twice / 2;
}

// Sutherland-Hodgman: what of a ring lies at least as near to `own` as to `other`. Of a ring that is not convex the
// parts may stay joined along the cut, which adds no area.
std::vector<MapXY> nearerTo(const std::vector<MapXY>& ring, MapXY own, MapXY other) {
  const MapXY middle{(own.x_m + other.x_m) / 2, (own.y_m + other.y_m) / 2};
  const double dx = other.x_m - own.x_m, dy = other.y_m - own.y_m;
  const auto side = [&](MapXY p) { return (p.x_m - middle.x_m) * dx + (p.y_m - middle.y_m) * dy; };
  std::vector<MapXY> kept;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const MapXY &a = ring[i], &b = ring[(i + 1) % ring.size()];
    const double at = side(a), next = side(b);
    if (at <= 0) kept.push_back(a);
    if ((at < 0 && next > 0) || (at > 0 && next < 0)) {
      const double t = at / (at - next);
      kept.push_back({std::lerp(a.x_m, b.x_m, t), std::lerp(a.y_m, b.y_m, t)});
    }
  }
  return kept;
}

MapBox boxOf(const AreaRings& area) {
  MapBox box;
  for (const auto& ring : area)
    for (const MapXY& p : ring) box.add(p);
  return box;
}

// Each ring with its sign: +1 where it adds, -1 where it is a hole (it lies inside an odd number of others).
std::vector<double> signsOf(const AreaRings& area) {
  std::vector<double> signs;
  for (std::size_t i = 0; i < area.size(); ++i) {
    int around = 0;
    for (std::size_t j = 0; j < area.size(); ++j)
      if (j != i && !area[i].empty()) {
        MapXY inside = area[i].front();  // half-way along an edge, off common vertices
        if (area[i].size() > 1) inside = {(area[i][0].x_m + area[i][1].x_m) / 2, (area[i][0].y_m + area[i][1].y_m) / 2};
        around += insideArea({area[j]}, inside) ? 1 : 0;
      }
    signs.push_back(around % 2 == 0 ? 1.0 : -1.0);
  }
  return signs;
}

// Places of stations, each once, with the stations that stand there.
std::vector<std::pair<MapXY, std::vector<std::size_t>>> places(std::span<const MapXY> stations) {
  std::map<std::pair<double, double>, std::vector<std::size_t>> at;
  for (std::size_t i = 0; i < stations.size(); ++i) at[{stations[i].x_m, stations[i].y_m}].push_back(i);
  std::vector<std::pair<MapXY, std::vector<std::size_t>>> found;
  for (auto& [xy, who] : at) found.emplace_back(MapXY{xy.first, xy.second}, std::move(who));
  return found;
}

std::vector<StationWeight> normalised(const std::map<std::size_t, double>& sums) {
  double total = 0;
  for (const auto& [station, value] : sums) total += value;
  std::vector<StationWeight> weights;
  for (const auto& [station, value] : sums)
    if (value > 0) weights.push_back({station, value / total});
  return weights;
}

Result<void> checkPlaces(std::span<const MapXY> stations) {
  if (stations.empty()) return fail(ErrorCode::kNoData, "stations");
  for (const MapXY& s : stations)
    if (!std::isfinite(s.x_m) || !std::isfinite(s.y_m)) return fail(ErrorCode::kInvalidArgument, "stations");
  return {};
}

}  // namespace

bool insideArea(const AreaRings& area, MapXY at) {
  bool inside = false;
  for (const auto& ring : area)
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const MapXY &a = ring[i], &b = ring[j];
      if ((a.y_m > at.y_m) != (b.y_m > at.y_m) && at.x_m < (b.x_m - a.x_m) * (at.y_m - a.y_m) / (b.y_m - a.y_m) + a.x_m)
        inside = !inside;
    }
  return inside;
}

double areaM2(const AreaRings& area) {
  const auto signs = signsOf(area);
  double sum_m2 = 0;
  for (std::size_t i = 0; i < area.size(); ++i) sum_m2 += signs[i] * std::abs(ringAreaM2(area[i]));
  return sum_m2;
}

Result<std::vector<StationWeight>> thiessenWeights(const AreaRings& area, std::span<const MapXY> stations) {
  if (auto valid = checkPlaces(stations); !valid) return std::unexpected(valid.error());
  const double whole_m2 = areaM2(area);
  if (!(whole_m2 > 0)) return fail(ErrorCode::kInvalidArgument, "area", "encloses nothing");
  const auto signs = signsOf(area);
  const MapBox box = boxOf(area);
  const auto at = places(stations);
  // Nobody whose nearest possible way to the area is longer than somebody's longest can be nearest anywhere in it.
  const auto least = [&](MapXY p) {
    const double dx = std::max({box.min_x_m - p.x_m, 0.0, p.x_m - box.max_x_m});
    const double dy = std::max({box.min_y_m - p.y_m, 0.0, p.y_m - box.max_y_m});
    return std::hypot(dx, dy);
  };
  const auto most = [&](MapXY p) {
    return std::hypot(std::max(std::abs(box.min_x_m - p.x_m), std::abs(box.max_x_m - p.x_m)),
                      std::max(std::abs(box.min_y_m - p.y_m), std::abs(box.max_y_m - p.y_m)));
  };
  double reach_m = std::numeric_limits<double>::infinity();
  for (const auto& [p, who] : at) reach_m = std::min(reach_m, most(p));
  std::vector<std::size_t> close;
  for (std::size_t i = 0; i < at.size(); ++i)
    if (least(at[i].first) <= reach_m) close.push_back(i);
  std::map<std::size_t, double> parts_m2;
  for (const std::size_t own : close) {
    std::vector<std::size_t> others = close;
    std::ranges::sort(others, {}, [&](std::size_t i) { return squareM2(at[i].first, at[own].first); });
    double part_m2 = 0;
    for (std::size_t r = 0; r < area.size(); ++r) {
      std::vector<MapXY> ring = area[r];
      if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
      for (const std::size_t other : others) {
        if (other == own) continue;
        ring = nearerTo(ring, at[own].first, at[other].first);
        if (ring.size() < 3) break;
      }
      part_m2 += signs[r] * std::abs(ringAreaM2(ring));
    }
    for (const std::size_t station : at[own].second)
      parts_m2[station] = std::max(part_m2, 0.0) / static_cast<double>(at[own].second.size());
  }
  // Slivers that are rounding alone are no part.
  std::erase_if(parts_m2, [&](const auto& part) { return part.second < 1e-9 * whole_m2; });
  return normalised(parts_m2);
}

Result<std::vector<StationWeight>> idwWeights(MapXY at, std::span<const MapXY> stations, double power,
                                              std::size_t nearest) {
  if (auto valid = checkPlaces(stations); !valid) return std::unexpected(valid.error());
  if (!(power > 0)) return fail(ErrorCode::kOutOfRange, "power");
  if (nearest == 0) return fail(ErrorCode::kOutOfRange, "nearest");
  std::vector<std::size_t> order(stations.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t used = std::min(nearest, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(used), order.end(),
                    [&](std::size_t a, std::size_t b) {
                      const double da = squareM2(stations[a], at), db = squareM2(stations[b], at);
                      return da != db ? da < db : a < b;
                    });
  std::map<std::size_t, double> sums;
  const bool on_station = squareM2(stations[order.front()], at) == 0;
  for (std::size_t i = 0; i < used; ++i) {
    const double dist_m = std::sqrt(squareM2(stations[order[i]], at));
    if (on_station && dist_m > 0) break;
    sums[order[i]] = on_station ? 1 : std::pow(dist_m / 1000, -power);
  }
  return normalised(sums);
}

Result<std::vector<StationWeight>> idwWeights(const AreaRings& area, std::span<const MapXY> stations, double power,
                                              std::size_t nearest, int samples) {
  if (samples < 1) return fail(ErrorCode::kOutOfRange, "samples");
  const double whole_m2 = areaM2(area);
  if (!(whole_m2 > 0)) return fail(ErrorCode::kInvalidArgument, "area", "encloses nothing");
  const MapBox box = boxOf(area);
  const double step_m = std::sqrt(whole_m2 / samples);
  std::map<std::size_t, double> sums;
  const auto add = [&](MapXY at) -> Result<void> {
    const auto here = idwWeights(at, stations, power, nearest);
    if (!here) return std::unexpected(here.error());
    for (const StationWeight& w : *here) sums[w.station] += w.weight_ratio;
    return {};
  };
  for (double y_m = box.min_y_m + step_m / 2; y_m < box.max_y_m; y_m += step_m)
    for (double x_m = box.min_x_m + step_m / 2; x_m < box.max_x_m; x_m += step_m)
      if (insideArea(area, {x_m, y_m}))
        if (auto done = add({x_m, y_m}); !done) return std::unexpected(done.error());
  if (sums.empty())  // thinner than the raster
    if (auto done = add(box.centre()); !done) return std::unexpected(done.error());
  return normalised(sums);
}

HourlyRain arealRain(std::span<const StationWeight> weights, std::span<const HourlyRain> stations) {
  HourlyRain rain;
  std::size_t hours = 0;
  for (const StationWeight& w : weights) {
    hours = std::max(hours, stations[w.station].mm.size());
    rain.first_end_utc_ms = stations[w.station].first_end_utc_ms;
  }
  rain.mm.resize(hours, std::numeric_limits<float>::quiet_NaN());
  for (std::size_t i = 0; i < hours; ++i) {
    double sum_mm = 0, reported = 0;
    for (const StationWeight& w : weights) {
      const auto& mm = stations[w.station].mm;
      if (i >= mm.size() || std::isnan(mm[i])) continue;
      sum_mm += w.weight_ratio * static_cast<double>(mm[i]);
      reported += w.weight_ratio;
    }
    if (reported > 0) rain.mm[i] = static_cast<float>(sum_mm / reported);
  }
  return rain;
}

}  // namespace gis::flood
