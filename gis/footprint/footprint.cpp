// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/footprint/footprint.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace gis {
namespace {

constexpr double kMostReachM = 1e6;

bool isPlace(LonLat p) {
  return std::isfinite(p.lon_deg) && std::isfinite(p.lat_deg) && std::abs(p.lon_deg) <= 180 &&
         std::abs(p.lat_deg) <= 90;
}

Result<void> checkShape(const FootprintShape& shape) {
  if (shape.lines.empty()) return fail(ErrorCode::kInvalidArgument, "footprint", "a shape without coordinates");
  for (const auto& line : shape.lines)
    for (const LonLat p : line)
      if (!isPlace(p)) return fail(ErrorCode::kInvalidArgument, "footprint", "coordinates that are no place");
  if (shape.kind == ShapeKind::kReach) {
    if (!(shape.reach_m > 0 && shape.reach_m <= kMostReachM))
      return fail(ErrorCode::kInvalidArgument, "footprint", fmt::format("a reach of {} m", shape.reach_m));
    for (const auto& line : shape.lines)
      if (line.empty()) return fail(ErrorCode::kInvalidArgument, "footprint", "an empty line");
    return {};
  }
  for (const auto& ring : shape.lines) {
    const std::size_t corners = ring.size() - (ring.size() > 1 && ring.front() == ring.back() ? 1 : 0);
    if (ring.empty() || corners < 3)
      return fail(ErrorCode::kInvalidArgument, "footprint", "a ring of fewer than three corners");
  }
  return {};
}

Result<Footprint> only(FootprintShape shape, std::string origin, FootprintAsked asked) {
  Footprint footprint;
  footprint.origin = std::move(origin);
  footprint.asked = {std::move(asked)};
  footprint.classes.push_back({"", "", {std::move(shape)}});
  if (auto checked = checkFootprint(footprint); !checked) return std::unexpected(checked.error());
  return footprint;
}

}  // namespace

Result<void> checkFootprint(const Footprint& footprint) {
  if (footprint.classes.empty()) return fail(ErrorCode::kInvalidArgument, "footprint", "no shape");
  for (const FootprintClass& part : footprint.classes) {
    if (part.shapes.empty()) return fail(ErrorCode::kInvalidArgument, part.key, "a class without a shape");
    for (const FootprintShape& shape : part.shapes)
      if (auto checked = checkShape(shape); !checked) return checked;
  }
  return {};
}

Result<Footprint> circleFootprint(LonLat centre, double radius_m) {
  return only({ShapeKind::kReach, {{centre}}, radius_m},
              fmt::format("circle {:.6f},{:.6f} {:.0f} m", centre.lon_deg, centre.lat_deg, radius_m),
              {FootprintAsked::Kind::kCircle, centre, {}, radius_m, 0, {}});
}

Result<Footprint> boxFootprint(LonLat a, LonLat b) {
  if (a.lon_deg == b.lon_deg || a.lat_deg == b.lat_deg)
    return fail(ErrorCode::kInvalidArgument, "footprint", "a box without width or height");
  return only({ShapeKind::kArea, {{a, {b.lon_deg, a.lat_deg}, b, {a.lon_deg, b.lat_deg}}}, 0},
              fmt::format("box {:.6f},{:.6f} {:.6f},{:.6f}", a.lon_deg, a.lat_deg, b.lon_deg, b.lat_deg),
              {FootprintAsked::Kind::kBox, a, b, 0, 4, {}});
}

Result<Footprint> polygonFootprint(std::vector<LonLat> ring) {
  const std::size_t corners = ring.size();
  return only({ShapeKind::kArea, {std::move(ring)}, 0}, fmt::format("polygon of {} corners", corners),
              {FootprintAsked::Kind::kPolygon, {}, {}, 0, static_cast<std::int64_t>(corners), {}});
}

Result<Footprint> corridorFootprint(std::vector<LonLat> line, double width_m) {
  if (line.size() < 2) return fail(ErrorCode::kInvalidArgument, "footprint", "a line of one point");
  const std::size_t points = line.size();
  return only({ShapeKind::kReach, {std::move(line)}, width_m / 2},
              fmt::format("corridor of {} points, {:.0f} m wide", points, width_m),
              {FootprintAsked::Kind::kCorridor, {}, {}, width_m, static_cast<std::int64_t>(points), {}});
}

Result<Footprint> gridFootprint(const ClassGrid& grid) {
  if (grid.width < 1 || grid.height < 1 || !(grid.cell_lon_deg > 0) || !(grid.cell_lat_deg > 0) ||
      grid.classes.size() != static_cast<std::size_t>(grid.width) * static_cast<std::size_t>(grid.height))
    return fail(ErrorCode::kInvalidArgument, "grid", "size and cells do not agree");
  // Runs of cells along a row; a run that the row below repeats grows downwards into one rectangle.
  struct Open {
    int left, right, top;
  };
  std::map<int, std::vector<std::vector<LonLat>>> rings;
  std::map<std::pair<int, std::pair<int, int>>, Open> open, next;  // class, (left, right)
  const auto close = [&](int value, const Open& run, int bottom) {
    const auto at = [&](int x, int y) {
      return LonLat{grid.corner.lon_deg + x * grid.cell_lon_deg, grid.corner.lat_deg - y * grid.cell_lat_deg};
    };
    rings[value].push_back(
        {at(run.left, bottom), at(run.right, bottom), at(run.right, run.top), at(run.left, run.top)});
  };
  for (int y = 0; y <= grid.height; ++y) {
    next.clear();
    for (int x = 0; y < grid.height && x < grid.width;) {
      const auto cell = [&](int column) {
        return grid.classes[static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.width) +
                            static_cast<std::size_t>(column)];
      };
      const int value = cell(x);
      int end = x + 1;
      while (end < grid.width && cell(end) == value) ++end;
      if (value != 0) {
        const auto key = std::pair(value, std::pair(x, end));
        const auto before = open.find(key);
        next[key] = {x, end, before == open.end() ? y : before->second.top};
        if (before != open.end()) open.erase(before);
      }
      x = end;
    }
    for (const auto& [key, run] : open) close(key.first, run, y);
    std::swap(open, next);
  }
  if (rings.empty()) return fail(ErrorCode::kNoData, "grid", "no cell has a class");
  Footprint footprint;
  footprint.origin = fmt::format("grid of {} x {} cells", grid.width, grid.height);
  for (auto found = rings.rbegin(); found != rings.rend(); ++found) {
    const std::string key = std::to_string(found->first);
    footprint.classes.push_back({key, key, {{ShapeKind::kArea, std::move(found->second), 0}}});
  }
  return footprint;
}

}  // namespace gis
