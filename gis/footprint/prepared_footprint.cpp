// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/footprint/prepared_footprint.h"

#include <algorithm>
#include <cmath>

#include "gis/footprint/plane.h"
#include "gis/geo/local_scale.h"
#include "gis/vector/box_tree.h"

namespace gis {
namespace {

constexpr int kScaleSteps = 6;         // of the grid on which the map's scale is sampled
constexpr std::size_t kTreeFrom = 12;  // fewer shapes are looked through one by one

// The map's scale, sampled over a box; bilinear between, as it is at the edge beyond.
struct ScaleGrid {
  MapBox box;
  std::vector<double> ratio;

  double at(MapXY p) const {
    if (ratio.empty()) return 1;
    const auto part = [](double from, double size) {
      return size > 0 ? std::clamp(from / size, 0.0, 1.0) * (kScaleSteps - 1) : 0.0;
    };
    const double x = part(p.x_m - box.min_x_m, box.width_m()), y = part(p.y_m - box.min_y_m, box.height_m());
    const int i = std::min(static_cast<int>(x), kScaleSteps - 2), k = std::min(static_cast<int>(y), kScaleSteps - 2);
    const auto value = [&](int column, int row) { return ratio[static_cast<std::size_t>(row * kScaleSteps + column)]; };
    const double fx = x - i, fy = y - k;
    return (value(i, k) * (1 - fx) + value(i + 1, k) * fx) * (1 - fy) +
           (value(i, k + 1) * (1 - fx) + value(i + 1, k + 1) * fx) * fy;
  }
};

Result<ScaleGrid> scaleOver(const MapBox& box, const Projector& to_map) {
  ScaleGrid grid{box, {}};
  for (int k = 0; k < kScaleSteps; ++k)
    for (int i = 0; i < kScaleSteps; ++i) {
      const auto scale = localScaleAt(to_map, {box.min_x_m + box.width_m() * i / (kScaleSteps - 1),
                                               box.min_y_m + box.height_m() * k / (kScaleSteps - 1)});
      if (!scale) return std::unexpected(scale.error());
      grid.ratio.push_back(scale->scale_ratio);
    }
  return grid;
}

MapBox featureBox(const MapColumns& columns, std::uint32_t feature) {
  const BoxF& box = columns.index.box(feature);
  return {columns.origin.x_m + static_cast<double>(box.min_x_m), columns.origin.y_m + static_cast<double>(box.min_y_m),
          columns.origin.x_m + static_cast<double>(box.max_x_m), columns.origin.y_m + static_cast<double>(box.max_y_m)};
}

// Calls visit(a, b) for every segment of a feature; a point is a segment without length. Stops when it says false.
template <class Visit>
bool visitFeature(const MapColumns& columns, std::uint32_t feature, Visit&& visit) {
  for (std::uint32_t part = columns.feature_start[feature]; part < columns.feature_start[feature + 1]; ++part) {
    const std::uint32_t begin = columns.part_start[part], end = columns.part_start[part + 1];
    if (columns.kind == GeometryKind::kPoint) {
      for (std::uint32_t v = begin; v < end; ++v)
        if (!visit(columns.at(v), columns.at(v))) return false;
      continue;
    }
    for (std::uint32_t v = begin; v + 1 < end; ++v)
      if (!visit(columns.at(v), columns.at(v + 1))) return false;
  }
  return true;
}

bool polygonHolds(const MapColumns& columns, std::uint32_t feature, MapXY p) {
  bool in = false;
  visitFeature(columns, feature, [&](MapXY a, MapXY b) {
    if ((a.y_m <= p.y_m) != (b.y_m <= p.y_m)) {
      const double side = turn(a, b, p);
      if ((side > 0) == (b.y_m > a.y_m)) in = !in;
    }
    return true;
  });
  return in;
}

}  // namespace

struct PreparedFootprint::State {
  std::vector<ShapeIndex> shapes;  // by ascending class
  std::vector<std::int32_t> shape_class;
  std::size_t classes = 0;
  bool by_centre = false;
  bool crosses = false;
  MapBox box;
  MapXY origin;
  BoxTree tree;
  ScaleGrid scale;

  void add(ShapeIndex shape, std::int32_t part) {
    box.add(shape.box());
    shapes.push_back(std::move(shape));
    shape_class.push_back(part);
  }
  void index() {
    if (shapes.size() < kTreeFrom) return;
    origin = box.centre();
    std::vector<BoxF> boxes;
    boxes.reserve(shapes.size());
    constexpr float kOut = 0.1f;  // of rounding to 32 bits
    for (const ShapeIndex& shape : shapes)
      boxes.push_back({static_cast<float>(shape.box().min_x_m - origin.x_m) - kOut,
                       static_cast<float>(shape.box().min_y_m - origin.y_m) - kOut,
                       static_cast<float>(shape.box().max_x_m - origin.x_m) + kOut,
                       static_cast<float>(shape.box().max_y_m - origin.y_m) + kOut});
    tree = BoxTree(boxes);
  }
  // Shapes whose box meets one, by ascending class; stops when visit says false.
  template <class Visit>
  void near(const MapBox& asked, Visit&& visit) const {
    if (!box.intersects(asked)) return;
    if (shapes.size() < kTreeFrom) {
      for (std::size_t i = 0; i < shapes.size(); ++i)
        if (shapes[i].box().intersects(asked) && !visit(i)) return;
      return;
    }
    static thread_local std::vector<std::uint32_t> found;
    found.clear();
    tree.query({static_cast<float>(asked.min_x_m - origin.x_m), static_cast<float>(asked.min_y_m - origin.y_m),
                static_cast<float>(asked.max_x_m - origin.x_m), static_cast<float>(asked.max_y_m - origin.y_m)},
               found);
    for (const std::uint32_t i : found)
      if (shapes[i].box().intersects(asked) && !visit(static_cast<std::size_t>(i))) return;
  }
};

PreparedFootprint::PreparedFootprint(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PreparedFootprint::PreparedFootprint(PreparedFootprint&&) noexcept = default;
PreparedFootprint& PreparedFootprint::operator=(PreparedFootprint&&) noexcept = default;
PreparedFootprint::~PreparedFootprint() = default;

Result<PreparedFootprint> PreparedFootprint::make(const Footprint& footprint, const std::string& map_crs,
                                                  const CancelToken& cancel) {
  if (auto checked = checkFootprint(footprint); !checked) return std::unexpected(checked.error());
  const auto to_map = Projector::create("EPSG:4490", map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  auto state = std::make_unique<State>();
  state->classes = footprint.classes.size();
  state->by_centre = footprint.by_centre;
  // Lines first as they lie on the map, then the scale over all of them, then reaches in map metres.
  struct OnMap {
    std::int32_t part;
    const FootprintShape* shape;
    std::vector<std::vector<MapXY>> lines;
  };
  std::vector<OnMap> all;
  MapBox extent;
  double most_reach_m = 0;
  for (std::size_t c = 0; c < footprint.classes.size(); ++c)
    for (const FootprintShape& shape : footprint.classes[c].shapes) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "footprint");
      OnMap& on_map = all.emplace_back(OnMap{static_cast<std::int32_t>(c), &shape, {}});
      most_reach_m = std::max(most_reach_m, shape.reach_m);
      for (const auto& line : shape.lines) {
        std::vector<double> xy;
        xy.reserve(line.size() * 2);
        for (const LonLat p : line) xy.push_back(p.lon_deg), xy.push_back(p.lat_deg);
        to_map->forwardAll(xy);
        auto& mapped = on_map.lines.emplace_back();
        mapped.reserve(line.size() + 1);
        for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
          if (!std::isfinite(xy[i]) || !std::isfinite(xy[i + 1]))
            return fail(ErrorCode::kOutOfRange, "footprint", "a corner that the map does not have");
          mapped.push_back({xy[i], xy[i + 1]});
          extent.add(mapped.back());
        }
        if (shape.kind == ShapeKind::kArea && !(mapped.front() == mapped.back())) mapped.push_back(mapped.front());
      }
    }
  auto scale = scaleOver(extent.grown(most_reach_m), *to_map);
  if (!scale) return std::unexpected(scale.error());
  state->scale = std::move(*scale);
  for (OnMap& on_map : all) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "footprint");
    if (on_map.shape->kind == ShapeKind::kArea) {
      state->add(ShapeIndex::area(on_map.lines), on_map.part);
      state->crosses = state->crosses || state->shapes.back().crossesItself();
      continue;
    }
    std::vector<ShapeIndex::Segment> segments;
    for (const auto& line : on_map.lines)
      for (std::size_t i = 0; i + (line.size() > 1 ? 1 : 0) < line.size(); ++i) {
        const MapXY a = line[i], b = line[line.size() > 1 ? i + 1 : i];
        const double ratio = state->scale.at({(a.x_m + b.x_m) / 2, (a.y_m + b.y_m) / 2});
        segments.push_back({a, b, on_map.shape->reach_m * ratio});
      }
    state->add(ShapeIndex::reach(std::move(segments)), on_map.part);
  }
  state->index();
  return PreparedFootprint(std::move(state));
}

std::size_t PreparedFootprint::classCount() const { return m_state->classes; }
MapBox PreparedFootprint::box() const { return m_state->box; }
bool PreparedFootprint::byCentre() const { return m_state->by_centre; }
bool PreparedFootprint::hasSelfCrossing() const { return m_state->crosses; }
double PreparedFootprint::scaleAt(MapXY where) const { return m_state->scale.at(where); }

double PreparedFootprint::classAreaM2(std::size_t part) const {
  double area = 0;
  std::vector<SweepEdge> edges;
  std::vector<SweepRule> rules;
  std::vector<std::int32_t> classes;
  MapBox box;
  for (std::size_t i = 0; i < m_state->shapes.size(); ++i) {
    if (m_state->shape_class[i] != static_cast<std::int32_t>(part)) continue;
    const ShapeIndex& shape = m_state->shapes[i];
    const double scale = scaleAt(shape.box().centre());
    if (shape.isReach() || shape.isLarge()) {
      area += shape.areaM2() / (scale * scale);
      continue;
    }
    box.add(shape.box());
    shape.edges(shape.box().grown(1), static_cast<std::int32_t>(rules.size()), edges);
    rules.push_back(shape.rule());
    classes.push_back(0);
  }
  if (edges.empty()) return area;
  double sum[] = {0};
  sweepAreas(edges, kNoMask, rules, classes, sum);
  const double scale = scaleAt(box.centre());
  return area + sum[0] / (scale * scale);
}

std::int32_t PreparedFootprint::classAt(MapXY where) const {
  std::int32_t found = kNone;
  m_state->near({where.x_m, where.y_m, where.x_m, where.y_m}, [&](std::size_t i) {
    if (m_state->shapes[i].contains(where)) found = m_state->shape_class[i];
    return found == kNone;
  });
  return found;
}

std::int32_t PreparedFootprint::classTouching(const MapColumns& columns, std::uint32_t feature) const {
  const MapBox box = featureBox(columns, feature);
  std::int32_t found = kNone;
  m_state->near(box, [&](std::size_t i) {
    const ShapeIndex& shape = m_state->shapes[i];
    const BoxRelation relation = shape.relation(box);
    bool met = relation == BoxRelation::kInside;
    if (relation == BoxRelation::kMixed) {
      met = !visitFeature(columns, feature, [&](MapXY a, MapXY b) { return !shape.touches(a, b); });
      if (!met && columns.kind == GeometryKind::kPolygon)
        met = std::ranges::any_of(shape.witnesses(),
                                  [&](MapXY p) { return box.contains(p) && polygonHolds(columns, feature, p); });
    }
    if (met) found = m_state->shape_class[i];
    return !met;
  });
  return found;
}

double PreparedFootprint::measure(const MapColumns& columns, std::uint32_t feature) const {
  const double scale = scaleAt(featureBox(columns, feature).centre());
  double sum = 0;
  if (columns.kind == GeometryKind::kLine) {
    visitFeature(columns, feature,
                 [&](MapXY a, MapXY b) { return sum += std::hypot(b.x_m - a.x_m, b.y_m - a.y_m), true; });
    return sum / scale;
  }
  if (columns.kind != GeometryKind::kPolygon) return 0;
  // Shells turn anticlockwise and holes clockwise, so the signed areas add up.
  const MapXY from = featureBox(columns, feature).centre();
  visitFeature(columns, feature, [&](MapXY a, MapXY b) { return sum += turn(from, a, b) / 2, true; });
  return std::abs(sum) / (scale * scale);
}

double PreparedFootprint::clip(const MapColumns& columns, std::uint32_t feature, std::vector<double>& by_class) const {
  const MapBox box = featureBox(columns, feature);
  static thread_local std::vector<std::size_t> near;
  near.clear();
  bool mixed = false;
  m_state->near(box, [&](std::size_t i) {
    const BoxRelation relation = m_state->shapes[i].relation(box);
    if (relation == BoxRelation::kOutside) return true;
    near.push_back(i);
    mixed |= relation == BoxRelation::kMixed;
    return relation != BoxRelation::kInside;  // what comes later is never the first
  });
  if (near.empty()) return 0;
  if (!mixed) {
    const double whole = measure(columns, feature);
    by_class[static_cast<std::size_t>(m_state->shape_class[near.front()])] += whole;
    return whole;
  }
  const double scale = scaleAt(box.centre());
  double sum = 0;
  if (columns.kind == GeometryKind::kLine) {
    std::vector<double> at;
    visitFeature(columns, feature, [&](MapXY a, MapXY b) {
      at.assign({0, 1});
      for (const std::size_t i : near) m_state->shapes[i].cuts(a, b, at);
      std::ranges::sort(at);
      const double length = std::hypot(b.x_m - a.x_m, b.y_m - a.y_m) / scale;
      for (std::size_t k = 0; k + 1 < at.size(); ++k) {
        if (!(at[k + 1] > at[k])) continue;
        const double t = (at[k] + at[k + 1]) / 2;
        const MapXY middle{a.x_m + (b.x_m - a.x_m) * t, a.y_m + (b.y_m - a.y_m) * t};
        for (const std::size_t i : near)
          if (m_state->shapes[i].contains(middle)) {
            by_class[static_cast<std::size_t>(m_state->shape_class[i])] += length * (at[k + 1] - at[k]);
            sum += length * (at[k + 1] - at[k]);
            break;
          }
      }
      return true;
    });
    return sum;
  }
  if (columns.kind != GeometryKind::kPolygon) return 0;
  std::vector<SweepEdge> edges;
  std::vector<SweepRule> rules = {SweepRule::kEvenOdd};
  std::vector<std::int32_t> classes = {0};
  visitFeature(columns, feature, [&](MapXY a, MapXY b) {
    if (a.y_m < b.y_m) edges.push_back({a.x_m, a.y_m, b.x_m, b.y_m, 0, 1});
    if (b.y_m < a.y_m) edges.push_back({b.x_m, b.y_m, a.x_m, a.y_m, 0, -1});
    return true;
  });
  // Places of classes in by_class are far apart: the sweep gets them as ranks, in their order.
  std::vector<std::int32_t> ranked;
  for (const std::size_t i : near) {
    const std::int32_t part = m_state->shape_class[i];
    if (ranked.empty() || ranked.back() != part) ranked.push_back(part);
    classes.push_back(static_cast<std::int32_t>(ranked.size()) - 1);
    rules.push_back(m_state->shapes[i].rule());
    m_state->shapes[i].edges(box, static_cast<std::int32_t>(rules.size()) - 1, edges);
  }
  std::vector<double> areas(ranked.size(), 0.0);
  sweepAreas(edges, 0, rules, classes, areas);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const double area = areas[i] / (scale * scale);
    by_class[static_cast<std::size_t>(ranked[i])] += area;
    sum += area;
  }
  return sum;
}

BoxRelation PreparedFootprint::relation(const MapBox& box, std::int32_t& part) const {
  BoxRelation result = BoxRelation::kOutside;
  m_state->near(box, [&](std::size_t i) {
    const BoxRelation one = m_state->shapes[i].relation(box);
    if (one == BoxRelation::kOutside) return true;
    result = one;
    part = m_state->shape_class[i];
    return false;
  });
  return result;
}

double PreparedFootprint::distanceM(MapXY where) const {
  double nearest = INFINITY;
  for (const ShapeIndex& shape : m_state->shapes) nearest = std::min(nearest, shape.distanceM(where));
  return nearest / scaleAt(where);
}

MapXY centreOf(const MapColumns& columns, std::uint32_t feature) {
  const MapBox box = featureBox(columns, feature);
  const MapXY from = box.centre();
  if (columns.kind == GeometryKind::kPoint) return columns.at(columns.part_start[columns.feature_start[feature]]);
  if (columns.kind == GeometryKind::kPolygon) {
    double area = 0, x = 0, y = 0;
    visitFeature(columns, feature, [&](MapXY a, MapXY b) {
      const double twice = turn(from, a, b);
      area += twice;
      x += twice * (a.x_m + b.x_m - 2 * from.x_m), y += twice * (a.y_m + b.y_m - 2 * from.y_m);
      return true;
    });
    return area != 0 ? MapXY{from.x_m + x / (3 * area), from.y_m + y / (3 * area)} : from;
  }
  double length = 0;
  visitFeature(columns, feature,
               [&](MapXY a, MapXY b) { return length += std::hypot(b.x_m - a.x_m, b.y_m - a.y_m), true; });
  double left = length / 2;
  MapXY middle = from;
  visitFeature(columns, feature, [&](MapXY a, MapXY b) {
    const double step = std::hypot(b.x_m - a.x_m, b.y_m - a.y_m);
    if (left > step) return left -= step, true;
    const double t = step > 0 ? left / step : 0;
    middle = {a.x_m + (b.x_m - a.x_m) * t, a.y_m + (b.y_m - a.y_m) * t};
    return false;
  });
  return middle;
}

}  // namespace gis
