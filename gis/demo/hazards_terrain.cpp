// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/hazards_terrain.h"

#include <algorithm>
#include <cmath>

namespace gis::demo {
namespace {

constexpr double kTurn_rad = 6.283185307179586;

double latticeValue(std::int64_t x, std::int64_t y, std::uint64_t seed) {
  std::uint64_t h = seed ^ (static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15ULL) ^
                    (static_cast<std::uint64_t>(y) * 0xC2B2AE3D27D4EB4FULL);
  h ^= h >> 33, h *= 0xFF51AFD7ED558CCDULL, h ^= h >> 33, h *= 0xC4CEB9FE1A85EC53ULL, h ^= h >> 33;
  return static_cast<double>(h >> 11) * 0x1p-53;
}

double valueNoise(double x, double y, std::uint64_t seed) {
  const double fx = std::floor(x), fy = std::floor(y);
  const auto ix = static_cast<std::int64_t>(fx), iy = static_cast<std::int64_t>(fy);
  double tx = x - fx, ty = y - fy;
  tx = tx * tx * (3 - 2 * tx), ty = ty * ty * (3 - 2 * ty);
  const double low = latticeValue(ix, iy, seed) * (1 - tx) + latticeValue(ix + 1, iy, seed) * tx;
  const double high = latticeValue(ix, iy + 1, seed) * (1 - tx) + latticeValue(ix + 1, iy + 1, seed) * tx;
  return low * (1 - ty) + high * ty;
}

}  // namespace

double patchNoise(MapXY p, double wavelength_m, std::uint64_t seed) {
  double sum = 0, weight = 1, all = 0;
  for (int octave = 0; octave < 4; ++octave) {
    sum +=
        weight * valueNoise(p.x_m / wavelength_m, p.y_m / wavelength_m, seed + static_cast<std::uint64_t>(octave) * 77);
    all += weight;
    weight *= 0.5, wavelength_m *= 0.5;
  }
  return sum / all;
}

std::vector<Summit> findSummits(const LandMap& land, double radius_m, double relief_m) {
  const Ground& ground = land.city().ground;
  // Highest cell of each square of the radius, kept when it is the highest of the nine squares around.
  const int side = std::max(1, static_cast<int>(radius_m / ground.cell_m));
  const int columns = ground.columns / side, rows = ground.rows / side;
  struct Best {
    float high = -1e9F, low = 1e9F;
    int column = 0, row = 0;
  };
  if (columns < 3 || rows < 3) return {};
  std::vector<Best> best(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  for (int r = 0; r < rows * side; ++r)
    for (int c = 0; c < columns * side; ++c) {
      const float z = ground.elevation_m[static_cast<std::size_t>(r) * static_cast<std::size_t>(ground.columns) +
                                         static_cast<std::size_t>(c)];
      Best& b = best[static_cast<std::size_t>(r / side) * static_cast<std::size_t>(columns) +
                     static_cast<std::size_t>(c / side)];
      if (z > b.high) b.high = z, b.column = c, b.row = r;
      b.low = std::min(b.low, z);
    }
  std::vector<std::pair<double, Summit>> found;
  for (int r = 1; r + 1 < rows; ++r)
    for (int c = 1; c + 1 < columns; ++c) {
      const auto at = [&](int dr, int dc) -> const Best& {
        return best[static_cast<std::size_t>(r + dr) * static_cast<std::size_t>(columns) +
                    static_cast<std::size_t>(c + dc)];
      };
      const Best& b = at(0, 0);
      bool highest = true;
      float low = b.low;
      for (int dr = -1; dr <= 1; ++dr)
        for (int dc = -1; dc <= 1; ++dc) {
          if (at(dr, dc).high > b.high) highest = false;
          low = std::min(low, at(dr, dc).low);
        }
      if (!highest || b.high - low < relief_m) continue;
      const MapXY p = ground.centreOf(b.column, b.row);
      const int village = land.villageAt(p);
      if (village >= 0) found.emplace_back(-(b.high - low), Summit{p, b.high, village});
    }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Summit> summits;
  for (auto& [key, summit] : found) summits.push_back(summit);
  return summits;
}

std::vector<MapXY> walkRidge(const LandMap& land, MapXY p, double heading_rad, double step_m, double longest_m,
                             double drop_m) {
  std::vector<MapXY> line{p};
  const double start_m = land.heightAt(p);
  for (double walked_m = 0; walked_m < longest_m; walked_m += step_m) {
    double best_m = -1e9, best_heading = heading_rad;
    MapXY best = p;
    for (int k = -4; k <= 4; ++k) {
      const double heading = heading_rad + k * 0.2;
      const MapXY next{p.x_m + step_m * std::cos(heading), p.y_m + step_m * std::sin(heading)};
      if (distanceM(next, line.front()) < distanceM(p, line.front()) + 0.35 * step_m) continue;  // no loops
      const double height_m = land.heightAt(next) - 0.02 * step_m * std::abs(k) * 0.2;
      if (height_m > best_m) best_m = height_m, best = next, best_heading = heading;
    }
    if (best_m < -1e8 || land.villageAt(best) < 0 || land.heightAt(best) < start_m - drop_m) break;
    heading_rad = best_heading;
    p = best;
    line.push_back(p);
  }
  return line;
}

std::vector<MapXY> wayDownToRoad(const LandMap& land, MapXY p, double step_m, double longest_m,
                                 double max_grade_ratio) {
  std::vector<MapXY> line{p};
  double heading_rad = 0;
  bool started = false;
  for (double walked_m = 0; walked_m < longest_m; walked_m += step_m) {
    if (const auto road = land.roads().nearest(p, 1.5 * step_m); road.tag >= 0) {
      line.push_back(road.at);
      return line;
    }
    const auto far_road = land.roads().nearest(p, 2500);
    double best_cost = 1e18, best_heading = 0;
    MapXY best = p;
    for (int k = 0; k < 24; ++k) {
      const double heading = k * kTurn_rad / 24;
      double turn = started ? std::abs(std::remainder(heading - heading_rad, kTurn_rad)) : 0;
      if (turn > 1.4) continue;
      const MapXY next{p.x_m + step_m * std::cos(heading), p.y_m + step_m * std::sin(heading)};
      if (land.villageAt(next) < 0 || land.reservoirAt(next)) continue;
      const double grade = (land.heightAt(next) - land.heightAt(p)) / step_m;
      double cost =
          6 * std::max(0.0, grade) + 8 * std::max(0.0, std::abs(grade) - max_grade_ratio) + 0.4 * turn + grade;
      if (far_road.tag >= 0) cost += 1.5 * (distanceM(next, far_road.at) - far_road.dist_m) / step_m;
      if (cost < best_cost) best_cost = cost, best_heading = heading, best = next;
    }
    if (best_cost > 1e17) return {};
    heading_rad = best_heading;
    started = true;
    p = best;
    line.push_back(p);
  }
  return {};
}

}  // namespace gis::demo
