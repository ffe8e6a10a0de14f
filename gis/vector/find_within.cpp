// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/find_within.h"

#include <algorithm>
#include <cmath>

namespace gis {

namespace {

struct Box {
  double min_x, min_y, max_x, max_y;  // metres from the columns' origin
};
struct Point {
  double x, y;
};

bool inside(const Box& box, Point p) {
  return box.min_x <= p.x && p.x <= box.max_x && box.min_y <= p.y && p.y <= box.max_y;
}

// Does the segment meet the box? Clipping of its parameter by the four sides (Liang and Barsky, ACM Trans. Graph. 3,
// 1984): what remains is empty when it does not.
bool crossesBox(const Box& box, Point a, Point b) {
  double from = 0, to = 1;
  const auto clip = [&](double along, double room) {
    if (along == 0) return room >= 0;
    const double t = room / along;
    if (along < 0) {
      from = std::max(from, t);
    } else {
      to = std::min(to, t);
    }
    return from <= to;
  };
  const double dx = b.x - a.x, dy = b.y - a.y;
  return clip(-dx, a.x - box.min_x) && clip(dx, box.max_x - a.x) && clip(-dy, a.y - box.min_y) &&
         clip(dy, box.max_y - a.y);
}

bool touches(const MapColumns& columns, std::uint32_t feature, const Box& box) {
  const auto at = [&](std::uint32_t v) {
    return Point{static_cast<double>(columns.xy_m[v * 2]), static_cast<double>(columns.xy_m[v * 2 + 1])};
  };
  const Point centre{(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2};
  int winding = 0;
  for (std::uint32_t part = columns.feature_start[feature]; part < columns.feature_start[feature + 1]; ++part) {
    const std::uint32_t first = columns.part_start[part], end = columns.part_start[part + 1];
    if (columns.kind == GeometryKind::kPoint) {
      for (std::uint32_t v = first; v < end; ++v)
        if (inside(box, at(v))) return true;
      continue;
    }
    if (end - first == 1 && inside(box, at(first))) return true;
    const bool ring = columns.kind == GeometryKind::kPolygon;
    for (std::uint32_t v = first; v + (ring ? 0 : 1) < end; ++v) {
      const Point a = at(v), b = at(v + 1 < end ? v + 1 : first);
      if (crossesBox(box, a, b)) return true;
      // Which way the ring goes round the middle of the box, should no edge meet the box.
      if (!ring || (a.y <= centre.y) == (b.y <= centre.y)) continue;
      const double side = (b.x - a.x) * (centre.y - a.y) - (centre.x - a.x) * (b.y - a.y);
      if (a.y <= centre.y && side > 0) ++winding;
      if (a.y > centre.y && side < 0) --winding;
    }
  }
  return winding != 0;
}

}  // namespace

FeatureSet findWithin(const MapColumns& columns, const MapBox& box) {
  FeatureSet found;
  if (box.empty() || !std::isfinite(box.min_x_m + box.min_y_m + box.max_x_m + box.max_y_m)) return found;
  const MapXY& o = columns.origin;
  const Box local{box.min_x_m - o.x_m, box.min_y_m - o.y_m, box.max_x_m - o.x_m, box.max_y_m - o.y_m};
  // The index has floats. Its boxes are rounded outwards: what they call inside the inner box is inside, and nothing
  // that touches is missed by the outer one.
  const auto down = [](double v) { return std::nextafter(static_cast<float>(v), -HUGE_VALF); };
  const auto up = [](double v) { return std::nextafter(static_cast<float>(v), HUGE_VALF); };
  columns.index.query(
      {down(local.min_x), down(local.min_y), up(local.max_x), up(local.max_y)},
      {up(local.min_x), up(local.min_y), down(local.max_x), down(local.max_y)},
      [&](std::uint32_t first, std::uint32_t end) { found.append(first, end); },
      [&](std::uint32_t feature) {
        if (touches(columns, feature, local)) found.append(feature, feature + 1);
      });
  return found;
}

std::vector<std::int64_t> fidsOf(const MapColumns& columns, const FeatureSet& features) {
  std::vector<std::int64_t> fids;
  if (!columns.features) return fids;
  const std::vector<std::int64_t>& all = columns.features->fid;
  fids.reserve(features.count());
  for (const FeatureSet::Run& run : features.runs())
    fids.insert(fids.end(), all.begin() + std::min<std::size_t>(run.first, all.size()),
                all.begin() + std::min<std::size_t>(run.end, all.size()));
  return fids;
}

FeatureSet featuresOf(const MapColumns& columns, std::vector<std::int64_t> fids) {
  FeatureSet features;
  if (!columns.features || fids.empty()) return features;
  std::ranges::sort(fids);
  const std::vector<std::int64_t>& all = columns.features->fid;
  for (std::uint32_t feature = 0; feature < all.size(); ++feature)
    if (all[feature] >= fids.front() && all[feature] <= fids.back() && std::ranges::binary_search(fids, all[feature]))
      features.append(feature, feature + 1);
  return features;
}

MapBox boxOf(const MapColumns& columns, const FeatureSet& features) {
  MapBox box;
  for (const FeatureSet::Run& run : features.runs())
    for (std::uint32_t feature = run.first; feature < run.end; ++feature) {
      const BoxF& b = columns.index.box(feature);
      if (!(b.min_x_m <= b.max_x_m)) continue;
      box.add(MapXY{columns.origin.x_m + static_cast<double>(b.min_x_m),
                    columns.origin.y_m + static_cast<double>(b.min_y_m)});
      box.add(MapXY{columns.origin.x_m + static_cast<double>(b.max_x_m),
                    columns.origin.y_m + static_cast<double>(b.max_y_m)});
    }
  return box;
}

}  // namespace gis
