// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/road_graph.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "gis/network/segment.h"

namespace gis {
namespace {

constexpr std::uint8_t kExpressway = 0;

// A line before it is cut.
struct Line {
  RoadEdge facts;
  std::vector<MapXY> at;  // relative to the origin
};

struct Cut {
  std::uint32_t segment;
  double t;  // 0..1 along the segment
  MapXY at;
};

// Points nearer than the snap distance are one.
class NodeGrid {
 public:
  explicit NodeGrid(double snap_m) : m_snap_m(std::max(snap_m, 1e-3)) {}
  std::uint32_t of(MapXY p) {
    const std::int64_t cx = cell(p.x_m), cy = cell(p.y_m);
    double best = m_snap_m * m_snap_m;
    std::uint32_t found = kNoArc;
    for (std::int64_t dx = -1; dx <= 1; ++dx)
      for (std::int64_t dy = -1; dy <= 1; ++dy) {
        const auto it = m_first.find(key(cx + dx, cy + dy));
        if (it == m_first.end()) continue;
        for (std::uint32_t n = it->second; n != kNoArc; n = m_next[n]) {
          const double d = squaredM(m_nodes[n], p);
          if (d <= best) best = d, found = n;
        }
      }
    if (found != kNoArc) return found;
    const auto made = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.push_back(p);
    auto& head = m_first.try_emplace(key(cx, cy), kNoArc).first->second;
    m_next.push_back(head);
    head = made;
    return made;
  }
  const std::vector<MapXY>& nodes() const { return m_nodes; }

 private:
  std::int64_t cell(double v) const { return static_cast<std::int64_t>(std::floor(v / m_snap_m)); }
  static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return static_cast<std::uint64_t>(x) << 32 ^ (static_cast<std::uint64_t>(y) & 0xffffffffU);
  }
  double m_snap_m;
  std::vector<MapXY> m_nodes;
  std::vector<std::uint32_t> m_next;
  std::unordered_map<std::uint64_t, std::uint32_t> m_first;
};

class Names {
 public:
  std::uint32_t of(const std::string& name) {
    const auto [it, fresh] = m_known.try_emplace(name, static_cast<std::uint32_t>(m_all.size()));
    if (fresh) m_all.push_back(name);
    return it->second;
  }
  std::vector<std::string> take() { return std::move(m_all); }

 private:
  std::vector<std::string> m_all{std::string()};
  std::unordered_map<std::string, std::uint32_t> m_known{{std::string(), 0}};
};

std::int64_t integerOf(const AttributeColumn* column, std::size_t i, std::int64_t otherwise) {
  if (column == nullptr || column->type != AttributeType::kInteger) return otherwise;
  return column->integers[i] == AttributeColumn::kNullInteger ? otherwise : column->integers[i];
}

std::string textOf(const AttributeColumn* column, std::size_t i) {
  if (column == nullptr || column->type != AttributeType::kText) return {};
  return column->codes[i] == AttributeColumn::kNullCode ? std::string() : column->dictionary[column->codes[i]];
}

// code_facility_state of a fire road as the state of a road.
RoadState fireRoadState(std::int64_t facility_state) {
  return facility_state == 3 ? RoadState::kClosed : facility_state == 2 ? RoadState::kRestricted : RoadState::kOpen;
}

RoadEdge factsOf(const RoadLayer& layer, std::size_t i, Names& names) {
  const FeatureColumns& f = *layer.lines->features;
  RoadEdge facts;
  facts.fid = f.fid[i];
  facts.source = layer.source;
  const std::int64_t state = integerOf(f.find("state"), i, 1);
  if (layer.source == RoadSource::kFireRoad) {
    facts.road_class = kFireRoadClass;
    facts.state = fireRoadState(state);
  } else {
    facts.road_class = static_cast<std::uint8_t>(std::clamp<std::int64_t>(integerOf(f.find("class"), i, 5), 0, 6));
    facts.state = static_cast<RoadState>(std::clamp<std::int64_t>(state, 1, 5));
  }
  if (const AttributeColumn* width = f.find("width_m"); width && width->type == AttributeType::kReal)
    facts.width_m = static_cast<float>(width->reals[i]);
  std::string name = textOf(f.find("name"), i);
  if (name.empty()) name = textOf(f.find("road_code"), i);
  facts.name = names.of(name);
  return facts;
}

BoxF boxOf(const std::vector<MapXY>& at, double grown_m) {
  MapBox box;
  for (const MapXY& p : at) box.add(p);
  box = box.grown(grown_m);
  const auto low = [](double v) { return std::nextafter(static_cast<float>(v), -1e30F); };
  const auto high = [](double v) { return std::nextafter(static_cast<float>(v), 1e30F); };
  return {low(box.min_x_m), low(box.min_y_m), high(box.max_x_m), high(box.max_y_m)};
}

class Noding {
 public:
  Noding(const std::vector<RoadLayer>& layers, const NodingOptions& options) : m_options(options) {
    MapBox extent;
    for (const RoadLayer& layer : layers)
      if (layer.lines && layer.lines->featureCount() > 0) extent.add(layer.lines->extent());
    if (!extent.empty()) m_origin = extent.centre();
    for (const RoadLayer& layer : layers) add(layer);
    index();
    for (const MapXY& p : options.grade_separations) m_apart.push_back({p.x_m - m_origin.x_m, p.y_m - m_origin.y_m});
  }

  Result<RoadGraph> run(const CancelToken& cancel) {
    if (m_lines.empty()) return fail(ErrorCode::kNoData, "road");
    m_cuts.resize(m_lines.size());
    std::vector<std::uint32_t> near;
    for (std::uint32_t i = 0; i < m_lines.size(); ++i) {
      if (i % 1024 == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, "road");
      near.clear();
      m_index.query(boxOf(m_lines[i].at, m_options.snap_m), near);
      for (const std::uint32_t j : near)
        if (j > i) meet(i, j);
    }
    return cutAll();
  }

 private:
  void add(const RoadLayer& layer) {
    if (!layer.lines || layer.lines->kind != GeometryKind::kLine) return;
    const MapColumns& c = *layer.lines;
    for (std::uint32_t i = 0; i < c.featureCount(); ++i)
      for (std::uint32_t part = c.feature_start[i]; part < c.feature_start[i + 1]; ++part) {
        Line line{factsOf(layer, i, m_names), {}};
        for (std::uint32_t v = c.part_start[part]; v < c.part_start[part + 1]; ++v) {
          const MapXY p = c.at(v);
          line.at.push_back({p.x_m - m_origin.x_m, p.y_m - m_origin.y_m});
        }
        if (line.at.size() < 2) continue;
        if (layer.reach_m > 0) m_short.emplace_back(m_lines.size(), layer.reach_m);
        m_lines.push_back(std::move(line));
      }
  }

  void index() {
    std::vector<BoxF> boxes;
    boxes.reserve(m_lines.size());
    for (const Line& line : m_lines) boxes.push_back(boxOf(line.at, 0));
    m_index = BoxTree(boxes);
    if (m_short.empty()) return;
    for (const auto& [i, reach_m] : m_short)
      for (const bool at_end : {false, true}) leadOn(static_cast<std::uint32_t>(i), at_end, reach_m);
    boxes.clear();
    for (const Line& line : m_lines) boxes.push_back(boxOf(line.at, 0));
    m_index = BoxTree(boxes);
  }

  // An end that stops short of a road gets the nearest place of that road as its new end.
  void leadOn(std::uint32_t i, bool at_end, double reach_m) {
    const MapXY end = at_end ? m_lines[i].at.back() : m_lines[i].at.front();
    double best_m = reach_m;
    MapXY best{};
    bool found = false;
    m_index.query(boxOf({end}, reach_m), [&](std::uint32_t j) {
      if (j == i) return;
      for (std::size_t s = 0; s + 1 < m_lines[j].at.size(); ++s) {
        const NearestOnSegment n = nearestOnSegment(m_lines[j].at[s], m_lines[j].at[s + 1], end);
        if (n.dist_m < best_m) best_m = n.dist_m, best = n.at, found = true;
      }
    });
    if (!found || best_m <= m_options.snap_m) return;
    auto& at = m_lines[i].at;
    at.insert(at_end ? at.end() : at.begin(), best);
  }

  bool apart(const Line& a, const Line& b, MapXY where) const {
    if ((a.facts.road_class == kExpressway) != (b.facts.road_class == kExpressway)) return true;
    return std::ranges::any_of(m_apart,
                               [&](MapXY p) { return squaredM(p, where) <= m_options.apart_m * m_options.apart_m; });
  }

  void cutAt(std::uint32_t line, std::size_t segment, double t, MapXY at) {
    m_cuts[line].push_back({static_cast<std::uint32_t>(segment), t, at});
  }

  // The ends of `a` and the vertices it shares with `b`, as cuts of `b`.
  void meetVertices(std::uint32_t a, std::uint32_t b) {
    const auto& va = m_lines[a].at;
    const auto& vb = m_lines[b].at;
    const BoxF box = m_index.box(b);
    for (std::size_t k = 0; k < va.size(); ++k) {
      const bool end = k == 0 || k + 1 == va.size();
      const double slack_m = m_options.snap_m;
      if (va[k].x_m < static_cast<double>(box.min_x_m) - slack_m ||
          va[k].x_m > static_cast<double>(box.max_x_m) + slack_m ||
          va[k].y_m < static_cast<double>(box.min_y_m) - slack_m ||
          va[k].y_m > static_cast<double>(box.max_y_m) + slack_m)
        continue;
      double best_m = m_options.snap_m;
      std::size_t segment = vb.size();
      NearestOnSegment best{};
      for (std::size_t s = 0; s + 1 < vb.size(); ++s) {
        const NearestOnSegment n = nearestOnSegment(vb[s], vb[s + 1], va[k]);
        if (n.dist_m > best_m) continue;
        best_m = n.dist_m, best = n, segment = s;
      }
      if (segment == vb.size()) continue;
      if (end) {
        cutAt(b, segment, best.t, va[k]);
        continue;
      }
      // A vertex inside both lines: shared by both, or one that lies on the other road at grade.
      constexpr double kSamePlaceM = 0.05;
      if (best.dist_m > kSamePlaceM) continue;
      if (best.t != 0 && best.t != 1 && apart(m_lines[a], m_lines[b], va[k])) continue;
      cutAt(b, segment, best.t, va[k]);
      cutAt(a, k - 1, 1, va[k]);
    }
  }

  void meet(std::uint32_t i, std::uint32_t j) {
    meetVertices(i, j);
    meetVertices(j, i);
    const auto& a = m_lines[i].at;
    const auto& b = m_lines[j].at;
    for (std::size_t s = 0; s + 1 < a.size(); ++s)
      for (std::size_t u = 0; u + 1 < b.size(); ++u) {
        if (std::max(a[s].x_m, a[s + 1].x_m) < std::min(b[u].x_m, b[u + 1].x_m) ||
            std::max(b[u].x_m, b[u + 1].x_m) < std::min(a[s].x_m, a[s + 1].x_m))
          continue;
        const auto crossing = properCrossing(a[s], a[s + 1], b[u], b[u + 1]);
        if (!crossing || apart(m_lines[i], m_lines[j], crossing->at)) continue;
        cutAt(i, s, crossing->t, crossing->at);
        cutAt(j, u, crossing->second_ratio, crossing->at);
      }
  }

  Result<RoadGraph> cutAll() {
    RoadGraph graph;
    graph.origin = m_origin;
    NodeGrid nodes(m_options.snap_m);
    // Ends first: cuts are drawn to them, not they to the cuts.
    for (const Line& line : m_lines) nodes.of(line.at.front()), nodes.of(line.at.back());
    for (std::uint32_t i = 0; i < m_lines.size(); ++i) {
      auto& cuts = m_cuts[i];
      std::ranges::sort(
          cuts, [](const Cut& a, const Cut& b) { return a.segment != b.segment ? a.segment < b.segment : a.t < b.t; });
      const auto& at = m_lines[i].at;
      std::vector<MapXY> piece{at.front()};
      std::uint32_t from = nodes.of(at.front());
      std::size_t next = 0;
      for (std::size_t s = 0; s + 1 < at.size(); ++s) {
        for (; next < cuts.size() && cuts[next].segment == s; ++next) {
          const std::uint32_t node = nodes.of(cuts[next].at);
          if (node == from && lengthM(piece) + std::sqrt(squaredM(piece.back(), cuts[next].at)) <= 2 * m_options.snap_m)
            continue;  // the same junction, found once more
          piece.push_back(cuts[next].at);
          finish(graph, m_lines[i].facts, piece, from, node);
          piece.assign(1, cuts[next].at);
          from = node;
        }
        piece.push_back(at[s + 1]);
      }
      const std::uint32_t last = nodes.of(at.back());
      if (!(last == from && lengthM(piece) <= 2 * m_options.snap_m)) finish(graph, m_lines[i].facts, piece, from, last);
    }
    for (const MapXY& p : nodes.nodes())
      graph.node_xy_m.push_back(static_cast<float>(p.x_m)), graph.node_xy_m.push_back(static_cast<float>(p.y_m));
    graph.names = m_names.take();
    graph.connect();
    return graph;
  }

  void finish(RoadGraph& graph, RoadEdge facts, const std::vector<MapXY>& piece, std::uint32_t from, std::uint32_t to) {
    facts.from = from, facts.to = to;
    facts.first_vertex = static_cast<std::uint32_t>(graph.xy_m.size() / 2);
    const MapXY middle = piece[piece.size() / 2];
    const double scale_ratio = m_options.map_scale_ratio
                                   ? m_options.map_scale_ratio({middle.x_m + m_origin.x_m, middle.y_m + m_origin.y_m})
                                   : 1;
    facts.length_m = static_cast<float>(lengthM(piece) / scale_ratio);
    MapXY before{1e300, 0};
    for (const MapXY& p : piece) {
      if (p == before && &p != &piece.back()) continue;
      graph.xy_m.push_back(static_cast<float>(p.x_m)), graph.xy_m.push_back(static_cast<float>(p.y_m));
      before = p;
    }
    graph.edges.push_back(facts);
  }

  const NodingOptions& m_options;
  MapXY m_origin;
  Names m_names;
  std::vector<Line> m_lines;
  std::vector<std::pair<std::size_t, double>> m_short;
  BoxTree m_index;
  std::vector<MapXY> m_apart;
  std::vector<std::vector<Cut>> m_cuts;
};

}  // namespace

void RoadGraph::connect() {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<BoxF> boxes;
  ends.reserve(edges.size());
  boxes.reserve(edges.size());
  for (std::uint32_t e = 0; e < edges.size(); ++e) {
    ends.emplace_back(edges[e].from, edges[e].to);
    BoxF box{1e30F, 1e30F, -1e30F, -1e30F};
    for (std::uint32_t v = edges[e].first_vertex; v < endVertex(e); ++v) {
      box.min_x_m = std::min(box.min_x_m, xy_m[2 * v]), box.max_x_m = std::max(box.max_x_m, xy_m[2 * v]);
      box.min_y_m = std::min(box.min_y_m, xy_m[2 * v + 1]), box.max_y_m = std::max(box.max_y_m, xy_m[2 * v + 1]);
    }
    boxes.push_back(box);
  }
  arcs = makeArcGraph(static_cast<std::uint32_t>(node_xy_m.size() / 2), ends);
  index = BoxTree(boxes);
}

Result<RoadGraph> buildRoadGraph(const std::vector<RoadLayer>& layers, const NodingOptions& options,
                                 const CancelToken& cancel) {
  return Noding(layers, options).run(cancel);
}

}  // namespace gis
