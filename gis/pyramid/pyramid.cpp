// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/pyramid/pyramid.h"

#include <cmath>
#include <optional>
#include <unordered_map>

#include "gis/pyramid/arcs.h"

namespace gis {

namespace {

constexpr double kSeenPx = 0.35;  // what is off by less looks the same
constexpr double kFinestTolerance_m = 1.4;
constexpr double kFactor = 2;
constexpr double kSmallestPicturePx = 512;
// Each level adds its own error to that of the level two finer: 0.75 (1 + 1/4 + 1/16 ...) = 1.
constexpr double kShare = 0.75;
constexpr double kLighter = 1.5;   // a level that is not so much lighter than the one before is not worth its memory
constexpr double kDotBelow = 2.0;  // tolerances: what is smaller has no shape any more
constexpr double kCell = 1.5;      // tolerances
constexpr std::size_t kWorthIt = 4000;  // vertices; fewer are drawn as they are
constexpr std::size_t kPollEvery = 4096;

double ringArea2(std::span<const float> xy) {
  double twice = 0;
  for (std::size_t i = 0; i + 3 < xy.size(); i += 2)
    twice += (static_cast<double>(xy[i]) - xy[0]) * (static_cast<double>(xy[i + 3]) - xy[1]) -
             (static_cast<double>(xy[i + 2]) - xy[0]) * (static_cast<double>(xy[i + 1]) - xy[1]);
  return twice;
}

struct CellKey {
  std::int32_t column, row;
  std::uint32_t of_class;
  friend bool operator==(const CellKey&, const CellKey&) = default;
};
struct CellHash {
  std::size_t operator()(const CellKey& key) const {
    std::uint64_t h = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(key.column)) << 32 |
                       static_cast<std::uint32_t>(key.row)) *
                      0x9e3779b97f4a7c15ULL;
    h = (h ^ (h >> 29) ^ key.of_class) * 0xbf58476d1ce4e5b9ULL;
    return static_cast<std::size_t>(h ^ (h >> 32));
  }
};

// What a level's spans lie in.
struct Stored {
  std::vector<float> xy_m;
  std::vector<std::uint32_t> part_start{0}, feature_start{0}, item;
  BoxTree index;
  std::vector<BoxF> run_box;
  std::vector<std::uint64_t> repeated;
  std::vector<float> dot_xy_m;
  std::vector<std::uint32_t> dot_item;
  std::vector<std::uint8_t> dot_coverage;
  BoxTree dot_index;
};

std::vector<BoxF> runBoxes(std::span<const float> xy_m) {
  constexpr std::size_t kStep = PyramidLevel::kRun * 2;
  std::vector<BoxF> boxes;
  boxes.reserve(xy_m.size() / kStep + 1);
  for (std::size_t from = 0; from < xy_m.size(); from += kStep) {
    BoxF box{xy_m[from], xy_m[from + 1], xy_m[from], xy_m[from + 1]};
    // The first vertex of the next run, too: the piece between them belongs to this one.
    const std::size_t end = std::min(from + kStep + 2, xy_m.size());
    for (std::size_t i = from; i + 1 < end; i += 2)
      box = {std::min(box.min_x_m, xy_m[i]), std::min(box.min_y_m, xy_m[i + 1]), std::max(box.max_x_m, xy_m[i]),
             std::max(box.max_y_m, xy_m[i + 1])};
    boxes.push_back(box);
  }
  return boxes;
}

}  // namespace

const PyramidLevel& Pyramid::levelFor(double metres_per_device_px) const {
  std::size_t level = 0;
  while (level + 1 < m_levels.size() && m_levels[level + 1].tolerance_m <= kSeenPx * metres_per_device_px) ++level;
  return m_levels[level];
}

std::shared_ptr<const Pyramid> Pyramid::over(std::shared_ptr<const MapColumns> columns,
                                             std::vector<PyramidLevel> levels,
                                             std::vector<std::shared_ptr<const void>> keep) {
  auto pyramid = std::make_shared<Pyramid>();
  pyramid->m_columns = std::move(columns);
  pyramid->m_levels = std::move(levels);
  pyramid->m_keep = std::move(keep);
  return pyramid;
}

std::size_t Pyramid::bytes() const {
  std::size_t all = 0;
  for (const PyramidLevel& level : m_levels) {
    all += level.run_box.size_bytes() + level.repeated.size_bytes();
    if (&level == &m_levels.front()) continue;
    all += level.xy_m.size_bytes() + level.part_start.size_bytes() + level.feature_start.size_bytes() +
           level.item.size_bytes() + level.index.packed().size_bytes() + level.dot_xy_m.size_bytes() +
           level.dot_item.size_bytes() + level.dot_coverage.size_bytes() + level.dot_index.packed().size_bytes();
  }
  return all;
}

// Makes the levels from fine to coarse.
class PyramidBuilder {
 public:
  PyramidBuilder(std::shared_ptr<const MapColumns> columns, std::span<const std::uint32_t> class_of,
                 const CancelToken& cancel)
      : m_columns(*columns), m_class_of(class_of), m_cancel(cancel), m_pyramid(std::make_shared<Pyramid>()) {
    m_pyramid->m_columns = std::move(columns);
  }

  Result<std::shared_ptr<const Pyramid>> run() {
    const std::size_t vertices = m_columns.xy_m.size() / 2;
    const bool points = m_columns.kind == GeometryKind::kPoint;
    std::optional<Arcs> arcs;
    if (!points && vertices >= kWorthIt) arcs.emplace(m_columns);
    publishFinest(arcs ? &*arcs : nullptr);
    if (vertices < kWorthIt) return std::shared_ptr<const Pyramid>(m_pyramid);
    const MapBox extent = m_columns.extent();
    const double size_m = std::max(extent.width_m(), extent.height_m());
    measure();
    std::size_t before = m_columns.xy_m.size();
    for (double tolerance_m = kFinestTolerance_m; size_m * kSeenPx / tolerance_m > kSmallestPicturePx;
         tolerance_m *= kFactor) {
      if (m_cancel.cancelled()) return fail(ErrorCode::kCancelled, {});
      if (arcs) arcs->simplify(static_cast<float>(tolerance_m * kShare));
      auto level = std::make_shared<Stored>();
      if (!fill(*level, arcs ? &*arcs : nullptr, tolerance_m)) return fail(ErrorCode::kCancelled, {});
      const std::size_t weight = level->xy_m.size() + level->dot_xy_m.size();
      if (static_cast<double>(weight) * kLighter > static_cast<double>(before)) continue;
      before = weight;
      publish(*level, tolerance_m);
      m_pyramid->m_keep.push_back(std::move(level));
    }
    return std::shared_ptr<const Pyramid>(m_pyramid);
  }

 private:
  // Areas of polygons, lengths of lines.
  void measure() {
    m_size.assign(m_columns.featureCount(), 0);
    if (m_columns.kind == GeometryKind::kPoint) return;
    const std::span<const float> all(m_columns.xy_m);
    for (std::size_t feature = 0; feature < m_size.size(); ++feature) {
      double size = 0;
      for (std::uint32_t part = m_columns.feature_start[feature]; part < m_columns.feature_start[feature + 1]; ++part) {
        const std::size_t first = m_columns.part_start[part], end = m_columns.part_start[part + 1];
        const auto xy = all.subspan(first * 2, (end - first) * 2);
        if (m_columns.kind == GeometryKind::kPolygon) {
          size += ringArea2(xy) / 2;
        } else {
          for (std::size_t i = 0; i + 3 < xy.size(); i += 2)
            size += static_cast<double>(std::hypot(xy[i + 2] - xy[i], xy[i + 3] - xy[i + 1]));
        }
      }
      m_size[feature] = static_cast<float>(std::abs(size));
    }
  }

  bool fill(Stored& level, Arcs* arcs, double tolerance_m) {
    if (arcs) arcs->forgetDrawn();
    const auto dot_below = static_cast<float>(tolerance_m * kDotBelow);
    std::unordered_map<CellKey, std::uint32_t, CellHash> cells;
    std::vector<float> cell_size;
    std::vector<BoxF> boxes;
    for (std::uint32_t feature = 0; feature < m_columns.featureCount(); ++feature) {
      if (feature % kPollEvery == 0 && m_cancel.cancelled()) return false;
      const BoxF& box = m_columns.index.box(feature);
      if (!arcs) {
        addPoints(level, cells, cell_size, feature, tolerance_m * kCell);
        continue;
      }
      const bool small = std::max(box.max_x_m - box.min_x_m, box.max_y_m - box.min_y_m) < dot_below;
      if (small || !addShape(level, *arcs, feature, boxes))
        addDot(level, cells, cell_size, feature, box, tolerance_m * kCell);
    }
    level.index = BoxTree(boxes);
    level.run_box = runBoxes(level.xy_m);
    if (!level.repeated.empty()) level.repeated.resize(level.xy_m.size() / 128 + 1);
    const double cell_m = tolerance_m * kCell;
    const double whole = m_columns.kind == GeometryKind::kPolygon ? cell_m * cell_m : cell_m;
    for (const float size : cell_size) {
      const double cover = arcs ? std::min(1.0, static_cast<double>(size) / whole) : 1.0;
      level.dot_coverage.push_back(static_cast<std::uint8_t>(std::lround(cover * 255)));
    }
    indexDots(level);
    return true;
  }

  // False when nothing of the feature is left.
  bool addShape(Stored& level, Arcs& arcs, std::uint32_t feature, std::vector<BoxF>& boxes) const {
    const std::size_t before = level.part_start.size();
    const std::size_t least = m_columns.kind == GeometryKind::kPolygon ? 4 : 2;
    for (std::uint32_t part = m_columns.feature_start[feature]; part < m_columns.feature_start[feature + 1]; ++part) {
      const std::size_t from = level.xy_m.size();
      arcs.appendPart(part, level.xy_m);
      if ((level.xy_m.size() - from) / 2 < least) {
        level.xy_m.resize(from);
        continue;
      }
      level.part_start.push_back(static_cast<std::uint32_t>(level.xy_m.size() / 2));
      if (m_columns.kind == GeometryKind::kPolygon)
        arcs.markDrawn(part, from / 2, Arcs::Written::kByAppendPart, level.repeated);
    }
    if (level.part_start.size() == before) return false;
    level.feature_start.push_back(static_cast<std::uint32_t>(level.part_start.size() - 1));
    level.item.push_back(feature);
    boxes.push_back(m_columns.index.box(feature));
    return true;
  }

  // A feature may hold many points, far apart.
  void addPoints(Stored& level, std::unordered_map<CellKey, std::uint32_t, CellHash>& cells,
                 std::vector<float>& cell_size, std::uint32_t feature, double cell_m) const {
    for (std::uint32_t part = m_columns.feature_start[feature]; part < m_columns.feature_start[feature + 1]; ++part)
      for (std::size_t v = m_columns.part_start[part]; v < m_columns.part_start[part + 1]; ++v) {
        const float x = m_columns.xy_m[2 * v], y = m_columns.xy_m[2 * v + 1];
        addDot(level, cells, cell_size, feature, {x, y, x, y}, cell_m);
      }
  }

  void addDot(Stored& level, std::unordered_map<CellKey, std::uint32_t, CellHash>& cells, std::vector<float>& cell_size,
              std::uint32_t feature, const BoxF& box, double cell_m) const {
    const float x = (box.min_x_m + box.max_x_m) / 2, y = (box.min_y_m + box.max_y_m) / 2;
    const CellKey key{static_cast<std::int32_t>(std::floor(static_cast<double>(x) / cell_m)),
                      static_cast<std::int32_t>(std::floor(static_cast<double>(y) / cell_m)), m_class_of[feature]};
    const auto [found, added] = cells.try_emplace(key, static_cast<std::uint32_t>(level.dot_item.size()));
    if (added) {
      level.dot_xy_m.push_back(x);
      level.dot_xy_m.push_back(y);
      level.dot_item.push_back(feature);
      cell_size.push_back(0);
    }
    cell_size[found->second] += m_size[feature];
  }

  static void indexDots(Stored& level) {
    std::vector<BoxF> boxes;
    for (std::size_t i = 0; i < level.dot_item.size(); ++i) {
      const float x = level.dot_xy_m[2 * i], y = level.dot_xy_m[2 * i + 1];
      if (i % PyramidLevel::kDotRun == 0) boxes.push_back({x, y, x, y});
      BoxF& box = boxes.back();
      box = {std::min(box.min_x_m, x), std::min(box.min_y_m, y), std::max(box.max_x_m, x), std::max(box.max_y_m, y)};
    }
    level.dot_index = BoxTree(boxes);
  }

  void publishFinest(Arcs* arcs) {
    auto stored = std::make_shared<Stored>();
    stored->run_box = runBoxes(m_columns.xy_m);
    if (arcs && m_columns.kind == GeometryKind::kPolygon) {
      for (std::uint32_t part = 0; part + 1 < m_columns.part_start.size(); ++part)
        arcs->markDrawn(part, m_columns.part_start[part], Arcs::Written::kAsInColumns, stored->repeated);
      stored->repeated.resize(m_columns.xy_m.size() / 128 + 1);
    }
    PyramidLevel finest;
    finest.xy_m = m_columns.xy_m;
    finest.part_start = m_columns.part_start;
    finest.feature_start = m_columns.feature_start;
    finest.index = m_columns.index;
    finest.run_box = stored->run_box;
    finest.repeated = stored->repeated;
    m_pyramid->m_levels.push_back(finest);
    m_pyramid->m_keep.push_back(std::move(stored));
  }

  void publish(const Stored& stored, double tolerance_m) {
    PyramidLevel level;
    level.tolerance_m = tolerance_m;
    level.xy_m = stored.xy_m;
    level.part_start = stored.part_start;
    level.feature_start = stored.feature_start;
    level.item = stored.item;
    level.index = stored.index;
    level.run_box = stored.run_box;
    level.repeated = stored.repeated;
    level.dot_xy_m = stored.dot_xy_m;
    level.dot_item = stored.dot_item;
    level.dot_coverage = stored.dot_coverage;
    level.dot_cell_m = tolerance_m * kCell;
    level.dot_index = stored.dot_index;
    m_pyramid->m_levels.push_back(level);
  }

  const MapColumns& m_columns;
  std::span<const std::uint32_t> m_class_of;
  const CancelToken& m_cancel;
  std::shared_ptr<Pyramid> m_pyramid;
  std::vector<float> m_size;
};

Result<std::shared_ptr<const Pyramid>> buildPyramid(std::shared_ptr<const MapColumns> columns,
                                                    std::span<const std::uint32_t> class_of,
                                                    const CancelToken& cancel) {
  if (!columns || class_of.size() != columns->featureCount())
    return fail(ErrorCode::kInvalidArgument, "class_of", "one class for each feature is needed");
  return PyramidBuilder(std::move(columns), class_of, cancel).run();
}

}  // namespace gis
