// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/break_blocks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "gis/network/road_graph.h"
#include "gis/network/segment.h"

namespace gis::fire {
namespace {

// One barrier line to be noded; `gap` counts from 0 for closing lines.
struct BarrierLine {
  std::vector<MapXY> at;
  Barrier kind;
  std::int64_t id;  // fid, or the gap's index
};

std::vector<BarrierLine> linesOf(const std::vector<BarrierLayer>& layers) {
  std::vector<BarrierLine> lines;
  for (const BarrierLayer& layer : layers) {
    if (!layer.lines || layer.lines->kind != GeometryKind::kLine) continue;
    const MapColumns& c = *layer.lines;
    for (std::uint32_t i = 0; i < c.featureCount(); ++i)
      for (std::uint32_t part = c.feature_start[i]; part < c.feature_start[i + 1]; ++part) {
        BarrierLine line{{}, layer.kind, c.features->fid[i]};
        for (std::uint32_t v = c.part_start[part]; v < c.part_start[part + 1]; ++v) line.at.push_back(c.at(v));
        if (line.at.size() > 1) lines.push_back(std::move(line));
      }
  }
  return lines;
}

// Barriers as one layer of roads: noding is the same. The class says what barrier it is; no class is an expressway.
Result<RoadGraph> noded(const std::vector<BarrierLine>& lines, const CancelToken& cancel) {
  MapBox box;
  for (const BarrierLine& line : lines)
    for (const MapXY& p : line.at) box.add(p);
  MapColumns::Arrays arrays;
  auto features = std::make_shared<FeatureColumns>();
  AttributeColumn kind;
  kind.name = "class", kind.type = AttributeType::kInteger;
  const MapXY origin = box.centre();
  std::vector<BoxF> boxes;
  for (const BarrierLine& line : lines) {
    for (const MapXY& p : line.at) {
      arrays.xy_m.push_back(static_cast<float>(p.x_m - origin.x_m));
      arrays.xy_m.push_back(static_cast<float>(p.y_m - origin.y_m));
    }
    MapBox b;
    for (const MapXY& p : line.at) b.add(MapXY{p.x_m - origin.x_m, p.y_m - origin.y_m});
    boxes.push_back({static_cast<float>(b.min_x_m) - 1, static_cast<float>(b.min_y_m) - 1,
                     static_cast<float>(b.max_x_m) + 1, static_cast<float>(b.max_y_m) + 1});
    arrays.part_start.push_back(static_cast<std::uint32_t>(arrays.xy_m.size() / 2));
    arrays.feature_start.push_back(static_cast<std::uint32_t>(arrays.part_start.size() - 1));
    features->fid.push_back(line.id);
    kind.integers.push_back(static_cast<std::int64_t>(line.kind));
  }
  features->attributes.push_back(std::move(kind));
  MapColumns columns = MapColumns::from(std::move(arrays));
  columns.kind = GeometryKind::kLine;
  columns.origin = origin;
  columns.index = BoxTree(boxes);
  columns.features = std::move(features);
  NodingOptions options;
  options.snap_m = 1;
  return buildRoadGraph({{RoadSource::kRoad, std::make_shared<const MapColumns>(std::move(columns)), 0}}, options,
                        cancel);
}

Barrier kindOf(const RoadEdge& edge) { return static_cast<Barrier>(edge.road_class); }

// The ends of fire breaks that meet nothing, and the nearest other barrier of each.
void findGaps(const RoadGraph& graph, const BlockOptions& options, BlockReport& report) {
  for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
    const RoadEdge& edge = graph.edges[e];
    if (kindOf(edge) != Barrier::kBreak) continue;
    report.break_m += static_cast<double>(edge.length_m);
    for (const bool at_to : {false, true}) {
      const std::uint32_t node = at_to ? edge.to : edge.from;
      if (graph.arcs.at(node).size() != 1) continue;
      BreakGap gap{edge.fid, graph.node(node), graph.node(node), 0, Barrier::kBreak};
      double best_m = options.max_gap_m;
      const MapXY local{gap.end.x_m - graph.origin.x_m, gap.end.y_m - graph.origin.y_m};
      const auto reach = static_cast<float>(options.max_gap_m);
      const auto x = static_cast<float>(local.x_m), y = static_cast<float>(local.y_m);
      graph.index.query({x - reach, y - reach, x + reach, y + reach}, [&](std::uint32_t other) {
        // Closing a break on itself makes no block.
        if (kindOf(graph.edges[other]) == Barrier::kBreak && graph.edges[other].fid == edge.fid) return;
        for (std::uint32_t v = graph.edges[other].first_vertex; v + 1 < graph.endVertex(other); ++v) {
          const NearestOnSegment n = nearestOnSegment(graph.at(v), graph.at(v + 1), gap.end);
          if (n.dist_m >= best_m) continue;
          best_m = n.dist_m;
          gap.close_at = n.at, gap.length_m = n.dist_m, gap.closes_on = kindOf(graph.edges[other]);
        }
      });
      (gap.length_m > 0 ? report.gaps : report.loose_ends).push_back(gap);
    }
  }
  std::ranges::sort(report.gaps, [](const BreakGap& a, const BreakGap& b) {
    return a.length_m != b.length_m ? a.length_m < b.length_m : a.break_fid < b.break_fid;
  });
}

// Half-edges 2e (as drawn) and 2e + 1 (back); the face on the left of each.
class Faces {
 public:
  explicit Faces(const RoadGraph& graph) : m_graph(graph), m_next(graph.edges.size() * 2) {
    std::vector<std::pair<double, std::uint32_t>> around;
    for (std::uint32_t node = 0; node < graph.arcs.nodeCount(); ++node) {
      around.clear();
      for (const ArcGraph::Arc& arc : graph.arcs.at(node)) around.emplace_back(headingOf(arc.id), arc.id);
      std::ranges::sort(around);
      // Arriving along the twin of around[i], one leaves by the next clockwise: the face stays on the left.
      for (std::size_t i = 0; i < around.size(); ++i)
        m_next[around[i].second ^ 1] = around[(i + around.size() - 1) % around.size()].second;
    }
  }

  template <class Visit>
  void each(Visit visit) const {
    std::vector<bool> done(m_next.size(), false);
    std::vector<std::uint32_t> face;
    for (std::uint32_t first = 0; first < m_next.size(); ++first) {
      if (done[first]) continue;
      face.clear();
      for (std::uint32_t h = first; !done[h]; h = m_next[h]) done[h] = true, face.push_back(h);
      visit(face);
    }
  }

  std::vector<MapXY> ringOf(const std::vector<std::uint32_t>& face) const {
    std::vector<MapXY> ring;
    for (const std::uint32_t h : face) {
      const std::uint32_t from = m_graph.edges[h / 2].first_vertex, end = m_graph.endVertex(h / 2);
      for (std::uint32_t i = 0; i + 1 < end - from; ++i)
        ring.push_back(m_graph.at(h % 2 == 0 ? from + i : end - 1 - i));
    }
    if (!ring.empty()) ring.push_back(ring.front());
    return ring;
  }

 private:
  double headingOf(std::uint32_t h) const {
    const std::uint32_t from = m_graph.edges[h / 2].first_vertex, end = m_graph.endVertex(h / 2);
    const MapXY a = m_graph.at(h % 2 == 0 ? from : end - 1), b = m_graph.at(h % 2 == 0 ? from + 1 : end - 2);
    return std::atan2(b.y_m - a.y_m, b.x_m - a.x_m);
  }
  const RoadGraph& m_graph;
  std::vector<std::uint32_t> m_next;
};

double areaM2(const std::vector<MapXY>& ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    twice += (ring[i].x_m - ring[0].x_m) * (ring[i + 1].y_m - ring[0].y_m) -
             (ring[i + 1].x_m - ring[0].x_m) * (ring[i].y_m - ring[0].y_m);
  return twice / 2;
}

}  // namespace

Result<BlockReport> breakBlocks(const std::vector<BarrierLayer>& layers, const BlockOptions& options,
                                const CancelToken& cancel) {
  std::vector<BarrierLine> lines = linesOf(layers);
  if (std::ranges::none_of(lines, [](const BarrierLine& l) { return l.kind == Barrier::kBreak; }))
    return fail(ErrorCode::kNoData, "fire_break");
  auto graph = noded(lines, cancel);
  if (!graph) return std::unexpected(std::move(graph.error()));
  BlockReport report;
  findGaps(*graph, options, report);
  for (std::size_t i = 0; i < report.gaps.size(); ++i)
    lines.push_back({{report.gaps[i].end, report.gaps[i].close_at}, Barrier::kGap, static_cast<std::int64_t>(i)});
  auto whole = noded(lines, cancel);
  if (!whole) return std::unexpected(std::move(whole.error()));

  const Faces faces(*whole);
  faces.each([&](const std::vector<std::uint32_t>& face) {
    Block block;
    std::set<std::uint32_t> gaps;
    std::set<std::uint32_t> sides(face.begin(), face.end());
    bool has_break = false;
    for (const std::uint32_t h : face) {
      const RoadEdge& edge = whole->edges[h / 2];
      if (sides.contains(h ^ 1)) continue;  // a spur inside the mesh closes nothing
      if (kindOf(edge) == Barrier::kBreak) has_break = true, block.break_m += static_cast<double>(edge.length_m);
      if (kindOf(edge) == Barrier::kGap) gaps.insert(static_cast<std::uint32_t>(edge.fid));
    }
    if (!has_break) return;
    block.ring = faces.ringOf(face);
    block.area_m2 = areaM2(block.ring);
    if (block.area_m2 < options.least_block_m2) return;  // the outside runs clockwise and is negative
    block.gaps.assign(gaps.begin(), gaps.end());
    report.blocks.push_back(std::move(block));
  });
  std::ranges::sort(report.blocks, [](const Block& a, const Block& b) {
    return a.closed() != b.closed() ? a.closed() : a.area_m2 > b.area_m2;
  });
  for (const Block& block : report.blocks) {
    (block.closed() ? report.closed_m2 : report.unclosed_m2) += block.area_m2;
    ++(block.closed() ? report.closed_count : report.unclosed_count);
  }
  return report;
}

}  // namespace gis::fire
