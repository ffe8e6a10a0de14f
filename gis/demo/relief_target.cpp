// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/relief_target.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "gis/demo/relief_noise.h"
#include "gis/terrain/row_bands.h"

namespace gis::demo {
namespace {

using terrain::GridSize;

// Crests lose this part of their height above the basins while the terrain is worn down; they start higher.
constexpr double kWornOff_ratio = 0.42;
constexpr double kBasin_m = 900;
constexpr double kBend_m = 1300;

double distance(MapXY a, MapXY b) {
  const double dx = a.x_m - b.x_m;
  const double dy = a.y_m - b.y_m;
  return std::sqrt(dx * dx + dy * dy);
}

double catmullRom(double p0, double p1, double p2, double p3, double t) {
  return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
}

struct Cubic {
  float w0, w1, w2, w3;
};
Cubic cubicWeights(float t) {
  return {0.5F * t * (-1 + t * (2 - t)), 0.5F * (2 + t * t * (-5 + 3 * t)), 0.5F * t * (1 + t * (4 - 3 * t)),
          0.5F * t * t * (t - 1)};
}

}  // namespace

std::vector<SpotHeight> lineOf(const RiverFact& river) {
  std::vector<SpotHeight> line;
  for (std::size_t i = 0; i < river.points.size(); ++i) line.push_back({river.points[i], river.bed_m[i]});
  return line;
}

std::vector<SpotHeight> windingCourse(const std::vector<SpotHeight>& line, std::uint32_t seed) {
  std::vector<SpotHeight> course;
  const auto last = static_cast<std::ptrdiff_t>(line.size()) - 1;
  const auto point = [&](std::ptrdiff_t i) {
    return line[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, last))].at;
  };
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const auto k = static_cast<std::ptrdiff_t>(i);
    const MapXY a = point(k - 1);
    const MapXY b = point(k);
    const MapXY c = point(k + 1);
    const MapXY d = point(k + 2);
    const int steps = std::max(2, static_cast<int>(distance(b, c) / 100));
    for (int s = 0; s <= steps; ++s) {
      if (s == steps && i + 2 < line.size()) continue;
      const double t = static_cast<double>(s) / steps;
      const MapXY p = {catmullRom(a.x_m, b.x_m, c.x_m, d.x_m, t), catmullRom(a.y_m, b.y_m, c.y_m, d.y_m, t)};
      course.push_back({{p.x_m + kBend_m * static_cast<double>(fractalNoise(p.x_m, p.y_m, 7000, 3, seed + 11)),
                         p.y_m + kBend_m * static_cast<double>(fractalNoise(p.x_m, p.y_m, 7000, 3, seed + 12))},
                        line[i].height_m + t * (line[i + 1].height_m - line[i].height_m)});
    }
  }
  return course;
}

ReliefLevel targetSurface(const Facts& facts, std::uint32_t seed, MapXY top_left, double width_m, double height_m,
                          double cell_m) {
  std::vector<SpotHeight> samples = facts.spots;
  std::vector<double> pull(samples.size(), 1);
  // Every so many points of a winding line stand for it; rivers pull harder, so that valleys are wide.
  const auto thin = [&](const std::vector<SpotHeight>& line, std::size_t every, double weight, auto height) {
    const std::vector<SpotHeight> course = windingCourse(line, seed);
    for (std::size_t i = 0; i < course.size(); i += every)
      samples.push_back({course[i].at, height(course[i].height_m)}), pull.push_back(weight);
  };
  for (const auto& ridge : facts.ridges)
    thin(ridge, 20, 1, [](double h) { return h + kWornOff_ratio * std::max(0.0, h - kBasin_m); });
  for (const RiverFact& river : facts.rivers)
    thin(lineOf(river), 12, 1.7, [&](double h) { return h + (river.rank == 1 ? 25 : river.rank == 2 ? 40 : 60); });
  ReliefLevel level;
  level.cell_m = cell_m;
  level.top_left = top_left;
  level.size = {static_cast<int>(width_m / cell_m), static_cast<int>(height_m / cell_m)};
  level.height_m.resize(level.size.count());
  terrain::forRowBands(
      level.size.rows,
      [&](int from, int to) {
        for (std::size_t cell = level.size.at(0, from); cell < level.size.at(0, to); ++cell) {
          const MapXY p = level.centreOf(cell);
          double sum = 0;
          double weights = 0;
          for (std::size_t i = 0; i < samples.size(); ++i) {
            const SpotHeight& s = samples[i];
            const double dx = (p.x_m - s.at.x_m) / 1000;
            const double dy = (p.y_m - s.at.y_m) / 1000;
            const double d2 = dx * dx + dy * dy + 0.4;
            const double w = pull[i] / (d2 * std::sqrt(d2));
            sum += w * s.height_m;
            weights += w;
          }
          level.height_m[cell] = static_cast<float>(sum / weights);
        }
      },
      16);
  return level;
}

std::vector<float> riverBeds(const std::vector<std::vector<SpotHeight>>& courses, const ReliefLevel& level) {
  std::vector<float> beds(level.size.count(), std::numeric_limits<float>::quiet_NaN());
  for (const auto& course : courses)
    for (const SpotHeight& s : course) {
      const auto column = static_cast<int>(std::floor((s.at.x_m - level.top_left.x_m) / level.cell_m));
      const auto row = static_cast<int>(std::floor((level.top_left.y_m - s.at.y_m) / level.cell_m));
      if (!level.size.contains(column, row)) continue;
      float& bed = beds[level.size.at(column, row)];
      const auto height = static_cast<float>(s.height_m);
      if (std::isnan(bed) || height < bed) bed = height;
    }
  return beds;
}

ReliefLevel refine(const ReliefLevel& coarse, const Refinement& how) {
  ReliefLevel fine;
  fine.cell_m = how.cell_m;
  fine.top_left = coarse.top_left;
  const double ratio = coarse.cell_m / how.cell_m;
  fine.size = {static_cast<int>(std::lround(coarse.size.columns * ratio)),
               static_cast<int>(std::lround(coarse.size.rows * ratio))};
  fine.height_m.resize(fine.size.count());
  const double warp_cells = how.warp_m / coarse.cell_m;
  const double warp_wave = 5;  // coarse cells
  terrain::forRowBands(fine.size.rows, [&](int from, int to) {
    for (int row = from; row < to; ++row)
      for (int column = 0; column < fine.size.columns; ++column) {
        // Position in coarse cells, centre of the first cell = 0.
        double x = (column + 0.5) / ratio - 0.5;
        double y = (row + 0.5) / ratio - 0.5;
        if (warp_cells > 0) {
          const double shift_x = static_cast<double>(fractalNoise(x, y, warp_wave, 2, how.seed + 1));
          const double shift_y = static_cast<double>(fractalNoise(x, y, warp_wave, 2, how.seed + 2));
          x += warp_cells * shift_x;
          y += warp_cells * shift_y;
        }
        const auto ix = static_cast<int>(std::floor(x));
        const auto iy = static_cast<int>(std::floor(y));
        const Cubic cx = cubicWeights(static_cast<float>(x - ix));
        const Cubic cy = cubicWeights(static_cast<float>(y - iy));
        std::array<float, 4> line{};
        std::array<float, 4> middle{};
        for (int j = 0; j < 4; ++j) {
          const int r = std::clamp(iy + j - 1, 0, coarse.size.rows - 1);
          const auto z = [&](int i) {
            return coarse.height_m[coarse.size.at(std::clamp(ix + i - 1, 0, coarse.size.columns - 1), r)];
          };
          const auto k = static_cast<std::size_t>(j);
          const float b = z(1);
          const float c = z(2);
          line[k] = cx.w0 * z(0) + cx.w1 * b + cx.w2 * c + cx.w3 * z(3);
          middle[k] = c - b;
        }
        float h = cy.w0 * line[0] + cy.w1 * line[1] + cy.w2 * line[2] + cy.w3 * line[3];
        const float steep = std::fabs(middle[1]) + std::fabs(line[2] - line[1]);
        const double height = how.detail_floor_m + how.detail_ratio * static_cast<double>(steep);
        h += static_cast<float>(height) * fractalNoise(column, row, std::max(2.0, ratio), how.octaves, how.seed + 7);
        fine.height_m[fine.size.at(column, row)] = h;
      }
  });
  return fine;
}

}  // namespace gis::demo
