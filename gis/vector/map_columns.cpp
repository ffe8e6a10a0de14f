// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/map_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "gis/vector/hilbert.h"
#include "gis/vector/ring_orientation.h"

namespace gis {

namespace {

constexpr std::size_t kPollEvery = 4096;

float roundedDown(double v) {
  const auto f = static_cast<float>(v);
  return static_cast<double>(f) > v ? std::nextafter(f, -HUGE_VALF) : f;
}
float roundedUp(double v) {
  const auto f = static_cast<float>(v);
  return static_cast<double>(f) < v ? std::nextafter(f, HUGE_VALF) : f;
}

BoxF relativeBox(const MapBox& box, MapXY origin) {
  return {roundedDown(box.min_x_m - origin.x_m), roundedDown(box.min_y_m - origin.y_m),
          roundedUp(box.max_x_m - origin.x_m), roundedUp(box.max_y_m - origin.y_m)};
}

// Offsets ascend and end where the next level begins, attribute columns are as long as fid.
bool wellFormed(const FeatureColumns& c) {
  if (c.feature_start.size() != c.fid.size() + 1 || c.part_start.empty() || c.xy.size() % 2 != 0) return false;
  if (c.feature_start.front() != 0 || c.part_start.front() != 0) return false;
  if (c.feature_start.back() + 1U != c.part_start.size() || c.part_start.back() != c.vertexCount()) return false;
  if (!std::ranges::is_sorted(c.feature_start) || !std::ranges::is_sorted(c.part_start)) return false;
  return std::ranges::all_of(c.attributes, [&](const AttributeColumn& a) {
    return a.integers.size() + a.reals.size() + a.codes.size() == c.fid.size();
  });
}

// The box of one feature, or none when it has no vertex or one that is nowhere.
std::optional<MapBox> boxOf(const FeatureColumns& c, std::size_t feature) {
  const std::size_t begin = c.part_start[c.feature_start[feature]], end = c.part_start[c.feature_start[feature + 1]];
  if (begin == end) return std::nullopt;
  MapBox box;
  for (std::size_t v = begin; v < end; ++v) {
    const MapXY p{c.xy[2 * v], c.xy[2 * v + 1]};
    if (!std::isfinite(p.x_m) || !std::isfinite(p.y_m)) return std::nullopt;
    box.add(p);
  }
  return box;
}

template <class T>
void takeInOrder(std::vector<T>& values, const std::vector<std::uint32_t>& order) {
  if (values.empty()) return;
  std::vector<T> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t i : order) sorted.push_back(values[i]);
  values = std::move(sorted);
}

// Indices of the kept features along the Hilbert curve of their boxes' centres.
std::vector<std::uint32_t> hilbertOrder(const std::vector<std::optional<MapBox>>& boxes, const MapBox& all) {
  const double to_cell_x = all.width_m() > 0 ? 65535 / all.width_m() : 0;
  const double to_cell_y = all.height_m() > 0 ? 65535 / all.height_m() : 0;
  std::vector<std::uint64_t> keys;
  keys.reserve(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (!boxes[i]) continue;
    const MapXY centre = boxes[i]->centre();
    const auto x = static_cast<std::uint32_t>((centre.x_m - all.min_x_m) * to_cell_x);
    const auto y = static_cast<std::uint32_t>((centre.y_m - all.min_y_m) * to_cell_y);
    keys.push_back((static_cast<std::uint64_t>(hilbertIndex(x, y)) << 32) | i);
  }
  std::ranges::sort(keys);
  std::vector<std::uint32_t> order(keys.size());
  std::ranges::transform(keys, order.begin(), [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
  return order;
}

double squared(double v) { return v * v; }

double squaredToSegment(MapXY p, MapXY a, MapXY b) {
  const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m;
  const double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / length2 : 0;
  t = std::clamp(t, 0.0, 1.0);
  return squared(p.x_m - a.x_m - t * dx) + squared(p.y_m - a.y_m - t * dy);
}

// Distance of one feature from a point, both relative to the origin.
double distanceTo(const MapColumns& c, std::uint32_t feature, MapXY p) {
  const auto vertex = [&](std::uint32_t v) {
    return MapXY{static_cast<double>(c.xy_m[v * 2]), static_cast<double>(c.xy_m[v * 2 + 1])};
  };
  double nearest2 = HUGE_VAL;
  bool inside = false;
  for (std::uint32_t part = c.feature_start[feature]; part < c.feature_start[feature + 1]; ++part) {
    const std::uint32_t begin = c.part_start[part], end = c.part_start[part + 1];
    if (begin == end) continue;
    MapXY a = vertex(begin);
    nearest2 = std::min(nearest2, squared(a.x_m - p.x_m) + squared(a.y_m - p.y_m));
    for (std::uint32_t v = begin + 1; v < end; ++v) {
      const MapXY b = vertex(v);
      if (c.kind == GeometryKind::kPoint) {
        nearest2 = std::min(nearest2, squared(b.x_m - p.x_m) + squared(b.y_m - p.y_m));
      } else {
        nearest2 = std::min(nearest2, squaredToSegment(p, a, b));
        if ((a.y_m > p.y_m) != (b.y_m > p.y_m) && p.x_m < a.x_m + (p.y_m - a.y_m) / (b.y_m - a.y_m) * (b.x_m - a.x_m))
          inside = !inside;
      }
      a = b;
    }
  }
  return c.kind == GeometryKind::kPolygon && inside ? 0 : std::sqrt(nearest2);
}

}  // namespace

MapColumns MapColumns::from(Arrays arrays) {
  auto storage = std::make_shared<const Arrays>(std::move(arrays));
  MapColumns columns;
  columns.xy_m = storage->xy_m;
  columns.part_start = storage->part_start;
  columns.feature_start = storage->feature_start;
  columns.storage = std::move(storage);
  return columns;
}

MapBox MapColumns::extent() const {
  MapBox all;
  for (std::uint32_t i = 0; i < index.size(); ++i) {
    const BoxF& b = index.box(i);
    all.add(MapBox{origin.x_m + static_cast<double>(b.min_x_m), origin.y_m + static_cast<double>(b.min_y_m),
                   origin.x_m + static_cast<double>(b.max_x_m), origin.y_m + static_cast<double>(b.max_y_m)});
  }
  return all;
}

Result<Loaded<std::shared_ptr<const MapColumns>>> buildMapColumns(FeatureColumns columns, const std::string& map_crs,
                                                                  const CancelToken& cancel) {
  Loaded<std::shared_ptr<const MapColumns>> result;
  if (columns.fid.empty()) {
    auto map = std::make_shared<MapColumns>(MapColumns::from({}));
    map->kind = columns.kind;
    columns.part_start = columns.feature_start = {0};
    map->features = std::make_shared<const FeatureColumns>(std::move(columns));
    result.value = std::move(map);
    return result;
  }
  if (!wellFormed(columns)) return fail(ErrorCode::kInvalidArgument, "columns", "offsets do not fit the coordinates");
  const auto projector = Projector::create(columns.crs, map_crs);
  if (!projector) return std::unexpected(projector.error());

  projector->forwardAll(columns.xy);
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, {});

  const std::size_t count = columns.featureCount();
  std::vector<std::optional<MapBox>> boxes(count);
  MapBox all;
  std::size_t outside = 0, without_vertices = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (i % kPollEvery == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, {});
    boxes[i] = boxOf(columns, i);
    if (boxes[i])
      all.add(*boxes[i]);
    else if (columns.part_start[columns.feature_start[i]] == columns.part_start[columns.feature_start[i + 1]])
      ++without_vertices;
    else
      ++outside;
  }
  if (outside > 0) result.warnings.push_back({WarningCode::kOutsideCrs, columns.crs, fmt::format("{}", outside)});
  if (without_vertices > 0)
    result.warnings.push_back({WarningCode::kGeometrySkipped, fmt::format("{}", without_vertices), "no coordinates"});

  const std::vector<std::uint32_t> order = hilbertOrder(boxes, all);
  MapXY origin;
  if (!all.empty()) origin = {std::round(all.centre().x_m), std::round(all.centre().y_m)};

  std::vector<BoxF> item_boxes;
  item_boxes.reserve(order.size());
  MapColumns::Arrays made;
  made.xy_m.reserve(columns.xy.size());
  made.part_start.reserve(columns.part_start.size());
  made.feature_start.reserve(order.size() + 1);
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (k % kPollEvery == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, {});
    const std::uint32_t i = order[k];
    item_boxes.push_back(relativeBox(*boxes[i], origin));
    for (std::uint32_t part = columns.feature_start[i]; part < columns.feature_start[i + 1]; ++part) {
      for (std::size_t v = columns.part_start[part]; v < columns.part_start[part + 1]; ++v) {
        made.xy_m.push_back(static_cast<float>(columns.xy[2 * v] - origin.x_m));
        made.xy_m.push_back(static_cast<float>(columns.xy[2 * v + 1] - origin.y_m));
      }
      made.part_start.push_back(static_cast<std::uint32_t>(made.xy_m.size() / 2));
    }
    if (columns.kind == GeometryKind::kPolygon)
      orientRings(made.xy_m, std::span(made.part_start).subspan(made.feature_start.back()));
    made.feature_start.push_back(static_cast<std::uint32_t>(made.part_start.size() - 1));
  }
  auto map = std::make_shared<MapColumns>(MapColumns::from(std::move(made)));
  map->kind = columns.kind;
  map->origin = origin;
  map->index = BoxTree(item_boxes);

  columns.xy = {};
  columns.part_start = columns.feature_start = {};
  takeInOrder(columns.fid, order);
  for (AttributeColumn& attribute : columns.attributes) {
    takeInOrder(attribute.integers, order);
    takeInOrder(attribute.reals, order);
    takeInOrder(attribute.codes, order);
  }
  map->features = std::make_shared<const FeatureColumns>(std::move(columns));
  result.value = std::move(map);
  return result;
}

std::vector<NearFeature> findNear(const MapColumns& columns, MapXY where, double radius_m, std::size_t at_most) {
  std::vector<NearFeature> found;
  if (!(radius_m >= 0) || !std::isfinite(where.x_m) || !std::isfinite(where.y_m)) return found;
  const MapXY local{where.x_m - columns.origin.x_m, where.y_m - columns.origin.y_m};
  MapBox around;
  around.add(where);
  std::vector<std::uint32_t> items;
  columns.index.query(relativeBox(around.grown(radius_m), columns.origin), items);
  for (const std::uint32_t item : items) {
    const double distance_m = distanceTo(columns, item, local);
    if (distance_m <= radius_m) found.push_back({item, distance_m});
  }
  // Of two polygons that both hold the point the smaller one is the more telling.
  const auto size = [&](std::uint32_t item) {
    const BoxF& b = columns.index.box(item);
    return (b.max_x_m - b.min_x_m) * (b.max_y_m - b.min_y_m);
  };
  std::ranges::stable_sort(found, [&](const NearFeature& a, const NearFeature& b) {
    return a.distance_m != b.distance_m ? a.distance_m < b.distance_m : size(a.feature) < size(b.feature);
  });
  if (found.size() > at_most) found.resize(at_most);
  return found;
}

}  // namespace gis
